import { randomUUID } from 'node:crypto';
import mongoose, { Schema } from 'mongoose';
import type { WholeStore } from '../src/storage/whole-store.ts';
import { newKeyring, openIn } from '../test/support/mongo-store.ts';
import { startMongo, withDatabase } from '../test/support/servers/mongodb.ts';
import { message, newCase, outbound } from '../test/support/store.ts';
import type { Figure } from './main.ts';

/** Talks at once, and turns of each in a round. */
const TALKS = 8;
const TURNS = 6;
const BAR = 0.5;

/**
 * A message stored and its turn committed, with a case, over a MongoDB store, against as many documents written by mongoose
 * alone in the same two transactions on the same server: `MONGODB_URI`, or one of its own.
 */
export async function scale(rounds: number): Promise<Figure[]> {
  const given = process.env['MONGODB_URI'];
  const server = given ? null : await startMongo();
  const url = withDatabase(given ?? server?.url ?? '', `bench-${randomUUID()}`);
  const store = await openIn(url, newKeyring());
  const bare = await openBare(url);
  const rates: { ours: number; bare: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await rateOf(n => ourTurn(store, `${round}.${n}`));
    rates.push({ ours, bare: await rateOf(() => bare.turn()) });
  }
  await store.close();
  await bare.close();
  await server?.stop();
  // The first round warms up.
  const counted = rates.slice(1);
  const [ours, alone] = [median(counted.map(rate => rate.ours)), median(counted.map(rate => rate.bare))];
  return [
    {
      name: 'message, turn and case over MongoDB',
      value: `${ours.toFixed(0)}/s, bare ${alone.toFixed(0)}/s`,
    },
    { name: 'ratio to bare mongoose, as many documents', ratio: ours / alone, bar: BAR },
  ];
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Turns a second, so many talks at once. */
async function rateOf(turn: (talk: string) => Promise<void>): Promise<number> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: TALKS }, async (_, talk) => {
      for (let n = 0; n < TURNS; n += 1) await turn(`${talk}.${n}`);
    }),
  );
  return (TALKS * TURNS * 1_000) / (performance.now() - began);
}

/** Two documents for the message, six for the turn: talk, message, key, case, step and reply. */
async function ourTurn(store: WholeStore, name: string): Promise<void> {
  const talk = name.split('.')[1] ?? '';
  const at = new Date();
  const [added] = await store.addInbound([message(name, { address: `+5076${talk}` })], at);
  const id = added?.conversationId ?? '';
  const found = await store.load(id);
  if (!found) throw new Error('the talk is not there');
  const { version, turns } = found.conversation;
  const opening = { conversationId: id, turn: turns + 1, index: 0 };
  const filed = newCase({ id: `case ${name}`, number: name, conversationId: id, opening });
  const event = { at, what: 'opened', from: null, to: 'received', by: 'citizen', note: null } as const;
  const consumed = found.messages.map(({ seq }) => seq);
  await store.commit({
    ...{
      at,
      conversation: {
        id,
        expectedVersion: version,
        consumed,
        turn: true,
        set: { state: found.conversation.state },
      },
    },
    cases: [{ case: filed, expectedVersion: 0, events: [event] }],
    outbound: [outbound(id, name, { turn: turns + 1 })],
  });
}

/** The least that could write as much: no reads, nothing sealed, nothing decided. */
async function openBare(url: string): Promise<{ turn(): Promise<void>; close(): Promise<void> }> {
  const connection = await mongoose.createConnection(url).asPromise();
  const schema = new Schema({ body: Buffer, at: Number }, { versionKey: false });
  const models = ['bare_talks', 'bare_messages', 'bare_keys', 'bare_cases', 'bare_steps', 'bare_replies'].map(
    name => connection.model(name, schema, name),
  );
  for (const model of models) await model.createCollection();
  const body = Buffer.alloc(700);
  const writeTo = (count: number): Promise<unknown> =>
    connection.transaction(
      async session => {
        for (const model of models.slice(0, count))
          await model.create([{ body, at: Date.now() }], { session });
      },
      { writeConcern: { w: 'majority', journal: true } },
    );
  return {
    close: () => connection.dropDatabase().then(() => connection.close()),
    turn: async () => {
      await writeTo(2);
      await writeTo(models.length);
    },
  };
}
