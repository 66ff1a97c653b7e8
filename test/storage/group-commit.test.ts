import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, it } from 'vitest';
import { connect } from '../../src/storage/sqlite/connection.ts';
import { createGroupCommit, type GroupCommit } from '../../src/storage/sqlite/group-commit.ts';

let db: DatabaseSync;
let group: GroupCommit;
let commits: number[];
let undone: number;

beforeEach(() => {
  db = connect(path.join(mkdtempSync(path.join(tmpdir(), 'group-')), 'x.db'));
  db.exec('create table rows (name text primary key, filling blob)');
  [commits, undone] = [[], 0];
  group = createGroupCommit(db, {
    most: 3,
    committed: writes => commits.push(writes),
    undone: () => {
      undone += 1;
    },
  });
});

const add = (name: string, bytes = 1) =>
  group.run(() => {
    db.prepare('insert into rows values (?, zeroblob(?))').run(name, bytes);
    return name;
  });
const names = (): unknown[] =>
  db
    .prepare('select name from rows order by name')
    .all()
    .map(row => row['name']);
/** How each write ended, in order. */
const ends = async (writes: Promise<unknown>[]) =>
  (await Promise.allSettled(writes)).map(({ status }) => status);
const FULL = 64 * 4_096;

it('commits all writes of one turn of the loop together, and answers none before', async () => {
  let answered = false;
  const writes = [add('a'), add('b'), add('c')];
  void writes[0]?.then(() => {
    answered = true;
  });
  await Promise.resolve();
  expect([answered, db.isTransaction, commits]).toEqual([false, true, []]);
  expect(await Promise.all(writes)).toEqual(['a', 'b', 'c']);
  expect([commits, db.isTransaction]).toEqual([[3], false]);
});

it('settles readers with the writes they may have seen, and at once when nothing is open', async () => {
  await group.settled();
  const write = add('a');
  let settled = false;
  const reader = group.settled().then(() => {
    settled = true;
  });
  await Promise.resolve();
  expect([settled, db.isTransaction]).toEqual([false, true]);
  await Promise.all([write, reader]);
  expect([settled, commits]).toEqual([true, [1]]);
});

it('rejects who read from a group that could not be committed', async () => {
  db.exec('pragma foreign_keys = on');
  db.exec('create table child (parent text references rows (name) deferrable initially deferred)');
  const orphan = group.run(() => db.exec("insert into child values ('nobody')"));
  expect(await ends([orphan, group.settled()])).toEqual(['rejected', 'rejected']);
});

it('undoes one write that fails and keeps its neighbours', async () => {
  expect(await ends([add('a'), add('a'), add('b')])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([names(), undone, commits]).toEqual([['a', 'b'], 1, [2]]);
});

it('undoes all a failing write did', async () => {
  const twice = group.run(() => {
    db.exec("insert into rows values ('x', null); insert into rows values ('x', null)");
  });
  expect(await ends([twice])).toEqual(['rejected']);
  expect(names()).toEqual([]);
});

it('rejects on a full disk and goes on by itself when there is room again', async () => {
  await add('a');
  const { page_count: pages } = db.prepare('pragma page_count').get() as { page_count: number };
  db.exec(`pragma max_page_count = ${pages + 8}`);
  expect(await ends([add('b'), add('big', FULL), add('c')])).toContain('rejected');
  expect(await ends([add('big', FULL)])).toEqual(['rejected']);
  db.exec('pragma max_page_count = 1000000');
  expect(await ends([add('d', FULL)])).toEqual(['fulfilled']);
  expect(names()).toEqual(expect.arrayContaining(['a', 'd']));
});

it('rejects everybody when the group cannot be committed, and the next group stands', async () => {
  // A broken reference that is looked at only at the end: the commit itself is what fails.
  db.exec('pragma foreign_keys = on');
  db.exec('create table child (parent text references rows (name) deferrable initially deferred)');
  const orphan = group.run(() => db.exec("insert into child values ('nobody')"));
  expect(await ends([add('a'), orphan, add('b')])).toEqual(['rejected', 'rejected', 'rejected']);
  expect([names(), commits, undone, db.isTransaction]).toEqual([[], [], 1, false]);
  expect(await ends([add('c')])).toEqual(['fulfilled']);
});

it('never answers for writes that SQLite rolled back by itself, even when others follow in the same turn', async () => {
  const lost = [add('a'), add('b')];
  db.exec('rollback');
  const kept = add('c');
  expect(await ends([...lost, kept])).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect([names(), commits]).toEqual([['c'], [1]]);
});

it('says when it is behind, and is not after the commit', async () => {
  const writes = [add('a'), add('b')];
  expect(group.isBehind()).toBe(false);
  writes.push(add('c'));
  expect(group.isBehind()).toBe(true);
  await Promise.all(writes);
  expect(group.isBehind()).toBe(false);
});

it('is silent when the database is closed in the turn of the loop that opened a group', async () => {
  const write = add('a');
  group.flush();
  db.close();
  expect(await write).toBe('a');
  await new Promise(resolve => setImmediate(resolve));
});

it('rejects after the database was closed', async () => {
  db.close();
  expect(await ends([add('a')])).toEqual(['rejected']);
});
