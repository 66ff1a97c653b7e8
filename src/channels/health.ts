import { forgetOldest } from './forget-oldest.ts';

/** Conversations looked at to judge an account: one that fails alone says nothing about the account. */
const JUDGED = 10;
const LEAST_JUDGED = 4;

/** What the health of an account is told by. */
export interface HealthDeps {
  /** Rises by one each ms, whatever the clock does: a clock set back would make an account rest for as long. */
  elapsedMs: () => number;
  /** How long an account rests before one call tries it again. */
  pauseMs: number;
}

/** Whether an account's calls succeed: it rests while most fail, and one call at a time finds out when it is well. */
export interface Health {
  isPaused(): boolean;
  /** Until the next probe may begin; 0: now. */
  waitMs(): number;
  begin(conversationId: string): void;
  end(conversationId: string, ok: boolean | null): void;
}

/** Makes the health of an account that is well; it rests for `pauseMs`. */
export function createHealth({ elapsedMs, pauseMs }: HealthDeps): Health {
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
    forgetOldest(recent, JUDGED);
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
