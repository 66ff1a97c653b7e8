import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf } from '../../src/web/news.ts';
import { openBrowser } from '../support/browser.ts';
import { type PageServer, startPages } from '../support/page-server.ts';
import { type Script, say, WEB_NOW } from '../support/web-desk.ts';
import { jpegWith } from '../support/web-files.ts';

let browser: Browser;
let pages: PageServer;
const contexts: BrowserContext[] = [];
/** What went wrong inside pages: scripts that failed, rules of the CSP that were broken, strange addresses. */
const wrong: string[] = [];

const CHOICES = [
  { label: 'Sí, enviar', value: 'yes' },
  { label: 'Cambiar el lugar', value: 'edit:place' },
];
const script: Script = messages =>
  messages.map(({ text, choice }) =>
    choice === 'yes' ? say('Su caso es 311-000-000-000.') : say(`Leí: ${text ?? '-'}`, CHOICES, 'confirm'),
  );

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser.close());

beforeEach(async () => {
  pages = await startPages({ script });
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await pages.stop();
  expect(wrong.splice(0)).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}, path = '/'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.on('pageerror', error => wrong.push(error.message));
  page.on('console', line => {
    if (/Content Security|Trusted/.test(line.text())) wrong.push(line.text());
  });
  page.on('request', request => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(pages.url))
      wrong.push(request.url());
  });
  await page.goto(pages.url + path);
  return page;
}

const write = async (page: Page, text: string): Promise<void> => {
  await page.fill('#text', text);
  await page.press('#text', 'Enter');
};
const lines = (page: Page) => page.locator('#log .line p').allTextContents();
const shows = (page: Page, expected: string[]) =>
  expect.poll(() => lines(page), { timeout: 12_000, interval: 50 }).toEqual(expected);
const idle = (page: Page) => expect.poll(() => page.locator('.waiting').count()).toBe(0);
const session = async (page: Page): Promise<string> => {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'ventanilla');
  return cookie?.value.split('.')[0] ?? '';
};

