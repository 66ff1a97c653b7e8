import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { newState } from '../../src/dialogs/state.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { COLLECTIONS } from '../../src/storage/mongo/schemas.ts';
import { openMongo } from '../../src/storage/mongo.ts';
import type { WholeStore } from '../../src/storage/whole-store.ts';
import { createVault } from '../../src/vault.ts';
import type { OpenedStore } from '../contracts/store/begin.ts';
import { countingIds } from './store.ts';

/** What never changes between two tests on one database: its version and its owner. */
const KEPT = { meta: { _id: { $ne: 'schema' } } } as const;

/** A keyring of its own. */
export function newKeyring(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'keyring-')), 'keyring');
}

/** Opens the store in a database as one more process of its installation. */
export function openIn(url: string, keyring: string, more: { many?: boolean } = {}): Promise<WholeStore> {
  return openMongo({
    ...more,
    ...{ url, vault: createVault(loadKeyring(keyring, { create: true })), log: pino({ level: 'silent' }) },
    ...{ newId: countingIds(), initialState: () => newState('es'), elapsedMs: () => performance.now() },
  });
}

/** Opens empty stores in one database, one after the other; each closes the one before. */
export function emptyStores(url: () => string): {
  open: () => Promise<OpenedStore>;
  close: () => Promise<void>;
} {
  let present: WholeStore | null = null;
  const close = async (): Promise<void> => {
    await present?.close();
    present = null;
  };
  return {
    close,
    open: async () => {
      const keyring = newKeyring();
      if (present) await clear(url());
      await close();
      const store = await openIn(url(), keyring);
      present = store;
      return { store, afterCrash: () => openIn(url(), keyring) };
    },
  };
}

async function clear(url: string): Promise<void> {
  const connection = await mongoose.createConnection(url).asPromise();
  for (const name of COLLECTIONS) {
    await connection.collection(name).deleteMany(name === 'meta' ? (KEPT.meta as object) : {});
  }
  await connection.close();
}
