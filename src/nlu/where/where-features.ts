import type { PlaceGuess } from '../classifier.ts';
import { hashOf } from '../model/features.ts';
import type { Span } from '../places/mentions.ts';
import type { Token } from '../tokens.ts';

/** Where it is stands in so many words of a message, or nowhere. */
export const MOST_WORDS = 200;

/** What the map says of a text. */
export interface OnMap {
  names: readonly Span[];
  guesses: readonly PlaceGuess[];
}

/** How a word stands to the names on the map: outside, at the beginning or inside of one, and what kind of name. */
type AtName = string;

/** What is seen of each word and around it, as hashes; `isAnswer`: they were asked where it is, or put a place right. */
export function featuresOfWords(
  tokens: readonly Token[],
  text: string,
  { names, guesses }: OnMap,
  isAnswer: boolean,
): number[][] {
  const sounds = tokens.map(({ sound }) => (/^\d/.test(sound) ? numberOf(sound) : sound));
  const maps = namesAt(tokens.length, names);
  const gaps = tokens.map((token, i) => gapOf(text.slice(tokens[i - 1]?.end ?? 0, token.start), i));
  const meant = meantAt(tokens, text, guesses);
  const isShouted = text === text.toUpperCase();
  const size = String(Math.min(5, Math.floor(Math.log2(tokens.length + 1))));
  const asked = String(isAnswer);
  const isOnMap = String(maps.some(map => map !== OFF));
  return tokens.map((token, i) => {
    const seen = new Set<number>();
    const see: See = (...parts) => void seen.add(hashOf(...parts));
    see('size', asked, size);
    see('maps', asked, isOnMap);
    around(see, sounds, i);
    mapsAround(see, maps, sounds, i);
    meantAround(see, meant, sounds, i);
    gapsAround(see, gaps, sounds, i);
    lettersOf(see, token, text, isShouted);
    see('now', asked, sounds[i] ?? '');
    see('map', asked, maps[i] ?? OFF);
    return [...seen];
  });
}

/** Takes down one thing that is seen, told in several words. */
type See = (...parts: [string, ...string[]]) => void;

function numberOf(sound: string): string {
  return `#${sound.length > 4 ? 'long' : sound.replace(/\d/g, '').length > 0 ? 'mixed' : sound.length}`;
}

/** How far it is looked, with the name of what is seen there. */
const NEIGHBOURS = [-3, -2, -1, 0, 1, 2, 3].map(n => [n, `w${n}`] as const);
const PAIRS = [-2, -1, 0, 1].map(n => [n, `p${n}`] as const);
const FARTHER = [-6, -5, -4] as const;

/** The word, its neighbours, and pairs of them. */
function around(see: See, sounds: readonly string[], i: number): void {
  const at = (n: number): string => sounds[i + n] ?? (i + n < 0 ? '<' : '>');
  for (const [n, name] of NEIGHBOURS) see(name, at(n));
  for (const [n, name] of PAIRS) see(name, at(n), at(n + 1));
  see('t', at(-1), at(0), at(1));
  see('u', at(-2), at(-1), at(0));
  see('v', at(0), at(1), at(2));
  for (const n of FARTHER) see('before', at(n));
}

const OFF: AtName = 'O';

function namesAt(count: number, spans: readonly Span[]): AtName[] {
  const maps: AtName[] = Array.from({ length: count }, () => OFF);
  for (const { from, to, entry, misspelt } of spans) {
    const level = entry.candidates[0]?.place.row.level ?? '';
    const kind = `${entry.ordinary ? 'word' : 'name'} ${misspelt} ${level}`;
    for (let at = from; at < Math.min(to, count); at += 1) maps[at] = `${at === from ? 'B' : 'I'} ${kind}`;
  }
  return maps;
}

const NAMES_NEAR = [-2, -1, 0, 1, 2].map(n => [n, `m${n}`] as const);

function mapsAround(see: See, maps: readonly AtName[], sounds: readonly string[], i: number): void {
  const at = (n: number): AtName => maps[i + n] ?? OFF;
  const here = sounds[i] ?? '';
  for (const [n, name] of NAMES_NEAR) see(name, at(n));
  see('m-', at(-1), at(0));
  see('m+', at(0), at(1));
  see('ms', sounds[i - 1] ?? '<', at(0));
  see('sm', here, at(1));
  see('ssm', here, at(2));
}

/** How surely each word stands in the name of the place that is meant. */
function meantAt(tokens: readonly Token[], text: string, guesses: readonly PlaceGuess[]): string[] {
  const meant = tokens.map(() => '-');
  for (const { text: words, p } of guesses.toReversed()) {
    const from = words === '' ? -1 : text.indexOf(words);
    const sure = p >= 0.6 ? 'sure' : p >= 0.3 ? 'likely' : 'faint';
    for (const [i, { start, end }] of tokens.entries())
      if (from !== -1 && start >= from && end <= from + words.length) meant[i] = sure;
  }
  return meant;
}

function meantAround(see: See, meant: readonly string[], sounds: readonly string[], i: number): void {
  const at = (n: number): string => meant[i + n] ?? '-';
  see('h', at(0));
  see('h-', at(-1), at(0));
  see('h+', at(0), at(1));
  see('sh', sounds[i] ?? '', at(1));
  see('hs', sounds[i - 1] ?? '<', at(0));
}

/** What stands between a word and the one before. */
function gapOf(between: string, i: number): string {
  if (i === 0) return 'start';
  if (between.includes('\n')) return 'line';
  if (/[?¿!¡]/.test(between)) return 'cry';
  if (/[.;:…]/.test(between)) return 'stop';
  if (/[,()–-]/.test(between)) return 'comma';
  return 'none';
}

function gapsAround(see: See, gaps: readonly string[], sounds: readonly string[], i: number): void {
  const here = gaps[i] ?? 'end';
  const next = gaps[i + 1] ?? 'end';
  const sound = sounds[i] ?? '';
  see('g', here);
  see('g+', next);
  see('gg', here, next);
  see('gw', here, sound);
  see('wg', sound, next);
  see('gww', here, sound, sounds[i + 1] ?? '>');
}

function lettersOf(see: See, { word, start }: Token, text: string, shouted: boolean): void {
  const isCapital = !shouted && /\p{Lu}/u.test(text.charAt(start));
  see('c', String(isCapital), String(start === 0));
  see('b', word.slice(0, 3));
  see('bb', word.slice(0, 4));
  see('e', word.slice(-3));
  see('d', String(/\d/.test(word)));
}
