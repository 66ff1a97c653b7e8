import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import {
  brokenPromises,
  eventually,
  OPERATOR,
  type RunningDesk,
  settingsIn,
  startDesk,
} from '../support/running-desk.ts';
import { PNG } from '../support/web-files.ts';
import { missingWhatsAppWeb, whatsappWebSettings } from '../support/whatsapp-web-channel.ts';
import { startWhatsAppWebStandIn, type WhatsAppWebStandIn } from '../support/whatsapp-web-stand-in.ts';

const missing = missingWhatsAppWeb();

vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 });

const LEAK = 'hay un tubo roto en Cerro Viento, el agua se bota desde ayer';
let page: WhatsAppWebStandIn;
let desk: RunningDesk;

beforeEach(async () => {
  page = await startWhatsAppWebStandIn();
  desk = await startDesk(settingsIn(await whatsappWebSettings(page)));
});

afterEach(async () => {
  await desk.stop();
  await page.close();
  expect(await brokenPromises(desk.settings)).toEqual([]);
});

type Row = { id: string; state: string; code: string | null; waiting: number };
const row = async (): Promise<Row | undefined> =>
  (await desk.api('GET', '/channels')).body.channels.find(({ id }: Row) => id === 'whatsapp-web');
const until = (state: string) => eventually(async () => (await row())?.state === state, 90_000);
const pairing = (key?: string) => desk.api('GET', '/channels/whatsapp-web/pairing', undefined, key);

async function pair(): Promise<void> {
  await until('waiting for pairing');
  page.scan();
  await until('paired');
}

async function answerTo(act: () => unknown): Promise<string> {
  const before = page.sent.length;
  await act();
  return (await eventually(async () => page.sent[before])).text;
}

const numberIn = (text: string): string => /311(-\d{3}){3}/.exec(text)?.[0] ?? '';

describe.skipIf(missing)(`a citizen on WhatsApp Web (${missing ?? 'here'})`, () => {
  beforeEach(pair);

  it('has a case after two messages and a photo, is told of its changes and answers to them', async () => {
    const summary = await answerTo(() => page.says(LEAK));
    // Buttons are shown to nobody there.
    expect(summary).toMatch(/1[.)]/);
    await answerTo(() => page.sendsFile('image', PNG, 'así está'));
    const number = numberIn(await answerTo(() => page.says('1')));
    expect(number).not.toBe('');
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({
      attachments: [{ type: 'image/png' }],
      reporter: { channel: 'whatsapp-web', address: '+50760000001' },
    });
    const asked = await answerTo(() => desk.api('POST', `/cases/${number}/status`, { status: 'resolved' }));
    expect(asked).toContain(number);
    await answerTo(() => page.says('sí'));
    expect((await desk.api('GET', `/cases/${number}`)).body).toMatchObject({ status: 'closed' });
  });

  it('has a photo kept as what it is, and no page that says it is one', async () => {
    await answerTo(() => page.says(LEAK));
    const lie = Buffer.from('<!doctype html><script>fetch("https://evil.example")</script>'.padEnd(600, ' '));
    expect(await answerTo(() => page.sendsFile('image', lie))).toContain('no se pudo abrir');
    await answerTo(() => page.sendsFile('document', PNG));
    const number = numberIn(await answerTo(() => page.says('1')));
    const { attachments } = (await desk.api('GET', `/cases/${number}`)).body;
    expect(attachments.map(({ type }: { type: string }) => type)).toEqual(['image/png']);
  });

  it('reads in the ledger how far each message came, as the ticks say', async () => {
    await answerTo(() => page.says(LEAK));
    const number = numberIn(await answerTo(() => page.says('1')));
    const { id } = page.sent.at(-1) ?? { id: '' };
    page.ticks(id, 1);
    page.ticks(id, 3);
    page.ticks(id, 2);
    await eventually(async () =>
      JSON.stringify((await desk.api('GET', `/cases/${number}/deliveries`)).body).includes('"read"'),
    );
  });

  it('is answered after the session was lost, once', async () => {
    await answerTo(() => page.says('hola'));
    page.state('CONFLICT');
    await eventually(async () => page.opened >= 2);
    expect(await answerTo(() => page.says(LEAK))).toContain('Cerro Viento');
    await until('paired');
    expect(page.sent.filter(({ text }) => text.includes('Cerro Viento'))).toHaveLength(1);
  });

  it('gets one answer when the page never heard that it was sent', async () => {
    page.fates.push('lost');
    await answerTo(() => page.says(LEAK));
    const [first] = page.sent;
    // The telephone has it, so the page does when it is opened again; what is looked for there is found.
    page.state('CONFLICT');
    await eventually(async () => page.opened >= 2);
    await eventually(async () => {
      const now = await row();
      // A browser that had to be killed while the machine was busy has not kept the pairing.
      if (now?.state === 'waiting for pairing') page.scan();
      return now?.state === 'paired' && now.waiting === 0;
    }, 150_000);
    expect(page.sent.filter(({ text }) => text === first?.text)).toHaveLength(1);
  });
});

