import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf, json, listen } from './http-server.ts';
import { playInbound, playStatus } from './twilio-calls.ts';
import { type MadeContent, makeContent, type ShownContent, showContent } from './twilio-contents.ts';
import { type ApiError, type HeldMessage, newSid, pageOf, refusalOf, toJson } from './twilio-messages.ts';

/** What the next create call meets instead of Twilio's ordinary answer. */
export interface Trouble {
  /** Waits first; the message is accepted, if it is, after the wait. */
  delayMs?: number;
  /** Answers with this error and accepts nothing. */
  status?: number;
  code?: number;
  retryAfter?: number;
  /** Cuts the connection: `before` the message is accepted, or `after`. */
  drop?: 'before' | 'after';
}

/** A citizen's message to play. */
export interface Inbound {
  from: string;
  body: string;
  to?: string;
  sid?: string;
  /** More form fields, or other values for the usual ones. */
  fields?: Record<string, string>;
  media?: { type: string; bytes: Buffer }[];
  /** False: the webhook is never called, the message stands in the list only. */
  call?: boolean;
}

/** How the stand-in is set up; all of it has defaults. */
export interface StandInOptions {
  port?: number;
  accountSid?: string;
  authToken?: string;
  /** Our number. */
  number?: string;
  /** The webhook of the number, as configured at Twilio: what is signed. */
  webhookUrl?: string;
  /** Where calls go instead of the signed address, as behind a proxy: `http://127.0.0.1:3110`. */
  connectTo?: string;
  /** Statuses told after each accepted message. */
  receipts?: string[];
  /** The platform's clock. */
  now?: () => Date;
  /** Contents approved for WhatsApp, with how many places each has. */
  contents?: Record<string, number>;
}

/** A stand-in for Twilio: its REST API for messages, its webhooks, its media. */
export interface TwilioStandIn {
  url: string;
  options: Required<Omit<StandInOptions, 'port'>>;
  /** Every message of the account, oldest first. */
  messages: HeldMessage[];
  /** Contents made by us. */
  made: MadeContent[];
  /** The account may make no contents: every call for one is answered with this status. */
  noContents: number | null;
  /** Those accepted from us. */
  accepted(): HeldMessage[];
  /** For the next create calls in order, to one number or to any. */
  trouble(troubles: Trouble[], to?: string): void;
  /** For every create call until it is set to null. */
  always: Trouble | null;
  /** Create calls that reached us, accepted or not. */
  calls: number;
  inbound(message: Inbound): Promise<{ status: number; body: string; sid: string }>;
  status(sid: string, status: string, errorCode?: number): Promise<number>;
  close(): Promise<void>;
}

const DEFAULTS: Required<Omit<StandInOptions, 'port'>> = {
  accountSid: `AC${'0'.repeat(31)}1`,
  authToken: 'stand-in-token-of-twilio-00000001',
  number: '+5076000000',
  webhookUrl: '',
  connectTo: '',
  receipts: [],
  now: () => new Date(),
  contents: {},
};

/** Starts it on a loopback port. */
export async function startTwilioStandIn(given: StandInOptions = {}): Promise<TwilioStandIn> {
  const { port = 0, ...rest } = given;
  const options = { ...DEFAULTS, ...rest };
  const queued = new Map<string, Trouble[]>();
  const { url, close } = await listen(
    (request, response) => answer(standIn, queued, request, response),
    port,
  );
  const standIn: TwilioStandIn = {
    ...{ url, close, options },
    ...{ messages: [], made: [], noContents: null },
    always: null,
    calls: 0,
    accepted: () => standIn.messages.filter(({ direction }) => direction === 'outbound-api'),
    trouble: (troubles, to = '') => void queued.set(to, [...(queued.get(to) ?? []), ...troubles]),
    inbound: message => playInbound(standIn, message),
    status: (sid, status, errorCode) => playStatus(standIn, sid, status, errorCode),
  };
  return standIn;
}

async function answer(
  standIn: TwilioStandIn,
  queued: Map<string, Trouble[]>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', standIn.url);
  const body = await bodyOf(request);
  const api = `/2010-04-01/Accounts/${standIn.options.accountSid}/Messages`;
  if (url.pathname.startsWith('/storage/'))
    return sendFile(standIn, request, response, url.pathname.slice(9));
  if (!isLoggedIn(standIn, request)) return fail(response, 401, 20003, 'Authenticate');
  if (url.pathname === '/v1/Content' && request.method === 'POST') return make(standIn, response, body);
  if (url.pathname === `${api}.json`) {
    if (request.method === 'POST') return create(standIn, queued, request, response, body);
    return list(standIn, response, url);
  }
  const [, sid = '', mediaSid] = url.pathname.match(/\/Messages\/(SM\w+)\/Media(?:\/(ME\w+)|\.json)$/) ?? [];
  const message = standIn.messages.find(message => message.sid === sid);
  if (!message || !url.pathname.startsWith(api))
    return fail(response, 404, 20404, 'The requested resource was not found');
  if (mediaSid) {
    response.writeHead(307, { location: `${standIn.url}/storage/${mediaSid}` }).end();
    return;
  }
  listMedia(response, url, message);
}

function make({ made, noContents }: TwilioStandIn, response: ServerResponse, body: string): void {
  if (noContents !== null) return fail(response, noContents, noContents === 403 ? 20403 : 20001, 'Trouble');
  const content = makeContent(body);
  if ('status' in content) return fail(response, content.status, content.code, content.message);
  made.push(content);
  json(response, 201, { sid: content.sid, friendly_name: content.name, language: 'es' });
}

