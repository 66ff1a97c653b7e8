import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from './errors.ts';

/** The installation's keys: the present one wraps, older ones still unwrap. */
export interface Keyring {
  current(): { id: number; key: KeyObject };
  /** Throws when there is no key of that id. */
  key(id: number): KeyObject;
  /** For keyed hashes; never changes, or nothing would be found again. */
  readonly hashKey: KeyObject;
  /** Makes a new present key and writes the file; copies of the old file keep unwrapping what they could. */
  addKey(): void;
}

interface KeyringFile {
  version: 1;
  current: number;
  keys: Record<string, string>;
  hashKey: string;
}

/**
 * Reads the keyring file; makes one (mode 0600) when `create` and there is none. Throws `ConfigError` on a
 * missing, unreadable or too openly readable file.
 */
export function loadKeyring(file: string, { create }: { create: boolean }): Keyring {
  if (!existsSync(file)) {
    if (!create)
      refuse(`there is no keyring at this path; bring back the copy of it, or the data stays sealed`);
    write(file, { version: 1, current: 1, keys: { 1: newKey() }, hashKey: newKey() });
  }
  return keyringOf(file, parse(file));
}

function parse(file: string): KeyringFile {
  if ((statSync(file).mode & 0o077) !== 0) refuse('others can read this file; run chmod 600 on it');
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as KeyringFile;
    const keys = [content.hashKey, ...Object.values(content.keys)];
    if (content.version !== 1 || !content.keys[content.current]) throw new Error('shape');
    if (keys.some(key => Buffer.from(key, 'base64').length !== 32)) throw new Error('length');
    return content;
  } catch {
    return refuse('is no keyring of this version; bring back the copy of it');
  }
}

function keyringOf(file: string, content: KeyringFile): Keyring {
  const objects = new Map<number, KeyObject>();
  const remember = (id: number): KeyObject => {
    const text = content.keys[id];
    if (!text) throw new Error(`no installation key ${id}`);
    const key = createSecretKey(Buffer.from(text, 'base64'));
    objects.set(id, key);
    return key;
  };
  const key = (id: number): KeyObject => objects.get(id) ?? remember(id);
  return {
    current: () => ({ id: content.current, key: key(content.current) }),
    key,
    hashKey: createSecretKey(Buffer.from(content.hashKey, 'base64')),
    addKey: () => {
      const id = Math.max(...Object.keys(content.keys).map(Number)) + 1;
      content.keys[id] = newKey();
      content.current = id;
      write(file, content);
    },
  };
}

function write(file: string, content: KeyringFile): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.new`;
  writeFileSync(fresh, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600, flush: true });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}

const newKey = (): string => randomBytes(32).toString('base64');

function refuse(reason: string): never {
  throw new ConfigError([{ where: 'KEYRING_FILE', reason }]);
}
