import { ConflictError } from '../../errors.ts';
import type { ParkedMessage, ParkedTalk } from '../queries.ts';
import { type MessageRow, toMessage } from '../sealed-rows.ts';
import type { Unparking } from '../store.ts';
import { all, findConversation, moveWaiting, type SqliteContext, type SqliteReads } from './context.ts';

const RETRY = `update messages set turn = null, parked = 0, parked_at = null, parked_reason = null
  where conversation = ? and seq = ? and parked = 1`;
const DROP = `update messages set parked = 2, dropped_at = ?, dropped_by = ?, dropped_reason = ?
  where conversation = ? and seq = ? and parked = 1`;

/** Does with messages put aside what a person decided. Throws `ConflictError`. Runs inside a group. */
export function unpark(context: SqliteContext, unparked: Unparking, key: number, at: number): void {
  const { sql } = context;
  for (const seq of unparked.seqs) {
    const { changes } =
      unparked.to === 'retry'
        ? sql(RETRY).run(key, seq)
        : sql(DROP).run(at, unparked.by, unparked.reason, key, seq);
    if (changes !== 1) throw new ConflictError('message');
  }
  if (unparked.to === 'retry') moveWaiting(context, key, 0);
}

const TALKS = `select c.id as conversationId, c.channel, min(m.parked_at) as since, count(*) as messages,
    (select l.parked_reason from messages l where l.conversation = m.conversation and l.parked = 1
     order by l.seq desc limit 1) as reason
  from messages m indexed by messages_parked join conversations c on c.key = m.conversation where m.parked = 1
  group by m.conversation order by since limit ?`;

/** Talks with messages put aside. */
export function parkedTalks({ sql }: SqliteReads, limit: number): ParkedTalk[] {
  const rows = all<Omit<ParkedTalk, 'since'> & { since: number }>(sql(TALKS), limit);
  return rows.map(row => ({ ...row, since: new Date(row.since) }));
}

interface ParkedRow extends MessageRow {
  parked_at: number;
  parked_reason: string;
}

/** The messages of a talk that were put aside. */
export function parkedMessages(context: SqliteReads, id: string, limit: number): ParkedMessage[] {
  const found = findConversation(context, id);
  if (!found) return [];
  const query = 'select * from messages where conversation = ? and parked = 1 order by seq limit ?';
  return all<ParkedRow>(context.sql(query), found.key, limit).map(row => ({
    message: toMessage(row, found.sealer, id),
    ...{ parkedAt: new Date(row.parked_at), reason: row.parked_reason },
  }));
}
