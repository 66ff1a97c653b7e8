import type { ChannelId } from './channel.ts';

/** What the accounts' doors need. `wake` asks for a conversation's delivery, after a delay. */
export interface AccountsDeps {
  /** Rises by one each ms, whatever the clock does: a clock set back would make an account rest for as long. */
  elapsedMs: () => number;
  wake: (conversationId: string, delayMs: number) => void;
  /** Calls under way at once for one account. */
  limit: number;
  /** How long an account rests before one call tries it again. */
  pauseMs: number;
}

/** Whose account a conversation is written from. */
export interface Sender {
  conversationId: string;
  channel: ChannelId;
  account: string;
}

/**
 * One door for each account of a platform: so many calls at once, and none but a probe while most of its recent
 * calls fail. Who is turned away is kept and woken when there is room. Memory only: a restart begins anew.
 */
export interface Accounts {
  /** Whose account a conversation is written from, if it was here before. */
  senderOf(conversationId: string): Sender | null;
  /** Takes a place before anything is claimed; false: turned away. Every place taken is given back by `leave`. */
  enter(sender: Sender): boolean;
  /** Gives the place back. `ok`: did the platform take the call; null: no call was made. */
  leave(sender: Sender, ok: boolean | null): void;
}

/** Conversations looked at to judge an account: one that fails alone says nothing about the account. */
const JUDGED = 10;
const LEAST_JUDGED = 4;

/** Conversations whose account is remembered. */
const REMEMBERED = 100_000;

/** Makes the doors; every account's is open at first. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const doors = new Map<string, Door>();
  const senders = new Map<string, Sender>();

  function door(sender: Sender): Door {
    const key = JSON.stringify([sender.channel, sender.account]);
    const found = doors.get(key) ?? createDoor(deps);
    doors.set(key, found);
    return found;
  }

  return {
    senderOf: conversationId => senders.get(conversationId) ?? null,
    enter: sender => {
      senders.set(sender.conversationId, sender);
      trim(senders, REMEMBERED);
      return door(sender).enter(sender.conversationId);
    },
    leave: (sender, ok) => door(sender).leave(sender.conversationId, ok),
  };
}

interface Door {
  enter(conversationId: string): boolean;
  leave(conversationId: string, ok: boolean | null): void;
}

function createDoor(deps: AccountsDeps): Door {
  const waiting = new Set<string>();
  const health = createHealth(deps);
  let inside = 0;

  function isOpen(): boolean {
    return health.isPaused() ? health.waitMs() === 0 : inside < deps.limit;
  }

  function turnAway(conversationId: string): void {
    waiting.add(conversationId);
    // Whoever leaves wakes those who wait; nobody will leave a door that rests.
    if (inside === 0) deps.wake(conversationId, Math.max(1, health.waitMs()));
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
    enter: conversationId => {
      if (!isOpen()) {
        turnAway(conversationId);
        return false;
      }
      waiting.delete(conversationId);
      inside += 1;
      health.begin(conversationId);
      return true;
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

function createHealth({ elapsedMs, pauseMs }: AccountsDeps): Health {
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
    if (pausedUntil === null && isSick()) pausedUntil = elapsedMs() + pauseMs;
  }

  function judgeProbe(ok: boolean): void {
    recent.clear();
    pausedUntil = ok ? null : elapsedMs() + pauseMs;
  }

  return {
    isPaused: () => pausedUntil !== null,
    waitMs: () => {
      const left = (pausedUntil ?? 0) - elapsedMs();
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
