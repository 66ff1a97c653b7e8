import { soundOf, type Token } from './tokens.ts';

/** How a word sounds in a phrase: as everywhere, but `perro` is not `pero` and `cerro` not `cero`. */
export function phraseSound({ word, sound }: Pick<Token, 'word' | 'sound'>): string {
  return word.includes('rr') ? soundOf(word.replaceAll('rr', STRONG_R)) : sound;
}

/** The beginnings of sounds that a beginning of a word can have: a last `c` or `g` is decided by the letter after it. */
export function prefixSounds(prefix: string): string[] {
  const hard = soundOfWord(prefix);
  if (prefix.endsWith('c')) return [hard, `${hard.slice(0, -1)}s`];
  return prefix.endsWith('g') ? [hard, `${hard.slice(0, -1)}j`] : [hard];
}

/** The same of a word that stands in no text. */
export function soundOfWord(word: string): string {
  return phraseSound({ word, sound: soundOf(word) });
}

const STRONG_R = 'ř';
