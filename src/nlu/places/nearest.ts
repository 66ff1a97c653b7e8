import type { PlaceGuess } from '../classifier.ts';
import { guessOf, isArea, type KnownPlace } from './known-places.ts';

/** The nearest place to a pin and how far it is. */
export interface Nearest {
  /** Null beyond Panama: far from every known point, or no point on Earth. */
  locate(lat: number, lon: number): (PlaceGuess & { metres: number }) | null;
}

interface Point {
  lat: number;
  lon: number;
  place: KnownPlace;
}

const EARTH_METRES = 6_371_008.8;
const FURTHEST_METRES = 25_000;
/** Inside the country's bounds places lie further apart: Coiba, the highlands of the comarcas. */
const FURTHEST_INSIDE_METRES = 60_000;
const BOUNDS = { south: 7.1, north: 9.75, west: -83.06, east: -77.1 };
/** A finer place up to this much further away is told rather than the area around it. */
const FINER_METRES = 150;

/** Knows every row that has a point; of rows sharing one, the area that holds them all. */
export function createNearest(places: readonly KnownPlace[]): Nearest {
  const points = pointsOf(places);
  return {
    locate(lat, lon) {
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
      const found = nearest(points, lat, lon);
      if (found === null || found.metres > furthest(lat, lon)) return null;
      const p = certainty(found.metres);
      return { ...guessOf(found.place, found.place.row.name, p), metres: found.metres };
    },
  };
}

function furthest(lat: number, lon: number): number {
  const inside = lat >= BOUNDS.south && lat <= BOUNDS.north && lon >= BOUNDS.west && lon <= BOUNDS.east;
  return inside ? FURTHEST_INSIDE_METRES : FURTHEST_METRES;
}

function certainty(metres: number): number {
  if (metres <= 1500) return 0.9;
  if (metres <= 5000) return 0.7;
  return metres <= FURTHEST_METRES ? 0.5 : 0.3;
}

function pointsOf(places: readonly KnownPlace[]): Point[] {
  const byPoint = new Map<string, KnownPlace[]>();
  for (const place of places) {
    const { lat, lon, level } = place.row;
    if (lat === null || lon === null || level === 'province') continue;
    const key = `${lat},${lon}`;
    byPoint.set(key, [...(byPoint.get(key) ?? []), place]);
  }
  const areas = new Map(places.filter(({ row }) => isArea(row.level)).map(place => [place.row.code, place]));
  return [...byPoint.values()].flatMap(shared => {
    const place = together(shared, areas);
    const { lat, lon } = shared[0]?.row ?? { lat: null, lon: null };
    return place === null || lat === null || lon === null ? [] : [{ lat, lon, place }];
  });
}

/** The one place of a point; for several of them the corregimiento or district they share. */
function together(shared: readonly KnownPlace[], areas: ReadonlyMap<string, KnownPlace>): KnownPlace | null {
  const [first] = shared;
  if (first === undefined || shared.length === 1) return first ?? null;
  const codes = shared.map(({ row }) => row.code);
  for (const digits of [6, 4, 2]) {
    const code = first.row.code.slice(0, digits);
    if (code.length === digits && codes.every(other => other.startsWith(code)))
      return areas.get(code) ?? first;
  }
  return first;
}

function nearest(
  points: readonly Point[],
  lat: number,
  lon: number,
): { place: KnownPlace; metres: number } | null {
  let best: { place: KnownPlace; metres: number; cost: number } | null = null;
  for (const point of points) {
    const metres = haversine(lat, lon, point.lat, point.lon);
    const cost = metres + (isArea(point.place.row.level) ? FINER_METRES : 0) * Math.min(1, metres);
    if (best === null || cost < best.cost) best = { place: point.place, metres, cost };
  }
  return best;
}

function haversine(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const sinLat = Math.sin(((lat2 - lat1) * rad) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * rad) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * sinLon * sinLon;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
