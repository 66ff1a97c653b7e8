import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { loadKeyring } from '../../src/keyring.ts';
import { createDataKeys, type DataKeys } from '../../src/storage/data-keys.ts';
import { createVault } from '../../src/vault.ts';

const vault = createVault(
  loadKeyring(path.join(mkdtempSync(path.join(tmpdir(), 'keys-')), 'keyring'), { create: true }),
);
let table: Map<string, Buffer>;
let reads: number;
let keys: DataKeys;

beforeEach(() => {
  table = new Map();
  reads = 0;
  keys = createDataKeys(vault, {
    get: owner => {
      reads += 1;
      return table.get(owner) ?? null;
    },
    put: (owner, wrapped) => void table.set(owner, wrapped),
  });
});

it('opens what was sealed for an owner, also after the key left memory', () => {
  const sealed = keys.make('a').seal('name', { given: 'Ana', lone: '\ud800' });
  keys.forget('a');
  expect(keys.of('a')?.open('name', sealed)).toEqual({ given: 'Ana', lone: '\ud800' });
  expect(keys.of('a')?.open('name', null)).toBeNull();
});

it('opens nothing for another owner or another column', () => {
  const sealed = keys.make('a').seal('name', 'Ana');
  keys.make('b');
  expect(() => keys.of('b')?.open('name', sealed)).toThrow();
  expect(() => keys.of('a')?.open('state', sealed)).toThrow();
});

it('knows no key that was destroyed, once it is told to forget it', () => {
  keys.make('a');
  table.delete('a');
  keys.forget('a');
  expect(keys.of('a')).toBeNull();
});

it('forgets keys whose writing was undone, and only those', () => {
  keys.make('kept');
  keys.kept();
  keys.make('undone');
  table.clear();
  keys.undone();
  expect(keys.of('undone')).toBeNull();
  expect(keys.of('kept')).not.toBeNull();
});

it('remembers the keys in use and no more than it may', () => {
  for (let i = 0; i < 5_001; i += 1) keys.make(`owner-${i}`);
  keys.of('owner-1');
  keys.make('one more');
  expect(reads).toBe(0);
  keys.of('owner-1');
  expect(reads).toBe(0);
  keys.of('owner-0');
  keys.of('owner-2');
  expect(reads).toBe(2);
});
