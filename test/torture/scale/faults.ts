import { setTimeout as pause } from 'node:timers/promises';
import type { MongoServer } from '../../support/servers/mongodb.ts';
import type { RedisServer } from '../../support/servers/redis.ts';
import { saySms } from '../sms-line.ts';
import { chanceFor, type World } from '../world.ts';
import type { Eye, Hurt } from './database.ts';
import type { FaultPlan } from './plan.ts';
import type { Slot } from './slots.ts';

/** A fault that was, and what became of it. */
export interface Fault extends FaultPlan {
  /** By the wall clock, ms since 1970. */
  from: number;
  until: number;
  /** Messages acknowledged meanwhile. */
  acks: number;
  /** Jobs that were waiting in Redis when it was wiped. */
  jobs: number;
  /** From its end until everything that stood there then was done; null: it was not in time. */
  caughtUpMs: number | null;
}

/** What faults are done to. */
export interface Victims {
  world: World;
  eye: Eye;
  mongo: MongoServer;
  redis: RedisServer;
  slots: readonly Slot[];
  /** Keeps everybody from being killed until the function it gives is called. */
  calm: () => () => void;
  say: (line: string) => void;
}

/** Everything that stood there at a fault's end is done within this at the latest. */
const CATCH_UP_MS = 120_000;

/** Does one fault after the other, each once everything runs, until there were enough. */
export async function doFaults(
  victims: Victims,
  plans: Iterator<FaultPlan, never>,
  isEnough: (faults: number) => boolean,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (let n = 0; !isEnough(n); n += 1) {
    const plan = plans.next().value;
    const release = plan.calm ? victims.calm() : () => {};
    victims.world.measured = plan.calm;
    if (plan.calm) await settled(victims);
    const from = Date.now();
    const before = acksIn(victims.world);
    const jobs = await DO[plan.kind](victims, plan.ms, n);
    const until = Date.now();
    const acks = acksIn(victims.world) - before;
    const caughtUpMs = await caughtUp(victims.eye, until);
    release();
    victims.world.measured = false;
    faults.push({ ...plan, from, until, acks, jobs, caughtUpMs });
    victims.say(`fault: ${JSON.stringify(faults.at(-1))}`);
    await pause(1_000);
  }
  return faults;
}

/** Who was just started has all it needs by then, and citizens have begun to talk again. */
const ACTIVE_MS = 3_000;
const SETTLED_MS = 60_000;

/** Everybody is there. */
async function settled({ slots }: Victims): Promise<void> {
  const end = performance.now() + SETTLED_MS;
  while (slots.some(({ isReady }) => !isReady) && performance.now() < end) await pause(50);
  await pause(ACTIVE_MS);
}

function acksIn({ ledger }: World): number {
  return ledger.said.filter(({ ackedAt }) => ackedAt !== null).length;
}

async function caughtUp(eye: Eye, at: number): Promise<number | null> {
  while (Date.now() - at < CATCH_UP_MS) {
    if ((await eye.overdue(at)) === 0) return Date.now() - at;
    await pause(500);
  }
  return null;
}

const COMMANDS = ['find', 'insert', 'update', 'delete', 'aggregate', 'findAndModify', 'commitTransaction'];

/** Each does its harm, waits, mends it, and tells how many jobs were waiting in Redis. */
const DO: Record<FaultPlan['kind'], (victims: Victims, ms: number, n: number) => Promise<number>> = {
  'redis killed': async ({ redis, world }, ms) => {
    await redis.kill();
    await lasting(world, ms);
    await redis.again();
    return 0;
  },
  'workers paused': victims => pileUp(victims, async () => {}),
  'redis wiped': victims => pileUp(victims, async () => void (await victims.redis.client.flushall())),
  'redis frozen': async ({ redis, world }, ms) => {
    redis.freeze();
    await lasting(world, ms);
    redis.thaw();
    return 0;
  },
  'redis full': async ({ redis, world }, ms) => {
    await redis.client.config('SET', 'maxmemory', '1');
    await lasting(world, ms);
    await redis.client.config('SET', 'maxmemory', '0');
    return 0;
  },
  'database killed': async ({ mongo }, ms) => {
    await mongo.kill();
    await pause(ms);
    await mongo.again();
    return 0;
  },
  'database frozen': async ({ mongo }, ms) => {
    mongo.freeze();
    await pause(ms);
    mongo.thaw();
    return 0;
  },
  // As a member that is no primary any more.
  'database refuses': hurting({ failCommands: COMMANDS, errorCode: 10_107, closeConnection: false }),
  'database slow': hurting({ failCommands: COMMANDS, blockConnection: true, blockTimeMS: 700 }),
  'database cuts': hurting({ failCommands: ['commitTransaction'], closeConnection: true }),
  'process stopped': async ({ slots, world }, ms, n) => {
    const running = slots.filter(({ role }) => role !== 'web').at(n % 4)?.running;
    running?.signal('SIGSTOP');
    await Promise.race([pause(ms), untilAborted(world.ending)]);
    running?.signal('SIGCONT');
    return 0;
  },
};

/** So long, and until somebody's words were acknowledged meanwhile: nobody may wait for Redis. */
async function lasting(world: World, ms: number): Promise<void> {
  const began = performance.now();
  const before = acksIn(world);
  await pause(ms);
  while (acksIn(world) === before && performance.now() - began < NOBODY_MS) await pause(100);
}

/** On a machine that is busy with other things, nobody may get through for as long as this. */
const NOBODY_MS = 60_000;

function hurting(how: Hurt): (victims: Victims, ms: number) => Promise<number> {
  return async ({ eye }, ms) => {
    await eye.hurt(how);
    await pause(ms);
    await eye.hurt('off');
    return 0;
  };
}

/** A machine that is busy with other things may take so long. */
const PILE_MS = 120_000;
/** So many wait in Redis when it is wiped. */
export const LEAST_JOBS = 100;

/** With the workers stopped, more than a hundred people write; then something is done, and they go on. */
async function pileUp({ world, redis, slots }: Victims, then: () => Promise<void>): Promise<number> {
  const n = world.ledger.said.length;
  const workers = slots.filter(({ role }) => role === 'worker').flatMap(({ running }) => running ?? []);
  for (const worker of workers) worker.signal('SIGSTOP');
  const chance = chanceFor(world, 'wipe', n);
  const end = performance.now() + PILE_MS;
  let jobs = 0;
  for (let i = 0; jobs < LEAST_JOBS && performance.now() < end; i += 10) {
    const some = Array.from({ length: 10 }, (_, k) => `+50782${String(n + i + k).padStart(6, '0')}`);
    await Promise.all(some.map(from => saySms(world, from, 'hay un hueco en la calle 12', chance)));
    jobs = await waitingJobs(redis);
  }
  await then();
  for (const worker of workers) worker.signal('SIGCONT');
  return jobs;
}

async function waitingJobs({ client }: RedisServer): Promise<number> {
  const keys = await client.keys('*:turn:*');
  const lengths = keys.map(key => {
    if (key.endsWith(':delayed')) return client.zcard(key);
    return key.endsWith(':wait') ? client.llen(key) : 0;
  });
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
}
