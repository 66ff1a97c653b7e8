import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Job, JobHandler, JobName } from '../queue.ts';

/** What jobs are taken from Redis with. `handle` never rejects: what Redis counts as failed means nothing. */
export interface TakersDeps {
  redis: Redis;
  prefix: string;
  limits: Record<JobName, number>;
  handle: JobHandler;
  /** Takes a job that came when no more was to be begun: another process will. */
  giveBack: (job: Job) => void;
}

/** How soon the jobs of a process that is gone are handed to another, in ms: its lock ends, and two looks find it. */
const LOCK_MS = 5_000;
const LOOK_MS = 2_000;
const AGAIN_MS = 1_000;
/** What runs is done; Redis may be away when that is to be written down. */
const FAREWELL_MS = 1_000;

/** Takes the jobs of every name until it is closed; `close` resolves when none of them runs here. */
export function startTaking(deps: TakersDeps): { close(): Promise<void> } {
  const running = new Set<Promise<void>>();
  let closed = false;
  const handle: JobHandler = async job => {
    if (closed) return deps.giveBack(job);
    const run = deps.handle(job).finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  const names = Object.keys(deps.limits) as JobName[];
  const takers = names.map(name => startTaker({ ...deps, handle }, name));
  return {
    close: async () => {
      closed = true;
      const closing = Promise.all(takers.map(taker => taker.close()));
      await Promise.race([closing, idle(running).then(() => pause(FAREWELL_MS))]);
      deps.redis.disconnect();
    },
  };
}

async function idle(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) await Promise.all(running);
}

/** Takes jobs of one name; a worker that ends by itself, because Redis went away while it was made, is followed by another. */
function startTaker(deps: TakersDeps, name: JobName): { close(): Promise<void> } {
  let closed = false;
  let worker = createWorker(deps, name);
  const taking = (async () => {
    while (!closed) {
      await worker.run().catch(() => {});
      if (closed) return;
      await pause(AGAIN_MS);
      void worker.close(true).catch(() => {});
      if (!closed) worker = createWorker(deps, name);
    }
  })();
  return {
    close: async () => {
      closed = true;
      await worker.close().catch(() => {});
      await taking;
    },
  };
}

function createWorker({ redis, prefix, limits, handle }: TakersDeps, name: JobName): Worker {
  const take = async ({ data }: { data: unknown }): Promise<void> => {
    const job = jobOf(name, data);
    if (job) await handle(job);
  };
  const worker = new Worker(name, take, {
    ...{ connection: redis, prefix, autorun: false, concurrency: limits[name] },
    ...{ lockDuration: LOCK_MS, stalledInterval: LOOK_MS, runRetryDelay: AGAIN_MS },
    // However often a process dies with it, a job is nobody's fault.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
  });
  return worker.on('error', () => {});
}

/** Whoever can write to Redis can write anything there; an id that nobody has wakes nobody. */
function jobOf(name: JobName, data: unknown): Job | null {
  const id = (data as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || id.length > 200) return null;
  if (name === 'clock') return { name, caseId: id };
  return name === 'notice' ? { name, noticeId: id } : { name, conversationId: id };
}
