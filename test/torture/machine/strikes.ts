import { setTimeout as pause } from 'node:timers/promises';
import { databaseIn } from '../evidence.ts';
import { firstUndoneIn, peek, type Undone, undoneIn } from '../peek.ts';
import type { World } from '../world.ts';
import type { MachineFault, Victim } from './faults.ts';
import { linesIn } from './lines.ts';
import type { MachineOrder } from './run.ts';
import { begin, type Stage } from './stage.ts';
import { watchReadiness } from './watch.ts';

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

/** Does one fault after the other to the service of a stage, each while people talk with it. */
export async function strikeAll(
  stage: Stage,
  order: Pick<MachineOrder, 'faults' | 'lasting' | 'say'>,
): Promise<Struck[]> {
  const struck: Struck[] = [];
  const done: Promise<void>[] = [];
  for (const fault of order.faults) {
    const one = await strike(stage, fault, order.lasting);
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

async function strike(stage: Stage, fault: MachineFault, lasting: number): Promise<Struck> {
  const { world, folder, home } = stage;
  await talking(world);
  const log = linesIn(home.folder);
  const from = performance.now();
  const refusalsBefore = world.ledger.refusals.length;
  const watch = watchReadiness(world);
  const victim: Victim = { pid: stage.running.pid ?? 0, folder, order: stage.tell };
  const mend = await fault.begin(victim);
  await Promise.race([stage.running.ended, pause(fault.leastMs * lasting)]);
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
