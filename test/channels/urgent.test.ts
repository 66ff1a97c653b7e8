import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { createDeliver } from '../../src/channels/deliver.ts';
import { keepPairRate } from '../../src/channels/whatsapp/pair-rate.ts';
import { take } from '../../src/channels/x/budget.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { outbound, storeOnDisk } from '../support/store.ts';

const START = new Date('2026-03-02T15:00:00Z');
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
      ...{ store, queue: { add: async () => {} }, channels: new Map([['sms', { ...channel, send: take }]]) },
      ...{ now: () => START, elapsedMs: () => 0, log: pino({ level: 'silent' }) },
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
