import type { Logger } from 'pino';
import { errorFields } from '../errors.ts';
import type { Queries } from '../storage/queries.ts';
import type { AddressKey } from '../storage/store.ts';

/** What the poller asks, and its bounds. */
export interface NewsOptions {
  store: Pick<Queries, 'withNews' | 'conversationOf'>;
  log: Pick<Logger, 'warn'>;
  /** Between two looks, ms. */
  everyMs?: number;
  /** Readers one session may have at a time. */
  perSession?: number;
  /** Readers in all. */
  most?: number;
}

/** How far a reader has read. */
export interface ReadUpTo {
  /** The id of the talk that was read; null: this session had none yet. */
  talk: string | null;
  after: number;
}

/** One reader's place in the queue of those who wait. */
export interface Seat {
  /** True when the talk may hold more, was erased, or has begun; false when `signal` or the server ends the wait. */
  wait(read: ReadUpTo, signal: AbortSignal): Promise<boolean>;
  leave(): void;
}

/** Tells readers that their talk goes on: one poller for all of them, and only while somebody waits. */
export interface News {
  /** A seat, or whose bound is reached: this session's, or that of the whole process. */
  enter(session: string): Seat | 'session' | 'process';
  /** This session's talk has just gone on: its readers look at once. */
  hint(session: string): void;
  /** Ends every wait; later ones end at once. */
  close(): void;
}

/** Where the talk of a web session is found. */
export function addressOf(session: string): AddressKey {
  return { channel: 'web', account: '', address: session };
}

interface Waiter extends ReadUpTo {
  session: string;
  /** Is its talk to be looked for at the next look? */
  look: boolean;
  end(news: boolean): void;
}

/** Opens the news of one process. */
export function createNews(options: NewsOptions): News {
  const { perSession = 8, most = 5_000 } = options;
  const poller = createPoller(options);
  const readers = new Map<string, number>();
  let total = 0;
  const leave = (session: string): void => {
    const left = (readers.get(session) ?? 1) - 1;
    if (left > 0) readers.set(session, left);
    else readers.delete(session);
    total -= 1;
  };
  return {
    enter: session => {
      const mine = readers.get(session) ?? 0;
      if (mine >= perSession) return 'session';
      if (total >= most) return 'process';
      readers.set(session, mine + 1);
      total += 1;
      return { wait: (read, signal) => poller.wait(session, read, signal), leave: once(leave, session) };
    },
    hint: poller.hint,
    close: poller.close,
  };
}

function once(leave: (session: string) => void, session: string): () => void {
  let left = false;
  return () => {
    if (!left) leave(session);
    left = true;
  };
}

/** A talk of a session that has none is looked for at every so many looks: another process may begin it. */
const SELDOM = 8;

function createPoller(options: NewsOptions) {
  const waiters = new Set<Waiter>();
  let timer: NodeJS.Timeout | null = null;
  let looks = 0;
  let closed = false;
  let failing = false;
  const look = async (): Promise<void> => {
    looks += 1;
    if (looks % SELDOM === 0) for (const waiter of waiters) waiter.look = true;
    try {
      await wakeWhoHasNews(options.store, waiters);
      failing = false;
    } catch (error) {
      if (!failing) options.log.warn(errorFields(error), 'readers of the web chat cannot be served');
      failing = true;
    }
    timer = null;
    schedule();
  };
  const schedule = (): void => {
    if (closed || timer !== null || waiters.size === 0) return;
    timer = setTimeout(() => void look(), options.everyMs ?? 250);
  };
  return {
    wait: (session: string, read: ReadUpTo, signal: AbortSignal): Promise<boolean> => {
      if (closed || signal.aborted) return Promise.resolve(false);
      const waiting = addWaiter(waiters, session, read, signal);
      schedule();
      return waiting;
    },
    hint: (session: string): void => {
      for (const waiter of waiters) if (waiter.session === session) waiter.end(true);
    },
    close: (): void => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      for (const waiter of waiters) waiter.end(false);
    },
  };
}

function addWaiter(
  waiters: Set<Waiter>,
  session: string,
  read: ReadUpTo,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise(resolve => {
    const give = (): void => waiter.end(false);
    const waiter: Waiter = {
      ...{ ...read, session, look: true },
      end: news => {
        signal.removeEventListener('abort', give);
        waiters.delete(waiter);
        resolve(news);
      },
    };
    signal.addEventListener('abort', give);
    waiters.add(waiter);
  });
}

async function wakeWhoHasNews(store: NewsOptions['store'], waiters: Set<Waiter>): Promise<void> {
  for (const waiter of [...waiters].filter(({ look, talk }) => look && talk === null)) {
    waiter.look = false;
    // Its lines count from one, wherever in an erased one they had read to.
    if (await store.conversationOf(addressOf(waiter.session))) waiter.end(true);
  }
  const talks = new Map<string, Waiter[]>();
  for (const waiter of waiters) {
    if (waiter.talk !== null) talks.set(waiter.talk, [...(talks.get(waiter.talk) ?? []), waiter]);
  }
  if (talks.size === 0) return;
  const earliest = (of: Waiter[]): number => Math.min(...of.map(({ after }) => after));
  const news = await store.withNews(new Map([...talks].map(([id, of]) => [id, earliest(of)])));
  for (const id of news) for (const waiter of talks.get(id) ?? []) waiter.end(true);
}
