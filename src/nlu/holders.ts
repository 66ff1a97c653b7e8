import type { Catalogue, Route, Service } from '../catalogue/catalogue.ts';

/** Who may be competent for a service at a place of this code (may be empty), with shares that sum to 1. */
export type Holders = (service: Service, code: string) => ReadonlyMap<string, number>;

/** Applies the service's rule; where the place is not known well enough, shares by known places and contacts. */
export function createHolders(catalogue: Catalogue, route: Route): Holders {
  const areas = areasOf(catalogue);
  // Only codes of areas are kept, so that what a citizen writes cannot make it grow.
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (service, code) => {
    const routing = route(service, { code });
    if ('holder' in routing) return new Map([[routing.holder.agencyId, 1]]);
    const key = `${service.id} ${code}`;
    const before = known.get(key);
    if (before) return before;
    const shares = weighted(spread(service, code, areas, route), catalogue);
    if (code.length <= 4) known.set(key, shares);
    return shares;
  };
}

/** A body that is written to more often is meant more often: the root of its weight, so that places still count. */
function weighted(shares: Map<string, number>, { agencies }: Catalogue): Map<string, number> {
  const rows = [...shares].map(
    ([id, share]) => [id, share * Math.sqrt(agencies.get(id)?.weight ?? 0.01)] as const,
  );
  const total = rows.reduce((sum, [, share]) => sum + share, 0);
  return new Map(rows.map(([id, share]) => [id, share / total]));
}

/** The corregimientos (districts where a catalogue has none), each with its number of known places. */
function areasOf({ places }: Catalogue): Map<string, number> {
  const areas = new Map<string, number>();
  for (const { code } of places) if (code.length === 6) areas.set(code, (areas.get(code) ?? 0) + 1);
  for (const { code } of places) {
    const alone = code.length === 4 && ![...areas.keys()].some(area => area.startsWith(code));
    if (alone) areas.set(code, (areas.get(code) ?? 0) + 1);
  }
  return areas;
}

function spread(
  service: Service,
  code: string,
  areas: Map<string, number>,
  route: Route,
): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [area, count] of areas) {
    if (!area.startsWith(code)) continue;
    const routing = route(service, { code: area });
    if (!('holder' in routing)) continue;
    counts.set(routing.holder.agencyId, (counts.get(routing.holder.agencyId) ?? 0) + count);
    total += count;
  }
  return new Map([...counts].map(([id, count]) => [id, count / total]));
}
