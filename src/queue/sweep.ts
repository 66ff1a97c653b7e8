import type { Logger } from 'pino';
import { errorFields } from '../errors.ts';
import type { Share } from '../storage/share.ts';
import type { Store } from '../storage/store.ts';
import type { Queue } from './queue.ts';

/** What the sweep needs. `count` is told the length of each work list, for the figures. */
export interface SweepDeps {
  store: Pick<Store, 'overdue'>;
  queue: Pick<Queue, 'add'>;
  /** Whose work it looks for: what others see to would hide it. */
  share: Share;
  now: () => Date;
  everyMs: number;
  log?: Pick<Logger, 'error'>;
  count?: (jobs: number) => void;
}

/** Looks regularly for what nobody woke; `stop` resolves when it looks no more. */
export interface Sweep {
  start(): void;
  stop(): Promise<void>;
}

/** More than this at once helps nobody: the next look brings the rest. */
const MOST = 500;
/** Or, when there was more, by then at the latest. */
const SOON_MS = 1_000;
/**
 * The first look reaches this far ahead: what is nearly due was in the hands of a process that is gone, and would
 * otherwise count as forgotten only looks later. Who is woken early asks to be woken again.
 */
const FIRST_AHEAD_MS = 10_000;

/**
 * Wakes what should have been done by now: at once when started, the nearly due too, then `everyMs` after each look. A store that
 * fails is asked again at the next look, and noted once.
 */
export function createSweep(deps: SweepDeps): Sweep {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let running = false;
  let failing = false;
  let aheadMs = FIRST_AHEAD_MS;

  async function look(): Promise<void> {
    let nextMs = deps.everyMs;
    try {
      const until = new Date(deps.now().getTime() + aheadMs);
      const jobs = await deps.store.overdue(until, MOST, deps.share);
      aheadMs = 0;
      deps.count?.(jobs.length);
      for (const job of jobs) await deps.queue.add(job);
      if (jobs.length >= MOST) nextMs = Math.min(nextMs, SOON_MS);
      failing = false;
    } catch (error) {
      if (!failing) deps.log?.error({ code: errorFields(error).code ?? 'unknown' }, 'sweep failed');
      failing = true;
    }
    if (running) timer = setTimeout(next, nextMs);
  }

  function next(): void {
    looking = look();
  }

  return {
    start: () => {
      if (running) return;
      running = true;
      next();
    },
    stop: async () => {
      running = false;
      clearTimeout(timer);
      await looking;
    },
  };
}
