import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../../src/channels/channel.ts';
import { createDeliver } from '../../src/channels/deliver.ts';
import type { Paces } from '../../src/channels/pace.ts';
import { createMemoryQueue } from '../../src/queue/memory.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { type SharedCalls, shareCalls } from '../../src/wiring/share-calls.ts';
import { newKeyring, openIn } from '../support/mongo-store.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { outbound, storeOnDisk } from '../support/store.ts';

const PACES: Required<Paces> = {
  account: { most: 8, perMs: 500 },
  recipient: { most: 1, perMs: 900 },
};
const TALKS = 12;
const EACH = 4;

const elapsedMs = (): number => performance.now();
const now = (): Date => new Date();
const log = pino({ level: 'silent' });

/** The most of these times that a span of this length holds. */
const busiest = (times: number[], perMs: number): number =>
  Math.max(...times.map(from => times.filter(at => at >= from && at < from + perMs).length));

/** Two processes that send what lies in one store; each has it open for itself where it can be. */
async function runTwo(stores: [WholeStore, WholeStore]): Promise<{ at: number; address: string }[]> {
  const [store] = stores;
  const talks = await Promise.all(
    Array.from({ length: TALKS }, async (_, n) => {
      const address = `+5076000${1000 + n}`;
      const talk = await store.open({ channel: 'sms', account: '+5076000000', address }, null, now());
      const names = Array.from({ length: EACH }, (_, m) => outbound(talk, `${n}.${m}`));
      await store.commit({ at: now(), outbound: names });
      return talk;
    }),
  );
  const calls: { at: number; address: string }[] = [];
  const send = async ({ address }: OutboundMessage) => {
    calls.push({ at: elapsedMs(), address });
    return { providerId: null };
  };
  const base = scriptedChannel();
  const channel = { ...base, send, capabilities: { ...base.capabilities, paces: PACES } };
  const ends: (() => Promise<void>)[] = [];
  for (const [index, own] of stores.entries()) {
    const queue = createMemoryQueue({ elapsedMs, log });
    const share: SharedCalls = shareCalls({
      ...{ store: own, holder: `process ${index}`, elapsedMs },
      timer: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    const deliver = createDeliver({
      ...{ store: own, queue, now, log, elapsedMs, share, channels: new Map([['sms', channel]]) },
      random: () => Buffer.from([0x80, 0, 0, 0]),
    });
    share.start();
    queue.work(job => (job.name === 'deliver' ? deliver(job.conversationId) : Promise.resolve()));
    for (const conversationId of talks) void queue.add({ name: 'deliver', conversationId });
    ends.push(async () => {
      await queue.close();
      await share.close();
    });
  }
  await expect.poll(() => calls.length, { timeout: 60_000 }).toBe(TALKS * EACH);
  for (const end of ends) await end();
  return calls;
}

function expectPaced(calls: { at: number; address: string }[]): void {
  expect(
    busiest(
      calls.map(({ at }) => at),
      PACES.account.perMs,
    ),
  ).toBeLessThanOrEqual(PACES.account.most);
  for (const address of new Set(calls.map(call => call.address))) {
    const times = calls.flatMap(call => (call.address === address ? [call.at] : []));
    // What has begun is on its way to the platform some moments later, more of them on a busy machine; unpaced calls follow at once.
    expect(busiest(times, PACES.recipient.perMs / 2)).toBe(1);
  }
}

it('two processes over one store call an account no faster than its platform allows, nor one citizen', async () => {
  const { store } = await storeOnDisk();
  expectPaced(await runTwo([store, store]));
  await store.close();
}, 90_000);

const missing = missingMongo();

describe.skipIf(missing)(`two processes with ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;
  let stores: [WholeStore, WholeStore];

  beforeAll(async () => {
    database = await someDatabase();
    const keyring = newKeyring();
    stores = [await openIn(database.url, keyring), await openIn(database.url, keyring)];
  });

  afterAll(async () => {
    for (const store of stores) await store.close();
    await database.drop();
  });

  it('call an account no faster than its platform allows, nor one citizen', async () => {
    expectPaced(await runTwo(stores));
  }, 90_000);
});
