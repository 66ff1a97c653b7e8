import type { Kind } from '../../cases/case.ts';
import { bareWords } from '../../catalogue/words.ts';
import { bandsOf, createSketcher, likenessOfSketches, type Sketch } from './sketch.ts';

/** What a text that was corrected is really about. */
export interface Meaning {
  serviceId: string | null;
  agencyId: string | null;
  kind: Kind | null;
}

/** A correction as it is remembered. */
export interface Lesson {
  /** A later correction of the same case takes the place of an earlier one. */
  caseId: string;
  /** Whose words they are. */
  writer: string;
  /** Who says so. */
  corrector: string;
  source: 'citizen' | 'desk';
  text: string;
  meaning: Meaning;
}

/** What a text that is almost the same was corrected to, and how much that counts against everything else, 0–1. */
export interface Remembered extends Meaning {
  share: number;
}

/** Corrections known again in texts that are almost the same: they count at once, long before anything is learned. */
export interface Memory {
  learn(lesson: Lesson): void;
  /** Forgets everything that this writer's words taught. */
  forget(writer: string): void;
  recall(text: string): Remembered | null;
  size(): number;
}

/** Texts less alike than this are other texts. */
const ALIKE = 0.65;
/** When there are more, whoever has said most loses their oldest: nobody drives out what others said. */
const MOST = 10_000;
/** What one of the desk says counts as much as two citizens. */
const VOICES = { citizen: 1, desk: 2 } as const;
/** Few words are written by many who mean different things by them: it takes more voices to turn them. */
const FEW_WORDS = 5;
const VOICES_FOR_FEW = 3;
/** By voices beyond those that say otherwise: one alone makes others asked and is never taken for sure, two are believed. */
const SHARES = [0, 0.45, 0.7, 0.8];

interface Kept extends Omit<Lesson, 'text'> {
  sketch: Sketch;
  n: number;
}

/** Makes a memory under a key: what it holds are keyed hashes and what they stand for, no words. */
export function createMemory(key: Buffer): Memory {
  const sketch = createSketcher(key);
  const kept = new Map<string, Kept>();
  const index = createIndex();
  let count = 0;
  const drop = (caseId: string): void => {
    const entry = kept.get(caseId);
    if (!entry) return;
    kept.delete(caseId);
    index.remove(entry);
  };
  return {
    size: () => kept.size,
    learn: ({ text, ...lesson }) => {
      drop(lesson.caseId);
      if (kept.size >= MOST) drop(leastMissed(kept.values()));
      count += 1;
      const entry = { ...lesson, sketch: sketch(text), n: count };
      kept.set(lesson.caseId, entry);
      index.add(entry);
    },
    forget: writer => {
      for (const { caseId, writer: own } of [...kept.values()]) if (own === writer) drop(caseId);
    },
    recall: text => {
      if (kept.size === 0) return null;
      const alike = index.alike(sketch(text));
      return alike.length === 0 ? null : agreed(alike, bareWords(text).split(' ').length);
    },
  };
}

/** The oldest of who has said most, given the oldest first. */
function leastMissed(entries: Iterable<Kept>): string {
  const byCorrector = [...Map.groupBy(entries, ({ corrector }) => corrector).values()];
  const most = byCorrector.reduce((top, own) => (own.length > top.length ? own : top), []);
  return most[0]?.caseId ?? '';
}

/** Finds what is kept by the bands of its sketch. */
function createIndex() {
  const bands = new Map<number, Kept[]>();
  return {
    add: (entry: Kept): void => {
      for (const band of bandsOf(entry.sketch)) {
        const held = bands.get(band);
        if (held) held.push(entry);
        else bands.set(band, [entry]);
      }
    },
    remove: (entry: Kept): void => {
      for (const band of bandsOf(entry.sketch)) {
        const left = (bands.get(band) ?? []).filter(other => other !== entry);
        if (left.length > 0) bands.set(band, left);
        else bands.delete(band);
      }
    },
    alike: (sketch: Sketch): Kept[] => {
      const found = new Set(bandsOf(sketch).flatMap(band => bands.get(band) ?? []));
      return [...found].filter(entry => likenessOfSketches(sketch, entry.sketch) >= ALIKE);
    },
  };
}

/** What most voices say; the latest of those that say as much. Each corrector has one voice. */
function agreed(entries: Kept[], words: number): Remembered | null {
  const groups = Map.groupBy(entries, ({ meaning }) => `${meaning.serviceId}/${meaning.agencyId}`);
  const ranked = [...groups.values()]
    .map(group => ({ group, voices: voicesOf(group), latest: Math.max(...group.map(({ n }) => n)) }))
    .sort((a, b) => b.voices - a.voices || b.latest - a.latest);
  const [best, second] = ranked;
  const voices = (best?.voices ?? 0) - (second?.voices ?? 0);
  const least = words < FEW_WORDS ? VOICES_FOR_FEW : 1;
  const last = best?.group.reduce((a, b) => (a.n > b.n ? a : b));
  if (!last || voices < least) return null;
  return { ...last.meaning, share: SHARES[Math.min(voices, SHARES.length - 1)] ?? 0 };
}

function voicesOf(group: readonly Kept[]): number {
  const voices = new Map(group.map(({ corrector, source }) => [corrector, VOICES[source]]));
  return [...voices.values()].reduce((sum, voice) => sum + voice, 0);
}
