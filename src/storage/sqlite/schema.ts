import type { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../errors.ts';

/**
 * Numbered steps from an empty file to today's tables; a step, once released, never changes. Times are
 * milliseconds since 1970 UTC, booleans 0 or 1, columns ending in `_sealed` are blobs of the vault,
 * columns ending in `_hash` the first 16 bytes of keyed hashes. `conversation`, `outbound` and `case_key` are a
 * row's `key` in its table: small numbers and rows at the end, so that a message touches few pages of the file.
 * The first sentence of a step says what it brings, to who asks before.
 */
const MIGRATIONS: string[] = [
  `
  -- Messages, cases and their history, keys.
  create table meta (name text primary key, value text not null) without rowid;
  create table data_keys (owner text primary key, wrapped blob not null) without rowid;

  create table conversations (
    key integer primary key, id text not null unique, channel text not null, account text not null,
    address_hash blob unique, address_sealed blob, name_sealed blob, state_sealed blob,
    version integer not null, turns integer not null, mode text not null, reason text, review integer not null,
    since integer, taken_by text, opted_out integer not null, wake_at integer, failures integer not null,
    created_at integer not null, erased_at integer
  );
  create index conversations_wake on conversations (wake_at) where wake_at is not null;
  create index conversations_people on conversations (since) where mode <> 'bot' or review = 1;

  -- What every message moves, apart from the wide rows. waiting_from: the earliest message not consumed.
  create table counters (
    conversation integer primary key, seq integer not null, waiting_from integer, waiting_since integer,
    last_inbound_at integer
  );
  create index counters_waiting on counters (waiting_since) where waiting_since is not null;

  create table messages (
    key integer primary key, conversation integer not null, seq integer not null, key_hash blob unique,
    print_hash blob, received_at integer not null, turn integer, parked integer not null,
    possible_repeat integer not null, body_sealed blob not null
  );
  create unique index messages_order on messages (conversation, seq);
  create index messages_print on messages (print_hash) where print_hash is not null;

  create table outbound (
    key integer primary key, conversation integer not null, seq integer not null, id text not null unique,
    turn integer, author text not null, class text not null, asks text not null, case_id text,
    created_at integer not null, state text not null, attempt integer not null, started_at integer, due_at integer,
    accepts integer not null, maybe_duplicate integer not null, provider_hash blob, code text,
    receipt text, receipt_attempt integer, body_sealed blob not null
  );
  create unique index outbound_order on outbound (conversation, seq);
  create index outbound_open on outbound (conversation, seq, due_at, started_at, state)
    where state in ('pending', 'sending', 'unknown');
  create index outbound_provider on outbound (provider_hash) where provider_hash is not null;
  create index outbound_case on outbound (case_id) where case_id is not null;
  create table receipts (
    key integer primary key, outbound integer not null, attempt integer not null, state text not null,
    at integer not null
  );
  create index receipts_outbound on receipts (outbound);

  create table cases (
    key integer primary key, id text not null unique, number text not null unique, version integer not null,
    kind text not null, status text not null, privacy text not null, service text, agency text,
    holder_district text, district text, corregimiento text, conversation_id text,
    opening_conversation text, opening_turn integer, opening_index integer,
    opened_at integer not null, due_at integer not null, wake_at integer, rating integer, confirmed integer,
    history_count integer not null, history_head text not null, body_sealed blob not null, reporter_sealed blob
  );
  create unique index cases_opening on cases (opening_conversation, opening_turn, opening_index)
    where opening_conversation is not null;
  create index cases_conversation on cases (conversation_id, opened_at) where conversation_id is not null;
  create index cases_opened on cases (opened_at, id);
  create index cases_holder on cases (agency, opened_at, id, holder_district);
  create index cases_status on cases (status, opened_at, id);
  create index cases_wake on cases (wake_at) where wake_at is not null;
  create table case_events (
    key integer primary key, case_key integer not null, n integer not null, at integer not null,
    what text not null, body_sealed blob not null, mac text not null
  );
  create unique index case_events_order on case_events (case_key, n);
  create table idempotency (key_hash blob primary key, case_id text not null) without rowid;

  create table media (
    key integer primary key, conversation integer not null, id text not null, type text not null,
    bytes integer not null, body_sealed blob not null
  );
  create unique index media_order on media (conversation, id);
  create table api_keys (
    id text primary key, name text not null, role text not null, agency text, district text,
    created_at integer not null, revoked_at integer, secret_hash text not null unique
  ) without rowid;
  `,
  `
  -- The files that were fetched for a message; what came stored already, the message itself names.
  create table message_media (
    key integer primary key, conversation integer not null, seq integer not null, media text not null
  );
  create unique index message_media_order on message_media (conversation, seq, media);
  `,
  `
  -- What the way to the address needs besides it, as the newest message told it.
  alter table conversations add column route_sealed blob;
  `,
  `
  -- Calls that platforms count over longer than a process lives.
  create table spent (key integer primary key, budget text not null, at integer not null);
  create index spent_budget on spent (budget, at);
  `,
  `
  -- A second address of who has a conversation under another one, as the platform itself says.
  create table other_addresses (address_hash blob primary key, conversation integer not null) without rowid;
  create index other_addresses_conversation on other_addresses (conversation);
  `,
  `
  -- What a text is really about, said by who wrote it or by the desk: to learn from. owner: the conversation or the case
  -- whose key seals it; with the key it is gone. corrector_hash: who said so.
  create table corrections (
    key integer primary key, owner text not null, case_id text not null, n integer not null, at integer not null,
    source text not null, corrector_hash blob not null, body_sealed blob not null
  );
  create unique index corrections_order on corrections (case_id, n);
  create trigger corrections_stay before delete on corrections
    begin select raise(abort, 'corrections are only added'); end;
  create trigger corrections_unchanged before update on corrections
    begin select raise(abort, 'corrections are only added'); end;
  `,
  `
  -- Budgets are kept by a keyed hash of their name; those kept by the name itself are forgotten.
  delete from spent;
  create index spent_at on spent (at);
  -- How far a channel has read, by the channel's own name for it.
  create table bookmarks (name text primary key, value text not null) without rowid;
  `,
  `
  -- Conversations whose citizen has proven that each address is theirs bear the same name here.
  alter table conversations add column person text;
  create index conversations_person on conversations (person) where person is not null;
  -- Codes sent to an address (conversation) for a citizen who says in another talk (other) that it is theirs too; the
  -- hash goes when the code was answered, or answered wrongly too often.
  create table proofs (
    key integer primary key, conversation integer not null, other integer not null, code_hash text,
    asked_at integer not null, until integer not null, misses integer not null
  );
  create index proofs_conversation on proofs (conversation, asked_at);
  create index proofs_other on proofs (other, asked_at);
  `,
  `
  -- News of cases on its way to citizens: what is to be told, under the case's key, and every road looked at.
  create table notices (
    key integer primary key, id text not null unique, case_id text not null, kind text not null, at integer not null,
    wake_at integer, body_sealed blob not null
  );
  create index notices_case on notices (case_id);
  create index notices_wake on notices (wake_at) where wake_at is not null;
  create table attempts (
    key integer primary key, notice integer not null, n integer not null, at integer not null, step integer not null,
    road text not null, conversation integer, reason text not null, what text not null, code text
  );
  create unique index attempts_order on attempts (notice, n);
  alter table outbound add column notice integer;
  create index outbound_notice on outbound (notice) where notice is not null;
  `,
  `
  -- What several cases of one corregimiento tell of together.
  alter table cases add column incident text;
  create index cases_incident on cases (incident) where incident is not null;
  create index cases_spot on cases (service, corregimiento, opened_at) where incident is not null;
  `,
  `
  -- What only one process may have at a time.
  create table leases (name text primary key, holder text, token integer not null, beat integer not null) without rowid;
  `,
  `
  -- parked: 0 no, 1 waits for a person, 2 a person has seen to it.
  alter table messages add column parked_at integer;
  alter table messages add column parked_reason text;
  alter table messages add column dropped_at integer;
  alter table messages add column dropped_by text;
  alter table messages add column dropped_reason text;
  update messages set parked_at = received_at, parked_reason = 'failed_turn' where parked = 1;
  create index messages_parked on messages (conversation, seq) where parked = 1;
  `,
  `
  -- Takes what was put aside of who was erased since from the list of what waits for a person.
  update messages set parked = 2, dropped_by = 'citizen', dropped_reason = 'erased',
      dropped_at = (select erased_at from conversations where key = messages.conversation)
    where parked = 1 and conversation in (select key from conversations where erased_at is not null);
  `,
  `
  -- Finds the lists of cases people ask for without looking through the others, however many there are.
  create index if not exists cases_todo on cases (agency, status, opened_at, id, holder_district);
  create index if not exists cases_office on cases (agency, holder_district, opened_at, id) where holder_district is not null;
  create index if not exists cases_service on cases (service, opened_at, id);
  create index if not exists cases_district on cases (district, opened_at, id);
  `,
];

/** The version this build reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** What each step would bring to a file that `migrate` has not brought to today's version yet. */
export function pendingSteps(db: DatabaseSync): string[] {
  return MIGRATIONS.slice(versionOf(db)).map(step => /^\s*-- ([^.\n]*)/.exec(step)?.[1] ?? '');
}

/** Brings the file to today's tables, or to those of an earlier version, a step a transaction. Throws `ConfigError` on a newer file. */
export function migrate(db: DatabaseSync, to: number = SCHEMA_VERSION): void {
  const found = versionOf(db);
  for (let version = found; version < to; version += 1) {
    db.exec('begin immediate');
    try {
      db.exec(MIGRATIONS[version] ?? '');
      db.exec(`pragma user_version = ${version + 1}`);
      db.exec('commit');
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      throw error;
    }
  }
}

/** The version of a file's tables. Throws `ConfigError` when this build is too old for them. */
export function versionOf(db: DatabaseSync): number {
  const { user_version: found } = db.prepare('pragma user_version').get() as { user_version: number };
  if (found <= SCHEMA_VERSION) return found;
  const reason = `the database is of version ${found}, this build knows ${SCHEMA_VERSION}; run the newer build`;
  throw new ConfigError([{ where: 'STORE_URL', reason }]);
}
