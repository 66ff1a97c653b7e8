import { distance } from 'fastest-levenshtein';
import { rememberingWords } from '../catalogue/remembering.ts';

/** Finds the known word a misspelt one stands for, or null. */
export type Respell = (word: string) => string | null;

const SHORTEST = 5;
/** From this length on two letters may be wrong. */
const LONG = 8;

/** Knows a list of words by what is left of each when one letter is dropped, so that a look-up is a few reads. */
export function createRespell(words: Iterable<string>): Respell {
  const known = [...new Set(words)].filter(word => word.length >= SHORTEST && !/[\d!]/.test(word)).sort();
  const byRemains = new Map<string, string[]>();
  for (const word of known) {
    for (const remains of remainsOf(word)) {
      const owners = byRemains.get(remains);
      if (owners) owners.push(word);
      else byRemains.set(remains, [word]);
    }
  }
  return rememberingWords(word => {
    if (word.length < SHORTEST || word.length > 24 || /\d/.test(word)) return null;
    return nearest(word, byRemains);
  });
}

function nearest(word: string, byRemains: Map<string, string[]>): string | null {
  let best: string | null = null;
  let least = word.length >= LONG ? 3 : 2;
  for (const remains of remainsOf(word)) {
    for (const candidate of byRemains.get(remains) ?? []) {
      const far = candidate[0] === word[0] ? distance(candidate, word) : least;
      if (far < least || (far === least && best !== null && candidate < best && candidate[0] === word[0])) {
        best = candidate;
        least = far;
      }
    }
  }
  return best;
}

function remainsOf(word: string): Set<string> {
  const remains = new Set([word]);
  for (let at = 0; at < word.length; at++) remains.add(word.slice(0, at) + word.slice(at + 1));
  return remains;
}
