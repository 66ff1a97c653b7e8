import { once } from 'node:events';
import type { Client } from 'whatsapp-web.js';
import { createPast, type Past } from './past.ts';
import { plain, whoIs } from './plain.ts';
import type { Opening, Question } from './protocol.ts';

/** What happens in a session. `gone` is told once, last. */
export interface ClientEvents {
  qr(text: string): void;
  authenticated(): void;
  ready(): void;
  message(message: unknown): void;
  /** Somebody wrote, and the library does not say what. */
  unread(): void;
  ack(id: string, ack: number): void;
  gone(code: string): void;
}

/** A session in a browser. */
export interface WebSession {
  answer(question: Question): Promise<unknown>;
  close(): Promise<void>;
}

const TEXT_ONLY = { linkPreview: false, sendSeen: false, parseVCards: false, waitUntilMsgSent: true };
/** So long a browser may take to end by itself. */
const LONGEST_END_MS = 10_000;

/** Loads the library and starts its browser; resolves when the page is open. Rejects when that fails, the browser ended. */
export async function openSession(opening: Opening, events: ClientEvents): Promise<WebSession> {
  const { default: library } = await import('whatsapp-web.js');
  const client = new library.Client({
    authStrategy: new library.LocalAuth({ dataPath: opening.folder }),
    webVersionCache: { type: 'none' },
    authTimeoutMs: 45_000,
    puppeteer: {
      ...{ executablePath: opening.browser, args: opening.args, headless: true, defaultViewport: null },
      // No port that others on this machine could drive the session by.
      ...{ pipe: true, acceptInsecureCerts: opening.anyCertificate },
    },
  });
  const ending: Ending = { byLibrary: false };
  hear(client, events, ending);
  try {
    await client.initialize();
  } catch (error) {
    await close(client, ending);
    throw error;
  }
  const past = createPast(client);
  return { answer: question => answer(client, past, question), close: () => close(client, ending) };
}

function hear(client: Client, events: ClientEvents, ending: Ending): void {
  // One after the other: whose message it is must be asked, and their order is theirs.
  let told: Promise<void> = Promise.resolve();
  client.on('qr', events.qr);
  client.on('authenticated', () => events.authenticated());
  client.on('ready', () => events.ready());
  client.on('auth_failure', () => events.gone('auth_failure'));
  client.on('disconnected', reason => {
    ending.byLibrary = reason !== 'LOGOUT';
    events.gone(String(reason));
  });
  client.on('message_ack', ({ id, fromMe }, ack) => {
    if (fromMe) events.ack(id.id, ack);
  });
  client.on('message', message => {
    told = told
      .then(async () => {
        const known = plain(message, await whoIs(client, message.from));
        if (known) events.message(known);
        else events.unread();
      })
      .catch(() => events.unread());
  });
}

/** What is known of a client's end. */
interface Ending {
  /** The library ends its browser itself: told a second time to, it would kill it. */
  byLibrary: boolean;
}

/** A browser that is killed while it ends has not written the pairing down. */
async function close(client: Client, { byLibrary }: Ending): Promise<void> {
  const browser = client.pupBrowser?.process();
  if (!byLibrary) await client.destroy().catch(() => {});
  if (!browser || browser.exitCode !== null || browser.signalCode !== null) return;
  await once(browser, 'exit', { signal: AbortSignal.timeout(LONGEST_END_MS) }).catch(() => {});
  browser.kill('SIGKILL');
}

async function answer(client: Client, past: Past, question: Question): Promise<unknown> {
  if (question.ask === 'state') return client.getState();
  if (question.ask === 'seen') return client.sendSeen(question.chat);
  if (question.ask === 'send') return send(client, question.chat, question.text);
  if (question.ask === 'fetch') return fetchFile(client, question.id);
  if (question.ask === 'ours') return past.ours(question.chat);
  return question.ask === 'ticks' ? past.ticks(question.at) : past.since(question.at);
}

/** Throws before anything is sent where there is no such chat; null: sent or not, the page does not say. */
async function send(client: Client, chat: string, text: string): Promise<string | null> {
  // The library answers the same when there is nobody and when it does not find what it has sent.
  if (!(await client.getChatById(chat))) throw new Error('No LID for user');
  const sent = await client.sendMessage(chat, text, TEXT_ONLY);
  return sent?.id.id ?? null;
}

/** The bytes of a message's file, as base64; null: it is not to be had any more. */
async function fetchFile(client: Client, id: string): Promise<string | null> {
  const message = await client.getMessageById(id);
  if (!message?.hasMedia) return null;
  return (await message.downloadMedia())?.data ?? null;
}
