import { distance } from 'fastest-levenshtein';
import { rememberingWords } from '../../catalogue/remembering.ts';
import { WORDS_NEAR_NAMES } from './ordinary-names.ts';

/** Finds the words of names that a written word may be meant for. */
export interface Misspellings {
  /** The known sounds one slip away from a sound, in a fixed order; empty for short and for everyday words. */
  of(sound: string): readonly string[];
}

const SHORTEST = 5;
const LONGEST = 24;
const NONE: readonly string[] = [];

/** Knows the sounds of all words in names; a slip is one letter more, less, other, or two swapped. */
export function createMisspellings(vocabulary: ReadonlySet<string>): Misspellings {
  const byDeletion = new Map<string, string[]>();
  for (const sound of vocabulary) {
    if (sound.length < SHORTEST || sound.length > LONGEST || /\d/.test(sound)) continue;
    for (const key of deletions(sound)) {
      const known = byDeletion.get(key);
      if (known === undefined) byDeletion.set(key, [sound]);
      else known.push(sound);
    }
  }
  return {
    of: rememberingWords(sound => {
      if (sound.length < SHORTEST - 1 || sound.length > LONGEST + 1 || WORDS_NEAR_NAMES.has(sound))
        return NONE;
      const found = new Set<string>();
      for (const key of deletions(sound)) {
        for (const known of byDeletion.get(key) ?? NONE) {
          if (known !== sound && isOneSlip(sound, known)) found.add(known);
        }
      }
      return found.size === 0 ? NONE : [...found].sort();
    }),
  };
}

function deletions(sound: string): Set<string> {
  const keys = new Set([sound]);
  for (let at = 0; at < sound.length; at += 1) keys.add(sound.slice(0, at) + sound.slice(at + 1));
  return keys;
}

/** The first letter is seldom wrong, and a wrong one makes everyday words look like names. */
function isOneSlip(written: string, known: string): boolean {
  if (written[0] !== known[0]) return false;
  const slips = distance(written, known);
  return slips === 1 || (slips === 2 && isSwap(written, known));
}

function isSwap(written: string, known: string): boolean {
  if (written.length !== known.length) return false;
  let at = 0;
  while (written[at] === known[at]) at += 1;
  return written[at] === known[at + 1] && written[at + 1] === known[at];
}
