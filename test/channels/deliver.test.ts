import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Capabilities, OutboundMessage, Sent, Template } from '../../src/channels/channel.ts';
import { createDeliver, type DeliverDeps } from '../../src/channels/deliver.ts';
import { receive } from '../../src/channels/receive.ts';
import { SendError, type SendFailure } from '../../src/errors.ts';
import type { NewOutbound } from '../../src/storage/store.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { type ScriptedChannel, scriptedChannel } from '../support/scripted-channel.ts';
import { message, outbound, storeOnDisk } from '../support/store.ts';

const START = Date.parse('2026-03-02T15:00:00Z');
const stores: WholeStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const fails = (failure: SendFailure) => (): never => {
  throw new SendError(failure);
};

async function desk(channel: ScriptedChannel, more: Partial<DeliverDeps> = {}) {
  const { store } = await storeOnDisk();
  stores.push(store);
  const clock = { at: START };
  const woken: { conversationId: string; delayMs: number }[] = [];
  const lines: string[] = [];
  const now = () => new Date(clock.at);
  const due: { conversationId: string; at: number }[] = [];
  const add: DeliverDeps['queue']['add'] = async (job, delayMs = 0) => {
    if (job.name !== 'deliver') return;
    woken.push({ conversationId: job.conversationId, delayMs });
    due.push({ conversationId: job.conversationId, at: clock.at + delayMs });
  };
  const deliver = createDeliver({
    store,
    queue: { add, addHere: add },
    channels: new Map([['sms', channel]]),
    ...{ now, elapsedMs: () => clock.at },
    random: () => Buffer.from([0x80, 0, 0, 0]),
    log: pino({}, { write: (line: string) => lines.push(line) }),
    ...more,
  });
  const talk = async (address: string, ids: string[], kind: Partial<NewOutbound> = {}) => {
    const id = await store.open({ channel: 'sms', account: '+5076000000', address }, null, now());
    const rows = ids.map(name => outbound(id, name, { caseId: `case-${name}`, ...kind }));
    await store.commit({ at: now(), outbound: rows });
    return id;
  };
  const stateOf = async (name: string) => (await store.deliveries(`case-${name}`))[0];
  /** Who was woken by now comes, and who is woken by that. */
  const come = async (): Promise<void> => {
    for (;;) {
      const next = due.findIndex(({ at }) => at <= clock.at);
      const [one] = next < 0 ? [] : due.splice(next, 1);
      if (!one) return;
      await deliver(one.conversationId);
    }
  };
  return { store, clock, woken, lines, deliver, talk, stateOf, come };
}

