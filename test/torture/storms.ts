import type { Ledger, Said } from './ledger.ts';
import { UNLUCKY } from './plan.ts';
import { deliverSms, saySms } from './sms-line.ts';
import { type Answer, call, chanceFor, rest, type World } from './world.ts';

/** How long citizens waited for an answer during each kind of weather, in ms. */
export interface Weather {
  name: string;
  answers: number;
  p50: number;
  p95: number;
}

/** Old messages again, as platforms repeat them after minutes, restarts and days. */
export async function redeliverOld(world: World, name: string, count: number): Promise<void> {
  const chance = chanceFor(world, 'again', name);
  const old = [...world.repeats].filter(([{ ackedAt }]) => ackedAt !== null);
  const chosen = old.length === 0 ? [] : Array.from({ length: count }, () => chance.pick(old));
  world.ledger.redelivered += chosen.length;
  await Promise.all(chosen.map(([, tell]) => tell()));
}

/** Two citizens write bursts at the same time: each one's own messages in order, the two shuffled into each other. */
export async function crossBursts(world: World, name: string): Promise<void> {
  const chance = chanceFor(world, 'cross', name);
  const burst = async (from: string): Promise<void> => {
    for (let n = 1; n <= 5; n += 1) await saySms(world, from, `parte ${n} de mi mensaje`, chance);
  };
  await Promise.all([burst(`+50780${name.padStart(6, '0')}`), burst(`+50781${name.padStart(6, '0')}`)]);
}

/** Some write once, and their turns will fail. */
export async function beUnlucky(world: World, name: string): Promise<void> {
  const chance = chanceFor(world, 'unlucky', name);
  const from = (n: number): string => `${UNLUCKY}${name.padStart(5, '0')}${n}`;
  await Promise.all([0, 1, 2, 3].map(n => saySms(world, from(n), 'hay un hueco en la calle 12', chance)));
}

/** Lets citizens talk in fair weather, beside a flooding sender, and with SMS sick. */
export async function weather(world: World, scale: number): Promise<Weather[]> {
  world.measured = true;
  const measured = measurer(world, performance.now());
  const fair = await measured('fair', 8_000 * scale, () => rest(world, 0));
  const flood = await measured('one sender floods', 8_000 * scale, () => floodFor(world, 8_000 * scale));
  const sick = await measured('SMS is sick', 14_000 * scale, () => sicken(world, 14_000 * scale));
  world.measured = false;
  return [...fair, ...flood, ...sick];
}

type Measure = (name: string, ms: number, run: () => Promise<void>) => Promise<Weather[]>;

/** Measures a spell at a time; who waited before `began` waited for what a kill had left. */
function measurer(world: World, began: number): Measure {
  return async (name, ms, run) => {
    const from = performance.now();
    await Promise.all([run(), rest(world, ms)]);
    const waits = world.ledger.waits.filter(wait => wait.at >= from && wait.at - wait.ms >= began);
    return CHANNELS.map(channel => weatherOf(waits, `${name}, ${channel}`, channel));
  };
}

/** Those that are looked at in every weather. */
export const CHANNELS = ['web', 'sms', 'whatsapp', 'telegram', 'messenger', 'email'];

function weatherOf(waits: Ledger['waits'], name: string, channel: string): Weather {
  const mine = waits.filter(wait => wait.channel === channel && wait.address !== FLOODER);
  const sorted = mine.map(({ ms }) => ms).sort((a, b) => a - b);
  return { name, answers: sorted.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

/** The value below which this share of sorted values lies; 0 of none. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const FLOODER = '+50799999999';

/** One sender, as fast as eight calls at a time go. */
async function floodFor(world: World, ms: number): Promise<void> {
  const end = performance.now() + ms;
  const chance = chanceFor(world, 'flood');
  let n = 0;
  const pour = async (): Promise<void> => {
    while (performance.now() < end && n < 3_000) {
      n += 1;
      const said = flooded(world, n, `SM${chance.whole(1e15, 9e15).toString(16).padStart(32, 'f')}`);
      if (await deliverSms(world, said)) said.ackedAt = performance.now();
    }
  };
  await Promise.all(Array.from({ length: 8 }, pour));
}

function flooded({ ledger, platforms }: World, n: number, sid: string): Said {
  const said: Said = {
    ...{ channel: 'sms', account: platforms.twilio.options.number, address: FLOODER, providerId: sid },
    ...{ text: `mensaje ${n} de muchos`, startedAt: performance.now(), ackedAt: null, seq: null },
  };
  ledger.said.push(said);
  return said;
}

/** Every sort of sickness, one after the other. */
export async function sicken(world: World, ms: number): Promise<void> {
  const { twilio } = world.platforms;
  const troubles = [
    { status: 429, retryAfter: 2 },
    { status: 500 },
    { drop: 'after' },
    { delayMs: 2_500 },
    { delayMs: 20_000, drop: 'before' },
  ] as const;
  for (const trouble of troubles) {
    twilio.always = trouble;
    await rest(world, ms / troubles.length);
  }
  twilio.always = null;
}

/** Is the service ready, and what does it say of itself? */
export function readiness(world: World): Promise<Answer | null> {
  return call(world, '/readyz');
}
