import type { KeyObject } from 'node:crypto';

/** A data key: usable in memory, and as it is stored. */
export interface DataKey {
  key: KeyObject;
  /** Encrypted under the installation's key, with that key's id in front. */
  wrapped: Buffer;
}

/** Seals what citizens wrote and hashes what must be found again. Holds the installation's keys. */
export interface Vault {
  newDataKey(): DataKey;
  /** Throws when the installation's key that wrapped it is not in the keyring. */
  unwrap(wrapped: Buffer): KeyObject;
  /** AES-256-GCM; `context` (table, column, row) is authenticated, so a blob moved elsewhere does not open. */
  seal(key: KeyObject, plain: string | Buffer, context: string): Buffer;
  open(key: KeyObject, sealed: Buffer, context: string): Buffer;
  /** Keyed hash (HMAC-SHA-256, hex) of the parts, length-framed; `purpose` keeps uses apart. */
  hash(purpose: string, ...parts: (string | Buffer)[]): string;
}
