import { distance } from 'fastest-levenshtein';
import { wordSet } from '../../catalogue/words.ts';
import { plainWords } from './plain-words.ts';

/** A word as people write it who write by ear, or hold a key too long: `zi`, `siii`, `enbiar` and `bale` sound alike. */
export function writtenByEar(word: string): string {
  return word
    .replace(/^(si){2,}$/, 'si')
    .replace(/ll/g, 'y')
    .replace(/(.)\1+/g, '$1')
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/b/g, 'v')
    .replace(/k|q(?!u)/g, 'c')
    .replace(/^h/, '')
    .replace(/mv/, 'nv');
}

/** They sound like `cierra` and `sip`, or like an order with a slip, and are none: a mountain, a spice, a paper. */
const ORDINARY = wordSet('sierra canela cip hook');

/** A text in plain words, each written as the known word that sounds like it. */
export function spelled(text: string, known: ReadonlyMap<string, string>): string {
  return plainWords(text)
    .split(' ')
    .map(word =>
      ORDINARY.has(word) ? word : (known.get(word) ?? known.get(writtenByEar(word)) ?? slipped(word, known)),
    )
    .join(' ');
}

/** The words of patterns by themselves and by their sound; of two that sound alike the first. */
export function wordsBySound(patterns: readonly string[]): ReadonlyMap<string, string> {
  const words = patterns.flatMap(pattern => pattern.replace(/\\\w/g, ' ').split(/[^a-zñ]+/));
  const known = new Map<string, string>();
  for (const word of words) known.set(word, word);
  for (const word of words) if (!known.has(writtenByEar(word))) known.set(writtenByEar(word), word);
  return known;
}

/** An order with its pronoun is known also where a letter is missing: `envilo`, `mandrlo`. */
const ORDER = /^.{4,}l[oa]s?$/;
const ORDERS = new WeakMap<ReadonlyMap<string, string>, string[]>();

function slipped(word: string, known: ReadonlyMap<string, string>): string {
  if (!ORDER.test(word)) return word;
  const orders = ORDERS.get(known) ?? [...new Set(known.values())].filter(other => ORDER.test(other));
  ORDERS.set(known, orders);
  // A letter that is another makes another word: `abuela` is no `ábrela`.
  const near = (other: string): boolean => other.length === word.length + 1 && distance(other, word) === 1;
  return orders.find(near) ?? word;
}
