import type { Token } from './tokens.ts';

/** What a phrase asks of one place: a word by its sound, the same where it may be missing, or a gap. */
export type Test =
  | { kind: 'gap' }
  | { kind: 'word' | 'optional'; sounds: ReadonlySet<string>; prefixes: readonly string[] };

/** Where a phrase is tried: it begins at one of `from` … `to` and stays in one sentence. */
export interface Window {
  tokens: readonly Token[];
  /** How each of the tokens sounds in a phrase. */
  sounds: readonly string[];
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
  let places = range(window.from, window.to);
  const reached = [places];
  for (const test of tests) {
    places = step(test, places, window);
    if (places.length === 0) return [];
    reached.push(places);
  }
  return retrace(tests, reached, window);
}

/** The places the next test may begin at, ascending, each once. */
function step(test: Test, places: readonly number[], window: Window): number[] {
  const next: number[] = [];
  let last = -1;
  const add = (place: number): void => {
    if (place > last) next.push(place);
    last = Math.max(last, place);
  };
  for (const place of places) {
    if (test.kind === 'gap') {
      for (let open = place; open <= place + GAP; open += 1) add(open);
      continue;
    }
    if (test.kind === 'optional') add(place);
    if (fits(test, place, window)) add(place + 1);
  }
  return next;
}

/** Walks back from the ends that were reached, so that only words on a whole way count. */
function retrace(tests: readonly Test[], reached: readonly number[][], window: Window): number[] {
  const words = new Set<number>();
  let alive = new Set(reached.at(-1));
  for (const [at, test] of [...tests.entries()].reverse()) {
    const goesOn = (place: number): boolean => {
      if (test.kind === 'gap') return range(place, place + GAP).some(open => alive.has(open));
      const taken = alive.has(place + 1) && fits(test, place, window);
      if (taken) words.add(place);
      return taken || (test.kind === 'optional' && alive.has(place));
    };
    alive = new Set((reached[at] ?? []).filter(goesOn));
  }
  return [...words].sort((a, b) => a - b);
}

/** Whether the word at this place is one the test asks for. */
function fits(test: Exclude<Test, { kind: 'gap' }>, place: number, window: Window): boolean {
  const sound = window.sounds[place];
  if (sound === undefined || window.tokens[place]?.sentence !== window.sentence) return false;
  if (window.skip?.has(place)) return false;
  return test.sounds.has(sound) || test.prefixes.some(prefix => sound.startsWith(prefix));
}

function range(from: number, to: number): number[] {
  const places: number[] = [];
  for (let place = from; place <= to; place += 1) places.push(place);
  return places;
}
