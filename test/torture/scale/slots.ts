import { setTimeout as pause } from 'node:timers/promises';
import type { Balancer } from '../../support/balancer.ts';
import type { Strike } from '../plan.ts';
import { type Running, startService } from '../process.ts';
import type { World } from '../world.ts';
import type { Eye, Left } from './database.ts';
import type { Role } from './plan.ts';

/** A kill of one process while the others go on. */
export interface ScaleKill {
  role: Role;
  /** Null: from outside. */
  point: string | null;
  /** Calls the service owed an answer at that moment, by whichever process. */
  open: number;
  left: Left;
  /** By the wall clock, ms since 1970. */
  at: number;
  /** Until a process of this slot served again, and until what was undone at the kill was done, ms. */
  readyMs: number | null;
  doneMs: number | null;
}

/** A place for one process, which is never empty for long. */
export interface Slot {
  name: string;
  role: Role;
  port: number;
  /** The process that is there now. */
  running: Running | null;
  isReady: boolean;
}

/** What all slots share. */
export interface Yard {
  world: World;
  eye: Eye;
  balancer: Balancer;
  folder: string;
  env: Record<string, string>;
  kills: ScaleKill[];
  /** Those that met no work. */
  idle: ScaleKill[];
  /** The first life of each slot is the shipped command; later ones wait less for what is in doubt. */
  isHasty: boolean;
  /** Resolves when killing is allowed. */
  mayKill: () => Promise<void>;
  say: (line: string) => void;
}

/** How long a fail point is waited for before the kill comes from outside; in haste only those are chosen that are soon met. */
const POINT_PATIENCE_MS = 20_000;
const WORK_PATIENCE_MS = 3_000;

/**
 * Lives one life after the other in this slot, each ended by its strike, until it was killed often enough, and one more
 * that goes on. A kill that met no work in hand counts for nothing.
 */
export async function live(
  yard: Yard,
  slot: Slot,
  strikes: Iterator<Strike, never>,
  isEnough: (kills: number) => boolean,
): Promise<void> {
  for (let kills = 0; !isEnough(kills); ) {
    const kill = await liveOnce(yard, slot, strikes.next().value);
    const { unconsumed, unsent } = kill.left;
    if (kill.open + unconsumed + unsent === 0) {
      yard.idle.push(kill);
      continue;
    }
    kills += 1;
    yard.kills.push(kill);
    yard.say(`${slot.name} killed: ${kill.point ?? 'outside'} ${JSON.stringify(kill.left)}`);
  }
  await begin(yard, slot, FOREVER).ready;
}

async function liveOnce(yard: Yard, slot: Slot, strike: Strike): Promise<ScaleKill> {
  const running = begin(yard, slot, strike);
  await yard.mayKill();
  const struck = await strikeAt(yard, slot, running, strike);
  running.kill();
  await running.ended;
  const left = struck.left ?? (await yard.eye.left(struck.at)) ?? NOTHING;
  return {
    ...{ role: slot.role, point: running.struck(), open: struck.open, left, at: struck.at },
    ...{ readyMs: null, doneMs: null },
  };
}

const NOTHING: Left = { unconsumed: 0, unsent: 0, sending: 0 };
const FOREVER: Strike = { kind: 'outside', early: false, afterMs: 0 };

function begin(yard: Yard, slot: Slot, strike: Strike): Running {
  const { balancer, folder, env, kills } = yard;
  const own = { ...env, ROLE: slot.role, PORT: String(slot.port) };
  const isLaunched = yard.isHasty && slot.running !== null;
  const running = startService(
    { folder, env: own, isHasty: yard.isHasty },
    { strike, aheadMs: 0, isLaunched },
  );
  const url = `http://127.0.0.1:${slot.port}`;
  const before = kills.findLast(({ readyMs, role }) => readyMs === null && role === slot.role);
  slot.running = running;
  void running.ready.then(isReady => {
    slot.isReady = isReady;
    if (!isReady) return;
    if (slot.role === 'web') balancer.targets.add(url);
    if (before) before.readyMs = Date.now() - before.at;
  });
  void running.ended.then(() => {
    balancer.targets.delete(url);
    if (slot.running === running) slot.isReady = false;
  });
  return running;
}

interface Struck {
  open: number;
  at: number;
  /** Null: it ended itself, and nobody could look before. */
  left: Left | null;
}

async function strikeAt(yard: Yard, slot: Slot, running: Running, strike: Strike): Promise<Struck> {
  const { world, eye } = yard;
  if (strike.kind === 'outside' && strike.early) await pause(strike.afterMs);
  else {
    if (!(await running.ready) && running.struck() === null) {
      throw new Error(`${slot.name} did not come up; see service.log`);
    }
    if (strike.kind === 'outside')
      await workWithin(world, yard.isHasty ? strike.afterMs / 3 : strike.afterMs);
    else await Promise.race([running.ended, pause(yard.isHasty ? POINT_PATIENCE_MS * 3 : POINT_PATIENCE_MS)]);
  }
  const at = Date.now();
  const { open } = world.ledger;
  const left = running.struck() === null ? await eye.left(at) : null;
  return { open, at, left };
}

/** After this long, the first moment at which somebody is owed something. */
async function workWithin({ ledger }: World, afterMs: number): Promise<void> {
  await pause(afterMs);
  const end = performance.now() + WORK_PATIENCE_MS;
  while (ledger.open === 0 && ledger.unanswered.size === 0 && performance.now() < end) await pause(2);
}

/** Looking costs the database something, too. */
const LOOK_MS = 1_000;

/** Looks how long it takes until what each kill left undone is done. */
export function watchRecovery(
  eye: Eye,
  kills: readonly ScaleKill[],
): { stop(patienceMs: number): Promise<void> } {
  let running = true;
  const open = (): ScaleKill[] => kills.filter(({ doneMs }) => doneMs === null);
  const looking = (async () => {
    while (running) {
      const oldest = open().length > 0 ? await eye.oldest() : null;
      const done = oldest === null ? [] : open().filter(({ at }) => at < oldest);
      for (const kill of done) kill.doneMs = Date.now() - kill.at;
      await pause(LOOK_MS);
    }
  })();
  return {
    stop: async patienceMs => {
      const end = performance.now() + patienceMs;
      while (open().length > 0 && performance.now() < end) await pause(100);
      running = false;
      await looking;
    },
  };
}
