import type { PlaceGuess } from '../classifier.ts';
import { hash } from '../model/features.ts';
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
  const size = Math.min(5, Math.floor(Math.log2(tokens.length + 1)));
  const shape = [`size ${isAnswer} ${size}`, `maps ${isAnswer} ${maps.some(map => map !== OFF)}`];
  return tokens.map((token, i) => {
    const seen = [
      ...shape,
      ...around(sounds, i),
      ...mapsAround(maps, sounds, i),
      ...meantAround(meant, sounds, i),
      ...gapsAround(gaps, sounds, i),
      ...lettersOf(token, text, isShouted),
      ...[`now ${isAnswer} ${sounds[i]}`, `map ${isAnswer} ${maps[i]}`],
    ];
    return [...new Set(seen.map(hash))];
  });
}

function numberOf(sound: string): string {
  return `#${sound.length > 4 ? 'long' : sound.replace(/\d/g, '').length > 0 ? 'mixed' : sound.length}`;
}

const REACH = 3;

/** The word, its neighbours, and pairs of them. */
function around(sounds: readonly string[], i: number): string[] {
  const at = (n: number): string => sounds[i + n] ?? (i + n < 0 ? '<' : '>');
  const found: string[] = [];
  for (let n = -REACH; n <= REACH; n += 1) found.push(`w${n} ${at(n)}`);
  for (let n = -2; n <= 1; n += 1) found.push(`p${n} ${at(n)} ${at(n + 1)}`);
  found.push(
    `t ${at(-1)} ${at(0)} ${at(1)}`,
    `u ${at(-2)} ${at(-1)} ${at(0)}`,
    `v ${at(0)} ${at(1)} ${at(2)}`,
  );
  for (let n = -6; n < -REACH; n += 1) found.push(`before ${at(n)}`);
  return found;
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

function mapsAround(maps: readonly AtName[], sounds: readonly string[], i: number): string[] {
  const at = (n: number): AtName => maps[i + n] ?? OFF;
  return [
    ...[-2, -1, 0, 1, 2].map(n => `m${n} ${at(n)}`),
    `m- ${at(-1)} ${at(0)}`,
    `m+ ${at(0)} ${at(1)}`,
    `ms ${sounds[i - 1] ?? '<'} ${at(0)}`,
    `sm ${sounds[i]} ${at(1)}`,
    `ssm ${sounds[i]} ${at(2)}`,
  ];
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

function meantAround(meant: readonly string[], sounds: readonly string[], i: number): string[] {
  const at = (n: number): string => meant[i + n] ?? '-';
  return [
    `h ${at(0)}`,
    `h- ${at(-1)} ${at(0)}`,
    `h+ ${at(0)} ${at(1)}`,
    `sh ${sounds[i]} ${at(1)}`,
    `hs ${sounds[i - 1] ?? '<'} ${at(0)}`,
  ];
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

function gapsAround(gaps: readonly string[], sounds: readonly string[], i: number): string[] {
  const here = gaps[i] ?? 'end';
  const next = gaps[i + 1] ?? 'end';
  return [
    `g ${here}`,
    `g+ ${next}`,
    `gg ${here} ${next}`,
    `gw ${here} ${sounds[i]}`,
    `wg ${sounds[i]} ${next}`,
    `gww ${here} ${sounds[i]} ${sounds[i + 1] ?? '>'}`,
  ];
}

function lettersOf({ word, start }: Token, text: string, shouted: boolean): string[] {
  const isCapital = !shouted && /\p{Lu}/u.test(text.charAt(start));
  return [
    `c ${isCapital} ${start === 0}`,
    `b ${word.slice(0, 3)}`,
    `bb ${word.slice(0, 4)}`,
    `e ${word.slice(-3)}`,
    `d ${/\d/.test(word)}`,
  ];
}
