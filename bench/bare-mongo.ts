import { Queue, Worker } from 'bullmq';
import mongoose, { Schema } from 'mongoose';
import type { Line } from './mongo.ts';

/**
 * The least that could write as much: two documents before a BullMQ job and six in it, of 700 bytes, on the disks of a majority.
 * No reads, no index, nothing sealed, nothing decided.
 */
export async function openBare(url: string, redis: string, workers: number): Promise<Line> {
  const connection = await mongoose.createConnection(url).asPromise();
  const schema = new Schema({ body: Buffer, at: Number }, { versionKey: false });
  const names = ['bare_talks', 'bare_messages', 'bare_keys', 'bare_cases', 'bare_steps', 'bare_replies'];
  const models = names.map(name => connection.model(name, schema, name));
  for (const model of models) await model.createCollection();
  const body = Buffer.alloc(700);
  const writeTo = (count: number): Promise<unknown> =>
    connection.transaction(
      async session => {
        for (const model of models.slice(0, count)) {
          await model.create([{ body, at: Date.now() }], { session });
        }
      },
      { writeConcern: { w: 'majority', journal: true } },
    );
  const ends = new Map<string, () => void>();
  const name = `bare-${process.hrtime.bigint()}`;
  const options = { connection: { url: redis, maxRetriesPerRequest: null } };
  const queue = new Queue<{ id: string }>(name, options);
  const handle = async ({ data }: { data: { id: string } }): Promise<void> => {
    await writeTo(models.length);
    ends.get(data.id)?.();
  };
  const takers = Array.from(
    { length: workers },
    () => new Worker<{ id: string }>(name, handle, { ...options, concurrency: 8 }),
  );
  return {
    turn: async (_, id) => {
      await writeTo(2);
      const done = Promise.withResolvers<void>();
      ends.set(id, done.resolve);
      await queue.add('turn', { id }, { removeOnComplete: true });
      await done.promise;
    },
    close: async () => {
      for (const taker of takers) await taker.close();
      await queue.close();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
