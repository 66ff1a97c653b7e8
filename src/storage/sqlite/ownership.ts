import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../errors.ts';

/**
 * Takes the one ownership of a database: an exclusive lock on a small file beside it, which ends with the
 * process however it ends. Throws `ConfigError` when another process has it. Returns the release.
 */
export function own(file: string): () => void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 200 });
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive');
  } catch {
    lock.close();
    throw new ConfigError([
      {
        where: 'STORE_URL',
        reason: 'another process works on this database; stop it, or give this one a DATA_DIR of its own',
      },
    ]);
  }
  return () => lock.close();
}
