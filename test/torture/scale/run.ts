import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
import { type Crowd, gather } from '../citizen.ts';
import { collect } from '../evidence.ts';
import type { Ledger } from '../ledger.ts';
import { staff } from '../operator.ts';
import { brakeIn } from '../process.ts';
import { redeliverOld } from '../storms.ts';
import { environmentOf, openWorld } from '../surroundings.ts';
import type { World } from '../world.ts';
import { type Eye, openEye } from './database.ts';
import { doFaults, type Fault, type Victims } from './faults.ts';
import { faultsOf, SLOTS, shareOf, strikesOf } from './plan.ts';
import { live, type ScaleKill, type Slot, watchRecovery, type Yard } from './slots.ts';

/** What a run on the scale profile is asked for. */
export interface ScaleOrder {
  seed: number;
  /** At least so many, or for so many minutes; faults at most. */
  kills: number;
  minutes: number | null;
  faults: number;
  /** Faults last as long as the promises name. */
  long: boolean;
  /** Faults only whose name begins so; empty: all. */
  only: string;
  /** Waits less for what is in doubt, so that a short run ends soon. */
  isHasty: boolean;
  crowd: Crowd;
  /** Told of every kill and fault. */
  say: (line: string) => void;
}

/** Everything a run came to. */
export interface ScaleOutcome {
  order: ScaleOrder;
  folder: string;
  kills: ScaleKill[];
  /** Kills that struck nothing, and so do not count. */
  idle: number;
  faults: Fault[];
  ledger: Ledger;
  /** From the last strike until everything was taken up and sent, ms; null: it was not within the bound. */
  drainMs: number | null;
  held: Held[];
  verified: Finding[];
  seconds: number;
  cases: number;
  accepted: number;
}

/** Everything is taken up and sent within this; a claim of who was killed holds for forty seconds. */
export const DRAIN_MS = 150_000;

/** Runs the plan of a seed against fresh servers and looks at what is left. */
export async function tortureScale(order: ScaleOrder): Promise<ScaleOutcome> {
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'torture-'));
  const [mongo, redis, balancer] = [
    await startMongo('--enable-test-commands'),
    await startRedis(),
    await startBalancer(),
  ];
  const ended = new AbortController();
  const world = await openWorld({ seed: order.seed, url: balancer.url, ending: ended.signal });
  const eye = await openEye(`${mongo.url}/desk`);
  const servers = { STORE_URL: `${mongo.url}/desk`, QUEUE_URL: redis.url };
  // Telegram is asked, and does not call.
  const { TELEGRAM_WEBHOOK_SECRET: _, ...env } = environmentOf(folder, world, servers);
  const brake = createBrake(folder);
  const yard: Yard = {
    world,
    eye,
    balancer,
    folder,
    env,
    kills: [],
    idle: [],
    isHasty: order.isHasty,
    mayKill: brake.open,
    say: order.say,
  };
  const slots = await Promise.all(
    SLOTS.map(async (slot): Promise<Slot> => {
      return { ...slot, port: await freePort(), running: null, isReady: false };
    }),
  );
  const recovery = watchRecovery(eye, yard.kills);
  try {
    const people = served(slots).then(() => Promise.all([gather(world, order.crowd), staff(world)]));
    const { faults } = await hurtAll(yard, slots, order, {
      world,
      eye,
      mongo,
      redis,
      slots,
      calm: brake.hold,
      say: order.say,
    });
    await redeliverOld(world, 'last', 50);
    ended.abort();
    await people;
    const drainMs = await drained(eye, world);
    // All is done now: the next look sees it.
    await recovery.stop(LAST_LOOK_MS);
    const cutCalls = yard.kills.reduce((sum, { left }) => sum + left.sending, 0) + cutByFaults(faults);
    const evidence = await collectAtRest(eye, world, folder, cutCalls);
    const verified = await verifyNow(`${mongo.url}/desk`, folder, world.ledger);
    writeHistory(folder, world);
    await Promise.all(slots.map(({ running }) => running?.stop()));
    return {
      ...{ order, folder, kills: yard.kills, idle: yard.idle.length, faults, ledger: world.ledger, drainMs },
      ...{ held: checkAll(evidence), verified },
      ...{ seconds: (performance.now() - began) / 1_000, cases: evidence.cases.length },
      accepted: evidence.accepted.length,
    };
  } finally {
    ended.abort();
    await recovery.stop(0);
    for (const { running } of slots) running?.kill();
    await eye.close();
    await Promise.all([world.platforms.close(), balancer.close(), mongo.stop(), redis.stop()]);
  }
}

