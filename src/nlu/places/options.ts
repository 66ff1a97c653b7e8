import type { Cues } from './cues.ts';
import { isArea, type KnownPlace } from './known-places.ts';
import type { Candidate, NameEntry } from './name-index.ts';
import { roadOf } from './roads.ts';

/** A place a name may mean here, with its weight among the others of that name. */
export interface Option {
  place: KnownPlace;
  weight: number;
}

/** How much more a place with ten times the people is meant: as its power of ten to this. */
const MORE_PEOPLE = 0.7;

/** Too little to be meant itself. */
const SHADOW = 1e-6;

/** The places a name may mean, before the rest of the message is looked at. */
export function optionsOf(
  entry: NameEntry,
  cues: Cues,
  districts: ReadonlyMap<string, KnownPlace>,
): Option[] {
  const road = roadOf(entry.written);
  const candidates =
    road === null ? ofKind(entry.candidates, cues.kind) : ofRoad(entry.candidates, road, districts);
  return candidates.map(({ place, fit }) => ({ place, weight: fit * weightOf(place) }));
}

/** The level asked for by `corregimiento de`; without it, the wider of two areas of one name. */
function ofKind(candidates: readonly Candidate[], kind: Cues['kind']): readonly Candidate[] {
  const asked = candidates.filter(({ place }) => {
    return kind === 'neighbourhood' ? !isArea(place.row.level) : place.row.level === kind;
  });
  if (asked.length > 0 && kind !== 'neighbourhood') return asked;
  const plain = candidates.flatMap(candidate => {
    if (!candidates.some(other => overshadows(other, candidate.place))) return [candidate];
    // `Pocrí de Los Santos`: the province still holds what lies in it.
    return candidate.place.row.level === 'province' ? [{ ...candidate, fit: SHADOW }] : [];
  });
  return asked.length > 0
    ? plain.map(c => (isArea(c.place.row.level) ? { ...c, fit: c.fit * 0.8 } : c))
    : plain;
}

/** A district is meant rather than its seat or the province named after it; a province rather than places in it. */
function overshadows({ place: other, fit }: Candidate, place: KnownPlace): boolean {
  if (other === place || fit < 0.6) return false;
  const [a, b] = [other.row.code, place.row.code];
  if (other.row.level === 'province') return b.startsWith(a) && place.row.level !== 'district';
  return (
    other.row.level === 'district' && (b.startsWith(a) || (place.row.level === 'province' && a.startsWith(b)))
  );
}

/** A road runs through several corregimientos: it tells the district, unless a sure source says where it is. */
function ofRoad(
  candidates: readonly Candidate[],
  road: 'street' | 'road',
  districts: ReadonlyMap<string, KnownPlace>,
): readonly Candidate[] {
  const sure = candidates.filter(({ place }) => place.row.confidence === 'A' && place.row.code.length === 6);
  if (sure.length > 0) return sure;
  if (road === 'street') return [];
  const found = new Map<string, Candidate>();
  for (const { place } of candidates) {
    const district = districts.get(place.row.code.slice(0, 4));
    if (district !== undefined) found.set(district.row.code, { place: district, fit: 0.8 });
  }
  return [...found.values()];
}

function weightOf({ people }: KnownPlace): number {
  return people ** MORE_PEOPLE;
}
