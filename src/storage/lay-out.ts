import type { DatabaseSync } from 'node:sqlite';
import type { Connection } from 'mongoose';
import { SCHEMA_VERSION, versionOf } from './mongo/migrations.ts';
import { modelsOf } from './mongo/schemas.ts';
import { fillTables } from './mongo/to-sqlite.ts';
import { migrate } from './sqlite/schema.ts';
import { tooOld } from './verify.ts';

/**
 * Lays one snapshot of a MongoDB database, sealed as it is, into the tables of the embedded store, which it makes in `db`.
 * `unfit` is told what has no place there. Throws `ConfigError` when the database is of another version than this build's.
 */
export async function layOut(
  connection: Connection,
  db: DatabaseSync,
  unfit: (what: string) => void,
): Promise<void> {
  const models = modelsOf(connection);
  if ((await versionOf(models)) < SCHEMA_VERSION) throw tooOld();
  const session = connection.getClient().startSession({ snapshot: true });
  try {
    db.exec('pragma journal_mode = off');
    migrate(db);
    db.exec('begin');
    await fillTables({ db: models, session }, db, unfit);
    db.exec('commit');
  } finally {
    await session.endSession();
  }
}
