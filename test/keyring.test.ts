import { execFile } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ConfigError } from '../src/errors.ts';
import { type Keyring, loadKeyring } from '../src/keyring.ts';

const newFile = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'keyring-')), 'data', 'keyring');
const make = (file: string): Keyring => loadKeyring(file, { create: true });

function refusal(file: string, create = false): string {
  try {
    loadKeyring(file, { create });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'not refused';
}

it('makes a keyring only its user can read, and reads the same keys again', () => {
  const file = newFile();
  const made = make(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  const again = make(file);
  expect(again.current().key.equals(made.current().key)).toBe(true);
  expect(again.hashKey.equals(made.hashKey)).toBe(true);
});

it('makes none unless it is asked to', () => {
  const file = newFile();
  expect(refusal(file)).toMatch(/^KEYRING_FILE: there is no keyring/);
  expect(() => statSync(file)).toThrow();
});

it('refuses a file that others can read, and says how to mend it', () => {
  const file = newFile();
  make(file);
  chmodSync(file, 0o640);
  expect(refusal(file, true)).toMatch(/^KEYRING_FILE: others can read this file; run chmod 600/);
});

it.each([
  ['no JSON', 'hello'],
  ['a truncated file', '{"version":1,"current":1,"keys":{"1":"'],
  ['another version', '{"version":2,"current":1,"keys":{},"hashKey":""}'],
  ['no keys', '{"version":1,"current":1}'],
  ['a current key that is missing', '{"version":1,"current":2,"keys":{},"hashKey":""}'],
  ['null', 'null'],
])('refuses %s and leaves it as it is', (_, content) => {
  const file = newFile();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content, { mode: 0o600 });
  expect(refusal(file, true)).toMatch(/^KEYRING_FILE: is no keyring of this version/);
  expect(readFileSync(file, 'utf8')).toBe(content);
});

it('refuses keys that are too short', () => {
  const file = newFile();
  make(file);
  const content = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...content, hashKey: 'c2hvcnQ=' }), { mode: 0o600 });
  expect(refusal(file)).toMatch(/is no keyring/);
});

it('refuses a folder in its place, and a place that cannot be written', () => {
  const file = newFile();
  mkdirSync(file, { recursive: true, mode: 0o700 });
  expect(refusal(file, true)).toMatch(/^KEYRING_FILE: cannot be read \(EISDIR\)/);
  const plain = newFile();
  mkdirSync(path.dirname(plain), { recursive: true });
  writeFileSync(plain, 'x', { mode: 0o600 });
  expect(refusal(path.join(plain, 'keyring'), true)).toMatch(/^KEYRING_FILE: cannot be read \(ENOTDIR\)/);
});

it('adds a key that is present from then on and keeps the old ones', () => {
  const file = newFile();
  const ring = make(file);
  const first = ring.current();
  ring.addKey();
  expect(ring.current().id).toBe(2);
  expect(ring.key(first.id).equals(first.key)).toBe(true);
  const again = make(file);
  expect(again.current().id).toBe(2);
  expect(again.key(1).equals(first.key)).toBe(true);
  expect(again.hashKey.equals(ring.hashKey)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(file))).toEqual(['keyring']);
});

it('says which key is missing', () => {
  expect(() => make(newFile()).key(7)).toThrow('no installation key 7');
});

it('refuses more keys than a wrapped key can name', () => {
  const file = newFile();
  make(file);
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.keys[255] = content.keys[1];
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  expect(() => make(file).addKey()).toThrow(ConfigError);
  expect(make(file).current().id).toBe(1);
});

it('is one and the same for processes that begin at once', async () => {
  const file = newFile();
  const module = new URL('../src/keyring.ts', import.meta.url).href;
  const script = `const { loadKeyring } = await import(${JSON.stringify(module)});
    const ring = loadKeyring(process.argv[1], { create: true });
    process.stdout.write(ring.hashKey.export().toString('hex'));`;
  const run = promisify(execFile);
  const keys = await Promise.all(
    Array.from({ length: 6 }, () => run(process.execPath, ['--input-type=module', '-e', script, file])),
  );
  expect(new Set(keys.map(({ stdout }) => stdout))).toEqual(
    new Set([loadKeyring(file, { create: false }).hashKey.export().toString('hex')]),
  );
  expect(readdirSync(path.dirname(file))).toEqual(['keyring']);
});

it('knows a key that another process added', () => {
  const file = newFile();
  const [mine, theirs] = [make(file), make(file)];
  theirs.addKey();
  expect(mine.key(2).equals(theirs.key(2))).toBe(true);
  mine.addKey();
  expect([mine.current().id, theirs.key(3).equals(mine.current().key)]).toEqual([3, true]);
});

it('never takes the place of what came there meanwhile, as a link into a folder that is not mounted', () => {
  const file = newFile();
  mkdirSync(path.dirname(file), { recursive: true });
  symlinkSync(path.join(path.dirname(file), 'not', 'there'), file);
  expect(refusal(file, true)).toMatch(/^KEYRING_FILE: /);
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(readdirSync(path.dirname(file))).toEqual(['keyring']);
});
