import { describe, expect, it } from 'vitest';
import { type Accounts, createAccounts } from '../../src/channels/accounts.ts';
import type { Paces } from '../../src/channels/pace.ts';

const TELEGRAM: Paces = {
  account: { most: 30, perMs: 1_000 },
  recipient: { most: 1, perMs: 1_000 },
};
const PAUSE_MS = 15_000;

interface Attempt {
  name: string;
  at: number;
  entered: boolean;
}

/** An account whose citizens are woken when they asked for it, and whose calls take `callMs`. Its first second is over. */
function account(paces: Paces | undefined, { limit = 16, callMs = 100, ok = (): boolean => true } = {}) {
  const clock = { at: 0 };
  const due: { at: number; run: () => Promise<void> | void }[] = [];
  const urgent = new Set<string>();
  const attempts: Attempt[] = [];
  const asked: string[] = [];
  const absent = new Set<string>();
  const at = (ms: number, run: () => Promise<void> | void): void => void due.push({ at: clock.at + ms, run });
  const accounts: Accounts = createAccounts({
    ...{ elapsedMs: () => clock.at, limit, pauseMs: PAUSE_MS },
    wake: (name, delayMs) => at(delayMs, () => come(name)),
  });
  clock.at = 1_000;
  async function come(name: string): Promise<void> {
    if (absent.has(name)) return;
    const sender = { conversationId: name, channel: 'telegram', account: '7' };
    const leave = await accounts.enter(sender, paces, async id => {
      asked.push(id);
      return urgent.has(id);
    });
    attempts.push({ name, at: clock.at, entered: leave !== null });
    if (leave) at(callMs, () => leave({ wasCalled: true, ok: ok() }));
  }

  async function run(ms: number): Promise<void> {
    const end = clock.at + ms;
    for (;;) {
      const next = due.filter(one => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      due.splice(due.indexOf(next), 1);
      clock.at = Math.max(clock.at, next.at);
      await next.run();
    }
    clock.at = end;
  }

  const served = (): string[] => attempts.filter(({ entered }) => entered).map(({ name }) => name);
  return { accounts, clock, come, run, urgent, absent, attempts, asked, served };
}

const NAMES = Array.from({ length: 600 }, (_, n) => `c${n}`);

describe('the places of an account', () => {
  it.each([
    ['its pace', 100, 16],
    ['the calls under way', 3_000, 16],
    ['both', 1_100, 16],
  ])(
    'are handed out in order of arrival, each woken once, where %s is short',
    async (_what, callMs, limit) => {
      const { come, run, served, attempts, asked } = account(TELEGRAM, { callMs, limit });
      for (const name of NAMES) {
        await come(name);
        await run(0.37);
      }
      await run(300_000);
      expect(served()).toEqual(NAMES);
      const woken = attempts.length - NAMES.length;
      expect(woken).toBeLessThanOrEqual(NAMES.length);
      expect(asked.length).toBeLessThanOrEqual(NAMES.length);
    },
  );

  it.each([
    ['its pace', 100],
    ['the calls under way', 3_000],
  ])('are kept for danger, which waits for nobody where %s is short', async (_what, callMs) => {
    const { come, run, attempts, urgent, clock } = account(TELEGRAM, { callMs });
    for (const name of NAMES) await come(name);
    await run(2_400);
    urgent.add('late').add('later');
    const asked = clock.at;
    await come('late');
    await come('later');
    await run(60_000);
    const times = attempts.filter(({ name, entered }) => entered && urgent.has(name)).map(({ at }) => at);
    expect(times).toEqual([asked, asked]);
  });

  it('go to danger first when even what is kept is used, and then in order again', async () => {
    const { come, run, served, attempts, urgent, clock } = account(TELEGRAM);
    for (const name of NAMES.slice(0, 100)) await come(name);
    const dangers = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
    for (const name of dangers) urgent.add(name);
    for (const name of dangers) await come(name);
    const since = clock.at;
    await run(20_000);
    const last = attempts.filter(({ name, entered }) => entered && urgent.has(name)).at(-1);
    expect((last?.at ?? Infinity) - since).toBeLessThanOrEqual(1_200);
    expect(served().filter(name => urgent.has(name))).toEqual(dangers);
    expect(served().filter(name => !urgent.has(name))).toEqual(NAMES.slice(0, 100));
  });

  it('are kept by who is turned away again and again, and by who turns out to be in danger', async () => {
    const { come, run, served, urgent } = account({ account: { most: 1, perMs: 1_000 } });
    for (const name of ['a', 'b', 'c', 'd', 'b', 'c', 'b']) await come(name);
    urgent.add('d');
    await come('d');
    await run(10_000);
    expect(served()).toEqual(['a', 'd', 'b', 'c']);
  });

  it('are taken by no newcomer from who waits, though one is free at that moment', async () => {
    const { come, run, served, clock } = account({ account: { most: 1, perMs: 1_000 } });
    await come('a');
    await come('b');
    await run(100);
    clock.at += 1_000;
    await come('c');
    expect(served()).toEqual(['a']);
    await run(5_000);
    expect(served()).toEqual(['a', 'b', 'c']);
  });

  it('are not held up for longer than seconds by who was woken and does not come', async () => {
    const { come, run, served, absent } = account({ account: { most: 1, perMs: 1_000 } });
    for (const name of ['a', 'gone', 'b']) await come(name);
    absent.add('gone');
    await run(3_000);
    expect(served()).toEqual(['a']);
    await run(4_000);
    await come('b');
    expect(served()).toEqual(['a', 'b']);
  });

  it('are given to who was woken and comes late, when nobody else wants them', async () => {
    const { come, run, served, absent } = account({ account: { most: 1, perMs: 1_000 } });
    for (const name of ['a', 'slow']) await come(name);
    absent.add('slow');
    await run(7_000);
    absent.delete('slow');
    await come('slow');
    expect(served()).toEqual(['a', 'slow']);
  });

  it('are never more than its platform takes', async () => {
    const { come, run, attempts, urgent } = account(TELEGRAM, { callMs: 300, limit: 64 });
    for (const name of NAMES.slice(0, 200)) {
      if (name.endsWith('7')) urgent.add(name);
      await come(name);
    }
    await run(60_000);
    const calls = attempts.filter(({ entered }) => entered).map(({ at }) => at);
    expect(calls).toHaveLength(200);
    const busiest = Math.max(
      ...calls.map(from => calls.filter(at => at >= from && at < from + 1_300).length),
    );
    expect(busiest).toBe(30);
  });

  it('are asked for with one call, while most of its calls fail, and then by all who waited', async () => {
    const health = { ok: false };
    const { come, run, served, clock } = account(undefined, { ok: () => health.ok });
    for (const name of NAMES.slice(0, 30)) await come(name);
    await run(1_000);
    const before = served().length;
    expect(before).toBeLessThan(30);
    clock.at += PAUSE_MS - 1_000;
    await run(5_000);
    expect(served()).toHaveLength(before + 1);
    health.ok = true;
    await run(20_000);
    expect(served()).toEqual(NAMES.slice(0, 30));
  });
});

describe('the pace of a recipient', () => {
  it('holds back who it is about and nobody else, and asks the store nothing', async () => {
    const { come, run, attempts, asked } = account(TELEGRAM);
    await come('ana');
    await run(200);
    await come('ana');
    await come('luis');
    expect(attempts.map(({ entered }) => entered)).toEqual([true, false, true]);
    await run(2_000);
    expect(attempts.slice(3)).toEqual([{ name: 'ana', at: 2_100, entered: true }]);
    expect(asked).toEqual([]);
  });
});
