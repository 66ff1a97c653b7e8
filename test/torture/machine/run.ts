import type { Finding } from '../../../src/storage/verify.ts';
import { checkAll, type Held } from '../checks.ts';
import { type Crowd, gather } from '../citizen.ts';
import { collect, databaseIn, verifyWith } from '../evidence.ts';
import { waitForDrain } from '../kills.ts';
import type { Ledger } from '../ledger.ts';
import { staff } from '../operator.ts';
import { redeliverOld } from '../storms.ts';
import type { BadStart, MachineFault } from './faults.ts';
import { openStage } from './stage.ts';
import { type Refused, startBadly } from './starts.ts';
import { type Struck, strikeAll } from './strikes.ts';

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

/** Does one fault after the other to the shipped service while people talk with it, and looks what is left. */
export async function tortureMachine(order: MachineOrder): Promise<MachineOutcome> {
  const began = performance.now();
  const ended = new AbortController();
  const stage = await openStage(order.seed, ended.signal);
  const { world, folder } = stage;
  try {
    if (!(await stage.running.ready)) throw new Error('the service did not come up; see service.log');
    const people = Promise.all([gather(world, order.crowd), staff(world)]);
    const struck = await strikeAll(stage, { ...order, faults: order.faults.filter(isPossible) });
    await redeliverOld(world, 'last', 50);
    ended.abort();
    await people;
    const { drainMs } = await waitForDrain(stage.running, databaseIn(folder), world);
    const evidence = await collect(world, folder, cutBy(struck));
    await stage.running.stop();
    const status = stage.running.status();
    const refused = await startBadly(stage, { ...order, starts: order.starts.filter(isPossible) });
    return {
      ...{ order, folder, struck, refused, drainMs, status, ledger: world.ledger },
      skipped: skippedOf([...new Set(order.faults), ...order.starts]),
      ...{ held: checkAll(evidence), verified: await verifyWith(folder, world.ledger.said) },
      ...{ seconds: (performance.now() - began) / 1_000, cases: evidence.cases.length },
      accepted: evidence.accepted.length,
    };
  } finally {
    ended.abort();
    await stage.close();
  }
}

/** A process has at most so many calls under way on one account. */
const MOST_CALLS = 16;

/** A process that ends by a fault, or stands still, cuts off the calls it was making: so many at most. */
function cutBy(struck: readonly Struck[]): number {
  return struck.filter(({ kills, name }) => kills || name.startsWith('process stopped')).length * MOST_CALLS;
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
