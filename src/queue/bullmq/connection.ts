import { Redis } from 'ioredis';

/** How long one command may take before Redis counts as away, in ms. */
const COMMAND_MS = 2_000;
/** A reader asks at least every five seconds; what stays silent for longer is gone without a word. */
const SILENCE_MS = 20_000;

const ALWAYS = {
  connectTimeout: 3_000,
  retryStrategy: (times: number) => Math.min(times * 100, 1_000),
};

/** A connection for those who give: a command fails soon rather than wait for a Redis that is away. */
export function openGiving(url: string): Redis {
  const redis = new Redis(url, {
    ...ALWAYS,
    ...{ enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: COMMAND_MS },
  });
  // Every trouble is met where a command fails.
  return redis.on('error', () => {});
}

/** A connection for those who take: it waits for Redis for as long as that takes. */
export function openTaking(url: string): Redis {
  const redis = new Redis(url, { ...ALWAYS, maxRetriesPerRequest: null, socketTimeout: SILENCE_MS });
  return redis.on('error', () => {});
}
