import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Channel, OutboundMessage } from '../../src/channels/channel.ts';
import { createDeliver, type DeliverDeps } from '../../src/channels/deliver.ts';
import { SendError } from '../../src/errors.ts';
import { outbound, storeOnDisk } from '../support/store.ts';

/** What is needed of a stand-in to see what `deliver` brings to it. */
export interface DeliveryKit {
  /** The words that arrived at the platform, oldest first. */
  arrived(): string[];
  /** The next call is throttled for so many seconds; absent: the platform says no time. */
  throttle?(seconds: number): void;
}

const WORDS = ['el uno', 'el dos', 'el tres'];
const SECONDS = 20;

/** A desk that sends through one channel, whose clock can be set ahead and which can be killed amid a call. */
async function deskOn(channel: Channel, like: OutboundMessage) {
  const { store } = await storeOnDisk();
  let ahead = 0;
  let isToBeKilled = false;
  const now = (): Date => new Date(Date.now() + ahead);
  const { account, address, route } = like;
  const key = { channel: channel.id, account, address };
  // Somebody wrote just now: every window is open.
  const written = { ...key, providerId: 'written', text: 'hola', ...(route ? { route } : {}) };
  const [added] = await store.addInbound([written], now());
  const id = added?.conversationId ?? '';
  const rows = WORDS.map(text => outbound(id, text, { caseId: `case ${text}`, part: { text, choices: [] } }));
  await store.commit({ at: now(), outbound: rows });
  const woken: number[] = [];
  const add: DeliverDeps['queue']['add'] = async (_job, delayMs = 0) => void woken.push(delayMs);
  const deliver = createDeliver({
    ...{ store, now, channels: new Map([[channel.id, channel]]), queue: { add, addHere: add } },
    elapsedMs: () => performance.now() + ahead,
    random: () => Buffer.from([0x80, 0, 0, 0]),
    log: pino({ level: 'silent' }),
    failPoint: name => {
      if (!isToBeKilled || name !== 'deliver:after-send') return;
      isToBeKilled = false;
      throw new Error('killed');
    },
  });
  const passes = (ms: number): void => {
    ahead += ms;
  };
  passes(1_100);
  return {
    passes,
    step: () => deliver(id),
    /** Everything, as it becomes due. */
    finish: async () => {
      for (let rounds = 0; rounds < 12; rounds += 1) {
        await deliver(id);
        passes(Math.max(1_100, woken.pop() ?? 0));
      }
    },
    kill: async () => {
      isToBeKilled = true;
      await expect(deliver(id)).rejects.toThrow('killed');
    },
    sent: async (text: string) => (await store.deliveries(`case ${text}`))[0],
    close: async () => {
      await store.close();
      await channel.close?.();
    },
  };
}

/** What `deliver` makes of a channel: order over calls, waits that are kept, no repeat that is not marked. */
export function deliveryContract(
  open: () => Promise<Channel>,
  message: (text: string) => OutboundMessage,
  { arrived, throttle }: DeliveryKit,
): void {
  const ours = (from: number): string[] =>
    arrived()
      .slice(from)
      .map(text => text.trim());
  const begin = async () => {
    const channel = await open();
    return { channel, from: arrived().length, desk: await deskOn(channel, message('hola')) };
  };

  it('brings what is said in several calls in order', async () => {
    const { desk, from } = await begin();
    await desk.finish();
    expect(ours(from)).toEqual(WORDS);
    await desk.close();
  });

  it('loses and doubles nothing when it is killed amid a call, but what nobody can read back, which it marks', async () => {
    const { channel, desk, from } = await begin();
    await desk.kill();
    desk.passes(120_000);
    await desk.finish();
    const times = ours(from).filter(text => text === WORDS[0]).length;
    const first = await desk.sent(WORDS[0] ?? '');
    expect(first).toMatchObject({ state: 'accepted', maybeDuplicate: times > 1 });
    if (channel.find) expect(times).toBe(1);
    expect([...new Set(ours(from))]).toEqual(WORDS);
    await desk.close();
  });

  if (!throttle) return;

  it('waits as long as a platform says that throttles, and lets nothing overtake', async () => {
    const { desk, from } = await begin();
    throttle(SECONDS);
    await desk.step();
    expect(ours(from)).toEqual([]);
    desk.passes((SECONDS - 3) * 1_000);
    await desk.step();
    expect(ours(from)).toEqual([]);
    desk.passes(4_000);
    await desk.finish();
    expect(ours(from)).toEqual(WORDS);
    expect(await desk.sent(WORDS[0] ?? '')).toMatchObject({ state: 'accepted', maybeDuplicate: false });
    await desk.close();
  });

  it('says how long it must wait', async () => {
    const channel = await open();
    throttle(SECONDS);
    const error = await channel.send?.(message('hola')).then(
      () => null,
      error => error,
    );
    expect(error).toBeInstanceOf(SendError);
    expect((error as SendError).failure).toMatchObject({ retryable: true });
    expect((error as SendError).failure.unknown).not.toBe(true);
    const { retryAfterMs = 0 } = (error as SendError).failure;
    expect(Math.abs(retryAfterMs - SECONDS * 1_000)).toBeLessThanOrEqual(2_000);
    await channel.close?.();
  });
}
