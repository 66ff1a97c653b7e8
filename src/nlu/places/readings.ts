import type { Token } from '../tokens.ts';
import { FILLERS } from './cue-words.ts';
import { type Cues, readCues } from './cues.ts';
import { contains, type KnownPlace } from './known-places.ts';
import type { Span } from './mentions.ts';
import { type Option, optionsOf } from './options.ts';
import { LEAST_STRENGTH, strengthOf } from './strength.ts';
import { nameBuildings, tieEnds } from './ties.ts';

/** A name in a text, with what it may mean there. */
export interface Reading {
  /** Its position among the readings. */
  at: number;
  span: Span;
  cues: Cues;
  strength: number;
  options: Option[];
  /** The reading of the area that the writer named around this place, when there is one. */
  container: Reading | null;
}

const MOST_FILLERS = 14;

/** The names that stand in a text, and the districts they may lie in. */
interface OnMap {
  names: readonly Span[];
  districts: ReadonlyMap<string, KnownPlace>;
  /** The code of a place already known. */
  near: string | undefined;
}

/** Reads every name in a text and lets names and the areas around them raise each other. */
export function readPlaces(
  tokens: readonly Token[],
  text: string,
  { names, districts, near }: OnMap,
): Reading[] {
  const spans = names.filter(name => !isGreeting(name, names, tokens, text));
  if (spans.length === 0) return [];
  const whole = isOnlyNames(tokens, spans);
  const shouting = text === text.toUpperCase();
  const readings = spans.map(span => {
    const cues = readCues(span, tokens, text, shouting);
    const strength = strengthOf(span, cues, tokens, whole);
    return { at: 0, span, cues, strength, options: optionsOf(span.entry, cues, districts), container: null };
  });
  const named = readings.filter(({ options }) => options.length > 0);
  for (const [at, reading] of named.entries()) reading.at = at;
  tieEnds(named, tokens, text);
  nameBuildings(named, tokens, text);
  for (const reading of named) weighContainers(reading, named);
  for (const { options } of named) weighNear(options, near);
  return named;
}

/** `Ola, buenas` greets, as many write it; `Olá` is a district, and so is `ola, coclé`. */
function isGreeting(
  { from, to }: Span,
  names: readonly Span[],
  tokens: readonly Token[],
  text: string,
): boolean {
  const [first] = tokens;
  if (from !== 0 || to !== 1 || first === undefined) return false;
  return /^ola$/i.test(text.slice(first.start, first.end)) && !names.some(name => name.from === to);
}

function isOnlyNames(tokens: readonly Token[], spans: readonly Span[]): boolean {
  let span = 0;
  let fillers = 0;
  for (const [at, { word }] of tokens.entries()) {
    while ((spans[span]?.to ?? Number.POSITIVE_INFINITY) <= at) span += 1;
    if (at >= (spans[span]?.from ?? Number.POSITIVE_INFINITY)) continue;
    fillers += 1;
    if (!(FILLERS.has(word) || /^\d/.test(word)) || fillers > MOST_FILLERS) return false;
  }
  return true;
}

const INSIDE_NAMED = 40;
const SAME_CORREGIMIENTO = 6;
const SAME_DISTRICT = 4;
const MAY_BE_NEAR = 1.8;

/** Names more than this apart are not compared, so that a very long text stays cheap. */
const WINDOW = 6;

function weighContainers(reading: Reading, all: Reading[]): void {
  for (const other of all.slice(Math.max(0, reading.at - WINDOW), reading.at + WINDOW + 1)) {
    if (other === reading || other.strength === 0) continue;
    // `David, Chiriquí`: a corregimiento of David is called Chiriquí too, but the wider comes last.
    const both = mayHold(other, reading) && mayHold(reading, other);
    weighAgainst(reading, other, both ? (other.at > reading.at ? 'inside' : 'around') : null);
  }
}

function mayHold(area: Reading, reading: Reading): boolean {
  return area.options.some(({ place }) => reading.options.some(option => contains(place, option.place)));
}

function weighAgainst(reading: Reading, other: Reading, only: 'inside' | 'around' | null): void {
  for (const option of reading.options) {
    if (only !== 'around' && other.options.some(({ place }) => contains(place, option.place))) {
      option.weight *= INSIDE_NAMED;
      if (isCloser(other, reading)) reading.container = other;
    } else if (only !== 'inside' && other.options.some(({ place }) => contains(option.place, place))) {
      option.weight *= INSIDE_NAMED;
    } else if (reading.options.length > 1 && other.strength >= LEAST_STRENGTH) {
      option.weight *= nearness(option.place, other.options);
    }
  }
}

/** The container in the finest level, then the nearest in the text. */
function isCloser(other: Reading, reading: Reading): boolean {
  const { container } = reading;
  if (container === null) return true;
  const away = (r: Reading): number => Math.abs(r.span.from - reading.span.from);
  const digits = (r: Reading): number => Math.max(...r.options.map(({ place }) => place.row.code.length));
  return (
    digits(other) > digits(container) ||
    (digits(other) === digits(container) && away(other) < away(container))
  );
}

function nearness({ row }: KnownPlace, others: readonly Option[]): number {
  if (others.length > 1)
    return others.some(({ place }) => isSameDistrict(place.row.code, row.code)) ? MAY_BE_NEAR : 1;
  const code = others[0]?.place.row.code ?? '';
  if (row.code.length === 6 && code === row.code) return SAME_CORREGIMIENTO;
  return isSameDistrict(row.code, code) ? SAME_DISTRICT : 1;
}

function isSameDistrict(one: string, two: string): boolean {
  return one.length >= 4 && one.slice(0, 4) === two.slice(0, 4);
}

/** Of one name, the place in what is already known wins. */
function weighNear(options: Option[], near: string | undefined): void {
  if (near === undefined || near.length < 2) return;
  for (const option of options) {
    const { code } = option.place.row;
    if (code.startsWith(near) || (code.length >= 4 && near.startsWith(code))) option.weight *= 12;
    else if (near.length >= 4 && code.startsWith(near.slice(0, 4))) option.weight *= 6;
    else if (code.startsWith(near.slice(0, 2))) option.weight *= 2;
  }
}
