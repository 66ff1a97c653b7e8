import type { Change } from '../store.ts';
import { keyOf, type SqliteContext } from './context.ts';

/**
 * Destroys a conversation's key, takes the reporter off its cases and frees its address. What it wrote stays as
 * bytes nobody can open; the hashes of provider ids stay too, so that no late repeat brings a message back.
 * Runs inside a group.
 */
export function erase(context: SqliteContext, change: NonNullable<Change['erase']>, at: number): void {
  const { conversationId, caseIds } = change;
  const key = keyOf(context, conversationId);
  context.sql('delete from data_keys where owner = ?').run(conversationId);
  context.keys.forget(conversationId);
  if (key !== null) clearConversation(context, key, at);
  const cases = context.sql(
    // The version moves, so that nobody who read the reporter before writes it back.
    `update cases set reporter_sealed = null, conversation_id = null, version = version + 1
     where conversation_id = ?1 or id in (select value from json_each(?2))`,
  );
  cases.run(conversationId, JSON.stringify(caseIds));
  context.wipe();
}

/** What `erase` leaves of a conversation's own rows. */
export const ERASED = `erased_at = ?, address_hash = null, address_sealed = null, name_sealed = null,
  state_sealed = null, wake_at = null, mode = 'bot', review = 0`;

function clearConversation(context: SqliteContext, key: number, at: number): void {
  const { sql } = context;
  sql(`update conversations set ${ERASED} where key = ?`).run(at, key);
  sql('update counters set waiting_from = null, waiting_since = null where conversation = ?').run(key);
  sql('update messages set print_hash = null where conversation = ? and print_hash is not null').run(key);
  sql(
    `update outbound set state = 'rejected', code = 'erased'
     where conversation = ? and state in ('pending', 'sending', 'unknown')`,
  ).run(key);
  sql('delete from media where conversation = ?').run(key);
}
