import { setTimeout as pause } from 'node:timers/promises';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { EVERYTHING, type Share } from '../../src/storage/share.ts';
import type { House } from '../../src/wiring/house.ts';
import { createService, type ServiceParts } from '../../src/wiring/service.ts';

/** A service whose parts do nothing; how often a text was read. */
function service(duties: Partial<ServiceParts['duties']>) {
  const read = { texts: 0, shares: [] as Share[] };
  const overdue = async (_now: Date, _limit: number, share: Share) => {
    read.shares.push(share);
    return [];
  };
  const idle = async (): Promise<void> => {};
  const house = {
    ...{ settings: { host: '127.0.0.1', port: 0, dataDir: '.' }, log: { error: () => {}, warn: () => {} } },
    ...{ store: { overdue, close: idle }, queue: { work: () => {}, add: idle, close: idle } },
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
      ...{ serves: false, works: false, isAlone: false, isBound: false },
      ...{ connects: () => 'no', share: EVERYTHING, takes: () => true, ...duties },
    },
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