function isLoggedIn({ options }: TwilioStandIn, request: IncomingMessage): boolean {
  const basic = Buffer.from(`${options.accountSid}:${options.authToken}`).toString('base64');
  return request.headers.authorization === `Basic ${basic}`;
}

async function create(
  standIn: TwilioStandIn,
  queued: Map<string, Trouble[]>,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  standIn.calls += 1;
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  if (!isForm) return fail(response, 415, 20415, 'Unsupported media type');
  const form = new URLSearchParams(body);
  const trouble =
    queued.get(form.get('To') ?? '')?.shift() ?? queued.get('')?.shift() ?? standIn.always ?? {};
  if (trouble.delayMs) await pause(trouble.delayMs);
  if (trouble.drop === 'before') return void request.socket.destroy();
  if (trouble.status) {
    if (trouble.retryAfter !== undefined) response.setHeader('retry-after', String(trouble.retryAfter));
    return fail(
      response,
      trouble.status,
      trouble.code ?? (trouble.status === 429 ? 20429 : 20500),
      'Trouble',
    );
  }
  const sids = standIn.made.map(({ sid }) => sid);
  const refusal = refusalOf(form, standIn.options.contents, sids);
  if (refusal) return fail(response, refusal.status, refusal.code, refusal.message);
  const shown = shownOf(standIn, form);
  if (shown && 'status' in shown) return fail(response, shown.status, shown.code, shown.message);
  const message = accept(standIn, form);
  if (shown) message.shown = shown;
  if (trouble.drop === 'after') return void request.socket.destroy();
  json(response, 201, toJson(standIn.options.accountSid, message));
  void tellReceipts(standIn, message);
}

function shownOf({ made }: TwilioStandIn, form: URLSearchParams): ShownContent | ApiError | null {
  const content = made.find(({ sid }) => sid === form.get('ContentSid'));
  return content ? showContent(content, JSON.parse(form.get('ContentVariables') ?? '{}')) : null;
}

function accept(standIn: TwilioStandIn, form: URLSearchParams): HeldMessage {
  const statusCallback = form.get('StatusCallback');
  const message: HeldMessage = {
    sid: newSid('SM'),
    direction: 'outbound-api',
    from: form.get('From') ?? '',
    to: form.get('To') ?? '',
    body: form.get('Body') ?? '',
    status: 'queued',
    createdAt: standIn.options.now(),
    statusCallback,
    outboundId: statusCallback === null ? null : new URL(statusCallback).searchParams.get('id'),
    errorCode: null,
    media: [],
    ...contentOf(form),
  };
  standIn.messages.push(message);
  return message;
}

function contentOf(form: URLSearchParams): Pick<HeldMessage, 'content'> {
  const sid = form.get('ContentSid');
  if (sid === null) return {};
  return { content: { sid, variables: JSON.parse(form.get('ContentVariables') ?? '{}') } };
}

/** What nobody approved is taken on WhatsApp at any time, and fails by its receipt when the citizen wrote over a day ago. */
function isTooLate({ messages, options }: TwilioStandIn, { to, content, shown }: HeldMessage): boolean {
  const heard = messages.findLast(({ direction, from }) => direction === 'inbound' && from === to);
  const age = options.now().getTime() - (heard?.createdAt.getTime() ?? Number.NEGATIVE_INFINITY);
  const isApproved = content !== undefined && shown === undefined;
  return to.startsWith('whatsapp:') && !isApproved && age >= 86_400_000;
}

async function tellReceipts(standIn: TwilioStandIn, message: HeldMessage): Promise<void> {
  const { sid } = message;
  if (isTooLate(standIn, message))
    return void (await playStatus(standIn, sid, 'undelivered', 63016).catch(() => 0));
  for (const status of standIn.options.receipts) {
    await playStatus(standIn, sid, status).catch(() => 0);
  }
}

function list({ options, messages }: TwilioStandIn, response: ServerResponse, url: URL): void {
  const { page, number, size, more } = pageOf(messages, url.searchParams);
  const next = new URLSearchParams(url.searchParams);
  next.set('Page', String(number + 1));
  json(response, 200, {
    messages: page.map(message => toJson(options.accountSid, message)),
    page: number,
    page_size: size,
    uri: `${url.pathname}${url.search}`,
    next_page_uri: more ? `${url.pathname}?${next}` : null,
  });
}

function listMedia(response: ServerResponse, url: URL, { media }: HeldMessage): void {
  const base = url.pathname.replace(/\.json$/, '');
  json(response, 200, {
    media_list: media.map(({ sid, type }) => ({ sid, content_type: type, uri: `${base}/${sid}.json` })),
    page: 0,
    page_size: 50,
    next_page_uri: null,
  });
}

/** Storage refuses a request that still carries the API's login, as signed storage links do. */
function sendFile(
  standIn: TwilioStandIn,
  request: IncomingMessage,
  response: ServerResponse,
  sid: string,
): void {
  const file = standIn.messages.flatMap(({ media }) => media).find(media => media.sid === sid);
  if (request.headers.authorization !== undefined)
    response.writeHead(400).end('Only one auth mechanism allowed');
  else if (!file) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
}

function fail(response: ServerResponse, status: number, code: number, message: string): void {
  json(response, status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}
