import type { FastifyInstance } from 'fastify';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Case, CaseEvent } from '../../src/cases/case.ts';
import { KINDS, STATUSES } from '../../src/cases/case.ts';
import { newNumber } from '../../src/cases/number.ts';
import { createAttempts, lookByPin } from '../../src/cases/pin.ts';
import { createServer } from '../../src/http.ts';
import type { Delivery } from '../../src/storage/queries.ts';
import type { Texts } from '../../src/texts.ts';
import { casePageTextKeys } from '../../src/web/case-page.ts';
import { type CasePageDeps, caseRoutes } from '../../src/web/case-routes.ts';
import { pageTextKeys } from '../../src/web/page-routes.ts';
import { realTexts } from '../support/page-texts.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';
import { newCase } from '../support/store.ts';

const NUMBER = newNumber('311', () => Buffer.from([0, 0, 1, 2, 3, 4]));
const OTHER = newNumber('311', () => Buffer.from([0, 0, 9, 9, 9, 9]));
const at = new Date('2026-10-26T15:00:00Z');
const silent = { error: () => {} } as unknown as CasePageDeps['log'];

let texts: Texts;
let server: FastifyInstance;
let c: Case;
let told: Delivery[] = [];
let files: Map<string, { type: string; bytes: Buffer }>;
let history: CaseEvent[];
let clock: Date;

beforeAll(async () => {
  texts = await realTexts();
});

const event = (what: CaseEvent['what'], more: Partial<CaseEvent> = {}): CaseEvent => {
  return { ...{ at, what, from: null, to: null, by: 'desk', note: null }, ...more };
};

beforeEach(() => {
  clock = at;
  told = [];
  files = new Map();
  c = newCase({
    number: NUMBER,
    pinHash: `${NUMBER} 4938`,
    openedAt: at,
    dueAt: new Date('2026-11-02T05:00:00Z'),
  });
  history = [event('opened', { by: 'citizen' })];
  server = createServer({ log: silent as never, trustProxy: 0 });
  const attempts = createAttempts();
  const store = { caseByNumber: async (number: string) => (number === NUMBER ? c : null) };
  const hashPin = (number: string, pin: string) => `${number} ${pin}`;
  caseRoutes(server, {
    ...{ catalogue: smallCatalogue(), texts, log: silent },
    store: {
      history: async () => history,
      deliveries: async () => told,
      media: async (talk, id) => files.get(`${talk} ${id}`) ?? null,
    },
    lookByPin: (...given) => lookByPin({ store, hashPin, attempts, now: () => clock }, ...given),
  });
});

const ask = (fields: Record<string, string>) =>
  server.inject({
    ...{ method: 'POST', url: '/caso', payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the page of a case', () => {
  it('shows a form that needs neither session nor script', async () => {
    const answer = await server.inject('/caso');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).toContain('<form method="post" action="/caso">');
    expect(answer.body).not.toContain('<script');
    expect((await server.inject('/caso?lang=en')).body).toContain('<html lang="en">');
  });

  it('shows the case to who knows number and PIN, however they write them', async () => {
    for (const number of [NUMBER, NUMBER.replaceAll('-', ''), ` ${NUMBER.replaceAll('-', ' ')} `]) {
      const answer = await ask({ number, pin: '49 38' });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain(`Caso ${NUMBER}`);
      expect(answer.body).toContain('Enviado a la entidad<');
      expect(answer.body).toContain('2 de noviembre de 2026');
    }
  });

  it('takes JSON from programs', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/caso',
      payload: { number: NUMBER, pin: '4938' },
    });
    expect(answer.statusCode).toBe(200);
  });

  it('answers the same for a wrong PIN, an unknown number, a mistyped one and none', async () => {
    const mistyped = NUMBER.replace(/\d$/, last => String((Number(last) + 1) % 10));
    const bodies = new Set<string>();
    for (const number of [NUMBER, OTHER, mistyped]) {
      const answer = await ask({ number, pin: '0000' });
      expect(answer.statusCode).toBe(404);
      bodies.add(answer.body.replaceAll(number, 'N'));
    }
    expect(bodies.size).toBe(1);
    expect((await ask({ number: 'hola', pin: '0000' })).statusCode).toBe(404);
    expect((await ask({})).statusCode).toBe(404);
  });

  it('makes who guesses wait, and says how long, also with the right PIN', async () => {
    for (let i = 0; i < 3; i += 1)
      expect((await ask({ number: NUMBER, pin: String(i) })).statusCode).toBe(404);
    const answer = await ask({ number: NUMBER, pin: '4938' });
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    clock = new Date(at.getTime() + 60_000);
    expect((await ask({ number: NUMBER, pin: '4938' })).statusCode).toBe(200);
  });

  it('tells the history in plain words, without what officials say to each other', async () => {
    history.push(
      event('assigned', { to: 'mun_otros/0401' }),
      event('internal_note', { note: 'solo entre nosotros' }),
      event('status', {
        from: 'assigned',
        to: 'rejected',
        note: 'duplicate: ya lo reportó un vecino',
        by: 'Ana P.',
      }),
      event('rated', { to: '4' }),
    );
    const { body } = await ask({ number: NUMBER, pin: '4938' });
    expect(body).toContain('Enviado a Municipio de ');
    expect(body).toContain('El mismo asunto ya es un caso.');
    expect(body).toContain('ya lo reportó un vecino');
    expect(body).toContain('Calificado con 4 de 5');
    expect(body).not.toMatch(/solo entre nosotros|Ana P\.|duplicate/);
  });

  it('shows HTML that somebody wrote as text', async () => {
    const hostile = '<script>alert(1)</script>"\'&';
    c = { ...c, description: [hostile], question: hostile };
    history.push(event('note', { note: hostile }));
    const { body } = await ask({ number: NUMBER, pin: '4938' });
    expect(body).not.toContain('<script');
    expect(body.split('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')).toHaveLength(4);
    expect((await ask({ number: '"><script>', pin: '1' })).body).not.toContain('<script');
  });

  it('is answered 503 when the store cannot be read', async () => {
    Object.defineProperty(c, 'id', {
      get: () => {
        throw new Error('closed');
      },
    });
    const answer = await ask({ number: NUMBER, pin: '4938' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  });

  it('refuses a form too large or in another type', async () => {
    expect((await ask({ number: 'x'.repeat(5_000), pin: '1' })).statusCode).toBe(413);
    const headers = { 'content-type': 'text/xml' };
    const answer = await server.inject({ method: 'POST', url: '/caso', payload: '<a/>', headers });
    expect(answer.statusCode).toBe(415);
  });
});

