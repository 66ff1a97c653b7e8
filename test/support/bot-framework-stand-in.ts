import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, type CallTrouble, type Fields, JSON_TYPE, json, listen } from './http-server.ts';

/** Something the bot said. */
export interface HeldActivity {
  id: string;
  conversationId: string;
  text: string;
  buttons: { label: string; value: unknown }[];
  activity: Fields;
}

/** A stand-in for Microsoft's Bot Framework: its keys, its login, a connector, and people who write by it. */
export interface BotFrameworkStandIn {
  url: string;
  appId: string;
  password: string;
  tenant: string;
  webhookUrl: string;
  sent: HeldActivity[];
  /** Paths that were called. */
  calls: string[];
  files: Map<string, Buffer>;
  /** The key that signs now, and the platforms it may speak for. */
  signer: Signer;
  options: { login: number; keys: number; lifeSeconds: number };
  trouble(...troubles: CallTrouble[]): void;
  /** A message of somebody; the status it was answered with. */
  says(text: string, more?: Fields): Promise<number>;
  /** Somebody taps a button of the last card. */
  taps(label: string): Promise<number>;
  /** Any activity, signed for its service address. */
  tell(activity: Fields): Promise<number>;
  /** A token as the service signs it. */
  token(claims?: Fields, signer?: Signer): string;
  /** Tokens given until now are taken no more. */
  forgetLogins(): void;
  /** Another key from now on. */
  rotate(): void;
  close(): Promise<void>;
}

/** A key with its name. */
export interface Signer {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  endorsements: string[];
}

interface Inside extends BotFrameworkStandIn {
  troubles: CallTrouble[];
  issued: Set<string>;
  next: number;
}

const ENDORSED = ['msteams', 'directline', 'webchat', 'emulator'];

/** A new key. */
export function newSigner(kid: string, endorsements = ENDORSED): Signer {
  return { kid, endorsements, ...generateKeyPairSync('rsa', { modulusLength: 2_048 }) };
}

/** A token over these claims (RFC 7519). */
export function signToken(
  header: Fields,
  claims: Fields,
  { privateKey }: Pick<Signer, 'privateKey'>,
): string {
  const [head, body] = [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(privateKey).toString('base64url');
  return `${head}.${body}.${signature}`;
}

/** Starts it on a loopback port; as another address of `other`, it takes the logins of that one. */
export async function startBotFrameworkStandIn(other?: BotFrameworkStandIn): Promise<BotFrameworkStandIn> {
  const { url, close } = await listen((request, response) => answer(standIn, request, response));
  const standIn: Inside = {
    ...{ url, close },
    ...{ appId: '11111111-2222-4333-8444-555555555555', password: 'stand-in-password', tenant: 'tenant-1' },
    ...{ webhookUrl: '', sent: [], calls: [], files: new Map(), signer: newSigner('key-1') },
    ...{ options: { login: 200, keys: 200, lifeSeconds: 3_600 }, troubles: [], issued: new Set(), next: 1 },
    trouble: (...troubles) => void standIn.troubles.push(...troubles),
    says: (text, more = {}) => tell(standIn, { text, ...more }),
    taps: label => taps(standIn, label),
    tell: activity => tell(standIn, activity),
    token: (claims, signer) => tokenOf(standIn, claims, signer),
    forgetLogins: () => standIn.issued.clear(),
    rotate: () => {
      standIn.signer = newSigner(`key-${standIn.signer.kid.length + standIn.next}`);
    },
  };
  if (other) standIn.issued = (other as Inside).issued;
  return standIn;
}

function tokenOf(standIn: Inside, claims: Fields = {}, signer: Signer = standIn.signer): string {
  const now = Math.floor(Date.now() / 1_000);
  const usual = { iss: 'https://api.botframework.com', aud: standIn.appId, serviceurl: standIn.url };
  const all = { ...usual, nbf: now - 60, exp: now + 3_600, ...claims };
  return signToken({ alg: 'RS256', kid: signer.kid, x5t: signer.kid, typ: 'JWT' }, all, signer);
}

function taps(standIn: Inside, label: string): Promise<number> {
  const button = standIn.sent.at(-1)?.buttons.find(known => known.label === label);
  if (!button) throw new Error(`no button ${label}`);
  return tell(standIn, { text: label, value: button.value });
}

async function tell(standIn: Inside, more: Fields): Promise<number> {
  standIn.next += 1;
  const activity: Fields = {
    ...{ type: 'message', id: `1485983408${standIn.next}`, timestamp: '2026-07-24T21:23:23.000Z' },
    ...{ channelId: 'msteams', serviceUrl: standIn.url, textFormat: 'plain', locale: 'es-PA' },
    ...{ from: { id: '29:ana', name: 'Ana Batista' }, recipient: { id: '28:bot', name: '311' } },
    conversation: { id: 'a:1-talk', conversationType: 'personal', tenantId: 'tenant-of-ana' },
    ...more,
  };
  const response = await fetch(standIn.webhookUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: `Bearer ${tokenOf(standIn, { serviceurl: activity['serviceUrl'] })}`,
    },
    body: JSON.stringify(activity),
  });
  return response.status;
}

