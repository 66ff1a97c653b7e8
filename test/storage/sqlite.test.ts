import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { loadKeyring } from '../../src/keyring.ts';
import { connect } from '../../src/storage/sqlite/connection.ts';
import { SCHEMA_VERSION } from '../../src/storage/sqlite/schema.ts';
import { storeContract } from '../contracts/store.ts';
import { message, newCase, outbound, storeOnDisk } from '../support/store.ts';

storeContract('sqlite', () => storeOnDisk());

const AT = new Date('2026-03-02T15:00:00Z');
const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'store-'));

describe('opening a SQLite store', () => {
  it('refuses a second owner, in words that help, and lets one in when the first has closed', async () => {
    const { store, reopen } = await storeOnDisk();
    await expect(reopen()).rejects.toThrow(/^STORE_URL: another process works on this database/);
    await store.close();
    await (await reopen()).close();
  });

  it('refuses another store’s keyring, a missing one and one older than a rotation', async () => {
    const { store, reopen, keyring } = await storeOnDisk();
    const old = readFileSync(keyring);
    loadKeyring(keyring, { create: false }).addKey();
    await store.close();
    const rotating = await reopen();
    expect(await rotating.rewrapKeys()).toBe(1);
    await rotating.close();
    writeFileSync(keyring, old);
    await expect(reopen()).rejects.toThrow(/^KEYRING_FILE: this keyring is older than the store/);
    copyFileSync((await storeOnDisk()).keyring, keyring);
    await expect(reopen()).rejects.toThrow(/^KEYRING_FILE: this keyring belongs to another store/);
  });

  it('refuses a newer schema and leaves the file as it is', async () => {
    const { store, reopen, file } = await storeOnDisk();
    await store.close();
    const db = new DatabaseSync(file);
    db.exec('pragma user_version = 42');
    db.close();
    await expect(reopen()).rejects.toThrow(/^STORE_URL: the database is of version 42, this build knows/);
  });

  it('leaves the file of another installation as it is, also one of an older version', async () => {
    const { store, reopen, file, keyring } = await storeOnDisk();
    await store.close();
    const db = new DatabaseSync(file);
    db.exec(`pragma user_version = ${SCHEMA_VERSION - 1}`);
    copyFileSync((await storeOnDisk()).keyring, keyring);
    await expect(reopen()).rejects.toThrow(/^KEYRING_FILE: this keyring belongs to another store/);
    expect(db.prepare('pragma user_version').get()).toEqual({ user_version: SCHEMA_VERSION - 1 });
    db.close();
  });

  it('refuses a file that is no database, and a place where none can be', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'ventanilla.db'), 'hello, this is a text and not a database at all');
    await expect(storeOnDisk(folder)).rejects.toThrow(
      /^STORE_URL: the database cannot be used: file is not a d/,
    );
    const inFile = path.join(folder, 'ventanilla.db', 'sub');
    await expect(storeOnDisk(inFile)).rejects.toThrow(/ENOTDIR|EEXIST|cannot be used/);
  });

  it('lets nobody else read its files', async () => {
    const { file, store } = await storeOnDisk();
    await store.addInbound([message('uno')], AT);
    const folder = path.dirname(file);
    chmodSync(folder, 0o755);
    const open = readdirSync(folder);
    expect(open).toContain('ventanilla.db-wal');
    for (const name of open) expect(statSync(path.join(folder, name)).mode & 0o077, name).toBe(0);
    await store.close();
  });

  it('fsyncs every commit, and overwrites what it deletes', () => {
    const db = connect(path.join(newFolder(), 'x.db'));
    const value = (pragma: string) => Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0];
    const pragmas = ['journal_mode', 'synchronous', 'wal_autocheckpoint', 'secure_delete', 'trusted_schema'];
    expect(pragmas.map(value)).toEqual(['wal', 2, 0, 1, 0]);
    db.close();
  });

  it('gives an interrupted send to its next owner at once, its outcome unknown', async () => {
    const { store, reopen } = await storeOnDisk();
    const id = await store.open({ channel: 'sms', account: 'a', address: 'b' }, null, AT);
    await store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    await store.claim(id, AT, 30_000);
    await store.close();
    const again = await reopen();
    const claimed = { outbound: { state: 'unknown', startedAt: AT, attempt: 2 } };
    expect(await again.claim(id, new Date(AT.getTime() + 1), 30_000)).toMatchObject(claimed);
    await again.close();
  });

  it('reads the whole file after a crash, and only then', async () => {
    const { store, reopen, afterCrash } = await storeOnDisk();
    expect(store.integrity()).toBe('not_needed');
    const survivor = await afterCrash();
    await expect.poll(survivor.integrity, { timeout: 30_000 }).toBe('whole');
    await survivor.close();
    await store.close();
    const again = await reopen();
    expect(again.integrity()).toBe('not_needed');
    await again.close();
  });

  it('says so when the file is damaged', async () => {
    const { store, file, reopen } = await storeOnDisk();
    const texts = Array.from({ length: 300 }, (_, i) => message(`m${i}`));
    await store.addInbound(texts, AT);
    await store.close();
    const bytes = readFileSync(file);
    const root = new DatabaseSync(file);
    root.exec("update meta set value = 'open' where name = 'state'");
    const { page } = root
      .prepare("select rootpage as page from sqlite_master where name = 'messages'")
      .get() as {
      page: number;
    };
    root.close();
    const damaged = Buffer.from(readFileSync(file));
    damaged.fill(0xee, page * 4_096 - 2_048, page * 4_096);
    writeFileSync(file, damaged);
    expect(damaged.equals(bytes)).toBe(false);
    const again = await reopen();
    await expect.poll(again.integrity).toBe('damaged');
    await again.close();
  });
});

