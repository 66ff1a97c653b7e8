import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { bodyOf, type FormFile, formOf, isForm, json, listen } from './http-server.ts';
import { type Fields, person, privateChat, type Refusal, refusalOf } from './telegram-methods.ts';

/** What the next `sendMessage` meets instead of Telegram's ordinary answer. */
export interface Trouble {
  /** Answers with this error and accepts nothing. */
  refusal?: Refusal;
  /** Cuts the connection: `before` the message is accepted, or `after`. */
  drop?: 'before' | 'after';
  /** Answers with these bytes instead of JSON, after accepting. */
  garbage?: string;
}

/** A message the bot sent. */
export interface HeldMessage {
  chatId: number;
  messageId: number;
  text: string;
  buttons: { label: string; value: string }[];
  /** The document it is; the words are its caption. */
  file?: FormFile;
}

/** A stand-in for Telegram's Bot API with one bot, and for the people who write to it. */
export interface TelegramStandIn {
  url: string;
  token: string;
  /** Where webhook calls go instead of the registered https address, as behind a proxy. */
  connectTo: string;
  /** Those accepted from the bot, oldest first. */
  sent: HeldMessage[];
  /** Calls of each method, accepted or not. */
  calls: string[];
  /** Ids of taps that were acknowledged. */
  acknowledged: string[];
  /** Polls that were ended by another. */
  conflicts: number;
  webhook: { url: string; secret: string; kinds: string[] } | null;
  /** For the next `sendMessage` calls in order. */
  trouble(...troubles: Trouble[]): void;
  /** A message of somebody; resolves when the webhook took it, or at once while the bot asks itself. */
  says(text: string, more?: Fields, from?: number): Promise<void>;
  /** Somebody taps a button of the last message to them. */
  taps(label: string, from?: number): Promise<void>;
  /** Somebody sends a file. */
  sendsPhoto(bytes: Buffer, from?: number): Promise<void>;
  /** Somebody sends it as it is, with words or without, or speaks. */
  sendsFile(kind: 'document' | 'voice', bytes: Buffer, caption?: string, from?: number): Promise<void>;
  /** Somebody blocks the bot, or takes it back. */
  blocks(isBlocked: boolean, from?: number): Promise<void>;
  /** One call of the webhook with this update, or its place among those that are asked for; true: it was taken. */
  offer(update: Fields): Promise<boolean>;
  /** Any update, of a kind that was asked for. */
  update(kind: string, value: Fields): Promise<void>;
  close(): Promise<void>;
}

const ANA = 900_100_200;

interface Inside extends TelegramStandIn {
  troubles: Trouble[];
  pending: Fields[];
  kinds: string[];
  blocked: Set<number>;
  files: Map<string, Buffer>;
  next: { update: number; message: number };
  /** So many there were. */
  polls: number;
}

/** Starts it on a loopback port. */
export async function startTelegramStandIn(): Promise<TelegramStandIn> {
  const { url, close } = await listen((request, response) => answer(standIn, request, response));
  const standIn: Inside = {
    ...{ url, close },
    token: '777000111:stand-in_token-of_telegram-0001',
    ...{ connectTo: '', sent: [], calls: [], acknowledged: [], webhook: null, troubles: [], pending: [] },
    ...{
      kinds: [],
      blocked: new Set(),
      files: new Map(),
      next: { update: 700, message: 100 },
      polls: 0,
      conflicts: 0,
    },
    trouble: (...troubles) => void standIn.troubles.push(...troubles),
    says: (text, more = {}, from = ANA) => writes(standIn, from, { text, ...more }),
    taps: (label, from = ANA) => taps(standIn, label, from),
    sendsPhoto: (bytes, from = ANA) => {
      const id = `photo-${standIn.files.size}`;
      standIn.files.set(id, bytes);
      return writes(standIn, from, { photo: [{ file_id: `${id}-small` }, { file_id: id }] });
    },
    sendsFile: (kind, bytes, caption, from = ANA) => {
      const id = `${kind}-${standIn.files.size}`;
      standIn.files.set(id, bytes);
      return writes(standIn, from, { [kind]: { file_id: id }, ...(caption ? { caption } : {}) });
    },
    blocks: (isBlocked, from = ANA) => blocks(standIn, isBlocked, from),
    offer: update => (standIn.webhook ? call(standIn, standIn.webhook, update) : askedFor(standIn, update)),
    update: (kind, value) => tell(standIn, kind, value),
  };
  return standIn;
}

