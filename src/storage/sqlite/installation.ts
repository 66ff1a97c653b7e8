import type { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../errors.ts';
import type { Vault } from '../../vault.ts';
import { INSTALLATION } from '../installation-key.ts';
import { one } from './context.ts';

/**
 * Checks that this keyring is the store's: its keyed hash and the newest key data keys were wrapped with. A new
 * store takes the keyring it meets. Throws `ConfigError`.
 */
export function checkKeyring(db: DatabaseSync, vault: Vault): void {
  const mine = vault.hash('installation', 'keyring');
  const stored = readMeta(db, 'keyring');
  if (stored === null) {
    setMeta(db, 'keyring', mine);
    db.prepare('insert into data_keys values (?, ?)').run(INSTALLATION, vault.newDataKey().wrapped);
  } else if (stored !== mine) {
    refuse('this keyring belongs to another store; bring back the copy of the right one');
  } else if (!fits(db, vault)) {
    refuse('this keyring is older than the store; bring back the copy made after the last keyring rotate');
  }
}

function fits(db: DatabaseSync, vault: Vault): boolean {
  const query = 'select wrapped from data_keys where owner = ?';
  const row = one<{ wrapped: Uint8Array }>(db.prepare(query), INSTALLATION);
  if (row === null) return false;
  try {
    vault.unwrap(Buffer.from(row.wrapped));
    return true;
  } catch {
    return false;
  }
}

function refuse(reason: string): never {
  throw new ConfigError([{ where: 'KEYRING_FILE', reason }]);
}

/** A fact about the store as a whole, or null. */
export function readMeta(db: DatabaseSync, name: string): string | null {
  const row = one<{ value: string }>(db.prepare('select value from meta where name = ?'), name);
  return row?.value ?? null;
}

/** Writes a fact about the store as a whole. */
export function setMeta(db: DatabaseSync, name: string, value: string): void {
  const query = 'insert into meta values (?, ?) on conflict (name) do update set value = excluded.value';
  db.prepare(query).run(name, value);
}
