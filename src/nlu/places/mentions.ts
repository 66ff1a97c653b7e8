import type { Token } from '../tokens.ts';
import { ARTICLES } from './cue-words.ts';
import { keyOf, type NameEntry, type NameIndex, type NameNode } from './name-index.ts';

/** A run of words that is some place's name; `from` and `to` are positions of tokens, `to` excluded. */
export interface Span {
  from: number;
  to: number;
  entry: NameEntry;
  /** The words were one slip away from the name. */
  misspelt: boolean;
}

/** Letters a name has at least before a slip in it is forgiven. */
const FORGIVEN_SINGLE = 7;
const FORGIVEN_WHOLE = 8;
/** What may stand between the words of one name: a space, a hyphen, the dot of `Sta.`. */
const INSIDE_NAME = /^[ .\-–'’"_&]{0,3}$/;

/** A text's words as names are looked up. */
interface Words {
  tokens: readonly Token[];
  keys: readonly string[];
  /** The known words each may be meant for. */
  meant: readonly (readonly string[])[];
  text: string;
  root: NameNode;
}

/** The names in a text, the longest at each place, none overlapping. */
export function findSpans(tokens: readonly Token[], text: string, index: NameIndex): Span[] {
  const keys = tokens.map(({ word }) => keyOf(word));
  const slips = new Map([...new Set(keys)].map(key => [key, index.misspellings.of(key)]));
  const meant = keys.map(key => slips.get(key) ?? []);
  const words: Words = { tokens, keys, meant, text, root: index.root };
  const spans: Span[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const span = spanAt(from, words);
    if (span === null) continue;
    spans.push(span);
    from = span.to - 1;
  }
  return spans;
}

/** `el cerro viento` holds `el cerro`, and `orilla del río Matasnillo` begins as a place does, but the name in it goes on. */
function spanAt(from: number, words: Words): Span | null {
  const here = best(spansFrom(from, words));
  if (here === null) return here;
  const isLoose = here.entry.ordinary || ARTICLES.has(words.tokens[from]?.word ?? '');
  for (let within = from + 1; within < here.to && isLoose; within += 1) {
    const inside = best(spansFrom(within, words));
    if (inside !== null && inside.to > here.to) return inside;
  }
  return here;
}

function spansFrom(from: number, words: Words): Span[] {
  const { keys, tokens, text } = words;
  const found: Span[] = [];
  const walk = (at: number, { entry, next }: NameNode, misspelt: boolean): void => {
    if (entry !== null && (!misspelt || isForgiven(from, at, keys, entry))) {
      found.push({ from, to: at, entry, misspelt });
    }
    const key = keys[at];
    if (key === undefined || (at > from && !isJoined(tokens, at, text))) return;
    const node = next.get(key);
    if (node !== undefined) walk(at + 1, node, misspelt);
    if (misspelt) return;
    for (const meant of words.meant[at] ?? []) {
      const slipped = next.get(meant);
      if (slipped !== undefined) walk(at + 1, slipped, true);
    }
  };
  walk(from, words.root, false);
  return found;
}

/** The longest exact name; a misspelt one only where there is none, or none but an everyday word. */
function best(found: readonly Span[]): Span | null {
  const exact = longest(found.filter(({ misspelt }) => !misspelt));
  const slips = found.filter(({ misspelt }) => misspelt);
  const slipped = longest(slips);
  if (slipped === null || (exact !== null && !(exact.entry.ordinary && slipped.to > exact.to))) return exact;
  const same = slips.filter(({ to }) => to === slipped.to);
  return {
    ...slipped,
    entry: { ...slipped.entry, candidates: same.flatMap(({ entry }) => entry.candidates) },
  };
}

function longest(spans: readonly Span[]): Span | null {
  return spans.reduce<Span | null>((best, span) => (best === null || span.to > best.to ? span : best), null);
}

function isForgiven(
  from: number,
  to: number,
  keys: readonly string[],
  { written, sounds, ordinary }: NameEntry,
): boolean {
  if (ordinary) return false;
  const long = sounds.filter(sound => sound.length > 3 || /\d/.test(sound));
  if (long.length > 1 && to - from > 1) return written.length >= FORGIVEN_WHOLE;
  const [name = ''] = long;
  return name.length >= FORGIVEN_SINGLE && !keys.slice(from, to).some(key => isInflected(key, name));
}

/** `palmera` is no slip in Palmeras, nor `colorado` in Colorada. */
function isInflected(written: string, name: string): boolean {
  const stem = (sound: string): string => sound.replace(/(es|[aeos])$/, '').replace(/[aeo]$/, '');
  return stem(written) === stem(name);
}

function isJoined(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1];
  const here = tokens[at];
  if (before === undefined || here === undefined) return false;
  if (here.start <= before.end) return true;
  const gap = text.slice(before.end, Math.min(here.start, before.end + 4));
  // A full stop inside a name is that of a shortened word: `Sta. Librada`.
  return INSIDE_NAME.test(gap) && (here.sentence === before.sentence || before.end - before.start <= 4);
}
