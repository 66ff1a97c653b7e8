import { setTimeout as pause } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, it, vi } from 'vitest';
import { EVERYTHING, type Share } from '../../src/storage/share.ts';
import type { House } from '../../src/wiring/house.ts';
import { createService, type ServiceParts } from '../../src/wiring/service.ts';

type Idle = () => Promise<void>;

/** A service whose parts do nothing, or end as they are told to; how often a text was read. */
function service(
  duties: Partial<ServiceParts['duties']>,
  ends: Partial<Record<'store' | 'queue', Idle>> = {},
) {
  const read = { texts: 0, shares: [] as Share[] };
  const overdue = async (_now: Date, _limit: number, share: Share) => {
    read.shares.push(share);
    return [];
  };
  const idle: Idle = async () => {};
  const house = {
    ...{ settings: { host: '127.0.0.1', port: 0, dataDir: '.' }, log: { error: () => {}, warn: () => {} } },
    ...{ store: { overdue, close: ends.store ?? idle } },
    queue: { work: () => {}, add: idle, close: ends.queue ?? idle },
    classifier: {
      understand: () => {
        read.texts += 1;
      },
    },
    ...{ now: () => new Date(), metrics: { backlog: () => {} }, remember: idle, learning: { close: idle } },
  } as unknown as House;
  const made = createService({
    ...{
      server: fastify(),
      house,
      handle: idle,
      bound: () => {},
      ending: () => {},
      pid: -1,
      sweepMs: 60_000,
    },
    duties: {
      ...{ serves: false, works: false, isAlone: false, isBound: false, sharesCalls: false },
      ...{ connects: () => 'no', share: EVERYTHING, takes: () => true, ...duties },
    },
    share: null,
    connections: { open: idle, close: idle, states: () => ({}) } as unknown as ServiceParts['connections'],
  });
  return { made, read };
}

it('prepares to read citizens’ words soon after it takes messages, where words are read', async () => {
  for (const duties of [{ serves: true }, { works: true }]) {
    const { made, read } = service(duties);
    await made.start();
    await expect.poll(() => read.texts, { timeout: 20_000 }).toBe(1);
    await made.close();
  }
});

it('spends nothing on that in a process that only holds a channel’s session', async () => {
  const { made, read } = service({});
  await made.start();
  await pause(400);
  await made.close();
  expect(read.texts).toBe(0);
});

it('looks for the work that is its share alone', async () => {
  const share = { only: ['whatsapp-web'] };
  const { made, read } = service({ works: true, share });
  await made.start();
  await made.close();
  expect(read.shares).toEqual([share]);
});

it('ends within ten seconds, whatever runs and whatever keeps the store', { timeout: 15_000 }, async () => {
  const never = () => new Promise<void>(() => {});
  const { made } = service({ works: true }, { store: never, queue: never });
  await made.start();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let hasEnded = false;
    const ended = made.close().then(() => {
      hasEnded = true;
    });
    // What has nothing to do with time happens in between.
    for (let ms = 0; ms < 9_900 && !hasEnded; ms += 100) {
      for (let i = 0; i < 40; i += 1) await new Promise<void>(resolve => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(hasEnded).toBe(true);
    await ended;
  } finally {
    vi.useRealTimers();
  }
});
