import { rememberingLately } from './remembering.ts';

/** No letter of any language bears more marks; to put a pile of them in order takes the square of its height. */
const PILE = /(\p{M}{4})\p{M}+/gu;

/** What the first 256 characters do not hold, marks among it. */
const BEYOND_LATIN = /[\u0100-\uffff]/;

/** A text in which no letter bears more than four marks. */
export function withoutPiles(text: string): string {
  return BEYOND_LATIN.test(text) ? text.replace(PILE, '$1') : text;
}

/** A list of words, written with spaces between them, as a set. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Words as they are compared: small letters without accents, single spaces (ñ is kept). */
export const bareWords = rememberingLately((text: string): string =>
  BEYOND_LATIN.test(text) ? plainOfAny(text) : plainOfLatin(text),
);

const ACCENTED = /[à-åç-ïò-öù-ýÿ]/g;
const BARE = new Map(
  [...'àáâãäåçèéêëìíîïòóôõöùúûüýÿ'].map(letter => [letter, letter.normalize('NFD').charAt(0)]),
);

/** The same as `plainOfAny`, four times as fast: every message is compared many times. */
function plainOfLatin(text: string): string {
  return text
    .toLowerCase()
    .replace(ACCENTED, letter => BARE.get(letter) ?? letter)
    .replace(/[^a-z0-9ñßæðøþªºµ²³¹¼½¾]+/g, ' ')
    .trim();
}

function plainOfAny(text: string): string {
  return withoutPiles(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!n)\p{M}|(?<=n)(?!\u0303)\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
