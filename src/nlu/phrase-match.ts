import { phraseSound } from './phrase-sound.ts';
import type { Token } from './tokens.ts';

/** What a phrase asks of one place: a word by its sound, the same where it may be missing, or a gap. */
export type Test =
  | { kind: 'gap' }
  | { kind: 'word' | 'optional'; sounds: ReadonlySet<string>; prefixes: readonly string[] };

/** Where a phrase is tried: it begins at one of `from` … `to` and stays in one sentence. */
export interface Window {
  tokens: readonly Token[];
  sentence: number;
  from: number;
  to: number;
  /** Positions whose words stand for nothing. */
  skip: ReadonlySet<number> | undefined;
}

/** The most words between two words of a phrase that are joined by `...`. */
const GAP = 5;

/** The most words a phrase of these tests takes up. */
export function longest(tests: readonly Test[]): number {
  return tests.reduce((words, { kind }) => words + (kind === 'gap' ? GAP : 1), 0);
}

/**
 * Positions of all words that take part in a match, ascending; empty without one. Costs at most the tests times the
 * words of the window: the places reached are sets, so that no choice is tried twice.
 */
export function coveredWords(tests: readonly Test[], window: Window): number[] {
  const reached = [range(window.from, window.to)];
  for (const test of tests) {
    const next = step(test, reached.at(-1) ?? [], window);
    if (next.length === 0) return [];
    reached.push(next);
  }
  return retrace(tests, reached, window);
}

/** The places the next test may begin at, ascending, each once. */
function step(test: Test, places: number[], window: Window): number[] {
  const next: number[] = [];
  const add = (place: number): void => {
    if (next.length === 0 || place > (next.at(-1) ?? 0)) next.push(place);
  };
  for (const place of places) {
    if (test.kind === 'gap') for (const open of range(place, place + GAP)) add(open);
    if (test.kind === 'optional') add(place);
    if (fits(test, place, window)) add(place + 1);
  }
  return next;
}

/** Walks back from the ends that were reached, so that only words on a whole way count. */
function retrace(tests: readonly Test[], reached: number[][], window: Window): number[] {
  const words = new Set<number>();
  let alive = new Set(reached.at(-1));
  for (const [at, test] of [...tests.entries()].reverse()) {
    alive = new Set(
      (reached[at] ?? []).filter(place => {
        if (test.kind === 'gap') return range(place, place + GAP).some(open => alive.has(open));
        const taken = alive.has(place + 1) && fits(test, place, window);
        if (taken) words.add(place);
        return taken || (test.kind === 'optional' && alive.has(place));
      }),
    );
  }
  return [...words].sort((a, b) => a - b);
}

function fits(test: Test, place: number, { tokens, sentence, skip }: Window): boolean {
  const token = tokens[place];
  if (test.kind === 'gap' || token === undefined || token.sentence !== sentence || skip?.has(place))
    return false;
  return sounds(test, phraseSound(token));
}

/** Whether a word of this sound stands where the test is. */
function sounds(test: Exclude<Test, { kind: 'gap' }>, sound: string): boolean {
  return test.sounds.has(sound) || test.prefixes.some(prefix => sound.startsWith(prefix));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
}
