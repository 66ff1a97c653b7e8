import { describe, expect, it } from 'vitest';
import { createLedger } from '../ledger.ts';
import { FAIL_POINTS, isOfParked } from '../plan.ts';
import type { Fault } from './faults.ts';
import { faultsOf, pointsOf, SLOTS, shareOf, strikesOf } from './plan.ts';
import { breachesOf, tableOf } from './report.ts';
import type { ScaleOutcome } from './run.ts';
import type { ScaleKill } from './slots.ts';

const AT = 1_000_000;

function kill(more: Partial<ScaleKill> = {}): ScaleKill {
  const left = { unconsumed: 1, unsent: 0, sending: 0 };
  return { ...{ role: 'web', point: null, open: 1, left, at: AT, readyMs: 900, doneMs: 1_200 }, ...more };
}

function fault(kind: Fault['kind'], more: Partial<Fault> = {}): Fault {
  const times = { from: AT, until: AT + 4_000, caughtUpMs: 900 };
  return { ...{ kind, ms: 4_000, calm: true, acks: 3, jobs: 120 }, ...times, ...more };
}

/** A run in which every promise held. */
function outcome(): ScaleOutcome {
  const seen = { what: 'nothing', looked: 1, breaches: [] };
  const faults = [
    fault('workers paused'),
    fault('redis killed'),
    fault('redis wiped'),
    fault('database killed'),
  ];
  return {
    order: {
      ...{
        seed: 7,
        kills: 10,
        minutes: null,
        faults: 4,
        long: false,
        only: '',
        isHasty: true,
        say: () => {},
      },
      crowd: { web: 1, sms: 1, whatsapp: 1, telegram: 1 },
    },
    ...{ folder: '/tmp/x', kills: [kill()], idle: 0, faults, ledger: createLedger(), drainMs: 100 },
    ...{ held: [{ promise: 'p', ...seen }], seconds: 1, cases: 1, accepted: 1 },
    verified: [{ invariant: 'i', checked: 1, broken: 0, examples: [] }],
  };
}

describe('what a run on the scale profile is judged by', () => {
  it('finds nothing where every promise held, and says the seed', () => {
    expect(breachesOf(outcome())).toEqual([]);
    expect(tableOf(outcome())).toContain('every promise held (seed 7, 1 kills)');
  });

  it.each<[string, RegExp, (run: ScaleOutcome) => void]>([
    ['a breach seen outside', /^p: lost/, run => run.held[0]?.breaches.push('lost')],
    [
      'an invariant of the store that is broken',
      /^verify: i/,
      ({ verified }) => Object.assign(verified[0] ?? {}, { broken: 1, examples: ['x'] }),
    ],
    ['a backlog that is never done', /backlog/, run => Object.assign(run, { drainMs: null })],
    [
      'what a kill left and nobody took up',
      /what a kill left/,
      run => run.kills.push(kill({ doneMs: null })),
    ],
    [
      'a Redis that was caught up too late',
      /^redis wiped: caught up after 16000/,
      run => run.faults.push(fault('redis wiped', { caughtUpMs: 16_000 })),
    ],
    [
      'a fault that was never caught up',
      /^database killed: caught up after too many/,
      run => run.faults.push(fault('database killed', { caughtUpMs: null, calm: false })),
    ],
    [
      'a Redis that everybody waited for',
      /^redis killed: nothing was acknowledged/,
      run => run.faults.push(fault('redis killed', { acks: 0 })),
    ],
    [
      'a Redis that was wiped while little waited in it',
      /^redis wiped: only 12 jobs/,
      run => run.faults.push(fault('redis wiped', { jobs: 12 })),
    ],
    ['a 500', /answered 500/, ({ ledger }) => ledger.refusals.push({ at: AT, status: 500 })],
    [
      'a 503 that no absence explains',
      /answered 503/,
      ({ ledger }) => ledger.refusals.push({ at: AT + 60_000, status: 503 }),
    ],
  ])('finds %s, and says the seed', (_what, breach, harm) => {
    const run = outcome();
    harm(run);
    expect(breachesOf(run)).toEqual([expect.stringMatching(breach)]);
    expect(tableOf(run)).toContain('1 breaches (seed 7)');
  });

  it('takes a 503 while the database is away for what it is', () => {
    const run = outcome();
    run.ledger.refusals.push({ at: AT + 5_000, status: 503 });
    expect(breachesOf(run)).toEqual([]);
  });

  it('compares a wiped Redis with what as many messages take without any trouble', () => {
    const run = outcome();
    run.faults.push(
      fault('redis wiped', { caughtUpMs: 30_000 }),
      fault('workers paused', { caughtUpMs: 20_000 }),
    );
    expect(breachesOf(run)).toEqual([]);
  });

  it('wants every fail point of every role struck in a full run', () => {
    const run = outcome();
    const struck = SLOTS.flatMap(({ role }) => pointsOf(role).map(point => kill({ role, point })));
    const outside = Array.from({ length: 400 }, () => kill());
    expect(breachesOf({ ...run, kills: [...outside, ...struck] })).toEqual([]);
    const missing = struck.filter(({ point }) => point !== 'turn:after-commit');
    expect(breachesOf({ ...run, kills: [...outside, ...missing] })).toEqual([
      'no kill of worker struck at turn:after-commit',
    ]);
  });
});

