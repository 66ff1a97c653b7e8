import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { openBullmq } from '../src/queue/bullmq.ts';
import type { Queue } from '../src/queue/queue.ts';
import type { WholeStore } from '../src/storage/whole-store.ts';
import { newKeyring, openIn } from '../test/support/mongo-store.ts';
import { startMongo, withDatabase } from '../test/support/servers/mongodb.ts';
import { missingRedis, someRedis } from '../test/support/servers/redis.ts';
import { message, newCase, outbound } from '../test/support/store.ts';
import { openBare } from './bare-mongo.ts';
import type { Figure } from './main.ts';

/** Talks at once, and turns of each in a round. */
const TALKS = 8;
const TURNS = 6;
const BAR = 0.5;

/** What takes a message and resolves when its turn is committed. */
export interface Line {
  turn(talk: number, name: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A message stored, a job through Redis and a turn committed, with a case, over a MongoDB store, against as many documents written
 * by mongoose alone in the same two transactions around a BullMQ job of its own, on the same servers: `MONGODB_URI` and
 * `REDIS_URL`, or those of the tests. Workers are of this process.
 */
export async function scale(rounds: number): Promise<Figure[]> {
  const given = process.env['MONGODB_URI'];
  const redis = await someRedis();
  if (!redis) throw new Error(missingRedis() ?? 'no Redis');
  const server = given ? null : await startMongo();
  const url = (): string => withDatabase(given ?? server?.url ?? '', `bench-${randomUUID()}`);
  const figures: Figure[] = [];
  for (const workers of [1, 2]) {
    const ours = await openOurs(url(), redis.url, workers);
    const bare = await openBare(url(), redis.url, workers);
    figures.push(...(await compare(`${workers} worker${workers > 1 ? 's' : ''}`, ours, bare, rounds)));
    await ours.close();
    await bare.close();
  }
  await server?.stop();
  await redis.stop();
  return figures;
}

async function compare(name: string, ours: Line, bare: Line, rounds: number): Promise<Figure[]> {
  const found: { ours: Measured; bare: Measured }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    found.push({ ours: await measure(ours, round), bare: await measure(bare, round) });
  }
  // The first round warms up.
  const rounded = found.slice(1);
  const of = (pick: (one: (typeof rounded)[number]) => number): number => median(rounded.map(pick));
  const [our, alone] = [of(one => one.ours.rate), of(one => one.bare.rate)];
  const [slow, slowAlone] = [of(one => one.ours.p99), of(one => one.bare.p99)];
  return [
    {
      name: `message, job, turn and case, ${name}`,
      value: `${our.toFixed(0)}/s, bare ${alone.toFixed(0)}/s`,
    },
    { name: `  ratio to bare mongoose and BullMQ, ${name}`, ratio: our / alone, bar: BAR },
    {
      name: `  99 of 100 within, ${name}`,
      value: `${slow.toFixed(0)} ms, bare ${slowAlone.toFixed(0)} ms (${(slowAlone / slow).toFixed(2)})`,
    },
  ];
}

interface Measured {
  rate: number;
  p99: number;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Turns a second, and how long the slowest of a hundred takes, so many talks at once. */
async function measure(line: Line, round: number): Promise<Measured> {
  const began = performance.now();
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: TALKS }, async (_, talk) => {
      for (let n = 0; n < TURNS; n += 1) {
        const at = performance.now();
        await line.turn(talk, `${round}.${talk}.${n}`);
        took.push(performance.now() - at);
      }
    }),
  );
  const all = took.toSorted((a, b) => a - b);
  return {
    rate: (all.length * 1_000) / (performance.now() - began),
    p99: all[Math.floor(all.length * 0.99)] ?? Number.NaN,
  };
}

async function openOurs(url: string, redis: string, workers: number): Promise<Line> {
  const keyring = newKeyring();
  const log = pino({ level: 'silent' });
  const prefix = `bench-${randomUUID()}`;
  const stores: WholeStore[] = [];
  const queues: Queue[] = [];
  const ends = new Map<string, () => void>();
  for (let n = 0; n < workers; n += 1) {
    const store = await openIn(url, keyring);
    const clocks = { now: () => new Date(), elapsedMs: () => performance.now() };
    const queue = await openBullmq({
      ...{ url: redis, prefix, log, isKnown: false, limits: { turn: TALKS }, ...clocks },
    });
    queue.work(async job => {
      if (job.name !== 'turn') return;
      await commitTurn(store, job.conversationId);
      ends.get(job.conversationId)?.();
    });
    stores.push(store);
    queues.push(queue);
  }
  return {
    turn: async (talk, name) => {
      const [store, queue] = [stores[0], queues[0]];
      const incoming = message(name, { address: `+5076${talk}` });
      const [added] = (await store?.addInbound([incoming], new Date())) ?? [];
      const conversationId = added?.conversationId ?? '';
      const done = Promise.withResolvers<void>();
      ends.set(conversationId, done.resolve);
      await queue?.add({ name: 'turn', conversationId });
      await done.promise;
    },
    close: async () => {
      for (const queue of queues) await queue.close();
      for (const store of stores) await store.close();
    },
  };
}

/** Six documents: talk, message, key, case, step and reply. The message stored before wrote two: itself and the talk. */
async function commitTurn(store: WholeStore, id: string): Promise<void> {
  const at = new Date();
  const found = await store.load(id);
  if (!found) throw new Error('the talk is not there');
  const { version, turns, state } = found.conversation;
  const name = `${id} ${turns}`;
  const opening = { conversationId: id, turn: turns + 1, index: 0 };
  const filed = newCase({ id: `case ${name}`, number: name, conversationId: id, opening });
  const event = { at, what: 'opened', from: null, to: 'received', by: 'citizen', note: null } as const;
  const consumed = found.messages.map(({ seq }) => seq);
  await store.commit({
    ...{ at, conversation: { id, expectedVersion: version, consumed, turn: true, set: { state } } },
    cases: [{ case: filed, expectedVersion: 0, events: [event] }],
    outbound: [outbound(id, name, { turn: turns + 1 })],
  });
}