/** A busy database takes this long to be looked at, at most. */
const LAST_LOOK_MS = 30_000;

/** Somebody takes messages for the first time. */
async function served(slots: readonly Slot[]): Promise<void> {
  while (!slots.some(({ role, isReady }) => role === 'web' && isReady)) await pause(50);
}

/** Kills and faults beside each other. */
async function hurtAll(
  yard: Yard,
  slots: Slot[],
  order: ScaleOrder,
  victims: Victims,
): Promise<{ faults: Fault[] }> {
  const until = order.minutes === null ? null : performance.now() + order.minutes * 60_000;
  const isOver = (most: number, count: number): boolean =>
    until === null ? count >= most : performance.now() >= until;
  const { seed, kills } = order;
  const [faults] = await Promise.all([
    doFaults(victims, faultsOf(seed, order), count => count >= order.faults || isOver(order.faults, count)),
    ...slots.map(slot =>
      live(
        yard,
        slot,
        strikesOf(seed, slot, order.isHasty),
        count => kills === 0 || isOver(shareOf(slot.role, kills), count),
      ),
    ),
  ]);
  return { faults };
}

/**
 * What nobody could hand over to the office, the office may read from a platform's list at any time: what is compared must
 * be of one moment, in which nothing came.
 */
async function collectAtRest(eye: Eye, world: World, folder: string, cutCalls: number): Promise<Evidence> {
  const size = async (): Promise<number> => (await eye.size()) + world.platforms.accepted.length;
  for (;;) {
    const before = await size();
    await eye.copyTo(folder);
    const evidence = await collect(world, folder, cutCalls);
    if ((await size()) === before) return evidence;
    await drained(eye, world);
  }
}

/** The product's own word on the database, given what was acknowledged outside. */
function verifyNow(url: string, folder: string, { said }: Ledger): Promise<Finding[]> {
  const vault = createVault(loadKeyring(path.join(folder, 'keyring'), { create: false }));
  return verifyMongo({
    url,
    vault,
    allowedSteps,
    acknowledged: said.filter(({ ackedAt }) => ackedAt !== null),
  });
}

/** A process that is stopped for longer than its leases cuts the calls that were under way; nobody can count them then. */
function cutByFaults(faults: readonly Fault[]): number {
  const cutting = faults.filter(({ kind }) => kind === 'process stopped');
  return cutting.length * MOST_CALLS;
}

/** A worker has at most this many calls under way on one account. */
const MOST_CALLS = 16;

/** Holds all killing back between `hold` and what it gives. */
function createBrake(folder: string): { open(): Promise<void>; hold(): () => void } {
  const file = brakeIn(folder);
  return {
    open: async () => {
      while (existsSync(file)) await pause(50);
    },
    hold: () => {
      writeFileSync(file, '');
      return () => rmSync(file, { force: true });
    },
  };
}

async function drained(eye: Eye, { ledger }: World): Promise<number | null> {
  const began = performance.now();
  while (performance.now() - began < DRAIN_MS) {
    const left = await eye.left(Date.now());
    if (left && left.unconsumed + left.unsent + ledger.open === 0) return performance.now() - began;
    await pause(200);
  }
  return null;
}

/** Everything that was asked for, a line each: invoke, and ok or unknown. */
function writeHistory(folder: string, { ledger, platforms }: World): void {
  const { said, operations } = ledger;
  const lines = [
    ...said.map(({ channel, address, providerId, startedAt, ackedAt }) => ({
      ...{ what: 'message', channel, address, id: providerId, invoked: startedAt },
      ...(ackedAt === null ? { outcome: 'unknown' } : { outcome: 'ok', at: ackedAt }),
    })),
    ...operations.map(({ what, target, marker, acked, status }) => ({
      ...{ what, target, id: marker, status },
      outcome: acked ? 'ok' : status === null ? 'unknown' : 'fail',
    })),
    ...platforms.accepted.map(({ channel, to, outboundId, at }) => ({
      ...{ what: 'reply', channel, address: to, id: outboundId, at },
    })),
  ];
  writeFileSync(path.join(folder, 'history.jsonl'), lines.map(line => `${JSON.stringify(line)}\n`).join(''));
}
