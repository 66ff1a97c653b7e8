import { readdirSync, readFileSync } from 'node:fs';
import type { Member } from './stage.ts';

/** What was seen of a process, or of the outbox, at a moment. */
export interface Sample {
  /** ms since the soak began. */
  at: number;
  /** MB in memory, by process. */
  memory: Record<string, number>;
  /** Open files and sockets, by process. */
  handles: Record<string, number>;
  /** How old the earliest thing was that was undone, ms; 0: nothing was. Null: nobody could tell. */
  outboxMs: number | null;
}

/** Looks at processes as the system shows them. */
export function sampleOf(members: readonly Member[], at: number, outboxMs: number | null): Sample {
  const of = (look: (pid: number) => number): Record<string, number> =>
    Object.fromEntries(members.map(({ name, pid }) => [name, look(pid)]));
  return { at, outboxMs, memory: of(memoryOf), handles: of(pid => readdirSync(`/proc/${pid}/fd`).length) };
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

/** Something that was looked at over time. */
export interface Series {
  name: string;
  points: { at: number; value: number }[];
  /** It may rise so much over the second half. */
  bound: number;
}

/** What a series came to. */
export interface Trend {
  name: string;
  first: number;
  middle: number;
  last: number;
  most: number;
  /** By how much its second half rises, as a straight line through it. */
  rise: number;
  bound: number;
}

/** The heap breathes: so much of what is used says nothing. A thousandth of a megabyte kept a message is more than that in half an hour. */
const MEMORY = { share: 0.08, leastMb: 8 };
/** Sockets of citizens come and go. */
const HANDLES = { share: 0.1, least: 4 };
const OUTBOX_MS = 1_000;

/** The series in some samples. */
export function seriesOf(samples: readonly Sample[]): Series[] {
  const [first] = samples;
  const names = Object.keys(first?.memory ?? {});
  const of = (
    name: string,
    value: (sample: Sample) => number | null | undefined,
    bound: (m: number) => number,
  ) => {
    const points = samples.flatMap(sample => {
      const found = value(sample);
      return found === null || found === undefined ? [] : [{ at: sample.at, value: found }];
    });
    return { name, points, bound: bound(median(points.map(({ value }) => value))) };
  };
  return [
    ...names.map(name =>
      of(
        `memory of ${name}, MB`,
        ({ memory }) => memory[name],
        middle => Math.max(MEMORY.leastMb, middle * MEMORY.share),
      ),
    ),
    ...names.map(name =>
      of(
        `handles of ${name}`,
        ({ handles }) => handles[name],
        middle => Math.max(HANDLES.least, middle * HANDLES.share),
      ),
    ),
    of(
      'age of the outbox, ms',
      ({ outboxMs }) => outboxMs,
      () => OUTBOX_MS,
    ),
  ];
}

/**
 * How a series goes: its first half warms up and is not judged. The line through the second half is that of Theil and Sen, the
 * middle of the slopes between any two points, which single peaks do not move.
 */
export function trendOf({ name, points, bound }: Series): Trend {
  const [begin, end] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const half = points.filter(({ at }) => at >= begin + (end - begin) / 2);
  const slopes = half.flatMap((a, i) =>
    half.slice(i + 1).map(b => (b.value - a.value) / Math.max(1, b.at - a.at)),
  );
  const span = (half.at(-1)?.at ?? 0) - (half[0]?.at ?? 0);
  const values = points.map(({ value }) => value);
  return {
    ...{ name, bound, rise: median(slopes) * span, middle: median(values) },
    ...{ first: values[0] ?? 0, last: values.at(-1) ?? 0, most: Math.max(0, ...values) },
  };
}

/** The middle of some values; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
