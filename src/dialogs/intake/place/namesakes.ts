import type { Place } from '../../../cases/case.ts';
import type { PlaceGuess } from '../../../nlu/classifier.ts';
import type { Draft } from '../../conversation.ts';
import { areaOf, toPlace } from '../guess.ts';

/** A place less probable than this is not taken for granted. */
const SURE = 0.4;
/** Below this it is not worth a question either. */
const LEAST = 0.08;
/** Namesakes elsewhere that together are so likely beside the best are worth a question. */
const OPEN = 0.3;
/** Another place is named as surely as the best. */
const TIED = 0.9;
/** A rival less likely than this beside the best is not offered. */
const FAINT = 0.08;
const MOST_OFFERED = 5;

/** What of a place is still open: which of several, or of so many of one name that only words tell it. */
export interface Doubt {
  /** Likeliest first; empty when nothing is to be told apart, or too much. */
  among: PlaceGuess[];
  /** The name that too many places bear. */
  named: string | null;
}

/** The place a text surely means; the district alone where several there bear the name. Null: none, or in doubt. */
export function surePlace(read: readonly PlaceGuess[]): Place | null {
  const guesses = exceptBuildings(read);
  const [best] = guesses;
  if (!best || best.p < SURE || rivals(best, guesses).length > 0) return null;
  // `La Primavera, en La Mesa de Veraguas`: the map knows that name elsewhere, and the district that was named.
  const named = guesses.find(other => isNamedDistrict(best, other));
  if (named) return { ...toPlace(named), text: `${best.text}, ${named.text}` };
  const inDistrict = guesses.filter(other => isTwin(best, other));
  return sum(inDistrict) >= OPEN * best.p ? districtOf(best) : toPlace(best);
}

/** What is to be asked of places of near-equal chance. */
export function doubtOf(read: readonly PlaceGuess[]): Doubt {
  const guesses = exceptBuildings(read);
  const [best] = guesses;
  if (!best || best.p < LEAST) return { among: [], named: null };
  const found = rivals(best, guesses);
  if (found.length === 0) return { among: [], named: null };
  const told = new Map([best, ...found].toReversed().map(guess => [areaOf(guess), guess]));
  const among = [...told.values()].toReversed();
  return among.length > MOST_OFFERED ? { among: [], named: best.text } : { among, named: null };
}

/** `PH Arboleda, Costa del Este`: a building of that name stands in the area told with it, wherever else the name is known. */
function exceptBuildings(guesses: readonly PlaceGuess[]): readonly PlaceGuess[] {
  const isBuilding = ({ text }: PlaceGuess): boolean =>
    BUILDING.test(text) && guesses.some(other => other.text !== text && other.text.includes(text));
  return guesses.some(isBuilding) ? guesses.filter(guess => !isBuilding(guess)) : guesses;
}

const BUILDING =
  /(?:^|\s)(?:p\.?h\.?|edif(?:icio)?\.?|torres?|condominio|residencias?|apartamentos)\s(?:(?:el|la|los|las|de|del)\s)?\p{L}+(?:\s\p{L}+){0,2}$/iu;

/** Do the places offered bear one name? Then it is a homonym; else several places were named. */
export function isOneName(names: readonly string[]): boolean {
  return new Set(names).size === 1;
}

/** Without the places it is known not to be in. */
export function exceptDenied(places: readonly PlaceGuess[], { notAt }: Pick<Draft, 'notAt'>): PlaceGuess[] {
  return places.filter(({ code }) => !liesIn(code, notAt ?? []));
}

/** Does a place lie in one of these areas, or is it one? */
export function liesIn(code: string | null | undefined, areas: readonly string[]): boolean {
  return typeof code === 'string' && areas.some(area => code.startsWith(area));
}

/** The places elsewhere that may be meant as well as the best. */
function rivals(best: PlaceGuess, guesses: readonly PlaceGuess[]): PlaceGuess[] {
  const elsewhere = guesses.filter(other => other !== best && isElsewhere(best, other));
  const same = elsewhere.filter(({ text, p }) => text === best.text && p >= FAINT * best.p);
  if (sum(same) >= OPEN * best.p) return same;
  return elsewhere.filter(({ text, p }) => text !== best.text && p >= TIED * best.p);
}

/** In another district, and neither of the two around the other. */
function isElsewhere({ code: a }: PlaceGuess, { code: b }: PlaceGuess): boolean {
  return a.slice(0, 4) !== b.slice(0, 4) && !a.startsWith(b) && !b.startsWith(a);
}

const DISTRICT = 0.6;

function isNamedDistrict(best: PlaceGuess, other: PlaceGuess): boolean {
  const isFine = best.code.length > 4 && other.code.length === 4;
  return isFine && other.p >= DISTRICT && other.text !== best.text && isElsewhere(best, other);
}

/** Another place of the name in the same district. */
function isTwin(best: PlaceGuess, other: PlaceGuess): boolean {
  if (other === best || other.text !== best.text || other.code === best.code) return false;
  return best.code.length > 4 && other.code.length > 4 && best.code.slice(0, 4) === other.code.slice(0, 4);
}

function districtOf(guess: PlaceGuess): Place {
  return { ...toPlace(guess), code: guess.code.slice(0, 4), corregimiento: null, lat: null, lon: null };
}

function sum(guesses: readonly PlaceGuess[]): number {
  return guesses.reduce((total, { p }) => total + p, 0);
}

/** Does a place say more than what was known of it? */
export function isCloser({ code }: Place, known: Place | null): boolean {
  if (known?.code == null) return known === null;
  return code !== null && code.length > known.code.length && code.startsWith(known.code);
}
