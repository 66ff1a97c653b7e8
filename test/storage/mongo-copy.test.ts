import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { restore } from '../../src/storage/backup.ts';
import { backupMongo, restoreMongo } from '../../src/storage/backup-mongo.ts';
import { copy } from '../../src/storage/copy.ts';
import { databaseOf } from '../../src/storage/mongo/connection.ts';
import { verify } from '../../src/storage/verify.ts';
import { verifyMongo } from '../../src/storage/verify-mongo.ts';
import { createVault } from '../../src/vault.ts';
import { openIn } from '../support/mongo-store.ts';
import { someDatabase } from '../support/servers/database.ts';
import { missingMongo } from '../support/servers/mongodb.ts';
import { correction, message, newCase, outbound, type StoreOnDisk, storeOnDisk } from '../support/store.ts';

const missing = missingMongo();
const AT = new Date('2026-03-02T15:00:00Z');
const LARGE = Buffer.alloc(9 * 1024 * 1024, 'pixels ');

/** A store with something of everything. */
async function wholeLife({ store }: Pick<StoreOnDisk, 'store'>): Promise<{ id: string; file: string }> {
  const sms = { channel: 'sms', account: '+5076000000' };
  const [added] = await store.addInbound(
    [message('uno', { name: 'Ana', route: 'https://eu.example' }), message('dos', { alsoKnownAs: 'PA.7' })],
    AT,
  );
  const id = added?.conversationId ?? '';
  const event = { at: AT, what: 'opened', from: null, to: 'received', by: 'citizen', note: null } as const;
  const opening = { conversationId: id, turn: 1, index: 0 };
  const filed = newCase({ conversationId: id, status: 'received', opening, incident: 'i1' });
  await store.commit({
    at: AT,
    conversation: { id, expectedVersion: 0, consumed: [1], turn: true, set: {} },
    cases: [
      { case: filed, expectedVersion: 0, events: [event], idempotencyKey: 'f', correction: correction('x') },
    ],
    outbound: [outbound(id, 'o1', { caseId: 'case-1', noticeId: 'n1' }), outbound(id, 'o2')],
    notice: {
      ...{
        id: 'n1',
        begun: { caseId: 'case-1', kind: 'status', notice: { what: 'status', note: 'a', reason: null } },
      },
      ...{ known: 0, wakeAt: null },
      attempts: [{ step: 0, road: 'sms', conversationId: id, reason: 'first', what: 'taken', code: null }],
    },
    proof: {
      ...{
        what: 'asked',
        conversationId: id,
        to: { channel: 'email', account: 'd', address: 'ana@example.com' },
      },
      ...{ codeHash: 'h', until: new Date(AT.getTime() + 9e6), words: [] },
    },
  });
  await store.claim(id, AT, 30_000);
  await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
  await store.addReceipts([{ ...sms, providerId: 'SM1', state: 'delivered', at: AT }]);
  const file = await store.addMedia(id, { type: 'image/png', bytes: LARGE }, 2);
  await store.spend('budget', [{ most: 3, perMs: 9e5 }], AT);
  await store.setBookmark('mailbox', '77');
  await store.takeLease('telegram', null, 'one');
  await store.addKey(
    {
      id: 'k',
      name: 'K',
      role: 'reader',
      agencyId: null,
      districtCode: null,
      createdAt: AT,
      revokedAt: null,
    },
    's',
  );
  const [gone] = await store.addInbound([message('tres', { address: '+50760002222' })], AT);
  await store.commit({ at: AT, erase: { conversationId: gone?.conversationId ?? '', caseIds: [] } });
  return { id, file };
}

const vaultOf = (keyring: string) => createVault(loadKeyring(keyring, { create: false }));
const broken = async (url: string, keyring: string) =>
  (await verifyMongo({ url, vault: vaultOf(keyring), allowedSteps })).flatMap(finding =>
    finding.broken > 0 ? [`${finding.invariant}: ${finding.examples.join(', ')}`] : [],
  );

