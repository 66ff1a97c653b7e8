import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../src/keyring.ts';
import type { Finding } from '../../src/storage/verify.ts';
import { verifyMongo } from '../../src/storage/verify-mongo.ts';
import { createVault } from '../../src/vault.ts';
import { startBalancer } from './balancer.ts';
import { type Child, startChild } from './child-desk.ts';
import { OPERATOR } from './running-desk.ts';
import { type MongoServer, startMongo } from './servers/mongodb.ts';
import { type RedisServer, startRedis } from './servers/redis.ts';

/** A process of the fleet. */
export interface Member extends Child {
  role: string;
  url: string;
  signal(signal: NodeJS.Signals): void;
}

/** One installation on a MongoDB and a Redis of its own: as many processes as are started, web behind one address. */
export interface Fleet {
  url: string;
  folder: string;
  env: Record<string, string>;
  mongo: MongoServer;
  redis: RedisServer;
  start(role: string, env?: Record<string, string>): Promise<Member>;
  /** Asks a process to end in order; its exit status. */
  drain(member: Member): Promise<number | string>;
  /** Holds the database against everything that is promised. */
  verify(): Promise<Finding[]>;
  /** What every process wrote to standard error, also those that are gone. */
  errors(): string;
  stop(): Promise<void>;
}

/** An installation without processes; `more` is in the environment of each. */
export async function openFleet(more: Record<string, string> = {}): Promise<Fleet> {
  const [mongo, redis, balancer] = [await startMongo(), await startRedis(), await startBalancer()];
  const folder = mkdtempSync(path.join(tmpdir(), 'fleet-'));
  const storeUrl = `${mongo.url}/desk`;
  const env = {
    ...{ STORE_URL: storeUrl, QUEUE_URL: redis.url, API_KEY: OPERATOR, LOG_LEVEL: 'warn' },
    ...{ PUBLIC_URL: balancer.url, ...more },
  };
  const members: Member[] = [];
  return {
    ...{ url: balancer.url, folder, env, mongo, redis },
    start: async (role, own = {}) => {
      const child = await startChild(folder, { ...env, ROLE: role, ...own });
      const member: Member = { ...child, role, signal: signal => void child.process.kill(signal) };
      members.push(member);
      if (role === 'web' || role === 'all') balancer.targets.add(child.url);
      void child.ended.then(() => balancer.targets.delete(child.url));
      return member;
    },
    drain: async member => {
      member.signal('SIGTERM');
      return member.ended;
    },
    verify: () => {
      const vault = createVault(loadKeyring(path.join(folder, 'keyring'), { create: false }));
      return verifyMongo({ url: storeUrl, vault, allowedSteps });
    },
    errors: () => members.map((member, n) => `${n} ${member.role}\n${member.err()}`).join(''),
    stop: async () => {
      for (const member of members) member.signal('SIGKILL');
      await Promise.all(members.map(({ ended }) => ended));
      await balancer.close();
      await Promise.all([mongo.stop(), redis.stop()]);
    },
  };
}