describe.skipIf(missing)(`staff (${missing ?? 'here'})`, () => {
  it('see the code by an operator’s key, in the list how the session stands, and no code when it is paired', async () => {
    await until('waiting for pairing');
    const { status, body } = await pairing();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'waiting for pairing',
      qr: { text: expect.stringMatching(/^2@/), svg: expect.stringMatching(/^<svg/) },
    });
    expect(body.qr.lines.length).toBeGreaterThan(12);
    expect((await desk.api('POST', '/channels/whatsapp-web/check', {})).body).toMatchObject({
      ok: false,
      code: 'waiting_for_pairing',
    });
    page.scan();
    await until('paired');
    expect((await pairing()).body).toMatchObject({ state: 'paired', qr: null });
    expect((await desk.api('POST', '/channels/whatsapp-web/check', {})).body).toMatchObject({ ok: true });
    page.state('TOS_BLOCK');
    await until('banned');
    expect((await pairing()).body).toMatchObject({ state: 'banned', code: 'TOS_BLOCK', qr: null });
  });

  it('are told nothing without a key, nor by one that is no operator’s', async () => {
    await until('waiting for pairing');
    expect((await pairing('no-key')).status).toBe(401);
    const made = await fetch(`${desk.url}/api/v1/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${desk.app.localToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'lectora', role: 'reader' }),
    });
    const { key } = (await made.json()) as { key: string };
    expect((await pairing(key)).status).toBe(403);
    expect((await desk.api('GET', '/channels/telegram/pairing')).status).toBe(404);
    const readyz = await (await fetch(`${desk.url}/readyz`)).text();
    expect(readyz).toContain('"whatsapp-web":"not connected"');
    expect(readyz).not.toContain('2@');
  });

  it('pair by a page that holds nothing itself and shows the code to who writes an operator’s key', async () => {
    await until('waiting for pairing');
    const html = await (await fetch(`${desk.url}/staff/pairing`)).text();
    expect(html).not.toMatch(/2@|<svg|an-operator-key/);
    const browser = await openBrowser();
    try {
      const tab = await browser.newPage();
      const errors: unknown[] = [];
      tab.on('pageerror', error => errors.push(error));
      await tab.goto(`${desk.url}/staff/pairing`);
      await tab.fill('#key', 'no-key');
      await tab.click('button');
      await tab.getByText('Esa clave no sirve').waitFor();
      expect(await tab.locator('#code').isVisible()).toBe(false);
      await tab.fill('#key', OPERATOR);
      await tab.click('button');
      await tab.getByText('Falta que alguien escanee').waitFor();
      await tab.locator('#code').waitFor({ state: 'visible' });
      const drawn = () =>
        tab.locator('#code').evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth);
      await eventually(async () => (await drawn()) > 0);
      expect(await tab.inputValue('#key')).toBe('');
      page.scan();
      await tab.getByText('El teléfono está emparejado').waitFor();
      expect(await tab.locator('#code').isVisible()).toBe(false);
      await tab.goto(`${desk.url}/staff/pairing?lang=en`);
      await tab.getByText('Pair the WhatsApp telephone').first().waitFor();
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

it('shows no page for pairing where nothing is to be paired', async () => {
  const plain = await startDesk(settingsIn());
  expect((await fetch(`${plain.url}/staff/pairing`)).status).toBe(404);
  expect((await plain.api('GET', '/channels/whatsapp-web/pairing')).status).toBe(404);
  const { channels } = (await plain.api('GET', '/channels')).body;
  expect(channels.find(({ id }: Row) => id === 'whatsapp-web')).toMatchObject({
    state: 'off',
    settings: ['WHATSAPP_WEB'],
  });
  await plain.stop();
});
