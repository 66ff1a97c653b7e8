import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.ts';
import { hoursToADay } from '../support/daytime.ts';
import { escaped, signed } from '../support/graph-stand-in.ts';
import type { Fields } from '../support/http-server.ts';
import {
  brokenPromises,
  eventually,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { PNG } from '../support/web-files.ts';
import { whatsappPayload, whatsappText } from '../support/whatsapp-channel.ts';
import {
  ANA,
  type HeldMessage,
  startWhatsAppStandIn,
  type WhatsAppStandIn,
} from '../support/whatsapp-stand-in.ts';

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
const HOUR = 3_600_000;
const TEMPLATES = `whatsapp:
  status:
    es: { template: novedad, language: es, values: [number, matter, status, note] }
    en: { template: novedad, language: en, values: [number, matter, status, note] }
  solved:
    es: { template: resuelto, language: es, values: [number, note], buttons: 2 }
    en: { template: resuelto, language: en, values: [number, note], buttons: 2 }
whatsapp-twilio: {}
`;

let meta: WhatsAppStandIn;
let desk: RunningDesk;
/** How far the clocks of both sides stand ahead. */
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

beforeEach(async () => {
  ahead = 0;
  meta = await startWhatsAppStandIn();
  meta.receipts = ['sent', 'delivered'];
  meta.now = now;
  meta.approved = { 'novedad/es': { places: 4, buttons: 0 }, 'resuelto/es': { places: 2, buttons: 2 } };
  desk = await startDesk(whatsappSettings(), { now });
  meta.webhookUrl = `${desk.url}/channels/whatsapp/webhook`;
});

afterEach(async () => {
  await desk.stop();
  await meta.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

function whatsappSettings() {
  const CONFIG_DIR = mkdtempSync(path.join(tmpdir(), 'config-'));
  cpSync(path.join(PROJECT_ROOT, 'config'), CONFIG_DIR, { recursive: true });
  writeFileSync(path.join(CONFIG_DIR, 'templates.yaml'), TEMPLATES);
  return settingsIn({
    ...{ WHATSAPP_PHONE_NUMBER_ID: meta.phoneNumberId, WHATSAPP_ACCESS_TOKEN: meta.token },
    ...{ WHATSAPP_APP_SECRET: meta.appSecret, WHATSAPP_VERIFY_TOKEN: 'words of ours' },
    ...{ WHATSAPP_API_URL: meta.url, CONFIG_DIR },
  });
}

/** Does it and waits for one more message from the office. */
async function answerTo(act: () => Promise<unknown>): Promise<HeldMessage> {
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

/** The deliveries of a case once one is in this state. */
async function delivered(number: string, found: (one: Fields) => boolean): Promise<Fields[]> {
  return eventually(async () => {
    const { body } = await desk.api('GET', `/cases/${number}/deliveries`);
    return body.deliveries.some(found) && body.deliveries;
  });
}

describe('a citizen on WhatsApp', () => {
  it('has a case after a message and a tap, is told of its changes and answers to them', async () => {
    const number = await file();
    expect(number).not.toBe('');
    await eventually(async () => meta.shown.length >= 2);
    const asked = await answerTo(() => status(number, { status: 'resolved' }));
    expect(asked).toMatchObject({ to: ANA.userId, kind: 'button', text: expect.stringContaining(number) });
    await answerTo(() => meta.taps(asked.choices[0]?.label ?? ''));
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      ...{ status: 'closed', confirmed: true, reporter: { channel: 'whatsapp', address: ANA.userId } },
    });
    const told = await delivered(number, ({ receipt }) => receipt === 'delivered');
    expect(told[0]).toMatchObject({ channel: 'whatsapp', state: 'accepted', code: null });
  });

  it('is not said to have received less when an earlier receipt comes late', async () => {
    const number = await file();
    const { id, text } = await answerTo(() => status(number, { status: 'in_progress' }));
    await delivered(number, one => one['text'] === text && one['receipt'] === 'delivered');
    for (const late of ['read', 'delivered', 'sent']) expect(await meta.status(id, late)).toBe(200);
    const { body } = await desk.api('GET', `/cases/${number}/deliveries`);
    expect(body.deliveries.at(-1)).toMatchObject({ text, receipt: 'read' });
  });

  it('is asked for a pin, and adds a photo', async () => {
    const where = await answerTo(() => meta.says('hay un tubo roto y el agua se bota'));
    expect(where.kind).toBe('location_request_message');
    const place = { type: 'location', location: { latitude: 9.0512, longitude: -79.4321 } };
    const summary = await answerTo(() => meta.sends(place));
    await answerTo(() => meta.sendsPhoto(PNG, 'así está'));
    const { text } = await answerTo(() => meta.taps(summary.choices[0]?.label ?? ''));
    const number = /311(-\d{3}){3}/.exec(text)?.[0] ?? '';
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      place: { lat: expect.closeTo(9.05, 1) },
      attachments: [{ type: 'image/png' }],
    });
  });

  it('keeps the talk when the platform tells their id, and is found by their number after', async () => {
    const { userId: _hidden, ...byNumber } = ANA;
    await answerTo(() => meta.says(LEAK, {}, byNumber));
    const { text } = await answerTo(() => meta.says('sí'));
    expect(text).toMatch(/311(-\d{3}){3}/);
    const found = await desk.api('POST', '/cases/search', { address: '+507 6000-0001' });
    expect(found.body.cases).toHaveLength(1);
    expect(meta.sent.map(({ to }) => to)).toEqual([ANA.number, ANA.userId]);
  });

  it('who wants no more messages is heard, and gets none', async () => {
    const number = await file();
    expect((await answerTo(() => meta.says('BAJA'))).text).toMatch(/INICIAR/);
    const before = meta.calls;
    await status(number, { status: 'in_progress' });
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(meta.calls).toBe(before);
  });
});

