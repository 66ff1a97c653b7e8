import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatDeps } from '../../src/web/chat.ts';
import { addressOf } from '../../src/web/news.ts';
import { openWebDesk, say, type Visit, WEB_NOW, type WebDesk } from '../support/web-desk.ts';

let desk: WebDesk;
let visit: Visit;
const streams: ClientRequest[] = [];

const start = async (overrides: Partial<ChatDeps> = {}): Promise<void> => {
  desk = await openWebDesk(overrides, messages => messages.map(({ text }) => say(`Leí ${text}`)));
  await desk.server.listen({ port: 0, host: '127.0.0.1' });
  visit = await desk.visit();
};

beforeEach(() => start());

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.destroy();
  await desk.server.close();
  await desk.store.close();
});

interface Stream {
  status: number;
  headers: IncomingMessage['headers'];
  /** Everything received so far. */
  text(): string;
  /** Resolves when the text holds something. */
  until(part: string): Promise<string>;
  ended: Promise<unknown>;
  close(): void;
}

async function listen(headers: Record<string, string> = {}, query = ''): Promise<Stream> {
  const { port } = desk.server.server.address() as AddressInfo;
  const call = request({
    ...{ port, host: '127.0.0.1', path: `/chat/events${query}` },
    headers: { authorization: `Bearer ${visit.token}`, ...headers },
  });
  streams.push(call);
  call.on('error', () => {});
  call.end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let text = '';
  response.setEncoding('utf8');
  response.on('data', chunk => {
    text += chunk;
  });
  response.on('error', () => {});
  const ended = new Promise(resolve => response.once('close', resolve));
  const until = async (part: string): Promise<string> => {
    await expect.poll(() => text, { timeout: 4_000, interval: 10 }).toContain(part);
    return text;
  };
  const status = response.statusCode ?? 0;
  return { status, headers: response.headers, text: () => text, until, ended, close: () => call.destroy() };
}

const send = (id: string, text = id) => visit.post('/chat/messages', { id, text });
const ids = (text: string): string[] => [...text.matchAll(/^id: (\d+)$/gm)].map(match => match[1] ?? '');

describe('the event stream', () => {
  it('tells each line once, with its seq as id, as it happens', async () => {
    const stream = await listen();
    expect(stream.status).toBe(200);
    expect(stream.headers['content-type']).toContain('text/event-stream');
    expect(stream.headers['cache-control']).toBe('no-store');
    await send('hola\nmundo');
    const text = await stream.until('id: 2');
    expect(ids(text)).toEqual(['1', '2']);
    const [first] = [...text.matchAll(/^data: (.*)$/gm)].map(match => JSON.parse(match[1] ?? ''));
    expect(first).toMatchObject({ seq: 1, from: 'citizen', text: 'hola\nmundo' });
    await desk.tell(visit.session, 'Su caso avanza');
    expect(ids(await stream.until('id: 3'))).toEqual(['1', '2', '3']);
  });

  it('goes on after the last line its reader had', async () => {
    await send('uno');
    await visit.get('/chat/messages?after=1&wait=5');
    await desk.tell(visit.session, 'dos');
    const stream = await listen({ 'last-event-id': '2' });
    expect(ids(await stream.until('id: 3'))).toEqual(['3']);
    expect(ids(await (await listen({}, '?after=1')).until('id: 3'))).toEqual(['2', '3']);
    const both = await listen({ 'last-event-id': '2' }, '?after=0');
    expect(ids(await both.until('id: 3'))).toEqual(['3']);
  });

  it('gives the whole talk when the last id makes no sense', async () => {
    await send('uno');
    const stream = await listen({ 'last-event-id': 'x' });
    await stream.until('id: 1');
  });

  it('replays a long talk in order', async () => {
    for (let i = 0; i < 450; i += 1) await desk.tell(visit.session, `línea ${i}`);
    const stream = await listen();
    const got = ids(await stream.until('id: 450'));
    expect(got).toEqual(Array.from({ length: 450 }, (_, i) => String(i + 1)));
  });

  it('begins anew when the talk was erased, here or by the bot', async () => {
    await send('uno');
    await visit.get('/chat/messages?after=1&wait=5');
    const stream = await listen();
    await stream.until('id: 2');
    const conversation = await desk.store.conversationOf(addressOf(visit.session));
    const erase = { conversationId: conversation?.id ?? '', caseIds: [] };
    await desk.store.commit({ at: WEB_NOW, erase });
    await send('dos');
    expect(ids(await stream.until('Leí dos'))).toEqual(['1', '2', '1', '2']);
  });

  it('tells nothing of another session', async () => {
    const stream = await listen();
    const other = await desk.visit();
    await other.post('/chat/messages', { id: 'x', text: 'ajeno' });
    await other.get('/chat/messages?after=1&wait=5');
    await send('propio');
    expect(await stream.until('propio')).not.toContain('ajeno');
  });

  it('ends when the server closes, without holding it up', async () => {
    const stream = await listen();
    const before = performance.now();
    await desk.server.close();
    await stream.ended;
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('gives its place back when the reader goes', async () => {
    for (let i = 0; i < 12; i += 1) {
      const stream = await listen();
      expect(stream.status).toBe(200);
      stream.close();
      await new Promise(done => setTimeout(done, 20));
    }
  });
});

describe('the long poll', () => {
  it('answers as soon as there is something new', async () => {
    await send('uno');
    await visit.get('/chat/messages?after=1&wait=5');
    const before = performance.now();
    const waiting = visit.get('/chat/messages?after=2&wait=20');
    setTimeout(() => void desk.tell(visit.session, 'dos'), 100);
    expect((await waiting).json().messages).toMatchObject([{ seq: 3, text: 'dos' }]);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('notices the first word of a talk that had not begun', async () => {
    const waiting = visit.get('/chat/messages?wait=20');
    setTimeout(() => void send('hola'), 400);
    expect((await waiting).json().messages[0]).toMatchObject({ seq: 1, text: 'hola' });
  });

  it('notices a talk that another process began', async () => {
    const waiting = visit.get('/chat/messages?wait=20');
    setTimeout(() => void desk.tell(visit.session, 'de oficio'), 400);
    expect((await waiting).json().messages[0]).toMatchObject({ text: 'de oficio' });
  });

  it('answers empty when the time is over', async () => {
    const answer = await visit.get('/chat/messages?wait=0.2');
    expect([answer.statusCode, answer.json()]).toEqual([200, { messages: [] }]);
  });

  it('is answered empty, not cut off, when the server closes', async () => {
    const waiting = visit.get('/chat/messages?wait=20');
    setTimeout(() => void desk.server.close(), 100);
    expect((await waiting).json()).toEqual({ messages: [] });
  });
});

describe('readers that wait', () => {
  it('are bounded for one session (429) and in all (503)', async () => {
    await desk.server.close();
    await desk.store.close();
    await start({ readers: { perSession: 2, most: 3 } });
    expect((await listen()).status).toBe(200);
    expect((await listen()).status).toBe(200);
    const third = await visit.get('/chat/messages?wait=5');
    expect([third.statusCode, third.headers['retry-after']]).toEqual([429, '5']);
    expect((await listen()).status).toBe(429);
    const other = await desk.visit();
    const theirs = other.get('/chat/messages?wait=0.5');
    const stranger = await desk.visit();
    await new Promise(done => setTimeout(done, 50));
    expect((await stranger.get('/chat/messages?wait=5')).statusCode).toBe(503);
    expect((await stranger.get('/chat/messages')).statusCode).toBe(200);
    expect((await theirs).statusCode).toBe(200);
  });
});
