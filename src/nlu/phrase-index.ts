import { longest, type Test } from './phrase-match.ts';

/** Where a phrase may begin when its rarest word is met: at most that many words before. */
export interface Anchor {
  phrase: number;
  before: number;
}

/** The phrases whose rarest word has this sound. */
export type AnchorsAt = (sound: string) => readonly Anchor[];

type WordTest = Exclude<Test, { kind: 'gap' }>;

/** A beginning of a word is met more often than a word. */
const PREFIX_COST = 3;

/** Indexes phrases by the word of theirs that the other phrases use least, which is the one texts use least. */
export function indexAnchors(phrases: readonly (readonly Test[])[]): AnchorsAt {
  const uses = countUses(phrases);
  const bySound = new Map<string, Anchor[]>();
  const byPrefix = new Map<string, Anchor[]>();
  for (const [phrase, tests] of phrases.entries()) {
    const at = rarest(tests, uses);
    const test = tests[at];
    if (test === undefined || test.kind === 'gap') continue;
    const anchor = { phrase, before: longest(tests.slice(0, at)) };
    for (const sound of test.sounds) add(bySound, sound, anchor);
    for (const prefix of test.prefixes) add(byPrefix, prefix, anchor);
  }
  return lookUp(bySound, byPrefix);
}

function lookUp(bySound: ReadonlyMap<string, Anchor[]>, byPrefix: ReadonlyMap<string, Anchor[]>): AnchorsAt {
  const shelves = Map.groupBy(byPrefix, ([prefix]) => prefix.slice(0, SHELF));
  return sound => {
    let anchors: readonly Anchor[] = bySound.get(sound) ?? NONE;
    for (const [prefix, more] of shelves.get(sound.slice(0, SHELF)) ?? NONE) {
      if (sound.startsWith(prefix)) anchors = [...anchors, ...more];
    }
    return anchors;
  };
}

/** Beginnings are kept by their first letters; none sounds shorter. */
const SHELF = 2;
const NONE: readonly never[] = [];

function countUses(phrases: readonly (readonly Test[])[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const test of phrases.flat()) {
    for (const sound of test.kind === 'gap' ? [] : test.sounds) uses.set(sound, (uses.get(sound) ?? 0) + 1);
  }
  return uses;
}

/** The position of the required word that costs least. */
function rarest(tests: readonly Test[], uses: ReadonlyMap<string, number>): number {
  const cost = (test: WordTest): number => {
    const words = [...test.sounds].reduce((sum, sound) => sum + (uses.get(sound) ?? 0), 0);
    return words + test.prefixes.length * PREFIX_COST;
  };
  let best = { at: 0, cost: Number.POSITIVE_INFINITY };
  for (const [at, test] of tests.entries()) {
    if (test.kind !== 'word') continue;
    if (cost(test) < best.cost) best = { at, cost: cost(test) };
  }
  return best.at;
}

function add(index: Map<string, Anchor[]>, key: string, anchor: Anchor): void {
  const there = index.get(key);
  if (there) there.push(anchor);
  else index.set(key, [anchor]);
}
