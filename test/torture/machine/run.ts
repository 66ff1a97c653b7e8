import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../../../src/config.ts';
import type { Finding } from '../../../src/storage/verify.ts';
import { missingMount } from '../../support/machine.ts';
import { checkAll, type Held } from '../checks.ts';
import { type Crowd, gather } from '../citizen.ts';
import { collect, databaseIn, verifyWith } from '../evidence.ts';
import { waitForDrain } from '../kills.ts';
import type { Ledger } from '../ledger.ts';
import { staff } from '../operator.ts';
import { firstUndoneIn, peek, type Undone, undoneIn } from '../peek.ts';
import { type Running, startService } from '../process.ts';
import { openWorld } from '../run.ts';
import { redeliverOld } from '../storms.ts';
import type { World } from '../world.ts';
import type { BadStart, MachineFault, Victim } from './faults.ts';
import { linesIn } from './lines.ts';
import type { Orders } from './preload.ts';
import { watchReadiness } from './watch.ts';

/** What a run of the machine's faults is asked for. */
export interface MachineOrder {
  seed: number;
  /** What is done, in this order, and on what it is started at the end; what this machine does not let a run do is left out. */
  faults: readonly MachineFault[];
  starts: readonly BadStart[];
  /** Each lasts so many times as long as it must to be seen. */
  lasting: number;
  crowd: Crowd;
  /** Told of every fault. */
  say: (line: string) => void;
}

/** A fault that was, and what was seen of it. */
export interface Struck {
  name: string;
  isDeaf: boolean;
  kills: boolean;
  /** Messages acknowledged while it lasted; those of them that were said while nothing could be stored. */
  acks: number;
  falseAcks: number;
  /** What it had in hand when it was over. */
  open: number;
  undone: Undone;
  /** What `/readyz` answered, and 5xx to anybody. */
  readiness: string[];
  refusals: Record<string, number>;
  /** The exit status or the signal; null: it lives. */
  status: number | string | null;
  /** What the log said, each sort of line once. */
  lines: string[];
  /** From its end until messages were taken again, and until what was undone then was done, ms; null: not in time. */
  readyMs: number | null;
  doneMs: number | null;
}

/** A start that could not be. */
export interface Refused {
  name: string;
  status: number | null;
  lines: string[];
  /** Did the next start, on a sound disk, take messages? */
  isUpAgain: boolean;
}

/** Everything a run came to. */
export interface MachineOutcome {
  order: MachineOrder;
  folder: string;
  struck: Struck[];
  refused: Refused[];
  /** What this machine does not let a run do, and how it would. */
  skipped: string[];
  ledger: Ledger;
  drainMs: number | null;
  /** With what the service ended when it was asked to. */
  status: number | string | null;
  held: Held[];
  verified: Finding[];
  seconds: number;
  cases: number;
  accepted: number;
}

/** A run under way. */
interface Stage {
  order: MachineOrder;
  world: World;
  folder: string;
  home: { folder: string; env: Record<string, string> };
  orders: string;
  running: Running;
}

/** Does one fault after the other to the shipped service while people talk with it, and looks what is left. */
export async function tortureMachine(order: MachineOrder): Promise<MachineOutcome> {
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'torture-'));
  const unmount = smallDisk(folder);
  const ended = new AbortController();
  const { world, env } = await openWorld(order.seed, folder, ended.signal);
  // Not on the disk that is filled.
  const beside = mkdtempSync(path.join(tmpdir(), 'torture-beside-'));
  const orders = path.join(beside, 'orders.json');
  // As an address: a space in a path would part the options.
  const { href: preload } = pathToFileURL(path.join(import.meta.dirname, 'preload.ts'));
  const home = {
    folder: beside,
    env: { ...env, TORTURE_ORDERS: orders, NODE_OPTIONS: `--import=${preload}` },
  };
  const stage: Stage = { order, world, folder, home, orders, running: begin(home) };
  tell(stage, {});
  try {
    if (!(await stage.running.ready)) throw new Error('the service did not come up; see service.log');
    const people = Promise.all([gather(world, order.crowd), staff(world)]);
    const struck = await strikeAll(stage);
    await redeliverOld(world, 'last', 50);
    ended.abort();
    await people;
    const { drainMs } = await waitForDrain(stage.running, databaseIn(folder), world);
    // A process that ends by a fault, or stands still, cuts off the calls it was making.
    const cutting = struck.filter(({ kills, name }) => kills || name.startsWith('process stopped')).length;
    const evidence = await collect(world, folder, cutting * MOST_CALLS);
    await stage.running.stop();
    const status = stage.running.status();
    const refused = await startBadly(stage);
    return {
      ...{ order, folder, struck, refused, drainMs, status, ledger: world.ledger },
      skipped: skippedOf([...new Set(order.faults), ...order.starts]),
      ...{ held: checkAll(evidence), verified: await verifyWith(folder, world.ledger.said) },
      ...{ seconds: (performance.now() - began) / 1_000, cases: evidence.cases.length },
      accepted: evidence.accepted.length,
    };
  } finally {
    ended.abort();
    stage.running.kill();
    await stage.running.ended;
    await world.platforms.close();
    unmount();
  }
}

/** A process has at most so many calls under way on one account. */
const MOST_CALLS = 16;

/** Where this user may mount, the data lie on a disk that can be filled. */
function smallDisk(folder: string): () => void {
  if (missingMount() !== null) return () => {};
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder]);
  return () => {
    const kept = `${folder}-kept`;
    cpSync(folder, kept, { recursive: true });
    execFileSync('umount', [folder]);
    cpSync(kept, folder, { recursive: true });
  };
}

