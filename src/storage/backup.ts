import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { INSTALLATION } from './installation-key.ts';
import { connectReadOnly, unusable } from './sqlite/connection.ts';
import { statementCache } from './sqlite/context.ts';
import { eraseRows } from './sqlite/erase.ts';
import { readMeta, setMeta } from './sqlite/installation.ts';
import { own } from './sqlite/ownership.ts';
import { migrate, versionOf } from './sqlite/schema.ts';

/** The two files of a backup. Neither opens anything without the keyring, and the copy nothing without the keys. */
export interface BackupFiles {
  /** The database without its data keys: may be kept for long. */
  copy: string;
  /**
   * The wrapped data keys: to be replaced by each next backup and kept no longer. Who was erased is not in the
   * next one, so no older copy can bring that person back.
   */
  keys: string;
}

/** How much a backup holds. */
export interface BackedUp {
  /** Bytes of the copy. */
  bytes: number;
  keys: number;
}

/** `at`: when the backup was begun, ms; files of older builds have none. */
const KEYS = z.object({
  ...{ version: z.literal(1), at: z.number().optional() },
  keys: z.record(z.string(), z.base64()),
});
type WrappedKeys = z.infer<typeof KEYS>;
/** When the backup of a copy was begun, by its name among the facts about the store. */
const BACKUP = 'backup';

/**
 * Writes a consistent copy of a store, also while the service runs, and its data keys to a file of their own (both
 * mode 0600), both marked with the moment `at`. Files of these names are replaced when both are complete. Throws `ConfigError` when there is no store.
 */
export async function backup(file: string, files: BackupFiles, at: Date): Promise<BackedUp> {
  const source = connectReadOnly(file);
  try {
    // All pages in one step: a copy in several starts over whenever the service writes in between.
    return await writeBackup(files, at, fresh => copyDatabase(source, fresh, { rate: 2 ** 31 - 1 }));
  } finally {
    source.close();
  }
}

/** Makes the two files of tables that `fill` writes into an empty file. Files of these names are replaced when both are complete. */
export async function writeBackup(
  { copy, keys }: BackupFiles,
  at: Date,
  fill: (fresh: string) => Promise<unknown>,
): Promise<BackedUp> {
  const [freshCopy, freshKeys] = [`${copy}.new`, `${keys}.new`];
  try {
    for (const fresh of [freshCopy, freshKeys]) prepare(fresh);
    await fill(freshCopy);
    const wrapped = takeKeys(freshCopy, at);
    writeFileSync(freshKeys, JSON.stringify(wrapped), { mode: 0o600, flush: true });
    // What is cut short between leaves keys that are younger than the copy, which a store can be made of.
    renameSync(freshKeys, keys);
    renameSync(freshCopy, copy);
    return { bytes: readSize(copy), keys: Object.keys(wrapped.keys).length };
  } finally {
    for (const fresh of [freshCopy, freshKeys]) rmSync(fresh, { force: true });
  }
}

function prepare(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, '', { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** Moves the data keys out of a copy, so that no byte of them stays in it. */
function takeKeys(copy: string, at: Date): WrappedKeys {
  const db = new DatabaseSync(copy);
  try {
    const rows = db.prepare('select owner, wrapped from data_keys').all() as unknown as KeyRow[];
    setMeta(db, BACKUP, String(at.getTime()));
    db.exec('pragma journal_mode = delete; pragma secure_delete = on; delete from data_keys; vacuum');
    const keys = rows.map(row => [row.owner, Buffer.from(row.wrapped).toString('base64')]);
    return { version: 1, at: at.getTime(), keys: Object.fromEntries(keys) };
  } finally {
    db.close();
  }
}

interface KeyRow {
  owner: string;
  wrapped: Uint8Array;
}

function readSize(copy: string): number {
  const db = new DatabaseSync(copy, { readOnly: true });
  try {
    const query = 'select page_count * page_size as bytes from pragma_page_count, pragma_page_size';
    return (db.prepare(query).get() as { bytes: number }).bytes;
  } finally {
    db.close();
  }
}

/** What came back. `erased`: conversations whose key is no longer among the keys, erased here too. */
export interface Restored {
  conversations: number;
  erased: number;
}

/**
 * Makes a store of today's version of a backup's two files; the keys may be newer than the copy, and then whoever was erased between
 * stays erased. Throws `ConfigError` when a store is there already, a file is not a backup's, or the keys are older: everybody who
 * came between would look erased.
 */
export function restore({ copy, keys }: BackupFiles, file: string, at: Date): Restored {
  if (existsSync(file)) refuse('STORE_URL', 'there is a store already; move it away first');
  const wrapped = readKeys(keys);
  const release = own(file);
  const fresh = `${file}.restoring`;
  try {
    prepare(fresh);
    copyFileSync(copy, fresh);
    const restored = putKeys(fresh, wrapped, keys, at);
    renameSync(fresh, file);
    return restored;
  } catch (error) {
    throw error instanceof ConfigError ? error : unusable(error);
  } finally {
    rmSync(fresh, { force: true });
    release();
  }
}

function readKeys(file: string): WrappedKeys {
  try {
    return KEYS.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return refuse(file, "this is no file of a backup's data keys");
  }
}

function refuse(where: string, reason: string): never {
  throw new ConfigError([{ where, reason }]);
}

function putKeys(file: string, wrapped: WrappedKeys, keysFile: string, at: Date): Restored {
  const db = new DatabaseSync(file);
  try {
    if (versionOf(db) === 0) refuse(file, "this is no backup's copy of a store");
    refuseOlder(db, wrapped, keysFile);
    db.exec('pragma synchronous = full');
    migrate(db);
    db.exec('begin immediate');
    const insert = db.prepare('insert into data_keys values (?, ?)');
    for (const [owner, key] of Object.entries(wrapped.keys)) {
      if (isOwner(db, owner)) insert.run(owner, Buffer.from(key, 'base64'));
    }
    db.prepare('delete from meta where name = ?').run(BACKUP);
    const erased = eraseKeyless(db, at);
    const { n } = db.prepare('select count(*) as n from conversations').get() as { n: number };
    db.exec('commit');
    return { conversations: n - erased, erased };
  } finally {
    db.close();
  }
}

function refuseOlder(db: DatabaseSync, { at }: WrappedKeys, keysFile: string): void {
  const copied = readMeta(db, BACKUP);
  // Nobody can tell of a copy that an older build made.
  if (copied === null || (at ?? 0) >= Number(copied)) return;
  const reason =
    'these data keys are older than the copy: whoever wrote since would be erased; bring the keys of the same backup, or of a later one';
  refuse(keysFile, reason);
}

/** Keys of conversations and cases younger than the copy have nothing to open. */
function isOwner(db: DatabaseSync, owner: string): boolean {
  const query = 'select 1 from conversations where id = ?1 union all select 1 from cases where id = ?1';
  return owner === INSTALLATION || db.prepare(query).get(owner) !== undefined;
}

/** Conversations without a key are of people erased since: their rows go the same way here. */
function eraseKeyless(db: DatabaseSync, at: Date): number {
  const query =
    'select id, key from conversations where erased_at is null and id not in (select owner from data_keys)';
  const gone = db.prepare(query).all() as unknown as { id: string; key: number }[];
  const sql = statementCache(db);
  for (const conversation of gone) eraseRows({ sql }, conversation, at.getTime());
  return gone.length;
}
