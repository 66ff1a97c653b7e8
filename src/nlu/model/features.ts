import type { Reading } from '../reading.ts';
import { stemOf } from '../stem.ts';

/** Raised when the features of a text change: a model learned from others must be learned again. */
export const FEATURES_VERSION = 5;

/** Parts of a word shorter or longer than these say little. */
const SHORTEST = 3;
const LONGEST = 5;
/** Characters of a word that are looked at. */
const MOST_OF_A_WORD = 16;
/** Words of a text that are looked at. */
export const MOST_WORDS = 160;

/**
 * What a model sees of a text: 32-bit hashes, each once, of its words, their stems and parts, pairs of neighbours, and
 * how it begins. Names of places are left out, so that a model learns matters and not places; so is what only announces.
 * Who reads many texts gives a `wordFeatures` that remembers.
 */
export function featuresOf({ tokens, units, line, frame }: Reading, of = wordFeatures): number[] {
  const seen = new Set<number>();
  const add = (feature: string): void => void seen.add(hash(feature));
  const inPlace = new Set(units.flatMap(({ inPlace, at }) => (inPlace ? [at] : [])));
  const words = tokens
    .slice(0, MOST_WORDS)
    .map(({ sound }, i) => (inPlace.has(i) ? '@' : plainNumber(sound)))
    .slice(frame);
  for (const [i, word] of words.entries()) {
    if (word === '@') continue;
    for (const feature of of(word)) seen.add(feature);
    const next = words[i + 1];
    if (next !== undefined && next !== '@') add(`b ${word} ${next}`);
    const after = words[i + 2];
    if (after !== undefined && after !== '@') add(`g ${word} ${after}`);
  }
  addShape(words, line, add);
  return [...seen];
}

/** The features of a word by itself: the word, its root, and its parts. */
export function wordFeatures(word: string): number[] {
  return [hash(`w ${word}`), hash(`s ${stemOf(word)}`), ...partsOf(word)];
}

function plainNumber(sound: string): string {
  return /^\d/.test(sound) ? '#' : sound;
}

/** Beginnings, middles and ends of a word: a slip of the finger leaves most of them. */
function partsOf(word: string): number[] {
  const bound = `<${word.slice(0, MOST_OF_A_WORD)}>`;
  const parts: number[] = [];
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let at = 0; at + size <= bound.length; at += 1) parts.push(hash(`c ${bound.slice(at, at + size)}`));
  }
  return parts;
}

/** How it begins, how long it is, whether it asks. */
function addShape(words: string[], line: string, add: (feature: string) => void): void {
  add(`f ${words[0] ?? ''}`);
  add(`ff ${words[0] ?? ''} ${words[1] ?? ''}`);
  add(`l ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`);
  if (line.includes('?')) add('?');
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): fast, even, the same on every machine. */
export function hash(text: string): number {
  return mixed(BASIS, text) >>> 0;
}

/** The hash of these with a space between each, which are not put together for it. */
export function hashOf(first: string, ...others: readonly string[]): number {
  let value = mixed(BASIS, first);
  for (const part of others) value = mixed(Math.imul(value ^ SPACE, PRIME), part);
  return value >>> 0;
}

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const SPACE = 0x20;

function mixed(value: number, text: string): number {
  let mix = value;
  for (let i = 0; i < text.length; i += 1) mix = Math.imul(mix ^ text.charCodeAt(i), PRIME);
  return mix;
}
