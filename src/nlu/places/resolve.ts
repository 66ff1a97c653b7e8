import type { PlaceGuess } from '../classifier.ts';
import type { Token } from '../tokens.ts';
import { detailText } from './detail-text.ts';
import { contains, guessOf, isArea, type KnownPlace } from './known-places.ts';
import type { Option } from './options.ts';
import type { Reading } from './readings.ts';
import { COUNTRY_NAME } from './roads.ts';
import { LEAST_STRENGTH } from './strength.ts';

const MOST_GUESSES = 6;
/** A homonym less likely than this beside the others is not worth asking about. */
const LEAST_SHARE = 0.03;
const CONFIRMED = 0.97;
/** `Santa Fe` is as often the one as the other: neither is to be taken without asking. */
const EVEN = 0.6;
const IN_DOUBT = 0.8;
const BY_CONFIDENCE = { A: 0.93, M: 0.91, B: 0.84 };
const BY_ROLE = {
  ...{ placed: 1, bare: 0.97, of: 0.96, lives: 0.92, passing: 0.9 },
  ...{ works: 0.75, origin: 0.6, towards: 0.65, either: 0.42, away: 0.42 },
};

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
  const standing = withoutCountry(readings.filter(reading => isMeant(reading)));
  const around = new Set(standing.flatMap(({ container }) => container ?? []));
  const overruling = new Map<Reading, Reading>();
  for (const reading of standing) {
    const area = around.has(reading) ? null : areaNamed(reading, readings, tokens, text);
    if (area !== null) overruling.set(reading, area);
  }
  const used = new Set([...around, ...overruling.values()]);
  const meant = standing
    .filter(reading => !used.has(reading))
    .flatMap(reading => {
      const area = overruling.get(reading);
      return area === undefined ? meantPlaces(reading) : overruled(reading, area);
    });
  return ranked(meant).map(({ place, from, to, p }) => {
    return guessOf(place, detailText(from, to, tokens, text), p);
  });
}

/** `Chitré, Panamá`: the country's name says nothing beside another place. */
function withoutCountry(readings: Reading[]): Reading[] {
  if (readings.length < 2) return readings;
  const left = readings.filter(({ span, cues }) => span.entry.written !== COUNTRY_NAME || cues.kind !== null);
  return left.length > 0 ? left : readings;
}

/** An everyday word with its container named is a place after all; a country named aside is none. */
function isMeant({ strength, container, cues, span }: Reading): boolean {
  if (strength >= LEAST_STRENGTH) return true;
  return container !== null && !cues.person && strength > 0 && !span.misspelt;
}

/** The area the citizen named holds for a place not known in it; the place known elsewhere stays as a doubt. */
function overruled(reading: Reading, area: Reading): Meant[] {
  const from = Math.min(reading.span.from, area.span.from);
  const to = Math.max(reading.span.to, area.span.to);
  const code = area.options[0]?.place.row.code.slice(0, 4) ?? '';
  const near = code.length === 4 && reading.options.some(({ place }) => place.row.code.startsWith(code));
  const there = meantPlaces(area).map(one => ({ ...one, from, to, p: one.p * (near ? 0.97 : 0.8) }));
  const elsewhere = meantPlaces(reading).map(one => ({ ...one, p: one.p * 0.3 }));
  return near ? there : [...there, ...elsewhere];
}

function meantPlaces(reading: Reading): Meant[] {
  const { from, to } = reading.span;
  const total = reading.options.reduce((sum, { weight }) => sum + weight, 0);
  const doubt = isEven(reading.options) ? IN_DOUBT : 1;
  return reading.options
    .map(option => ({
      reading,
      place: option.place,
      from,
      to,
      p: doubt * likelihood(reading, option, total),
    }))
    .filter(({ p }) => p > 0);
}

/** Two districts have a place of the name, and neither is meant more often. */
function isEven(options: readonly Option[]): boolean {
  const [first, second] = options.toSorted((a, b) => b.weight - a.weight);
  if (first === undefined || second === undefined || second.weight < EVEN * first.weight) return false;
  return first.place.row.code.slice(0, 4) !== second.place.row.code.slice(0, 4);
}