function begin(home: Stage['home']): Running {
  return startService(home, { strike: { kind: 'outside', afterMs: 0, early: false }, aheadMs: 0 });
}

let told: Orders = { aheadMs: 0, busy: { order: 0, ms: 0 } };

/** Written beside and moved, so that nobody reads half of it. */
function tell({ orders }: Pick<Stage, 'orders'>, more: Partial<Orders>): void {
  told = { ...told, ...more };
  writeFileSync(`${orders}.new`, JSON.stringify(told));
  renameSync(`${orders}.new`, orders);
}

function isPossible({ missing }: Pick<MachineFault, 'missing'>): boolean {
  return missing() === null;
}

/** What is left out, each with what brings it. */
export function skippedOf(wanted: readonly Pick<MachineFault, 'name' | 'missing'>[]): string[] {
  return wanted.flatMap(({ name, missing }) => {
    const why = missing();
    return why === null ? [] : [`${name}: ${why}`];
  });
}

async function strikeAll(stage: Stage): Promise<Struck[]> {
  const { order } = stage;
  const struck: Struck[] = [];
  const done: Promise<void>[] = [];
  for (const fault of order.faults.filter(isPossible)) {
    const one = await strike(stage, fault);
    struck.push(one);
    order.say(JSON.stringify(one));
    // Nobody waits for that: the next fault finds work in hand.
    done.push(
      caughtUp(stage.folder, one.undone).then(ms => {
        one.doneMs = ms;
      }),
    );
  }
  await Promise.all(done);
  return struck;
}

/** Before each fault so many messages are acknowledged. */
const TALK = 8;
const TALK_MS = 30_000;
const BACK_MS = 60_000;

async function strike(stage: Stage, fault: MachineFault): Promise<Struck> {
  const { world, order, folder, home } = stage;
  await talking(world);
  const log = linesIn(home.folder);
  const from = performance.now();
  const refusalsBefore = world.ledger.refusals.length;
  const watch = watchReadiness(world);
  const victim: Victim = { pid: stage.running.pid ?? 0, folder, order: more => tell(stage, more) };
  const mend = await fault.begin(victim);
  await Promise.race([stage.running.ended, pause(fault.leastMs * order.lasting)]);
  const until = performance.now();
  const { open } = world.ledger;
  const seen = await watch.stop();
  await mend();
  const undone = peek(databaseIn(folder), undoneIn);
  const status = stage.running.status();
  if (status !== null) stage.running = begin(stage.home);
  const readyMs = await within(BACK_MS, () => isReady(world));
  return {
    ...{ name: fault.name, isDeaf: fault.isDeaf, kills: fault.kills },
    ...{ open, undone },
    acks: ackedIn(world, from, until),
    falseAcks: fault.isDeaf && seen.deafSince !== null ? ackedIn(world, seen.deafSince, until) : 0,
    ...{ readiness: seen.answers, refusals: refusedSince(world, refusalsBefore) },
    ...{ status, lines: log.since(), readyMs, doneMs: null },
  };
}

/** Citizens talk again, and somebody waits for an answer. */
async function talking(world: World): Promise<void> {
  const since = performance.now();
  await within(TALK_MS, async () => {
    const { open, unanswered } = world.ledger;
    return ackedIn(world, since, Number.POSITIVE_INFINITY) >= TALK && open + unanswered.size > 0;
  });
}

/** Said and acknowledged between these moments. */
function ackedIn({ ledger }: World, from: number, until: number): number {
  return ledger.said.filter(said => said.startedAt > from && said.ackedAt !== null && said.ackedAt < until)
    .length;
}

function refusedSince({ ledger }: World, before: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of ledger.refusals.slice(before)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function isReady({ url }: World): Promise<boolean> {
  return (
    (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null))?.ok === true
  );
}

/** How long until it is so, ms; null: not within the bound. */
async function within(ms: number, isSo: () => Promise<boolean>): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < ms) {
    if (await isSo().catch(() => false)) return performance.now() - began;
    await pause(50);
  }
  return null;
}

/** What a fault left undone is done within this, further faults included: a claim of who is gone holds for 40 s, an unknown outcome for 60 s, each of a talk. */
export const DONE_MS = 300_000;

function caughtUp(folder: string, left: Undone): Promise<number | null> {
  return within(DONE_MS, async () => {
    const { message, outbound } = peek(databaseIn(folder), firstUndoneIn);
    return left.lastMessage < message && left.lastOutbound < outbound;
  });
}

async function startBadly(stage: Stage): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const bad of stage.order.starts.filter(isPossible)) {
    const { status, lines } = await startOn(stage, bad);
    const next = begin(stage.home);
    refused.push({ name: bad.name, status, lines, isUpAgain: await next.ready });
    await next.stop();
    stage.order.say(JSON.stringify(refused.at(-1)));
  }
  return refused;
}

function startOn(
  { home, folder }: Stage,
  { through }: BadStart,
): Promise<{ status: number | null; lines: string[] }> {
  const [program = '', ...args] = [...through(folder), path.join(PROJECT_ROOT, 'ventanilla'), 'start'];
  const child = spawn(program, args, { env: home.env, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', data => {
    err += data;
  });
  return new Promise(resolve => {
    child.once('close', status => resolve({ status, lines: err.trim().split('\n') }));
  });
}
