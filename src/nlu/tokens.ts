import { rememberingLately, rememberingWords } from '../catalogue/remembering.ts';
import { bareWords } from '../catalogue/words.ts';

/** One word of a text, as it is compared. */
export interface Token {
  /** Small letters without accents (ñ is kept), long repeats shortened, shorthand written out. */
  word: string;
  /** The same by its sound, so that usual misspellings are equal: `baca` and `vaca`, `ase` and `hace`. */
  sound: string;
  /** Where it stands in the text, UTF-16 offsets; words written out of one shorthand share them. */
  start: number;
  end: number;
  /** Counts up at each end of a sentence. */
  sentence: number;
}

const WORD_OR_END = /https?:\/\/\S+|www\.\S+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[.!?;\n…]+/gu;
const LINK = /^(https?:\/\/|www\.)/i;
const END = /^[.!?;\n…]/;

/** Reads the words of a text in order. Links are left out. Linear in the length of the text. */
export type ReadTokens = (text: string) => readonly Token[];

/** A reader of many texts that writes these shorthands out, and works out once how a word is compared. */
export function createTokenReader(abbreviations: ReadonlyMap<string, string>): ReadTokens {
  const heard = rememberingWords(written => wordsOf(written, abbreviations));
  return rememberingLately(text => tokensOf(text, heard));
}

/** The words of one text in order. */
export function readTokens(text: string, abbreviations: ReadonlyMap<string, string>): Token[] {
  return tokensOf(text, written => wordsOf(written, abbreviations));
}

type Heard = Pick<Token, 'word' | 'sound'>;

function tokensOf(text: string, heard: (written: string) => readonly Heard[]): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  for (const match of text.matchAll(WORD_OR_END)) {
    const [written] = match;
    const start = match.index;
    if (LINK.test(written)) continue;
    if (END.test(written)) {
      sentence += 1;
      continue;
    }
    const end = start + written.length;
    for (const { word, sound } of heard(written)) tokens.push({ word, sound, start, end, sentence });
  }
  return tokens;
}

function wordsOf(written: string, abbreviations: ReadonlyMap<string, string>): Heard[] {
  const word = shorten(bareWords(written));
  const meaning = abbreviations.get(word);
  const words = (meaning === undefined ? word : bareWords(meaning)).split(' ').filter(part => part !== '');
  return words.map(own => ({ word: own, sound: soundOf(own) }));
}

const ACRONYM = /^[b-df-hj-np-tv-z]*a?[b-df-hj-np-tv-z]{3,4}$/;

/** `aguaaaaa` is `agua`; numbers and acronyms such as `attt` stay. */
function shorten(word: string): string {
  if (word.length <= 4 && ACRONYM.test(word)) return word;
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}

const SOUNDS: [RegExp, string][] = [
  [/^w(?=[aeio])/, 'u'],
  [/n(?=[bp])/g, 'm'],
  [/qu(?=[ei])|q/g, 'k'],
  [/(?<!c)h/g, ''],
  // `Guecos` are huecos, and `guerra` is none of them.
  [/^gu(?=e(?:[ckqsvblg]|rt|rf))/, 'u'],
  // A capital stands for the hard sound until the soft one is written.
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[ei])/g, 'j'],
  [/G/g, 'g'],
  [/c(?=[ei])|z/g, 's'],
  [/c(?!h)/g, 'k'],
  [/ll/g, 'y'],
  [/v/g, 'b'],
  [/ao(?=s?$)/, 'ado'],
  [/(.)\1/g, '$1'],
];

/** A plain word by its sound in Panamanian Spanish: v=b, z=s, soft c=s, ll=y, qu=k, hue=güe=we, mp=np, mute h, -ao=-ado. */
export function soundOf(word: string): string {
  if (/\d/.test(word)) return word;
  return SOUNDS.reduce((sound, [pattern, by]) => sound.replace(pattern, by), word);
}