describe('deliver', () => {
  it('sends all a conversation has to send, in order, and records each', async () => {
    const channel = scriptedChannel();
    const { talk, deliver, stateOf } = await desk(channel);
    const id = await talk('+50760000001', ['a', 'b', 'c']);
    await deliver(id);
    expect(channel.calls.map(call => call.id)).toEqual(['a', 'b', 'c']);
    expect(channel.calls[0]).toMatchObject({
      address: '+50760000001',
      account: '+5076000000',
      class: 'reply',
      asks: 'none',
      form: 'free',
    });
    for (const name of ['a', 'b', 'c']) expect(await stateOf(name)).toMatchObject({ state: 'accepted' });
  });

  it('asks the store once for each message, and not for one more', async () => {
    const { store, talk } = await desk(scriptedChannel());
    const asked: string[] = [];
    const claim: typeof store.claim = async (...given) => {
      const claimed = await store.claim(...given);
      asked.push(claimed && 'outbound' in claimed ? `${claimed.outbound.id} ${claimed.more}` : 'nothing');
      return claimed;
    };
    const { deliver } = await desk(scriptedChannel(), { store: { ...store, claim } });
    await deliver(await talk('+50760000001', ['a', 'b']));
    expect(asked).toEqual(['a true', 'b false']);
  });

  it('keeps what a platform answered until the store takes it, so that nothing is called for a second time', async () => {
    const channel = scriptedChannel();
    const { store, talk, clock, stateOf } = await desk(channel);
    let fails = 2;
    const record: typeof store.record = async (...given) => {
      fails -= 1;
      if (fails >= 0) throw new Error('the database is away');
      return store.record(...given);
    };
    const away = { store: { ...store, record }, elapsedMs: () => clock.at };
    const { deliver } = await desk(channel, away);
    await deliver(await talk('+50760000001', ['a']));
    expect(channel.calls.map(({ id }) => id)).toEqual(['a']);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: false });
  });

  it('gives that up when its claim is over: another may have it then', async () => {
    const channel = scriptedChannel();
    const { store, talk, clock } = await desk(channel);
    const record = async (): Promise<boolean> => {
      clock.at += 15_000;
      throw new Error('the database is away');
    };
    const { deliver } = await desk(channel, { store: { ...store, record }, elapsedMs: () => clock.at });
    await expect(deliver(await talk('+50760000001', ['a']))).rejects.toThrow('away');
  });

  it('tells nobody of the outcome of what another took over meanwhile, and sends nothing that comes after it', async () => {
    const channel = scriptedChannel();
    const { store, talk, stateOf, lines } = await desk(channel);
    const counted: string[] = [];
    const record: typeof store.record = async (name, ...rest) => name !== 'a' && store.record(name, ...rest);
    const count = (_channel: string, state: string): void => void counted.push(state);
    const { deliver } = await desk(channel, { store: { ...store, record }, count });
    channel.script.push(() => {
      throw new SendError({ code: '30007', retryable: false });
    });
    const id = await talk('+50760000001', ['a', 'b']);
    await deliver(id);
    expect([counted, lines]).toEqual([[], []]);
    // It is the other's to finish first.
    expect(channel.calls.map(call => call.id)).toEqual(['a']);
    expect(await stateOf('b')).toMatchObject({ state: 'pending' });
  });

  it('sends once when two workers deliver the same conversation', async () => {
    const channel = scriptedChannel();
    const { talk, deliver } = await desk(channel);
    const id = await talk('+50760000001', ['a', 'b']);
    await Promise.all([deliver(id), deliver(id), deliver(id)]);
    expect(channel.calls.map(call => call.id)).toEqual(['a', 'b']);
  });

  it('makes no call after it was stopped for longer than its claim holds, and leaves it to who took over', async () => {
    const channel = scriptedChannel();
    const { store, clock, talk, stateOf } = await desk(channel);
    const same = { store, now: () => new Date(clock.at), elapsedMs: () => clock.at };
    const other = await desk(channel, same);
    const stopped = await desk(channel, {
      ...same,
      failPoint: async name => {
        if (name !== 'deliver:before-send') return;
        clock.at += 90_000;
        await other.deliver(id);
      },
    });
    const id = await talk('+50760000001', ['a']);
    await stopped.deliver(id);
    expect(channel.calls.map(call => call.id)).toEqual(['a']);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted' });
  });

  it('holds later messages back while an earlier one waits, and comes again when it is due', async () => {
    const channel = scriptedChannel();
    channel.script.push(fails({ code: 'http_503', retryable: true }));
    const { talk, deliver, clock, woken } = await desk(channel);
    const id = await talk('+50760000001', ['a', 'b']);
    await deliver(id);
    expect(channel.calls.map(call => call.id)).toEqual(['a']);
    expect(woken).toEqual([{ conversationId: id, delayMs: 1_000 }]);
    clock.at += 1_000;
    await deliver(id);
    expect(channel.calls.map(call => call.id)).toEqual(['a', 'a', 'b']);
  });

  it('waits longer after each failure, up to an hour, and gives up after a day', async () => {
    const channel = scriptedChannel();
    const { talk, deliver, clock, woken, stateOf } = await desk(channel);
    const id = await talk('+50760000001', ['a']);
    for (let i = 0; i < 60; i += 1) {
      channel.script.push(fails({ code: 'http_503', retryable: true }));
      await deliver(id);
      clock.at += woken.at(-1)?.delayMs ?? 0;
    }
    const delays = woken.map(({ delayMs }) => delayMs);
    expect(delays.slice(0, 5)).toEqual([1_000, 1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...delays)).toBe(3_600_000);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'http_503' });
    expect(channel.calls.length).toBeLessThan(45);
  });

  it.each([1, 24])(
    'tries again within seconds what fails after the clock was set ahead %i h',
    async hours => {
      const channel = scriptedChannel();
      channel.script.push(fails({ code: 'http_503', retryable: true }));
      const { talk, deliver, clock, woken, stateOf } = await desk(channel);
      const id = await talk('+50760000001', ['a']);
      clock.at += hours * 3_600_000;
      await deliver(id);
      expect(woken).toEqual([{ conversationId: id, delayMs: 2_000 }]);
      clock.at += 2_000;
      await deliver(id);
      expect(await stateOf('a')).toMatchObject({ state: 'accepted' });
    },
  );

  it('gives up what may have arrived as unknown, not as failed', async () => {
    const channel = scriptedChannel();
    const { talk, deliver, clock, woken, stateOf } = await desk(channel);
    const id = await talk('+50760000001', ['a']);
    for (let i = 0; i < 60; i += 1) {
      channel.script.push(fails({ code: 'timeout', retryable: true, unknown: true }));
      await deliver(id);
      clock.at += woken.at(-1)?.delayMs ?? 0;
    }
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'unknown_outcome' });
  });

  it('obeys a Retry-After for its recipient and nobody else', async () => {
    const channel = scriptedChannel();
    channel.script.push(fails({ code: '20429', retryable: true, retryAfterMs: 30_000 }));
    const { talk, deliver, woken } = await desk(channel);
    const [one, two] = [await talk('+50760000001', ['a']), await talk('+50760000002', ['b'])];
    await deliver(one);
    await deliver(two);
    expect(woken).toEqual([{ conversationId: one, delayMs: 30_000 }]);
    expect(channel.calls.map(call => call.id)).toEqual(['a', 'b']);
  });

  it('never repeats what a platform refuses for good', async () => {
    const channel = scriptedChannel();
    channel.script.push(fails({ code: '21614', retryable: false }));
    const { talk, deliver, stateOf } = await desk(channel);
    const id = await talk('+50760000001', ['a', 'b']);
    await deliver(id);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: '21614' });
    expect(await stateOf('b')).toMatchObject({ state: 'accepted' });
  });

  it.each(['record', 'load', 'commit'] as const)(
    'keeps the refusal and the opt-out of one call though the store is away for a moment (%s)',
    async first => {
      const channel = scriptedChannel();
      const { store, talk, clock } = await desk(channel);
      const away = { calls: 0 };
      channel.script.push(() => {
        away.calls = 2;
        throw new SendError({ code: '21610', retryable: false, optOut: true });
      });
      const fragile = new Proxy(store, {
        get: (of, name: keyof typeof store) => {
          if (name !== first || away.calls === 0) return of[name];
          away.calls -= 1;
          return () => Promise.reject(new Error('away'));
        },
      });
      const { deliver } = await desk(channel, { store: fragile, now: () => new Date(clock.at) });
      const id = await talk('+50760000001', ['a']);
      await deliver(id);
      expect(away.calls).toBe(0);
      expect((await store.deliveries('case-a'))[0]).toMatchObject({ state: 'rejected', code: '21610' });
      expect((await store.load(id))?.conversation.optedOut).toBe(true);
      expect(channel.calls).toHaveLength(1);
    },
  );

  it('takes a refused recipient as opted out, and sends them nothing more', async () => {
    const channel = scriptedChannel();
    channel.script.push(fails({ code: '21610', retryable: false, optOut: true }));
    const { talk, deliver, store, stateOf } = await desk(channel);
    const id = await talk('+50760000001', ['a', 'b']);
    await deliver(id);
    expect((await store.load(id))?.conversation.optedOut).toBe(true);
    expect(channel.calls).toHaveLength(1);
    expect(await stateOf('b')).toMatchObject({ state: 'rejected', code: 'opted_out' });
  });

  it('writes ids, channel and code into the log, and no word or number of anybody', async () => {
    const channel = scriptedChannel();
    channel.script.push(() => {
      throw new Error('+50760000001 reply a');
    });
    const { talk, deliver, lines } = await desk(channel);
    await deliver(await talk('+50760000001', ['a']));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ channel: 'sms', outboundId: 'a', code: 'timeout' });
    expect(lines.join()).not.toMatch(/5076|reply a/);
  });
});

