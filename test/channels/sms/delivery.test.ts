import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { Channel } from '../../../src/channels/channel.ts';
import { createDeliver } from '../../../src/channels/deliver.ts';
import type { DeliverTimes } from '../../../src/channels/deliver-times.ts';
import { createMemoryQueue } from '../../../src/queue/memory.ts';
import type { Queue } from '../../../src/queue/queue.ts';
import { createSweep } from '../../../src/queue/sweep.ts';
import { EVERYTHING } from '../../../src/storage/share.ts';
import type { WholeStore } from '../../../src/storage/whole-store.ts';
import { smsChannel } from '../../support/sms-channel.ts';
import { outbound, type StoreOnDisk, storeOnDisk } from '../../support/store.ts';
import { startTwilioStandIn, type TwilioStandIn } from '../../support/twilio-stand-in.ts';

const QUICK: Partial<DeliverTimes> = {
  settleMs: 150,
  pauseMs: 200,
  callMs: 1_000,
  leaseMs: 2_500,
  perAccount: 4,
};
const log = pino({ level: 'silent' });
const now = () => new Date();
const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function run(
  store: WholeStore,
  channels: Channel[],
  failPoint?: (name: string) => void | Promise<void>,
): Queue {
  const queue = createMemoryQueue({ elapsedMs: () => performance.now(), log });
  const deliver = createDeliver({
    ...{ store, queue, now, log, random: randomBytes, times: QUICK, elapsedMs: () => performance.now() },
    channels: new Map(channels.map(channel => [channel.id, channel])),
    ...(failPoint ? { failPoint } : {}),
  });
  queue.work(job => (job.name === 'deliver' ? deliver(job.conversationId) : Promise.resolve()));
  const sweep = createSweep({ store, queue, now, share: EVERYTHING, everyMs: 50 });
  sweep.start();
  ends.push(async () => {
    await sweep.stop();
    await queue.close();
  });
  return queue;
}

async function desk(): Promise<{ twilio: TwilioStandIn; disk: StoreOnDisk }> {
  const twilio = await startTwilioStandIn();
  const disk = await storeOnDisk();
  ends.push(() => twilio.close());
  return { twilio, disk };
}

/** Conversations with two replies each, ready to be sent. */
async function talks(store: WholeStore, count: number, channel = 'sms'): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const address = `+5076000${String(1_000 + i)}`;
    const id = await store.open({ channel, account: '+5076000000', address }, null, now());
    const rows = ['a', 'b'].map(name => outbound(id, `${channel}-${i}-${name}`));
    await store.commit({ at: now(), outbound: rows });
    ids.push(id);
  }
  return ids;
}

const wake = (queue: Queue, ids: string[]) =>
  Promise.all(ids.map(conversationId => queue.add({ name: 'deliver', conversationId })));

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 1_500 && !condition(); i += 1) await new Promise(resolve => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

const sentIds = (twilio: TwilioStandIn) => twilio.accepted().map(({ outboundId }) => outboundId);

it('sends every reply once and in order through a platform that stumbles in every way', async () => {
  const { twilio, disk } = await desk();
  ends.push(() => disk.store.close());
  twilio.trouble([
    { drop: 'after' },
    { drop: 'before' },
    { status: 500 },
    { status: 429, retryAfter: 1 },
    { delayMs: 1_300 },
    { status: 503 },
    { drop: 'after' },
  ]);
  const ids = await talks(disk.store, 8);
  await wake(run(disk.store, [smsChannel(twilio)]), ids);
  await until(() => twilio.accepted().length >= 16);
  for (let i = 0; i < 8; i += 1) {
    const own = sentIds(twilio).filter(id => id?.startsWith(`sms-${i}-`));
    expect(own).toEqual([`sms-${i}-a`, `sms-${i}-b`]);
  }
});

it('sends once what was accepted before the process ended, after it starts again', async () => {
  const { twilio, disk } = await desk();
  const [id = ''] = await talks(disk.store, 1);
  const dead = new Promise<void>(() => {});
  let killed = (): void => {};
  const kill = new Promise<void>(resolve => {
    killed = resolve;
  });
  const deliver = createDeliver({
    ...{ store: disk.store, now, log, random: randomBytes, times: QUICK, elapsedMs: () => performance.now() },
    channels: new Map([['sms', smsChannel(twilio)]]),
    queue: { add: async () => {}, addHere: async () => {} },
    failPoint: name => {
      if (name !== 'deliver:after-send') return;
      killed();
      return dead;
    },
  });
  void deliver(id);
  await kill;
  await disk.store.close();
  const reopened = await disk.reopen();
  ends.push(() => reopened.close());
  run(reopened, [smsChannel(twilio)]);
  await until(() => twilio.accepted().length >= 2);
  expect(sentIds(twilio)).toEqual(['sms-0-a', 'sms-0-b']);
});

it('keeps the replies of a sick provider and hurries those of a sound one', async () => {
  const { twilio, disk } = await desk();
  const sound = await startTwilioStandIn();
  ends.push(
    () => sound.close(),
    () => disk.store.close(),
  );
  twilio.always = { status: 503, delayMs: 300 };
  const [sick, well] = [await talks(disk.store, 40), await talks(disk.store, 20, 'sound')];
  const queue = run(disk.store, [smsChannel(twilio), { ...smsChannel(sound), id: 'sound' }]);
  await wake(queue, sick);
  const began = performance.now();
  await wake(queue, well);
  await until(() => sound.accepted().length === 40);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(twilio.calls).toBeLessThan(20);
  twilio.always = null;
  await until(() => twilio.accepted().length >= 80);
  expect(new Set(sentIds(twilio)).size).toBe(80);
  expect(twilio.accepted()).toHaveLength(80);
});
