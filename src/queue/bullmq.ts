import type { Logger } from 'pino';
import { ConfigError } from '../errors.ts';
import { openGiving, openTaking } from './bullmq/connection.ts';
import { createGiver, type Wake } from './bullmq/giver.ts';
import { inspect } from './bullmq/inspect.ts';
import { startTaking } from './bullmq/takers.ts';
import { guard } from './guard.ts';
import { createMemoryQueue, LIMITS } from './memory.ts';
import type { Job, JobHandler, JobName, Queue } from './queue.ts';

/** What the queue in Redis is opened with. */
export interface BullmqOptions {
  /** `redis://…` or `rediss://…`; a password stays out of logs and errors. */
  url: string;
  /** Begins every key: installations that share a Redis have different ones. */
  prefix: string;
  log: Pick<Logger, 'error' | 'warn' | 'info'>;
  /** Did this installation ever use this Redis? Then one that is away is no mistake in the setting. */
  isKnown: boolean;
  now: () => Date;
  /** Rises by one each ms, whatever the clock does. */
  elapsedMs: () => number;
  limits?: Partial<Record<JobName, number>>;
}

/**
 * Wakes handlers in any process of the installation. Jobs hold ids. While Redis is away, what a process that works
 * would give to it is done there; what others would, the sweep finds. Throws `ConfigError` when what is at
 * the address cannot serve.
 */
export async function openBullmq(options: BullmqOptions): Promise<Queue> {
  const found = await inspect(options.url);
  if (found.state === 'wrong' || (found.state === 'away' && !options.isKnown)) {
    throw new ConfigError([{ where: 'QUEUE_URL', reason: found.reason }]);
  }
  const redis = openGiving(options.url);
  if (found.state === 'ok') await ready(redis);
  else options.log.warn({ part: 'queue', state: found.reason }, 'the queue is away; the sweep does its work');
  return createQueue(options, redis);
}

/** Resolves when the connection stands, or could not be made. */
function ready(redis: ReturnType<typeof openGiving>): Promise<void> {
  if (redis.status === 'ready') return Promise.resolve();
  return new Promise(resolve => {
    redis.once('ready', () => resolve());
    redis.once('close', () => resolve());
  });
}

function createQueue(options: BullmqOptions, redis: ReturnType<typeof openGiving>): Queue {
  const { log, prefix, now, elapsedMs } = options;
  const limits = { ...LIMITS, ...options.limits };
  let takers: { close(): Promise<void> } | null = null;
  let closing: Promise<void> | null = null;
  const here = createMemoryQueue({ log, elapsedMs, limits });
  const refused = (wakes: Wake[]): void => {
    // Who does not work has nobody to wake.
    if (takers) for (const { job, delayMs } of wakes) void here.add(job, delayMs);
  };
  const giver = createGiver({
    ...{ redis, prefix, now, refused },
    changed: trouble => {
      if (trouble === null) log.info({ part: 'queue' }, 'the queue is back');
      else
        log.warn({ part: 'queue', state: trouble }, 'the queue is in trouble; the sweep does what it misses');
    },
  });
  const end = async (): Promise<void> => {
    await Promise.all([takers?.close(), here.close()]);
    await giver.close();
  };
  return {
    add: async (job, delayMs = 0) => giver.give({ job, delayMs }),
    addHere: here.add,
    work: (handler: JobHandler) => {
      const handle = guard(handler, log);
      here.work(handle);
      const giveBack = (job: Job): void => giver.give({ job, delayMs: 0 });
      takers = startTaking({ redis: openTaking(options.url), prefix, limits, handle, giveBack });
    },
    state: () => giver.trouble() ?? 'ok',
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}
