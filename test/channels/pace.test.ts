import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createDeliver } from '../../src/channels/deliver.ts';
import { CHANNELS } from '../../src/channels/index.ts';
import { createPacer, type Pace, type Paces, type Place } from '../../src/channels/pace.ts';
import { createMemoryQueue } from '../../src/queue/memory.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { scriptedChannel } from '../support/scripted-channel.ts';
import { outbound, storeOnDisk } from '../support/store.ts';

const ANA = { conversationId: 'ana', channel: 'telegram', account: '7' };
const LUIS = { ...ANA, conversationId: 'luis' };
const PACES: Paces = { account: { most: 3, perMs: 1_000 }, recipient: { most: 1, perMs: 1_000 } };

/** A pacer whose first span is over. */
function pacer(): { clock: { at: number }; take: ReturnType<typeof createPacer>['take'] } {
  const clock = { at: 0 };
  const { take } = createPacer(() => clock.at);
  clock.at = 1_000;
  return { clock, take };
}

function leave(place: Place, wasCalled: boolean): void {
  if ('leave' in place) place.leave(wasCalled);
}

describe('a pacer', () => {
  it('gives each recipient and the account their places, and says how long there is none', () => {
    const { clock, take } = pacer();
    const go = (who: typeof ANA) => {
      const place = take(who, PACES);
      leave(place, true);
      return 'waitMs' in place ? place.waitMs : 0;
    };
    expect(go(ANA)).toBe(0);
    clock.at += 300;
    expect([go(ANA), go(LUIS), go({ ...ANA, conversationId: 'eva' })]).toEqual([700, 0, 0]);
    expect(go({ ...ANA, conversationId: 'tito' })).toBe(700);
    expect(go({ ...ANA, conversationId: 'rosa', account: '8' })).toBe(0);
    clock.at += 700;
    expect([go(ANA), go(LUIS)]).toEqual([0, 300]);
  });

  it('counts a call from its end, since nobody knows when it arrived', () => {
    const { clock, take } = pacer();
    const first = take(ANA, PACES);
    clock.at += 5_000;
    expect(take(ANA, PACES)).toEqual({ waitMs: 1_000 });
    leave(first, true);
    clock.at += 999;
    expect(take(ANA, PACES)).toEqual({ waitMs: 1 });
    clock.at += 1;
    expect(take(ANA, PACES)).toHaveProperty('leave');
  });

  it('takes none for who is turned away, and gives back what was not used', () => {
    const { take } = pacer();
    take(ANA, PACES);
    for (let i = 0; i < 9; i += 1) take(ANA, PACES);
    leave(take(LUIS, PACES), false);
    expect(take(LUIS, PACES)).toHaveProperty('leave');
    expect(take({ ...ANA, conversationId: 'eva' }, PACES)).toHaveProperty('leave');
  });

  it('lets nothing through for a span after its start', () => {
    const clock = { at: 5_000 };
    const { take } = createPacer(() => clock.at);
    expect(take(ANA, PACES)).toEqual({ waitMs: 1_000 });
    clock.at += 999;
    expect(take(ANA, PACES)).toEqual({ waitMs: 1 });
    clock.at += 1;
    expect(take(ANA, PACES)).toHaveProperty('leave');
  });

  it('holds nobody back where a platform says nothing', () => {
    const { take } = createPacer(() => 0);
    for (let i = 0; i < 999; i += 1) expect(take(ANA, undefined)).toHaveProperty('leave');
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
        const queue = createMemoryQueue({ log });
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