function likelihood(reading: Reading, { place, weight }: Option, total: number): number {
  const share = weight / total;
  if (share < LEAST_SHARE) return 0;
  const confirmed = reading.container?.options.some(o => contains(o.place, place));
  const base = confirmed ? CONFIRMED : BY_CONFIDENCE[place.row.confidence] * BY_ROLE[reading.cues.role];
  const strength = confirmed ? Math.max(reading.strength, 0.9) : reading.strength;
  return base * Math.min(1, strength) * share;
}

/** An area named beside a finer place none of whose homonyms lies in it: the citizen knows better. */
function areaNamed(
  reading: Reading,
  all: readonly Reading[],
  tokens: readonly Token[],
  text: string,
): Reading | null {
  if (reading.container !== null) return null;
  const [before, after] = [all[reading.at - 1], all[reading.at + 1]];
  if (after !== undefined && isAround(reading, after) && TO_AREA.test(between(reading, after, tokens, text)))
    return after;
  if (
    before !== undefined &&
    isAround(reading, before) &&
    /^\s*[,:]\s*(?:(?:el|la)\s+)?$/.test(between(before, reading, tokens, text))
  ) {
    return before;
  }
  return null;
}

const TO_AREA =
  /^[\s,.(-]*((en|de|del|el|la|los|las|distrito|provincia|corregimiento|area|ciudad|comarca)[\s,]+)*$/;
const FURTHEST_APART = 40;

function between(first: Reading, second: Reading, tokens: readonly Token[], text: string): string {
  const end = tokens[first.span.to - 1]?.end ?? 0;
  const start = tokens[second.span.from]?.start ?? 0;
  return start - end > FURTHEST_APART ? '…' : text.slice(end, start).toLowerCase();
}

/** Whether the other is nothing but an area, and coarser than what the place may be. */
function isAround(reading: Reading, { span, options, cues, strength }: Reading): boolean {
  if (cues.person || cues.road || strength === 0) return false;
  if (span.entry.written === COUNTRY_NAME && cues.kind === null) return false;
  const heaviest = Math.max(...options.map(({ weight }) => weight));
  const areas = options.filter(({ weight }) => weight >= heaviest * SECOND);
  if (!areas.every(({ place }) => isArea(place.row.level))) return false;
  const finest = Math.max(...areas.map(({ place }) => place.row.code.length));
  const finer = reading.options.filter(
    ({ place: { row } }) => !isArea(row.level) || row.code.length > finest,
  );
  if (finer.length === reading.options.length) return true;
  return finest < 6 ? finer.length > 0 : finer.some(({ place }) => isBeside(place, areas));
}

/** Options lighter than this beside the heaviest are no rivals. */
const SECOND = 0.3;

function isBeside({ row }: KnownPlace, areas: readonly Option[]): boolean {
  return areas.some(({ place }) => place.row.code.slice(0, 4) === row.code.slice(0, 4));
}

const SURELY = 0.4;
/** `estudiante de Darién, vivo en Pacora`: the finer place is where the matter is. */
const BESIDE_FINER = 0.5;

/** One guess a place; of several names the one most surely meant first, and what others name is less sure. */
function ranked(meant: readonly Meant[]): Meant[] {
  const best = new Map<KnownPlace, Meant>();
  const surely = new Map<Reading, number>();
  for (const one of meant) {
    if ((best.get(one.place)?.p ?? 0) < one.p) best.set(one.place, one);
    surely.set(one.reading, (surely.get(one.reading) ?? 0) + one.p);
  }
  const most = Math.max(...surely.values());
  const finer = meant.some(({ place, p }) => place.row.level !== 'province' && p >= SURELY);
  return [...best.values()]
    .map(one => (surely.get(one.reading) === most ? one : { ...one, p: one.p * 0.8 }))
    .map(one => (finer && one.place.row.level === 'province' ? { ...one, p: one.p * BESIDE_FINER } : one))
    .sort((a, b) => b.p - a.p || a.from - b.from || (a.place.row.code < b.place.row.code ? -1 : 1))
    .slice(0, MOST_GUESSES);
}
