import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Connection } from 'mongoose';
import { ConfigError } from '../errors.ts';
import { connect, unusable } from './mongo/connection.ts';
import { checkIndexes } from './mongo/indexes.ts';
import { SCHEMA_VERSION, versionOf } from './mongo/migrations.ts';
import { modelsOf } from './mongo/schemas.ts';
import { fillTables, type MongoSnapshot } from './mongo/to-sqlite.ts';
import { migrate } from './sqlite/schema.ts';
import { createTally, type Finding, type Tally } from './sqlite/tally.ts';
import { checkTables, type Measures, tooOld } from './verify.ts';

/**
 * Checks every promise that can be read off a database of MongoDB, on one snapshot of it and without writing there. Its
 * documents, sealed as they are, are laid into tables of the embedded store in a temporary file, and held against the same
 * checks. Throws `ConfigError` when the database cannot be read.
 */
export async function verifyMongo({ url, ...measures }: Measures & { url: string }): Promise<Finding[]> {
  const connection = await connect(url, { socketTimeoutMS: 0 });
  const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  try {
    return await verifyIn(folder, connection, measures);
  } catch (error) {
    throw unusable(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await connection.close();
  }
}

async function verifyIn(folder: string, connection: Connection, measures: Measures): Promise<Finding[]> {
  const models = modelsOf(connection);
  if ((await versionOf(models)) < SCHEMA_VERSION) throw tooOld();
  const tally = createTally();
  await findIndexes(connection, tally);
  const session = connection.getClient().startSession({ snapshot: true });
  const db = new DatabaseSync(path.join(folder, 'tables.db'));
  try {
    db.exec('pragma journal_mode = off; pragma synchronous = off');
    migrate(db);
    await fill({ db: models, session }, db, tally);
    checkTables(db, tally, measures);
    return tally.findings();
  } finally {
    db.close();
    await session.endSession();
  }
}

const FITS = 'each document stands once and whole';
const OPEN = 'each unfinished message is on the work list';

async function fill(reads: MongoSnapshot, db: DatabaseSync, tally: Tally): Promise<void> {
  tally.count(FITS, 0);
  db.exec('begin');
  await fillTables(reads, db, what => tally.broken(FITS, what));
  db.exec('commit');
  const found = db.prepare(
    "select id from outbound where (state in ('pending', 'sending', 'unknown')) <> (due_at is not null)",
  );
  const { n } = db.prepare('select count(*) as n from outbound').get() as { n: number };
  tally.count(OPEN, n);
  for (const { id } of found.iterate()) tally.broken(OPEN, String(id));
}

async function findIndexes(connection: Connection, tally: Tally): Promise<void> {
  const name = 'the indexes that hold the promises are there';
  try {
    await checkIndexes(connection);
    tally.check(name, '', true);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    tally.check(name, error.problems[0]?.reason ?? '', false);
  }
}
