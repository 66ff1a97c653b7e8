import { rememberingLately } from '../../catalogue/remembering.ts';
import { SAID, type Sort } from './consent-words.ts';
import { spelled, wordsBySound } from './sounds.ts';

const PATTERNS = SAID.map(([sort, source]): [Sort, RegExp] => {
  return [sort, new RegExp(`^(?:${source.replace(/\s*\n\s*/g, '')})(?= |$)`)];
});
const BY_SOUND = wordsBySound(SAID.map(([, source]) => source));

/** One thing a part of an answer says, or a word that says none of them (`null`). */
export interface Said {
  sort: Sort | null;
  words: string;
}

/** What the answer says, from left to right, each time by the longest words that fit, up to the first other word. */
export const saidIn = rememberingLately((clause): readonly Said[] => saidOf(clause, false));

/** `Ya lo mandé` tells what was done, and orders nothing; only the accent says so. */
const DID_SEND = /(?<!\p{L})(ya (?:yo )?(?:(?:se|lo|la|los|las) )*(?:mand|envi))é(?!\p{L})/giu;

/** The same over all the words. */
export function saidOf(clause: string, isAll: boolean): Said[] {
  const all: Said[] = [];
  let rest = spelled(clause.slice(0, LONGEST).replace(DID_SEND, '$1ado'), BY_SOUND);
  while (rest !== '') {
    const said = longest(rest) ?? { sort: null, words: rest.split(' ')[0] ?? rest };
    all.push(said);
    if (said.sort === null && !isAll) return all;
    rest = rest.slice(said.words.length).trimStart();
  }
  return all;
}

function longest(rest: string): Said | null {
  let best: Said | null = null;
  for (const [sort, pattern] of PATTERNS) {
    const words = pattern.exec(rest)?.[0].trimEnd() ?? '';
    if (words.length > (best?.words.length ?? 0)) best = { sort, words };
  }
  return best;
}

/** Beyond this a text tells something, whatever else it says. */
export const LONGEST = 240;
/** What all of it says. */
export function sortsOf(said: readonly Said[]): ReadonlySet<Sort | null> {
  return new Set(said.map(({ sort }) => sort));
}

/** What an order may be said with. */
export const ORDERING: ReadonlySet<Sort> = new Set<Sort>(['file', 'yes', 'no', 'polite', 'parting']);

/** How many words that is. */
export function wordsIn(said: readonly Said[]): number {
  return said.reduce((sum, { words }) => sum + words.split(' ').length, 0);
}

/** A text from so many words on. */
export function fromWord(text: string, count: number): string {
  const from = [...text.matchAll(/[\p{L}\p{N}]+/gu)][count]?.index;
  return from === undefined ? '' : text.slice(from);
}
