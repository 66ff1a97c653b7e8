import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { ConfigError } from '../../src/errors.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { backup, restore } from '../../src/storage/backup.ts';
import { verify } from '../../src/storage/verify.ts';
import { createVault } from '../../src/vault.ts';
import { correction, message, newCase, outbound, type StoreOnDisk, storeOnDisk } from '../support/store.ts';

const AT = new Date('2026-03-02T15:00:00Z');

function filesIn(folder = mkdtempSync(path.join(tmpdir(), 'backup-'))) {
  return { copy: path.join(folder, 'out', 'copy.db'), keys: path.join(folder, 'out', 'keys.json') };
}

/** A new store's place with the keyring of another. */
function beside(disk: StoreOnDisk): { file: string; open: () => Promise<StoreOnDisk> } {
  const folder = mkdtempSync(path.join(tmpdir(), 'restored-'));
  writeFileSync(path.join(folder, 'keyring'), readFileSync(disk.keyring), { mode: 0o600 });
  return { file: path.join(folder, 'ventanilla.db'), open: () => storeOnDisk(folder) };
}

async function talkWithCase(disk: StoreOnDisk, address: string, caseId: string): Promise<string> {
  const [added] = await disk.store.addInbound([message(`soy ${address}`, { address })], AT);
  const conversationId = added?.conversationId ?? '';
  const reporter = { channel: 'sms', account: '+5076000000', address };
  const opened = { at: AT, what: 'opened', from: null, to: 'assigned', by: 'citizen', note: null } as const;
  const made = newCase({ id: caseId, number: `311-${caseId}`, conversationId, reporter });
  await disk.store.commit({
    at: AT,
    cases: [
      { case: made, expectedVersion: 0, events: [opened], correction: correction(`mana agua en ${caseId}`) },
    ],
  });
  return conversationId;
}

