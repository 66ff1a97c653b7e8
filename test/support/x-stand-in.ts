import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, type CallTrouble, type Fields, JSON_TYPE, json, listen } from './http-server.ts';
import { isSigned, type Keys } from './oauth1.ts';

/** A direct message, either direction. */
export interface HeldMessage {
  id: string;
  senderId: string;
  withId: string;
  text: string;
  createdAt: Date;
}

/** A stand-in for X: its API for one account, and the people who write to it. */
export interface XStandIn {
  url: string;
  keys: Keys;
  /** The office's account. */
  account: string;
  webhookUrl: string;
  messages: HeldMessage[];
  /** Posts of the account, with what they answer. */
  posts: { id: string; text: string; below: string }[];
  /** Calls to `method path`, accepted or not. */
  calls: string[];
  files: Map<string, Buffer>;
  options: { now: () => Date; quarter: number };
  trouble(...troubles: CallTrouble[]): void;
  /** Registers the webhook: X asks a challenge at once. */
  register(url: string): Promise<boolean>;
  says(text: string, data?: Fields, from?: string): Promise<number>;
  /** Somebody has read all that was written to them. */
  reads(from?: string): Promise<number>;
  /** An event of the Activity API, signed and told. */
  tell(eventType: string, payload: Fields, includes?: Fields): Promise<number>;
  /** Any body, signed. */
  post(body: string): Promise<number>;
  /** What the account sent. */
  sent(): HeldMessage[];
  close(): Promise<void>;
}

/** A citizen. */
export const ANA = '2222222222222222222';

interface Inside extends XStandIn {
  troubles: CallTrouble[];
}

/** Starts it on a loopback port. */
export async function startXStandIn(): Promise<XStandIn> {
  const { url, close } = await listen((request, response) => answer(standIn, request, response));
  const standIn: Inside = {
    ...{ url, close },
    keys: {
      ...{ consumerKey: 'key', consumerSecret: 'stand-in-secret-of-x' },
      ...{ accessToken: '1111111111111111111-token', accessSecret: 'access-secret' },
    },
    account: '1111111111111111111',
    ...{ webhookUrl: '', messages: [], posts: [], calls: [], files: new Map(), troubles: [] },
    options: { now: () => new Date(), quarter: 15 },
    trouble: (...troubles) => void standIn.troubles.push(...troubles),
    register: url => register(standIn, url),
    says: (text, data = {}, from = ANA) => says(standIn, text, data, from),
    reads: (from = ANA) => {
      const read = { created_timestamp: String(standIn.options.now().getTime()), sender_id: from };
      const event = { ...read, target: { recipient_id: standIn.account }, last_read_event_id: newId() };
      return tell(standIn, 'dm.read', { direct_message_mark_read_events: [event] });
    },
    tell: (type, payload, includes) => tell(standIn, type, payload, includes),
    post: body => post(standIn, body),
    sent: () => standIn.messages.filter(({ senderId }) => senderId === standIn.account),
  };
  return standIn;
}

/** An id no double holds. */
function newId(): string {
  return `2080${BigInt(`0x${randomBytes(7).toString('hex')}`)
    .toString()
    .padStart(17, '0')
    .slice(0, 15)}`;
}

function hmac({ keys }: XStandIn, text: string): string {
  return `sha256=${createHmac('sha256', keys.consumerSecret).update(text).digest('base64')}`;
}

async function register(standIn: Inside, url: string): Promise<boolean> {
  standIn.webhookUrl = url;
  const token = randomBytes(24).toString('base64');
  const response = await fetch(`${url}?crc_token=${encodeURIComponent(token)}&nonce=${newId()}`);
  const { response_token: proof } = (await response.json()) as { response_token?: string };
  return response.status === 200 && proof === hmac(standIn, token);
}

async function says(standIn: Inside, text: string, data: Fields, from: string): Promise<number> {
  const message = { id: newId(), senderId: from, withId: from, text, createdAt: standIn.options.now() };
  standIn.messages.push(message);
  return tell(standIn, 'dm.received', eventOf(standIn, message, standIn.account, data));
}

function eventOf(standIn: Inside, message: HeldMessage, to: string, data: Fields = {}): Fields {
  const { id, senderId, text, createdAt } = message;
  const entities = { hashtags: [], symbols: [], user_mentions: [], urls: [] };
  return {
    direct_message_events: [
      {
        ...{ type: 'message_create', id, created_timestamp: String(createdAt.getTime()) },
        message_create: {
          target: { recipient_id: to },
          sender_id: senderId,
          message_data: { text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), entities, ...data },
        },
      },
    ],
    users: {
      [senderId]: {
        data: { id: senderId, name: senderId === standIn.account ? '311' : 'Ana', username: 'ana' },
      },
    },
  };
}

function tell(standIn: Inside, eventType: string, payload: Fields, includes?: Fields): Promise<number> {
  const filter = { user_id: standIn.account };
  const data = { event_uuid: `-${newId()}`, filter, event_type: eventType, tag: 'desk', payload, includes };
  // As X writes it: some characters escaped, so that who signs what they parsed and wrote again fails.
  return post(standIn, JSON.stringify({ data }).replaceAll('/', '\\/').replaceAll('ñ', '\\u00f1'));
}

async function post(standIn: Inside, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-twitter-webhooks-signature': hmac(standIn, body) };
  return (await fetch(standIn.webhookUrl, { method: 'POST', headers, body })).status;
}

