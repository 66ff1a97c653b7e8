import { ConfigError } from '../../errors.ts';
import type { Vault } from '../../vault.ts';
import { INSTALLATION } from '../installation-key.ts';
import { refuse } from './connection.ts';
import type { Models } from './schemas.ts';

/** The mark of a database into which a copy runs. */
export const UNFINISHED = 'copy';

/**
 * Checks that this installation is the database's: its keyring's keyed hash, and the newest key data keys were wrapped
 * with. A new database takes the installation it meets first. Throws `ConfigError`.
 */
export async function checkInstallation(db: Models, vault: Vault, allowed?: string): Promise<void> {
  if (allowed !== UNFINISHED && (await db.meta.exists({ _id: UNFINISHED }))) {
    refuse(
      'a copy into this database was cut short; drop the database, run ./ventanilla copy or restore again, and start then',
    );
  }
  const mine = vault.hash('installation', 'keyring');
  const owner = await ownerOf(db, mine);
  if (owner !== mine) {
    refuse(
      'this database is another installation’s (its keyring is another one); name a database of its own, or bring the right keyring to KEYRING_FILE',
    );
  }
  if (!(await fits(db, vault))) {
    const reason =
      'this keyring is older than the store; bring back the copy made after the last keyring rotate';
    throw new ConfigError([{ where: 'KEYRING_FILE', reason }]);
  }
}

/** Of two that come first at once, one is the owner. */
async function ownerOf(db: Models, mine: string): Promise<string> {
  const found = await db.meta.findById('keyring').lean();
  if (found) return found.value;
  try {
    await db.meta.insertMany([{ _id: 'keyring', value: mine }]);
    return mine;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 11_000) throw error;
    return ownerOf(db, mine);
  }
}

async function fits(db: Models, vault: Vault): Promise<boolean> {
  const fresh = { $setOnInsert: { wrapped: vault.newDataKey().wrapped } };
  await db.data_keys.updateOne({ _id: INSTALLATION }, fresh, { upsert: true });
  const row = await db.data_keys.findById(INSTALLATION).lean();
  try {
    vault.unwrap(row?.wrapped ?? Buffer.alloc(0));
    return true;
  } catch {
    return false;
  }
}
