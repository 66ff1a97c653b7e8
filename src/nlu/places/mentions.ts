import type { Token } from '../tokens.ts';
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
const INSIDE_NAME = /^[ .\-–'’"_]{0,3}$/;

/** The names in a text, the longest at each place, none overlapping. */
export function findSpans(tokens: readonly Token[], text: string, index: NameIndex): Span[] {
  const keys = tokens.map(({ word }) => keyOf(word));
  const spans: Span[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const span = longest(from, keys, tokens, text, index);
    if (span === null) continue;
    spans.push(span);
    from = span.to - 1;
  }
  return spans;
}

function longest(
  from: number,
  keys: readonly string[],
  tokens: readonly Token[],
  text: string,
  index: NameIndex,
): Span | null {
  let best: Span | null = null;
  const better = (to: number, node: NameNode, misspelt: boolean): void => {
    if (node.entry === null || (best !== null && !isBetter(to, misspelt, best))) return;
    if (misspelt && !isForgiven(from, to, node.entry)) return;
    best = { from, to, entry: node.entry, misspelt };
  };
  const walk = (at: number, node: NameNode, misspelt: boolean): void => {
    better(at, node, misspelt);
    const key = keys[at];
    if (key === undefined || (at > from && !isJoined(tokens, at, text))) return;
    const next = node.next.get(key);
    if (next !== undefined) walk(at + 1, next, misspelt);
    if (misspelt || key.length < 4) return;
    for (const meant of index.misspellings.of(key)) {
      const slipped = node.next.get(meant);
      if (slipped !== undefined) walk(at + 1, slipped, true);
    }
  };
  walk(from, index.root, false);
  return best;
}

/** Longer wins; of one length the exact one. */
function isBetter(to: number, misspelt: boolean, best: Span): boolean {
  return misspelt ? (!best.misspelt ? false : to > best.to) : best.misspelt || to > best.to;
}

function isForgiven(from: number, to: number, { written, ordinary }: NameEntry): boolean {
  if (ordinary) return false;
  const words = written.split(' ').filter(word => word.length > 3 || /\d/.test(word));
  return words.length === 1 || to - from === 1
    ? (words[0] ?? '').length >= FORGIVEN_SINGLE
    : written.length >= FORGIVEN_WHOLE;
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
