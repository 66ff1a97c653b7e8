import type { Kind } from '../cases/case.ts';
import type { Service } from '../catalogue/catalogue.ts';
import type { Ranked } from './classifier.ts';
import { weigh } from './cue.ts';
import { KIND_CUES } from './kind-cues.ts';
import { softmax } from './softmax.ts';

const KINDS: readonly Kind[] = ['queja', 'denuncia', 'idea', 'sugerencia'];
const TEMPERATURE = 1;
/** How usual the first, second and third kind of a service are, and any other. */
const USUAL = [0.7, 0.2, 0.1];
const UNUSUAL = 0.05;
const WITHOUT_MATTER: Record<Kind, number> = { queja: 0.72, denuncia: 0.12, idea: 0.06, sugerencia: 0.1 };

/** The four kinds by probability: what is usual for the matter, moved by how the citizen puts it. */
export function rankKinds(line: string, services: { service: Service; p: number }[]): Ranked<Kind>[] {
  const cues = weigh(line, KIND_CUES);
  const usual = usualKinds(services);
  return softmax(
    KINDS.map(kind => [kind, Math.log(usual[kind]) + (cues.get(kind) ?? 0)] as const),
    TEMPERATURE,
  );
}

function usualKinds(services: { service: Service; p: number }[]): Record<Kind, number> {
  const shares = { queja: 0, denuncia: 0, idea: 0, sugerencia: 0 };
  let unknown = 1;
  for (const { service, p } of services) {
    unknown -= p;
    for (const kind of KINDS) shares[kind] += p * (USUAL[service.kinds.indexOf(kind)] ?? UNUSUAL);
  }
  for (const kind of KINDS) shares[kind] += Math.max(0, unknown) * WITHOUT_MATTER[kind];
  return shares;
}
