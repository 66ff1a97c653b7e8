import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { createDeliver } from '../../src/channels/deliver.ts';
import { keepPairRate } from '../../src/channels/whatsapp/pair-rate.ts';
import { take } from '../../src/channels/x/budget.ts';
import { createMemoryQueue } from '../../src/queue/memory.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { outbound, storeOnDisk } from '../support/store.ts';

const START = new Date('2026-03-02T15:00:00Z');
const log = pino({ level: 'silent' });
const open: WholeStore[] = [];

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** How many ordinary calls a platform lets through to one person, whatever their number. */
const LIMITED = [
  ['whatsapp', 40, keepPairRate],
  ['x', 12, (deps, account, { class: kind }) => take({ ...deps, account }, 'write', kind)] satisfies [
    string,
    number,
    typeof keepPairRate,
  ],
] as const;

it.each(LIMITED)(
  'sends numbers for danger at once on %s, though ordinary messages of the talk wait for a place',
  async (_platform, most, keep) => {
    const { store } = await storeOnDisk();
    open.push(store);
    const channel = scriptedChannel();
    const take: NonNullable<typeof channel.send> = async message => {
      await keep({ spend: store.spend, now: () => START }, message.account, message);
      channel.calls.push(message);
      return { providerId: null };
    };
    const deliver = createDeliver({
      ...{
        store,
        queue: { add: async () => {}, addHere: async () => {} },
        channels: new Map([['sms', { ...channel, send: take }]]),
      },
      ...{ now: () => START, elapsedMs: () => 0, log },
      random: () => Buffer.alloc(4),
    });
    const key = { channel: 'sms', account: '+5076000000', address: '+50760000001' };
    const talk = await store.open(key, null, START);
    const burst = Array.from({ length: most + 1 }, (_, n) => outbound(talk, `o${n}`));
    await store.commit({ at: START, outbound: burst });
    await deliver(talk);
    expect(channel.calls).toHaveLength(most);
    const numbers = ['n1', 'n2'].map(id => outbound(talk, id, { class: 'emergency' }));
    await store.commit({ at: START, outbound: numbers });
    await deliver(talk);
    expect(channel.calls.slice(most).map(({ id }) => id)).toEqual(['n1', 'n2']);
  },
);

it('sends them at once though many wait for the account, and looks up nobody twice', async () => {
  const { store } = await storeOnDisk();
  open.push(store);
  const queue = createMemoryQueue({ elapsedMs: () => performance.now(), log });
  const calls: string[] = [];
  const loads: string[] = [];
  const channel = scriptedChannel();
  const send: NonNullable<typeof channel.send> = async ({ id }) => {
    calls.push(id);
    return { providerId: null };
  };
  const capabilities = { ...channel.capabilities, paces: { account: { most: 8, perMs: 200 } } };
  const deliver = createDeliver({
    store: {
      ...store,
      load: (id, limit) => {
        loads.push(id);
        return store.load(id, limit);
      },
    },
    ...{ queue, channels: new Map([['sms', { ...channel, capabilities, send }]]) },
    ...{ now: () => new Date(), elapsedMs: () => performance.now(), log, random: () => Buffer.alloc(4) },
  });
  queue.work(job => (job.name === 'deliver' ? deliver(job.conversationId) : Promise.resolve()));
  const write = async (id: string, more = {}): Promise<void> => {
    const talk = await store.open({ channel: 'sms', account: '+5076000000', address: id }, null, START);
    await store.commit({ at: START, outbound: [outbound(talk, id, more)] });
    await queue.add({ name: 'deliver', conversationId: talk });
  };
  const names = Array.from({ length: 80 }, (_, n) => `o${n}`);
  for (const name of names) await write(name);
  await expect.poll(() => calls.length, { timeout: 20_000, interval: 1 }).toBeGreaterThan(14);
  await write('n', { class: 'emergency' });
  const before = calls.length;
  await expect.poll(() => calls.length, { timeout: 20_000 }).toBe(81);
  expect(calls.indexOf('n')).toBeLessThanOrEqual(before + 14);
  // Sixteen calls run side by side, and whose was quicker is chance.
  const others = calls.filter(id => id !== 'n');
  const apart = names.map((name, n) => Math.abs(others.indexOf(name) - n));
  expect(Math.max(...apart)).toBeLessThanOrEqual(16);
  expect(loads.length).toBe(81);
  await queue.close();
});
