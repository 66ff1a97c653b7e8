import type { Connection, mongo } from 'mongoose';
import { databaseOf } from './connection.ts';
import type { MongoWrites } from './context.ts';

/** A write of a transaction whose outcome nobody in it looks at. */
export type GatheredWrite = { namespace: string } & (
  | { name: 'insertOne'; document: object }
  | { name: 'updateOne'; filter: object; update: { $set: object } }
);

/** MongoDB 8.0: from there on a call may write to several collections. */
const WIRE_OF_MANY = 25;

/** Does this server take writes to several collections in one call? */
export async function takesMany(connection: Connection): Promise<boolean> {
  const hello: { maxWireVersion?: number } = await databaseOf(connection).admin().command({ hello: 1 });
  return (hello.maxWireVersion ?? 0) >= WIRE_OF_MANY;
}

/**
 * Runs work whose new documents, and changes of known ones, are made in one call at its end: only for work that reads first
 * (a transaction begins with that) and reads nothing it wrote. Before 8.0 each is made at once.
 */
export async function together<T>(
  context: MongoWrites,
  work: (context: MongoWrites) => Promise<T>,
): Promise<T> {
  if (!context.many) return work(context);
  const gathered: GatheredWrite[] = [];
  const result = await work({ ...context, gathered });
  if (gathered.length > 0) await write(context, gathered);
  return result;
}

async function write({ db, session }: MongoWrites, gathered: GatheredWrite[]): Promise<void> {
  // The driver's types know no ids but its own.
  const writes = gathered as mongo.AnyClientBulkWriteModel<mongo.Document>[];
  try {
    await db.meta.db.getClient().bulkWrite(writes, { session, ordered: true });
  } catch (error) {
    throw rootOf(error);
  }
}

/** What befell one of the writes, or the call, as a single write would have thrown it. */
function rootOf(error: unknown): unknown {
  const { cause, writeErrors } = error as { cause?: unknown; writeErrors?: Map<number, WriteError> };
  const [first] = writeErrors?.values() ?? [];
  if (first) return Object.assign(new Error(first.message), { code: first.code });
  return cause ?? error;
}

interface WriteError {
  code: number;
  message: string;
}
