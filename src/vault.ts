import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Keyring } from './keyring.ts';

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
  /** The same data key under the keyring's present key. */
  rewrap(wrapped: Buffer): Buffer;
  /** AES-256-GCM; `context` (table, column, row) is authenticated, so a blob moved elsewhere does not open. */
  seal(key: KeyObject, plain: string | Buffer, context: string): Buffer;
  open(key: KeyObject, sealed: Buffer, context: string): Buffer;
  /** Keyed hash (HMAC-SHA-256, hex) of the parts, length-framed; `purpose` keeps uses apart. */
  hash(purpose: string, ...parts: (string | Buffer)[]): string;
}

/** The first byte of every sealed blob: the format, so that a later one can be told from it. */
export const SEAL_FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const FORMAT_BYTE = Buffer.from([SEAL_FORMAT]);

/** A vault over the keys of a keyring; sees keys added to it later. */
export function createVault(keyring: Keyring): Vault {
  const nonce = nonces();
  const wrap = (plain: Buffer): Buffer => {
    const { id, key } = keyring.current();
    return Buffer.concat([Buffer.from([id]), seal(key, nonce(), plain, `wrapped:${id}`)]);
  };
  const unwrapBytes = (wrapped: Buffer): Buffer => {
    const id = wrapped[0] ?? 0;
    return open(keyring.key(id), wrapped.subarray(1), `wrapped:${id}`);
  };
  return {
    newDataKey: () => {
      const bytes = randomBytes(32);
      return { key: createSecretKey(bytes), wrapped: wrap(bytes) };
    },
    unwrap: wrapped => createSecretKey(unwrapBytes(wrapped)),
    rewrap: wrapped => wrap(unwrapBytes(wrapped)),
    seal: (key, plain, context) => seal(key, nonce(), plain, context),
    open,
    hash: (purpose, ...parts) => hash(keyring.hashKey, purpose, parts),
  };
}

/** Random nonces, each handed out once; drawn many at a time, because a draw costs as much as a short sealing. */
function nonces(): () => Buffer {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(NONCE * 256);
    const nonce = drawn.subarray(0, NONCE);
    drawn = drawn.subarray(NONCE);
    return nonce;
  };
}

function seal(key: KeyObject, nonce: Buffer, plain: string | Buffer, context: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const text = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  // GCM is a stream: the end adds no bytes, only the tag.
  cipher.final();
  return Buffer.concat([FORMAT_BYTE, nonce, text, cipher.getAuthTag()]);
}

function open(key: KeyObject, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== SEAL_FORMAT || sealed.length < 1 + NONCE + TAG) throw new Error('not a sealed value');
  const nonce = sealed.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(sealed.length - TAG));
  const plain = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG));
  decipher.final();
  return plain;
}

function hash(key: KeyObject, purpose: string, parts: (string | Buffer)[]): string {
  const hmac = createHmac('sha256', key);
  let text = '';
  for (const part of [purpose, ...parts]) {
    text += `${Buffer.byteLength(part)}:`;
    if (typeof part === 'string') {
      text += part;
    } else {
      hmac.update(text).update(part);
      text = '';
    }
  }
  return hmac.update(text).digest('hex');
}