it('has a sentence in both languages for everything the pages can say', () => {
  const values = { mb: 1, seconds: 1, number: NUMBER, to: 'x' };
  for (const key of [...pageTextKeys(), ...casePageTextKeys()]) {
    for (const language of ['es', 'en'] as const) expect(texts.say(language, key, values).text).not.toBe('');
  }
  expect(casePageTextKeys()).toEqual(
    expect.arrayContaining(STATUSES.map(status => `case_page.status.${status}`)),
  );
  expect(casePageTextKeys()).toEqual(expect.arrayContaining(KINDS.map(kind => `case_page.kind.${kind}`)));
});

describe('files the office sent about a case', () => {
  const PDF = Buffer.from('%PDF-1.7 recibo');
  const file = { id: 'f1', type: 'application/pdf', bytes: PDF.length, name: 'recibo ñ "1".pdf' };
  const sent = (more: Partial<Delivery['file']> | null = {}): Delivery => ({
    ...{
      outboundId: 'o',
      channel: 'sms',
      at,
      class: 'reply',
      text: 'Mire',
      state: 'accepted',
      receipt: null,
    },
    ...{ code: null, attempts: 1, maybeDuplicate: false, file: more && { ...file, ...more } },
  });
  const fetchFile = (fields: Record<string, string>) =>
    server.inject({
      ...{ method: 'POST', url: '/caso/archivo', payload: new URLSearchParams(fields).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const key = { number: NUMBER, pin: '4938' };

  beforeEach(() => {
    c = { ...c, conversationId: 'talk-1' };
    told = [sent(), sent(), sent(null), sent({ id: 'f2', name: '<b>x</b>.png' })];
    files.set('talk-1 f1', { type: 'application/pdf', bytes: PDF });
    files.set('talk-1 secret', { type: 'application/pdf', bytes: PDF });
  });

  it('stand on its page, each once, as buttons that need the PIN too', async () => {
    const { body } = await ask(key);
    expect(body).toContain('Archivos para usted');
    expect(body.match(/action="\/caso\/archivo"/g)).toHaveLength(2);
    expect(body).not.toContain('<b>x');
    told = [sent(null)];
    expect((await ask(key)).body).not.toContain('Archivos para usted');
  });

  it('are given as downloads to who knows number and PIN', async () => {
    const answer = await fetchFile({ ...key, file: 'f1' });
    expect([answer.statusCode, answer.rawPayload]).toEqual([200, PDF]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''recibo%20%C3%B1%20%221%22.pdf",
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  it('are given to nobody else, and nothing else of the talk is', async () => {
    expect((await fetchFile({ ...key, file: 'secret' })).statusCode).toBe(404);
    expect((await fetchFile({ ...key, file: 'f2' })).statusCode).toBe(404);
    expect((await fetchFile(key)).statusCode).toBe(404);
    const wrong = await fetchFile({ ...key, pin: '1', file: 'f1' });
    expect([wrong.statusCode, wrong.body.includes('recibo')]).toEqual([404, false]);
    expect((await fetchFile({ number: OTHER, pin: '4938', file: 'f1' })).statusCode).toBe(404);
    for (const pin of ['2', '3', '5']) await fetchFile({ ...key, pin, file: 'f1' });
    expect((await fetchFile({ ...key, file: 'f1' })).statusCode).toBe(429);
    expect((await server.inject('/caso/archivo?number=1&pin=2&file=f1')).statusCode).toBe(405);
  });
});
