import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { allowedSteps } from '../../src/cases/lifecycle.ts';
import { loadKeyring } from '../../src/keyring.ts';
import { type Finding, verify } from '../../src/storage/verify.ts';
import { createVault } from '../../src/vault.ts';
import { correction, message, newCase, outbound, type StoreOnDisk, storeOnDisk } from '../support/store.ts';

const AT = new Date('2026-03-02T15:00:00Z');
const account = '+5076000000';
let disk: StoreOnDisk;
let id: string;

const step = (what: 'opened' | 'status', from: string | null, to: string) => ({
  ...{ at: AT, what, from, to, by: 'desk', note: 'una nota' },
});

/** A talk with a message that was put aside, and one that a person has seen to. */
async function putAside({ store }: Pick<StoreOnDisk, 'store'>): Promise<void> {
  const address = '+50760003333';
  const [first] = await store.addInbound([message('cuatro', { address }), message('cinco', { address })], AT);
  const id = first?.conversationId ?? '';
  const aside = { id, expectedVersion: 0, consumed: [1, 2], parked: 'TypeError', turn: true, set: {} };
  await store.commit({ at: AT, conversation: aside });
  const unparked = { seqs: [2], to: 'drop', by: 'Marta', reason: 'answered' } as const;
  const seen = { id, expectedVersion: 1, consumed: [], unparked, turn: false, set: {} };
  await store.commit({ at: AT, conversation: seen });
}

/** A store with a talk of two turns, sends in several states, a case with a history, a file and an erased person. */
async function fill({ store }: StoreOnDisk): Promise<string> {
  const [first] = await store.addInbound([message('uno'), message('dos')], AT);
  const talk = first?.conversationId ?? '';
  const opening = { conversationId: talk, turn: 1, index: 0 };
  const opened = newCase({
    conversationId: talk,
    opening,
    reporter: { channel: 'sms', account, address: '+1' },
  });
  await store.commit({
    at: AT,
    conversation: { id: talk, expectedVersion: 0, consumed: [1, 2], turn: true, set: { name: 'Ana' } },
    cases: [
      {
        case: opened,
        expectedVersion: 0,
        events: [step('opened', null, 'received'), step('status', 'received', 'assigned')],
        idempotencyKey: 'form-1',
        correction: correction('mana agua', { by: talk }),
      },
    ],
    outbound: [outbound(talk, 'o1', { caseId: 'case-1' }), outbound(talk, 'o2', { state: 'accepted' })],
  });
  await store.claim(talk, AT, 30_000);
  await store.record('o1', 1, { state: 'accepted', providerId: 'SM1' });
  for (const state of ['sent', 'delivered'] as const) {
    await store.addReceipts([{ channel: 'sms', account, providerId: 'SM1', state, at: AT }]);
  }
  await store.commit({
    at: AT,
    cases: [
      {
        case: { ...opened, status: 'in_progress' },
        expectedVersion: 1,
        events: [step('status', 'assigned', 'in_progress')],
      },
    ],
  });
  const road = {
    step: 0,
    road: 'sms',
    conversationId: talk,
    reason: 'first',
    what: 'taken',
    code: null,
  } as const;
  const begun = { caseId: 'case-1', kind: 'assigned', notice: { what: 'assigned' } } as const;
  await store.commit({
    at: AT,
    notice: { id: 'n1', begun, known: 0, attempts: [road], wakeAt: null },
    outbound: [outbound(talk, 'o3', { caseId: 'case-1', noticeId: 'n1', class: 'notice' })],
  });
  await store.addMedia(talk, { type: 'image/png', bytes: Buffer.from('pixels') });
  await store.addInbound([message('tres'), message('sin id', { providerId: null })], AT);
  const [gone] = await store.addInbound([message('adiós', { address: '+50760002222' })], AT);
  await store.commit({ at: AT, erase: { conversationId: gone?.conversationId ?? '', caseIds: [] } });
  await putAside({ store });
  return talk;
}

const run = (acknowledged: string[] = []): Promise<Finding[]> =>
  verify({
    file: disk.file,
    vault: createVault(loadKeyring(disk.keyring, { create: false })),
    allowedSteps,
    acknowledged: acknowledged.map(providerId => ({ channel: 'sms', account, providerId })),
  });

const brokenOnes = async (): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    (await run()).filter(({ broken }) => broken > 0).map(found => [found.invariant, found.examples]),
  );

