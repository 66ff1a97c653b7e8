import type { InboundMessage, Receipt } from '../channel.ts';
import { pause } from '../pause.ts';
import type { KeeperDeps } from './keeper.ts';
import { chatOf, readMessage } from './messages.ts';
import type { Question } from './protocol.ts';

/** What one session brings, on its way to the disk. */
export interface Inbox {
  /** Stores these when everything before them is stored. */
  add(messages: InboundMessage[], receipts: Receipt[]): void;
  /** Stores what was written while nobody was here. */
  catchUp(): void;
  /** What is not stored yet is given up: the next session reads it again. */
  close(): void;
}

interface InboxDeps extends Pick<KeeperDeps, 'bookmarks' | 'now' | 'timer' | 'log'> {
  receive: (messages: InboundMessage[], receipts: Receipt[]) => Promise<void>;
}

const PLACE = 'whatsapp-web place';
/** Messages of one second need not come in their order. */
const AROUND_S = 60;
const READ_MS = 120_000;
const SEEN_MS = 10_000;
/** By the first a send has been written down, by the second also one that had to be looked for. */
const AGAIN_MS = [5_000, 70_000];
const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Makes the inbox of a session: one thing after the other, each again and again until it is durable. How far it came is
 * kept after that, so that the next session reads on from there; what it reads twice is known already.
 */
export function createInbox(
  deps: InboxDeps,
  ask: (question: Question, ms: number) => Promise<unknown>,
): Inbox {
  const ending = new AbortController();
  const { signal } = ending;
  let line: Promise<void> = Promise.resolve();
  const then = (step: () => Promise<void>): void => {
    line = line.then(() => (signal.aborted ? undefined : step())).catch(() => {});
  };
  const again = (step: () => Promise<void>): void => {
    for (const ms of AGAIN_MS) void pause({ timer: deps.timer, signal }, ms).then(() => then(step));
  };
  const store = async (messages: InboundMessage[], receipts: Receipt[]): Promise<void> => {
    if (!(await untilStored(deps, signal, messages, receipts))) return;
    await moveOn(deps, messages);
    const chats = new Set(messages.map(({ address }) => chatOf(address)));
    // Two ticks turn blue; whether they do is nobody's business but the citizen's.
    for (const chat of chats) await ask({ ask: 'seen', chat }, SEEN_MS).catch(() => {});
  };
  return {
    add: (messages, receipts) => {
      then(() => store(messages, receipts));
      // A tick may come before what it is of was written down as sent; told twice it changes nothing.
      if (receipts.length > 0) again(() => store([], receipts));
    },
    catchUp: () => then(async () => store(await missed(deps, ask), [])),
    close: () => ending.abort(),
  };
}

/** False: given up. */
async function untilStored(
  { receive, timer, log }: InboxDeps,
  signal: AbortSignal,
  messages: InboundMessage[],
  receipts: Receipt[],
): Promise<boolean> {
  for (let waitMs = SHORTEST_MS; !signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_MS)) {
    try {
      if (messages.length + receipts.length > 0) await receive(messages, receipts);
      return true;
    } catch {
      log.warn({ channel: 'whatsapp-web', code: 'not_stored' }, 'messages could not be stored');
      await pause({ timer, signal }, waitMs);
    }
  }
  return false;
}

async function moveOn({ bookmarks }: InboxDeps, messages: InboundMessage[]): Promise<void> {
  const times = messages.flatMap(({ sentAt }) => (sentAt ? [Math.floor(sentAt.getTime() / 1_000)] : []));
  if (times.length === 0) return;
  const place = Math.max(...times, Number((await bookmarks.read(PLACE)) ?? 0));
  await bookmarks.write(PLACE, String(place));
}

/** What was written since the last message that was stored; of a number that was never served, nothing. */
async function missed(
  { bookmarks, now, log }: InboxDeps,
  ask: (question: Question, ms: number) => Promise<unknown>,
): Promise<InboundMessage[]> {
  const kept = await bookmarks.read(PLACE);
  if (kept === null) {
    await bookmarks.write(PLACE, String(Math.floor(now().getTime() / 1_000)));
    return [];
  }
  try {
    const told = await ask({ ask: 'since', at: Number(kept) - AROUND_S }, READ_MS);
    const messages = Array.isArray(told) ? told.map(readMessage) : [];
    return messages.filter(message => message !== null);
  } catch {
    log.warn({ channel: 'whatsapp-web', code: 'not_read' }, 'what came meanwhile could not be read');
    return [];
  }
}
