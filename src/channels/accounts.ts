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

/** Conversations whose account is remembered. */
const REMEMBERED = 100_000;

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
  const recent = new Map<string, boolean>();
  let inside = 0;
  let pausedUntil: number | null = null;
  let probe: string | null = null;

  function waitMs(): number {
    if (pausedUntil === null) return inside < deps.limit ? 0 : 1_000;
    const left = pausedUntil - deps.now().getTime();
    return left > 0 ? left : probe === null ? 0 : deps.pauseMs;
  }

  function isOpenFor(conversationId: string): boolean {
    if (waitMs() === 0) return true;
    waiting.add(conversationId);
    return false;
  }

  function judge(conversationId: string, ok: boolean): void {
    const wasProbe = probe === conversationId;
    if (wasProbe && ok) recent.clear();
    recent.delete(conversationId);
    recent.set(conversationId, ok);
    trim(recent, JUDGED);
    const failed = [...recent.values()].filter(ok => !ok).length;
    const isSick = recent.size >= LEAST_JUDGED && failed * 2 > recent.size;
    if (wasProbe && ok) pausedUntil = null;
    else if (wasProbe || (isSick && pausedUntil === null)) pausedUntil = deps.now().getTime() + deps.pauseMs;
  }

  function wakeWaiting(): void {
    const room = pausedUntil === null ? deps.limit - inside : 1;
    const delayMs = pausedUntil === null ? 0 : Math.max(1, pausedUntil - deps.now().getTime());
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
      if (pausedUntil !== null) probe = conversationId;
      return { entered: true };
    },
    leave: (conversationId, ok) => {
      inside -= 1;
      if (ok !== null) judge(conversationId, ok);
      if (probe === conversationId) probe = null;
      wakeWaiting();
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
