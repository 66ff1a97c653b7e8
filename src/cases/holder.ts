import type { Catalogue } from '../catalogue/catalogue.ts';
import { DISTRICT_BODIES } from '../catalogue/route.ts';
import type { FieldProblem } from '../http.ts';
import type { Holder } from './case.ts';

/** A holder, or what is wrong with what was given for it. */
export type HolderFound = { holder: Holder } | { problem: FieldProblem };

/**
 * The holder that an agency's id and a district's code name. A body of one per district needs the district; others
 * take none, or one of their own.
 */
export function holderOf(catalogue: Catalogue, agencyId: string, district: string | null): HolderFound {
  const agency = catalogue.agencies.get(agencyId);
  if (!agency) return wrong('agency', 'is no agency of the catalogue');
  if (agency.scope === 'national') {
    const fits = district === null || agency.districts.includes(district);
    return fits ? holder(agencyId, null) : wrong('district', `${agencyId} is one body, not one per district`);
  }
  if (district === null) return wrong('district', `${agencyId} is one body per district: say which`);
  if (agencyId !== DISTRICT_BODIES['municipality']) return holder(agencyId, district);
  const own = [...catalogue.agencies.values()].find(({ districts }) => districts.includes(district));
  return own ? wrong('agency', `the municipality of that district is ${own.id}`) : holder(agencyId, district);
}

function holder(agencyId: string, districtCode: string | null): HolderFound {
  return { holder: { agencyId, districtCode } };
}

function wrong(field: string, reason: string): HolderFound {
  return { problem: { field, reason } };
}