function writes(standIn: Inside, from: number, content: Fields): Promise<void> {
  standIn.next.message += 1;
  const message = { message_id: standIn.next.message, from: person(from), chat: privateChat(from) };
  return tell(standIn, 'message', { ...message, date: 1_785_000_000, ...content });
}

function taps(standIn: Inside, label: string, from: number): Promise<void> {
  const last = standIn.sent.findLast(({ chatId }) => chatId === from);
  const button = last?.buttons.find(known => known.label === label);
  if (!last || !button) throw new Error(`no button ${label}`);
  const message = {
    message_id: last.messageId,
    date: 1_785_000_000,
    chat: privateChat(from),
    text: last.text,
  };
  const id = `tap-${standIn.next.update}`;
  return tell(standIn, 'callback_query', { id, from: person(from), message, data: button.value });
}

function blocks(standIn: Inside, isBlocked: boolean, from: number): Promise<void> {
  if (isBlocked) standIn.blocked.add(from);
  else standIn.blocked.delete(from);
  const status = isBlocked ? 'kicked' : 'member';
  const before = isBlocked ? 'member' : 'kicked';
  return tell(standIn, 'my_chat_member', {
    ...{ chat: privateChat(from), from: person(from), date: 1_785_000_000 },
    ...{ old_chat_member: { status: before }, new_chat_member: { status } },
  });
}

/** As Telegram does: in order, again and again until it is taken. */
async function tell(standIn: Inside, kind: string, value: Fields): Promise<void> {
  standIn.next.update += 1;
  const update = { update_id: standIn.next.update, [kind]: value };
  const { webhook } = standIn;
  if (!(webhook?.kinds ?? standIn.kinds).includes(kind) && standIn.kinds.length > 0) return;
  if (!webhook) return void standIn.pending.push(update);
  for (let tries = 0; tries < 20; tries += 1) {
    if (await call(standIn, webhook, update)) return;
    await pause(50);
  }
  throw new Error('the webhook took nothing');
}

/** Has been asked for and confirmed, or was not in a while. */
async function askedFor(standIn: Inside, update: Fields): Promise<boolean> {
  standIn.next.update += 1;
  const own = { ...update, update_id: standIn.next.update };
  standIn.pending.push(own);
  const end = performance.now() + 20_000;
  while (standIn.pending.includes(own) && performance.now() < end) await pause(20);
  return !standIn.pending.includes(own);
}

