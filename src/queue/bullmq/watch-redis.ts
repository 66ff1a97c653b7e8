import type { Redis } from 'ioredis';
import { judgeInfo } from './inspect.ts';

/** What Redis is watched with. */
export interface WatchDeps {
  redis: Redis;
  /** Told when Redis stops taking wakes, with why, and when it takes them again (null). */
  changed: (trouble: string | null) => void;
}

/** What is known of a Redis that wakes are given to. */
export interface Watch {
  /** Null: wakes are taken. */
  trouble(): string | null;
  /** Is it to be given wakes? One that would throw them away is still given them: the sweep finds what it loses. */
  takes(): boolean;
  /** Notes that it could not be given wakes, and how it failed. */
  failed(error: unknown): void;
  /** Looks no more, and tells nobody of what comes. */
  close(): void;
}

const PROBE_MS = 1_000;
const AWAY = 'away: wake-ups are late';
const FULL = 'full: wake-ups are late';

/** Watches a Redis: while there is trouble it is asked every second whether that is over. */
export function watchRedis({ redis, changed }: WatchDeps): Watch {
  let trouble: string | null = redis.status === 'ready' ? null : AWAY;
  let closed = false;
  const probe = setInterval(() => void look(), PROBE_MS);
  redis.on('close', () => turn(AWAY));
  redis.on('ready', () => void look());

  function turn(to: string | null): void {
    if (to === trouble || closed) return;
    trouble = to;
    changed(to);
  }

  /** After trouble, and whenever another Redis may stand in the place of the first. */
  async function look(): Promise<void> {
    if (redis.status !== 'ready') return turn(AWAY);
    if (trouble === null) return;
    try {
      turn(troubleIn(await redis.info()));
    } catch {
      turn(AWAY);
    }
  }

  return {
    trouble: () => trouble,
    takes: () => trouble !== AWAY && trouble !== FULL && redis.status === 'ready',
    failed: error => turn(isFull(error) ? FULL : AWAY),
    close: () => {
      closed = true;
      clearInterval(probe);
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /OOM/.test(error.message);
}

function troubleIn(info: string): string | null {
  const found = judgeInfo(info);
  if (found.state === 'ok') return null;
  return found.state === 'away' ? FULL : found.reason;
}
