import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../support/free-port.ts';
import { missingMount } from '../../support/machine.ts';
import { type Home, type Running, startService } from '../process.ts';
import { environmentOf, openWorld } from '../surroundings.ts';
import type { World } from '../world.ts';
import type { Orders } from './preload.ts';

/** What the process is to do: its clock stands so far ahead from now on, or its loop does nothing else for so long, once; or it hoards, until it ends. */
export interface Told {
  aheadMs?: number;
  busyMs?: number;
  hoarder?: number;
}

/** The shipped service with a world around it, on a machine that can be hurt. */
export interface Stage {
  world: World;
  /** The data: on a small disk, where this user may mount one. */
  folder: string;
  /** Its log, and what it is started with: not on the disk that is filled. */
  home: Home;
  /** Tells the preload of the process. */
  tell(told: Told): void;
  /** The process that lives now; whoever ends it begins another. */
  running: Running;
  close(): Promise<void>;
}

/** Opens a stage and begins its service; `ending`: the run ends. */
export async function openStage(seed: number, ending: AbortSignal): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'torture-'));
  const unmount = smallDisk(folder);
  const port = await freePort();
  const world = await openWorld({ seed, url: `http://127.0.0.1:${port}`, ending });
  const beside = mkdtempSync(path.join(tmpdir(), 'torture-beside-'));
  const orders = path.join(beside, 'orders.json');
  // As an address: a space in a path would part the options.
  const { href: preload } = pathToFileURL(path.join(import.meta.dirname, 'preload.ts'));
  const more = { PORT: String(port), TORTURE_ORDERS: orders, NODE_OPTIONS: `--import=${preload}` };
  const home = { folder: beside, env: environmentOf(folder, world, more) };
  const tell = createOrders(orders);
  tell({});
  const stage: Stage = {
    ...{ world, folder, home, tell, running: begin(home) },
    close: async () => {
      stage.running.kill();
      await stage.running.ended;
      await world.platforms.close();
      unmount();
    },
  };
  return stage;
}

/** Starts the shipped service. */
export function begin(home: Home): Running {
  return startService(home, { strike: { kind: 'outside', afterMs: 0, early: false }, aheadMs: 0 });
}

/** The configuration, which is copied there, and the write-ahead log at its longest, twice. */
const SMALL = '128m';

/** Where this user may mount, the data lie on a disk that can be filled. */
function smallDisk(folder: string): () => void {
  if (missingMount() !== null) return () => {};
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL}`, 'tmpfs', folder]);
  return () => {
    const kept = `${folder}-kept`;
    cpSync(folder, kept, { recursive: true });
    execFileSync('umount', [folder]);
    cpSync(kept, folder, { recursive: true });
  };
}

/** Written beside and moved, so that nobody reads half of it. */
function createOrders(file: string): Stage['tell'] {
  const orders: Orders = { aheadMs: 0, busy: { order: 0, ms: 0 }, hoarder: null };
  return ({ aheadMs, busyMs, hoarder }) => {
    if (aheadMs !== undefined) orders.aheadMs = aheadMs;
    if (busyMs !== undefined) orders.busy = { order: orders.busy.order + 1, ms: busyMs };
    if (hoarder !== undefined) orders.hoarder = hoarder;
    writeFileSync(`${file}.new`, JSON.stringify(orders));
    renameSync(`${file}.new`, file);
  };
}
