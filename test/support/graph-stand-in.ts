import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebhookRequest } from '../../src/channels/channel.ts';
import { bodyOf, type Fields, formOf, isForm, listen } from './http-server.ts';

/** What the next call that sends meets instead of the platform's ordinary answer. */
export interface GraphTrouble {
  /** Waits first. */
  delayMs?: number;
  /** Answers with this error and carries nothing out. */
  status?: number;
  code?: number;
  subcode?: number;
  retryAfter?: number;
  /** Cuts the connection: `before` the call is carried out, or `after`. */
  drop?: 'before' | 'after';
  /** Answers with these bytes after carrying it out. */
  garbage?: string;
}

/** An error as the Graph API words it. */
export interface GraphRefusal {
  status: number;
  code: number;
  subcode?: number;
  message: string;
}

/** A call that was let in: its path behind the version, its query, its body (null: GET). */
export interface GraphCall {
  path: string;
  query: URLSearchParams;
  body: Fields | null;
}

/** What a platform on the Graph API does with a call: an answer, or a refusal. */
export type GraphPlatform = (call: GraphCall) => { answer: Fields } | { refusal: GraphRefusal };

/** The part of Meta that all its products share: the API's door, its troubles, its calls to the webhook. */
export interface GraphServer {
  url: string;
  token: string;
  appSecret: string;
  /** Where webhook calls go. */
  webhookUrl: string;
  /** POST calls that reached us, carried out or not. */
  calls: number;
  /** For the next POST calls, in order; those that show that somebody writes are not counted. */
  trouble(...troubles: GraphTrouble[]): void;
  /** For every POST call until it is set to null. */
  always: GraphTrouble | null;
  /** What the platform will not carry out, whatever else happens; null: nothing. */
  refuses: ((body: Fields) => GraphRefusal | null) | null;
  /** Files by the path of their address; the first address asks for the token, and leads on to storage. */
  files: Map<string, { type: string; bytes: Buffer }>;
  /** How often what became of a message is told until it is taken. */
  tries: number;
  /** Calls the webhook, signed. */
  post(payload: Fields): Promise<number>;
  close(): Promise<void>;
}

/** Tells what became of a message until it is taken, as Meta does, though it takes days for it. */
export async function insist({ tries }: GraphServer, tell: () => Promise<number>): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    if ((await tell().catch(() => 0)) === 200) return;
    await pause(300);
  }
}

/** The secret under which calls to the webhook are signed. */
export const APP_SECRET = 'stand-in-app-secret';

const VERSION = /^\/v(\d+)\.0\//;

/** Starts it on a loopback port; `isQuiet` names calls that troubles do not concern. */
export async function startGraph(
  platform: GraphPlatform,
  isQuiet: (body: Fields) => boolean,
): Promise<GraphServer> {
  const troubles: GraphTrouble[] = [];
  const { url, close } = await listen((request, response) =>
    answer(request, response).catch(() => void response.destroy()),
  );
  const graph: GraphServer = {
    ...{ url, close },
    ...{
      token: 'EAAstand-in-token',
      appSecret: APP_SECRET,
      webhookUrl: '',
      calls: 0,
      always: null,
      refuses: null,
      tries: 1,
    },
    files: new Map(),
    trouble: (...more) => void troubles.push(...more),
    post: payload => post(graph, payload),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', graph.url);
    const file = /^\/(files|storage)\/(.+)$/.exec(url.pathname);
    if (file) return sendFile(graph, request, response, file[1] === 'storage', file[2] ?? '');
    const body = request.method === 'POST' ? await readBody(request) : null;
    if (Number(VERSION.exec(url.pathname)?.[1]) < 20) return refuse(response, UNKNOWN);
    if (request.headers.authorization !== `Bearer ${graph.token}`) return refuse(response, NO_TOKEN);
    const isKnown = isForm(request) || request.headers['content-type'] === 'application/json';
    if (body === undefined || (body && !isKnown)) {
      return refuse(response, { status: 400, code: 100, message: 'Unsupported post request' });
    }
    const call = { path: url.pathname.replace(VERSION, ''), query: url.searchParams, body };
    if (body === null || isQuiet(body)) return finish(response, platform(call));
    graph.calls += 1;
    await meet(request, response, call);
  }

  async function meet(request: IncomingMessage, response: ServerResponse, call: GraphCall): Promise<void> {
    const trouble = troubles.shift() ?? graph.always ?? {};
    if (trouble.delayMs) await pause(trouble.delayMs);
    if (trouble.drop === 'before') return void request.socket.destroy();
    if (trouble.status) {
      if (trouble.retryAfter !== undefined) response.setHeader('retry-after', String(trouble.retryAfter));
      const { status, code, subcode } = trouble;
      if (code === undefined) return void response.writeHead(status).end('<html>Sorry</html>');
      return refuse(response, {
        status,
        code,
        message: 'Trouble',
        ...(subcode === undefined ? {} : { subcode }),
      });
    }
    const refusal = call.body && graph.refuses?.(call.body);
    const outcome = refusal ? { refusal } : platform(call);
    if (trouble.drop === 'after') return void request.socket.destroy();
    if (trouble.garbage !== undefined) return void response.writeHead(200).end(trouble.garbage);
    finish(response, outcome);
  }

  return graph;
}

