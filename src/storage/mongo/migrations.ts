import type { Connection } from 'mongoose';
import { connect, databaseOf, refuse } from './connection.ts';
import type { MessageDoc, TalkDoc } from './documents.ts';
import { bringIndexes } from './indexes.ts';
import { leaseMigration, type MigrationLease } from './migration-lease.ts';
import { type Models, modelsOf } from './schemas.ts';

/** A step from one version of a database to the next; cut short anywhere, it is begun again. */
export interface Migration {
  /** What it changes, for who asks before. */
  does: string;
  run: (connection: Connection) => Promise<void>;
}

/** Numbered steps from an empty database to today's. What an index is, is today's word alone: each step brings it there. */
const MIGRATIONS: Migration[] = [
  { does: 'makes the collections and their indexes', run: bringIndexes },
  {
    does: 'makes those indexes anew that hold a part of their collection, so that every search can use them',
    run: bringIndexes,
  },
  {
    does: 'notes since when and why messages were put aside, and whether a person has seen to them',
    run: async connection => {
      const aside = { parked: 1, parked_reason: null };
      const since = { parked_at: '$received_at', parked_reason: 'failed_turn' };
      await databaseOf(connection)
        .collection('messages')
        .updateMany(aside, [{ $set: since }]);
      await bringIndexes(connection);
    },
  },
  {
    does: 'takes what was put aside of who was erased since from the list of what waits for a person',
    run: async connection => {
      await bringIndexes(connection);
      await dropErased(connection);
    },
  },
  {
    does: 'makes the indexes by which lists of cases are found without looking through the others',
    run: bringIndexes,
  },
  {
    does: 'puts the channel into the indexes by which work that is due is found',
    run: bringIndexes,
  },
];

async function dropErased(connection: Connection): Promise<void> {
  const db = databaseOf(connection);
  const messages = db.collection<MessageDoc>('messages');
  const erased = {
    erased_at: { $ne: null },
    _id: { $in: await messages.distinct('conversation_id', { parked: 1 }) },
  };
  for await (const { _id, erased_at } of db.collection<TalkDoc>('conversations').find(erased)) {
    const seen = { parked: 2, dropped_at: erased_at, dropped_by: 'citizen', dropped_reason: 'erased' };
    await messages.updateMany({ conversation_id: _id, parked: 1 }, { $set: seen });
  }
}

/** The version this build reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The version of a database; 0: nothing is in it. Throws `ConfigError` when this build is too old for it. */
export async function versionOf(db: Models): Promise<number> {
  const row = await db.meta.findById('schema').lean();
  const found = Number(row?.value ?? 0);
  if (found > SCHEMA_VERSION) {
    refuse(`the database is of version ${found}, this build knows ${SCHEMA_VERSION}; run the newer build`);
  }
  return found;
}

/** What each step would do to a database that `migrate` has not brought to today's version yet. Nothing is written. */
export async function pendingSteps(db: Models): Promise<string[]> {
  return MIGRATIONS.slice(await versionOf(db)).map(({ does }) => does);
}

/** `migrate` over a connection of its own, which waits for a step as long as it takes: an index of a large collection takes long. */
export async function migrateAt(url: string): Promise<void> {
  const connection = await connect(url, { socketTimeoutMS: 0 });
  try {
    await migrate(connection, modelsOf(connection));
  } finally {
    await connection.close();
  }
}

/**
 * Brings a database to today's version, or through the steps given. One process does, those that start beside it wait.
 * Throws `ConfigError`.
 */
export async function migrate(
  connection: Connection,
  db: Models,
  { steps = MIGRATIONS, leaseMs }: { steps?: Migration[]; leaseMs?: number } = {},
): Promise<void> {
  for (;;) {
    if ((await versionOf(db)) >= steps.length) return;
    const lease = await leaseMigration(connection, db, leaseMs);
    try {
      await step(connection, db, steps, lease);
    } finally {
      await lease.end();
    }
  }
}

async function step(
  connection: Connection,
  db: Models,
  steps: Migration[],
  lease: MigrationLease,
): Promise<void> {
  // Somebody else may have taken the step before the lease was ours.
  const version = await versionOf(db);
  const next = steps[version];
  if (!next) return;
  await next.run(connection);
  if (lease.isLost()) return;
  await db.meta.updateOne(
    { _id: 'schema' },
    { $set: { value: String(version + 1) } },
    { upsert: version === 0 },
  );
}
