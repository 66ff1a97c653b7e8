import type { Reading } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { hash, MOST_WORDS } from './features.ts';

/** Words from the beginning and from the end of a text that say how it is put. */
const FIRST = 6;
const LAST = 10;
/** Letters of a word's end: who does it, and whether it is, was, should be. */
const ENDING = 2;
const LONG_ENDING = 3;
const MOST_SENTENCES = 6;
/** Stands for the word behind the last one. */
const AFTER = '$';

/**
 * How a text is put, whatever it is about: how its sentences begin, how all of it begins and ends, and its signs. 32-bit
 * hashes, each once. A wish stands in a verb's form, a reproach in who does it, a question in its sign.
 */
export function styleOf({ tokens, text }: Reading): number[] {
  const seen = new Set<number>();
  const add = (feature: string): void => void seen.add(hash(feature));
  const words = tokens.slice(0, MOST_WORDS);
  addSentences(words, add);
  for (const { sound } of words.slice(0, FIRST)) addWithEnding('H', sound, add);
  for (const { sound } of words.slice(-LAST)) addWithEnding('T', sound, add);
  for (const [sign, pattern] of SIGNS) if (pattern.test(text)) add(`p ${sign}`);
  return [...seen];
}

/** How each sentence begins; the first and the last of them once more as such. */
function addSentences(words: readonly Token[], add: (feature: string) => void): void {
  const final = words.at(-1)?.sentence;
  let before = -1;
  for (const [i, { sound, sentence }] of words.entries()) {
    if (sentence === before) continue;
    const [next, third] = [words[i + 1]?.sound ?? AFTER, words[i + 2]?.sound ?? AFTER];
    addBeginning('B', sound, next, add);
    add(`B3 ${sound.slice(-LONG_ENDING)}`);
    add(`B4 ${sound} ${next} ${third.slice(-ENDING)}`);
    if (i === 0) addBeginning('F', sound, next, add);
    if (sentence === final) addBeginning('L', sound, next, add);
    before = sentence;
  }
  add(`N ${Math.min(MOST_SENTENCES, before)}`);
}

function addBeginning(where: string, word: string, next: string, add: (feature: string) => void): void {
  const ending = word.slice(-ENDING);
  add(`${where} ${word}`);
  add(`${where}e ${ending}`);
  add(`${where}2 ${word} ${next}`);
  add(`${where}e2 ${ending} ${next.slice(-ENDING)}`);
}

function addWithEnding(where: string, word: string, add: (feature: string) => void): void {
  add(`${where} ${word}`);
  add(`${where}e ${word.slice(-LONG_ENDING)}`);
}

const SIGNS: [name: string, pattern: RegExp][] = [
  ['asks', /¿/],
  ['ends asking', /\?\s*$/],
  ['calls', /!/],
  ['quotes', /["“'«]/],
  ['counts', /\d/],
  ['money', /\$|b\/\.|balboa|d[oó]lar/i],
  ['ends with a stop', /[.!]\s*$/],
  ['pauses', /[;:]/],
  ['short', /^.{0,79}$/s],
];
