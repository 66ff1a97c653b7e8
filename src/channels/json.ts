import { isUtf8 } from 'node:buffer';

/** An object of JSON as it came from outside: nothing in it is believed before it is looked at. */
export type Json = Record<string, unknown>;

/** The object these bytes are; null when they are none, or not UTF-8. Never throws. */
export function readObject(body: Buffer): Json | null {
  if (!isUtf8(body)) return null;
  try {
    return objectIn(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}

/** The value as an object; null when it is none. */
export function objectIn(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** The objects of a list; none when it is no list. */
export function objectsIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(objectIn).filter(item => item !== null) : [];
}

/** A text that says something; null when there is none. */
export function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A number that is one; null when there is none. */
export function numberIn(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** An id as text, whether it came as one or as a whole number that no double rounds. */
export function idIn(value: unknown): string | null {
  return Number.isSafeInteger(value) ? String(value) : textIn(value);
}

/** A time given in `unit` ms since 1970; null when it is none a calendar knows. */
export function timeIn(value: unknown, unit: 1 | 1_000): Date | null {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : numberIn(value);
  const at = new Date((count ?? Number.NaN) * unit);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Degrees of a place on the globe; null when they are none. */
export function pinIn(lat: unknown, lon: unknown): { lat: number; lon: number } | null {
  const [y, x] = [numberIn(lat), numberIn(lon)];
  return y !== null && x !== null && Math.abs(y) <= 90 && Math.abs(x) <= 180 ? { lat: y, lon: x } : null;
}
