import type { Reading } from '../reading.ts';
import { stemOf } from '../stem.ts';

/** Raised when the features of a text change: a model learned from others must be learned again. */
export const FEATURES_VERSION = 1;

/** Parts of a word shorter or longer than these say little. */
const SHORTEST = 3;
const LONGEST = 5;
/** Characters of a word that are looked at. */
const MOST_OF_A_WORD = 16;
/** Words of a text that are looked at. */
const MOST_WORDS = 160;

/**
 * What a model sees of a text: 32-bit hashes, each once, of its words, their stems and parts, pairs of neighbours, and
 * how it begins. Names of places are left out, so that a model learns matters and not places.
 */
export function featuresOf({ tokens, units, line }: Reading): number[] {
  const seen = new Set<number>();
  const add = (feature: string): void => void seen.add(hash(feature));
  const words = addWords({ tokens, units }, add);
  for (const word of words) if (word !== '@') addParts(word, add);
  addShape(words, line, add);
  return [...seen];
}

function addWords(
  { tokens, units }: Pick<Reading, 'tokens' | 'units'>,
  add: (feature: string) => void,
): string[] {
  const inPlace = new Set(units.flatMap(({ inPlace, at }) => (inPlace ? [at] : [])));
  const words = tokens
    .slice(0, MOST_WORDS)
    .map(({ sound }, i) => (inPlace.has(i) ? '@' : plainNumber(sound)));
  for (const [i, word] of words.entries()) {
    if (word === '@') continue;
    add(`w ${word}`);
    add(`s ${stemOf(word)}`);
    const next = words[i + 1];
    if (next !== undefined && next !== '@') add(`b ${word} ${next}`);
    const after = words[i + 2];
    if (after !== undefined && after !== '@') add(`g ${word} ${after}`);
  }
  return words;
}

function plainNumber(sound: string): string {
  return /^\d/.test(sound) ? '#' : sound;
}

/** Beginnings, middles and ends of a word: a slip of the finger leaves most of them. */
function addParts(word: string, add: (feature: string) => void): void {
  const bound = `<${word.slice(0, MOST_OF_A_WORD)}>`;
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let at = 0; at + size <= bound.length; at += 1) add(`c ${bound.slice(at, at + size)}`);
  }
}

/** How it begins, how long it is, whether it asks. */
function addShape(words: string[], line: string, add: (feature: string) => void): void {
  add(`f ${words[0] ?? ''}`);
  add(`ff ${words[0] ?? ''} ${words[1] ?? ''}`);
  add(`l ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`);
  if (line.includes('?')) add('?');
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): fast, even, the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}
