import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { SECRET } from '../support/telegram-channel.ts';
import {
  type HeldMessage,
  startTelegramStandIn,
  type TelegramStandIn,
} from '../support/telegram-stand-in.ts';
import { PNG } from '../support/web-files.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const ROADS = ['called by the platform', 'asking the platform'] as const;

let telegram: TelegramStandIn;
let desk: RunningDesk;

async function start(road: (typeof ROADS)[number]): Promise<void> {
  const base = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.url };
  const called = { TELEGRAM_WEBHOOK_SECRET: SECRET, PUBLIC_URL: 'https://311.example.org' };
  desk = await startDesk(settingsIn(road === ROADS[0] ? { ...base, ...called } : base));
  telegram.connectTo = desk.url;
}

beforeEach(async () => {
  telegram = await startTelegramStandIn();
});

afterEach(async () => {
  await desk.stop();
  await telegram.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

/** Does it and waits for one more message from the office. */
async function answerTo(act: () => Promise<void>): Promise<HeldMessage> {
  const before = telegram.sent.length;
  await act();
  return eventually(async () => telegram.sent[before]);
}

/** Files the leak by words and a tap; the case's number. */
async function file(): Promise<string> {
  const summary = await answerTo(() => telegram.says(LEAK));
  const yes = summary.buttons[0]?.label ?? '';
  const { text } = await answerTo(() => telegram.taps(yes));
  return /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
}

describe.each(ROADS)('a citizen on Telegram, the desk %s', road => {
  beforeEach(() => start(road));

  it('has a case after a message and a tap, is told of its changes and answers to them', async () => {
    const number = await file();
    expect(number).not.toBe('');
    await eventually(async () => telegram.acknowledged.length === 1);
    const change = { status: 'resolved' };
    const asked = await answerTo(
      async () => void (await desk.api('POST', `/cases/${number}/status`, change)),
    );
    expect(asked).toMatchObject({ chatId: 900_100_200, text: expect.stringContaining(number) });
    await answerTo(() => telegram.taps(asked.buttons[0]?.label ?? ''));
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      status: 'closed',
      confirmed: true,
    });
  });

  it('adds a photo and a pin to the report', async () => {
    await answerTo(() => telegram.says('hay un tubo roto y el agua se bota'));
    const place = { location: { latitude: 9.0512, longitude: -79.4321 } };
    await answerTo(() => telegram.update('message', messageOf({ ...place, message_id: 9_001 })));
    const summary = await answerTo(() => telegram.sendsPhoto(PNG));
    const { text } = await answerTo(() => telegram.taps(summary.buttons[0]?.label ?? ''));
    const number = /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
    const { body } = await desk.api('GET', `/cases/${number}`);
    expect(body).toMatchObject({
      place: { lat: expect.closeTo(9.05, 1) },
      attachments: [{ type: 'image/png' }],
    });
  });

  it('who blocks the bot is written to no more, and is heard again when they come back', async () => {
    const number = await file();
    await telegram.blocks(true);
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    const before = telegram.sent.length;
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(telegram.sent).toHaveLength(before);
    await telegram.blocks(false);
    expect(await answerTo(() => telegram.says('/start'))).toMatchObject({ chatId: 900_100_200 });
    const sofar = telegram.sent.length;
    await telegram.says('mis casos');
    // One message a second goes to a chat: answers to what came before may still be on their way.
    await eventually(async () => telegram.sent.slice(sofar).find(({ text }) => text.includes(number)));
  });
});

function messageOf(content: Record<string, unknown>): Record<string, unknown> {
  const from = { id: 900_100_200, is_bot: false, first_name: 'Ana', language_code: 'es' };
  return { from, chat: { id: 900_100_200, type: 'private' }, date: 1_785_000_000, ...content };
}

describe('a desk on Telegram', () => {
  it('takes a refused recipient as opted out, though nobody told it of the block', async () => {
    await start(ROADS[0]);
    const number = await file();
    telegram.trouble({ refusal: { error_code: 403, description: 'Forbidden: bot was blocked by the user' } });
    await desk.api('POST', `/cases/${number}/status`, { status: 'in_progress' });
    const deliveries = await eventually(async () => {
      const { body } = await desk.api('GET', `/cases/${number}/deliveries`);
      return body.deliveries.some(({ code }: { code: string }) => code === 'blocked') && body.deliveries;
    });
    expect(deliveries.at(-1)).toMatchObject({ state: 'rejected', code: 'blocked' });
    const calls = telegram.calls.length;
    await desk.api('POST', `/cases/${number}/status`, { status: 'resolved' });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(telegram.calls).toHaveLength(calls);
  });

  it('waits as long as the platform asks, for this person', async () => {
    await start(ROADS[0]);
    const error = { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } };
    telegram.trouble({ refusal: error });
    const began = performance.now();
    await answerTo(() => telegram.says('hola'));
    expect(performance.now() - began).toBeGreaterThan(950);
    await answerTo(() => telegram.says('hola', {}, 900_100_999));
  });

  it('reads what was written while it was away', async () => {
    await start(ROADS[1]);
    await answerTo(() => telegram.says('hola'));
    await desk.stop();
    await telegram.says(LEAK);
    desk = await desk.again();
    await eventually(async () => telegram.sent.at(-1)?.buttons.length);
    expect(telegram.sent).toHaveLength(2);
  });

  it('shows that it cannot connect, and serves the others', async () => {
    const wrong = '777000111:a-token-that-was-revoked-0';
    desk = await startDesk(settingsIn({ TELEGRAM_BOT_TOKEN: wrong, TELEGRAM_API_URL: telegram.url }));
    const response = await fetch(`${desk.url}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { telegram: 'not connected', web: 'ok' },
    ]);
  });
});
