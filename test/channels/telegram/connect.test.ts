import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Channel, InboundMessage, Receive } from '../../../src/channels/channel.ts';
import { eventually } from '../../support/running-desk.ts';
import { SECRET, telegramChannel } from '../../support/telegram-channel.ts';
import { startTelegramStandIn, type TelegramStandIn } from '../../support/telegram-stand-in.ts';

const open: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close?.();
});

interface Asking {
  telegram: TelegramStandIn;
  channel: Channel;
  received: InboundMessage[];
  lines: string[];
  waits: number[];
}

/** A bot that asks for its messages, and what it brought; waits are short. */
async function asking(receive?: Receive, standIn?: TelegramStandIn): Promise<Asking> {
  const telegram = standIn ?? (await startTelegramStandIn());
  const lines: string[] = [];
  const waits: number[] = [];
  const channel = telegramChannel(telegram, {
    secret: null,
    timer: (ms, run) => {
      waits.push(ms);
      const timer = setTimeout(run, 5);
      return () => clearTimeout(timer);
    },
    log: pino({}, { write: (line: string) => lines.push(line) }),
  });
  open.push(channel, telegram);
  const received: InboundMessage[] = [];
  await channel.connect?.(async (messages, receipts) => {
    await receive?.(messages, receipts);
    received.push(...messages);
  });
  return { telegram, channel, received, lines, waits };
}

describe('a bot that is called', () => {
  it('tells the platform at its start where to call, what to show and what to tell', async () => {
    const telegram = await startTelegramStandIn();
    open.push(telegram);
    await telegramChannel(telegram).connect?.(async () => {});
    expect(telegram.webhook).toEqual({
      url: 'https://311.example.org/channels/telegram/webhook',
      secret: SECRET,
      kinds: ['message', 'callback_query', 'my_chat_member'],
    });
  });

  it('cannot connect to an address the platform does not take, and says so by its code', async () => {
    const telegram = await startTelegramStandIn();
    open.push(telegram);
    const channel = telegramChannel(telegram, { publicUrl: () => 'http://127.0.0.1:3110' });
    await expect(channel.connect?.(async () => {})).rejects.toThrow('send failed: bad_webhook');
  });

  it('acknowledges taps, and nothing else, once they are durable', async () => {
    const telegram = await startTelegramStandIn();
    open.push(telegram);
    const message = { channel: 'telegram', account: '777000111', address: '900100200' };
    telegramChannel(telegram).taken?.([
      { ...message, providerId: 'tap.77' },
      { ...message, providerId: '900100200.5' },
    ]);
    await eventually(async () => telegram.acknowledged.length > 0);
    expect(telegram.acknowledged).toEqual(['77']);
    expect(() => telegramChannel().taken?.([{ ...message, providerId: 'tap.77' }])).not.toThrow();
  });
});