const HOUR = 3_600_000;
const TEMPLATE: Template = { name: 'status', language: 'es', values: { number: '311-483-920-712' } };
const NEWS: Partial<NewOutbound> = { part: { text: 'novedades', choices: [], template: TEMPLATE } };

/** A desk whose platform takes free words for a day, and a talk whose citizen wrote so many ms ago. */
async function windowed(rows: Partial<NewOutbound>, ageMs: number, capabilities: Partial<Capabilities> = {}) {
  const channel = scriptedChannel();
  const limits = { replyWindowMs: 24 * HOUR, templates: true, ...capabilities };
  const narrow = { ...channel, capabilities: { ...channel.capabilities, ...limits } };
  const made = await desk(narrow);
  await made.store.addInbound([message('hola', { address: '+50760000001' })], new Date(START - ageMs));
  const id = await made.talk('+50760000001', ['a'], rows);
  return { ...made, channel, id };
}

describe('deliver, and the reply window', () => {
  const forms = (channel: ScriptedChannel) => channel.calls.map(({ form }) => form);

  it('sends free words as long as it is open', async () => {
    const { channel, deliver, id, stateOf } = await windowed(NEWS, HOUR);
    await deliver(id);
    expect(forms(channel)).toEqual(['free']);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', code: null });
  });

  it('sends news as its template once it has closed, and says so in the ledger', async () => {
    const { channel, deliver, id, stateOf } = await windowed(NEWS, 25 * HOUR);
    await deliver(id);
    expect(forms(channel)).toEqual(['template']);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', code: 'as_template' });
  });

  it('records what cannot go as not deliverable, with its reason and without a call', async () => {
    const { channel, deliver, id, stateOf } = await windowed({}, 25 * HOUR);
    await deliver(id);
    expect(channel.calls).toEqual([]);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'window_closed' });
  });

  it('takes the template when the platform says it has closed', async () => {
    const { channel, deliver, id, stateOf, clock, woken } = await windowed(NEWS, HOUR);
    channel.script.push(fails({ code: 'window_closed', retryable: false }));
    await deliver(id);
    clock.at += woken.at(-1)?.delayMs ?? 0;
    await deliver(id);
    expect(forms(channel)).toEqual(['free', 'template']);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', code: 'as_template' });
  });

  it('gives up what the platform says is too late and has no other form', async () => {
    const { channel, deliver, id, stateOf, clock, woken } = await windowed({}, HOUR);
    channel.script.push(fails({ code: 'window_closed', retryable: false }));
    await deliver(id);
    clock.at += woken.at(-1)?.delayMs ?? 0;
    await deliver(id);
    expect(forms(channel)).toEqual(['free']);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'window_closed' });
  });

  it('takes the template when a receipt says later that it had closed', async () => {
    const { channel, deliver, id, stateOf, store, clock } = await windowed(NEWS, HOUR);
    await deliver(id);
    const at = new Date(START);
    const closed = { state: 'failed', code: 'window_closed', retryable: true, at } as const;
    const receipt = { channel: 'sms', account: '+5076000000', outboundId: 'a', ...closed };
    const queue = { add: async () => {} };
    await receive({ store, queue, now: () => new Date(clock.at), quietGapMs: () => 0 }, [], [receipt]);
    clock.at += 60_000;
    await deliver(id);
    expect(forms(channel)).toEqual(['free', 'template']);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', code: 'as_template' });
  });

  it('never sends a template again whose outcome is not known', async () => {
    const { channel, deliver, id, stateOf, clock } = await windowed(NEWS, 25 * HOUR);
    channel.script.push(lost);
    await deliver(id);
    clock.at += 61_000;
    await deliver(id);
    expect(forms(channel)).toEqual(['template']);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'unknown_outcome' });
  });

  it('does not send again in free words what was lost while it closed', async () => {
    const { channel, deliver, id, stateOf, clock } = await windowed({}, 24 * HOUR - 90_000);
    channel.script.push(lost);
    await deliver(id);
    clock.at += 61_000;
    await deliver(id);
    expect(forms(channel)).toEqual(['free']);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'window_closed' });
  });

  it('lets a person answer for longer, where the platform does', async () => {
    const { channel, deliver, id } = await windowed({ from: 'person' }, 25 * HOUR, {
      templates: false,
      lateWindowMs: 168 * HOUR,
    });
    await deliver(id);
    expect(forms(channel)).toEqual(['late']);
  });

  it('believes a platform that lets not even a person in', async () => {
    const late = { templates: false, lateWindowMs: 168 * HOUR };
    const { channel, deliver, id, stateOf } = await windowed({ from: 'person' }, 25 * HOUR, late);
    channel.script.push(fails({ code: 'window_closed', retryable: false }));
    await deliver(id);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'window_closed' });
  });

  it('takes a closed window for no sign that a sick account is well', async () => {
    const { deliver, talk, channel, clock, store, come } = await windowed({}, 25 * HOUR);
    const open = async (n: number): Promise<string> => {
      const address = `+5076000001${n}`;
      await store.addInbound([message('hola', { address, providerId: `x${n}` })], new Date(START));
      return talk(address, [`open-${n}`]);
    };
    const down = fails({ code: 'http_503', retryable: true });
    channel.script.push(...Array.from({ length: 6 }, () => down));
    for (const n of [1, 2, 3, 4]) await deliver(await open(n));
    const late = await talk('+50760000001', ['late']);
    const others = [late, await open(5), await open(6)];
    for (const id of others) await deliver(id);
    expect(channel.calls).toHaveLength(4);
    clock.at += 15_000;
    // The fourth is due again by now, and is the one call that finds out.
    await come();
    expect(channel.calls.map(({ id }) => id).slice(4)).toEqual(['open-4']);
    clock.at += 15_000;
    await come();
    expect(channel.calls.map(({ id }) => id).slice(5)).toEqual(['open-5']);
  });
});

