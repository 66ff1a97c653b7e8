import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config.ts';
import type { Finding } from '../../src/storage/verify.ts';
import { checkAll, type Held } from './checks.ts';
import { type Crowd, gather } from './citizen.ts';
import { collect, databaseIn, verifyWith } from './evidence.ts';
import { type Kill, killAll, waitForDrain } from './kills.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { staff } from './operator.ts';
import { planOf } from './plan.ts';
import { type Accepted, startPlatforms, TEMPLATES } from './platforms.ts';
import type { Home } from './process.ts';
import type { Weather } from './storms.ts';
import type { World } from './world.ts';

/** What a run is asked for. */
export interface Order {
  seed: number;
  kills: number;
  /** Ends the lives of the first day after so many minutes, however many kills there were. */
  minutes?: number | null;
  /** Fail points only whose name begins so. */
  only?: string;
  /** Waits less for what is in doubt, so that a short run ends soon. */
  isHasty?: boolean;
  crowd: Crowd;
  /** How long each kind of weather lasts, as a share of its usual length; 0: none. */
  weather: number;
  /** Told of every kill. */
  say: (line: string) => void;
}

/** Everything a run came to. */
export interface Outcome {
  order: Order;
  folder: string;
  kills: Kill[];
  /** Kills that struck nothing, and so do not count. */
  idle: number;
  ledger: Ledger;
  weather: Weather[];
  /** From the last kill until everything was taken up and sent, ms; null: it was not within the bound. */
  drainMs: number | null;
  held: Held[];
  verified: Finding[];
  seconds: number;
  cases: number;
  accepted: Accepted[];
  refused: Accepted[];
}

/** Runs the plan of a seed against a fresh data folder and looks at what is left. */
export async function torture(order: Order): Promise<Outcome> {
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'torture-'));
  const clock = { aheadMs: 0 };
  const ended = new AbortController();
  const { world, env } = await openWorld(order.seed, folder, ended.signal, clock);
  const { platforms } = world;
  const home: Home = { folder, env, isHasty: order.isHasty === true };
  try {
    const people = Promise.all([gather(world, order.crowd), staff(world)]);
    const lives = planOf(order.seed, order.kills, order.only);
    const killed = await killAll({ world, home, lives, clock, order, database: databaseIn(folder) });
    ended.abort();
    await people;
    const { drainMs } = await waitForDrain(killed.last, databaseIn(folder), world);
    const cutCalls = killed.kills.reduce((sum, { undone }) => sum + undone.sending, 0);
    const evidence = await collect(world, folder, cutCalls);
    await killed.last.stop();
    return {
      ...{ order, folder, drainMs, ...killed, ledger: world.ledger },
      ...{ held: checkAll(evidence), verified: await verifyWith(folder, world.ledger.said) },
      ...{ seconds: (performance.now() - began) / 1_000, cases: evidence.cases.length },
      accepted: evidence.accepted,
      refused: platforms.refused,
    };
  } finally {
    ended.abort();
    await platforms.close();
  }
}

/** The world around a service of one process on this folder, and what that is started with; `clock` is the platforms'. */
export async function openWorld(
  seed: number,
  folder: string,
  ending: AbortSignal,
  clock = { aheadMs: 0 },
): Promise<{ world: World; env: Record<string, string> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const telephones: World['telephones'] = new Map();
  const now = (): Date => new Date(Date.now() + clock.aheadMs);
  const platforms = await startPlatforms(url, now, shown => telephones.get(shown.to)?.(shown));
  const world: World = {
    ...{ seed, url, platforms, telephones, ending, repeats: new Map(), measured: false },
    ...{ key: 'an-operator-key-for-torture-0123456789', ledger: createLedger() },
    ...{ released: new Set(), filed: [] },
  };
  return { world, env: environment(folder, port, world) };
}

function environment(folder: string, port: number, { key, platforms }: World): Record<string, string> {
  return {
    ...{ PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: path.join(tmpdir(), 'torture-compiled') },
    ...{ PORT: String(port), DATA_DIR: folder, API_KEY: key, QUIET_GAP_MS: '150', LOG_LEVEL: 'warn' },
    ...{ ...platforms.settings, CONFIG_DIR: configIn(folder) },
  };
}

/** The shipped configuration, and a template, in a data folder. */
export function configIn(folder: string): string {
  const config = path.join(folder, 'config');
  cpSync(path.join(PROJECT_ROOT, 'config'), config, { recursive: true });
  writeFileSync(path.join(config, 'templates.yaml'), TEMPLATES);
  return config;
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
