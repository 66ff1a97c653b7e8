import type { GazetteerRow } from '../../catalogue/catalogue.ts';
import type { PlaceGuess } from '../classifier.ts';

/** A row of the gazetteer with the names of the areas it lies in. */
export interface KnownPlace {
  row: GazetteerRow;
  province: string;
  district: string | null;
  corregimiento: string | null;
  /** How many rows lie in it, itself included: a district many places are known of is spoken of often. */
  size: number;
  /** How many people live there, counted or estimated: of two places of one name the larger is meant more often. */
  people: number;
}

/** An area nobody counted has about so many people for each place known in it. */
const PEOPLE_A_PLACE = 500;
/** What the whole country means by a name weighs as much as a town of so many. */
const KNOWN_AS = 60_000;
/** A place known by hearsay only is seldom the one that is meant. */
const HEARSAY = 0.5;

/** Every row with its areas' names; a row whose areas are missing keeps its own name as the province. */
export function knownPlaces(rows: readonly GazetteerRow[]): KnownPlace[] {
  const areas = new Map<string, string>();
  const sizes = new Map<string, number>();
  const counted = new Map<string, number>();
  for (const { code, level, name, people } of rows) {
    if (isArea(level)) areas.set(code, name);
    if (isArea(level) && people !== undefined) counted.set(code, people);
    for (let digits = 2; digits <= code.length; digits += 2) {
      const area = code.slice(0, digits);
      sizes.set(area, (sizes.get(area) ?? 0) + 1);
    }
  }
  return rows.map(row => ({
    row,
    province: areas.get(row.code.slice(0, 2)) ?? row.name,
    district: row.code.length < 4 ? null : (areas.get(row.code.slice(0, 4)) ?? null),
    corregimiento: row.code.length < 6 ? null : (areas.get(row.code) ?? null),
    size: isArea(row.level) ? (sizes.get(row.code) ?? 1) : 1,
    people: peopleOf(row, sizes.get(row.code) ?? 1, counted),
  }));
}

/** A neighbourhood nobody counted holds an even share of its area. */
function peopleOf(row: GazetteerRow, size: number, counted: ReadonlyMap<string, number>): number {
  if (row.known === true) return KNOWN_AS;
  const around = counted.get(row.code) ?? size * PEOPLE_A_PLACE;
  // A source may have counted a town's surroundings with it.
  if (row.people !== undefined) return isArea(row.level) ? row.people : Math.min(row.people, around);
  if (isArea(row.level)) return around;
  return (around / (size + 1)) * (row.confidence === 'B' ? HEARSAY : 1);
}

/** Whether a level is one of the country's division, which contains other places. */
export function isArea(level: GazetteerRow['level']): boolean {
  return level === 'province' || level === 'district' || level === 'corregimiento';
}

/** Whether the first place is an area that contains the second, and is not the same. */
export function contains(area: KnownPlace, place: KnownPlace): boolean {
  if (!isArea(area.row.level) || area === place) return false;
  if (area.row.code.length < place.row.code.length) return place.row.code.startsWith(area.row.code);
  return area.row.code === place.row.code && !isArea(place.row.level);
}

/** A known place as a guess of it. */
export function guessOf(place: KnownPlace, text: string, p: number): PlaceGuess {
  const { row, province, district, corregimiento } = place;
  return { code: row.code, province, district, corregimiento, text, lat: row.lat, lon: row.lon, p };
}
