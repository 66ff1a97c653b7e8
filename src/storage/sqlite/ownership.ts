import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../errors.ts';
import { unusable } from './connection.ts';

/** SQLite's code for a lock that another has. */
const BUSY = 5;

/**
 * Takes the one ownership of a database: an exclusive lock on a small file beside it, which ends with the
 * process however it ends. Throws `ConfigError` when another process has it. Returns the release.
 */
export function own(file: string): () => void {
  const lock = openLock(file);
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    throw (error as { errcode?: number }).errcode === BUSY ? taken() : unusable(error);
  }
  return () => lock.close();
}

function openLock(file: string): DatabaseSync {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const lock = new DatabaseSync(`${file}.lock`, { timeout: 200 });
    chmodSync(`${file}.lock`, 0o600);
    return lock;
  } catch (error) {
    throw unusable(error);
  }
}

function taken(): ConfigError {
  const reason = 'another process works on this database; stop it, or give this one a DATA_DIR of its own';
  return new ConfigError([{ where: 'STORE_URL', reason }]);
}
