import { describe, expect, it } from 'vitest';
import type { Sample } from './samples.ts';
import { sampleOf, seriesOf, trendOf } from './samples.ts';
import type { SoakOutcome } from './soak.ts';
import { breachesOf } from './soak-report.ts';

const COUNT = 100;

type Shape = (n: number) => Partial<{ memory: number; kept: number; handles: number; outboxMs: number }>;

/** A soak of a hundred looks at one process, shaped by what each look saw. */
function soaked(shape: Shape, more: Partial<SoakOutcome> = {}): SoakOutcome {
  const samples = Array.from({ length: COUNT }, (_, n): Sample => {
    const { memory = 200, kept = 90, handles = 80, outboxMs = 150 } = shape(n);
    const swept = n % 8 === 0 ? { all: kept } : null;
    return { at: n * 6_000, memory: { all: memory }, kept: swept, handles: { all: handles }, outboxMs };
  });
  return {
    ...{ order: { profile: 'embedded', seed: 1, minutes: 10, say: () => {} }, folder: '', samples },
    ...{ capacity: 40, rate: 20, cases: 1, acked: 1, drainMs: 1, held: [], verified: [] },
    ...more,
  };
}

const PLANTED: [string, SoakOutcome, string][] = [
  ['memory that leaks', soaked(n => ({ memory: 200 + n * 0.5 })), 'memory of all after a sweep, MB: rose by'],
  ['objects that are kept', soaked(n => ({ kept: 90 + n * 0.5 })), 'kept by all, MB: rose by'],
  ['handles that leak', soaked(n => ({ handles: 80 + n * 0.3 })), 'handles of all: rose by'],
  [
    'an outbox that is not kept up with',
    soaked(n => ({ outboxMs: n * 40 })),
    'age of the outbox, ms: rose by',
  ],
  ['a soak that was none', soaked(() => ({}), { rate: 3 }), 'only 3.0 words a second came, of 40.0'],
  ['a backlog that stays', soaked(() => ({}), { drainMs: null }), 'the backlog was not done'],
  [
    'a promise broken at the end',
    soaked(() => ({}), { held: [{ promise: 'none is lost', looked: 2, breaches: ['m1 is'] }] }),
    'none is lost: m1 is',
  ],
];

describe('what is looked for in a soak', () => {
  it.each(PLANTED)('is found when planted: %s', (_name, outcome, found) => {
    expect(breachesOf(outcome).join('\n')).toContain(found);
  });

  it.each<[string, Shape]>([
    ['all stays as it is', () => ({})],
    ['it warms up first', n => ({ memory: Math.min(250, 150 + n * 8), handles: Math.min(90, 40 + n) })],
    ['the heap breathes between sweeps', n => ({ memory: n % 8 === 0 ? 200 : 300 + n * 4 })],
    ['a single moment is bad', n => ({ outboxMs: n === 80 ? 30_000 : 100, memory: n === 90 ? 900 : 200 })],
  ])('is not found while %s', (_name, shape) => {
    expect(breachesOf(soaked(shape))).toEqual([]);
  });

  it('is the rise of a straight line through the second half', () => {
    const points = Array.from({ length: 101 }, (_, at) => ({ at, value: at < 50 ? 0 : at * 2 }));
    expect(trendOf({ name: 'x', points, bound: 1 }).rise).toBeCloseTo(100);
  });

  it('is left out where nobody could tell', () => {
    const sample: Sample = { at: 0, memory: {}, kept: null, handles: {}, outboxMs: null };
    expect(seriesOf([sample]).map(({ points }) => points)).toEqual([[]]);
  });

  it('is seen of a process that runs', () => {
    const { memory, handles } = sampleOf([{ name: 'own', pid: process.pid }], 0, 0);
    expect(memory['own']).toBeGreaterThan(10);
    expect(handles['own']).toBeGreaterThan(3);
  });
});
