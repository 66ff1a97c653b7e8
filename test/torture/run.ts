import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Finding } from '../../src/storage/verify.ts';
import { freePort } from '../support/free-port.ts';
import { checkAll, type Held } from './checks.ts';
import { type Crowd, gather } from './citizen.ts';
import { collect, databaseIn, verifyWith } from './evidence.ts';
import { type Kill, killAll, waitForDrain } from './kills.ts';
import type { Ledger } from './ledger.ts';
import { staff } from './operator.ts';
import { planOf } from './plan.ts';
import type { Accepted } from './platforms.ts';
import type { Home } from './process.ts';
import type { Weather } from './storms.ts';
import { environmentOf, openWorld } from './surroundings.ts';

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
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const world = await openWorld({ seed: order.seed, url, ending: ended.signal, clock });
  const { platforms } = world;
  const env = environmentOf(folder, world, { ...platforms.mail.settings, PORT: String(port) });
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
