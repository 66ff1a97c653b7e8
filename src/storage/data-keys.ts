import type { KeyObject } from 'node:crypto';
import type { DataKey, Vault } from '../vault.ts';

/** Where wrapped keys are kept. */
export interface WrappedKeys {
  get(owner: string): Buffer | null;
  put(owner: string, wrapped: Buffer): void;
}

/** Seals values under the data key of one owner: a conversation or a case. */
export interface Sealer {
  seal(column: string, value: unknown): Buffer;
  /** Null for a null column. Throws when the blob is another's or was changed. */
  open<T>(column: string, sealed: Uint8Array | null): T | null;
  sealBytes(column: string, bytes: Buffer): Buffer;
  openBytes(column: string, sealed: Uint8Array): Buffer;
}

/** The data keys in use, unwrapped ones kept for the next call. */
export interface DataKeys {
  /** Null when the owner's key was destroyed. */
  of(owner: string): Sealer | null;
  /** A sealer with a fresh key, stored wrapped. */
  make(owner: string): Sealer;
  /** Takes an unwrapped key out of memory. */
  forget(owner: string): void;
  /** What was made so far is stored for good. */
  kept(): void;
  /** What was made since the last `kept` may have been undone: forgets it. */
  undone(): void;
}

/** Unwrapped data keys in memory, those used last. */
export interface KeyMemory {
  /** Null when it is not in memory: it may well be stored. */
  of(owner: string): Sealer | null;
  /** Remembers a stored key. Throws when the keyring does not open it. */
  learn(owner: string, wrapped: Buffer): Sealer;
  /** A fresh key, to be stored, and the sealer it makes; it is remembered by `keep` only. */
  fresh(owner: string): FreshKey;
  keep(fresh: FreshKey): void;
  forget(owner: string): void;
}

/** A data key made just now. */
export interface FreshKey extends DataKey {
  owner: string;
  sealer: Sealer;
}

/** How many unwrapped keys stay in memory. */
const REMEMBERED = 5_000;

/** An empty memory of data keys. */
export function createKeyMemory(vault: Vault): KeyMemory {
  const known = new Map<string, KeyObject>();
  const remember = (owner: string, key: KeyObject): KeyObject => {
    known.delete(owner);
    known.set(owner, key);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '');
    return key;
  };
  return {
    of: owner => {
      const key = known.get(owner);
      return key ? sealerOf(vault, owner, remember(owner, key)) : null;
    },
    learn: (owner, wrapped) => sealerOf(vault, owner, remember(owner, vault.unwrap(wrapped))),
    fresh: owner => {
      const made = vault.newDataKey();
      return { ...made, owner, sealer: sealerOf(vault, owner, made.key) };
    },
    keep: ({ owner, key }) => void remember(owner, key),
    forget: owner => void known.delete(owner),
  };
}

/** Data keys over a table of wrapped ones. */
export function createDataKeys(vault: Vault, wrapped: WrappedKeys): DataKeys {
  const memory = createKeyMemory(vault);
  let fresh: string[] = [];
  return {
    of: owner => {
      const known = memory.of(owner);
      if (known) return known;
      const bytes = wrapped.get(owner);
      return bytes ? memory.learn(owner, bytes) : null;
    },
    make: owner => {
      const made = memory.fresh(owner);
      wrapped.put(owner, made.wrapped);
      fresh.push(owner);
      memory.keep(made);
      return made.sealer;
    },
    forget: memory.forget,
    kept: () => {
      fresh = [];
    },
    undone: () => {
      for (const owner of fresh) memory.forget(owner);
      fresh = [];
    },
  };
}

function sealerOf(vault: Vault, owner: string, key: KeyObject): Sealer {
  const context = (column: string): string => `${column}:${owner}`;
  return {
    seal: (column, value) => vault.seal(key, JSON.stringify(value), context(column)),
    open: <T>(column: string, sealed: Uint8Array | null): T | null =>
      sealed === null
        ? null
        : (JSON.parse(vault.open(key, Buffer.from(sealed), context(column)).toString('utf8')) as T),
    sealBytes: (column, bytes) => vault.seal(key, bytes, context(column)),
    openBytes: (column, sealed) => vault.open(key, Buffer.from(sealed), context(column)),
  };
}
