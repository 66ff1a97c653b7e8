import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ConfigError, diskTrouble } from './errors.ts';

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

/** A wrapped key names its installation key in one byte. */
const MOST_KEYS = 255;

/**
 * Reads the keyring file; makes one (mode 0600) when `create` and there is none. Throws `ConfigError` on a
 * missing, unreadable or too openly readable file.
 */
export function loadKeyring(file: string, { create }: { create: boolean }): Keyring {
  const found = readIfThere(file);
  if (found !== null) return keyringOf(file, parse(found));
  if (!create)
    refuse('there is no keyring at this path; bring back the copy of it, or the data stays sealed');
  const fresh: KeyringFile = { version: 1, current: 1, keys: { 1: newKey() }, hashKey: newKey() };
  // Of processes that begin at once the first has made it; the others have that one.
  return write(file, fresh, linkSync) ? keyringOf(file, fresh) : loadKeyring(file, { create: false });
}

/** Null when there is no such file. */
function readIfThere(file: string): string | null {
  try {
    if ((statSync(file).mode & 0o077) !== 0) refuse('others can read this file; run chmod 600 on it');
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : refuse(`cannot be read (${code}); it must be a file of this user`);
  }
}

function parse(text: string): KeyringFile {
  try {
    const content = JSON.parse(text) as KeyringFile;
    const keys = [content.hashKey, ...Object.values(content.keys)];
    if (content.version !== 1 || !content.keys[content.current]) throw new Error('shape');
    if (keys.some(key => Buffer.from(key, 'base64').length !== 32)) throw new Error('length');
    return content;
  } catch {
    return refuse('is no keyring of this version; bring back the copy of it');
  }
}

function keyringOf(file: string, read: KeyringFile): Keyring {
  let content = read;
  const objects = new Map<number, KeyObject>();
  const remember = (id: number): KeyObject => {
    // Another process may have added one since.
    if (!content.keys[id]) content = parse(readIfThere(file) ?? '');
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
      content = parse(readIfThere(file) ?? '');
      const id = Math.max(...Object.keys(content.keys).map(Number)) + 1;
      if (id > MOST_KEYS) refuse(`has ${MOST_KEYS} keys, the most there can be`);
      const keys = { ...content.keys, [id]: newKey() };
      write(file, { ...content, keys, current: id }, renameSync);
      content = { ...content, keys, current: id };
    },
  };
}

/** False: there was one already, and `put` leaves it. */
function write(file: string, content: KeyringFile, put: (from: string, to: string) => void): boolean {
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600, flush: true });
    put(fresh, file);
    flushFolder(path.dirname(file));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw diskTrouble('KEYRING_FILE', error) ?? refuse(`cannot be written (${code})`);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Makes the new name itself durable: data sealed under a key that a power cut took away would be lost. */
function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

const newKey = (): string => randomBytes(32).toString('base64');

function refuse(reason: string): never {
  throw new ConfigError([{ where: 'KEYRING_FILE', reason }]);
}