async function answer(standIn: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const url = new URL(request.url ?? '/', standIn.url);
  const method = request.method ?? '';
  standIn.calls.push(`${method} ${url.pathname}`);
  if (!isSigned(standIn.keys, method, url, request.headers.authorization)) {
    return problem(response, 401, 'Unauthorized');
  }
  const [, file] = /^\/dm\/(.+)$/.exec(url.pathname) ?? [];
  if (file) return giveFile(standIn, response, file);
  if (url.pathname === '/2/users/me' && method === 'GET') {
    return json(response, 200, { data: { id: standIn.account, name: '311', username: '311panama' } });
  }
  const [, withId = '', what] =
    /^\/2\/dm_conversations\/with\/(\d+)\/(messages|dm_events)$/.exec(url.pathname) ?? [];
  if (method === 'GET' && what === 'dm_events') return list(standIn, response, url, withId);
  if (method === 'POST' && what === 'messages') return accept(standIn, request, response, body, withId);
  if (method === 'POST' && url.pathname === '/2/tweets')
    return accept(standIn, request, response, body, null);
  problem(response, 404, 'Not Found');
}

/** Photos of messages, to who proves to be of the talk. */
function giveFile({ files }: Inside, response: ServerResponse, name: string): void {
  const bytes = files.get(name);
  response.writeHead(bytes ? 200 : 404, { 'content-type': 'image/jpeg' }).end(bytes);
}

function list(
  { messages, account }: Inside,
  response: ServerResponse,
  { searchParams }: URL,
  withId: string,
): void {
  const fields = (searchParams.get('dm_event.fields') ?? 'id,event_type,text').split(',');
  const found = messages.filter(message => message.withId === withId).toReversed();
  const data = found.slice(0, Number(searchParams.get('max_results') ?? 100)).map(message => ({
    ...{ id: message.id, event_type: 'MessageCreate', text: shortened(message.text) },
    ...(fields.includes('sender_id') ? { sender_id: message.senderId } : {}),
    ...(fields.includes('created_at') ? { created_at: message.createdAt.toISOString() } : {}),
    ...(fields.includes('dm_conversation_id') ? { dm_conversation_id: `${withId}-${account}` } : {}),
  }));
  json(response, 200, { ...(data.length > 0 ? { data } : {}), meta: { result_count: data.length } });
}

/** X writes links in its own way. */
function shortened(text: string): string {
  return text.replace(/https?:\/\/\S+/g, 'https://t.co/aBcDeFgHiJ').replaceAll('&', '&amp;');
}

function accept(
  standIn: Inside,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  to: string | null,
): void {
  const trouble = standIn.troubles.shift() ?? {};
  if (trouble.drop === 'before') return void request.socket.destroy();
  if (trouble.status) return json(response, trouble.status, trouble.body ?? {}, trouble.headers);
  const fields = JSON.parse(body) as Fields;
  const refusal = to === null ? refusalOfPost(standIn, fields) : refusalOfMessage(standIn, fields);
  if (refusal) return problem(response, refusal[0], refusal[1]);
  const id = newId();
  const text = String(fields['text']);
  if (to === null) standIn.posts.push({ id, text, below: belowOf(fields) });
  else
    standIn.messages.push({
      id,
      senderId: standIn.account,
      withId: to,
      text,
      createdAt: standIn.options.now(),
    });
  if (trouble.drop === 'after') return void request.socket.destroy();
  if (trouble.garbage !== undefined) return void response.writeHead(201, JSON_TYPE).end(trouble.garbage);
  const made =
    to === null ? { id, text } : { dm_conversation_id: `${to}-${standIn.account}`, dm_event_id: id };
  json(response, 201, to === null ? { data: made } : made);
  // What the account says is told too.
  if (to !== null && standIn.webhookUrl !== '') void echo(standIn, to);
}

async function echo(standIn: Inside, to: string): Promise<void> {
  const last = standIn.sent().at(-1);
  if (last) await tell(standIn, 'dm.sent', eventOf(standIn, last, to)).catch(() => 0);
}

function refusalOfMessage(standIn: Inside, fields: Fields): [number, string] | null {
  if (Object.keys(fields).some(name => !['text', 'attachments'].includes(name)))
    return [400, 'Unknown field'];
  const { text } = fields;
  if (typeof text !== 'string' || text === '' || !text.isWellFormed()) return [400, 'Bad text'];
  if (text.length > 10_000) return [400, 'Text is too long'];
  const since = standIn.options.now().getTime() - 15 * 60_000;
  const recent = standIn.sent().filter(({ createdAt }) => createdAt.getTime() > since);
  return recent.length >= standIn.options.quarter ? [429, 'Too Many Requests'] : null;
}

function belowOf({ reply }: Fields): string {
  return String((reply as { in_reply_to_tweet_id?: unknown } | undefined)?.in_reply_to_tweet_id ?? '');
}

function refusalOfPost({ posts }: Inside, fields: Fields): [number, string] | null {
  if (Object.keys(fields).some(name => !['text', 'reply'].includes(name))) return [400, 'Unknown field'];
  const text = String(fields['text']);
  // A link counts as 23 characters, however long it is.
  if (text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)).length > 280)
    return [403, 'Tweet needs to be a bit shorter.'];
  if (posts.some(known => known.text === text)) {
    return [403, 'You are not allowed to create a Tweet with duplicate content.'];
  }
  return /^\d+$/.test(belowOf(fields)) ? null : [400, 'Bad reply'];
}

function problem(response: ServerResponse, status: number, detail: string): void {
  json(response, status, { title: 'Error', detail, type: 'about:blank', status });
}
