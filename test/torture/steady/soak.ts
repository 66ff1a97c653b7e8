import { setTimeout as pause } from 'node:timers/promises';
import type { Finding } from '../../../src/storage/verify.ts';
import type { Held } from '../checks.ts';
import { lineOf, report } from '../citizen.ts';
import { Ended, type Line } from '../line.ts';
import type { Profile } from '../races/desks.ts';
import { chanceFor, type World } from '../world.ts';
import { type Sample, sampleOf } from './samples.ts';
import { type Member, openStage, type Stage } from './stage.ts';
import { sweep } from './sweep.ts';

/** What is asked for. */
export interface SoakOrder {
  profile: Profile;
  seed: number;
  minutes: number;
  say: (line: string) => void;
}

/** Everything a soak came to. */
export interface SoakOutcome {
  order: SoakOrder;
  folder: string;
  /** Words a second that were acknowledged and answered when nobody waited. */
  capacity: number;
  /** Words a second during the soak. */
  rate: number;
  samples: Sample[];
  cases: number;
  acked: number;
  drainMs: number | null;
  held: Held[];
  verified: Finding[];
}

const WARM_MS = 10_000;
const CAPACITY_MS = 30_000;
/** So many citizens talk at a time, each with one thing after the other. */
const CROWD: Record<Profile, number> = { embedded: 40, scale: 16 };
const SAMPLES = 300;
const LEAST_PAUSE_MS = 2_000;
/** A sweep stops a process for a moment: it is asked for at every so many looks. */
const SWEPT_EVERY = 8;

/** Measures how much the service does when everybody talks as fast as they can, then has half of that for so long. */
export async function soak(order: SoakOrder): Promise<SoakOutcome> {
  const stage = await openStage(order.profile, order.seed);
  const { world } = stage;
  const leaving = new AbortController();
  const own = { ...world, ending: leaving.signal };
  const gate = { perSecond: Infinity, next: 0 };
  try {
    const width = CROWD[order.profile];
    const people = Array.from({ length: width }, (_, n) => keepTalking(own, gate, n));
    await pause(WARM_MS);
    const capacity = await rateOver(world, CAPACITY_MS);
    order.say(`capacity: ${capacity.toFixed(1)} words a second`);
    gate.perSecond = capacity / 2;
    const before = ackedIn(world);
    const samples = await watch(stage, order);
    const rate = (ackedIn(world) - before) / (order.minutes * 60);
    gate.perSecond = Infinity;
    leaving.abort();
    await Promise.all(people);
    const drainMs = await stage.drained();
    const { evidence, held, verified } = await stage.look();
    return {
      ...{ order, folder: stage.folder, capacity, rate, samples, drainMs, held, verified },
      ...{ cases: evidence.cases.length, acked: ackedIn(world) },
    };
  } finally {
    leaving.abort();
    await stage.close();
  }
}

/** So many words a second pass, evenly; who comes earlier waits. */
interface Gate {
  perSecond: number;
  /** When the next may pass, by the monotonic clock. */
  next: number;
}

async function pass(gate: Gate, ending: AbortSignal): Promise<void> {
  const now = performance.now();
  gate.next = Math.max(now, gate.next) + 1_000 / gate.perSecond;
  await pause(Math.max(0, gate.next - now), undefined, { signal: ending }).catch(() => {});
  if (ending.aborted) throw new Ended();
}

async function keepTalking(world: World, gate: Gate, n: number): Promise<void> {
  for (let born = 0; !world.ending.aborted; born += 1) {
    const name = String(1_000 * (born + 1) + n);
    const { line, witness } = await lineOf(world, n % 2 === 0 ? 'web' : 'sms', name);
    world.ledger.witnesses.push(witness);
    const paced: Line = {
      ...line,
      say: async words => {
        await pass(gate, world.ending);
        await line.say(words);
      },
    };
    try {
      await report(world, paced, witness, chanceFor(world, 'soak', name));
      await paced.say({ text: 'mis casos' });
      await line.next(30_000);
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
    } finally {
      line.close();
    }
  }
}

function ackedIn({ ledger }: World): number {
  return ledger.said.filter(({ ackedAt }) => ackedAt !== null).length;
}

async function rateOver(world: World, ms: number): Promise<number> {
  const before = ackedIn(world);
  const began = performance.now();
  await pause(ms);
  return ((ackedIn(world) - before) * 1_000) / (performance.now() - began);
}

async function watch(stage: Stage, { minutes, say }: SoakOrder): Promise<Sample[]> {
  const samples: Sample[] = [];
  const began = performance.now();
  const everyMs = Math.max(LEAST_PAUSE_MS, (minutes * 60_000) / SAMPLES);
  for (let at = 0; at < minutes * 60_000; at = performance.now() - began) {
    const oldest = await stage.oldest();
    const age = oldest === null ? null : oldest === Infinity ? 0 : Math.max(0, Date.now() - oldest);
    const isSwept = samples.length % SWEPT_EVERY === 0;
    samples.push(sampleOf(stage.members(), at, age, isSwept ? await keptBy(stage.members()) : null));
    say(JSON.stringify(samples.at(-1)));
    await pause(everyMs);
  }
  return samples;
}

async function keptBy(members: readonly Member[]): Promise<Record<string, number>> {
  const kept = await Promise.all(members.map(async member => [member.name, await sweep(member)] as const));
  return Object.fromEntries(kept);
}
