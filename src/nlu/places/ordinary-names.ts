import { soundOf } from '../tokens.ts';
import {
  ORDINARY_PHRASES,
  ORDINARY_THINGS,
  ORDINARY_WORDS,
  PERSONAL_NAMES,
  WORDS_NEAR_NAMES_BY_SOUND,
} from './ordinary-lists.ts';

const ARTICLE = /^(el|la|los|las) /;
const THINGS = new Set(listed(ORDINARY_THINGS, /\s+/).map(soundsOf));
const ORDINARY = new Set([
  ...THINGS,
  ...listed(ORDINARY_WORDS, /\s+/).map(soundsOf),
  ...listed(ORDINARY_PHRASES, /[|\n]/).map(soundsOf),
]);
const PERSONAL = new Set(listed(PERSONAL_NAMES, /[|\n]/).map(soundsOf));

/** Everyday words, by sound, that are never taken for a misspelt name. */
export const WORDS_NEAR_NAMES: ReadonlySet<string> = new Set(listed(WORDS_NEAR_NAMES_BY_SOUND, /\s+/));

/** Whether a name, given as plain words, is mostly said of something else: `la mesa`, `salud`. */
export function isOrdinary(name: string): boolean {
  return isOrdinarySound(soundsOf(name));
}

/** The same of a name by its sounds. */
export function isOrdinarySound(sounds: string): boolean {
  return ORDINARY.has(sounds.replace(ARTICLE, ''));
}

/** Whether a name is that of a thing, which `en` without an article does not mean. */
export function needsArticle(name: string): boolean {
  return THINGS.has(soundsOf(name));
}

/** Whether people are called so too: `david`, `juan diaz`. */
export function isPersonal(name: string): boolean {
  return PERSONAL.has(soundsOf(name));
}

function listed(text: string, between: RegExp): string[] {
  return text.split(between).filter(item => item !== '');
}

function soundsOf(name: string): string {
  return name.split(' ').map(soundOf).join(' ').replaceAll('ñ', 'n');
}
