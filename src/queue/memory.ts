import type { Logger } from 'pino';
import { guard, idOf } from './guard.ts';
import type { Job, JobHandler, Queue } from './queue.ts';
import { ringsAt } from './rings-at.ts';

/** What the queue in memory needs. `limits`: how many jobs of a name run side by side. */
export interface MemoryQueueDeps {
  log: Pick<Logger, 'error'>;
  /** Rises by one each ms, whatever the clock does. */
  elapsedMs: () => number;
  limits?: Partial<Record<Job['name'], number>>;
}

/** How many jobs of a name run side by side: sends wait for platforms, so many may; turns use the processor, so few should. */
export const LIMITS: Record<Job['name'], number> = { turn: 16, deliver: 64, clock: 4, notice: 4 };

/** The longest a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Wakes handlers in this process. Due jobs of one name run in the order they became due; a job never runs beside
 * itself; one added while it is due is merged with it, one added while it runs, runs again after. Delays of one job that
 * end at about the same time are one.
 */
export function createMemoryQueue(deps: MemoryQueueDeps): Queue {
  const limits = { ...LIMITS, ...deps.limits };
  let handler: JobHandler | null = null;
  let closed = false;
  const run = guard(async job => handler?.(job), deps.log);
  const open = (limit: number): Lane => createLane(limit, run, () => handler !== null && !closed);
  const lanes: Record<Job['name'], Lane> = {
    ...{ turn: open(limits.turn), deliver: open(limits.deliver) },
    ...{ clock: open(limits.clock), notice: open(limits.notice) },
  };
  const alarms = createAlarms(deps.elapsedMs);
  const add = async (job: Job, delayMs = 0): Promise<void> => {
    if (closed) return;
    if (delayMs > 0) alarms.set(job, delayMs, () => lanes[job.name].add(job));
    else lanes[job.name].add(job);
  };
  return {
    ...{ add, addHere: add },
    work: handle => {
      handler = handle;
      for (const lane of Object.values(lanes)) lane.start();
    },
    state: () => 'ok',
    close: async () => {
      closed = true;
      alarms.clear();
      await Promise.all(Object.values(lanes).map(lane => lane.idle()));
    },
  };
}

/** The jobs of one name: those that are due, each key once, and those that run. */
interface Lane {
  add(job: Job): void;
  start(): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

function createLane(limit: number, run: (job: Job) => Promise<void>, mayStart: () => boolean): Lane {
  const due = new Map<string, Job>();
  const running = new Map<string, Promise<void>>();

  function start(): void {
    for (const [key, job] of due) {
      if (!mayStart() || running.size >= limit) return;
      if (running.has(key)) continue;
      due.delete(key);
      running.set(key, finish(key, run(job)));
    }
  }

  async function finish(key: string, work: Promise<void>): Promise<void> {
    await work;
    running.delete(key);
    start();
  }

  return {
    add: job => {
      const key = idOf(job);
      if (!due.has(key)) due.set(key, job);
      start();
    },
    start,
    idle: async () => {
      await Promise.all(running.values());
    },
  };
}

/** Timers that can all be taken back; of those for one job that would ring at the same time there is one. */
function createAlarms(elapsedMs: () => number): {
  set(job: Job, delayMs: number, ring: () => void): void;
  clear(): void;
} {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    set: (job, delayMs, ring) => {
      const now = elapsedMs();
      const at = ringsAt(now, delayMs);
      const key = `${job.name}.${idOf(job)}.${at}`;
      if (timers.has(key)) return;
      const end = (): void => {
        timers.delete(key);
        ring();
      };
      timers.set(key, setTimeout(end, Math.min(at - now, LONGEST_MS)));
    },
    clear: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
