import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { eventually, type RunningDesk, settingsIn, startDesk } from '../support/running-desk.ts';

/** telegram-test-api: a Bot API by other people. It long-polls nothing and shows no secret, so the desk asks it. */
const peer = await import('telegram-test-api').then(
  // Its types name a default export; what Node gives is the class itself, under that name.
  module => module.default as unknown as typeof module.default.default,
  () => null,
);

const TOKEN = '777000111:stand-in_token-of_telegram-0001';
const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function begin() {
  if (!peer) throw new Error('skipped');
  const server = new peer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  stops.push(() => server.stop());
  const desk: RunningDesk = await startDesk(
    settingsIn({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_URL: server.config.apiURL }),
  );
  stops.push(() => desk.stop());
  const ana = server.getClient(TOKEN, { userId: 42, chatId: 42, firstName: 'Ana' });
  const told = () => server.storage.botMessages;
  const next = async (act: () => Promise<unknown>) => {
    const before = told().length;
    await act();
    return (await eventually(async () => told()[before])).message;
  };
  return { desk, ana, next };
}

describe.skipIf(!peer)('the desk with telegram-test-api (npm install brings it)', () => {
  it('greets, takes a report down by words and a tap, and tells of its change', async () => {
    const { desk, ana, next } = await begin();
    const hello = await next(() => ana.sendCommand(ana.makeCommand('/start')));
    expect(hello).toMatchObject({ chat_id: 42, text: expect.stringContaining('311') });
    const summary = await next(() => ana.sendMessage(ana.makeMessage(LEAK)));
    const rows = (summary.reply_markup as { inline_keyboard: { callback_data: string }[][] }).inline_keyboard;
    const yes = rows[0]?.[0]?.callback_data ?? '';
    const { text } = await next(() => ana.sendCallback(ana.makeCallbackQuery(yes)));
    const number = /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
    expect(number).not.toBe('');
    const change = { status: 'in_progress' };
    const notice = await next(() => desk.api('POST', `/cases/${number}/status`, change));
    expect(notice.text).toContain(number);
  });

  it('reads a pin as the peer passes it through', async () => {
    const { ana, next } = await begin();
    await next(() => ana.sendMessage(ana.makeMessage('no hay agua')));
    const pin = { location: { latitude: 9.0512, longitude: -79.4321 } };
    const summary = await next(() => {
      const { text, ...message } = ana.makeMessage('x', pin as never);
      return ana.sendMessage(message as never);
    });
    expect(summary.text).toContain('Lugar:');
  });
});
