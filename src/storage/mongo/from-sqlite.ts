import type { StatementSync } from 'node:sqlite';
import type { CollectionName } from './documents.ts';
import { chunkId, piecesOf } from './media.ts';

/** A document as it is stored. */
export type Doc = Record<string, unknown> & { _id: string | number };

const HEX = (column: string): string => `lower(hex(${column}))`;

/** How each collection's documents lie in the tables of the embedded store; a column ending in `_json` is a list. */
const READS: [CollectionName, string][] = [
  ['data_keys', 'select owner as _id, wrapped from data_keys'],
  [
    'conversations',
    `select c.id as _id, c.channel, c.account, c.address_hash, c.address_sealed, c.name_sealed, c.state_sealed,
       c.route_sealed, c.version, c.turns, n.seq, c.mode, c.reason, c.review, c.since, c.taken_by, c.opted_out,
       c.wake_at, c.failures, c.created_at, n.last_inbound_at, n.waiting_from, n.waiting_since, c.person,
       (select count(*) from media m where m.conversation = c.key) as files, c.erased_at
     from conversations c join counters n on n.conversation = c.key order by c.key`,
  ],
  [
    'other_addresses',
    `select ${HEX('o.address_hash')} as _id, c.id as conversation_id from other_addresses o
     join conversations c on c.key = o.conversation`,
  ],
  [
    'messages',
    `select c.id || '.' || m.seq as _id, c.id as conversation_id, c.channel, m.seq, m.key_hash, m.print_hash,
       m.received_at, m.turn, m.parked, m.parked_at, m.parked_reason, m.dropped_at, m.dropped_by, m.dropped_reason,
       m.possible_repeat, m.body_sealed,
       (select json_group_array(l.media order by l.key) from message_media l
        where l.conversation = m.conversation and l.seq = m.seq) as files_json
     from messages m join conversations c on c.key = m.conversation order by m.key`,
  ],
  [
    'outbound',
    `select o.id as _id, c.id as conversation_id, c.channel, c.account, o.seq, o.turn, o.author, o.class, o.asks,
       o.case_id, o.created_at, o.state, o.attempt, o.started_at,
       case when o.state in ('pending', 'sending', 'unknown') then coalesce(o.due_at, 0) end as due_at,
       o.accepts, o.maybe_duplicate, o.provider_hash, o.code, o.receipt, o.receipt_attempt, n.id as notice_id,
       o.body_sealed, (select json_group_array(
         json_object('attempt', r.attempt, 'state', r.state, 'at', r.at) order by r.key)
         from receipts r where r.outbound = o.key) as receipts_json
     from outbound o join conversations c on c.key = o.conversation left join notices n on n.key = o.notice
     order by o.key`,
  ],
  [
    'cases',
    `select id as _id, number, version, kind, status, privacy, service, agency, holder_district, district,
       corregimiento, incident, conversation_id, opening_conversation, opening_turn, opening_index, opened_at,
       due_at, wake_at, rating, confirmed, history_count, history_head, body_sealed, reporter_sealed
     from cases order by key`,
  ],
  [
    'case_events',
    `select k.id || '.' || e.n as _id, k.id as case_id, e.n, e.at, e.what, e.body_sealed, e.mac
     from case_events e join cases k on k.key = e.case_key order by e.key`,
  ],
  ['idempotency', `select ${HEX('key_hash')} as _id, case_id from idempotency`],
  [
    'corrections',
    `select key as _id, owner, case_id, n, at, source, corrector_hash, body_sealed from corrections
     order by key`,
  ],
  ['sequences', `select 'corrections' as _id, max(key) as last from corrections having max(key) is not null`],
  [
    'notices',
    `select n.id as _id, n.case_id, row_number() over (partition by n.case_id order by n.key) as n, n.kind, n.at,
       n.wake_at, n.body_sealed, (select json_group_array(json_object('at', a.at, 'step', a.step, 'road', a.road,
         'conversation_id', c.id, 'reason', a.reason, 'what', a.what, 'code', a.code) order by a.n)
         from attempts a left join conversations c on c.key = a.conversation where a.notice = n.key) as attempts_json
     from notices n order by n.key`,
  ],
  [
    'proofs',
    `select cast(p.key as text) as _id, c.id as conversation_id, o.id as other_id, p.code_hash, p.asked_at,
       p.until, p.misses
     from proofs p join conversations c on c.key = p.conversation join conversations o on o.key = p.other`,
  ],
  [
    'budgets',
    `select budget as _id, json_group_array(at order by key) as spent_json, max(at) as last_at from spent
     group by budget`,
  ],
  ['bookmarks', 'select name as _id, value from bookmarks'],
  ['leases', 'select name as _id, holder, token, beat from leases'],
  [
    'api_keys',
    'select id as _id, name, role, agency, district, created_at, revoked_at, secret_hash from api_keys',
  ],
];

const FILES = `select c.id as conversation_id, m.id as media, m.type, m.bytes, m.body_sealed
  from media m join conversations c on c.key = m.conversation order by m.key`;

/** Prepares a statement. */
type Sql = (text: string) => StatementSync;

/** Everything the tables of an embedded store hold, document by document, in the order it was written. */
export function* documentsOf(sql: Sql): Generator<[CollectionName, Doc]> {
  for (const [name, query] of READS) {
    for (const row of sql(query).iterate()) yield [name, toDoc(row)];
  }
  for (const row of sql(FILES).iterate()) yield* filesOf(toDoc(row));
}

function toDoc(row: Record<string, unknown>): Doc {
  const fields = Object.entries(row).map(([name, value]) => {
    if (name.endsWith('_json')) return [name.slice(0, -'_json'.length), JSON.parse(String(value))];
    return [name, value instanceof Uint8Array ? Buffer.from(value) : value];
  });
  return Object.fromEntries(fields) as Doc;
}

function* filesOf({ body_sealed, ...row }: Doc): Generator<[CollectionName, Doc]> {
  const [owner, media] = [String(row['conversation_id']), String(row['media'])];
  const pieces = piecesOf(body_sealed as Buffer);
  yield ['media', { ...row, _id: `${owner}.${media}`, chunks: pieces.length }];
  for (const [n, body] of pieces.entries()) {
    yield ['media_chunks', { _id: chunkId(owner, media, n), conversation_id: owner, body }];
  }
}
