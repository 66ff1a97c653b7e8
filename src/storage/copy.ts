import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { ConfigError } from '../errors.ts';
import type { Vault } from '../vault.ts';
import { connect, unusable } from './mongo/connection.ts';
import type { CollectionName } from './mongo/documents.ts';
import { type Doc, documentsOf } from './mongo/from-sqlite.ts';
import { checkInstallation, UNFINISHED } from './mongo/installation.ts';
import { migrate } from './mongo/migrations.ts';
import { COLLECTIONS, type Models, modelsOf } from './mongo/schemas.ts';
import { connectReadOnly } from './sqlite/connection.ts';
import { statementCache } from './sqlite/context.ts';
import { readMeta } from './sqlite/installation.ts';
import { own } from './sqlite/ownership.ts';
import { SCHEMA_VERSION, versionOf } from './sqlite/schema.ts';
import { tooOld } from './verify.ts';

/** What is copied where. */
export interface CopyOptions {
  /** The file of the embedded store. */
  file: string;
  /** The MongoDB database, which must be empty. */
  url: string;
  vault: Vault;
  /** Told of each collection's documents as they are copied, and then as they are compared. */
  progress: (step: 'copied' | 'compared', documents: number) => void;
}

/**
 * Moves an installation from the embedded store into a MongoDB database: copies everything, sealed as it is, reads it back
 * and compares it. How many documents it was. Throws `ConfigError`, and has written nothing, when the source is in use or none
 * that can be copied, or the target is not empty; a copy that was cut short is never taken for a store.
 */
export async function copy(options: CopyOptions): Promise<number> {
  if (!existsSync(options.file)) refuse('--from', `there is no store at ${options.file}`);
  const release = own(options.file);
  try {
    const source = openSource(options);
    try {
      return await copyFrom(source, options);
    } finally {
      source.close();
    }
  } finally {
    release();
  }
}

/** Nothing is written before the source is known to be one that can be copied. */
function openSource({ file, vault }: CopyOptions): DatabaseSync {
  const source = connectReadOnly(file);
  try {
    if (versionOf(source) < SCHEMA_VERSION) throw tooOld();
    if (readMeta(source, 'keyring') !== vault.hash('installation', 'keyring')) {
      refuse('KEYRING_FILE', 'this keyring belongs to another store than the one that is copied');
    }
    return source;
  } catch (error) {
    source.close();
    throw error;
  }
}

async function copyFrom(source: DatabaseSync, { url, vault, progress }: CopyOptions): Promise<number> {
  const connection = await connect(url, { socketTimeoutMS: 0 });
  try {
    const db = modelsOf(connection);
    // What is another installation's stays as it is, also of another version.
    await refuseUsed(db);
    await migrate(connection, db);
    // A desk may have been opened on it meanwhile.
    await refuseUsed(db);
    // The mark that no desk may be opened on this database stands before anything else is in it.
    await db.meta.insertMany([{ _id: UNFINISHED, value: 'copy' }]);
    const count = await copyAll(source, db, progress);
    await checkInstallation(db, vault, UNFINISHED);
    await db.meta.deleteOne({ _id: UNFINISHED });
    return count;
  } catch (error) {
    throw unusable(error);
  } finally {
    await connection.close();
  }
}

function refuse(where: string, reason: string): never {
  throw new ConfigError([{ where, reason }]);
}

/** What stands in an empty database besides, also when bringing it to today's version was cut short. */
const OF_MIGRATIONS = ['schema', 'migration'];

async function refuseUsed(db: Models): Promise<void> {
  for (const name of COLLECTIONS) {
    const some = db[name] as unknown as Models['meta'];
    if (await some.exists(name === 'meta' ? { _id: { $nin: OF_MIGRATIONS } } : {})) {
      refuse('--to', 'something is in this database already; name an empty one');
    }
  }
}

async function copyAll(source: DatabaseSync, db: Models, progress: CopyOptions['progress']): Promise<number> {
  source.exec('begin');
  const sql = statementCache(source);
  let count = 0;
  for (const [name, docs] of batches(documentsOf(sql))) {
    await modelOf(db, name).insertMany(docs as never[], { ordered: true });
    count += docs.length;
    progress('copied', count);
  }
  await compareAll(db, batches(documentsOf(sql)), done => progress('compared', done));
  return count;
}

function modelOf(db: Models, name: CollectionName): Models['meta'] {
  return db[name] as unknown as Models['meta'];
}

type Batch = [CollectionName, Doc[]];

/** Documents that travel together. */
const AT_ONCE = 500;

function* batches(docs: Iterable<[CollectionName, Doc]>): Generator<Batch> {
  let name: CollectionName | null = null;
  let batch: Doc[] = [];
  for (const [of, doc] of docs) {
    // A piece of a file is large, and files alternate with their pieces.
    const most = of === 'media_chunks' ? 1 : AT_ONCE;
    if (name !== null && (of !== name || batch.length >= most)) {
      yield [name, batch];
      batch = [];
    }
    name = of;
    batch.push(doc);
  }
  if (name !== null) yield [name, batch];
}

async function compareAll(db: Models, all: Iterable<Batch>, progress: (done: number) => void): Promise<void> {
  const counts = new Map<CollectionName, number>();
  let done = 0;
  for (const [name, docs] of all) {
    const filter = { _id: { $in: docs.map(({ _id }) => _id) } } as object;
    const found = (await modelOf(db, name).find(filter).lean()) as unknown as Doc[];
    const byId = new Map(found.map(doc => [doc._id, doc]));
    const other = docs.find(doc => !isDeepStrictEqual({ ...doc }, { ...byId.get(doc._id) }));
    if (other) throw new Error(`a document of ${name} is not there as it was`);
    counts.set(name, (counts.get(name) ?? 0) + docs.length);
    done += docs.length;
    progress(done);
  }
  for (const [name, count] of counts) {
    if ((await modelOf(db, name).countDocuments()) !== count)
      throw new Error(`${name} has others than were copied`);
  }
}
