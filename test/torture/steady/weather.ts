import type { Finding } from '../../../src/storage/verify.ts';
import { chanceOf } from '../chance.ts';
import type { Evidence, Held } from '../checks.ts';
import { gather } from '../citizen.ts';
import type { Ledger, Said } from '../ledger.ts';
import { staff } from '../operator.ts';
import type { Profile } from '../races/desks.ts';
import { deliverSms } from '../sms-line.ts';
import { quantile, sicken } from '../storms.ts';
import { rest, type World } from '../world.ts';
import { openStage } from './stage.ts';

/** What is asked for. */
export interface WeatherOrder {
  profile: Profile;
  seed: number;
  /** How long each weather lasts, ms. */
  spanMs: number;
  say: (line: string) => void;
}

/** How long everybody else waited for an answer in one weather, ms. */
export interface Spell {
  name: string;
  answers: number;
  p50: number;
  p99: number;
}

/** What became of who floods. */
export interface Flood {
  /** Words acknowledged, and turns that took them up. */
  acked: number;
  turns: number;
  /** How often it was said that they are read together. */
  told: number;
}

/** Everything a run came to. */
export interface WeatherOutcome {
  order: WeatherOrder;
  folder: string;
  spells: Spell[];
  flood: Flood;
  held: Held[];
  verified: Finding[];
  drainMs: number | null;
}

/** What a spell is called. */
export const CALM = 'calm';
export const FLOODED = 'one citizen floods';
export const SICK = 'SMS is sick';

/** As many in a minute as the promise names. */
const FLOOD = 1_000;
const MINUTE_MS = 60_000;
const FLOODER = '+50799999999';
/** The last words of who floods wait out their minute. */
const AFTER_FLOOD_MS = 65_000;
/** What the sick platform held back is sent by then. */
const AFTER_SICKNESS_MS = 10_000;
const CROWD: Record<Profile, { web: number; sms: number; whatsapp: number; telegram: number }> = {
  embedded: { web: 4, sms: 3, whatsapp: 2, telegram: 2 },
  scale: { web: 2, sms: 2, whatsapp: 1, telegram: 1 },
};

/** Lets citizens talk beside one who floods, then with one platform sick in five ways, each between two calms. */
export async function weather(order: WeatherOrder): Promise<WeatherOutcome> {
  const stage = await openStage(order.profile, order.seed);
  const { world } = stage;
  const leaving = new AbortController();
  const own = { ...world, ending: leaving.signal };
  try {
    const people = Promise.all([gather(own, CROWD[order.profile]), staff(own)]);
    await rest(world, 10_000);
    const { spanMs } = order;
    const spells: Spell[] = [];
    const lasting = async (name: string, others: (wait: Wait) => boolean, run: () => Promise<unknown>) => {
      const from = performance.now();
      await run();
      spells.push(spellOf(name, world.ledger, others, from));
      order.say(JSON.stringify(spells.at(-1)));
    };
    await lasting(
      CALM,
      () => true,
      () => rest(world, spanMs),
    );
    await lasting(FLOODED, notFlooder, () => flood(world, spanMs));
    await rest(world, AFTER_FLOOD_MS);
    await lasting(CALM, notSms, () => rest(world, spanMs));
    await lasting(SICK, notSms, () => sicken(world, spanMs));
    await rest(world, AFTER_SICKNESS_MS);
    await lasting(CALM, notSms, () => rest(world, spanMs));
    leaving.abort();
    await people;
    const drainMs = await stage.drained();
    const { evidence, held, verified } = await stage.look();
    const came = floodOf(evidence);
    return { order, folder: stage.folder, spells, flood: came, held, verified, drainMs };
  } finally {
    leaving.abort();
    await stage.close();
  }
}

type Wait = Ledger['waits'][number];

function notFlooder({ address }: Wait): boolean {
  return address !== FLOODER;
}

function notSms({ channel }: Wait): boolean {
  return channel !== 'sms';
}

function spellOf(name: string, { waits }: Ledger, others: (wait: Wait) => boolean, from: number): Spell {
  const sorted = waits
    .filter(wait => wait.at >= from && others(wait))
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  return { name, answers: sorted.length, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

/** One citizen writes a thousand times a minute, whether they were acknowledged or not. */
async function flood(world: World, spanMs: number): Promise<void> {
  const chance = chanceOf(world.seed, 'flood');
  const began = performance.now();
  const count = Math.round((FLOOD * spanMs) / MINUTE_MS);
  const poured: Promise<void>[] = [];
  for (let n = 1; n <= count; n += 1) {
    await rest(world, Math.max(0, began + ((n - 1) * MINUTE_MS) / FLOOD - performance.now()));
    poured.push(pour(world, n, `SM${chance.whole(1e15, 9e15).toString(16).padStart(32, 'f')}`));
  }
  await Promise.all(poured);
}

async function pour(world: World, n: number, providerId: string): Promise<void> {
  const said: Said = {
    ...{ channel: 'sms', account: world.platforms.twilio.options.number, address: FLOODER, providerId },
    ...{ text: `mensaje ${n} de muchos`, startedAt: performance.now(), ackedAt: null, seq: null },
  };
  world.ledger.said.push(said);
  if (await deliverSms(world, said)) said.ackedAt = performance.now();
}

const TOLD = /muchos mensajes seguidos/;

function floodOf({ ledger, messageOf, accepted }: Evidence): Flood {
  const acked = ledger.said.filter(({ address, ackedAt }) => address === FLOODER && ackedAt !== null);
  const told = accepted.filter(({ to, body }) => to === FLOODER && TOLD.test(body)).length;
  return { acked: acked.length, told, turns: new Set(acked.map(said => messageOf(said)?.turn)).size };
}