describe('a running SQLite store', () => {
  it('tells nobody what a crash would take back: a reader waits for the fsync of what it saw', async () => {
    const { store } = await storeOnDisk();
    const [added] = await store.addInbound([message('hola')], new Date());
    const talk = added?.conversationId ?? '';
    const order: string[] = [];
    const change = { id: talk, expectedVersion: 0, consumed: [1], turn: true, set: {} };
    const reply = outbound(talk, 'out-1', { state: 'accepted' });
    const commit = store.commit({ at: new Date(), conversation: change, outbound: [reply] });
    const noted = commit.then(() => order.push('fsynced'));
    await new Promise(resolve => setImmediate(resolve));
    expect(order).toEqual([]);
    const seen = await store.transcript(talk, 1, 10);
    order.push('told');
    await noted;
    expect([seen.length, order]).toEqual([1, ['fsynced', 'told']]);
    await store.close();
  });

  it('shows statistics where an ordinary case is, and of a denuncia or a reserved one only the district', async () => {
    const { store, file } = await storeOnDisk();
    const place = { province: 'P', district: 'D', corregimiento: 'C', text: 'casa azul', lat: 9, lon: -79 };
    const at = { place: { ...place, code: '081001' } };
    const cases = [
      newCase({ id: 'a', number: '1', ...at }),
      newCase({ id: 'b', number: '2', ...at, kind: 'denuncia' }),
      newCase({ id: 'c', number: '3', ...at, privacy: 'confidential' }),
    ];
    await store.commit({ at: AT, cases: cases.map(c => ({ case: c, expectedVersion: 0, events: [] })) });
    const db = new DatabaseSync(file, { readOnly: true });
    const rows = db.prepare('select district, corregimiento from cases order by id').all();
    db.close();
    expect(rows.map(row => Object.values(row))).toEqual([
      ['0810', '081001'],
      ['0810', null],
      ['0810', null],
    ]);
    await store.close();
  });

  it('closes once, however often it is told to, and takes nothing afterwards', async () => {
    const { store } = await storeOnDisk();
    const last = store.addInbound([message('uno')], AT);
    await Promise.all([store.close(), store.close()]);
    expect((await last)[0]?.isNew).toBe(true);
    await expect(store.addInbound([message('dos')], AT)).rejects.toThrow();
    await expect(store.probe(AT)).rejects.toThrow();
  });

  it('refuses new messages at once when it is behind, and nothing else', async () => {
    const { store } = await storeOnDisk(newFolder(), { mostWaiting: 2 });
    const id = await store.open({ channel: 'sms', account: 'a', address: 'b' }, null, AT);
    const texts = ['uno', 'dos', 'tres'].map(text => store.addInbound([message(text)], AT));
    const commit = store.commit({ at: AT, outbound: [outbound(id, 'o1')] });
    expect((await Promise.allSettled(texts)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect((await commit).seqs).toEqual([1]);
    expect((await store.addInbound([message('tres')], AT))[0]?.isNew).toBe(true);
    await store.close();
  });

  it('moves its log into the file as it goes, and starts it over under constant load', async () => {
    const { store, file } = await storeOnDisk();
    const people = Array.from({ length: 50 }, (_, i) => `+507600${i}`);
    for (let round = 0; round < 240; round += 1) {
      const of = (address: string) =>
        message('x'.repeat(300), { address, providerId: `${round}.${address}` });
      await Promise.all(people.map(address => store.addInbound([of(address)], AT)));
    }
    const written = statSync(file).size;
    expect(written).toBeGreaterThan(2_000_000);
    expect(statSync(`${file}-wal`).size).toBeLessThan(6 * written);
    await store.close();
    expect(readdirSync(path.dirname(file)).filter(name => name.endsWith('-wal'))).toEqual([]);
  });

  it('wraps every data key again, so that the old installation key can go', async () => {
    const { store, reopen, keyring } = await storeOnDisk();
    const id = await store.open({ channel: 'sms', account: 'a', address: '+50760001111' }, 'Ana', AT);
    await store.commit({ at: AT, cases: [{ case: newCase(), expectedVersion: 0, events: [] }] });
    await store.close();
    loadKeyring(keyring, { create: false }).addKey();
    const rotating = await reopen();
    expect(await rotating.rewrapKeys()).toBe(3);
    await rotating.close();
    const content = JSON.parse(readFileSync(keyring, 'utf8'));
    delete content.keys[1];
    writeFileSync(keyring, JSON.stringify(content));
    const again = await reopen();
    expect((await again.load(id))?.conversation.name).toBe('Ana');
    expect((await again.caseById('case-1'))?.description).toEqual(['hay un tubo roto']);
    await again.close();
  });

  it('leaves no byte of an erased person’s key in its files', async () => {
    const { store, file } = await storeOnDisk();
    const id = await store.open({ channel: 'sms', account: 'a', address: '+50760001111' }, 'Ana', AT);
    const db = new DatabaseSync(file, { readOnly: true });
    const { wrapped } = db.prepare('select wrapped from data_keys where owner = ?').get(id) as {
      wrapped: Uint8Array;
    };
    db.close();
    const left = () =>
      readdirSync(path.dirname(file)).filter(name =>
        readFileSync(path.join(path.dirname(file), name)).includes(Buffer.from(wrapped)),
      );
    expect(left()).toEqual(['ventanilla.db-wal']);
    await store.commit({ at: AT, erase: { conversationId: id, caseIds: [] } });
    await expect.poll(left).toEqual([]);
    await store.close();
  });
});
