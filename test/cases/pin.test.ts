import { describe, expect, it } from 'vitest';
import { createAttempts, lookByPin, type PinDeps, type PinResult } from '../../src/cases/pin.ts';
import { newCase } from '../support/store.ts';

const START = new Date('2026-10-26T15:00:00Z').getTime();
const MINE = '311-000-000-000';

function desk(most?: number) {
  const clock = { now: START };
  const c = newCase({ number: MINE, pinHash: 'right' });
  const deps: PinDeps = {
    store: { caseByNumber: async number => (number === MINE ? c : null) },
    hashPin: (_number, pin) => (pin === '1234' ? 'right' : 'wrong'),
    attempts: createAttempts(most),
    now: () => new Date(clock.now),
  };
  const look = (pin: string, { number = MINE, source = 'a' } = {}): Promise<PinResult> =>
    lookByPin(deps, number, pin, source);
  return { look, clock, c, deps };
}

describe('lookByPin', () => {
  it('shows the case to who knows number and PIN', async () => {
    const { look, c } = desk();
    expect(await look('1234')).toEqual({ case: c });
  });

  it('gives one answer for a wrong PIN, an unknown number and a case without a PIN', async () => {
    const { look, c } = desk();
    const unknown = await look('1234', { number: '311-111-111-111' });
    expect(await look('0000')).toEqual(unknown);
    c.pinHash = null;
    expect(await look('1234')).toEqual(unknown);
    expect(unknown).toBeNull();
  });

  it('makes who tries many PINs of one case wait longer and longer, from wherever they come', async () => {
    const { look, clock } = desk();
    for (const source of ['a', 'b', 'c']) expect(await look('0', { source })).toBeNull();
    const first = await look('1234', { source: 'd' });
    expect(first).toEqual({ waitMs: 2_000 });
    clock.now += 2_000;
    expect(await look('0', { source: 'e' })).toBeNull();
    expect(await look('1234', { source: 'f' })).toEqual({ waitMs: 4_000 });
  });

  it('treats an unknown number alike', async () => {
    const { look } = desk();
    const number = '311-111-111-111';
    for (let i = 0; i < 3; i += 1) expect(await look('0', { number, source: `s${i}` })).toBeNull();
    expect(await look('0', { number, source: 's9' })).toEqual({ waitMs: 2_000 });
  });

  it('counts tries that come at once for each other', async () => {
    const { look } = desk();
    const tries = await Promise.all(Array.from({ length: 50 }, (_, i) => look('0', { source: `s${i}` })));
    expect(tries.filter(result => result === null)).toHaveLength(3);
    const many = await Promise.all(
      Array.from({ length: 50 }, (_, i) => look('0', { number: `311-000-000-1${i}` })),
    );
    expect(many.filter(result => result === null)).toHaveLength(10);
  });

  it('counts no try that the store could not look at', async () => {
    const { look, deps } = desk();
    const { caseByNumber } = deps.store;
    deps.store.caseByNumber = () => Promise.reject(new Error('disk'));
    for (let i = 0; i < 20; i += 1) await expect(look('1234')).rejects.toThrow('disk');
    deps.store.caseByNumber = caseByNumber;
    expect(await look('1234')).toHaveProperty('case');
  });

  it('makes one source that tries many cases wait, and its own case buys it nothing', async () => {
    const { look } = desk();
    for (let i = 0; i < 10; i += 1) {
      expect(await look('0', { number: `311-000-000-1${i}0` })).toBeNull();
      if (i < 9) expect(await look('1234')).toHaveProperty('case');
    }
    expect(await look('1234')).toEqual({ waitMs: 2_000 });
    expect(await look('1234', { source: 'b' })).toHaveProperty('case');
  });

  it('never waits longer than a quarter of an hour, and forgets after a day', async () => {
    const { look, clock } = desk();
    for (let i = 0; i < 40; i += 1) {
      await look('0', { source: `s${i}` });
      clock.now += 15 * 60_000;
    }
    await look('0', { source: 'x' });
    expect(await look('1234', { source: 'y' })).toEqual({ waitMs: 15 * 60_000 });
    clock.now += 86_400_000;
    expect(await look('1234', { source: 'y' })).toHaveProperty('case');
  });

  it('makes nobody wait for right PINs, however many wrong ones there were', async () => {
    const { look, clock, c, deps } = desk();
    deps.store.caseByNumber = async number => (/^311-000-000-/.test(number) ? { ...c, number } : null);
    for (let i = 0; i < 20; i += 1) {
      await look('0', { number: `311-222-222-2${i}` });
      clock.now += 15 * 60_000;
    }
    for (const number of ['311-000-000-001', '311-000-000-002']) {
      expect(await look('1234', { number })).toHaveProperty('case');
      clock.now += 5_000;
    }
    expect(await look('0')).toBeNull();
    expect(await look('1234')).toEqual({ waitMs: 15 * 60_000 });
  });

  it('keeps a wrong try that came while a right one was looked at', async () => {
    const { look, clock, deps } = desk();
    for (let i = 0; i < 12; i += 1) {
      await look('0', { number: `311-222-222-2${i}` });
      clock.now += 15 * 60_000;
    }
    const { caseByNumber } = deps.store;
    const gate = Promise.withResolvers<void>();
    deps.store.caseByNumber = async number => {
      if (number === MINE) await gate.promise;
      return caseByNumber(number);
    };
    const right = look('1234');
    clock.now += 1;
    deps.attempts.fail('source a', deps.now());
    gate.resolve();
    expect(await right).toHaveProperty('case');
    expect(await look('1234')).toEqual({ waitMs: 16_000 });
  });

  it('does not lock for ever when the clock is set back', async () => {
    const { look, clock } = desk();
    for (let i = 0; i < 3; i += 1) await look('0', { source: `s${i}` });
    clock.now -= 10 * 86_400_000;
    expect(await look('1234', { source: 'z' })).toEqual({ waitMs: 2_000 });
  });

  it('remembers only so many names', async () => {
    const { look } = desk(4);
    for (let i = 0; i < 3; i += 1) await look('0', { source: `s${i}` });
    for (let i = 0; i < 6; i += 1) await look('0', { number: `311-222-222-22${i}`, source: `t${i}` });
    expect(await look('1234', { source: 'z' })).toHaveProperty('case');
  });
});