const UNKNOWN: GraphRefusal = { status: 400, code: 2635, message: 'You are calling a deprecated version' };
const NO_TOKEN: GraphRefusal = { status: 401, code: 190, message: 'Invalid OAuth access token' };

function finish(response: ServerResponse, outcome: ReturnType<GraphPlatform>): void {
  if ('refusal' in outcome) return refuse(response, outcome.refusal);
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify(outcome.answer));
}

function refuse(response: ServerResponse, { status, code, subcode, message }: GraphRefusal): void {
  const error = {
    ...{ message: `(#${code}) ${message}`, type: 'OAuthException', code },
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: 'AbCdEfGh0123456',
  };
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify({ error }));
}

/** The first address wants our token and a caller's name; storage refuses who still shows the token. */
function sendFile(
  graph: GraphServer,
  { headers }: IncomingMessage,
  response: ServerResponse,
  isStorage: boolean,
  id: string,
): void {
  const file = graph.files.get(id);
  if (isStorage && headers.authorization !== undefined) response.writeHead(400).end();
  else if (!isStorage && headers.authorization !== `Bearer ${graph.token}`) response.writeHead(401).end();
  else if (!headers['user-agent']) response.writeHead(400).end();
  else if (!file) response.writeHead(404).end();
  else if (!isStorage) response.writeHead(302, { location: `${graph.url}/storage/${id}` }).end();
  else response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
}

async function readBody(request: IncomingMessage): Promise<Fields | undefined> {
  return isForm(request) ? formOf(request) : readJson(await bodyOf(request));
}

/** Undefined when it is no object. */
function readJson(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

async function post({ webhookUrl, appSecret }: GraphServer, payload: Fields): Promise<number> {
  const body = escaped(payload);
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signed(appSecret, body) };
  const response = await fetch(webhookUrl, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(15_000),
  });
  await response.text();
  return response.status;
}

/** A payload as Meta writes it: everything beyond ASCII, and slashes, escaped. */
export function escaped(payload: unknown): string {
  return JSON.stringify(payload)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The signature of a body under an app's secret. */
export function signed(secret: string, body: string | Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** A signed call to a channel's webhook with this payload, or with these bytes. */
export function signedCall(
  channel: string,
  payload: unknown,
  { secret = APP_SECRET, type = 'application/json' as string | undefined, body = null as Buffer | null } = {},
): WebhookRequest {
  const bytes = body ?? Buffer.from(escaped(payload));
  return {
    method: 'POST',
    path: `/channels/${channel}/webhook`,
    headers: { 'content-type': type, 'x-hub-signature-256': signed(secret, bytes) },
    body: bytes,
  };
}
