import type { ChannelId } from './channel.ts';

/** What the accounts' doors need. `wake` asks for a conversation's delivery, after a delay. */
export interface AccountsDeps {
  now: () => Date;
  wake: (conversationId: string, delayMs: number) => void;
  /** Calls under way at once for one account. */
  limit: number;
  /** How long an account rests before one call tries it again. */
  pauseMs: number;
}

/** Whose account a conversation is written from. */
interface Sender {
  conversationId: string;
  channel: ChannelId;
  account: string;
}

/**
 * One door for each account of a platform: so many calls at once, and none but a probe while most of its recent
 * calls fail. Who is turned away is kept and woken when there is room. Memory only: a restart begins anew.
 */
export interface Accounts {
  /** Asks before anything is claimed; true for a conversation not seen before. */
  mayTry(conversationId: string): boolean;
  /** Takes a place, or answers when to come again. Every place taken is given back by `leave`. */
  enter(sender: Sender): { entered: true } | { entered: false; waitMs: number };
  /** Gives the place back. `ok`: did the platform take the call; null: no call was made. */
  leave(sender: Sender, ok: boolean | null): void;
}

/** Conversations looked at to judge an account: one that fails alone says nothing about the account. */
const JUDGED = 10;
const LEAST_JUDGED = 4;

/** A conversation that found all places taken is due at once: it is woken when one is free. */
const BUSY_MS = 1;

/** Conversations whose account is remembered. */
const REMEMBERED = 100_000;

/** Makes the doors; every account's is open at first. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const doors = new Map<string, Door>();
  const doorOf = new Map<string, Door>();

  function door({ conversationId, channel, account }: Sender): Door {
    const key = JSON.stringify([channel, account]);
    const found = doors.get(key) ?? createDoor(deps);
    doors.set(key, found);
    doorOf.set(conversationId, found);
    trim(doorOf, REMEMBERED);
    return found;
  }

  return {
    mayTry: conversationId => doorOf.get(conversationId)?.isOpenFor(conversationId) ?? true,
    enter: sender => door(sender).enter(sender.conversationId),
    leave: (sender, ok) => door(sender).leave(sender.conversationId, ok),
  };
}

interface Door {
  isOpenFor(conversationId: string): boolean;
  enter(conversationId: string): { entered: true } | { entered: false; waitMs: number };
  leave(conversationId: string, ok: boolean | null): void;
}

function createDoor(deps: AccountsDeps): Door {
  const waiting = new Set<string>();
  const health = createHealth(deps);
  let inside = 0;

  function waitMs(): number {
    if (health.isPaused()) return health.waitMs();
    return inside < deps.limit ? 0 : BUSY_MS;
  }

  function isOpenFor(conversationId: string): boolean {
    if (waitMs() === 0) return true;
    waiting.add(conversationId);
    return false;
  }

  function wakeWaiting(): void {
    const room = health.isPaused() ? 1 : deps.limit - inside;
    const delayMs = health.isPaused() ? Math.max(1, health.waitMs()) : 0;
    for (const conversationId of [...waiting].slice(0, Math.max(0, room))) {
      waiting.delete(conversationId);
      deps.wake(conversationId, delayMs);
    }
  }

  return {
    isOpenFor,
    enter: conversationId => {
      if (!isOpenFor(conversationId)) return { entered: false, waitMs: waitMs() };
      waiting.delete(conversationId);
      inside += 1;
      health.begin(conversationId);
      return { entered: true };
    },
    leave: (conversationId, ok) => {
      inside -= 1;
      health.end(conversationId, ok);
      wakeWaiting();
    },
  };
}

/** Whether an account's calls succeed: it rests while most fail, and one call at a time finds out when it is well. */
interface Health {
  isPaused(): boolean;
  /** Until the next probe may begin; 0: now. */
  waitMs(): number;
  begin(conversationId: string): void;
  end(conversationId: string, ok: boolean | null): void;
}

function createHealth({ now, pauseMs }: AccountsDeps): Health {
  const recent = new Map<string, boolean>();
  let pausedUntil: number | null = null;
  let probe: string | null = null;

  function isSick(): boolean {
    const failed = [...recent.values()].filter(ok => !ok).length;
    return recent.size >= LEAST_JUDGED && failed * 2 > recent.size;
  }

  function note(conversationId: string, ok: boolean): void {
    recent.delete(conversationId);
    recent.set(conversationId, ok);
    trim(recent, JUDGED);
    if (pausedUntil === null && isSick()) pausedUntil = now().getTime() + pauseMs;
  }

  function judgeProbe(ok: boolean): void {
    recent.clear();
    pausedUntil = ok ? null : now().getTime() + pauseMs;
  }

  return {
    isPaused: () => pausedUntil !== null,
    waitMs: () => {
      const left = (pausedUntil ?? 0) - now().getTime();
      return left > 0 ? left : probe === null ? 0 : pauseMs;
    },
    begin: conversationId => {
      if (pausedUntil !== null) probe = conversationId;
    },
    end: (conversationId, ok) => {
      const wasProbe = probe === conversationId;
      if (wasProbe) probe = null;
      if (ok === null) return;
      if (wasProbe) judgeProbe(ok);
      else note(conversationId, ok);
    },
  };
}

/** Forgets the oldest entries beyond `most`. */
function trim(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