const lost = fails({ code: 'timeout', retryable: true, unknown: true });

/** A deliver whose first call was lost on the way back, and then read back with `answer`. */
async function afterLoss(answer: (() => Promise<Sent | null>) | undefined, kind: Partial<NewOutbound> = {}) {
  const channel = scriptedChannel(answer);
  channel.script.push(lost);
  const made = await desk(channel);
  const id = await made.talk('+50760000001', ['a'], kind);
  await made.deliver(id);
  const again = async (ms: number) => {
    made.clock.at += ms;
    await made.deliver(id);
  };
  return { ...made, channel, again };
}

describe('deliver, when the outcome of a send is unknown', () => {
  it('records what it can read back and sends nothing again', async () => {
    const { again, channel, stateOf, store } = await afterLoss(async () => ({ providerId: 'P9' }));
    expect(await stateOf('a')).toMatchObject({ state: 'unknown' });
    await again(2_000);
    expect(channel.calls).toHaveLength(1);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: false });
    expect(await store.isSent('sms', '+5076000000', 'P9')).toBe(true);
  });

  it.each([
    ['flagged, what is not there while the platform may still take the lost call', 2_000, true],
    ['unflagged, what surely did not arrive', 15_000, false],
  ])('sends again, %s', async (_how, ms, maybeDuplicate) => {
    const { again, channel, stateOf } = await afterLoss(async () => null);
    await again(ms);
    expect(channel.calls).toHaveLength(2);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate });
  });

  it('believes an absence only after the platform had time to show it', async () => {
    const channel = scriptedChannel(async () => null);
    const { talk, deliver, clock, store, woken } = await desk(channel);
    const id = await talk('+50760000001', ['a']);
    await store.claim(id, new Date(START), 100);
    clock.at += 500;
    await deliver(id);
    expect(channel.calls).toHaveLength(0);
    expect(woken).toEqual([{ conversationId: id, delayMs: 2_000 }]);
    clock.at += 2_000;
    await deliver(id);
    expect(channel.calls).toHaveLength(1);
  });

  it.each([
    ['is not there', async () => null],
    ['cannot be read back', () => Promise.reject(new Error('down'))],
  ])('sends again at once, flagged, what %s when the clock was set back since', async (_what, answer) => {
    const { again, channel, stateOf } = await afterLoss(answer);
    await again(-3_600_000);
    expect(channel.calls).toHaveLength(2);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: true });
  });

  it('holds the conversation for a minute when it cannot tell, then sends again, flagged', async () => {
    const { again, channel, stateOf } = await afterLoss(() => Promise.reject(new Error('down')));
    await again(2_000);
    await again(56_000);
    expect(channel.calls).toHaveLength(1);
    await again(2_000);
    expect(channel.calls).toHaveLength(2);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: true });
  });

  it('stays unknown while its channel is off, and is read back when that is on again', async () => {
    const channel = scriptedChannel(async () => ({ providerId: 'P9' }));
    channel.script.push(lost);
    const channels = new Map<string, ScriptedChannel>([['sms', channel]]);
    const made = await desk(channel, { channels } as Partial<DeliverDeps>);
    const id = await made.talk('+50760000001', ['a']);
    await made.deliver(id);
    channels.delete('sms');
    made.clock.at += 5_000;
    await made.deliver(id);
    expect(await made.stateOf('a')).toMatchObject({ state: 'unknown', code: 'channel_off' });
    channels.set('sms', channel);
    made.clock.at += 120_000;
    await made.deliver(id);
    expect(channel.calls).toHaveLength(1);
    expect(await made.stateOf('a')).toMatchObject({ state: 'accepted' });
  });

  it('never sends a code twice', async () => {
    const { again, channel, stateOf } = await afterLoss(() => Promise.reject(new Error('down')), {
      class: 'code',
    });
    await again(61_000);
    expect(channel.calls).toHaveLength(1);
    expect(await stateOf('a')).toMatchObject({ state: 'rejected', code: 'unknown_outcome' });
  });

  it('waits for a receipt where the platform cannot be asked', async () => {
    const { again, channel, stateOf, store } = await afterLoss(undefined);
    await again(2_000);
    expect(channel.calls).toHaveLength(1);
    const at = new Date(START);
    await store.addReceipts([{ channel: 'sms', account: '+5076000000', outboundId: 'a', state: 'sent', at }]);
    await again(2_000);
    expect(channel.calls).toHaveLength(1);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted' });
  });

  it.each([
    ['during the call', null],
    ['while its caller is gone', 'deliver:after-send'],
  ])(
    'sends nothing twice of which a receipt came %s, where the platform cannot be asked',
    async (_when, killedAt) => {
      const channel = scriptedChannel();
      const made = await desk(channel, {
        failPoint: name => {
          if (name === killedAt) throw new Error('killed');
        },
      });
      const { store, clock, deliver, stateOf } = made;
      const word = { channel: 'sms', account: '+5076000000', outboundId: 'a', at: new Date(START) } as const;
      const hear = () =>
        store.addReceipts([
          { ...word, state: 'sent' },
          { ...word, state: 'delivered' },
        ]);
      channel.send = async message => {
        channel.calls.push(message);
        if (killedAt !== null) return { providerId: 'P1' };
        await hear();
        throw new SendError({ code: 'timeout', retryable: true, unknown: true });
      };
      const id = await made.talk('+50760000001', ['a']);
      await deliver(id).catch(error => expect(error.message).toBe('killed'));
      if (killedAt !== null) await hear();
      for (let i = 0; i < 10; i++) {
        clock.at += 30_000;
        await deliver(id);
      }
      expect(channel.calls).toHaveLength(1);
      expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: false });
    },
  );

  it('keeps the flag when the second send is lost too and then found', async () => {
    const answers: (() => Promise<Sent | null>)[] = [
      () => Promise.reject(new Error('down')),
      async () => ({ providerId: 'P2' }),
    ];
    const { again, channel, stateOf } = await afterLoss(async () => (await answers.shift()?.()) ?? null);
    channel.script.push(lost);
    await again(60_000);
    await again(120_000);
    expect(channel.calls).toHaveLength(2);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: true });
  });

  it('knows after a crash in the second call that there were two, and when the second began', async () => {
    const killed = { at: '' };
    const failPoint = (name: string): void => {
      if (name === killed.at) throw new Error('killed');
    };
    const answers: (Sent | null)[] = [null, null, { providerId: 'P2' }];
    const channel = scriptedChannel(async () => answers.shift() ?? null);
    channel.script.push(lost);
    const { deliver, talk, clock, stateOf } = await desk(channel, { failPoint });
    const id = await talk('+50760000001', ['a']);
    await deliver(id);
    clock.at += 2_000;
    killed.at = 'deliver:after-send';
    await expect(deliver(id)).rejects.toThrow('killed');
    killed.at = '';
    // The lease of the dead is over; by the first call's time an absence would be believed at once.
    clock.at += 40_000;
    await deliver(id);
    expect(channel.calls).toHaveLength(3);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: true });
  });

  it('gives up on a call that never ends, as unknown', async () => {
    const channel = scriptedChannel();
    channel.script.push(() => new Promise(() => {}));
    const { talk, deliver, stateOf } = await desk(channel, { times: { callMs: 20 } });
    await deliver(await talk('+50760000001', ['a']));
    expect(await stateOf('a')).toMatchObject({ state: 'unknown', code: 'timeout' });
  });
});

