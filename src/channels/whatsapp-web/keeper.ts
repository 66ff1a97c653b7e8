import type { Logger } from 'pino';
import { SendError } from '../../errors.ts';
import type { Bookmarks } from '../bookmarks.ts';
import type { InboundMessage, Receive } from '../channel.ts';
import { pause } from '../pause.ts';
import type { Standing } from '../standing.ts';
import { folderCodeOf } from './codes.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { Link, LinkDeps, News } from './link.ts';
import { readAck, readMessage } from './messages.ts';
import type { Opening, Question } from './protocol.ts';
import type { StandingBook } from './standing.ts';

/** What keeping a session needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface KeeperDeps {
  /** What to open it with; a text is the code of what is missing. Throws what the disk throws. */
  opening: () => Opening | string;
  /** Deletes the pairing, which is worth nothing any more. Rejects with what the disk throws. */
  forget: () => Promise<void>;
  /** Starts a session's process. Throws when the system cannot. */
  start: (deps: LinkDeps) => Link;
  book: StandingBook;
  bookmarks: Bookmarks;
  now: () => Date;
  timer: (ms: number, run: () => void) => () => void;
  log: Pick<Logger, 'info' | 'warn'>;
}

/** A session that is kept open, for as long as somebody can pair it. */
export interface Keeper {
  isUp(): boolean;
  /** Asks the page. Rejects with `SendError`; `not_connected`: nobody was asked. */
  ask(question: Question, ms: number): Promise<unknown>;
  stop(): Promise<void>;
}

const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;
/** A number the platform has blocked is shown to it again as seldom as this. */
const BANNED_MS = 3_600_000;
/** From the start to a page; from one code to the next; from the telephone's yes to the chats. */
const PAGE_MS = 90_000;
const CODE_MS = 180_000;
const CHATS_MS = 120_000;
/** How often the page is asked whether it is connected, and how long it may think. */
const PULSE_MS = 30_000;
const ANSWER_MS = 10_000;

/** Reasons after which the telephone has to scan a code again. */
const UNPAIRED = new Set(['LOGOUT', 'UNPAIRED', 'UNPAIRED_IDLE', 'auth_failure']);
/** Reasons by which the platform says that it takes this number no more. */
const BANNED = new Set(['TOS_BLOCK', 'SMB_TOS_BLOCK']);

interface Kept extends KeeperDeps {
  receive: Receive;
  isOurs: () => boolean;
  signal: AbortSignal;
  link: Link | null;
  isUp: boolean;
  /** The pairing is worth nothing, and is still on the disk. */
  isSpent: boolean;
}