describe('a notice a day after the citizen wrote', () => {
  it('goes out as its template, and its button answers', async () => {
    const number = await file();
    ahead += hoursToADay(now(), 25);
    const told = await answerTo(() => status(number, { status: 'in_progress', note: 'Vamos\nel lunes' }));
    expect(told).toMatchObject({
      kind: 'template',
      text: expect.stringMatching(/^311-.* \| Vamos el lunes$/),
    });
    const deliveries = await delivered(number, ({ code }) => code === 'as_template');
    expect(deliveries.at(-1)).toMatchObject({ state: 'accepted', channel: 'whatsapp' });
    await answerTo(() => status(number, { status: 'resolved' }));
    await answerTo(() => meta.taps('button 1'));
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      ...{ status: 'closed', confirmed: true },
    });
  });

  it('that has no template is recorded as not deliverable, without a call', async () => {
    const number = await file();
    ahead += hoursToADay(now(), 25);
    const calls = meta.calls;
    await desk.api('POST', `/cases/${number}/question`, { text: '¿De qué color es la casa?' });
    const deliveries = await delivered(number, ({ code }) => code === 'no_template');
    expect(deliveries.at(-1)).toMatchObject({ state: 'rejected' });
    expect(meta.calls).toBe(calls);
  });

  it('that went out in free words goes again as its template when the platform says later it was too late', async () => {
    const number = await file();
    // The platform's clock alone: the citizen's messages reached us late.
    meta.now = () => new Date(now().getTime() + 25 * HOUR);
    await answerTo(() => status(number, { status: 'in_progress' }));
    await delivered(number, ({ code }) => code === 'window_closed');
    const again = await answerTo(async () => {
      ahead += 61_000;
    });
    expect(again.kind).toBe('template');
    await delivered(number, ({ code, receipt }) => code === 'as_template' && receipt === 'delivered');
  });

  it('is free again as soon as the citizen writes', async () => {
    const number = await file();
    ahead += hoursToADay(now(), 25);
    await answerTo(() => meta.says('mis casos'));
    expect((await answerTo(() => status(number, { status: 'in_progress' }))).kind).toBe('text');
  });

  it('refuses a person’s words that would not arrive', async () => {
    await file();
    await answerTo(() => meta.says('quiero hablar con una persona'));
    const { body } = await desk.api('GET', '/conversations');
    const { id } = body.conversations[0];
    await desk.api('POST', `/conversations/${id}/take`);
    ahead += hoursToADay(now(), 25);
    const refused = await desk.api('POST', `/conversations/${id}/reply`, { text: 'Buenas' });
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('too long ago') } });
  });
});

