import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Ranked } from '../classifier.ts';
import { blend, type Verdict } from '../model/judge.ts';
import { rankAgencies } from '../rank-agencies.ts';
import { type RuleReading, type Rules, servicesOf } from '../rules.ts';
import type { Remembered } from './memory.ts';

/** What is made of a text whose like was corrected: its matter as corrected, its dangers as they were. Pure. */
export function asCorrected(
  verdict: Verdict,
  { serviceId, agencyId, kind, share }: Remembered,
  { catalogue, rules, ruled }: { catalogue: Catalogue; rules: Rules; ruled: RuleReading },
): Verdict {
  const known = serviceId !== null && catalogue.services.has(serviceId) ? serviceId : null;
  const body = agencyId !== null && catalogue.agencies.has(agencyId) ? agencyId : null;
  if (known === null && body === null) return verdict;
  const service = known ?? serviceOf(body, verdict.services, rules);
  const services = service === null ? verdict.services : mix(verdict.services, service, share);
  return {
    ...verdict,
    services,
    // Which body a service falls to is a matter of the place, and theirs was another one.
    agencies:
      known === null
        ? mix(verdict.agencies, body ?? '', share)
        : rankAgencies(servicesOf(catalogue, services), ruled.whereabouts, rules.holders, ruled.named),
    kinds: kind === null ? verdict.kinds : mix(verdict.kinds, kind, share),
    intent: verdict.intent === 'out_of_scope' ? 'report' : verdict.intent,
  };
}

function mix<Id extends string>(ranked: Ranked<Id>[], id: Id, share: number): Ranked<Id>[] {
  return blend(ranked, [{ id, p: 1 }], share) as Ranked<Id>[];
}

/** The likeliest of the services in question that can fall to a body. */
function serviceOf(body: string | null, services: Ranked[], { ranking }: Rules): string | null {
  const own = services.find(({ id }) => body !== null && ranking.holdersOf.get(id)?.has(body));
  return own?.id ?? null;
}
