import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createDeliver } from '../../src/channels/deliver.ts';
import { CHANNELS } from '../../src/channels/index.ts';
import { createPaced, type Pace, type Paces } from '../../src/channels/pace.ts';
import { createMemoryQueue } from '../../src/queue/memory.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { outbound, storeOnDisk } from '../support/store.ts';

const PACE: Pace = { most: 3, perMs: 1_000 };

/** A pace whose first span is over. */
function paced(): { clock: { at: number } } & ReturnType<typeof createPaced> {
  const clock = { at: 1_000 };
  return { clock, ...createPaced(PACE, () => clock.at, 0) };
}

describe('calls within a pace', () => {
  it('get their places, and are told how long there is none', () => {
    const { clock, waitMs, begin } = paced();
    for (const at of [1_000, 1_300, 1_600]) {
      clock.at = at;
      expect(waitMs(0)).toBe(0);
      begin()(true);
    }
    expect([waitMs(0), waitMs(1), waitMs(2), waitMs(3)]).toEqual([400, 700, 1_000, Infinity]);
    clock.at = 2_000;
    expect([waitMs(0), waitMs(1)]).toEqual([0, 300]);
  });

  it('count from their end, since nobody knows when they arrived', () => {
    const { clock, waitMs, begin } = paced();
    const ends = [begin(), begin(), begin()];
    clock.at += 5_000;
    expect(waitMs(0)).toBe(Infinity);
    ends[1]?.(true);
    clock.at += 999;
    expect(waitMs(0)).toBe(1);
    clock.at += 1;
    expect(waitMs(0)).toBe(0);
  });

  it('give back a place that was not used', () => {
    const { waitMs, begin } = paced();
    for (const wasCalled of [true, true, false]) begin()(wasCalled);
    expect(waitMs(0)).toBe(0);
  });

  it('are remembered for the longer span of a small part, whoever asks in between whether they would fit', () => {
    const clock = { at: 10_000 };
    const { waitMs, begin, fits } = createPaced(
      PACE,
      () => clock.at,
      0,
      () => 0.1,
    );
    expect(waitMs(0)).toBe(0);
    begin()(true);
    clock.at += 1_500;
    expect(fits(0.1)).toBe(true);
    expect(waitMs(0)).toBeCloseTo(PACE.perMs / 0.3 - 1_500, 3);
  });

  it('wait for a span after the start', () => {
    const clock = { at: 5_000 };
    const { waitMs } = createPaced(PACE, () => clock.at, 5_000);
    expect(waitMs(0)).toBe(1_000);
    clock.at += 999;
    expect(waitMs(0)).toBe(1);
    clock.at += 1;
    expect(waitMs(0)).toBe(0);
  });
});

it('holds every channel to spans that a starting process can wait for', () => {
  const told = CHANNELS.flatMap(({ capabilities: { paces = {} } }) => [paces.account, paces.recipient]);
  const spans = told.flatMap(pace => (pace ? [pace.perMs] : []));
  expect(spans.length).toBeGreaterThan(0);
  expect(Math.max(...spans)).toBeLessThanOrEqual(2_000);
});

describe('deliver', () => {
  const open: WholeStore[] = [];
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    for (const store of open.splice(0)) await store.close();
  });

  /** The most calls that any span of this length saw. */
  const busiest = (times: number[], { perMs }: Pace): number =>
    Math.max(...times.map(from => times.filter(at => at >= from && at < from + perMs).length));

  it.each(['telegram', 'whatsapp', 'messenger', 'bot-framework'])(
    'never calls %s faster than its platform allows, also when the process is killed and started again',
    async id => {
      const real = CHANNELS.find(entry => entry.id === id)?.capabilities;
      const paces: Paces = Object.fromEntries(
        // The same proportions with fewer calls, so that a queue of them is worked off in a moment.
        Object.entries(real?.paces ?? {}).map(([of, pace]: [string, Pace]) => {
          return [of, { most: Math.min(pace.most, 5), perMs: pace.perMs / 5 }];
        }),
      );
      const { store } = await storeOnDisk();
      open.push(store);
      const now = () => new Date();
      const calls: { at: number; address: string }[] = [];
      const channel = scriptedChannel();
      const send: NonNullable<typeof channel.send> = async ({ address }) => {
        calls.push({ at: performance.now(), address });
        return { providerId: null };
      };
      const paced = { ...channel, send, capabilities: { ...channel.capabilities, paces } };
      const talks: string[] = [];
      for (let n = 0; n < 9; n += 1) {
        const key = { channel: 'sms', account: '+5076000000', address: `+5076000000${n}` };
        const talk = await store.open(key, null, now());
        await store.commit({ at: now(), outbound: [outbound(talk, `${n}a`), outbound(talk, `${n}b`)] });
        talks.push(talk);
      }
      const start = (): (() => Promise<unknown>) => {
        const log = pino({ level: 'silent' });
        const queue = createMemoryQueue({ elapsedMs: () => performance.now(), log });
        const deliver = createDeliver({
          ...{ store, queue, now, log, elapsedMs: () => performance.now() },
          random: () => Buffer.from([0x80, 0, 0, 0]),
          channels: new Map([['sms', paced]]),
        });
        queue.work(job => (job.name === 'deliver' ? deliver(job.conversationId) : Promise.resolve()));
        for (const conversationId of talks) void queue.add({ name: 'deliver', conversationId });
        ends.push(() => queue.close());
        return () => queue.close();
      };
      const kill = start();
      await expect.poll(() => calls.length, { timeout: 30_000, interval: 1 }).toBeGreaterThanOrEqual(5);
      await kill();
      start();
      await expect.poll(() => calls.length, { timeout: 30_000 }).toBe(18);
      const { account, recipient } = paces;
      if (account)
        expect(
          busiest(
            calls.map(({ at }) => at),
            account,
          ),
        ).toBeLessThanOrEqual(account.most);
      for (const address of recipient ? new Set(calls.map(call => call.address)) : []) {
        const times = calls.flatMap(call => (call.address === address ? [call.at] : []));
        expect(busiest(times, recipient as Pace)).toBeLessThanOrEqual(recipient?.most ?? 0);
      }
    },
  );
});