describe('a desk on WhatsApp', () => {
  const call = (payload: unknown, headers: Record<string, string> = {}) =>
    fetch(meta.webhookUrl, { method: 'POST', body: escaped(payload), headers });
  const json = { 'content-type': 'application/json' };

  it('registers its address, and answers nobody else', async () => {
    const words = (token: string) =>
      new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.verify_token': token,
        'hub.challenge': '1158201444',
      });
    const good = await fetch(`${meta.webhookUrl}?${words('words of ours')}`);
    expect([good.status, await good.text()]).toEqual([200, '1158201444']);
    const bad = await fetch(`${meta.webhookUrl}?${words('other words')}`);
    expect([bad.status, await bad.text()]).toEqual([401, '']);
  });

  it('stores nothing of a forged call, and answers it nothing', async () => {
    const forged = whatsappPayload(whatsappText('forged'));
    const wrong = signed('another secret', escaped(forged));
    for (const headers of [{}, { 'x-hub-signature-256': wrong }, { 'x-hub-signature-256': 'sha256=' }]) {
      const answer = await call(forged, { ...json, ...headers });
      expect([answer.status, await answer.text()]).toEqual([401, '']);
    }
    const found = await desk.api('POST', '/cases/search', { address: '+50760000001' });
    expect(found.body.cases).toEqual([]);
    expect(meta.sent).toEqual([]);
  });

  it('takes a thousand messages of one call, once, and reads them together', async () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `wamid.many.${i}`);
    const many = whatsappPayload(...ids.map((id, i) => whatsappText(`mensaje ${i}`, id)));
    const headers = { ...json, 'x-hub-signature-256': signed(meta.appSecret, escaped(many)) };
    expect((await call(many, headers)).status).toBe(200);
    expect((await call(many, headers)).status).toBe(200);
    await eventually(async () => meta.sent.length > 0);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(meta.sent.length).toBeLessThan(5);
  });

  it('survives a token that ends: nothing is lost, others go on, and it is sent once mended', async () => {
    meta.always = { status: 401, code: 190 };
    await meta.says(LEAK);
    const visitor = await desk.visit();
    expect((await visitor.ask('hola')).length).toBeGreaterThan(0);
    expect(meta.sent).toEqual([]);
    meta.always = null;
    ahead += 120_000;
    const summary = await eventually(async () => meta.sent[0]);
    expect(summary.choices.length).toBeGreaterThan(0);
  });

  it('sends once a message whose answer was lost, because its receipt tells of it', async () => {
    const number = await file();
    meta.trouble({ drop: 'after' });
    const { text } = await answerTo(() => status(number, { status: 'in_progress' }));
    const told = (one: Fields) => one['text'] === text && one['receipt'] === 'delivered';
    const deliveries = await delivered(number, told);
    expect(deliveries.at(-1)).toMatchObject({ state: 'accepted', maybeDuplicate: false, attempts: 1 });
    const sent = meta.sent.length;
    ahead += 61_000;
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(meta.sent).toHaveLength(sent);
  });

  it('obeys the limit of one person without holding others back', async () => {
    meta.trouble({ status: 400, code: 131056 });
    const { calls } = meta;
    await meta.says('hola');
    await eventually(async () => meta.calls > calls);
    await answerTo(() => meta.says('hola', {}, { number: '50760000002', userId: 'PA.2' }));
    expect(meta.sent).toMatchObject([{ to: 'PA.2' }]);
    ahead += 6_000;
    await eventually(async () => meta.sent.length === 2);
  });
});
