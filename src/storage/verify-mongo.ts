import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Connection } from 'mongoose';
import { ConfigError } from '../errors.ts';
import { layOut } from './lay-out.ts';
import { connect, unusable } from './mongo/connection.ts';
import { checkIndexes } from './mongo/indexes.ts';
import { createTally, type Finding, type Tally } from './sqlite/tally.ts';
import { checkTables, type Measures } from './verify.ts';

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
  const tally = createTally();
  for (const name of [INDEXED, FITS]) tally.count(name, 0);
  const db = new DatabaseSync(path.join(folder, 'tables.db'));
  try {
    db.exec('pragma synchronous = off');
    await layOut(connection, db, what => tally.broken(FITS, what));
    await findIndexes(connection, tally);
    findForgotten(db, tally);
    checkTables(db, tally, measures);
    return tally.findings();
  } finally {
    db.close();
  }
}

const INDEXED = 'the indexes that hold the promises are there';
const FITS = 'each document stands once and whole';
const OPEN = 'each unfinished message is on the work list';

function findForgotten(db: DatabaseSync, tally: Tally): void {
  const found = db.prepare(
    "select id from outbound where (state in ('pending', 'sending', 'unknown')) <> (due_at is not null)",
  );
  const { n } = db.prepare('select count(*) as n from outbound').get() as { n: number };
  tally.count(OPEN, n);
  for (const { id } of found.iterate()) tally.broken(OPEN, String(id));
}

async function findIndexes(connection: Connection, tally: Tally): Promise<void> {
  try {
    await checkIndexes(connection);
    tally.check(INDEXED, '', true);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    tally.check(INDEXED, error.problems[0]?.reason ?? '', false);
  }
}
