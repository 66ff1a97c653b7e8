import type { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../errors.ts';

/**
 * Numbered steps from an empty file to today's tables; a step, once released, never changes. Times are
 * milliseconds since 1970 UTC, booleans 0 or 1, columns ending in `_sealed` are blobs of the vault,
 * columns ending in `_hash` keyed hashes.
 */
const MIGRATIONS: string[] = [
  `
  create table meta (name text primary key, value text not null) without rowid;
  create table data_keys (owner text primary key, wrapped blob not null) without rowid;
  create table conversations (
    id text primary key, channel text not null, account text not null, address_hash text unique,
    address_sealed blob, name_sealed blob, state_sealed blob,
    version integer not null, turns integer not null, seq integer not null, pending integer not null,
    mode text not null, reason text, review integer not null, since integer, taken_by text,
    opted_out integer not null, wake_at integer, failures integer not null,
    created_at integer not null, last_inbound_at integer, erased_at integer
  ) without rowid;
  create index conversations_pending on conversations (last_inbound_at) where pending > 0;
  create index conversations_wake on conversations (wake_at) where wake_at is not null;
  create index conversations_people on conversations (since) where mode <> 'bot' or review = 1;
  create table messages (
    conversation_id text not null, seq integer not null, id text not null unique, key_hash text not null unique,
    print_hash text, received_at integer not null, turn integer, parked integer not null,
    possible_repeat integer not null, body_sealed blob not null,
    primary key (conversation_id, seq)
  ) without rowid;
  create index messages_waiting on messages (conversation_id, seq) where turn is null;
  create index messages_print on messages (print_hash) where print_hash is not null;
  create table turns (
    conversation_id text not null, turn integer not null, at integer not null,
    primary key (conversation_id, turn)
  ) without rowid;
  create table outbound (
    conversation_id text not null, seq integer not null, id text not null unique, turn integer,
    author text not null, class text not null, asks text not null, case_id text, created_at integer not null,
    state text not null, attempt integer not null, started_at integer, due_at integer,
    accepts integer not null, maybe_duplicate integer not null, provider_hash text, code text,
    receipt text, receipt_attempt integer, body_sealed blob not null,
    primary key (conversation_id, seq)
  ) without rowid;
  create index outbound_open on outbound (conversation_id, seq) where state in ('pending', 'sending', 'unknown');
  create index outbound_due on outbound (due_at) where state in ('pending', 'sending', 'unknown');
  create index outbound_provider on outbound (provider_hash) where provider_hash is not null;
  create index outbound_case on outbound (case_id) where case_id is not null;
  create table receipts (
    outbound_id text not null, n integer not null, attempt integer not null, state text not null,
    at integer not null, primary key (outbound_id, n)
  ) without rowid;
  create table cases (
    id text primary key, number text not null unique, version integer not null, kind text not null,
    status text not null, privacy text not null, service text, agency text, holder_district text,
    district text, corregimiento text, conversation_id text,
    opening_conversation text, opening_turn integer, opening_index integer,
    opened_at integer not null, due_at integer not null, wake_at integer, rating integer, confirmed integer,
    history_count integer not null, history_head text not null, body_sealed blob not null, reporter_sealed blob,
    unique (opening_conversation, opening_turn, opening_index)
  ) without rowid;
  create index cases_conversation on cases (conversation_id, opened_at);
  create index cases_opened on cases (opened_at, id);
  create index cases_holder on cases (agency, holder_district, opened_at);
  create index cases_wake on cases (wake_at) where wake_at is not null;
  create table case_events (
    case_id text not null, n integer not null, at integer not null, what text not null,
    body_sealed blob not null, mac text not null, primary key (case_id, n)
  ) without rowid;
  create table idempotency (key_hash text primary key, case_id text not null) without rowid;
  create table media (
    conversation_id text not null, id text not null, type text not null, bytes integer not null,
    body_sealed blob not null, primary key (conversation_id, id)
  );
  create table api_keys (
    id text primary key, name text not null, role text not null, agency text, district text,
    created_at integer not null, revoked_at integer, secret_hash text not null unique
  ) without rowid;
  `,
];

/** The version this build reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Brings the file to today's tables, a step a transaction. Throws `ConfigError` on a newer file. */
export function migrate(db: DatabaseSync): void {
  const { user_version: found } = db.prepare('pragma user_version').get() as { user_version: number };
  if (found > SCHEMA_VERSION) {
    throw new ConfigError([
      {
        where: 'STORE_URL',
        reason: `the database is of version ${found}, this build knows ${SCHEMA_VERSION}; run the newer build`,
      },
    ]);
  }
  for (let version = found; version < SCHEMA_VERSION; version += 1) {
    db.exec('begin immediate');
    db.exec(MIGRATIONS[version] ?? '');
    db.exec(`pragma user_version = ${version + 1}`);
    db.exec('commit');
  }
}
