import { readdirSync, readFileSync } from 'node:fs';
import type { Member } from './stage.ts';

/** What was seen of a process, or of the outbox, at a moment. */
export interface Sample {
  /** ms since the soak began. */
  at: number;
  /** MB in memory, by process; right after a sweep where the heap was swept. */
  memory: Record<string, number>;
  /** MB that a swept heap keeps, by process; null: nobody swept at this look. */
  kept: Record<string, number> | null;
  /** Open files and sockets, by process. */
  handles: Record<string, number>;
  /** How old the earliest thing was that was undone, ms; 0: nothing was. Null: nobody could tell. */
  outboxMs: number | null;
}

/** Looks at processes as the system shows them, and at what they keep where `kept` tells it. */
export function sampleOf(
  members: readonly Pick<Member, 'name' | 'pid'>[],
  at: number,
  outboxMs: number | null,
  kept: Sample['kept'] = null,
): Sample {
  const of = (look: (pid: number) => number): Record<string, number> =>
    Object.fromEntries(members.map(({ name, pid }) => [name, look(pid)]));
  return {
    at,
    outboxMs,
    kept,
    memory: of(memoryOf),
    handles: of(pid => readdirSync(`/proc/${pid}/fd`).length),
  };
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

/** Something that was looked at over time. */
export interface Series {
  name: string;
  points: { at: number; value: number }[];
  /** The line through its second half may rise so much. */
  bound: number;
}

/** What a series came to. */
export interface Trend {
  name: string;
  first: number;
  middle: number;
  last: number;
  most: number;
  rise: number;
  bound: number;
}

/** Half an hour of twenty words a second shows a leak of two thousandths of a megabyte a word, in a process of 300 MB. */
const MEMORY = { share: 0.08, leastMb: 8 };
/** Sockets of citizens come and go. */
const HANDLES = { share: 0.1, least: 4 };
const OUTBOX_MS = 1_000;

/** The series in some samples. */
export function seriesOf(samples: readonly Sample[]): Series[] {
  const names = Object.keys(samples[0]?.memory ?? {});
  return [
    ...names.map(name => {
      // A heap is a saw that rises for minutes until it is swept: only what a sweep leaves is compared.
      const points = pointsOf(samples, ({ memory, kept }) => (kept === null ? null : (memory[name] ?? null)));
      return { name: `memory of ${name} after a sweep, MB`, points, bound: memoryBound(points) };
    }),
    ...names.map(name => {
      const points = pointsOf(samples, ({ kept }) => kept?.[name] ?? null);
      return { name: `kept by ${name}, MB`, points, bound: memoryBound(points) };
    }),
    ...names.map(name => {
      const points = pointsOf(samples, ({ handles }) => handles[name] ?? null);
      const bound = Math.max(HANDLES.least, middleOf(points) * HANDLES.share);
      return { name: `handles of ${name}`, points, bound };
    }),
    {
      ...{ name: 'age of the outbox, ms', bound: OUTBOX_MS },
      points: pointsOf(samples, ({ outboxMs }) => outboxMs),
    },
  ];
}

type Points = Series['points'];

function memoryBound(points: Points): number {
  return Math.max(MEMORY.leastMb, middleOf(points) * MEMORY.share);
}

function pointsOf(samples: readonly Sample[], of: (sample: Sample) => number | null): Points {
  return samples.flatMap(sample => {
    const value = of(sample);
    return value === null ? [] : [{ at: sample.at, value }];
  });
}

function middleOf(points: Points): number {
  return median(points.map(({ value }) => value));
}

/** What a series came to, and how far it rose. */
export function trendOf({ name, points, bound }: Series): Trend {
  const values = points.map(({ value }) => value);
  return {
    ...{ name, bound, rise: lineRise(points), middle: median(values) },
    ...{ first: values[0] ?? 0, last: values.at(-1) ?? 0, most: Math.max(0, ...values) },
  };
}

function after(points: Points, share: number): Points {
  const [begin, end] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  return points.filter(({ at }) => at >= begin + (end - begin) * share);
}

/**
 * Over the second half, the first warms up. The line is that of Theil and Sen, the middle of the slopes between any two points,
 * which single peaks do not move.
 */
function lineRise(points: Points): number {
  const half = after(points, 1 / 2);
  const slopes = half.flatMap((a, i) =>
    half.slice(i + 1).map(b => (b.value - a.value) / Math.max(1, b.at - a.at)),
  );
  return median(slopes) * ((half.at(-1)?.at ?? 0) - (half[0]?.at ?? 0));
}

/** The middle of some values; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
