import type { CaseChange, CaseEvent } from '../../cases/case.ts';
import { type Conflict, ConflictError } from '../../errors.ts';
import { type CaseRow, eventBody, fromDate, outboundBody, toCaseRow } from '../sealed-rows.ts';
import type { Change, Committed, ConversationChange, ConversationSet, NewOutbound } from '../store.ts';
import { isUnique, one, type SqliteContext, sealerOf, type Value } from './context.ts';

/** Applies a change, all of it. Throws `ConflictError` when the world moved. Runs inside a group. */
export function commit(context: SqliteContext, change: Change): Committed {
  const at = change.at.getTime();
  const version = change.conversation ? changeConversation(context, change.conversation, at) : null;
  for (const caseChange of change.cases ?? []) changeCase(context, caseChange);
  const seqs = (change.outbound ?? []).map(outbound => addOutbound(context, outbound, at));
  if (change.erase) erase(context, change.erase, at);
  return { version, seqs };
}

function changeConversation(context: SqliteContext, change: ConversationChange, at: number): number {
  const { id, expectedVersion, consumed, turn } = change;
  const set = columnsOf(context, id, change.set);
  const names = Object.keys(set);
  const row = one<{ version: number; turns: number }>(
    context.sql(
      `update conversations set version = version + 1, turns = turns + ?, pending = pending - ?
         ${names.map(name => `, ${name} = ?`).join('')}
       where id = ? and version = ? and erased_at is null returning version, turns`,
    ),
    Number(turn),
    consumed.length,
    ...Object.values(set),
    id,
    expectedVersion,
  );
  if (!row) throw new ConflictError('conversation');
  if (turn)
    context.sql('insert into turns (conversation_id, turn, at) values (?, ?, ?)').run(id, row.turns, at);
  consume(context, change, row.turns);
  return row.version;
}

function consume(context: SqliteContext, { id, consumed, parked }: ConversationChange, turn: number): void {
  const statement = context.sql(
    'update messages set turn = ?, parked = ? where conversation_id = ? and seq = ? and turn is null',
  );
  for (const seq of consumed) {
    if (statement.run(turn, Number(parked ?? false), id, seq).changes !== 1)
      throw new ConflictError('message');
  }
}

function columnsOf(context: SqliteContext, id: string, set: ConversationSet): Record<string, Value> {
  const columns: Record<string, Value> = {};
  if (set.mode !== undefined) columns['mode'] = set.mode;
  if (set.reason !== undefined) columns['reason'] = set.reason;
  if (set.review !== undefined) columns['review'] = Number(set.review);
  if (set.since !== undefined) columns['since'] = fromDate(set.since);
  if (set.takenBy !== undefined) columns['taken_by'] = set.takenBy;
  if (set.optedOut !== undefined) columns['opted_out'] = Number(set.optedOut);
  if (set.wakeAt !== undefined) columns['wake_at'] = fromDate(set.wakeAt);
  if (set.failures !== undefined) columns['failures'] = set.failures;
  if (set.state !== undefined) columns['state_sealed'] = sealerOf(context, id).seal('state', set.state);
  if (set.name !== undefined) {
    columns['name_sealed'] = set.name === null ? null : sealerOf(context, id).seal('name', set.name);
  }
  return columns;
}

const CASE_COLUMNS: (keyof CaseRow)[] = [
  ...([
    'id',
    'number',
    'version',
    'kind',
    'status',
    'privacy',
    'service',
    'agency',
    'holder_district',
  ] as const),
  ...(['district', 'corregimiento', 'conversation_id', 'opening_conversation', 'opening_turn'] as const),
  ...(['opening_index', 'opened_at', 'due_at', 'wake_at', 'rating', 'confirmed'] as const),
  ...(['body_sealed', 'reporter_sealed'] as const),
];

function changeCase(context: SqliteContext, change: CaseChange): void {
  const isNew = change.expectedVersion === 0;
  const { id } = change.case;
  const sealer = isNew ? context.keys.make(id) : sealerOf(context, id);
  const row = toCaseRow({ ...change.case, version: change.expectedVersion + 1 }, sealer);
  const history = isNew ? { count: 0, head: '' } : historyOf(context, id);
  const { count, head } = appendHistory(context, id, change.events, history);
  const values = [...CASE_COLUMNS.map(name => row[name]), count, head];
  if (isNew) insertCase(context, values);
  else updateCase(context, id, change.expectedVersion, values);
  if (change.idempotencyKey !== undefined) addIdempotency(context, change.idempotencyKey, id);
}

