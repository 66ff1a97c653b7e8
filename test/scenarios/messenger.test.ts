import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hoursToADay } from '../support/daytime.ts';
import type { Fields } from '../support/http-server.ts';
import {
  LUIS,
  type MessengerStandIn,
  type PageMessage,
  startMessengerStandIn,
} from '../support/messenger-stand-in.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { PNG } from '../support/web-files.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';

let meta: MessengerStandIn;
let desk: RunningDesk;
/** How far the clocks of both sides stand ahead. */
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

beforeEach(async () => {
  ahead = 0;
  meta = await startMessengerStandIn();
  meta.now = now;
  const settings = settingsIn({
    ...{ MESSENGER_PAGE_ID: meta.pageId, MESSENGER_ACCESS_TOKEN: meta.token, MESSENGER_API_URL: meta.url },
    ...{ MESSENGER_APP_SECRET: meta.appSecret, MESSENGER_VERIFY_TOKEN: 'words of ours' },
  });
  desk = await startDesk(settings, { now });
  meta.webhookUrl = `${desk.url}/channels/messenger/webhook`;
});

afterEach(async () => {
  await desk.stop();
  await meta.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

/** Does it and waits for one more message from the page. */
async function answerTo(act: () => Promise<unknown>): Promise<PageMessage> {
  const before = meta.sent.length;
  await act();
  return eventually(async () => meta.sent[before]);
}

const status = (number: string, change: object) => desk.api('POST', `/cases/${number}/status`, change);

/** Files the leak by words and a tap; the case's number. */
async function file(): Promise<string> {
  const summary = await answerTo(() => meta.says(LEAK));
  const { text } = await answerTo(() => meta.taps(summary.choices[0]?.label ?? ''));
  return /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
}

async function delivered(number: string, found: (one: Fields) => boolean): Promise<Fields[]> {
  return eventually(async () => {
    const { body } = await desk.api('GET', `/cases/${number}/deliveries`);
    return body.deliveries.some(found) && body.deliveries;
  });
}

describe('a citizen on Messenger', () => {
  it('has a case after a message and a tap, is told of its changes and answers to them', async () => {
    const number = await file();
    expect(number).not.toBe('');
    const asked = await answerTo(() => status(number, { status: 'resolved' }));
    expect(asked).toMatchObject({ to: LUIS, kind: 'RESPONSE', text: expect.stringContaining(number) });
    await answerTo(() => meta.taps(asked.choices[0]?.label ?? ''));
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      status: 'closed',
      confirmed: true,
    });
    await eventually(async () => meta.shown.includes(`typing_on ${LUIS}`));
  });

  it('adds a photo to the report', async () => {
    const summary = await answerTo(() => meta.says(LEAK));
    await answerTo(() => meta.sendsPhoto(PNG));
    const { text } = await answerTo(() => meta.taps(summary.choices[0]?.label ?? ''));
    const number = /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      attachments: [{ type: 'image/png' }],
    });
  });

  it('tells by their telephone how far all of it came', async () => {
    const number = await file();
    await meta.receipt('delivery');
    const all = await delivered(number, ({ receipt }) => receipt === 'delivered');
    expect(new Set(all.map(({ receipt }) => receipt))).toEqual(new Set(['delivered']));
    await meta.receipt('read');
    await delivered(number, ({ receipt }) => receipt === 'read');
    expect(await meta.receipt('delivery')).toBe(200);
    const { body } = await desk.api('GET', `/cases/${number}/deliveries`);
    expect(new Set(body.deliveries.map(({ receipt }: Fields) => receipt))).toEqual(new Set(['read']));
  });
});

describe('a desk on Messenger', () => {
  it('sends once a message whose answer was lost, because its echo tells of it', async () => {
    const number = await file();
    meta.trouble({ drop: 'after' });
    const { text } = await answerTo(() => status(number, { status: 'in_progress' }));
    const told = (one: Fields) => one['text'] === text && one['receipt'] === 'sent';
    const deliveries = await delivered(number, told);
    expect(deliveries.at(-1)).toMatchObject({ state: 'accepted', maybeDuplicate: false, attempts: 1 });
    const sent = meta.sent.length;
    ahead += 61_000;
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(meta.sent).toHaveLength(sent);
  });

  it('records news a day later as not deliverable, without a call', async () => {
    const number = await file();
    ahead += hoursToADay(now(), 25);
    const calls = meta.calls;
    await status(number, { status: 'in_progress' });
    const deliveries = await delivered(number, ({ code }) => code === 'window_closed');
    expect(deliveries.at(-1)).toMatchObject({ state: 'rejected', channel: 'messenger' });
    expect(meta.calls).toBe(calls);
  });

  it('lets a person answer for seven days, and refuses it after', async () => {
    await file();
    await answerTo(() => meta.says('quiero hablar con una persona'));
    const { id } = (await desk.api('GET', '/conversations')).body.conversations[0];
    await desk.api('POST', `/conversations/${id}/take`);
    const say = (text: string) => desk.api('POST', `/conversations/${id}/reply`, { text });
    ahead += hoursToADay(now(), 48);
    expect(await answerTo(() => say('Buenas, le escribe Ana'))).toMatchObject({ kind: 'HUMAN_AGENT' });
    ahead += hoursToADay(now(), 120);
    expect(await say('¿Sigue ahí?')).toMatchObject({ status: 409 });
  });
});
