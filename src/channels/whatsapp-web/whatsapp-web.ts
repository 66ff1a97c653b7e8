import { chmodSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, SendError } from '../../errors.ts';
import type { Channel, MediaSource, OutboundMessage, Sent, Sought } from '../channel.ts';
import { fileFailure } from '../fetch-file.ts';
import { numberIn, objectsIn, textIn } from '../json.ts';
import type { Standing } from '../standing.ts';
import { argsOf, findBrowser, unlockProfile } from './browser.ts';
import { WHATSAPP_WEB_CAPABILITIES } from './capabilities.ts';
import { type Keeper, type KeeperDeps, keepSession } from './keeper.ts';
import { startLink } from './link.ts';
import { chatOf } from './messages.ts';
import type { Opening } from './protocol.ts';
import { type WhatsAppWebSettings, whatsappWebProblems } from './settings.ts';
import { type StandingBook, standingBook } from './standing.ts';

/** What the channel is given from outside. */
export interface WhatsAppWebDeps extends Pick<KeeperDeps, 'bookmarks' | 'now' | 'timer' | 'log'> {
  /** The installation's folder; the pairing is kept below it. */
  dataDir: string;
}

/** Shorter than the patience of `deliver`, so that what came of a call is known there. */
const SEND_MS = 14_000;
const FIND_MS = 12_000;
const FETCH_MS = 30_000;
const STATE_MS = 10_000;
/** The page's clock is the telephone's, in whole seconds. */
const SLACK_MS = 5_000;
/** What the page's tick mark says of a message of ours that it does not send any more. */
const GIVEN_UP = -1;

/**
 * WhatsApp by a browser that is paired with a telephone, as its owner's own would be. Unofficial: the platform may block the
 * number. Throws `ConfigError` on settings that cannot be right; starts nothing before `connect`.
 */
export function openWhatsAppWeb(settings: WhatsAppWebSettings, deps: WhatsAppWebDeps): Channel {
  const problems = whatsappWebProblems(settings);
  if (problems.length > 0) throw new ConfigError(problems);
  const folder = path.join(deps.dataDir, 'whatsapp-web');
  const book = standingBook(deps.bookmarks, deps.now);
  const line: Line = { keeper: null };
  const disconnect = async (): Promise<void> => {
    await line.keeper?.stop();
    line.keeper = null;
  };
  return {
    id: 'whatsapp-web',
    capabilities: WHATSAPP_WEB_CAPABILITIES,
    connect: async (receive, isOurs = () => true) => {
      const forget = (): Promise<void> => rm(profileOf(folder), FORGET);
      const opening = (): Opening | string => openingOf(settings, folder);
      line.keeper ??= keepSession({ ...deps, book, opening, forget, start: startLink }, receive, isOurs);
    },
    isUp: () => line.keeper?.isUp() ?? false,
    standing: () => book.read(),
    check: () => check(line, book),
    send: message => send(line, message),
    find: (message, startedAt, isOthers) => find(line, message, startedAt, isOthers),
    fetch: source => fetchMedia(line, source),
    ...{ disconnect, close: disconnect },
  };
}

/** A browser that has just ended may still hold a file for a moment. */
const FORGET = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

interface Line {
  keeper: Keeper | null;
}

/** Where the library keeps the browser's profile, which is the pairing. */
function profileOf(folder: string): string {
  return path.join(folder, 'session');
}

/** Whoever reads the folder has the account: it is this user's alone. */
function openingOf(settings: WhatsAppWebSettings, folder: string): Opening | string {
  const browser = settings.WHATSAPP_WEB_BROWSER ?? findBrowser();
  if (browser === null) return 'no_browser';
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  unlockProfile(profileOf(folder));
  const { WHATSAPP_WEB_BROWSER_ARGS: words, WHATSAPP_WEB_API_URL: url } = settings;
  return { browser, args: argsOf({ words, url }), folder, anyCertificate: url !== undefined };
}

function ask(line: Line, question: Parameters<Keeper['ask']>[0], ms: number): Promise<unknown> {
  return (
    line.keeper?.ask(question, ms) ??
    Promise.reject(new SendError({ code: 'not_connected', retryable: true }))
  );
}

async function send(line: Line, { address, part }: OutboundMessage): Promise<Sent> {
  // Half a character would be refused.
  const text = part.text.toWellFormed();
  const id = await ask(line, { ask: 'send', chat: chatOf(address), text }, SEND_MS).catch(error => {
    throw error instanceof SendError && error.failure.code === 'no_such_number' ? NOBODY : error;
  });
  if (typeof id === 'string') return { providerId: id };
  throw new SendError({ code: 'unreadable_answer', retryable: true, unknown: true });
}

/** Nobody has WhatsApp at this number, or the page knows nothing of them. */
const NOBODY = new SendError({ code: 'no_such_number', retryable: false });

/**
 * Looks through our own latest messages in the chat; of two with the same words each is one of ours. One that has left
 * counts, one that the page gave up (-1) does not, and one that still waits there tells nothing.
 */
async function find(
  line: Line,
  { address, part }: Sought,
  startedAt: Date,
  isOthers: (providerId: string) => Promise<boolean>,
): Promise<Sent | null> {
  const told = await ask(line, { ask: 'ours', chat: chatOf(address) }, FIND_MS);
  if (!Array.isArray(told)) throw new Error('unreadable answer');
  const text = part.text.toWellFormed();
  let isPending = false;
  for (const { stanza, body, at, ack } of objectsIn(told)) {
    const id = textIn(stanza);
    const isLate = (numberIn(at) ?? 0) * 1_000 >= startedAt.getTime() - SLACK_MS;
    if (id === null || body !== text || !isLate || ack === GIVEN_UP || (await isOthers(id))) continue;
    if ((numberIn(ack) ?? 0) > 0) return { providerId: id };
    isPending = true;
  }
  if (isPending) throw new SendError({ code: 'not_sent_yet', retryable: true, unknown: true });
  return null;
}

async function fetchMedia(line: Line, source: MediaSource): Promise<Buffer> {
  if (!('id' in source)) throw fileFailure('foreign_host');
  const told = await ask(line, { ask: 'fetch', id: source.id }, FETCH_MS);
  if (typeof told !== 'string') throw fileFailure('gone');
  return Buffer.from(told, 'base64');
}

/** Asks the page; in a process without it, what is known of it. */
async function check(line: Line, book: StandingBook): Promise<string[]> {
  const standing = await book.read();
  if (line.keeper?.isUp()) {
    const state = await ask(line, { ask: 'state' }, STATE_MS);
    if (state === 'CONNECTED') return ['The browser is paired, and connected to WhatsApp.'];
    throw new SendError({ code: 'not_connected', retryable: true });
  }
  if (line.keeper === null && standing?.state === 'paired') {
    return [`The browser of another process is paired, since ${standing.since.toISOString()}.`];
  }
  throw new SendError({ code: codeOf(standing), retryable: true });
}

function codeOf(standing: Standing | null): string {
  if (standing?.state === 'pairing') return 'waiting_for_pairing';
  return standing?.code ?? 'not_connected';
}
