import type { Reading, Unit } from './reading.ts';
import { unitsOf } from './reading.ts';
import { createRespell } from './spelling.ts';
import { readTokens } from './tokens.ts';

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

/** What a vocabulary finds in a text. */
export interface Findings {
  matches: Match[];
  /** By unit: the vocabulary's stem for its word, also when that is misspelt; null when nothing is near. */
  stems: (string | null)[];
}

/** Finds the phrases of a vocabulary in a text. */
export interface Lexicon {
  find(reading: Reading): Findings;
  /** 0–1, how few owners use the word: 1 for a word of one owner only, 0 for a word nobody uses; `!` marks a negation. */
  rarity(key: string): number;
}

interface Phrase {
  owner: string;
  keys: string[];
  sounds: string[];
  /** All its words by sound, where only one of them matters: then the others must stand there too. */
  exactly: string[] | null;
  length: number;
  /** Which of the keys is looked up first: the rarest. */
  anchor: number;
}

/** How far apart the words of a phrase may stand. */
const GAP = 2;
const OTHER_ENDING = 0.93;
/** Short roots are shared by words that have nothing in common: `bar`, `barren`. */
const OTHER_ENDING_OF_SHORT = 0.75;
const SHORT = 3;
const MISSPELT = 0.8;
const MISSPELT_ALONE = 0.65;
const PER_WORD_BETWEEN = 0.88;
const OTHER_ORDER = 0.85;
/** `sin permiso` found for `permiso`. */
const DENIED = 0.75;
/** Below this the likeness is chance. */
const LEAST_QUALITY = 0.6;

/** Indexes phrases by their rarest word. Endings, usual misspellings, light words and small gaps do not matter. */
export function createLexicon(phrases: Iterable<readonly [owner: string, phrase: string]>): Lexicon {
  const all = [...phrases].map(([owner, text]) => phraseOf(owner, text)).filter(phrase => phrase !== null);
  const rarity = rarityOf(all);
  const index = new Map<string, Phrase[]>();
  for (const phrase of all) {
    const key = anchor(phrase, rarity);
    const there = index.get(key);
    if (there) there.push(phrase);
    else index.set(key, [phrase]);
  }
  const respell = createRespell(all.flatMap(({ keys }) => keys.map(plain)));
  const stems = new Set(all.flatMap(({ keys }) => keys.map(plain)));
  const known = ({ stem, inPlace }: Unit): string | null => {
    if (stems.has(stem)) return stem;
    return inPlace ? null : respell(stem);
  };
  return {
    rarity: key => rarity.get(key) ?? 0,
    find: reading => {
      const found = reading.units.map(known);
      return { matches: find(reading, index, found), stems: found };
    },
  };
}

function plain(key: string): string {
  return key.startsWith('!') ? key.slice(1) : key;
}

const NO_SHORTHAND: ReadonlyMap<string, string> = new Map();

function phraseOf(owner: string, text: string): Phrase | null {
  const tokens = readTokens(text.replace(/[.+]/g, ' '), NO_SHORTHAND);
  const units = unitsOf(tokens);
  if (units.length === 0) return null;
  const exactly = units.length === 1 && tokens.length > 1 && !units[0]?.negated;
  return {
    owner,
    length: units.length + units.filter(({ negated }) => negated).length + (exactly ? 1 : 0),
    keys: units.map(({ stem, negated }) => (negated ? `!${stem}` : stem)),
    sounds: units.map(({ sound }) => sound),
    exactly: exactly ? tokens.map(({ sound }) => sound) : null,
    anchor: 0,
  };
}

function anchor(phrase: Phrase, rarity: Map<string, number>): string {
  let best = '';
  for (const [at, key] of phrase.keys.entries()) {
    if (best === '' || (rarity.get(key) ?? 0) > (rarity.get(best) ?? 0)) {
      best = key;
      phrase.anchor = at;
    }
  }
  return best;
}

function rarityOf(phrases: Phrase[]): Map<string, number> {
  const owners = new Map<string, Set<string>>();
  for (const { owner, keys } of phrases) {
    for (const key of keys) owners.set(key, (owners.get(key) ?? new Set()).add(owner));
  }
  const total = Math.max(2, new Set(phrases.map(({ owner }) => owner)).size);
  const most = Math.log(total / 1);
  return new Map([...owners].map(([key, { size }]) => [key, Math.max(0.05, Math.log(total / size) / most)]));
}

interface Spot {
  unit: Unit;
  key: string;
  misspelt: boolean;
}

function find(reading: Reading, index: Map<string, Phrase[]>, stems: (string | null)[]): Match[] {
  const spots = reading.units.map((unit, at): Spot => {
    const key = stems[at] ?? '';
    return { unit, key, misspelt: key !== unit.stem };
  });
  const matches: Match[] = [];
  for (const [at, spot] of spots.entries()) {
    if (spot.key === '') continue;
    for (const phrase of index.get(spot.key) ?? []) addMatch(matches, phrase, at, spots, reading);
    if (!spot.unit.negated) continue;
    for (const phrase of index.get(`!${spot.key}`) ?? []) addMatch(matches, phrase, at, spots, reading);
  }
  return matches;
}

function addMatch(matches: Match[], phrase: Phrase, at: number, spots: Spot[], reading: Reading): void {
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
  const reach = phrase.keys.length - 1 + GAP;
  const units: number[] = [];
  for (const [n, key] of phrase.keys.entries()) {
    const found = n === phrase.anchor ? at : nearest(key, at, n - phrase.anchor, reach, spots, units);
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
    else if (spot && spot.unit.sound !== phrase.sounds[n]) quality *= endingOf(spot.unit);
    if (spot?.unit.negated && !phrase.keys[n]?.startsWith('!')) quality *= DENIED;
    if (n > 0 && at < (units[n - 1] ?? 0)) ordered = false;
  }
  const between = Math.max(...units) - Math.min(...units) + 1 - units.length;
  return quality * PER_WORD_BETWEEN ** between * (ordered ? 1 : OTHER_ORDER);
}

function endingOf({ stem }: Unit): number {
  return stem.length <= SHORT ? OTHER_ENDING_OF_SHORT : OTHER_ENDING;
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