describe('deliver, when a provider is sick', () => {
  const sick = fails({ code: 'http_503', retryable: true });

  async function manyTalks(count: number, made: Awaited<ReturnType<typeof desk>>) {
    const ids: string[] = [];
    for (let i = 0; i < count; i += 1) ids.push(await made.talk(`+5076000${1000 + i}`, [`m${i}`]));
    return ids;
  }

  it('pauses the account when most of its recent calls fail, then probes with one', async () => {
    const channel = scriptedChannel();
    channel.script.push(...Array.from({ length: 30 }, () => sick));
    const made = await desk(channel);
    const ids = await manyTalks(20, made);
    for (const id of ids) await made.deliver(id);
    const before = channel.calls.length;
    expect(before).toBeLessThanOrEqual(10);
    made.clock.at += 15_000;
    await made.come();
    for (const id of ids) await made.deliver(id);
    expect(channel.calls.length).toBe(before + 1);
    channel.script.length = 0;
    made.clock.at += 15_000;
    await made.come();
    expect(channel.calls.length).toBe(before + 1 + ids.length);
  });

  it('tries the account again in time though the clock is set back a day', async () => {
    const channel = scriptedChannel();
    channel.script.push(...Array.from({ length: 12 }, () => sick));
    const wall = { offset: 0 };
    const made = await desk(channel, { now: () => new Date(START + wall.offset) });
    const ids = await manyTalks(20, made);
    for (const id of ids) await made.deliver(id);
    const before = channel.calls.length;
    wall.offset = -24 * 3_600_000;
    made.clock.at += 15_000;
    channel.script.length = 0;
    await made.come();
    expect(channel.calls.length).toBeGreaterThan(before);
  });

  it('does not take a budget of our own that is used up for a sick provider', async () => {
    const channel = scriptedChannel();
    const used = fails({ code: 'budget', retryable: true, retryAfterMs: 60_000 });
    channel.script.push(...Array.from({ length: 12 }, () => used));
    const made = await desk(channel);
    const ids = await manyTalks(13, made);
    for (const id of ids) await made.deliver(id);
    expect(channel.calls).toHaveLength(13);
    expect(await made.stateOf('m12')).toMatchObject({ state: 'accepted' });
  });

  it('does not pause for one recipient who fails again and again', async () => {
    const channel = scriptedChannel();
    const made = await desk(channel);
    const [bad = '', good = ''] = await manyTalks(2, made);
    for (let i = 0; i < 12; i += 1) {
      channel.script.push(sick);
      await made.deliver(bad);
      made.clock.at += made.woken.at(-1)?.delayMs ?? 0;
    }
    await made.deliver(good);
    expect(channel.calls.at(-1)?.id).toBe('m1');
    expect(channel.calls).toHaveLength(13);
  });

  it('claims, writes and logs nothing for who finds no place', async () => {
    const channel = scriptedChannel();
    const { store, talk, deliver, lines, stateOf, come } = await desk(channel, { times: { perAccount: 2 } });
    let release: () => void = () => {};
    const hanging = new Promise<void>(resolve => {
      release = resolve;
    });
    const later = async (): Promise<Sent> => {
      await hanging;
      return { providerId: null };
    };
    channel.script.push(later, later);
    const ids = await Promise.all(['a', 'b', 'c', 'd'].map((name, n) => talk(`+5076000000${n}`, [name])));
    const running = ids.slice(0, 2).map(deliver);
    await expect.poll(() => channel.calls.length).toBe(2);
    const claims: string[] = [];
    const { claim } = store;
    store.claim = (id, ...rest) => {
      claims.push(id);
      return claim(id, ...rest);
    };
    for (let again = 0; again < 3; again += 1) await Promise.all(ids.slice(2).map(deliver));
    expect([claims, lines]).toEqual([[], []]);
    release();
    await Promise.all(running);
    await come();
    for (const name of ['c', 'd'])
      expect(await stateOf(name)).toMatchObject({ state: 'accepted', attempts: 1 });
  });

  it('lets a hanging account hold up no other, and wakes those who waited for a place', async () => {
    const release: (() => void)[] = [];
    const hanging = scriptedChannel();
    const hang = () => new Promise<Sent>(resolve => release.push(() => resolve({ providerId: null })));
    hanging.script.push(hang, hang);
    const other = { ...scriptedChannel(), id: 'other' };
    const channels = new Map([
      ['sms', hanging],
      ['other', other],
    ]);
    const made = await desk(hanging, { channels, times: { perAccount: 2 } });
    const ids = await manyTalks(3, made);
    const running = ids.slice(0, 2).map(made.deliver);
    await pause(20);
    await made.deliver(ids[2] ?? '');
    await made.deliver(ids[2] ?? '');
    const elsewhere = await made.store.open(
      { channel: 'other', account: '', address: 'x' },
      null,
      new Date(START),
    );
    await made.store.commit({ at: new Date(START), outbound: [outbound(elsewhere, 'e')] });
    await made.deliver(elsewhere);
    expect([hanging.calls.length, other.calls.length]).toEqual([2, 1]);
    made.woken.length = 0;
    for (const done of release) done();
    await Promise.all(running);
    expect(made.woken.map(({ conversationId }) => conversationId)).toContain(ids[2]);
  });
});

