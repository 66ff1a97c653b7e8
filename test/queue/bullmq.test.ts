import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe } from 'vitest';
import { openBullmq } from '../../src/queue/bullmq.ts';
import { queueContract } from '../contracts/queue.ts';
import { missingRedis, someRedis } from '../support/servers/redis.ts';

const missing = process.env['REDIS_URL'] ? null : missingRedis();

describe.skipIf(missing)(`with a Redis (${missing ?? 'here'})`, () => {
  let redis: Awaited<ReturnType<typeof someRedis>>;

  beforeAll(async () => {
    redis = await someRedis();
  });

  afterAll(async () => {
    await redis?.stop();
  });

  queueContract('the queue in Redis', () =>
    openBullmq({
      ...{ url: redis?.url ?? '', prefix: `test-${randomUUID()}`, isKnown: false },
      ...{ now: () => new Date(), elapsedMs: () => performance.now() },
      log: pino({ level: 'silent' }),
    }),
  );
});
