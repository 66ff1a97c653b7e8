import { ConflictError } from '../../errors.ts';
import type { Change } from '../store.ts';
import { keyOf, one, type SqliteContext, type SqliteReads } from './context.ts';

/**
 * Destroys a conversation's key, takes the reporter off its cases and frees its address. What it wrote stays as
 * bytes nobody can open; the hashes of provider ids stay too, so that no late repeat brings a message back.
 * Runs inside a group.
 */
export function erase(context: SqliteContext, change: NonNullable<Change['erase']>, at: number): void {
  const { conversationId, caseIds, onlyUnheard = false } = change;
  const key = keyOf(context, conversationId);
  if (onlyUnheard && one(context.sql(HEARD), key, conversationId)) throw new ConflictError('conversation');
  context.sql('delete from data_keys where owner = ?').run(conversationId);
  context.keys.forget(conversationId);
  if (key !== null) eraseRows(context, { id: conversationId, key }, at);
  const taken = context.sql(`${TAKE_REPORTER} where id = ?`);
  for (const id of caseIds) taken.run(id);
  context.wipe();
}

const HEARD = `select 1 from counters where conversation = ?1 and last_inbound_at is not null
  union all select 1 from cases where conversation_id = ?2 limit 1`;

/** The version moves, so that nobody who read the reporter before writes it back. */
const TAKE_REPORTER = `update cases set reporter_sealed = null, conversation_id = null, version = version + 1`;

/** Clears the rows of a conversation whose key is gone, and the reporter of each of its cases. */
export function eraseRows(
  { sql }: Pick<SqliteReads, 'sql'>,
  { id, key }: { id: string; key: number },
  at: number,
): void {
  sql(
    `update conversations set erased_at = ?, address_hash = null, address_sealed = null, route_sealed = null, name_sealed = null,
       state_sealed = null, wake_at = null, mode = 'bot', review = 0, person = null where key = ?`,
  ).run(at, key);
  sql('update counters set waiting_from = null, waiting_since = null where conversation = ?').run(key);
  sql('update messages set print_hash = null where conversation = ? and print_hash is not null').run(key);
  sql(
    `update messages set parked = 2, dropped_at = ?, dropped_by = 'citizen', dropped_reason = 'erased'
     where conversation = ? and parked = 1`,
  ).run(at, key);
  sql(
    `update outbound set state = 'rejected', code = 'erased'
     where conversation = ? and state in ('pending', 'sending', 'unknown')`,
  ).run(key);
  sql('delete from other_addresses where conversation = ?').run(key);
  sql('delete from proofs where conversation = ?').run(key);
  // That a code was sent counts on for whoever got it: else who erases may have them written to without end.
  sql('update proofs set code_hash = null, other = conversation where other = ?').run(key);
  sql('delete from media where conversation = ?').run(key);
  sql('delete from message_media where conversation = ?').run(key);
  sql(`${TAKE_REPORTER} where conversation_id = ?`).run(id);
}
