import { type BulkJobOptions, Queue as BullQueue } from 'bullmq';
import type { Redis } from 'ioredis';
import { idOf } from '../guard.ts';
import type { Job, JobName } from '../queue.ts';
import { ringsAt } from '../rings-at.ts';
import { watchRedis } from './watch-redis.ts';

/** A job and how long it is to wait, in ms. */
export interface Wake {
  job: Job;
  delayMs: number;
}

/** What wakes are given to Redis with. */
export interface GiverDeps {
  redis: Redis;
  prefix: string;
  now: () => Date;
  /** Told of what Redis could not be given: done elsewhere, or left to the sweep. */
  refused: (wakes: Wake[]) => void;
  /** Told when Redis stops taking wakes, with why, and when it takes them again (null). */
  changed: (trouble: string | null) => void;
}

/** Gives wakes to Redis, many at a time; nobody waits for it. */
export interface Giver {
  give(wake: Wake): void;
  /** Null: wakes are taken. */
  trouble(): string | null;
  /** Resolves when nothing waits to be given any more. */
  close(): Promise<void>;
}

/** The same wake twice is kept once; this many different ones wait at most. */
const MOST_WAITING = 5_000;
const BATCH = 250;

/** Makes a giver. It holds the connection, and ends it at `close`. */
export function createGiver(deps: GiverDeps): Giver {
  const { redis } = deps;
  const waiting = new Map<string, Keyed>();
  const lanes = createLanes(deps);
  const watch = watchRedis(deps);
  let giving: Promise<void> | null = null;
  let closed = false;

  async function giveAll(): Promise<void> {
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, BATCH);
      for (const [key] of batch) waiting.delete(key);
      const wakes = batch.map(([, keyed]) => keyed);
      try {
        if (!watch.takes()) throw new Error('away');
        await lanes.add(wakes);
      } catch (error) {
        watch.failed(error);
        deps.refused(wakes);
      }
    }
    giving = null;
  }

  return {
    trouble: watch.trouble,
    give: wake => {
      if (!watch.takes() || waiting.size >= MOST_WAITING) return deps.refused([wake]);
      const keyed = withKey(wake, deps.now().getTime());
      waiting.set(keyed.key, keyed);
      giving ??= new Promise<void>(resolve => setImmediate(resolve)).then(giveAll);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      watch.close();
      await giving;
      await lanes.close();
      redis.disconnect();
    },
  };
}

/** A wake with the time it comes at in its key. */
interface Keyed extends Wake {
  key: string;
}

/**
 * Wakes are merged by their keys: at once with at once, one that waits with one that comes at the same time. Then none ever waits
 * for one that is due later, and what is asked for again and again is there once.
 */
function withKey({ job, delayMs }: Wake, now: number): Keyed {
  const key = `${job.name}.${idOf(job)}`;
  if (delayMs <= 0) return { job, delayMs, key };
  const at = ringsAt(now, delayMs);
  return { job, delayMs: at - now, key: `${key}.${at}` };
}

/** One queue of Redis for each name of jobs. */
function createLanes({ redis, prefix }: GiverDeps): {
  add(wakes: Keyed[]): Promise<void>;
  close(): Promise<void>;
} {
  const lanes = new Map<JobName, BullQueue>();

  function laneOf(name: JobName): BullQueue {
    const known = lanes.get(name);
    if (known) return known;
    const lane = new BullQueue(name, {
      ...{ connection: redis, prefix, streams: { events: { maxLen: 100 } } },
    });
    lane.on('error', () => {});
    lanes.set(name, lane);
    return lane;
  }

  /** One that met trouble while it was made stays broken: the next wake makes another. */
  async function discard(): Promise<void> {
    const old = [...lanes.values()];
    lanes.clear();
    await Promise.all(old.map(lane => lane.close().catch(() => {})));
  }

  return {
    add: async wakes => {
      try {
        const byName = Map.groupBy(wakes, ({ job }) => job.name);
        await Promise.all([...byName].map(([name, own]) => laneOf(name).addBulk(own.map(toBull))));
      } catch (error) {
        await discard();
        throw error;
      }
    },
    close: discard,
  };
}

/** Ids, nothing else. What Redis counts as done or failed is forgotten at once: the store knows. */
function toBull({ job, delayMs, key }: Keyed): { name: string; data: { id: string }; opts: BulkJobOptions } {
  return {
    ...{ name: job.name, data: { id: idOf(job) } },
    opts: {
      ...{ removeOnComplete: true, removeOnFail: true, ...(delayMs > 0 ? { delay: delayMs } : {}) },
      deduplication: { id: key, keepLastIfActive: true },
    },
  };
}