it('is stopped at each fail point without losing or doubling anything', async () => {
  const seen = new Set<string>();
  const points = [
    'before-claim',
    'after-claim',
    'before-send',
    'after-send',
    'before-record',
    'after-record',
  ].map(name => `deliver:${name}`);
  for (const point of points) {
    const arrived = new Map<string, OutboundMessage>();
    const channel = scriptedChannel();
    channel.send = async message => {
      if (arrived.has(message.id)) throw new Error('twice');
      arrived.set(message.id, message);
      return { providerId: `P-${message.id}` };
    };
    channel.find = async message => (arrived.has(message.id) ? { providerId: `P-${message.id}` } : null);
    const failPoint = (name: string): void => {
      if (name !== point || seen.has(point)) return;
      seen.add(point);
      throw new Error('killed');
    };
    const { talk, deliver, clock, stateOf } = await desk(channel, { failPoint });
    const id = await talk('+50760000001', ['a', 'b']);
    await expect(deliver(id)).rejects.toThrow('killed');
    clock.at += 60_000;
    await deliver(id);
    expect([...arrived.keys()], point).toEqual(['a', 'b']);
    for (const name of ['a', 'b']) {
      expect(await stateOf(name), point).toMatchObject({ state: 'accepted', maybeDuplicate: false });
    }
  }
  expect([...seen]).toEqual(points);
});

