import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError, diskTrouble } from '../../errors.ts';

/** Versions before can corrupt a WAL that two connections write and checkpoint (sqlite.org, "WAL-reset bug"). */
const OLDEST_SQLITE = '3.51.3';
/** Negative: KiB. Holds the indexes of some hundred thousand cases. */
const CACHE = -65_536;
/** The write-ahead log is cut to this many bytes when it starts over. */
const LOG_LIMIT = 64 * 1024 * 1024;

/** Opens, or makes, a database for writing: WAL, every commit fsynced, only its user reads it. */
export function connect(file: string): DatabaseSync {
  const db = opened(file, { timeout: 2_000, enableForeignKeyConstraints: false });
  try {
    refuseOld(db);
    chmodSync(file, 0o600);
    db.exec(
      `pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0;
       pragma journal_size_limit = ${LOG_LIMIT}; pragma cache_size = ${CACHE};
       pragma secure_delete = on; pragma trusted_schema = off; pragma temp_store = memory`,
    );
    return db;
  } catch (error) {
    db.close();
    throw error instanceof ConfigError ? error : unusable(error);
  }
}

/** Opens a database for reading beside its owner. Throws `ConfigError` when there is none. */
export function connectReadOnly(file: string): DatabaseSync {
  const db = opened(file, { readOnly: true, timeout: 5_000 });
  try {
    db.exec('pragma trusted_schema = off; pragma temp_store = memory');
    db.prepare('pragma user_version').get();
    return db;
  } catch (error) {
    db.close();
    throw unusable(error);
  }
}

function opened(file: string, options: ConstructorParameters<typeof DatabaseSync>[1]): DatabaseSync {
  try {
    return new DatabaseSync(file, options);
  } catch (error) {
    throw unusable(error);
  }
}

function refuseOld(db: DatabaseSync): void {
  const { version } = db.prepare('select sqlite_version() as version').get() as { version: string };
  if (version.localeCompare(OLDEST_SQLITE, undefined, { numeric: true }) >= 0) return;
  throw new ConfigError([
    { where: 'STORE_URL', reason: `SQLite ${version} is too old; ${OLDEST_SQLITE} or newer is needed` },
  ]);
}

/** SQLite's own words name no data, only what it could not do. */
export function unusable(error: unknown): ConfigError {
  const trouble = diskTrouble('STORE_URL', error);
  if (trouble !== null) return trouble;
  const reason = error instanceof Error ? error.message : 'it cannot be opened';
  return new ConfigError([{ where: 'STORE_URL', reason: `the database cannot be used: ${reason}` }]);
}