async function answer(standIn: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const path = decodeURIComponent(request.url ?? '/');
  standIn.calls.push(path);
  if (path === '/v1/.well-known/openidconfiguration') {
    const jwks_uri = `${standIn.url}/v1/.well-known/keys`;
    return json(response, standIn.options.keys, { issuer: 'https://api.botframework.com', jwks_uri });
  }
  if (path === '/v1/.well-known/keys') return json(response, standIn.options.keys, keysOf(standIn.signer));
  if (path === `/${standIn.tenant}/oauth2/v2.0/token`)
    return logIn(standIn, response, new URLSearchParams(body));
  if (!standIn.issued.has((request.headers.authorization ?? '').replace(/^Bearer /, ''))) {
    return json(response, 401, {
      error: { code: 'BotNotAuthorized', message: 'Authorization has been denied.' },
    });
  }
  const [, file] = /^\/v3\/attachments\/(.+)$/.exec(path) ?? [];
  if (file) return void response.writeHead(standIn.files.has(file) ? 200 : 404).end(standIn.files.get(file));
  const [, conversationId] = /^\/v3\/conversations\/(.+)\/activities$/.exec(path) ?? [];
  if (conversationId && request.method === 'POST')
    return take(standIn, request, response, body, conversationId);
  json(response, 404, { error: { code: 'NotFound', message: path } });
}

function keysOf({ kid, publicKey, endorsements }: Signer): Fields {
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', x5t: kid, endorsements };
  return { keys: [{ kty: 'EC', kid: 'other', crv: 'P-256', x: 'x', y: 'y' }, jwk] };
}

function logIn(standIn: Inside, response: ServerResponse, form: URLSearchParams): void {
  const { login: status, lifeSeconds } = standIn.options;
  if (status !== 200) return json(response, status, { error: 'temporarily_unavailable' });
  const wanted = {
    ...{ grant_type: 'client_credentials', client_id: standIn.appId, client_secret: standIn.password },
    scope: 'https://api.botframework.com/.default',
  };
  if (JSON.stringify(Object.fromEntries(form)) !== JSON.stringify(wanted)) {
    return json(response, 401, { error: 'invalid_client' });
  }
  const token = `issued-${standIn.issued.size + 1}`;
  standIn.issued.add(token);
  json(response, 200, { token_type: 'Bearer', expires_in: lifeSeconds, access_token: token });
}

function take(
  standIn: Inside,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  conversationId: string,
): void {
  const trouble = standIn.troubles.shift() ?? {};
  if (trouble.drop === 'before') return void request.socket.destroy();
  if (trouble.status) return json(response, trouble.status, trouble.body ?? {}, trouble.headers);
  const activity = JSON.parse(body) as Fields;
  const refusal = refusalOf(activity, conversationId);
  if (refusal) return json(response, 400, { error: { code: 'BadSyntax', message: refusal } });
  standIn.next += 1;
  const id = `said-${standIn.next}`;
  standIn.sent.push({
    id,
    conversationId,
    text: String(activity['text']),
    buttons: buttonsOf(activity),
    activity,
  });
  if (trouble.drop === 'after') return void request.socket.destroy();
  if (trouble.garbage !== undefined) return void response.writeHead(200, JSON_TYPE).end(trouble.garbage);
  json(response, 201, { id });
}

function buttonsOf(activity: Fields): HeldActivity['buttons'] {
  const cards = (activity['attachments'] as { content: { buttons: Fields[] } }[] | undefined) ?? [];
  return cards.flatMap(({ content }) =>
    content.buttons.map(({ title, value }) => ({ label: String(title), value })),
  );
}

const FIELDS = [
  ...[
    'type',
    'channelId',
    'serviceUrl',
    'text',
    'textFormat',
    'from',
    'recipient',
    'conversation',
    'attachments',
  ],
];

/** What Teams would refuse, or show otherwise than it was meant. */
function refusalOf(activity: Fields, conversationId: string): string | null {
  const strange = Object.keys(activity).find(name => !FIELDS.includes(name));
  if (strange) return `unknown field ${strange}`;
  const { type, text, textFormat, conversation } = activity;
  if (type !== 'message' || typeof text !== 'string' || text === '' || !text.isWellFormed()) return 'no text';
  if (text.length > 28_000 || textFormat !== 'plain') return 'bad text';
  const { id, tenantId, ...more } = conversation as Fields;
  if (id !== conversationId || Object.keys(more).length > 0) return 'another conversation';
  if (tenantId !== undefined && typeof tenantId !== 'string') return 'bad tenant';
  const buttons = (activity['attachments'] as { content: { buttons: Fields[] } }[] | undefined)?.flatMap(
    ({ content }) => content.buttons,
  );
  const isBad = (buttons ?? []).some(({ title, value, ...rest }) => {
    return String(title).length > 50 || typeof value !== 'object' || rest['type'] !== 'messageBack';
  });
  return isBad || (buttons ?? []).length > 6 ? 'bad card' : null;
}