describe('a bot that asks', () => {
  it('takes the webhook back, brings every message in order and acknowledges taps', async () => {
    const { telegram, received } = await asking();
    expect(telegram.calls[0]).toBe('deleteWebhook');
    await telegram.says('uno');
    await telegram.says('dos');
    telegram.sent.push({
      chatId: 900_100_200,
      messageId: 9,
      text: '¿?',
      buttons: [{ label: 'Sí', value: 'yes' }],
    });
    await telegram.taps('Sí');
    await eventually(async () => telegram.acknowledged.length === 1);
    expect(received.map(({ text, choice }) => text ?? choice)).toEqual(['uno', 'dos', 'yes']);
  });

  it('lets the platform forget only what is durable', async () => {
    let isFull = true;
    const seen: number[] = [];
    const { telegram, received, lines, waits } = await asking(async messages => {
      seen.push(messages.length);
      if (isFull) throw new Error('full +50760000001');
    });
    await telegram.says('uno');
    await eventually(async () => seen.length >= 3);
    expect(received).toEqual([]);
    isFull = false;
    await eventually(async () => received.length > 0);
    expect(received.map(({ text }) => text)).toEqual(['uno']);
    expect(waits.filter(ms => ms !== 250).slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ channel: 'telegram', code: 'not_stored' });
    expect(lines.join()).not.toMatch(/5076|uno|stand-in/);
  });

  it('reads again after a crash what it had not confirmed, and not what it had', async () => {
    const first = await asking();
    await first.telegram.says('uno');
    await eventually(async () => first.received.length === 1);
    await first.telegram.says('dos');
    await eventually(async () => first.received.length === 2);
    await first.channel.close?.();
    const second = await asking(undefined, first.telegram);
    await first.telegram.says('tres');
    await eventually(async () => second.received.some(({ text }) => text === 'tres'));
    const texts = second.received.map(({ text }) => text);
    expect(texts.slice(-1)).toEqual(['tres']);
    expect(texts).not.toContain('uno');
  });

  it('waits while another process asks for the same bot, and goes on when it is gone', async () => {
    const first = await asking();
    await eventually(async () => first.telegram.calls.includes('getUpdates'));
    const second = await asking(undefined, first.telegram);
    await eventually(async () => second.lines.length > 0);
    expect(JSON.parse(second.lines[0] ?? '')).toMatchObject({ code: 'conflict' });
    await first.channel.close?.();
    await first.telegram.says('hola');
    await eventually(async () => second.received.length === 1);
  });

  it('passes over what it cannot read', async () => {
    const { telegram, received } = await asking();
    await telegram.update('message', { message_id: 'x' });
    await telegram.says('hola');
    await eventually(async () => received.length === 1);
    expect(telegram.calls.filter(call => call === 'getUpdates').length).toBeLessThan(5);
  });

  it.each([
    ['is no list', {}],
    ['is empty though the platform did not wait', []],
  ])('does not hurry when the answer %s', async (_what, result) => {
    let asked = 0;
    const server = createServer((request, response) => {
      asked += Number(request.url?.endsWith('getUpdates'));
      response.end(JSON.stringify({ ok: true, result }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const token = '777000111:stand-in_token-of_telegram-0001';
    const channel = telegramChannel({ url, token }, { secret: null, timer: () => () => {} });
    await channel.connect?.(async () => {});
    await pause(100);
    await channel.close?.();
    server.close();
    expect(asked).toBe(1);
  });

  it('ends at once, also while the platform keeps its answer back', async () => {
    const { channel, telegram } = await asking();
    await eventually(async () => telegram.calls.includes('getUpdates'));
    const began = performance.now();
    await channel.close?.();
    expect(performance.now() - began).toBeLessThan(10_000);
    const calls = telegram.calls.length;
    await pause(60);
    expect(telegram.calls).toHaveLength(calls);
  });

  it('cannot connect with a token that is not taken', async () => {
    const telegram = await startTelegramStandIn();
    open.push(telegram);
    const wrong = { url: telegram.url, token: '777000111:a-token-that-was-revoked-0' };
    const channel = telegramChannel(wrong, { secret: null });
    await expect(channel.connect?.(async () => {})).rejects.toThrow('send failed: 401');
  });

  it('asks for nothing while another process has the session, and goes on when it has it again', async () => {
    const telegram = await startTelegramStandIn();
    const session = { isOurs: true };
    const channel = telegramChannel(telegram, {
      secret: null,
      timer: (_ms, run) => {
        const timer = setTimeout(run, 5);
        return () => clearTimeout(timer);
      },
    });
    open.push(channel, telegram);
    const received: InboundMessage[] = [];
    await channel.connect?.(
      async messages => void received.push(...messages),
      () => session.isOurs,
    );
    await telegram.says('uno');
    await eventually(async () => received.length === 1);
    session.isOurs = false;
    // The poll that is under way may still bring something; what comes after it stays where it is.
    await telegram.says('dos');
    await eventually(async () => received.length === 2);
    await telegram.says('tres');
    await pause(300);
    expect(received).toHaveLength(2);
    session.isOurs = true;
    await eventually(async () => received.length === 3);
  });
});
