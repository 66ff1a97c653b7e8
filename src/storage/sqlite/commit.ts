import { ConflictError } from '../../errors.ts';
import { outboundBody } from '../sealed-rows.ts';
import type { Change, Committed, ConversationChange, NewOutbound } from '../store.ts';
import { columnsOf } from '../talk-rows.ts';
import { changeCase } from './commit-case.ts';
import { keyOf, moveWaiting, one, orConflict, type SqliteContext } from './context.ts';
import { addCorrection } from './corrections.ts';
import { erase } from './erase.ts';
import { changeNotice, keyOfNotice } from './notices.ts';
import { unpark } from './parked.ts';
import { changeProof } from './people.ts';

/** Applies a change, all of it. Throws `ConflictError` when the world moved. Runs inside a group. */
export function commit(context: SqliteContext, change: Change): Committed {
  const at = change.at.getTime();
  const moved = change.conversation ? changeConversation(context, change.conversation, at) : null;
  for (const talk of change.talks ?? []) changeConversation(context, talk, at);
  for (const caseChange of change.cases ?? []) {
    changeCase(context, caseChange);
    if (caseChange.correction) addCorrection(context, caseChange.case, caseChange.correction, at);
  }
  if (change.notice) changeNotice(context, change.notice, at);
  const keyOfTalk = (id: string): number | null =>
    moved && id === change.conversation?.id ? moved.key : keyOf(context, id);
  const seqs = (change.outbound ?? []).map(outbound => {
    return addOutbound(context, outbound, keyOfTalk(outbound.conversationId), at);
  });
  const codes = change.proof ? changeProof(context, change.proof, at) : [];
  for (const word of codes) addOutbound(context, word, keyOf(context, word.conversationId), at);
  if (change.erase) erase(context, change.erase, at);
  const [code] = codes;
  return { version: moved?.version ?? null, seqs, ...(code ? { codeTo: code.conversationId } : {}) };
}

interface Moved {
  key: number;
  version: number;
  turns: number;
}

function changeConversation(context: SqliteContext, change: ConversationChange, at: number): Moved {
  const { id, expectedVersion, consumed, turn } = change;
  const set = columnsOf(change.set, () => {
    const sealer = context.keys.of(id);
    if (!sealer) throw new ConflictError('conversation');
    return sealer;
  });
  const names = Object.keys(set);
  const row = one<Moved>(
    context.sql(
      `update conversations set version = version + 1, turns = turns + ?${names.map(name => `, ${name} = ?`).join('')}
       where id = ? and version = ? and erased_at is null returning key, version, turns`,
    ),
    Number(turn),
    ...Object.values(set),
    id,
    expectedVersion,
  );
  if (!row) throw new ConflictError('conversation');
  if (change.unparked) unpark(context, change.unparked, row.key, at);
  if (consumed.length > 0) consume(context, change, row, at);
  return row;
}

function consume(
  context: SqliteContext,
  { consumed, parked }: ConversationChange,
  { key, turns }: Moved,
  at: number,
): void {
  const aside = parked === undefined ? [0, null, null] : [1, at, parked];
  const statement = context.sql(
    `update messages set turn = ?, parked = ?, parked_at = ?, parked_reason = ?
     where conversation = ? and seq = ? and turn is null`,
  );
  for (const seq of consumed) {
    if (statement.run(turns, ...aside, key, seq).changes !== 1) {
      throw new ConflictError('message');
    }
  }
  moveWaiting(context, key);
}

function addOutbound(context: SqliteContext, outbound: NewOutbound, key: number | null, at: number): number {
  const { conversationId, id, state, turn, from, class: kind, asks, caseId } = outbound;
  const placed = key === null ? null : nextSeq(context, key);
  const sealer = placed === null ? null : context.keys.of(conversationId);
  if (placed === null || sealer === null) throw new ConflictError('conversation');
  const body = sealer.seal(`outbound.${placed}`, outboundBody(outbound));
  const statement = context.sql(
    // Due since ever: a clock that is set back must not hold back what was never tried.
    `insert into outbound (conversation, seq, id, turn, author, class, asks, case_id, created_at, state, attempt,
       due_at, accepts, maybe_duplicate, body_sealed, notice) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0, ?, ?)`,
  );
  const accepts = Number(state === 'accepted');
  const notice = outbound.noticeId === undefined ? null : keyOfNotice(context, outbound.noticeId);
  orConflict(
    () => statement.run(key, placed, id, turn, from, kind, asks, caseId, at, state, accepts, body, notice),
    { 'outbound.id': 'outbound' },
  );
  return placed;
}

function nextSeq(context: SqliteContext, key: number): number | null {
  const statement = context.sql('update counters set seq = seq + 1 where conversation = ? returning seq');
  return one<{ seq: number }>(statement, key)?.seq ?? null;
}