describe.skipIf(missing)(`an installation and ${missing ?? 'a MongoDB'}`, () => {
  let database: Awaited<ReturnType<typeof someDatabase>>;

  beforeAll(async () => {
    database = await someDatabase();
  });

  afterAll(() => database.drop());

  it('moves there whole, and is refused where something is already or another works', async () => {
    const old = await storeOnDisk();
    const { id, file } = await wholeLife(old);
    const options = { file: old.file, url: database.url, vault: vaultOf(old.keyring), progress: () => {} };
    await expect(copy(options)).rejects.toThrow(/^STORE_URL: another process works on this database/);
    const before = {
      talk: await old.store.load(id),
      cases: await old.store.casesOf(id),
      words: await old.store.transcript(id, 0, 99),
      history: await old.store.history('case-1'),
      deliveries: await old.store.deliveries('case-1'),
      ledger: await old.store.ledger('case-1'),
      lessons: await old.store.corrections(0, 9),
      proof: await old.store.proofOf(id, new Date(0)),
      keys: await old.store.keys(),
      due: await old.store.overdue(new Date(AT.getTime() + 9e7), 99),
    };
    await old.store.close();
    const steps: string[] = [];
    const count = await copy({ ...options, progress: (step, n) => void steps.push(`${step} ${n}`) });
    expect(steps.at(-1)).toBe(`compared ${count}`);
    expect(await broken(database.url, old.keyring)).toEqual([]);
    const store = await openIn(database.url, old.keyring);
    expect({
      talk: await store.load(id),
      cases: await store.casesOf(id),
      words: await store.transcript(id, 0, 99),
      history: await store.history('case-1'),
      deliveries: await store.deliveries('case-1'),
      ledger: await store.ledger('case-1'),
      lessons: await store.corrections(0, 9),
      proof: await store.proofOf(id, new Date(0)),
      keys: await store.keys(),
      due: await store.overdue(new Date(AT.getTime() + 9e7), 99),
    }).toEqual(before);
    expect((await store.media(id, file))?.bytes.equals(LARGE)).toBe(true);
    expect(await store.bookmark('mailbox')).toBe('77');
    expect(await store.lease('telegram')).toMatchObject({ holder: 'one' });
    expect(await store.addInbound([message('dos')], AT)).toMatchObject([{ isNew: false }]);
    expect(
      (await store.conversationOf({ channel: 'sms', account: '+5076000000', address: 'PA.7' }))?.id,
    ).toBe(id);
    expect(await store.caseByIdempotencyKey('f')).toMatchObject({ id: 'case-1' });
    await store.close();
    await expect(copy(options)).rejects.toThrow(/^--to: something is in this database already/);
    expect(readFileSync(old.file).length).toBeGreaterThan(0);
  });

  it.each<[string, (db: ReturnType<typeof databaseOf>) => Promise<unknown>, RegExp]>([
    [
      'a message that is gone',
      db => db.collection('messages').deleteOne({ seq: 1 }),
      /sequences have no gaps/,
    ],
    [
      'a word that was changed',
      db => db.collection('case_events').updateOne({}, { $set: { what: 'note' } }),
      /history chains/,
    ],
    [
      'a text in clear',
      db => db.collection('outbound').updateOne({ seq: 3 }, { $set: { body_sealed: 'hola' } }),
      /sealed columns/,
    ],
    [
      'a message that was forgotten',
      db => db.collection('outbound').updateOne({ state: 'pending' }, { $set: { due_at: null } }),
      /work list/,
    ],
    [
      'words of no talk',
      db => db.collection('messages').updateOne({ seq: 2 }, { $set: { conversation_id: 'x' } }),
      /orphan/,
    ],
    [
      'a piece of a file that is gone',
      db => db.collection('media_chunks').deleteOne({}),
      /stands once and whole/,
    ],
    ['an index that is gone', db => db.collection('messages').dropIndex('key'), /indexes/],
  ])('tells of %s', async (_, hurt, finding) => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    const keyring = (await storeOnDisk()).keyring;
    await connection.dropDatabase();
    const store = await openIn(database.url, keyring);
    await wholeLife({ store });
    await store.close();
    expect(await broken(database.url, keyring)).toEqual([]);
    await hurt(databaseOf(connection));
    expect((await broken(database.url, keyring)).join('\n')).toMatch(finding);
    await connection.close();
  });

  it('comes back from its backup into an empty database, and who was erased since stays erased', async () => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    await connection.dropDatabase();
    const { keyring } = await storeOnDisk();
    const vault = vaultOf(keyring);
    const folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
    const of = (name: string) => ({ copy: path.join(folder, name), keys: path.join(folder, 'keys') });
    const back = async (name: string) => {
      await connection.dropDatabase();
      return restoreMongo({ ...of(name), url: database.url, vault, at: AT, progress: () => {} });
    };
    const counts = async () =>
      (await verifyMongo({ url: database.url, vault, allowedSteps })).map(({ checked, broken }) => [
        checked,
        broken,
      ]);

    const store = await openIn(database.url, keyring);
    const { id } = await wholeLife({ store });
    const [other] = await store.addInbound([message('cuatro', { address: '+50760003333' })], AT);
    const gone = other?.conversationId ?? '';
    await backupMongo(database.url, of('monday'), AT);
    await store.commit({ at: AT, erase: { conversationId: gone, caseIds: [] } });
    await backupMongo(database.url, of('tuesday'), AT);
    await store.close();
    const asItWas = await counts();

    expect(await back('tuesday')).toMatchObject({ erased: 0 });
    expect(await counts()).toEqual(asItWas);
    const file = path.join(folder, 'embedded.db');
    restore(of('tuesday'), file, AT);
    expect((await verify({ file, vault, allowedSteps })).filter(finding => finding.broken > 0)).toEqual([]);

    expect(await back('monday')).toMatchObject({ erased: 1 });
    expect(await broken(database.url, keyring)).toEqual([]);
    const again = await openIn(database.url, keyring);
    expect((await again.transcript(id, 0, 9)).map(({ text }) => text)).toContain('uno');
    expect(JSON.stringify(await again.transcript(gone, 0, 9))).not.toContain('cuatro');
    expect(await again.bookmark('mailbox')).toBe('77');
    expect(await again.lease('telegram')).toMatchObject({ holder: 'one' });
    await again.close();
    await expect(
      restoreMongo({ ...of('monday'), url: database.url, vault, at: AT, progress: () => {} }),
    ).rejects.toThrow(/something is in this database already/);
    await connection.close();
  });

  it('leaves a database of another installation as it is, also of an older version', async () => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    await connection.dropDatabase();
    const theirs = await storeOnDisk();
    await (await openIn(database.url, theirs.keyring)).close();
    const meta = databaseOf(connection).collection<{ _id: string; value: string }>('meta');
    await meta.updateOne({ _id: 'schema' }, { $set: { value: '4' } });
    await databaseOf(connection).collection('cases').dropIndex('todo');
    const shape = async () => [
      await meta.find().sort({ _id: 1 }).toArray(),
      await databaseOf(connection).collection('cases').indexes(),
    ];
    const asItWas = await shape();
    const mine = await storeOnDisk();
    await mine.store.close();
    const target = { url: database.url, vault: vaultOf(mine.keyring), progress: () => {} };
    await expect(copy({ ...target, file: mine.file })).rejects.toThrow(
      /^--to: something is in this database/,
    );
    expect(await shape()).toEqual(asItWas);
    await connection.close();
  });

  it('writes nothing anywhere for a source that cannot be copied', async () => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    await connection.dropDatabase();
    const [old, other, older] = [await storeOnDisk(), await storeOnDisk(), await storeOnDisk()];
    for (const { store } of [old, other, older]) await store.close();
    const db = new DatabaseSync(older.file);
    db.exec('pragma user_version = 1');
    db.close();
    const target = { url: database.url, vault: vaultOf(old.keyring), progress: () => {} };
    const nowhere = path.join(mkdtempSync(path.join(tmpdir(), 'copy-')), 'no', 'such.db');
    await expect(copy({ ...target, file: nowhere })).rejects.toThrow(/^--from: there is no store at/);
    expect(existsSync(path.dirname(nowhere))).toBe(false);
    await expect(copy({ ...target, file: other.file })).rejects.toThrow(
      /^KEYRING_FILE: this keyring belongs/,
    );
    await expect(copy({ ...target, file: older.file })).rejects.toThrow(/of an older version/);
    expect(await databaseOf(connection).listCollections().toArray()).toEqual([]);
    expect(await copy({ ...target, file: old.file })).toBeGreaterThan(0);
    await connection.close();
  });

  it('is never taken for a store when the copy was cut short', async () => {
    const connection = await mongoose.createConnection(database.url).asPromise();
    await connection.dropDatabase();
    const old = await storeOnDisk();
    await wholeLife(old);
    await old.store.close();
    const cut = () => {
      throw new Error('cut');
    };
    await expect(
      copy({ file: old.file, url: database.url, vault: vaultOf(old.keyring), progress: cut }),
    ).rejects.toThrow();
    await expect(openIn(database.url, old.keyring)).rejects.toThrow(
      /^STORE_URL: a copy into this database was cut short/,
    );
    await connection.close();
  });
});
