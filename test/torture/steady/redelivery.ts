import { setTimeout as pause } from 'node:timers/promises';
import type { Finding } from '../../../src/storage/verify.ts';
import { chanceOf } from '../chance.ts';
import type { Held } from '../checks.ts';
import { lineOf, report } from '../citizen.ts';
import { databaseIn } from '../evidence.ts';
import type { Said } from '../ledger.ts';
import { Ended } from '../line.ts';
import { messagesIn, outboundIn, peek } from '../peek.ts';
import type { Profile } from '../races/desks.ts';
import { chanceFor, type World } from '../world.ts';
import { checkRepeats, type Rows } from './redelivery-checks.ts';
import { openStage, type Stage } from './stage.ts';

/** What is asked for. */
export interface RedeliveryOrder {
  profile: Profile;
  seed: number;
  /** At least so many are said, and each comes eight times in all. */
  messages: number;
  say: (line: string) => void;
}

/** Everything said once more. */
export interface Round {
  name: string;
  messages: number;
  /** Answered as they should be, once at least. */
  acknowledged: number;
  /** How long ago the middle one of them was said, ms. */
  ageMs: number;
}

/** Everything a run came to. */
export interface RedeliveryOutcome {
  order: RedeliveryOrder;
  folder: string;
  messages: number;
  cases: number;
  rounds: Round[];
  held: Held[];
  verified: Finding[];
  seconds: number;
}

const MOST_TRIES = 20;
const DAY_MS = 24 * 3_600_000;
const CHANNELS = ['web', 'sms', 'whatsapp', 'telegram'];
const CROWD: Record<Profile, number> = { embedded: 32, scale: 12 };
/** A report takes about so many messages. */
const IN_REPORT = 5;
const AT_ONCE: Record<Profile, number> = { embedded: 24, scale: 12 };

/** Has every message come five times at once, and then again: shuffled, after a restart, and after eight days. */
export async function redeliver(order: RedeliveryOrder): Promise<RedeliveryOutcome> {
  const began = performance.now();
  const stage = await openStage(order.profile, order.seed);
  const { world } = stage;
  try {
    world.storms = 1;
    const width = Math.min(CROWD[order.profile], Math.ceil(order.messages / IN_REPORT));
    await Promise.all(Array.from({ length: width }, (_, n) => keepReporting(world, order, n)));
    const { said } = world.ledger;
    order.say(`${said.length} messages said`);
    await atRest(stage);
    const before = await rowsOf(stage);
    const acknowledged = said.filter(({ ackedAt }) => ackedAt !== null).length;
    const rounds: Round[] = [
      { name: 'each five times at once', messages: said.length, acknowledged, ageMs: 0 },
    ];
    const again = async (name: string, aheadMs: number): Promise<void> => {
      rounds.push(await sayAgain(world, order, name, aheadMs));
      order.say(JSON.stringify(rounds.at(-1)));
      await atRest(stage);
    };
    await again('again, shuffled', 0);
    await stage.restart(0);
    await again('after kill -9 and a restart, shuffled', 0);
    await stage.restart(8 * DAY_MS);
    await again('eight days later, shuffled', 8 * DAY_MS);
    const { evidence, held, verified } = await stage.look();
    const repeats = checkRepeats({ before, after: await rowsOf(stage), evidence });
    const seconds = (performance.now() - began) / 1_000;
    return {
      ...{
        order,
        folder: stage.folder,
        messages: said.length,
        cases: evidence.cases.length,
        rounds,
        seconds,
      },
      ...{ held: [...repeats, ...held], verified },
    };
  } finally {
    await stage.close();
  }
}

async function keepReporting(world: World, { messages, profile }: RedeliveryOrder, n: number): Promise<void> {
  for (let born = 0; world.ledger.said.length < messages; born += 1) {
    const name = String(1_000 * (born + 1) + n);
    const channel = CHANNELS[n % CHANNELS.length] ?? 'web';
    const { line, witness } = await lineOf(world, channel, name);
    world.ledger.witnesses.push(witness);
    try {
      await report(world, line, witness, chanceFor(world, profile, name));
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
    } finally {
      line.close();
    }
  }
}

async function atRest(stage: Stage): Promise<void> {
  if ((await stage.drained()) === null) throw new Error('the backlog was not done in time');
}

async function rowsOf(stage: Stage): Promise<Rows> {
  await stage.layOut();
  const file = databaseIn(stage.folder);
  return { messages: peek(file, messagesIn), outbound: peek(file, outboundIn) };
}

/** Each message once more in another order, so many at a time. */
async function sayAgain(
  { ledger, repeats }: World,
  { seed, profile }: RedeliveryOrder,
  name: string,
  aheadMs: number,
): Promise<Round> {
  const left = shuffled([...repeats], chanceOf(seed, name).next);
  const ages: number[] = [];
  const round: Round = { name, messages: left.length, acknowledged: 0, ageMs: 0 };
  const tell = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [said, again] = next as [Said, () => Promise<boolean>];
      ages.push(performance.now() - said.startedAt + aheadMs);
      if (await insistently(again)) round.acknowledged += 1;
      ledger.redelivered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE[profile] }, tell));
  round.ageMs = ages.sort((a, b) => a - b)[Math.floor(ages.length / 2)] ?? 0;
  return round;
}

/** As a platform does that tells a message until it is taken: a machine that is busy with other things may refuse at first. */
async function insistently(tell: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (await tell()) return true;
    await pause(tries * 100);
  }
  return false;
}

/** Fisher and Yates, for lists that are long. */
function shuffled<T>(list: T[], next: () => number): T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
