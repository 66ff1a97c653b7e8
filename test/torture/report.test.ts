import { describe, expect, it } from 'vitest';
import { createLedger } from './ledger.ts';
import { FAIL_POINTS } from './plan.ts';
import { breachesOf, tableOf } from './report.ts';
import type { Outcome } from './run.ts';

/** A run in which every promise held. */
function outcome(more: Partial<Outcome> = {}): Outcome {
  const order = { seed: 7, kills: 10, crowd: { web: 1, sms: 1, whatsapp: 0, telegram: 0 }, weather: 0 };
  return {
    ...{ order: { ...order, say: () => {} }, folder: '/tmp/x', kills: [], idle: 0, ledger: createLedger() },
    ...{ weather: [], drainMs: 100, seconds: 1, cases: 1, accepted: [], refused: [] },
    held: [{ promise: 'p', looked: 1, breaches: [] }],
    verified: [{ invariant: 'i', checked: 1, broken: 0, examples: [] }],
    ...more,
  };
}

function spell(name: string, answers: number, p95: number): Outcome['weather'][number] {
  return { name, answers, p50: p95 / 2, p95 };
}

describe('what a run of kills is judged by', () => {
  it('finds nothing where every promise held, and says the seed', () => {
    expect(breachesOf(outcome())).toEqual([]);
    expect(tableOf(outcome())).toContain('torture: every promise held (seed 7, 0 kills)');
  });

  it.each<[string, Partial<Outcome>, RegExp]>([
    ['a breach seen outside', { held: [{ promise: 'p', looked: 1, breaches: ['lost'] }] }, /^p: lost$/],
    [
      'an invariant of the store that is broken',
      { verified: [{ invariant: 'i', checked: 1, broken: 1, examples: ['row 3'] }] },
      /^verify: i: row 3$/,
    ],
    ['a backlog that stays', { drainMs: null }, /backlog/],
    [
      'who waits while another floods',
      { weather: [spell('fair, web', 40, 500), spell('one sender floods, web', 40, 9_000)] },
      /^one sender floods, web: others waited 9000 ms at p95, in fair weather 500$/,
    ],
  ])('finds %s', (_, more, breach) => {
    expect(breachesOf(outcome(more))).toEqual([expect.stringMatching(breach)]);
    expect(tableOf(outcome(more))).toContain('torture: 1 breaches (seed 7); the data is in /tmp/x');
  });

  it('compares with nothing of which hardly anybody knows how long it takes', () => {
    const weather = [spell('fair, email', 3, 100), spell('one sender floods, email', 40, 9_000)];
    expect(breachesOf(outcome({ weather }))).toEqual([]);
  });

  it('of points of one sort misses each that no kill struck', () => {
    const { order } = outcome();
    const missed = FAIL_POINTS.filter(point => point.startsWith('parked'));
    const found = breachesOf(outcome({ order: { ...order, only: 'parked' } }));
    expect(found).toEqual(missed.map(point => `no kill struck at ${point}`));
  });
});