/** Opens a session and keeps it: one that is lost is opened again, one that was unpaired waits for a new code to be scanned. */
export function keepSession(deps: KeeperDeps, receive: Receive, isOurs: () => boolean): Keeper {
  const ending = new AbortController();
  const kept: Kept = {
    ...deps,
    receive,
    isOurs,
    signal: ending.signal,
    link: null,
    isUp: false,
    isSpent: false,
  };
  const running = run(kept);
  return {
    isUp: () => kept.isUp,
    ask: (question, ms) => {
      if (!kept.isUp || !kept.link || !isOurs()) {
        return Promise.reject(new SendError({ code: 'not_connected', retryable: true }));
      }
      return kept.link.ask(question, ms);
    },
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

async function run(kept: Kept): Promise<void> {
  let waitMs = SHORTEST_MS;
  while (!kept.signal.aborted) {
    // Whoever has lost the session opens nothing until it is told to end, or has it again.
    if (!kept.isOurs()) {
      await pause(kept, SHORTEST_MS);
      continue;
    }
    const { code, wasPaired } = await serve(kept);
    if (kept.signal.aborted) break;
    kept.isSpent ||= UNPAIRED.has(code);
    const state = BANNED.has(code) ? 'banned' : 'dropped';
    void note(kept, state, code);
    kept.log.warn({ channel: 'whatsapp-web', state, code }, 'the session is lost and is opened again');
    waitMs = wasPaired ? SHORTEST_MS : Math.min(waitMs * 2, LONGEST_MS);
    await pause(kept, state === 'banned' ? BANNED_MS : waitMs);
  }
  await note(kept, 'dropped', 'stopped');
}

function note({ book, now }: Kept, state: Standing['state'], code: string | null, qr: string | null = null) {
  return book.write({ state, since: now(), code, qr });
}

/** Why a session ended, and whether it was one. */
interface Ended {
  code: string;
  wasPaired: boolean;
}

/** One session from its start to its end. */
async function serve(kept: Kept): Promise<Ended> {
  const opening = await prepare(kept);
  if (typeof opening === 'string') return { code: opening, wasPaired: false };
  void note(kept, 'starting', null);
  const ended = await new Promise<Ended>(resolve => live(kept, opening, resolve));
  kept.isUp = false;
  await kept.link?.end();
  kept.link = null;
  return ended;
}

/** What to open the session with, the spent pairing deleted; or the code of what stands in the way. */
async function prepare(kept: Kept): Promise<Opening | string> {
  try {
    if (kept.isSpent) await kept.forget();
    kept.isSpent = false;
    return kept.signal.aborted ? 'stopped' : kept.opening();
  } catch (error) {
    return folderCodeOf(error);
  }
}

function live(kept: Kept, opening: Opening, resolve: (ended: Ended) => void): void {
  let wasPaired = false;
  let isOver = false;
  const inbox = createInbox(kept, (question, ms) => ask(kept, question, ms));
  const end = (code: string): void => {
    isOver = true;
    cancel();
    inbox.close();
    kept.signal.removeEventListener('abort', stopped);
    resolve({ code, wasPaired });
  };
  const stopped = (): void => end('stopped');
  let cancel = kept.timer(PAGE_MS, () => end('no_page'));
  const within = (ms: number, late: () => void): void => {
    cancel();
    cancel = kept.timer(ms, late);
  };
  const pulse = async (): Promise<void> => {
    const state = await ask(kept, { ask: 'state' }, ANSWER_MS).catch(() => 'no_answer');
    if (isOver) return;
    if (state !== 'CONNECTED') return end(typeof state === 'string' ? state : 'no_answer');
    void kept.book.again();
    within(PULSE_MS, () => void pulse());
  };
  const ready = (): void => {
    wasPaired = true;
    kept.isUp = true;
    within(PULSE_MS, () => void pulse());
    void note(kept, 'paired', null);
    inbox.catchUp();
  };
  kept.signal.addEventListener('abort', stopped);
  const heard = hearing(kept, inbox, { end, ready, within });
  try {
    kept.link = kept.start({
      ...{ opening, timer: kept.timer },
      // A process that is told to end may still have something to say.
      news: news => isOver || (heard[news.tell] as (news: News) => void)(news),
    });
  } catch {
    end('process_failed');
  }
}

type Heard = { [T in News['tell']]: (news: Extract<News, { tell: T }>) => void };

/** The steps of a session that its news brings about. */
interface Steps {
  end: (code: string) => void;
  ready: () => void;
  within: (ms: number, late: () => void) => void;
}

function hearing(kept: Kept, inbox: Inbox, { end, ready, within }: Steps): Heard {
  return {
    ready,
    qr: ({ text }) => {
      within(CODE_MS, () => end('code_expired'));
      void note(kept, 'pairing', null, text);
    },
    authenticated: () => within(CHATS_MS, () => end('never_ready')),
    message: ({ message }) => take(inbox, readMessage(message)),
    unread: () => {
      const words = 'a message cannot be read, and is asked for';
      kept.log.warn({ channel: 'whatsapp-web', code: 'unreadable' }, words);
      inbox.unread();
    },
    ack: ({ id, ack }) => {
      const receipt = readAck(id, ack, kept.now());
      if (receipt) inbox.add([], [receipt]);
    },
    gone: ({ code }) => end(code),
  };
}

function take(inbox: Inbox, message: InboundMessage | null): void {
  if (message) inbox.add([message], []);
}

function ask({ link }: Kept, question: Question, ms: number): Promise<unknown> {
  return link?.ask(question, ms) ?? Promise.reject(new SendError({ code: 'not_connected', retryable: true }));
}
