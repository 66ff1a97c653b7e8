import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { databaseOf, refuse } from './connection.ts';
import { COLLECTIONS, INDEXES, type Models, type NeededIndex } from './schemas.ts';

/**
 * Numbered steps from an empty database to today's; a step, once released, never changes. Each may be cut short anywhere
 * and begun again.
 */
const MIGRATIONS: ((connection: Connection) => Promise<void>)[] = [
  async connection => {
    const db = databaseOf(connection);
    const found = new Set((await db.listCollections().toArray()).map(({ name }) => name));
    for (const name of COLLECTIONS) {
      if (!found.has(name)) await db.createCollection(name);
      const indexes = INDEXES[name];
      if (indexes) await db.collection(name).createIndexes(indexes);
    }
  },
];

/** The version this build reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** A step is taken again by another after this long without a sign. */
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** The version of a database; 0: nothing is in it. Throws `ConfigError` when this build is too old for it. */
export async function versionOf(db: Models): Promise<number> {
  const row = await db.meta.findById('schema').lean();
  const found = Number(row?.value ?? 0);
  if (found > SCHEMA_VERSION) {
    refuse(`the database is of version ${found}, this build knows ${SCHEMA_VERSION}; run the newer build`);
  }
  return found;
}

/** Brings a database to today's version. One process does, those that start beside it wait. Throws `ConfigError`. */
export async function migrate(connection: Connection, db: Models): Promise<void> {
  for (;;) {
    const version = await versionOf(db);
    if (version === SCHEMA_VERSION) return;
    const lease = await takeLease(connection, db);
    if (lease === null) await pause(LOOK_AGAIN_MS);
    else await step(connection, db, lease);
  }
}

async function step(connection: Connection, db: Models, lease: string): Promise<void> {
  // Somebody else may have taken the step before the lease was ours.
  const version = await versionOf(db);
  const next = MIGRATIONS[version];
  if (next) {
    await next(connection);
    const set = { $set: { value: String(version + 1) } };
    await db.meta.updateOne({ _id: 'schema' }, set, { upsert: true });
  }
  await db.meta.deleteOne({ _id: 'migration', value: lease });
}

/** The lease's value, an end by the server's own clock; null: another has it. */
async function takeLease(connection: Connection, db: Models): Promise<string | null> {
  const { localTime } = (await databaseOf(connection).admin().command({ hello: 1 })) as { localTime: Date };
  const held = await db.meta.findById('migration').lean();
  if (held && Number(held.value) > localTime.getTime()) return null;
  const lease = String(localTime.getTime() + LEASE_MS);
  try {
    const filter = { _id: 'migration', ...(held ? { value: held.value } : {}) };
    if (held) {
      const { matchedCount } = await db.meta.updateOne(filter, { $set: { value: lease } });
      return matchedCount === 1 ? lease : null;
    }
    await db.meta.insertMany([{ _id: 'migration', value: lease }]);
    return lease;
  } catch (error) {
    if ((error as { code?: unknown }).code === 11_000) return null;
    throw error;
  }
}

/** Throws `ConfigError` when an index this build relies on is not there, or is another one. */
export async function checkIndexes(connection: Connection): Promise<void> {
  for (const name of COLLECTIONS) {
    const needed = INDEXES[name];
    if (!needed) continue;
    const found = (await databaseOf(connection).collection(name).listIndexes().toArray()) as NeededIndex[];
    for (const index of needed) {
      const same = found.find(other => other.name === index.name);
      if (!same || !isSame(index, same)) refuse(missing(name, index, same !== undefined));
    }
  }
}

function isSame(needed: NeededIndex, found: NeededIndex): boolean {
  const parts = ({ key, unique = false, partialFilterExpression: part = {} }: NeededIndex): string =>
    JSON.stringify([key, unique, part]);
  return parts(needed) === parts(found);
}

function missing(collection: string, { key, ...options }: NeededIndex, isOther: boolean): string {
  const drop = isOther ? `db.${collection}.dropIndex("${options.name}"); ` : '';
  const command = `${drop}db.${collection}.createIndex(${JSON.stringify(key)}, ${JSON.stringify(options)})`;
  return `index ${options.name} of ${collection} is ${isOther ? 'another one' : 'missing'}; stop the desk and run in mongosh: ${command}`;
}
