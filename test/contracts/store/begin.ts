import type { KeyStore, Queries } from '../../../src/storage/queries.ts';
import type {
  Added,
  Bookmarks,
  Budgets,
  ConversationChange,
  Leases,
  Store,
} from '../../../src/storage/store.ts';
import { message } from '../../support/store.ts';

/** Everything a store answers to, apart from what only its adapter knows. */
export type WholeStore = Store & Queries & KeyStore & Budgets & Bookmarks & Leases;

/** An empty store, and what another process would find if this one were killed now. */
export interface OpenedStore {
  store: WholeStore;
  afterCrash(): Promise<WholeStore>;
}

/** A store that got some messages of one citizen at `AT`. */
export interface Begun extends OpenedStore {
  /** The citizen's conversation. */
  id: string;
  added: Added[];
}

/** Begins with these messages, one call. */
export type Begin = (...texts: string[]) => Promise<Begun>;

/** When every test begins. */
export const AT = new Date('2026-03-02T15:00:00Z');
/** The account `message` writes to. */
export const ACCOUNT = '+5076000000';
/** A time after (or before) `AT`. */
export const later = (ms: number): Date => new Date(AT.getTime() + ms);

/** How the tests of a contract begin, over an adapter's way to open an empty store. */
export function beginWith(open: () => Promise<OpenedStore>): Begin {
  return async (...texts) => {
    const opened = await open();
    const added = await opened.store.addInbound(
      texts.map(text => message(text)),
      AT,
    );
    return { ...opened, id: added[0]?.conversationId ?? '', added };
  };
}

/** A turn that consumes these messages and sets nothing. */
export function turn(id: string, expectedVersion: number, consumed: number[]): ConversationChange {
  return { id, expectedVersion, consumed, turn: true, set: {} };
}
