import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Storage } from 'botbuilder';
import { createGroupCommit, type GroupCommit } from '../src/storage/sqlite/group-commit.ts';
import { syncLogOf } from '../src/storage/sqlite/log-sync.ts';

/** What a bot keeps of its turns, each time on the disk before its promise resolves. */
export interface Ledger {
  storage: Storage;
  /** Stores a message before its turn begins. */
  hear(talk: string, text: string): Promise<void>;
  /** What the turn says and opens, to be stored with its state. */
  reply(talk: string, text: string): void;
  open(talk: string, opened: { number: string }): void;
}

/** Keeps the state and nothing else. */
export function stateOnly(storage: Storage): Ledger {
  return { storage, hear: async () => {}, reply: () => {}, open: () => {} };
}

/** A row a talk in SQLite, written in the groups of our own store. */
export function durableState(folder: string): Storage {
  const { db, group } = opened(path.join(folder, 'state.db'));
  return stateRows(db, change => group.run(change));
}

/** What happens on filing is kept in as many rows as ours: received, routed, assigned. */
const STEPS = ['received', 'routed', 'assigned'];

/**
 * As many documents as ours writes, as durable, none of them sealed: the message before the turn; then in one transaction the state, the message
 * marked, the reply to be sent, the case and its history.
 */
export function openLedger(folder: string): Ledger {
  const { db, group } = opened(path.join(folder, 'ledger.db'));
  db.exec(`create table messages (key integer primary key, id text not null unique, talk text, body text, at integer, turn integer);
    create table replies (key integer primary key, talk text, body text, at integer, state text);
    create table cases (number text primary key, talk text, body text) without rowid;
    create table events (number text, n integer, what text, at integer, primary key (number, n)) without rowid`);
  const addMessage = db.prepare('insert into messages (id, talk, body, at) values (?, ?, ?, ?)');
  const markMessage = db.prepare('update messages set turn = 1 where key = ? and turn is null');
  const addReply = db.prepare("insert into replies (talk, body, at, state) values (?, ?, ?, 'pending')");
  const addCase = db.prepare('insert into cases values (?, ?, ?)');
  const addEvent = db.prepare('insert into events values (?, ?, ?, ?)');
  const turns = new Map<string, Told>();
  const write = (talk: string): void => {
    const turn = turns.get(talk);
    if (turn === undefined || markMessage.run(turn.message).changes !== 1)
      throw new Error('no message waits');
    for (const text of turn.replies) addReply.run(talk, text, Date.now());
    for (const one of turn.cases) {
      addCase.run(one.number, talk, JSON.stringify(one));
      for (const [n, what] of STEPS.entries()) addEvent.run(one.number, n, what, Date.now());
    }
  };
  return {
    storage: stateRows(db, (change, talks) => {
      return group.run(() => {
        change();
        for (const talk of talks) write(talk);
      });
    }),
    hear: async (talk, text) => {
      const add = () => addMessage.run(randomUUID(), talk, text, Date.now()).lastInsertRowid;
      turns.set(talk, { message: await group.run(add), replies: [], cases: [] });
    },
    reply: (talk, text) => void turns.get(talk)?.replies.push(text),
    open: (talk, one) => void turns.get(talk)?.cases.push(one),
  };
}

/** One turn so far. */
interface Told {
  message: number | bigint;
  replies: string[];
  cases: { number: string }[];
}

function opened(file: string): { db: DatabaseSync; group: GroupCommit } {
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = wal; pragma wal_autocheckpoint = 4000;
    create table state (id text primary key, body text) without rowid`);
  // The log is a file from the first write on.
  const { sync } = syncLogOf(db, file);
  return {
    db,
    group: createGroupCommit(db, { most: 10_000, sync, committed: () => {}, undone: () => {} }),
  };
}

function stateRows(
  db: DatabaseSync,
  store: (change: () => void, talks: string[]) => Promise<unknown>,
): Storage {
  const read = db.prepare('select body from state where id = ?');
  const write = db.prepare('replace into state values (?, ?)');
  const found = (id: string): [string, object][] => {
    const row = read.get(id);
    return row ? [[id, JSON.parse(String(row['body']))]] : [];
  };
  return {
    read: async ids => Object.fromEntries(ids.flatMap(found)),
    write: async changes => {
      const change = (): void => {
        for (const [id, state] of Object.entries(changes)) write.run(id, JSON.stringify(state));
      };
      await store(change, Object.keys(changes).map(talkOf));
    },
    delete: async () => {},
  };
}

/** `sms/conversations/+50760000001/` */
function talkOf(id: string): string {
  return id.split('/')[2] ?? '';
}
