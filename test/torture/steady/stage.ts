import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { allowedSteps } from '../../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../../src/keyring.ts';
import type { Finding } from '../../../src/storage/verify.ts';
import { verifyMongo } from '../../../src/storage/verify-mongo.ts';
import { createVault } from '../../../src/vault.ts';
import { startBalancer } from '../../support/balancer.ts';
import { freePort } from '../../support/free-port.ts';
import { startMongo } from '../../support/servers/mongodb.ts';
import { startRedis } from '../../support/servers/redis.ts';
import { checkAll, type Evidence, type Held } from '../checks.ts';
import { collect, databaseIn, verifyWith } from '../evidence.ts';
import { oldestIn, peek, undoneIn } from '../peek.ts';
import { type Home, type Running, startService } from '../process.ts';
import type { Profile } from '../races/desks.ts';
import { openEye } from '../scale/database.ts';
import { environmentOf, openWorld } from '../surroundings.ts';
import type { World } from '../world.ts';

/** A process of the product. */
export interface Member {
  name: string;
  pid: number;
  /** Where its inspector listens once it is told to (SIGUSR1). */
  inspectorPort: number;
}

/** The shipped service with everything around it, which nobody kills. */
export interface Stage {
  world: World;
  folder: string;
  members(): Member[];
  /** When the earliest thing that is undone came, ms since 1970; Infinity: nothing is. Null: nobody can tell now. */
  oldest(): Promise<number | null>;
  /** kill -9 of all processes; they come again with their clock, and the platforms', so far ahead. */
  restart(aheadMs: number): Promise<void>;
  /** Waits until nothing is undone; how long, ms. Null: too long. */
  drained(): Promise<number | null>;
  /** Makes what is stored readable in the folder's database file. */
  layOut(): Promise<void>;
  /** Holds everything seen outside against what the service shows, and asks for the product's own word. */
  look(): Promise<{ evidence: Evidence; held: Held[]; verified: Finding[] }>;
  close(): Promise<void>;
}

/** Where a profile keeps what it has; one process, or two of each role. */
interface Ground {
  env: Record<string, string>;
  roles: readonly string[];
  /** Where citizens and platforms call. */
  url: string;
  /** Told of each process that serves, and that it is gone. */
  serves(address: string, is: boolean): void;
  oldest(): Promise<number | null>;
  undone(): Promise<number | null>;
  layOut(): Promise<void>;
  verify(world: World): Promise<Finding[]>;
  close(): Promise<void>;
}

const DRAIN_MS = 240_000;

/** Opens a stage on fresh ground. */
export async function openStage(profile: Profile, seed: number): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'steady-'));
  const ground = profile === 'scale' ? await openScale(folder) : await openEmbedded(folder);
  const clock = { aheadMs: 0 };
  const ended = new AbortController();
  const world = await openWorld({ seed, url: ground.url, ending: ended.signal, clock, measured: true });
  const crew = await createCrew(ground, { folder, env: environmentOf(folder, world, ground.env) });
  await crew.start(clock.aheadMs);
  return {
    ...{ world, folder, oldest: ground.oldest, layOut: ground.layOut, members: crew.members },
    restart: async aheadMs => {
      await crew.kill();
      clock.aheadMs = aheadMs;
      await crew.start(aheadMs);
    },
    drained: () => drained(ground, world),
    look: async () => {
      await ground.layOut();
      const evidence = await collect(world, folder, 0);
      return { evidence, held: checkAll(evidence), verified: await ground.verify(world) };
    },
    close: async () => {
      ended.abort();
      await crew.kill();
      await world.platforms.close();
      await ground.close();
    },
  };
}

/** The processes of a ground, each on a port of its own that it keeps. */
async function createCrew(ground: Ground, home: Home) {
  const ports = await Promise.all(ground.roles.map((_, i) => (i === 0 ? portOf(ground) : freePort())));
  const inspectors = await Promise.all(ground.roles.map(() => freePort()));
  const ownEnv = (role: string, i: number): Record<string, string> => ({
    ...{ ROLE: role, PORT: String(ports[i]), NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspectors[i]}` },
  });
  let running: Running[] = [];
  return {
    members: (): Member[] =>
      ground.roles.map((role, i) => ({
        ...{ name: `${role} ${i + 1}`, pid: running[i]?.pid ?? 0, inspectorPort: inspectors[i] ?? 0 },
      })),
    start: async (aheadMs: number): Promise<void> => {
      running = ground.roles.map((role, i) =>
        startService({ ...home, env: { ...home.env, ...ownEnv(role, i) } }, lifeAt(aheadMs)),
      );
      const up = await Promise.all(running.map(({ ready }) => ready));
      if (up.includes(false)) throw new Error('a process did not come up; see service.log');
      const serving = ports.filter((_, i) => ground.roles[i] !== 'worker');
      for (const port of serving) ground.serves(addressOf(port), true);
    },
    kill: async (): Promise<void> => {
      for (const port of ports) ground.serves(addressOf(port), false);
      for (const one of running) one.kill();
      await Promise.all(running.map(({ ended }) => ended));
    },
  };
}

function lifeAt(aheadMs: number) {
  return { strike: { kind: 'outside', early: false, afterMs: 0 }, aheadMs } as const;
}

function addressOf(port: number | undefined): string {
  return `http://127.0.0.1:${port}`;
}

/** The embedded profile is called itself, the other one through its balancer. */
async function portOf({ url, roles }: Ground): Promise<number> {
  return roles.length === 1 ? Number(new URL(url).port) : freePort();
}

async function drained(ground: Ground, { ledger }: World): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < DRAIN_MS) {
    if ((await ground.undone()) === 0 && ledger.open === 0) return performance.now() - began;
    await pause(200);
  }
  return null;
}

async function openEmbedded(folder: string): Promise<Ground> {
  const file = databaseIn(folder);
  const perhaps = async <T>(look: () => T): Promise<T | null> => {
    try {
      return look();
    } catch {
      return null;
    }
  };
  return {
    ...{ env: {}, roles: ['all'], url: addressOf(await freePort()), serves: () => {} },
    oldest: () => perhaps(() => peek(file, oldestIn)),
    undone: () =>
      perhaps(() => {
        const { unconsumed, unsent, news } = peek(file, undoneIn);
        return unconsumed + unsent + news;
      }),
    layOut: async () => {},
    verify: ({ ledger }) => verifyWith(folder, ledger.said),
    close: async () => {},
  };
}

async function openScale(folder: string): Promise<Ground> {
  const [mongo, redis, balancer] = [await startMongo(), await startRedis(), await startBalancer()];
  const url = `${mongo.url}/desk`;
  const eye = await openEye(url);
  return {
    env: { STORE_URL: url, QUEUE_URL: redis.url },
    roles: ['web', 'web', 'worker', 'worker'],
    url: balancer.url,
    serves: (address, is) => void (is ? balancer.targets.add(address) : balancer.targets.delete(address)),
    oldest: eye.oldest,
    undone: async () => {
      const left = await eye.left(Number.MAX_SAFE_INTEGER);
      return left && left.unconsumed + left.unsent;
    },
    layOut: () => eye.copyTo(folder),
    verify: ({ ledger }) =>
      verifyMongo({
        ...{ url, allowedSteps },
        vault: createVault(loadKeyring(path.join(folder, 'keyring'), { create: false })),
        acknowledged: ledger.said.filter(({ ackedAt }) => ackedAt !== null),
      }),
    close: async () => {
      await eye.close();
      await Promise.all([balancer.close(), mongo.stop(), redis.stop()]);
    },
  };
}
