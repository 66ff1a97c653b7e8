import type { InboundMessage, Receipt } from '../channel.ts';
import { objectIn, objectsIn } from '../json.ts';
import { type PauseDeps, pause } from '../pause.ts';
import { createCatchUp, untilDone } from './catch-up.ts';
import type { KeeperDeps } from './keeper.ts';
import { chatOf, readAck } from './messages.ts';
import type { Question } from './protocol.ts';

/** What one session brings, on its way to the disk. */
export interface Inbox {
  /** Stores these when everything before them is stored. */
  add(messages: InboundMessage[], receipts: Receipt[]): void;
  /** Stores what was written, and how far came what we wrote, while nobody was here. */
  catchUp(): void;
  /** Something was written that could not be read: reads it again. */
  unread(): void;
  /**
   * What is not stored yet is given up: the next session reads it again. So it is with ticks that would have been told
   * again: the page keeps how far each message came, and the next session asks it.
   */
  close(): void;
}

interface InboxDeps extends Pick<KeeperDeps, 'bookmarks' | 'now' | 'timer' | 'log'> {
  receive: (messages: InboundMessage[], receipts: Receipt[]) => Promise<void>;
}

const SEEN_MS = 10_000;
const TICKS_MS = 60_000;
/** Whether a message was read is asked for this long after it. */
const RECENT_S = 86_400;
const MOST_AT_ONCE = 100;
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
  let line: Promise<unknown> = Promise.resolve();
  const inLine = <T>(step: () => Promise<T>): Promise<T | undefined> => {
    const done = line.then(() => (signal.aborted ? undefined : step()));
    line = done.catch(() => {});
    return done;
  };
  const put = (step: () => Promise<unknown>): void => void inLine(step).catch(() => {});
  let seen: Promise<unknown> = Promise.resolve();
  // Two ticks turn blue; whether they do is nobody's business but the citizen's, and what else is written waits for none.
  const see = (chat: string): void => {
    const next = async () => signal.aborted || (await ask({ ask: 'seen', chat }, SEEN_MS));
    seen = seen.then(next).catch(() => {});
  };
  const store = async (messages: InboundMessage[], receipts: Receipt[]): Promise<boolean> => {
    if (!(await untilStored(deps, signal, messages, receipts))) return false;
    await past.passed(messages).catch(() => {});
    for (const chat of new Set(messages.map(({ address }) => chatOf(address)))) see(chat);
    return true;
  };
  const add: Inbox['add'] = (messages, receipts) => {
    put(() => store(messages, receipts));
    void tellAgain({ timer: deps.timer, signal }, receipts, again => put(() => store([], again)));
  };
  const past = createCatchUp({ ...deps, ask, signal, inLine, store: messages => store(messages, []) });
  return {
    ...{ add, unread: past.start, close: () => ending.abort() },
    catchUp: () => {
      past.start();
      void untilDone({ ...deps, signal }, () => readTicks(deps, ask, add));
    },
  };
}

/** A tick may come before what it is of was written down as sent; told twice it changes nothing. */
async function tellAgain(
  deps: PauseDeps,
  receipts: Receipt[],
  tell: (again: Receipt[]) => void,
): Promise<void> {
  // One that failed is sent anew a minute later; told after that, it would speak of the second try.
  const lasting = receipts.filter(({ state }) => state !== 'failed');
  const [soon = 0, late = 0] = AGAIN_MS;
  if (receipts.length === 0) return;
  await pause(deps, soon);
  tell(receipts);
  if (lasting.length === 0) return;
  await pause(deps, late - soon);
  tell(lasting);
}

/** False: the page could not read all of them. */
async function readTicks(
  { now, log }: InboxDeps,
  ask: (question: Question, ms: number) => Promise<unknown>,
  add: Inbox['add'],
): Promise<boolean> {
  const at = Math.floor(now().getTime() / 1_000) - RECENT_S;
  const answer = objectIn(await ask({ ask: 'ticks', at }, TICKS_MS).catch(() => null));
  const found = objectsIn(answer?.['told']).map(({ stanza, ack }) =>
    readAck(`${stanza}`, Number(ack), now()),
  );
  // What failed before may have been sent anew since.
  const receipts = found.filter(receipt => receipt !== null).filter(({ state }) => state !== 'failed');
  for (let i = 0; i < receipts.length; i += MOST_AT_ONCE) add([], receipts.slice(i, i + MOST_AT_ONCE));
  if (answer?.['isWhole'] === true) return true;
  log.warn(
    { channel: 'whatsapp-web', code: 'ticks_not_read' },
    'how far our messages came could not be read',
  );
  return false;
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
