import { ConflictError } from '../../errors.ts';
import type { ProofChange } from '../changes.ts';
import { DAY_MS, MOST_CODES, MOST_MISSES } from '../people-rules.ts';
import type { PendingProof } from '../queries.ts';
import { type ConversationRow, toConversation } from '../sealed-rows.ts';
import type { Conversation, NewOutbound } from '../store.ts';
import { all, CONVERSATION, keyOf, one, type SqliteContext, type SqliteReads } from './context.ts';
import { openConversation } from './inbound.ts';

/** What a change of proofs left to be done: words for another conversation. */
export type CodeWords = NewOutbound[];

/** Applies a change of proofs; the words to be sent with it. Throws `ConflictError`. Runs inside a group. */
export function changeProof(context: SqliteContext, change: ProofChange, at: number): CodeWords {
  const key = keyOf(context, change.conversationId);
  if (key === null) throw new ConflictError('conversation');
  switch (change.what) {
    case 'asked':
      return ask(context, change, key, at);
    case 'proven':
      prove(context, change, key, at);
      return [];
    case 'missed':
      miss(context, change, key, at);
      return [];
    case 'left':
      context.sql('update conversations set person = null where key = ?').run(key);
      return [];
  }
}

function ask(
  context: SqliteContext,
  { to, codeHash, until, words }: Extract<ProofChange, { what: 'asked' }>,
  other: number,
  at: number,
): CodeWords {
  const { sql } = context;
  const conversationId = openConversation(context, to, null, at);
  const conversation = keyOf(context, conversationId);
  sql('delete from proofs where asked_at <= ?').run(at - 2 * DAY_MS);
  const query = 'select count(*) as n from proofs where conversation = ? and asked_at > ?';
  const sent = one<{ n: number }>(sql(query), conversation, at - DAY_MS)?.n ?? 0;
  // It counts for who asked all the same: nobody finds out by asking who is written to.
  const isSent = sent < MOST_CODES;
  if (isSent) sql('update proofs set code_hash = null where conversation = ?').run(conversation);
  sql(
    'insert into proofs (conversation, other, code_hash, asked_at, until, misses) values (?, ?, ?, ?, ?, 0)',
  ).run(conversation, other, isSent ? codeHash : null, at, until.getTime());
  return isSent ? words.map(word => ({ ...word, conversationId })) : [];
}

interface ProofRow {
  key: number;
  other: number;
}

function pendingRow({ sql }: SqliteContext, conversation: number, codeHash: string, at: number): ProofRow {
  const query = 'select key, other from proofs where conversation = ? and code_hash = ? and until > ?';
  const row = one<ProofRow>(sql(query), conversation, codeHash, at);
  if (!row) throw new ConflictError('conversation');
  return row;
}

/** Whoever was known with either of them before is the same person too. */
function prove(
  context: SqliteContext,
  { codeHash }: Extract<ProofChange, { what: 'proven' }>,
  conversation: number,
  at: number,
): void {
  const { sql } = context;
  const { key, other } = pendingRow(context, conversation, codeHash, at);
  sql('update proofs set code_hash = null where key = ?').run(key);
  const personOf = sql('select person from conversations where key = ? and erased_at is null');
  const [own, theirs] = [conversation, other].map(talk => one<{ person: string | null }>(personOf, talk));
  // Who asked is gone: nobody is left to be the same as.
  if (!own || !theirs) return;
  const person = theirs.person ?? own.person ?? context.newId();
  sql('update conversations set person = ?1 where key in (?2, ?3)').run(person, conversation, other);
  if (own.person !== null && own.person !== person)
    sql('update conversations set person = ? where person = ?').run(person, own.person);
}

function miss(
  context: SqliteContext,
  { codeHash }: Extract<ProofChange, { what: 'missed' }>,
  conversation: number,
  at: number,
): void {
  const { key } = pendingRow(context, conversation, codeHash, at);
  context
    .sql(
      `update proofs set misses = misses + 1, code_hash = case when misses + 1 >= ? then null else code_hash end
       where key = ?`,
    )
    .run(MOST_MISSES, key);
}

interface PendingRow {
  codeHash: string | null;
  until: number;
  askedOn: string;
  asked: number;
}

/** The code that waits in a conversation, and how many were asked for in it since a time. */
export function proofOf(
  context: SqliteReads,
  conversationId: string,
  since: number,
): { pending: PendingProof | null; asked: number } {
  const query = `select p.code_hash as codeHash, p.until, c.channel as askedOn,
      (select count(*) from proofs where other = t.key and conversation <> t.key and asked_at > ?2) as asked
    from conversations t left join proofs p on p.conversation = t.key and p.code_hash is not null
    left join conversations c on c.key = p.other where t.id = ?1`;
  const row = one<PendingRow>(context.sql(query), conversationId, since);
  const { codeHash = null, asked = 0 } = row ?? {};
  if (!row || codeHash === null) return { pending: null, asked };
  return { pending: { codeHash, until: new Date(row.until), askedOn: row.askedOn }, asked };
}

/** The other conversations of the same person, the one they wrote in last first. */
export function othersOfPerson(context: SqliteReads, conversationId: string): Conversation[] {
  const query = `${CONVERSATION} where c.person = (select person from conversations where id = ?1) and c.id <> ?1
    and c.erased_at is null order by n.last_inbound_at desc, c.key`;
  return all<ConversationRow>(context.sql(query), conversationId).flatMap(row => {
    const sealer = context.keys.of(row.id);
    return sealer ? [toConversation(row, sealer)] : [];
  });
}
