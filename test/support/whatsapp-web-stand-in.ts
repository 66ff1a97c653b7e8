import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';

/** A message as the telephone keeps it. */
export interface ChatMessage {
  chat: string;
  id: string;
  fromMe: boolean;
  type: string;
  body?: string;
  /** Seconds since 1970. */
  t: number;
  [more: string]: unknown;
}

/**
 * What comes of the next message of ours: by default it is sent. `lost`: sent, and the page never hears of it; `unseen`:
 * sent, and the library does not find it in the page; `waiting`: the page has it and does not come to send it; `given_up`:
 * the page has it and sends it no more.
 */
export type Fate = 'ok' | 'hang' | 'lost' | 'refused' | 'unseen' | 'waiting' | 'given_up';

/** The telephone, the people who write to it and the platform, behind a page that whatsapp-web.js drives in a real browser. */
export interface WhatsAppWebStandIn {
  /** What stands in the place of https://web.whatsapp.com. */
  url: string;
  /** Everything in the telephone's chats, oldest first. */
  messages: ChatMessage[];
  /** What was sent by the page, oldest first. */
  sent: { chat: string; id: string; text: string }[];
  /** Ids of messages that the page wanted to send, whatever came of it. */
  kept: string[];
  /** Chats that were marked as read, one for each time. */
  seen: string[];
  /** How often the page was opened. */
  opened: number;
  /** Fates of the next messages of ours, in order. */
  fates: Fate[];
  /** Chats nobody has: the page finds none, or throws as it does where it knows no hidden id. */
  nobody: Map<string, 'none' | 'no_lid'>;
  /** What the page does instead of reading the past of these chats. */
  past: Map<string, 'broken' | 'hang'>;
  /** Somebody scans the code. */
  scan(): void;
  /** Another code to scan. */
  refresh(ref: string): void;
  /** Somebody writes; `online` false: while no page is there. */
  says(text: string, more?: Partial<ChatMessage>): ChatMessage;
  sendsFile(type: string, bytes: Buffer, caption?: string): ChatMessage;
  ticks(id: string, ack: number): void;
  /** The connection's state as the page shows it. */
  state(state: string): void;
  /** The device is taken off the telephone. */
  logout(): void;
  /** The page is suddenly another one. */
  crash(): void;
  close(): Promise<void>;
}

const FIXTURES = path.join(PROJECT_ROOT, 'test', 'fixtures', 'whatsapp-web');
const PAGE = readFileSync(path.join(import.meta.dirname, 'whatsapp-web-page', 'page.js'), 'utf8');

/** Ana's chat, when a test does not say whose. */
export const ANA = '50760000001@c.us';

type Order = { do: string; [more: string]: unknown };

interface Inside extends WhatsAppWebStandIn {
  orders: Order[];
  waiting: Set<() => void>;
  files: Map<string, Buffer>;
  ref: string;
}

/** Starts it on a loopback port. */
export async function startWhatsAppWebStandIn(): Promise<WhatsAppWebStandIn> {
  const tls = {
    key: readFileSync(path.join(FIXTURES, 'stand-in.key')),
    cert: readFileSync(path.join(FIXTURES, 'stand-in.pem')),
  };
  const server = createServer(tls, (request, response) => void answer(inside, request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const inside = makeInside(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    for (const wake of inside.waiting) wake();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  return inside;
}

function makeInside(url: string, close: () => Promise<void>): Inside {
  const order = (next: Order): void => {
    inside.orders.push(next);
    for (const wake of inside.waiting) wake();
  };
  let number = 0;
  const says: Inside['says'] = (text, more = {}) => {
    number += 1;
    const id = `3A${String(number).padStart(18, '0')}`;
    const base = { chat: ANA, id, fromMe: false, type: 'chat', body: text, notifyName: 'Ana' };
    const message = { ...base, t: Math.floor(Date.now() / 1_000), ...more };
    inside.messages.push(message);
    order({ do: 'add', message });
    return message;
  };
  const inside: Inside = {
    ...{ url, close, messages: [], sent: [], kept: [], seen: [], opened: 0, fates: [], nobody: new Map() },
    ...{ past: new Map<string, 'broken' | 'hang'>() },
    ...{ orders: [], waiting: new Set(), files: new Map(), ref: '2@first' },
    scan: () => order({ do: 'scan' }),
    refresh: ref => {
      inside.ref = ref;
      order({ do: 'ref', ref });
    },
    says,
    sendsFile: (type, bytes, caption = '') => {
      const directPath = `/file/${inside.files.size}`;
      inside.files.set(directPath, bytes);
      return says('', { type, directPath, caption, mimetype: 'application/octet-stream' });
    },
    ticks: (id, ack) => {
      const message = inside.messages.find(known => known.id === id);
      if (message) message['ack'] = ack;
      order({ do: 'ack', id, ack });
    },
    state: state => order({ do: 'state', state }),
    logout: () => order({ do: 'logout' }),
    crash: () => order({ do: 'crash' }),
  };
  return inside;
}

async function answer(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', inside.url);
  if (request.method === 'GET') return give(inside, pathname, response);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  const told = await tell(inside, pathname, body);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
}

function give({ files }: Inside, pathname: string, response: ServerResponse): void {
  if (pathname === '/') {
    const html = `<!doctype html><meta charset="utf-8"><title>WhatsApp</title><script>${PAGE}</script>`;
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  }
  const file = files.get(pathname);
  response.writeHead(file ? 200 : 404, { 'content-type': 'text/plain' }).end(file);
}

async function tell(inside: Inside, pathname: string, body: Record<string, unknown>): Promise<unknown> {
  const chat = String(body['chat'] ?? '');
  if (pathname === '/open') {
    inside.opened += 1;
    // What was ordered before is known from the chats.
    inside.orders = [];
    return { chats: inside.messages, ref: inside.ref };
  }
  if (pathname === '/orders') return orders(inside, Number(body['after']));
  if (pathname === '/seen') inside.seen.push(chat);
  if (pathname === '/exists') return { told: inside.nobody.get(chat) ?? 'ok' };
  if (pathname === '/earlier') return { told: inside.past.get(chat) ?? 'ok' };
  if (pathname === '/sent') return send(inside, body as unknown as Sending);
  return { told: 'ok' };
}

interface Sending {
  chat: string;
  id: string;
  text: string;
  t: number;
}

function send(inside: Inside, { chat, id, text, t }: Sending): { told: string } {
  const fate = inside.fates.shift() ?? 'ok';
  inside.kept.push(id);
  if (fate === 'ok' || fate === 'lost' || fate === 'unseen') {
    inside.sent.push({ chat, id, text });
    inside.messages.push({ chat, id, fromMe: true, type: 'chat', body: text, t });
  }
  return { told: fate === 'lost' ? 'hang' : fate };
}

/** A long poll: the orders after those the page knows. */
async function orders(inside: Inside, after: number): Promise<{ orders: Order[]; next: number }> {
  if (inside.orders.length <= after) {
    await new Promise<void>(resolve => {
      const wake = (): void => {
        clearTimeout(timer);
        inside.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, 5_000);
      inside.waiting.add(wake);
    });
  }
  return { orders: inside.orders.slice(after), next: inside.orders.length };
}
