import type { KeyObject } from 'node:crypto';
import type { Vault } from '../vault.ts';

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

/** How many unwrapped keys stay in memory. */
const REMEMBERED = 5_000;

/** Data keys over a table of wrapped ones. */
export function createDataKeys(vault: Vault, wrapped: WrappedKeys): DataKeys {
  const known = new Map<string, KeyObject>();
  let fresh: string[] = [];
  const remember = (owner: string, key: KeyObject): KeyObject => {
    known.delete(owner);
    known.set(owner, key);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '');
    return key;
  };
  const find = (owner: string): KeyObject | null => {
    const key = known.get(owner);
    if (key) return remember(owner, key);
    const bytes = wrapped.get(owner);
    return bytes ? remember(owner, vault.unwrap(bytes)) : null;
  };
  return {
    of: owner => {
      const key = find(owner);
      return key ? sealerOf(vault, owner, key) : null;
    },
    make: owner => {
      const made = vault.newDataKey();
      wrapped.put(owner, made.wrapped);
      fresh.push(owner);
      return sealerOf(vault, owner, remember(owner, made.key));
    },
    forget: owner => known.delete(owner),
    kept: () => {
      fresh = [];
    },
    undone: () => {
      for (const owner of fresh) known.delete(owner);
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
