import type { PlaceGuess } from '../classifier.ts';
import type { Token } from '../tokens.ts';
import { detailText } from './detail-text.ts';
import { contains, guessOf, isArea, type KnownPlace } from './known-places.ts';
import type { Option } from './options.ts';
import type { Reading } from './readings.ts';
import { LEAST_STRENGTH } from './strength.ts';

const MOST_GUESSES = 6;
/** A homonym less likely than this beside the others is not worth asking about. */
const LEAST_SHARE = 0.06;
const CONFIRMED = 0.97;
const BY_CONFIDENCE = { A: 0.93, M: 0.91, B: 0.84 };
const BY_ROLE = { lives: 1, placed: 1, bare: 0.97, of: 0.96, passing: 0.9 };

/** A place as the matter's, before guesses are ranked. */
interface Meant {
  reading: Reading;
  place: KnownPlace;
  from: number;
  to: number;
  p: number;
}

/** Turns readings into guesses, best first. */
export function resolve(readings: readonly Reading[], tokens: readonly Token[], text: string): PlaceGuess[] {
  const standing = readings.filter(reading => isMeant(reading));
  const absorbed = new Set(
    standing.map(({ container }) => container).filter(container => container !== null),
  );
  const own = standing.filter(reading => !absorbed.has(reading));
  const meant = own.flatMap(reading => meantBy(reading, readings, tokens, text));
  const overruled = new Set(meant.map(({ reading }) => reading).filter(reading => !own.includes(reading)));
  const left = meant.filter(m => !(overruled.has(m.reading) && own.includes(m.reading)));
  return ranked(left).map(({ place, from, to, p }) => guessOf(place, detailText(from, to, tokens, text), p));
}

/** An everyday word with its container named is a place after all; a country named aside is none. */
function isMeant({ strength, container, cues, span }: Reading): boolean {
  if (strength >= LEAST_STRENGTH) return true;
  return container !== null && !cues.person && strength > 0 && !span.misspelt;
}

function meantBy(reading: Reading, all: readonly Reading[], tokens: readonly Token[], text: string): Meant[] {
  const around = reading.container === null ? named(reading, all, tokens, text) : null;
  if (around !== null) {
    const shares = meantPlaces(around, around.span.from, around.span.to);
    const from = Math.min(reading.cues.kindFrom, reading.span.from);
    return shares.map(meant => ({
      ...meant,
      from: Math.min(reading.span.from, from),
      to: around.span.to,
      p: meant.p * 0.85,
    }));
  }
  return meantPlaces(reading, reading.span.from, reading.span.to);
}

function meantPlaces(reading: Reading, from: number, to: number): Meant[] {
  const total = reading.options.reduce((sum, { weight }) => sum + weight, 0);
  return reading.options
    .map(option => ({ reading, place: option.place, from, to, p: likelihood(reading, option, total) }))
    .filter(({ p }) => p > 0);
}

function likelihood(reading: Reading, { place, weight }: Option, total: number): number {
  const share = weight / total;
  if (share < LEAST_SHARE) return 0;
  const confirmed = reading.container?.options.some(o => contains(o.place, place));
  const base = confirmed ? CONFIRMED : BY_CONFIDENCE[place.row.confidence] * BY_ROLE[reading.cues.role];
  const strength = confirmed ? Math.max(reading.strength, 0.9) : reading.strength;
  return base * Math.min(1, strength) * share;
}

/** An area named right after a finer place none of whose homonyms lies in it: the citizen knows better. */
function named(
  reading: Reading,
  all: readonly Reading[],
  tokens: readonly Token[],
  text: string,
): Reading | null {
  const next = all[all.indexOf(reading) + 1];
  if (next === undefined || next.cues.person || next.cues.road || next.strength === 0) return null;
  if (!follows(reading, next, tokens, text)) return null;
  const areas = next.options.filter(({ place }) => isArea(place.row.level));
  if (areas.length === 0 || areas.length < next.options.length) return null;
  const finest = Math.max(...areas.map(({ place }) => place.row.code.length));
  const finer = reading.options.every(
    ({ place }) => !isArea(place.row.level) || place.row.code.length > finest,
  );
  return finer ? next : null;
}

const TO_AREA =
  /^[\s,.(-]*((en|de|del|el|la|los|las|distrito|provincia|corregimiento|area|ciudad|comarca)[\s,]+)*$/;

function follows(reading: Reading, next: Reading, tokens: readonly Token[], text: string): boolean {
  const end = tokens[reading.span.to - 1]?.end ?? 0;
  const start = tokens[next.span.from]?.start ?? 0;
  return start - end <= 40 && TO_AREA.test(text.slice(end, start).toLowerCase());
}

/** One guess a place; of several matters' places the likelier first, and none is sure. */
function ranked(meant: readonly Meant[]): Meant[] {
  const best = new Map<KnownPlace, Meant>();
  for (const one of meant) {
    if ((best.get(one.place)?.p ?? 0) < one.p) best.set(one.place, one);
  }
  const sorted = [...best.values()].sort(
    (a, b) => b.p - a.p || (a.place.row.code < b.place.row.code ? -1 : 1),
  );
  const [first] = sorted;
  return sorted
    .map(one => (one.reading === first?.reading ? one : { ...one, p: one.p * 0.8 }))
    .sort((a, b) => b.p - a.p)
    .slice(0, MOST_GUESSES);
}
