import type { Logger } from 'pino';
import { SendError } from '../../errors.ts';
import type { InboundMessage, Receive, Standing } from '../channel.ts';
import { pause } from '../pause.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { type Link, type News, startLink } from './link.ts';
import { readAck, readMessage } from './messages.ts';
import type { Opening, Question } from './protocol.ts';
import type { Bookmarks, StandingBook } from './standing.ts';

/** What keeping a session needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface KeeperDeps {
  /** What to open it with; a text is the code of what is missing. */
  opening: () => Opening | string;
  /** The pairing is worth nothing any more. */
  forget: () => void;
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
}

/** Opens a session and keeps it: one that is lost is opened again, one that was unpaired waits for a new code to be scanned. */
export function keepSession(deps: KeeperDeps, receive: Receive, isOurs: () => boolean): Keeper {
  const ending = new AbortController();
  const kept: Kept = { ...deps, receive, isOurs, signal: ending.signal, link: null, isUp: false };
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
    if (UNPAIRED.has(code)) kept.forget();
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
  const opening = kept.opening();
  if (typeof opening === 'string') return { code: opening, wasPaired: false };
  void note(kept, 'starting', null);
  const ended = await new Promise<Ended>(resolve => live(kept, opening, resolve));
  kept.isUp = false;
  await kept.link?.end();
  kept.link = null;
  return ended;
}

function live(kept: Kept, opening: Opening, resolve: (ended: Ended) => void): void {
  let wasPaired = false;
  const inbox = createInbox(kept, (question, ms) => ask(kept, question, ms));
  const end = (code: string): void => {
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
    if (state === 'CONNECTED') {
      void kept.book.again();
      within(PULSE_MS, () => void pulse());
    } else if (kept.isUp) end(typeof state === 'string' ? state : 'no_answer');
  };
  kept.signal.addEventListener('abort', stopped);
  const heard: { [T in News['tell']]: (news: Extract<News, { tell: T }>) => void } = {
    qr: ({ text }) => {
      within(CODE_MS, () => end('code_expired'));
      void note(kept, 'pairing', null, text);
    },
    authenticated: () => within(CHATS_MS, () => end('never_ready')),
    ready: () => {
      wasPaired = true;
      kept.isUp = true;
      within(PULSE_MS, () => void pulse());
      void note(kept, 'paired', null);
      inbox.catchUp();
    },
    message: ({ message }) => take(inbox, readMessage(message)),
    unread: () => {
      kept.log.warn(
        { channel: 'whatsapp-web', code: 'unreadable' },
        'a message cannot be read, and is asked for',
      );
      inbox.unread();
    },
    ack: ({ id, ack }) => {
      const receipt = readAck(id, ack, kept.now());
      if (receipt) inbox.add([], [receipt]);
    },
    gone: ({ code }) => end(code),
  };
  kept.link = startLink({
    ...{ opening, timer: kept.timer },
    news: news => (heard[news.tell] as (news: News) => void)(news),
  });
}

function take(inbox: Inbox, message: InboundMessage | null): void {
  if (message) inbox.add([message], []);
}

function ask({ link }: Kept, question: Question, ms: number): Promise<unknown> {
  return link?.ask(question, ms) ?? Promise.reject(new SendError({ code: 'not_connected', retryable: true }));
}
