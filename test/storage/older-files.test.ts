import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { restore } from '../../src/storage/backup.ts';
import { migrate, SCHEMA_VERSION, versionOf } from '../../src/storage/sqlite/schema.ts';

const AT = new Date('2026-03-02T15:00:00Z');

/** The tables of an earlier version, in which a message of a conversation was put aside. */
function fileOf(version: number, { erasedAt }: { erasedAt: number | null }) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'older-')), 'copy.db');
  const db = new DatabaseSync(file);
  migrate(db, version);
  db.prepare(
    `insert into conversations (id, channel, account, version, turns, mode, review, opted_out, failures, created_at, erased_at)
     values ('talk', 'sms', '+5076000000', 1, 1, 'bot', 0, 0, 0, 1, ?)`,
  ).run(erasedAt);
  db.exec(`insert into messages (conversation, seq, received_at, turn, parked, possible_repeat, body_sealed)
    values (1, 1, 5, 1, 1, 0, x'00')`);
  return { file, db };
}

const message = (db: DatabaseSync) =>
  db.prepare('select parked, dropped_at, dropped_by, dropped_reason from messages').get();

it('a message put aside of who was erased before today’s version is on no list any more', () => {
  const { db } = fileOf(11, { erasedAt: 7 });
  migrate(db);
  expect(message(db)).toEqual({
    ...{ parked: 2, dropped_at: 7, dropped_by: 'citizen', dropped_reason: 'erased' },
  });
  const other = fileOf(11, { erasedAt: null });
  migrate(other.db);
  expect(message(other.db)).toMatchObject({ parked: 1, dropped_at: null });
});

it('a copy of an earlier version is restored as a store of this one, also with keys younger than it', () => {
  const { file, db } = fileOf(11, { erasedAt: null });
  db.close();
  const keys = `${file}.keys`;
  writeFileSync(keys, JSON.stringify({ version: 1, keys: {} }));
  const restored = `${file}.restored`;
  expect(restore({ copy: file, keys }, restored, AT)).toEqual({ conversations: 0, erased: 1 });
  const made = new DatabaseSync(restored);
  expect(versionOf(made)).toBe(SCHEMA_VERSION);
  expect(message(made)).toMatchObject({ parked: 2, dropped_at: AT.getTime() });
  made.close();
});