describe('the page', () => {
  it('talks: words, a tapped choice, and the same talk after a reload', async () => {
    const page = await visit();
    await write(page, 'hay un tubo roto');
    await shows(page, ['hay un tubo roto', 'Leí: hay un tubo roto']);
    await page.getByRole('button', { name: 'Sí, enviar' }).click();
    const whole = ['hay un tubo roto', 'Leí: hay un tubo roto', 'Sí, enviar', 'Su caso es 311-000-000-000.'];
    await shows(page, whole);
    await idle(page);
    expect(await page.locator('.choices button:enabled').count()).toBe(0);
    const before = await session(page);
    await page.reload();
    await shows(page, whole);
    expect(await session(page)).toBe(before);
    expect(await page.locator('.choices button:enabled').count()).toBe(0);
  });

  it('shows within a second what happens without the citizen', async () => {
    const page = await visit();
    await write(page, 'hola');
    await shows(page, ['hola', 'Leí: hola']);
    await pages.desk.tell(await session(page), 'Cuadrilla asignada');
    const arrived = page.getByText('Cuadrilla asignada').waitFor({ timeout: 1_000 });
    await expect(arrived).resolves.toBeUndefined();
  });

  it('gives a file from the office by a link that only this session can follow', async () => {
    const page = await visit();
    await write(page, 'hola');
    await page.waitForSelector('text=Leí: hola');
    const { store } = pages.desk;
    const talk = await store.conversationOf(addressOf(await session(page)));
    const bytes = Buffer.from('%PDF-1.7 recibo');
    const id = await store.addMedia(talk?.id ?? '', { type: 'application/pdf', bytes });
    const file = { id, type: 'application/pdf', bytes: bytes.length, name: 'recibo ñ.pdf' };
    const part = { text: 'Este es su recibo.', choices: [], file };
    await pages.desk.tell(await session(page), '', { part, from: 'person' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=recibo ñ.pdf')]);
    expect(download.suggestedFilename()).toBe('recibo ñ.pdf');
    expect(readFileSync(await download.path())).toEqual(bytes);
  });

  it('keeps an offer open over a notice, and closes it when the citizen writes', async () => {
    const page = await visit();
    await write(page, 'hola');
    await shows(page, ['hola', 'Leí: hola']);
    await pages.desk.tell(await session(page), 'Aviso');
    await shows(page, ['hola', 'Leí: hola', 'Aviso']);
    expect(await page.locator('.choices button:enabled').count()).toBe(2);
    await write(page, 'otra cosa');
    await shows(page, ['hola', 'Leí: hola', 'Aviso', 'otra cosa', 'Leí: otra cosa']);
    expect(await page.locator('.choices').first().locator('button:enabled').count()).toBe(0);
    expect(await page.locator('.choices').last().locator('button:enabled').count()).toBe(2);
  });

  it('shows HTML and scripts as the text they are, from both sides', async () => {
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const page = await visit();
    await write(page, hostile);
    await shows(page, [hostile, `Leí: ${hostile}`]);
    await page.reload();
    await shows(page, [hostile, `Leí: ${hostile}`]);
    expect(await page.locator('#log img, #log script').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('sends what was written without a connection, once, when it is back', async () => {
    const page = await visit();
    await write(page, 'uno');
    await shows(page, ['uno', 'Leí: uno']);
    await pages.stop();
    await write(page, 'dos');
    await write(page, 'tres');
    await page.getByText('Sin conexión; reintentando…').waitFor();
    expect(await page.locator('.waiting').count()).toBe(2);
    pages = await pages.again();
    const whole = ['uno', 'Leí: uno', 'dos', 'tres', 'Leí: dos', 'Leí: tres'];
    await expect.poll(async () => (await lines(page)).sort(), { timeout: 12_000 }).toEqual(whole.sort());
    await page.getByText('Sin conexión; reintentando…').waitFor({ state: 'hidden' });
    await pages.desk.tell(await session(page), 'y sigue');
    await page.getByText('y sigue').waitFor();
    await page.reload();
    await expect.poll(async () => (await lines(page)).length, { timeout: 5_000 }).toBe(7);
  });

  it('sends again with the same id when an answer was lost or refused for now', async () => {
    const page = await visit();
    const sent: string[] = [];
    await page.route('**/chat/messages', async route => {
      sent.push(route.request().postDataJSON().id);
      if (sent.length === 1) return route.fulfill({ status: 503, headers: { 'retry-after': '1' }, body: '' });
      if (sent.length > 2) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await write(page, 'una vez');
    await shows(page, ['una vez', 'Leí: una vez']);
    await expect.poll(() => sent.length, { timeout: 8_000 }).toBe(3);
    await idle(page);
    expect(new Set(sent).size).toBe(1);
    expect(await lines(page)).toEqual(['una vez', 'Leí: una vez']);
  });

  it('forgets a talk that was erased, and shows the next one', async () => {
    const page = await visit();
    await write(page, 'uno');
    await shows(page, ['uno', 'Leí: uno']);
    const { store } = pages.desk;
    const conversation = await store.conversationOf(addressOf(await session(page)));
    await store.commit({ at: WEB_NOW, erase: { conversationId: conversation?.id ?? '', caseIds: [] } });
    pages.desk.later();
    await write(page, 'dos');
    await shows(page, ['dos', 'Leí: dos']);
  });

  it('keeps what waits over a reload', async () => {
    const page = await visit();
    await page.route('**/chat/messages', route => route.abort());
    await write(page, 'no se pierde');
    await page.unroute('**/chat/messages');
    await page.reload();
    await shows(page, ['no se pierde', 'Leí: no se pierde']);
  });

  it('reads by long poll where event streams do not get through', async () => {
    const context = await browser.newContext();
    contexts.push(context);
    await context.route('**/chat/events*', route => route.abort());
    const page = await context.newPage();
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    await page.goto(pages.url);
    await write(page, 'hola');
    await shows(page, ['hola', 'Leí: hola']);
    await page.waitForTimeout(2_500);
    // The page and its files, a session, one message, and few questions.
    expect(asked).toBeLessThan(20);
    await pages.desk.tell(await session(page), 'sin flujo');
    await shows(page, ['hola', 'Leí: hola', 'sin flujo']);
    expect(await page.locator('#state').isVisible()).toBe(false);
  });

  it('keeps a photo that was chosen before the session stood', async () => {
    const page = await visit();
    await page.route('**/chat/media', route => route.fulfill({ status: 401 }), { times: 1 });
    await page.locator('#choose').setInputFiles({
      name: 'foto.jpg',
      mimeType: 'image/jpeg',
      buffer: jpegWith({}),
    });
    await expect.poll(() => page.locator('#send').isEnabled(), { timeout: 10_000 }).toBe(true);
    expect(await page.locator('#preview').isVisible()).toBe(true);
    await write(page, 'mire');
    await shows(page, ['mire', 'Leí: mire']);
  });

  it('sends a photo with its preview, and says why another file is not taken', async () => {
    const page = await visit();
    const files = page.locator('#choose');
    await files.setInputFiles({
      name: `${'foto'.repeat(20)}.jpg`,
      mimeType: 'image/jpeg',
      buffer: jpegWith({}),
    });
    await page.locator('#preview').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await expect.poll(() => page.locator('#send').isEnabled()).toBe(true);
    await write(page, 'mire');
    await shows(page, ['mire', 'Leí: mire']);
    expect(await page.locator('#file').isVisible()).toBe(false);
    await files.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await page.getByText('Ese tipo de archivo no se puede enviar').waitFor();
    await files.setInputFiles({
      name: 'otra.jpg',
      mimeType: 'image/jpeg',
      buffer: jpegWith({ orientation: 6 }),
    });
    await page.getByRole('button', { name: 'Quitar' }).click();
    expect(await page.locator('#file').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('photo');
  });

  it('sends where a photo was taken only when the citizen says so', async () => {
    const page = await visit();
    const photo = {
      name: 'foto.jpg',
      mimeType: 'image/jpeg',
      buffer: jpegWith({ at: { lat: 8.98, lon: -79.52 } }),
    };
    const places: unknown[] = [];
    page.on('request', request => {
      if (request.url().endsWith('/chat/messages')) places.push(request.postDataJSON().location ?? null);
    });
    const offer = page.getByLabel('Enviar también el lugar donde se tomó');
    await page.locator('#choose').setInputFiles(photo);
    await offer.waitFor();
    expect(await offer.isChecked()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await write(page, 'mire');
    await shows(page, ['mire', 'Leí: mire']);
    expect(await offer.isVisible()).toBe(false);
    await page
      .locator('#choose')
      .setInputFiles({ ...photo, buffer: jpegWith({ at: { lat: 8.98, lon: -79.52 }, orientation: 3 }) });
    await offer.check();
    await write(page, 'aquí');
    await shows(page, ['mire', 'Leí: mire', 'aquí', 'Leí: aquí']);
    expect(places).toEqual([null, { lat: expect.closeTo(8.98, 4), lon: expect.closeTo(-79.52, 4) }]);
    await page.locator('#choose').setInputFiles({ ...photo, buffer: jpegWith({}) });
    await page.locator('#preview').waitFor();
    expect(await offer.isVisible()).toBe(false);
  });

  it('sends where the citizen is, when they allow it, and says so when not', async () => {
    const where = { geolocation: { latitude: 8.98, longitude: -79.52 }, permissions: ['geolocation'] };
    const page = await visit(where);
    await page.getByRole('button', { name: 'Enviar mi ubicación' }).click();
    await shows(page, ['Foto, archivo o ubicación', 'Leí: -']);
    const refusing = await visit({ permissions: [] });
    await refusing.getByRole('button', { name: 'Enviar mi ubicación' }).click();
    await refusing.getByText('Escriba el lugar, por favor').waitFor();
  });

  it('speaks English on request, also after a reload, and says so to screen readers', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Read this page in English' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    expect(await page.getAttribute('#text', 'placeholder')).toBe('Write your message');
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.getByRole('button', { name: 'Leer esta página en español' }).click();
    expect(await page.getAttribute('html', 'lang')).toBe('es');
  });

  it('works with the keyboard alone', async () => {
    const page = await visit({ viewport: { width: 800, height: 600 } });
    const focused = () => page.evaluate('document.activeElement.id || document.activeElement.textContent');
    const order: unknown[] = [];
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    const links = ['Llame al 911', 'scroll', 'Ver un caso con su número y PIN'];
    expect(order).toEqual(['language', ...links, 'text', 'photo', 'pin', 'send']);
    await page.focus('#text');
    await page.keyboard.type('línea uno');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('línea dos');
    await page.keyboard.press('Enter');
    await shows(page, ['línea uno\nlínea dos', 'Leí: línea uno\nlínea dos']);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Cambiar el lugar');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Su caso es 311-000-000-000.').waitFor();
    expect(await focused()).toBe('scroll');
  });

  it('grows its text box, fits a narrow screen and stays at the end of a long talk', async () => {
    const page = await visit();
    const height = async () => (await page.locator('#text').boundingBox())?.height ?? 0;
    const small = await height();
    await page.fill('#text', 'una\ndos\ntres');
    expect(await height()).toBeGreaterThan(small + 30);
    for (let i = 0; i < 12; i += 1) await write(page, `${'palabra'.repeat(20)} ${i}`);
    await expect.poll(async () => (await lines(page)).length, { timeout: 8_000 }).toBe(24);
    await idle(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    const end = 'scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight';
    expect(await page.evaluate(`(scroll => ${end})(document.getElementById('scroll'))`)).toBeLessThan(5);
    expect(await page.locator('.emergency a').isVisible()).toBe(true);
  });

  it('without JavaScript says where to turn', async () => {
    const page = await visit({ javaScriptEnabled: false });
    await page.locator('noscript .warn').waitFor();
    expect(await page.locator('noscript .warn').textContent()).toContain('311');
    await page.locator('noscript a[href="/caso"]').click();
    await page.fill('#number', '311-000-000-000');
    await page.fill('#pin', '1234');
    await page.getByRole('button', { name: 'Ver el caso' }).click();
    await page.getByText('No encontramos un caso con ese número').waitFor();
  });
});