describe('a file that goes with a message', () => {
  const PDF = { type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 recibo') };
  const files = { types: ['application/pdf'], bytes: 1_000, captionLimit: 100 };

  async function withFile(more: Partial<DeliverDeps> = {}, limits: Capabilities['files'] | null = files) {
    const channel = scriptedChannel();
    Object.assign(channel, {
      capabilities: { ...channel.capabilities, ...(limits ? { files: limits } : {}) },
    });
    const opened = await desk(channel, more);
    const id = await opened.talk('+50760000001', []);
    const kept = await opened.store.addMedia(id, PDF);
    const ref = { id: kept, type: PDF.type, bytes: PDF.bytes.length, name: 'recibo.pdf' };
    const say = async (name: string, file = ref): Promise<void> => {
      const part = { text: 'Aquí está', choices: [], file };
      const words = { ...outbound(id, name), caseId: `case-${name}`, part };
      await opened.store.commit({ at: START_TIME, outbound: [words] });
    };
    return { ...opened, channel, id, ref, say };
  }
  const START_TIME = new Date(START);

  it('is read when it is sent, and again at every try', async () => {
    const { channel, deliver, say, id, clock } = await withFile();
    channel.script.push(fails({ code: '500', retryable: true }));
    await say('a');
    await deliver(id);
    clock.at += 600_000;
    await deliver(id);
    expect(channel.calls.map(({ file, part }) => [file, part.file?.name])).toEqual([
      [PDF.bytes, 'recibo.pdf'],
      [PDF.bytes, 'recibo.pdf'],
    ]);
  });

  it('stays behind where the channel carries none', async () => {
    const { channel, deliver, say, id, stateOf } = await withFile({}, null);
    await say('a');
    await deliver(id);
    expect(channel.calls[0]).not.toHaveProperty('file');
    expect(await stateOf('a')).toMatchObject({ state: 'accepted' });
  });

  it('that is there no more ends its message without a call', async () => {
    const { channel, deliver, say, id, ref, stateOf } = await withFile();
    await say('a', { ...ref, id: 'gone' });
    await deliver(id);
    expect([channel.calls, await stateOf('a')]).toMatchObject([[], { state: 'rejected', code: 'file_gone' }]);
  });

  it('that cannot be read just now is waited for, without a call', async () => {
    const { store, channel, say, id, stateOf, clock, deliver } = await withFile();
    const media = async (): Promise<never> => {
      throw new Error('the database is away');
    };
    await say('a');
    const blind = await withStore({ ...store, media }, channel, clock);
    await blind(id);
    expect([channel.calls, await stateOf('a')]).toMatchObject([[], { state: 'pending', code: 'store' }]);
    clock.at += 600_000;
    await deliver(id);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: false });
  });

  it('goes out again after a crash in its call, marked, because the attempt stood before it', async () => {
    const { store, channel, say, id, stateOf, clock } = await withFile();
    await say('a');
    const crash = new Error('killed');
    const killed = await withStore(store, channel, clock, name => {
      if (name === 'deliver:after-send') throw crash;
    });
    await expect(killed(id)).rejects.toBe(crash);
    expect(await stateOf('a')).toMatchObject({ state: 'sending', attempts: 1 });
    clock.at += 600_000;
    const again = await withStore(store, channel, clock);
    await again(id);
    expect(channel.calls.map(({ id: name, file }) => [name, file])).toEqual([
      ['a', PDF.bytes],
      ['a', PDF.bytes],
    ]);
    expect(await stateOf('a')).toMatchObject({ state: 'accepted', maybeDuplicate: true });
  });
});

/** Another process on the same store. */
async function withStore(
  store: WholeStore,
  channel: ScriptedChannel,
  clock: { at: number },
  failPoint?: (name: string) => void,
) {
  return createDeliver({
    store,
    queue: { add: async () => {}, addHere: async () => {} },
    channels: new Map([['sms', channel]]),
    ...{ now: () => new Date(clock.at), elapsedMs: () => clock.at, log: pino({ level: 'silent' }) },
    random: () => Buffer.from([0x80, 0, 0, 0]),
    ...(failPoint ? { failPoint } : {}),
  });
}