it('copies a store that runs and makes the same store of it', async () => {
  const disk = await storeOnDisk();
  const id = await talkWithCase(disk, '+50760003333', 'a');
  const to = filesIn();
  const taken = await backup(disk.file, to, AT);
  expect(taken).toEqual({ bytes: statSync(to.copy).size, keys: 3 });
  expect([to.copy, to.keys].map(file => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  expect(readdirSync(path.dirname(to.copy)).sort()).toEqual(['copy.db', 'keys.json']);
  await talkWithCase(disk, '+50760004444', 'later');

  const place = beside(disk);
  expect(restore(to, place.file, AT)).toEqual({ conversations: 1, erased: 0 });
  const restored = await place.open();
  expect((await restored.store.load(id))?.messages[0]?.text).toBe('soy +50760003333');
  expect((await restored.store.caseByNumber('311-a'))?.reporter?.address).toBe('+50760003333');
  expect(await restored.store.caseByNumber('311-later')).toBeNull();
  const { corrections } = await restored.store.corrections(0, 10);
  expect(corrections.map(({ text }) => text)).toEqual(['mana agua en a']);
  const vault = createVault(loadKeyring(restored.keyring, { create: false }));
  const findings = await verify({ file: place.file, vault, allowedSteps });
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
  await restored.store.close();
});

/** What `verify` counts of each invariant, without the pages of the file. */
async function numbersOf({ file, keyring }: Pick<StoreOnDisk, 'file' | 'keyring'>) {
  const vault = createVault(loadKeyring(keyring, { create: false }));
  const findings = await verify({ file, vault, allowedSteps });
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
  return findings.filter(({ invariant }) => invariant !== 'the file is whole');
}

it('restored into an empty folder counts the same of everything it promises', async () => {
  const disk = await storeOnDisk();
  const first = await talkWithCase(disk, '+50760003333', 'a');
  const second = await talkWithCase(disk, '+50760004444', 'b');
  await disk.store.addMedia(first, { type: 'image/png', bytes: Buffer.from('png') }, 1);
  const aside = { id: second, expectedVersion: 0, consumed: [1], parked: 'TypeError', turn: true, set: {} };
  await disk.store.commit({ at: AT, conversation: aside });
  await disk.store.commit({ at: AT, outbound: [outbound(first, 'o1', { turn: null })] });
  const before = await numbersOf(disk);
  expect(before.filter(({ checked }) => checked > 0).length).toBeGreaterThan(10);
  const to = filesIn();
  await backup(disk.file, to, AT);
  const place = beside(disk);
  restore(to, place.file, AT);
  const restored = await place.open();
  expect(await numbersOf(restored)).toEqual(before);
  expect(await restored.store.parkedTalks(9)).toMatchObject([{ conversationId: second }]);
  await restored.store.close();
});

it('keeps no data key in the copy', async () => {
  const disk = await storeOnDisk();
  await talkWithCase(disk, '+50760003333', 'a');
  const to = filesIn();
  await backup(disk.file, to, AT);
  const copy = readFileSync(to.copy);
  const { keys } = JSON.parse(readFileSync(to.keys, 'utf8')) as { keys: Record<string, string> };
  for (const key of Object.values(keys)) expect(copy.includes(Buffer.from(key, 'base64'))).toBe(false);
});

it('does not bring back who was erased after an older copy was taken', async () => {
  const disk = await storeOnDisk();
  const gone = await talkWithCase(disk, '+50760003333', 'a');
  const stays = await talkWithCase(disk, '+50760004444', 'b');
  const old = filesIn();
  await backup(disk.file, old, AT);
  await disk.store.commit({ at: AT, erase: { conversationId: gone, caseIds: ['a'] } });
  const fresh = filesIn();
  await backup(disk.file, fresh, AT);

  const place = beside(disk);
  const mixed = { copy: old.copy, keys: fresh.keys };
  expect(restore(mixed, place.file, AT)).toEqual({ conversations: 1, erased: 1 });
  const { store } = await place.open();
  expect(await store.load(gone)).toBeNull();
  expect(await store.caseById('a')).toMatchObject({ reporter: null, conversationId: null });
  const { corrections } = await store.corrections(0, 10);
  expect(corrections.map(({ writer }) => writer)).toEqual([stays]);
  expect((await store.load(stays))?.messages).toHaveLength(1);
  const again = await store.addInbound([message('hola de nuevo', { address: '+50760003333' })], AT);
  expect(again[0]?.conversationId).not.toBe(gone);
  await store.close();
});

it('refuses keys that are older than the copy, which would erase whoever came between', async () => {
  const disk = await storeOnDisk();
  await talkWithCase(disk, '+50760003333', 'a');
  const [monday, tuesday] = [filesIn(), filesIn()];
  await backup(disk.file, monday, AT);
  await talkWithCase(disk, '+50760004444', 'b');
  await backup(disk.file, tuesday, new Date(AT.getTime() + 1));
  const place = beside(disk);
  const mixed = { copy: tuesday.copy, keys: monday.keys };
  expect(() => restore(mixed, place.file, AT)).toThrow(ConfigError);
  expect(() => restore(mixed, place.file, AT)).toThrow(
    `${monday.keys}: these data keys are older than the copy`,
  );
  const { at: _, ...keys } = JSON.parse(readFileSync(tuesday.keys, 'utf8'));
  writeFileSync(monday.keys, JSON.stringify(keys));
  expect(() => restore(mixed, place.file, AT)).toThrow('older than the copy');
  expect(restore(tuesday, place.file, AT)).toEqual({ conversations: 2, erased: 0 });
  const { store } = await place.open();
  expect(await store.caseByNumber('311-b')).not.toBeNull();
  await store.close();
});

it('leaves keys that serve the copy that is there, wherever it is cut short', async () => {
  const disk = await storeOnDisk();
  await talkWithCase(disk, '+50760003333', 'a');
  const { copy, keys } = filesIn();
  await backup(disk.file, { copy, keys }, AT);
  await talkWithCase(disk, '+50760004444', 'b');
  const inTheWay = path.dirname(copy);
  await expect(backup(disk.file, { copy: inTheWay, keys }, new Date(AT.getTime() + 1))).rejects.toThrow();
  expect(Object.keys(JSON.parse(readFileSync(keys, 'utf8')).keys)).toHaveLength(5);
  expect(restore({ copy, keys }, beside(disk).file, AT)).toEqual({ conversations: 1, erased: 0 });
});

it('refuses to write over a store, and files that are no backup, and leaves nothing behind', async () => {
  const disk = await storeOnDisk();
  const to = filesIn();
  await backup(disk.file, to, AT);
  const place = beside(disk);
  const tries: [() => unknown, RegExp][] = [
    [() => restore(to, disk.file, AT), /STORE_URL: there is a store already/],
    [() => restore({ ...to, keys: to.copy }, place.file, AT), /no file of a backup's data keys/],
    [() => restore({ ...to, keys: `${to.keys}.none` }, place.file, AT), /no file of a backup's data keys/],
    [() => restore({ ...to, copy: to.keys }, place.file, AT), /file is not a database/],
    [() => restore({ ...to, copy: `${to.copy}.none` }, place.file, AT), /ENOENT/],
  ];
  for (const [run, words] of tries) {
    expect(run).toThrow(ConfigError);
    expect(run).toThrow(words);
  }
  const left = readdirSync(path.dirname(place.file)).filter(name => name !== 'keyring');
  expect(left).toEqual(['ventanilla.db.lock']);
  await expect(backup(`${disk.file}.none`, to, AT)).rejects.toThrow(ConfigError);
});
