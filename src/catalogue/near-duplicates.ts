import type { LabelledMessage } from './training.ts';
import { bareWords } from './words.ts';

/** Two labelled messages that are almost the same, by their ids, and how much (0–1). */
export interface NearPair {
  one: string;
  other: string;
  likeness: number;
  /** Both by the same author. */
  within: boolean;
}

/** How many messages were looked at, how many have a near-duplicate, and which pairs there are, the likest first. */
export interface NearDuplicates {
  messages: number;
  like: number;
  pairs: NearPair[];
}

/** From here on two texts are near-duplicates: what they share of all their trigrams (Jaccard). */
export const TOO_LIKE = 0.6;

type Message = Pick<LabelledMessage, 'id' | 'text' | 'author'>;

/** The runs of three characters in a text's plain words; a shorter text is one itself. */
export function trigramsOf(text: string): Set<string> {
  const plain = bareWords(text);
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) trigrams.add(plain.slice(at, at + 3));
  return trigrams.size === 0 ? new Set([plain]) : trigrams;
}

/** What two sets share of all they hold together, 0–1. */
export function likenessOf(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): number {
  let shared = 0;
  for (const item of one) if (other.has(item)) shared += 1;
  return shared / (one.size + other.size - shared);
}

/**
 * Finds every pair of messages alike beyond `TOO_LIKE`, whoever wrote them. Exact, in seconds for ten thousand
 * messages: only messages that share several of their rarest trigrams are compared (prefix filter; Chaudhuri, Ganti,
 * Kaushik 2006).
 */
export function nearDuplicates(messages: readonly Message[]): NearDuplicates {
  const trigrams = messages.map(message => ({ message, set: trigramsOf(message.text) }));
  const shortestFirst = trigrams.toSorted((a, b) => a.set.size - b.set.size);
  const sets = ranked(shortestFirst.map(({ set }) => set));
  const search: Search = { index: new Map(), shared: new Uint16Array(sets.length), from: 0 };
  const pairs: NearPair[] = [];
  for (const [i, set] of sets.entries()) {
    while (sizeOf(sets, search.from) < TOO_LIKE * set.length) search.from += 1;
    for (const j of candidatesFor(set, search)) {
      const likeness = likenessOfRanked(set, sets[j] ?? NOTHING);
      if (likeness > TOO_LIKE) pairs.push(pairOf(shortestFirst, j, i, likeness));
    }
    keep(search, set, i);
  }
  pairs.sort((a, b) => b.likeness - a.likeness || (a.one < b.one ? -1 : 1));
  return {
    messages: messages.length,
    like: new Set(pairs.flatMap(({ one, other }) => [one, other])).size,
    pairs,
  };
}

/** Texts are known by their place among all of them, the shortest first. */
interface Search {
  /** By trigram: the texts so far that have it among their rarest, the shortest first. */
  index: Map<number, number[]>;
  /** How many of the rarest trigrams each text shares with the one looked at; all 0 between two. */
  shared: Uint16Array;
  /** The first text that is not too short for the one looked at. */
  from: number;
}

/** Texts are compared when they share so many of their rarest trigrams, or all that a short one must share. */
const SHARED = 8;

const NOTHING = new Int32Array();

function sizeOf(sets: readonly Int32Array[], i: number): number {
  return sets[i]?.length ?? 0;
}

function pairOf(messages: readonly { message: Message }[], i: number, j: number, likeness: number): NearPair {
  const [a, b] = [messages[i]?.message as Message, messages[j]?.message as Message];
  const [one, other] = a.id < b.id ? [a, b] : [b, a];
  return { one: one.id, other: other.id, likeness, within: one.author === other.author };
}

/** Each set as ascending numbers, the rarest trigrams first. */
function ranked(sets: readonly Set<string>[]): Int32Array[] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const trigram of set) counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
  const order = [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const ranks = new Map(order.map(([trigram], rank) => [trigram, rank]));
  return sets.map(set => Int32Array.from(set, trigram => ranks.get(trigram) ?? 0).sort());
}

/** Whatever is too like a text, and not longer, shares `SHARED` of so many of its rarest trigrams. */
function probedOf(size: number): number {
  return size - Math.ceil(TOO_LIKE * size) + SHARED;
}

/** The same where only longer ones are still to come. */
function indexedOf(size: number): number {
  return size - Math.ceil(((2 * TOO_LIKE) / (1 + TOO_LIKE)) * size) + SHARED;
}

function keep({ index }: Search, set: Int32Array, i: number): void {
  for (const rank of set.subarray(0, indexedOf(set.length))) {
    const held = index.get(rank);
    if (held) held.push(i);
    else index.set(rank, [i]);
  }
}

function candidatesFor(set: Int32Array, { index, shared, from }: Search): number[] {
  const touched: number[] = [];
  for (const rank of set.subarray(0, probedOf(set.length))) {
    const held = index.get(rank) ?? [];
    for (let n = held.length - 1; n >= 0; n -= 1) {
      const j = held[n] ?? 0;
      if (j < from) break;
      const before = shared[j] ?? 0;
      if (before === 0) touched.push(j);
      shared[j] = before + 1;
    }
  }
  const least = Math.min(SHARED, Math.ceil(TOO_LIKE * set.length));
  const found = touched.filter(j => (shared[j] ?? 0) >= least);
  for (const j of touched) shared[j] = 0;
  return found;
}

/** As `likenessOf`, over ascending numbers; 0 as soon as they cannot be too like any more. */
function likenessOfRanked(a: Int32Array, b: Int32Array): number {
  const least = Math.floor((TOO_LIKE / (1 + TOO_LIKE)) * (a.length + b.length));
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.length && j < b.length) {
    if (shared + Math.min(a.length - i, b.length - j) < least) return 0;
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared / (a.length + b.length - shared);
}