describe('the plan of a seed on the scale profile', () => {
  const first = <T>(of: Iterator<T>, count: number): T[] =>
    Array.from({ length: count }, () => of.next().value as T);

  it('is the same for the same seed and another for another, and another for each process', () => {
    const [one, other] = SLOTS;
    const lives = (seed: number, slot: (typeof SLOTS)[number]) => first(strikesOf(seed, slot), 60);
    expect(lives(7, one)).toEqual(lives(7, one));
    expect(lives(7, one)).not.toEqual(lives(8, one));
    expect(lives(7, one)).not.toEqual(lives(7, other));
    const faults = (seed: number) => first(faultsOf(seed, { long: true, only: '' }), 40);
    expect(faults(7)).toEqual(faults(7));
    expect(faults(7)).not.toEqual(faults(8));
  });

  it('strikes half from outside and at every fail point of its role', () => {
    for (const slot of SLOTS) {
      const lives = first(strikesOf(7, slot), 80);
      const points = new Set(lives.flatMap(strike => (strike.kind === 'point' ? [strike.point] : [])));
      expect([...points].sort()).toEqual([...pointsOf(slot.role)].sort());
      expect(lives.filter(({ kind }) => kind === 'outside')).toHaveLength(40);
    }
    const often = first(strikesOf(7, SLOTS[0], true), 20).flatMap(strike =>
      strike.kind === 'point' ? [strike.point] : [],
    );
    expect(new Set(often)).toEqual(new Set(['receive:before-store', 'receive:after-store']));
    const all = new Set(SLOTS.flatMap(({ role }) => pointsOf(role)));
    expect([...all].sort()).toEqual(
      FAIL_POINTS.filter(point => !point.startsWith('clock:') && !isOfParked(point)).sort(),
    );
  });

  it('freezes Redis for half a minute where it has the time, and begins with what it compares with', () => {
    const faults = first(faultsOf(7, { long: true, only: '' }), 11);
    expect(faults[0]?.kind).toBe('workers paused');
    expect(faults.find(({ kind }) => kind === 'redis frozen')?.ms).toBe(30_000);
    expect(
      first(faultsOf(7, { long: false, only: 'redis' }), 9).every(({ kind }) => /^redis/.test(kind)),
    ).toBe(true);
  });

  it('has each process killed in its share', () => {
    expect(SLOTS.reduce((sum, { role }) => sum + shareOf(role, 100), 0)).toBe(100);
  });
});
