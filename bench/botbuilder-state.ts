import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Storage } from 'botbuilder';
import { createGroupCommit } from '../src/storage/sqlite/group-commit.ts';
import { syncLogOf } from '../src/storage/sqlite/log-sync.ts';

/** A row a talk in SQLite, written in the groups of our own store, each on the disk before its turn is told to be over. */
export function durable(folder: string): Storage {
  const db = new DatabaseSync(path.join(folder, 'peer.db'));
  db.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 4000');
  db.exec('create table state (id text primary key, body text) without rowid');
  const read = db.prepare('select body from state where id = ?');
  const write = db.prepare('replace into state values (?, ?)');
  const { sync } = syncLogOf(db, path.join(folder, 'peer.db'));
  const group = createGroupCommit(db, { most: 10_000, sync, committed: () => {}, undone: () => {} });
  const found = (id: string): [string, object][] => {
    const row = read.get(id);
    return row ? [[id, JSON.parse(String(row['body']))]] : [];
  };
  return {
    read: async ids => Object.fromEntries(ids.flatMap(found)),
    write: changes =>
      group.run(() => {
        for (const [id, state] of Object.entries(changes)) write.run(id, JSON.stringify(state));
      }),
    delete: async () => {},
  };
}
