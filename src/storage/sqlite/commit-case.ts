import type { CaseChange } from '../../cases/case.ts';
import { ConflictError } from '../../errors.ts';
import type { Sealer } from '../data-keys.ts';
import { hashOf } from '../hashes.ts';
import { extend, type History, type Linked, link } from '../history.ts';
import { type CaseRow, toCaseRow } from '../sealed-cases.ts';
import { one, orConflict, type SqliteContext, type Value } from './context.ts';

const COLUMNS: (keyof CaseRow)[] = [
  ...(['id', 'number', 'version', 'kind', 'status', 'privacy', 'service', 'agency'] as const),
  ...(['holder_district', 'district', 'corregimiento', 'incident', 'conversation_id'] as const),
  ...(['opening_conversation', 'opening_turn', 'opening_index'] as const),
  ...(['opened_at', 'due_at', 'wake_at', 'rating', 'confirmed', 'body_sealed', 'reporter_sealed'] as const),
];
const NAMES = [...COLUMNS, 'history_count', 'history_head'];
const INSERT = `insert into cases (${NAMES.join(', ')}) values (${NAMES.map(() => '?').join(', ')}) returning key`;
const UPDATE = `update cases set ${NAMES.map(name => `${name} = ?`).join(', ')} where key = ? and version = ?`;

/** Stores a new case or a changed one with what happened to it. Throws `ConflictError`. Runs inside a group. */
export function changeCase(context: SqliteContext, change: CaseChange): void {
  if (change.expectedVersion === 0) insertCase(context, change);
  else updateCase(context, change);
  if (change.idempotencyKey !== undefined) addIdempotency(context, change.idempotencyKey, change.case.id);
}

function insertCase(context: SqliteContext, change: CaseChange): void {
  const { id } = change.case;
  const links: Linked[] = [];
  orConflict(
    () => {
      const sealer = context.keys.make(id);
      links.push(...link(context.vault, sealer, change, { count: 0, head: '' }));
      const values = valuesOf(change, sealer, links, { count: 0, head: '' });
      const row = one<{ key: number }>(context.sql(INSERT), ...values);
      if (row) addEvents(context, row.key, links);
    },
    {
      'cases.number': 'number',
      'cases.opening_conversation': 'opening',
      'cases.id': 'case',
      'data_keys.owner': 'case',
    },
  );
}

interface Head extends History {
  key: number;
}

function updateCase(context: SqliteContext, change: CaseChange): void {
  const { id } = change.case;
  const query = 'select key, history_count as count, history_head as head from cases where id = ?';
  const before = one<Head>(context.sql(query), id);
  const sealer = context.keys.of(id);
  if (!before || !sealer) throw new ConflictError('case');
  const links = link(context.vault, sealer, change, before);
  const values = valuesOf(change, sealer, links, before);
  const { changes } = context.sql(UPDATE).run(...values, before.key, change.expectedVersion);
  if (changes !== 1) throw new ConflictError('case');
  addEvents(context, before.key, links);
}

function valuesOf(change: CaseChange, sealer: Sealer, links: Linked[], before: History): Value[] {
  const row = toCaseRow({ ...change.case, version: change.expectedVersion + 1 }, sealer);
  const { count, head } = extend(before, links);
  return [...COLUMNS.map(name => row[name]), count, head];
}

function addEvents(context: SqliteContext, key: number, links: Linked[]): void {
  const statement = context.sql(
    'insert into case_events (case_key, n, at, what, body_sealed, mac) values (?, ?, ?, ?, ?, ?)',
  );
  for (const { n, at, what, body, mac } of links) statement.run(key, n, at, what, body, mac);
}

function addIdempotency(context: SqliteContext, key: string, caseId: string): void {
  const statement = context.sql('insert into idempotency (key_hash, case_id) values (?, ?)');
  orConflict(() => statement.run(hashOf(context, 'idempotency', key), caseId), {
    'idempotency.key_hash': 'idempotency',
  });
}
