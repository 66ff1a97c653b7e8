import type { Pin } from '../../channels/channel.ts';

/** Degrees, with at least three digits behind the point, alone or in the address of a map: `9.0012, -79.5001`, `…/@9.0012,-79.5001,15z`. */
const DEGREES =
  /(?<![\d.])(?<lat>1?\d\.\d{3,8})\s*(?:,|;|\s|%2C)\s*(?<lon>-8[0-3]\.\d{3,8}|-7[7-9]\.\d{3,8})(?!\d)/iu;
const MAP = /(?:(?:mi )?(?:ubicaci[oó]n|localizaci[oó]n|location)\s*:?\s*)?https?:\/\/\S*$/iu;
const MAP_BEHIND = /^\S*/u;
/** Panama with its seas. */
const LAT = { least: 6.5, most: 10.5 };

/** A point in Panama that is written as words, with what is written beside it; null: none is. */
export function writtenPin(text: string): (Pin & { rest: string }) | null {
  const found = DEGREES.exec(text);
  if (found === null) return null;
  const { lat, lon } = { lat: Number(found.groups?.['lat']), lon: Number(found.groups?.['lon']) };
  if (lat < LAT.least || lat > LAT.most) return null;
  const before = text.slice(0, found.index);
  const behind = text.slice(found.index + found[0].length);
  const isLinked = MAP.test(before);
  const rest = `${before.replace(MAP, '')} ${isLinked ? behind.replace(MAP_BEHIND, '') : behind}`;
  return { lat, lon, rest: rest.replace(/\s{2,}/g, ' ').trim() };
}
