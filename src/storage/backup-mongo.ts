import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Connection } from 'mongoose';
import { ConfigError } from '../errors.ts';
import { type BackedUp, type BackupFiles, type Restored, restore, writeBackup } from './backup.ts';
import { type CopyOptions, copy } from './copy.ts';
import { layOut } from './lay-out.ts';
import { connect, unusable } from './mongo/connection.ts';

/**
 * Writes one snapshot of a MongoDB database, also while the service runs, as the two files of a backup: its documents, sealed as
 * they are, in the tables of the embedded store. Throws `ConfigError` when the database cannot be read, or is not whole.
 */
export async function backupMongo(url: string, files: BackupFiles, at: Date): Promise<BackedUp> {
  const connection = await connect(url, { socketTimeoutMS: 0 });
  try {
    return await writeBackup(files, at, fresh => layInto(fresh, connection));
  } catch (error) {
    throw unusable(error);
  } finally {
    await connection.close();
  }
}

async function layInto(file: string, connection: Connection): Promise<void> {
  const db = new DatabaseSync(file);
  try {
    await layOut(connection, db, what => {
      const reason = `${what} fits nowhere; run ./ventanilla verify`;
      throw new ConfigError([{ where: 'STORE_URL', reason }]);
    });
  } finally {
    db.close();
  }
}

/**
 * Makes what an empty MongoDB database holds of a backup's two files, read back and compared; the keys may be newer than the copy.
 * Throws `ConfigError` when something is in the database, or a file is not a backup's.
 */
export async function restoreMongo({
  copy: from,
  keys,
  at,
  ...target
}: BackupFiles & Omit<CopyOptions, 'file'> & { at: Date }): Promise<Restored> {
  const folder = mkdtempSync(path.join(tmpdir(), 'restore-'));
  try {
    const file = path.join(folder, 'store.db');
    const restored = restore({ copy: from, keys }, file, at);
    await copy({ file, ...target });
    return restored;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