/** Changes the file behind the store's back. */
function tamper(sql: string): void {
  const db = new DatabaseSync(disk.file, { enableForeignKeyConstraints: false, timeout: 5_000 });
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

beforeEach(async () => {
  disk = await storeOnDisk();
  id = await fill(disk);
});

describe('verify', () => {
  it('finds nothing broken in a store that runs, and has looked at everything', async () => {
    const findings = await run(['SM-uno', 'SM-tres']);
    expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
    expect(findings.filter(({ checked }) => checked === 0)).toEqual([]);
    await disk.store.close();
    expect(await brokenOnes()).toEqual({});
  });

  it('lets numbers for danger go before what waits, and nothing before them', async () => {
    await disk.store.commit({
      ...{ at: AT, conversation: { id, expectedVersion: 1, consumed: [], turn: true, set: {} } },
      outbound: [outbound(id, 'n', { class: 'emergency' }), outbound(id, 'o4')],
    });
    const claim = await disk.store.claim(id, AT, 30_000);
    expect(claim).toMatchObject({ outbound: { id: 'n' } });
    expect(await brokenOnes()).toEqual({});
    tamper(
      "update outbound set state = 'pending' where id = 'n'; update outbound set state = 'accepted', accepts = 1, attempt = 1 where id = 'o4'",
    );
    expect(Object.keys(await brokenOnes())).toEqual([
      'no message goes before an earlier one of its talk that waits, but numbers for danger',
    ]);
  });

  it('misses an acknowledged message that is not there', async () => {
    const [finding] = (await run(['SM-uno', 'SM-never'])).filter(({ broken }) => broken > 0);
    expect(finding).toMatchObject({
      invariant: 'each acknowledged message is stored',
      checked: 2,
      broken: 1,
    });
  });

  it.each([
    ['a message is missing', 'delete from messages where seq = 2', 'sequences have no gaps and no doubles'],
    [
      'a number is given twice',
      'update messages set seq = 3 where seq = 2',
      'sequences have no gaps and no doubles',
    ],
    ['the counter ran ahead', 'update counters set seq = seq + 1', 'sequences have no gaps and no doubles'],
    [
      'a message belongs to a turn nobody took',
      'update messages set turn = 7 where seq = 1',
      'each consumed message belongs to a turn that was taken',
    ],
    [
      'a waiting message is off the work list',
      'update counters set waiting_from = null',
      'each waiting message is on the work list',
    ],
    [
      'nobody knows why a message was put aside',
      'update messages set parked_reason = null where parked = 1',
      'each message put aside was consumed and says why, and by whom it was seen to',
    ],
    [
      'a message put aside waits for a turn too',
      'update messages set turn = null where parked = 1',
      'each message put aside was consumed and says why, and by whom it was seen to',
    ],
    [
      'nobody knows who saw to a message put aside',
      'update messages set parked = 2 where parked = 1',
      'each message put aside was consumed and says why, and by whom it was seen to',
    ],
    [
      'a reply answers a turn nobody took',
      'update outbound set turn = 2',
      'each reply answers a turn that was taken',
    ],
    [
      'a send was accepted twice',
      "update outbound set accepts = 2 where id = 'o1'",
      'each outbound is accepted at most once, or flagged',
    ],
    [
      'a message was sent while an earlier one waited',
      "update outbound set state = 'pending', accepts = 0, receipt = null where id = 'o1'; update outbound set attempt = 1 where id = 'o2'",
      'no message goes before an earlier one of its talk that waits, but numbers for danger',
    ],
    ['a receipt went back', "update receipts set state = 'read' where key = 1", 'receipts never regress'],
    [
      'the last receipt was lost',
      "update outbound set receipt = 'sent' where id = 'o1'",
      'receipts never regress',
    ],
    ['a step was taken out of a history', 'delete from case_events where n = 2', 'history chains are whole'],
    ['the last step was taken', 'delete from case_events where n = 3', 'history chains are whole'],
    ['a step was dated back', 'update case_events set at = at - 1 where n = 1', 'history chains are whole'],
    [
      'a status was changed without a step',
      "update cases set status = 'closed'",
      'cases move along their tables, each step an event',
    ],
    [
      'a kind does not allow a step taken',
      "update cases set kind = 'idea'",
      'cases move along their tables, each step an event',
    ],
    [
      'two cases came of one draft',
      `drop index cases_opening; insert into cases select null, 'case-2', '311-2', version, kind, status, privacy,
         service, agency, holder_district, district, corregimiento, conversation_id, opening_conversation, opening_turn,
         opening_index, opened_at, due_at, wake_at, rating, confirmed, history_count, history_head, body_sealed, null, null
         from cases`,
      'each turn and draft opened at most one case',
    ],
    ['a case lost its key', "delete from data_keys where owner = 'case-1'", 'no row is an orphan'],
    ['a conversation is missing', 'delete from conversations', 'no row is an orphan'],
    ['a send is missing', "delete from outbound where id = 'o1'", 'no row is an orphan'],
    [
      'a word lies open',
      "update messages set body_sealed = cast('hay un tubo roto en la calle' as blob) where seq = 1",
      'sealed columns hold nothing but sealed values',
    ],
    [
      'a name lies open',
      "update conversations set name_sealed = 'Ana'",
      'sealed columns hold nothing but sealed values',
    ],
    [
      'a way to an address lies open',
      "update conversations set route_sealed = 'https://example.org'",
      'sealed columns hold nothing but sealed values',
    ],
    [
      'a sealed word was moved to another row',
      'update messages set body_sealed = (select body_sealed from messages where seq = 1) where seq = 2',
      'sealed columns hold nothing but sealed values',
    ],
    [
      'a reporter was changed',
      'update cases set reporter_sealed = body_sealed',
      'sealed columns hold nothing but sealed values',
    ],
    [
      'a data key was changed',
      "update data_keys set wrapped = zeroblob(61) where owner = 'case-1'",
      'each data key opens under the keyring',
    ],
    [
      'a second address is of nobody',
      "insert into other_addresses values (x'01', 99)",
      'no row is an orphan',
    ],
    [
      'a second address of who was erased came back',
      `insert into other_addresses
       select x'01', key from conversations where erased_at is not null`,
      'nothing is left of who was erased',
    ],
    [
      'a correction was moved to somebody else',
      "drop trigger corrections_unchanged; update corrections set owner = 'case-1'",
      'each correction is sealed to who wrote the words, and none comes from a case kept in reserve',
    ],
    [
      'a correction comes from a case kept in reserve',
      "update cases set privacy = 'confidential'",
      'each correction is sealed to who wrote the words, and none comes from a case kept in reserve',
    ],
    [
      'a correction was taken out of its row',
      'drop trigger corrections_stay; insert into corrections select null, owner, case_id, 3, at, source, corrector_hash, body_sealed from corrections',
      'each correction is sealed to who wrote the words, and none comes from a case kept in reserve',
    ],
    [
      'a corrected text lies open',
      "drop trigger corrections_unchanged; update corrections set body_sealed = cast('mana agua' as blob)",
      'sealed columns hold nothing but sealed values',
    ],
    [
      'a correction has no case',
      "drop trigger corrections_unchanged; update corrections set case_id = 'case-9'",
      'no row is an orphan',
    ],
    [
      'news took a second road before the first had failed',
      `insert into attempts select null, notice, 2, at, 1, 'email', null, 'first', 'taken', null from attempts`,
      'no news takes a second road unless the first is known to have failed',
    ],
    [
      'news took a second road though the first may have arrived',
      `insert into attempts select null, notice, 2, at, 1, 'email', null, 'first', 'taken', null from attempts;
       update outbound set state = 'rejected', code = 'unknown_outcome' where id = 'o3'`,
      'no news takes a second road unless the first is known to have failed',
    ],
    ['words belong to no news', 'delete from notices', 'no row is an orphan'],
    [
      'news lies open',
      "update notices set body_sealed = cast('hay novedades' as blob)",
      'sealed columns hold nothing but sealed values',
    ],
    [
      'who was erased is still known as somebody',
      "update conversations set person = 'p' where erased_at is not null",
      'nothing is left of who was erased',
    ],
    ['a code is for nobody', "insert into proofs values (null, 99, 1, 'h', 0, 0, 0)", 'no row is an orphan'],
    [
      'an erased address came back',
      'update conversations set address_hash = zeroblob(16) where erased_at is not null',
      'nothing is left of who was erased',
    ],
  ])('notices that %s', async (_, sql, invariant) => {
    tamper(sql);
    expect((await brokenOnes())[invariant]?.length).toBeGreaterThan(0);
  });

  it.each(['delete from corrections', 'update corrections set at = 0'])('lets nobody %s', sql => {
    expect(() => tamper(sql)).toThrow('corrections are only added');
  });

  it('names at most five of many, by ids that say nothing', async () => {
    await disk.store.addInbound(
      Array.from({ length: 9 }, (_, i) => message(`más ${i}`)),
      AT,
    );
    tamper("update messages set body_sealed = x'02' where turn is null");
    const finding = (await run()).find(({ broken }) => broken > 0);
    expect(finding?.broken).toBe(12);
    expect(finding?.examples).toHaveLength(5);
    expect(finding?.examples[0]).toBe(`messages.body ${id}.6`);
  });

  it('refuses what is no store and what another build wrote', async () => {
    tamper('pragma user_version = 99');
    await expect(run()).rejects.toThrow(/STORE_URL: the database is of version 99/);
    disk.file = `${disk.file}.none`;
    await expect(run()).rejects.toThrow(/STORE_URL: the database cannot be used/);
  });
});