function insertCase(context: SqliteContext, values: Value[]): void {
  const names = [...CASE_COLUMNS, 'history_count', 'history_head'];
  const statement = context.sql(
    `insert into cases (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  orConflict(() => statement.run(...values), {
    'cases.number': 'number',
    'cases.opening_conversation': 'opening',
  });
}

function updateCase(context: SqliteContext, id: string, expectedVersion: number, values: Value[]): void {
  const names = [...CASE_COLUMNS, 'history_count', 'history_head'];
  const statement = context.sql(
    `update cases set ${names.map(name => `${name} = ?`).join(', ')} where id = ? and version = ?`,
  );
  if (statement.run(...values, id, expectedVersion).changes !== 1) throw new ConflictError('case');
}

interface History {
  count: number;
  head: string;
}

function historyOf(context: SqliteContext, caseId: string): History {
  const query = 'select history_count as count, history_head as head from cases where id = ?';
  const row = one<History>(context.sql(query), caseId);
  if (!row) throw new ConflictError('case');
  return row;
}

function appendHistory(
  context: SqliteContext,
  caseId: string,
  events: CaseEvent[],
  history: History,
): History {
  const sealer = sealerOf(context, caseId);
  let { count, head } = history;
  for (const event of events) {
    count += 1;
    const body = sealer.seal(`event.${count}`, eventBody(event));
    head = chain(context, head, { caseId, n: count, at: event.at.getTime(), what: event.what, body });
    context
      .sql('insert into case_events (case_id, n, at, what, body_sealed, mac) values (?, ?, ?, ?, ?, ?)')
      .run(caseId, count, event.at.getTime(), event.what, body, head);
  }
  return { count, head };
}

/** One link of a case's history: what the keyed hash covers. */
export interface Link {
  caseId: string;
  n: number;
  at: number;
  what: string;
  body: Uint8Array;
}

/** The keyed hash over the link before and this one's row as it is stored. */
export function chain({ vault }: Pick<SqliteContext, 'vault'>, before: string, link: Link): string {
  const { caseId, n, at, what, body } = link;
  return vault.hash('history', before, caseId, String(n), String(at), what, Buffer.from(body));
}

function addIdempotency(context: SqliteContext, key: string, caseId: string): void {
  const statement = context.sql('insert into idempotency (key_hash, case_id) values (?, ?)');
  orConflict(() => statement.run(context.vault.hash('idempotency', key), caseId), {
    'idempotency.key_hash': 'idempotency',
  });
}

function addOutbound(context: SqliteContext, outbound: NewOutbound, at: number): number {
  const { conversationId, id, state } = outbound;
  const placed = one<{ seq: number }>(
    context.sql('update conversations set seq = seq + 1 where id = ? and erased_at is null returning seq'),
    conversationId,
  );
  if (!placed) throw new ConflictError('conversation');
  const { seq } = placed;
  const body = sealerOf(context, conversationId).seal(`outbound.${seq}`, outboundBody(outbound));
  const statement = context.sql(
    `insert into outbound (conversation_id, seq, id, turn, author, class, asks, case_id, created_at, state, attempt,
       due_at, accepts, maybe_duplicate, body_sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, ?)`,
  );
  const { turn, from, class: kind, asks, caseId } = outbound;
  const accepts = Number(state === 'accepted');
  orConflict(
    () =>
      statement.run(conversationId, seq, id, turn, from, kind, asks, caseId, at, state, at, accepts, body),
    { 'outbound.id': 'outbound' },
  );
  return seq;
}

function orConflict(write: () => unknown, conflicts: Record<string, Conflict>): void {
  try {
    write();
  } catch (error) {
    for (const [column, what] of Object.entries(conflicts)) {
      if (isUnique(error, column)) throw new ConflictError(what);
    }
    throw error;
  }
}

function erase(context: SqliteContext, change: NonNullable<Change['erase']>, at: number): void {
  const { conversationId, caseIds } = change;
  context.sql('delete from data_keys where owner = ?').run(conversationId);
  context.keys.forget(conversationId);
  context
    .sql(
      `update conversations set erased_at = ?, address_hash = null, address_sealed = null, name_sealed = null,
         state_sealed = null, pending = 0, wake_at = null, mode = 'bot', review = 0 where id = ?`,
    )
    .run(at, conversationId);
  context
    .sql(
      `update outbound set state = 'rejected', code = 'erased'
       where conversation_id = ? and state in ('pending', 'sending', 'unknown')`,
    )
    .run(conversationId);
  context.sql('delete from media where conversation_id = ?').run(conversationId);
  for (const id of caseIds) {
    context.sql('update cases set reporter_sealed = null, conversation_id = null where id = ?').run(id);
  }
}
