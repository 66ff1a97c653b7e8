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
/** Ends of the fsyncs under way; null: each ends at once. */
let syncs: ((failure: unknown) => void)[] | null;

beforeEach(() => {
  syncs = null;
  db = connect(path.join(mkdtempSync(path.join(tmpdir(), 'group-')), 'x.db'));
  db.exec('create table rows (name text primary key, filling blob)');
  [commits, undone] = [[], 0];
  group = createGroupCommit(db, {
    most: 3,
    sync: done => (syncs === null ? done(null) : void syncs.push(done)),
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

/** Until the writes of this turn of the loop are committed. */
const turnOfLoop = () => new Promise(resolve => setImmediate(resolve));

it('commits all writes of one turn of the loop together, and answers none before', async () => {
  let answered = false;
  const writes = [add('a'), add('b'), add('c')];
  void writes[0]?.then(() => {
    answered = true;
  });
  await Promise.resolve();
  expect([answered, names(), commits]).toEqual([false, [], []]);
  expect(await Promise.all(writes)).toEqual(['a', 'b', 'c']);
  expect([commits, db.isTransaction]).toEqual([[3], false]);
});

it('answers a write, and who read it, when it is fsynced and not before', async () => {
  await group.settled();
  syncs = [];
  const order: string[] = [];
  const write = add('a').then(name => order.push(name));
  await turnOfLoop();
  const reader = group.settled().then(() => order.push('reader'));
  await turnOfLoop();
  expect([names(), order, syncs.length]).toEqual([['a'], [], 1]);
  syncs[0]?.(null);
  await Promise.all([write, reader]);
  expect(order).toEqual(['a', 'reader']);
});

it('makes one group of all that comes while an fsync runs', async () => {
  syncs = [];
  const first = add('a');
  await turnOfLoop();
  const second = add('b');
  await turnOfLoop();
  const third = add('c');
  await turnOfLoop();
  expect([names(), commits, syncs.length]).toEqual([['a'], [1], 1]);
  syncs[0]?.(null);
  expect(await first).toBe('a');
  await turnOfLoop();
  expect([names(), commits, syncs.length]).toEqual([['a', 'b', 'c'], [1, 2], 2]);
  syncs[1]?.(null);
  expect(await Promise.all([second, third])).toEqual(['b', 'c']);
});

it('rejects all that may be missing after an fsync that failed, and readers until one succeeds', async () => {
  syncs = [];
  const [first, reader] = [add('a'), turnOfLoop().then(() => group.settled())];
  await turnOfLoop();
  await turnOfLoop();
  syncs[0]?.(new Error('the disk is ill'));
  expect(await ends([first, reader])).toEqual(['rejected', 'rejected']);
  const early = group.settled();
  const write = add('b');
  await turnOfLoop();
  syncs[1]?.(new Error('still'));
  expect(await ends([early])).toEqual(['rejected']);
  await turnOfLoop();
  syncs[2]?.(null);
  expect(await ends([write, group.settled()])).toEqual(['fulfilled', 'fulfilled']);
  expect([names(), syncs.length]).toEqual([['a', 'b'], 3]);
});

it('undoes one write that fails and keeps its neighbours', async () => {
  expect(await ends([add('a'), add('a'), add('b')])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([names(), undone, commits]).toEqual([['a', 'b'], 2, [1, 1]]);
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

it('rejects the one that fails at the commit itself, and keeps its neighbours', async () => {
  // A broken reference that is looked at only at the end.
  db.exec('pragma foreign_keys = on');
  db.exec('create table child (parent text references rows (name) deferrable initially deferred)');
  const orphan = group.run(() => db.exec("insert into child values ('nobody')"));
  expect(await ends([add('a'), orphan, add('b')])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([names(), commits, undone, db.isTransaction]).toEqual([['a', 'b'], [1, 1], 2, false]);
  expect(await ends([add('c')])).toEqual(['fulfilled']);
});

it('never answers for writes whose transaction was ended under them', async () => {
  const lost = group.run(() => {
    db.exec("insert into rows values ('x', null); rollback");
  });
  expect(await ends([add('a'), lost, add('b')])).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(names()).toEqual(['a', 'b']);
});

it('takes nothing after its end, and settles what was there', async () => {
  const [last, end] = [add('a'), group.end()];
  expect(await ends([last, end, add('b')])).toEqual(['fulfilled', 'fulfilled', 'rejected']);
});

it('says when it is behind, and is not after the commit', async () => {
  const writes = [add('a'), add('b')];
  expect(group.isBehind()).toBe(false);
  writes.push(add('c'));
  expect(group.isBehind()).toBe(true);
  await Promise.all(writes);
  expect(group.isBehind()).toBe(false);
});

it('rejects after the database was closed', async () => {
  db.close();
  expect(await ends([add('a')])).toEqual(['rejected']);
});
