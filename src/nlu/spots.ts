import type { Reading, Unit } from './reading.ts';

/** A phrase found in a text. */
export interface Match {
  /** Whose phrase it is: the id of a service or a body. */
  owner: string;
  /** How many words it stands for: those that matter, their negations, and those that must stand exactly. */
  length: number;
  /** 0–1: less for other endings, misspellings, words in between and another order. */
  quality: number;
  /** Indexes of the units it covers, rising. */
  units: number[];
}

/** A phrase of a vocabulary, prepared. */
export interface Phrase {
  owner: string;
  keys: string[];
  sounds: string[];
  /** All its words by sound, where only one of them matters: then the others must stand there too. */
  exactly: string[] | null;
  length: number;
  /** Which of the keys is looked up first: the rarest. */
  anchor: number;
}

/** A unit of the text with the vocabulary's stem for it. */
export interface Spot {
  unit: Unit;
  key: string;
  misspelt: boolean;
}

/** How far apart the words of a phrase may stand. */
const GAP = 2;
const OTHER_NUMBER = 0.97;
const OTHER_ENDING = 0.93;
/** Short roots are shared by words that have nothing in common: `bar`, `barren`. */
const OTHER_ENDING_OF_SHORT = 0.75;
const ANOTHER_WORD = 0.5;
const SHORT = 3;
const MISSPELT = 0.8;
const MISSPELT_ALONE = 0.65;
const PER_WORD_BETWEEN = 0.88;
const OTHER_ORDER = 0.85;
/** Two words alone in another order are often of two things: `tubos rotos en la calle` is no `calle rota`. */
const OTHER_ORDER_OF_TWO = 0.75;
/** `sin permiso` found for `permiso`. */
const DENIED = 0.75;
/** Below this the likeness is chance. */
const LEAST_QUALITY = 0.6;

/** Adds the phrase when its words stand around the unit at `at`, which says its anchor. */
export function addMatch(
  matches: Match[],
  phrase: Phrase,
  at: number,
  spots: Spot[],
  reading: Reading,
): void {
  const units = place(phrase, at, spots);
  if (units === null || (phrase.exactly && !standsExactly(phrase.exactly, spots[at]?.unit, reading))) return;
  const quality = qualityOf(phrase, units, spots);
  if (quality < LEAST_QUALITY) return;
  matches.push({
    owner: phrase.owner,
    length: phrase.length,
    quality,
    units: units.toSorted((a, b) => a - b),
  });
}

/** For each word of the phrase the index of the unit that says it, the nearest to the anchor; null if one lacks. */
function place(phrase: Phrase, at: number, spots: Spot[]): number[] | null {
  const { keys, anchor } = phrase;
  if (keys.length === 1) return [at];
  const reach = keys.length - 1 + GAP;
  const units: number[] = [];
  for (let n = 0; n < keys.length; n += 1) {
    const found = n === anchor ? at : nearest(keys[n] as string, at, n - anchor, reach, spots, units);
    if (found === -1) return null;
    units.push(found);
  }
  const spread = Math.max(...units) - Math.min(...units);
  return spread <= reach ? units : null;
}

function nearest(
  key: string,
  at: number,
  offset: number,
  reach: number,
  spots: Spot[],
  taken: number[],
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  const sentence = spots[at]?.unit.sentence;
  for (let to = Math.max(0, at - reach); to <= Math.min(spots.length - 1, at + reach); to++) {
    const spot = spots[to];
    if (to === at || !spot || spot.unit.sentence !== sentence || !says(spot, key) || taken.includes(to))
      continue;
    const far = Math.abs(to - (at + offset));
    if (far < least) {
      least = far;
      best = to;
    }
  }
  return best;
}

function says({ key, unit }: Spot, wanted: string): boolean {
  return wanted.startsWith('!') ? unit.negated && wanted.slice(1) === key : key === wanted;
}

function qualityOf(phrase: Phrase, units: number[], spots: Spot[]): number {
  let quality = 1;
  let ordered = true;
  for (const [n, at] of units.entries()) {
    const spot = spots[at];
    if (spot?.misspelt) quality *= phrase.length > 1 ? MISSPELT : MISSPELT_ALONE;
    else if (spot && spot.unit.sound !== phrase.sounds[n])
      quality *= endingOf(spot.unit, phrase.sounds[n] ?? '');
    if (spot?.unit.negated && !phrase.keys[n]?.startsWith('!')) quality *= DENIED;
    if (n > 0 && at < (units[n - 1] ?? 0)) ordered = false;
  }
  const between = Math.max(...units) - Math.min(...units) + 1 - units.length;
  return (
    quality *
    PER_WORD_BETWEEN ** between *
    (ordered ? 1 : phrase.length > 2 ? OTHER_ORDER : OTHER_ORDER_OF_TWO)
  );
}

/** How alike two words of one root are. */
function endingOf({ sound, stem }: Unit, listed: string): number {
  const [one, other] = [singular(sound), singular(listed)];
  if (one === other) return OTHER_NUMBER;
  if (stem.length > SHORT || GENDERS.test(one.slice(-1) + other.slice(-1))) return OTHER_ENDING;
  return one === stem || other === stem ? ANOTHER_WORD : OTHER_ENDING_OF_SHORT;
}

const GENDERS = /^(ao|oa)$/;

function singular(sound: string): string {
  return sound.replace(/s$/, '');
}

const ARTICLE = new Set(['el', 'del', 'al']);

/** Do the phrase's light words stand around the one that matters, as in `el seguro`, `los 120`? */
function standsExactly(sounds: string[], unit: Unit | undefined, { tokens }: Reading): boolean {
  if (!unit) return false;
  for (let from = Math.max(0, unit.at - sounds.length + 1); from <= unit.at; from++) {
    const all = sounds.every((sound, n) => {
      const there = tokens[from + n]?.sound ?? '';
      return there === sound || (ARTICLE.has(sound) && ARTICLE.has(there));
    });
    if (all) return true;
  }
  return false;
}
