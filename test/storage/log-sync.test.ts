import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, it } from 'vitest';
import { connect } from '../../src/storage/sqlite/connection.ts';
import { type LogSync, syncLogOf } from '../../src/storage/sqlite/log-sync.ts';

let db: DatabaseSync;
let file: string;
/** What the disk says to each fsync of the log, in order; nothing: it keeps it. */
let failures: Error[];
let log: LogSync;

beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'log-')), 'x.db');
  db = connect(file);
  db.exec('create table rows (name text)');
  failures = [];
  log = syncLogOf(db, file, (_fd, done) => done(failures.shift() ?? null));
});

const synced = () => new Promise(resolve => log.sync(resolve));
const logged = (): number => statSync(`${file}-wal`).size;

it('fsyncs the log itself, and leaves to SQLite the fsyncs of checkpoints only', async () => {
  log.close();
  log = syncLogOf(db, file);
  db.exec("insert into rows values ('a')");
  expect(await synced()).toBe(null);
  expect(db.prepare('pragma synchronous').get()).toEqual({ synchronous: 1 });
});

it('tells when the disk failed, and trusts the log again only after all of it was moved', async () => {
  db.exec("insert into rows values ('a')");
  failures.push(new Error('EIO'));
  expect(await synced()).toMatchObject({ message: 'EIO' });
  expect(logged()).toBeGreaterThan(0);
  expect(await synced()).toBe(null);
  expect(logged()).toBe(0);
});

it('goes on failing while the log cannot be moved', async () => {
  failures.push(new Error('EIO'));
  await synced();
  const reader = connect(file);
  reader.exec('begin; select * from rows');
  db.exec("pragma busy_timeout = 0; insert into rows values ('a')");
  expect(await synced()).toMatchObject({ message: 'the disk failed to keep the log' });
  reader.close();
  expect(await synced()).toBe(null);
});
