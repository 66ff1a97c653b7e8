import { DatabaseSync } from 'node:sqlite';

/** What a service left undone, as its own file tells it. */
export interface Undone {
  /** Messages no turn has consumed. */
  unconsumed: number;
  /** Messages to citizens that are not sent. */
  unsent: number;
  /** News whose road failed, and that nobody has looked at since. */
  news: number;
  /** Of these, the calls to the platform that were under way. */
  sending: number;
  /** The last row of each table: what stands up to there was there at this moment. */
  lastMessage: number;
  lastOutbound: number;
}

const UNSENT = `state in ('pending', 'sending', 'unknown')`;

/** Looks at the file for a moment, read-only, and lets it go. */
export function peek<T>(file: string, look: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

const UNCONSUMED = `turn is null and conversation not in (select key from conversations where erased_at is not null)`;

/** What is undone in a store. */
export function undoneIn(db: DatabaseSync): Undone {
  const one = oneOf(db);
  return {
    lastMessage: one('select max(key) as n from messages') ?? 0,
    lastOutbound: one('select max(key) as n from outbound') ?? 0,
    unconsumed: one(`select count(*) as n from messages where ${UNCONSUMED}`) ?? 0,
    unsent: one(`select count(*) as n from outbound where ${UNSENT}`) ?? 0,
    news: one('select count(*) as n from notices where wake_at = 0') ?? 0,
    sending: one(`select count(*) as n from outbound where state = 'sending'`) ?? 0,
  };
}

/** The first row of each table that is undone; Infinity: none is. */
export function firstUndoneIn(db: DatabaseSync): { message: number; outbound: number } {
  const one = oneOf(db);
  return {
    message: one(`select min(key) as n from messages where ${UNCONSUMED}`) ?? Infinity,
    outbound: one(`select min(key) as n from outbound where ${UNSENT}`) ?? Infinity,
  };
}

/** When the earliest thing that is undone came, ms since 1970; Infinity: nothing is. */
export function oldestIn(db: DatabaseSync): number {
  const one = oneOf(db);
  const message = one(`select min(received_at) as n from messages where ${UNCONSUMED}`);
  const reply = one(`select min(created_at) as n from outbound where ${UNSENT}`);
  return Math.min(message ?? Infinity, reply ?? Infinity);
}

function oneOf(db: DatabaseSync): (sql: string) => number | null {
  return sql => {
    const { n } = db.prepare(sql).get() as { n: number | null };
    return n === null ? null : Number(n);
  };
}

/** A citizen's message as stored. */
export interface MessageRow {
  conversation: number;
  seq: number;
  turn: number | null;
}

/** An outbound as stored. */
export interface OutboundRow {
  id: string;
  conversation: number;
  seq: number;
  turn: number | null;
  maybe_duplicate: number;
  state: string;
  class: string;
}

/** How many words of people were not sent. */
export function unheardIn(db: DatabaseSync): number {
  const sql = "select count(*) as n from outbound where author = 'person' and state = 'rejected'";
  return Number((db.prepare(sql).get() as { n: number }).n);
}

/** The talks of a channel, by our own id: the number under which rows name it. */
export function talksIn(db: DatabaseSync, channel: string): Map<string, number> {
  const rows = db
    .prepare('select id, key from conversations where channel = ? and erased_at is null')
    .all(channel);
  return new Map(rows.map(row => [String(row['id']), Number(row['key'])]));
}

/** Messages by the keyed hash of their provider's id, in hex. */
export function messagesIn(db: DatabaseSync): Map<string, MessageRow> {
  const rows = db.prepare('select lower(hex(key_hash)) as hash, conversation, seq, turn from messages').all();
  return new Map(rows.map(row => [String(row['hash']), row as unknown as MessageRow]));
}

/** Everything said to citizens, by our own id. */
export function outboundIn(db: DatabaseSync): Map<string, OutboundRow> {
  const sql = 'select id, conversation, seq, turn, maybe_duplicate, state, class from outbound';
  return new Map(
    db
      .prepare(sql)
      .all()
      .map(row => [String(row['id']), row as unknown as OutboundRow]),
  );
}