async function call(
  { connectTo }: Inside,
  { url, secret }: NonNullable<Inside['webhook']>,
  update: Fields,
): Promise<boolean> {
  const response = await fetch(connectTo === '' ? url : `${connectTo}${new URL(url).pathname}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
    signal: AbortSignal.timeout(15_000),
  }).catch(() => null);
  return response?.ok ?? false;
}

async function answer(standIn: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = isForm(request) ? await formOf(request) : null;
  const body = form ? '' : await bodyOf(request);
  const [, file, token, method = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
  if (token !== standIn.token) return refuse(response, { error_code: 401, description: 'Unauthorized' });
  if (file) return sendFile(standIn, response, decodeURIComponent(method));
  standIn.calls.push(method);
  const fields = form ?? (JSON.parse(body || '{}') as Fields);
  const refusal = refusalOf(method, fields);
  if (refusal) return refuse(response, refusal);
  if (method === 'sendMessage' || method === 'sendDocument') return send(standIn, fields, request, response);
  if (method === 'getUpdates') return giveUpdates(standIn, fields, request, response);
  if (method === 'getFile') return giveFile(standIn, response, String(fields['file_id']));
  if (method === 'getMe') {
    const me = { id: 777_000_111, is_bot: true, first_name: '311', username: 'panama311bot' };
    return json(response, 200, { ok: true, result: me });
  }
  settle(standIn, method, fields);
  json(response, 200, { ok: true, result: true });
}

function settle(standIn: Inside, method: string, fields: Fields): void {
  if (method === 'setWebhook') {
    const { url, secret_token: secret, allowed_updates: kinds } = fields;
    standIn.webhook = { url: String(url), secret: String(secret), kinds: kinds as string[] };
  }
  if (method === 'deleteWebhook') standIn.webhook = null;
  if (method === 'answerCallbackQuery') standIn.acknowledged.push(String(fields['callback_query_id']));
}

function giveFile({ files }: Inside, response: ServerResponse, id: string): void {
  if (!files.has(id)) return refuse(response, { error_code: 400, description: 'Bad Request: wrong file_id' });
  json(response, 200, {
    ok: true,
    result: { file_id: id, file_unique_id: id, file_path: `photos/${id} ñ.jpg` },
  });
}

/** A path that was handed out stands for one file. */
function sendFile({ files }: Inside, response: ServerResponse, path: string): void {
  const bytes = files.get(/^photos\/(.+) ñ\.jpg$/.exec(path)?.[1] ?? '');
  response.writeHead(bytes ? 200 : 404).end(bytes);
}

function send(standIn: Inside, fields: Fields, request: IncomingMessage, response: ServerResponse): void {
  const trouble = standIn.troubles.shift() ?? {};
  if (trouble.drop === 'before') return void request.socket.destroy();
  const chatId = Number(fields['chat_id']);
  if (trouble.refusal) return refuse(response, trouble.refusal);
  if (standIn.blocked.has(chatId)) {
    return refuse(response, { error_code: 403, description: 'Forbidden: bot was blocked by the user' });
  }
  standIn.next.message += 1;
  const rows = (fields['reply_markup'] as { inline_keyboard?: Fields[][] } | undefined)?.inline_keyboard;
  const buttons = (rows ?? []).flat().map(({ text, callback_data: data }) => {
    return { label: String(text), value: String(data) };
  });
  const message = {
    chatId,
    messageId: standIn.next.message,
    text: String(fields['text'] ?? fields['caption'] ?? ''),
    buttons,
  };
  const document = fields['document'] as FormFile | undefined;
  standIn.sent.push({ ...message, ...(document ? { file: document } : {}) });
  if (trouble.drop === 'after') return void request.socket.destroy();
  if (trouble.garbage !== undefined) return void response.writeHead(200).end(trouble.garbage);
  const result = { message_id: message.messageId, date: 1_785_000_000, chat: privateChat(chatId) };
  json(response, 200, { ok: true, result: { ...result, text: message.text } });
}

const CONFLICT = {
  webhook: "Conflict: can't use getUpdates method while webhook is active",
  poll: 'Conflict: terminated by other getUpdates request',
};

/** Long poll: what lies below the number asked for is forgotten. A later one ends the one under way. */
async function giveUpdates(
  standIn: Inside,
  { offset = 0, limit = 100, timeout = 0, allowed_updates: kinds }: Fields,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (standIn.webhook) return refuse(response, { error_code: 409, description: CONFLICT.webhook });
  standIn.polls += 1;
  const own = standIn.polls;
  standIn.kinds = (kinds as string[] | undefined) ?? [];
  standIn.pending = standIn.pending.filter(update => Number(update['update_id']) >= Number(offset));
  const end = performance.now() + Number(timeout) * 1_000;
  while (standIn.pending.length === 0 && performance.now() < end && !request.socket.destroyed) {
    await pause(10);
    if (standIn.polls === own) continue;
    standIn.conflicts += 1;
    return refuse(response, { error_code: 409, description: CONFLICT.poll });
  }
  json(response, 200, { ok: true, result: standIn.pending.slice(0, Number(limit)) });
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  json(response, refusal.error_code, { ok: false, ...refusal });
}
