import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, MessageClass, OutboundMessage } from '../../../src/channels/channel.ts';
import type { SendError } from '../../../src/errors.ts';
import { type StoreOnDisk, storeOnDisk } from '../../support/store.ts';
import { xChannel, xOutbound } from '../../support/x-channel.ts';
import { ANA, startXStandIn, type XStandIn } from '../../support/x-stand-in.ts';

const MINUTE = 60_000;
let x: XStandIn;
let disk: StoreOnDisk;
let clock: Date;

beforeEach(async () => {
  x = await startXStandIn();
  disk = await storeOnDisk();
  clock = new Date('2026-03-02T15:00:00Z');
  x.options.now = () => clock;
});
afterEach(async () => {
  await disk.store.close();
  await x.close();
});

const wait = (ms: number): void => {
  clock = new Date(clock.getTime() + ms);
};
const channelOn = (spend: StoreOnDisk['store']['spend']): Channel => xChannel(x, { now: () => clock, spend });
const open = (): Channel => channelOn(disk.store.spend);

/** Sends until it is refused: how many went out, and what the refusal says. */
async function sendAll(channel: Channel, kind: MessageClass = 'reply', more: Partial<OutboundMessage> = {}) {
  for (let count = 0; ; count += 1) {
    // The platform takes no post with the words of another.
    const message = xOutbound({ class: kind, ...more }, `hola ${x.calls.length}`);
    const error = (await channel.send?.(message).catch(error => error)) as unknown;
    const { failure } = error as Partial<SendError>;
    if (failure) return { count, failure };
  }
}

describe('the budget of an account on X', () => {
  it('is never overdrawn, and gives back what the quarter of an hour gives back', async () => {
    const { count, failure } = await sendAll(open());
    expect(count).toBeLessThanOrEqual(15);
    expect(failure).toEqual({ code: 'budget', retryable: true, retryAfterMs: 15 * MINUTE });
    expect(x.calls).toHaveLength(count);
    wait(15 * MINUTE - 1);
    expect((await sendAll(open())).count).toBe(0);
    wait(1);
    expect((await sendAll(open())).count).toBe(count);
  });

  it('keeps a part for replies that notices may not have, and a part for danger that nobody may', async () => {
    const channel = open();
    const notices = (await sendAll(channel, 'notice')).count;
    const replies = (await sendAll(channel, 'reply')).count;
    const danger = (await sendAll(channel, 'emergency')).count;
    expect([notices, replies, danger]).toEqual([9, 3, 3]);
  });

  it('is counted by the day too', async () => {
    const post = { address: `public/${ANA}`, route: '1 ana' };
    const posts = () => sendAll(open(), 'invitation', post);
    let sent = 0;
    for (let quarter = 0; quarter < 20; quarter += 1) {
      sent += (await posts()).count;
      wait(15 * MINUTE);
    }
    // Of 200 in a day; quarters of an hour alone would have let 240 through.
    expect(sent).toBe(172);
    expect((await posts()).failure).toMatchObject({ retryAfterMs: (24 * 60 - 20 * 15) * MINUTE });
    wait((24 * 60 - 20 * 15) * MINUTE);
    expect((await posts()).count).toBe(12);
  }, 60_000);

  it('lets through in a day what the platform takes in a day, and no more when the clock is set back', async () => {
    let sent = 0;
    for (let quarter = 0; quarter < 96; quarter += 1) {
      sent += (await sendAll(open(), 'emergency')).count;
      wait(15 * MINUTE);
    }
    expect(sent).toBe(1_440);
    for (const kind of ['notice', 'emergency'] as const) await sendAll(open(), kind);
    wait(-15 * MINUTE);
    expect(x.calls.length).toBeLessThanOrEqual(1_440 + 15);
  }, 60_000);

  it('asks for what the platform writes: 15 in a quarter of an hour, 1440 in a day', async () => {
    const asked: unknown[] = [];
    const channel = channelOn(async (budget, rates) => {
      asked.push([budget, ...rates]);
      return null;
    });
    await channel.send?.(xOutbound({ class: 'emergency' }));
    expect(asked).toEqual([
      [
        'x/write/1111111111111111111',
        { most: 15, perMs: 15 * MINUTE },
        { most: 1_440, perMs: 1_440 * MINUTE },
      ],
    ]);
  });

  it('is known after a crash', async () => {
    await sendAll(open());
    const survivor = await disk.afterCrash();
    expect((await sendAll(channelOn(survivor.spend))).count).toBe(0);
    await survivor.close();
  });

  it('is spent by calls that failed too: the platform counts them', async () => {
    x.trouble(...Array.from({ length: 15 }, () => ({ status: 500 })));
    const channel = open();
    for (let i = 0; i < 15; i += 1) await channel.send?.(xOutbound({ class: 'emergency' })).catch(() => null);
    expect((await sendAll(channel, 'emergency')).count).toBe(0);
  });

  it('of looks and of posts is another', async () => {
    const channel = open();
    await sendAll(channel, 'emergency');
    expect(await channel.find?.(xOutbound({}, 'x'), clock, async () => false)).toBeNull();
    const post = { address: `public/${ANA}`, route: '1 ana', class: 'invitation' } as const;
    await expect(channel.send?.(xOutbound(post))).resolves.toHaveProperty('providerId');
  });

  it('that cannot be counted lets nobody be called', async () => {
    const channel = channelOn(() => Promise.reject(new Error('full')));
    expect((await sendAll(channel)).failure).toEqual({ code: 'budget', retryable: true });
    expect(x.calls).toEqual([]);
  });
});
