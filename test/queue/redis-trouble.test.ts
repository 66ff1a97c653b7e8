import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { openBullmq } from '../../src/queue/bullmq.ts';
import type { Job, Queue } from '../../src/queue/queue.ts';
import { freePort } from '../support/free-port.ts';
import { eventually } from '../support/running-desk.ts';
import { missingRedis, type RedisServer, startRedis } from '../support/servers/redis.ts';

const missing = missingRedis();
const turn = (conversationId: string): Job => ({ name: 'turn', conversationId });

/** A machine with other work on it takes its time. */
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

describe.skipIf(missing)(`the queue and a Redis in trouble (${missing ?? 'here'})`, () => {
  let redis: RedisServer;
  const opened: Queue[] = [];

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map(queue => queue.close()));
    // What one test leaves, wherever it ended, is no trouble of the next.
    await redis.client.config('SET', 'maxmemory', '0');
  });

  afterAll(async () => {
    await redis?.stop();
  });

  async function open({ url = redis.url, prefix = `test-${randomUUID()}`, isKnown = false } = {}) {
    const clocks = { now: () => new Date(), elapsedMs: () => performance.now() };
    const queue = await openBullmq({ url, prefix, isKnown, log: pino({ level: 'silent' }), ...clocks });
    opened.push(queue);
    return queue;
  }

  /** A process that only gives, and one that works. */
  async function two() {
    const prefix = `test-${randomUUID()}`;
    const [giving, working] = [await open({ prefix }), await open({ prefix })];
    const done: string[] = [];
    working.work(async job => void done.push(job.name === 'turn' ? job.conversationId : job.name));
    return { giving, working, done, prefix };
  }

  it('wakes another process', async () => {
    const { giving, done } = await two();
    await giving.add(turn('a'));
    await giving.add({ name: 'clock', caseId: 'b' }, 60);
    await eventually(async () => done.length === 2);
    expect(done).toEqual(['a', 'clock']);
  });

  it('wakes no other process with what is of its own memory', async () => {
    const prefix = `test-${randomUUID()}`;
    const both = [await open({ prefix }), await open({ prefix })];
    const done: number[] = [];
    for (const [n, queue] of both.entries()) queue.work(async () => void done.push(n));
    for (let i = 0; i < 20; i += 1) await both[1]?.addHere(turn(`c${i}`), i % 2);
    await eventually(async () => done.length === 20);
    expect(new Set(done)).toEqual(new Set([1]));
  });

  it('keeps ids and nothing else, and forgets what is done', async () => {
    const { giving, done, prefix } = await two();
    for (let i = 0; i < 40; i += 1) await giving.add(turn(`c${i}`), i % 2);
    await eventually(async () => done.length === 40);
    await giving.add(turn('waits'), 60_000);
    const jobs = await eventually(async () => {
      const keys = await redis.client.keys(`${prefix}:turn:*`);
      const found = keys.filter(key => /:\d+$/.test(key));
      return found.length === 1 && found;
    });
    const kept = await redis.client.hgetall(jobs[0] ?? '');
    expect(kept['data']).toBe('{"id":"waits"}');
    expect(JSON.stringify(kept)).not.toContain('conversation');
  });

  it('merges what waits, and lets no early wake-up wait for a late one', async () => {
    const { giving, working, done } = await two();
    await giving.add(turn('a'), 60_000);
    for (let i = 0; i < 20; i += 1) await giving.add(turn('a'), 300);
    await giving.add(turn('a'), 100);
    await eventually(async () => done.length >= 1);
    await pause(900);
    // Two that come at nearly the same time may stand on both sides of a place where times are rounded to.
    expect([2, 3]).toContain(done.length);
    expect(working.state()).toBe('ok');
  });

  it('does at home what it cannot give while Redis is away, and uses it again afterwards', async () => {
    const { giving, working, done } = await two();
    await redis.kill();
    const began = performance.now();
    await giving.add(turn('dropped: the sweep finds it'));
    await working.add(turn('at home'));
    await working.add(turn('at home later'), 50);
    expect(performance.now() - began).toBeLessThan(1_900);
    await eventually(async () => done.length === 2);
    await eventually(async () => giving.state() !== 'ok' && working.state().startsWith('away'));
    await redis.again();
    await eventually(async () => giving.state() === 'ok');
    await giving.add(turn('through Redis'));
    await eventually(async () => done.includes('through Redis'));
    expect(done).toEqual(['at home', 'at home later', 'through Redis']);
  });

  it('goes on when everything in Redis is gone', async () => {
    const { giving, done, prefix } = await two();
    await giving.add(turn('gone'), 2_000);
    await eventually(() => redis.client.exists(`${prefix}:turn:delayed`));
    await redis.client.flushall();
    await giving.add(turn('a'));
    await eventually(async () => done.includes('a'));
    await pause(2_500);
    expect(done).toEqual(['a']);
  });

  it('waits for no answer of a frozen Redis', async () => {
    const { giving, working, done } = await two();
    redis.freeze();
    const began = performance.now();
    for (let i = 0; i < 50; i += 1) await working.add(turn(`w${i}`));
    await giving.add(turn('dropped'));
    expect(performance.now() - began).toBeLessThan(1_900);
    await eventually(async () => done.length === 50);
    expect(working.state()).toBe('away: wake-ups are late');
    redis.thaw();
    await eventually(async () => working.state() === 'ok' && giving.state() === 'ok');
    await giving.add(turn('again'));
    await eventually(async () => done.includes('again'));
  });

  it('does at home what a full Redis does not take', async () => {
    const { giving, working, done } = await two();
    await redis.client.config('SET', 'maxmemory', '1');
    await working.add(turn('at home'));
    await giving.add(turn('dropped'));
    const full = 'full: wake-ups are late';
    await eventually(async () => working.state() === full && giving.state() === full);
    expect(done).toEqual(['at home']);
    await redis.client.config('SET', 'maxmemory', '0');
    await eventually(async () => giving.state() === 'ok');
    await giving.add(turn('b'));
    await eventually(async () => done.includes('b'));
  });

  it('says so when the Redis that came back would throw jobs away', async () => {
    const queue = await open();
    await redis.kill();
    await redis.again('--maxmemory-policy', 'allkeys-lru');
    expect(await eventually(async () => /allkeys-lru/.test(queue.state()) && queue.state())).toContain(
      'noeviction',
    );
    await redis.kill();
    await redis.again();
    await eventually(async () => queue.state() === 'ok');
  });

  it('takes jobs of others that make no sense for what they are', async () => {
    const { giving, done, prefix } = await two();
    const { Queue: BullQueue } = await import('bullmq');
    const hostile = new BullQueue('turn', { connection: redis.client, prefix });
    for (const data of [null, 7, {}, { id: 7 }, { id: 'x'.repeat(5_000) }, { id: '../../etc' }]) {
      await hostile.add('turn', data);
    }
    await giving.add(turn('a'));
    await eventually(async () => done.includes('a'));
    expect(done).toEqual(['../../etc', 'a']);
    expect(await hostile.getFailedCount()).toBe(0);
    await hostile.close();
  });

  it('ends while Redis is away', async () => {
    const { giving, working } = await two();
    await redis.kill();
    const closed = Promise.all([giving.close(), working.close()]);
    await expect(closed).resolves.toBeDefined();
    await redis.again();
  });

  describe('refuses by the name of the setting', () => {
    const refused = async (url: string, isKnown = false): Promise<string> => {
      const error = await open({ url, isKnown }).catch(error => error);
      expect(error).toBeInstanceOf(ConfigError);
      expect(error.problems).toHaveLength(1);
      expect(error.problems[0].where).toBe('QUEUE_URL');
      expect(error.message).not.toMatch(/secret|wrong/);
      return error.problems[0].reason;
    };

    it('an address where nothing is, unless it was there before', async () => {
      const port = await freePort();
      const url = `redis://127.0.0.1:${port}`;
      expect(await refused(url)).toMatch(/^no Redis answers/);
      const queue = await open({ url, isKnown: true });
      expect(queue.state()).toBe('away: wake-ups are late');
    });

    it('what is no Redis', async () => {
      const server = createServer(socket => {
        socket.on('error', () => {});
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      });
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as { port: number };
      expect(await refused(`redis://127.0.0.1:${port}`, true)).toBe(
        'what answers at this address is no Redis',
      );
      server.close();
    });

    it('a wrong password, no password, and a database that is not there', async () => {
      const locked = await startRedis('--requirepass', 'secret');
      const { host } = new URL(locked.url);
      expect(await refused(`redis://:wrong@${host}`, true)).toBe('Redis refuses this user or password');
      expect(await refused(locked.url, true)).toMatch(/^Redis wants a password/);
      expect(await refused(`redis://:secret@${host}/99`, true)).toMatch(/no database of this number/);
      await locked.stop();
    });

    it('a Redis that throws jobs away, is full, or takes no writes', async () => {
      await redis.client.config('SET', 'maxmemory-policy', 'volatile-lru');
      expect(await refused(redis.url, true)).toMatch(/volatile-lru.*noeviction/);
      await redis.client.config('SET', 'maxmemory-policy', 'noeviction');
      await redis.client.config('SET', 'maxmemory', '1');
      expect(await refused(redis.url)).toMatch(/^this Redis is full/);
      await redis.client.config('SET', 'maxmemory', '0');
      await redis.client.replicaof('127.0.0.1', 1);
      expect(await refused(redis.url, true)).toMatch(/replica/);
      await redis.client.replicaof('NO', 'ONE');
    });
  });
});
