import type { Logger } from 'pino';
import type { ConversationState } from '../dialogs/conversation.ts';
import type { Vault } from '../vault.ts';
import type { KeyStore, Queries } from './queries.ts';
import type { Bookmarks, Budgets, Leases, Store } from './store.ts';

/** How a database was found after a crash of who owned it; `not_needed`: nobody crashed, or it cares for itself. */
export type Integrity = 'not_needed' | 'checking' | 'whole' | 'damaged' | 'unknown';

/** The store with its reads, and what only an installation itself may do; every adapter gives these. */
export interface WholeStore extends Store, Queries, KeyStore, Budgets, Bookmarks, Leases {
  /** Writes one row and waits until it is durable: rejects when messages cannot be taken. */
  probe(at: Date): Promise<void>;
  /** Wraps every data key again under the keyring's present key; how many there were. */
  rewrapKeys(): Promise<number>;
  /** What the check of the file after a crash found; it runs beside the work. */
  integrity(): Integrity;
}

/** What any store is opened with, besides where it lies. */
export interface StoreOptions {
  vault: Vault;
  log: Pick<Logger, 'info' | 'error'>;
  newId: () => string;
  initialState: () => ConversationState;
  /** Waiting writes before new messages are refused. */
  mostWaiting?: number;
}

/** Writes that may wait before new messages are refused. */
export const MOST_WAITING = 5_000;
