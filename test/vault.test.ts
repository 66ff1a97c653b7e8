import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKeyring } from '../src/keyring.ts';
import { createVault, SEAL_FORMAT, type Vault } from '../src/vault.ts';

const keyring = () =>
  loadKeyring(path.join(mkdtempSync(path.join(tmpdir(), 'vault-')), 'keyring'), { create: true });
const vaultOf = (): Vault => createVault(keyring());

describe('sealing', () => {
  const vault = vaultOf();
  const { key } = vault.newDataKey();

  it.each([
    ['an empty text', ''],
    ['accents and emoji', 'año, ñandú, 👩‍👩‍👧'],
    ['a NUL', 'a\u0000b'],
    ['ten thousand characters', 'ñ'.repeat(10_000)],
  ])('gives back %s', (_, text) => {
    expect(vault.open(key, vault.seal(key, text, 'here'), 'here').toString('utf8')).toBe(text);
  });

  it('gives back bytes that are no text', () => {
    const bytes = randomBytes(100_000);
    expect(vault.open(key, vault.seal(key, bytes, 'media'), 'media')).toEqual(bytes);
  });

  it('writes the format first and the words nowhere', () => {
    const sealed = vault.seal(key, 'Calle Tercera 14', 'here');
    expect(sealed[0]).toBe(SEAL_FORMAT);
    expect(sealed.includes('Calle')).toBe(false);
    expect(sealed.length).toBe(1 + 12 + 16 + 16);
  });

  it('uses a nonce once, also beyond one draw of them', () => {
    const nonces = Array.from({ length: 2_000 }, () => vault.seal(key, 'x', 'here').toString('hex', 1, 13));
    expect(new Set(nonces).size).toBe(2_000);
  });

  it('does not open a blob that was moved to another place', () => {
    const sealed = vault.seal(key, 'x', 'messages.1:a');
    expect(() => vault.open(key, sealed, 'messages.2:a')).toThrow();
  });

  it.each([0, 1, 13, 20])('does not open a blob changed at byte %d', at => {
    const sealed = vault.seal(key, 'x', 'here');
    sealed[at] = (sealed[at] ?? 0) ^ 1;
    expect(() => vault.open(key, sealed, 'here')).toThrow();
  });

  it('does not open under another key, nor what is too short to be sealed', () => {
    const sealed = vault.seal(key, 'x', 'here');
    expect(() => vault.open(createSecretKey(randomBytes(32)), sealed, 'here')).toThrow();
    expect(() => vault.open(key, sealed.subarray(0, 28), 'here')).toThrow('not a sealed value');
    expect(() => vault.open(key, Buffer.alloc(0), 'here')).toThrow('not a sealed value');
  });
});

describe('data keys', () => {
  it('are unwrapped to what they were', () => {
    const vault = vaultOf();
    const { key, wrapped } = vault.newDataKey();
    expect(vault.unwrap(wrapped).equals(key)).toBe(true);
  });

  it('stay the same when they are wrapped again under a new installation key', () => {
    const ring = keyring();
    const vault = createVault(ring);
    const { key, wrapped } = vault.newDataKey();
    ring.addKey();
    const again = vault.rewrap(wrapped);
    expect([wrapped[0], again[0]]).toEqual([1, 2]);
    expect(vault.unwrap(again).equals(key)).toBe(true);
    expect(vault.unwrap(wrapped).equals(key)).toBe(true);
  });

  it('are not unwrapped by another installation, nor by a key it does not have', () => {
    const { wrapped } = vaultOf().newDataKey();
    expect(() => vaultOf().unwrap(wrapped)).toThrow();
    wrapped[0] = 9;
    expect(() => vaultOf().unwrap(wrapped)).toThrow('no installation key 9');
  });
});

describe('keyed hashes', () => {
  const vault = vaultOf();

  it('are the same for the same parts and differ by installation', () => {
    expect(vault.hash('address', 'sms', '+50760001111')).toMatch(/^[0-9a-f]{64}$/);
    expect(vault.hash('address', 'a')).toBe(vault.hash('address', Buffer.from('a')));
    expect(vault.hash('address', 'a')).not.toBe(vaultOf().hash('address', 'a'));
  });

  it('tell apart what only joins to the same text, and what it is for', () => {
    const hashes = [
      vault.hash('address', 'ab', 'c'),
      vault.hash('address', 'a', 'bc'),
      vault.hash('address', 'abc'),
      vault.hash('address', 'abc', ''),
      vault.hash('message', 'abc'),
      vault.hash('address', '2:ab', 'c'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
