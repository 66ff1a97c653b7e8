import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConversationState } from '../../dialogs/conversation.ts';
import { type Conflict, ConflictError } from '../../errors.ts';
import type { Vault } from '../../vault.ts';
import type { DataKeys, Sealer } from '../data-keys.ts';
import { type ConversationRow, toConversation } from '../sealed-rows.ts';
import type { Conversation } from '../store.ts';
import type { GroupCommit } from './group-commit.ts';

/** What the reads of a SQLite store need. */
export interface SqliteReads {
  vault: Vault;
  keys: DataKeys;
  /** A prepared statement, made once per text. */
  sql(text: string): StatementSync;
}

/** What the parts of the SQLite store share. */
export interface SqliteContext extends SqliteReads {
  group: GroupCommit;
  newId: () => string;
  initialState: () => ConversationState;
  /** An erased person's pages must leave the write-ahead log soon. */
  wipe(): void;
  /** Counts rows towards the next checkpoint, beyond the one of each write. */
  wrote(rows: number): void;
}

/** Prepares each statement once. */
export function statementCache(db: DatabaseSync): (text: string) => StatementSync {
  const cache = new Map<string, StatementSync>();
  return text => {
    let statement = cache.get(text);
    if (!statement) {
      statement = db.prepare(text);
      cache.set(text, statement);
    }
    return statement;
  };
}

/** One row or null, typed by the caller who wrote the query. */
export function one<Row>(statement: StatementSync, ...values: Value[]): Row | null {
  return (statement.get(...values) as Row | undefined) ?? null;
}

/** All rows, typed by the caller who wrote the query. */
export function all<Row>(statement: StatementSync, ...values: Value[]): Row[] {
  return statement.all(...values) as Row[];
}

/** What a column takes. */
export type Value = string | number | null | Uint8Array;

/** A conversation's columns with its counters. */
export const CONVERSATION = `select c.*, n.seq, n.last_inbound_at, n.waiting_from from conversations c
  join counters n on n.conversation = c.key`;

/** A conversation, its sealer, the number other tables know it by and the earliest message that waits. */
export interface FoundConversation {
  conversation: Conversation;
  sealer: Sealer;
  key: number;
  waitingFrom: number | null;
}

/** A conversation by its id; null when unknown or erased. */
export function findConversation(context: SqliteReads, id: string): FoundConversation | null {
  const query = context.sql(`${CONVERSATION} where c.id = ?`);
  const row = one<ConversationRow & { key: number; waiting_from: number | null }>(query, id);
  const sealer = row && context.keys.of(id);
  if (!row || !sealer) return null;
  return { conversation: toConversation(row, sealer), sealer, key: row.key, waitingFrom: row.waiting_from };
}

/** The number other tables know a conversation by; null when unknown. */
export function keyOf(context: SqliteReads, id: string): number | null {
  return one<{ key: number }>(context.sql('select key from conversations where id = ?'), id)?.key ?? null;
}

/** The sealer of an owner that must have its key: writing to an erased one is refused. */
export function sealerOf(context: SqliteReads, owner: string): Sealer {
  const sealer = context.keys.of(owner);
  if (!sealer) throw new Error('its key was destroyed');
  return sealer;
}

/** Runs a write; the violation of a named unique key is that conflict. */
export function orConflict(write: () => unknown, conflicts: Record<string, Conflict>): void {
  try {
    write();
  } catch (error) {
    for (const [column, what] of Object.entries(conflicts)) {
      if (isViolated(error, column)) throw new ConflictError(what);
    }
    throw error;
  }
}

function isViolated(error: unknown, column: string): boolean {
  return (
    error instanceof Error &&
    error.message.includes('UNIQUE constraint failed') &&
    error.message.includes(column)
  );
}

/**
 * Points the counters of a conversation at its earliest message still waiting. `from`: none waits before; by default those
 * before the one that was the earliest were consumed.
 */
export function moveWaiting(
  { sql }: Pick<SqliteReads, 'sql'>,
  key: number,
  from: number | null = null,
): void {
  sql(
    `update counters set (waiting_from, waiting_since) = (select seq, received_at from messages
       where conversation = ?1 and turn is null and seq >= coalesce(?2, counters.waiting_from) order by seq limit 1)
     where conversation = ?1`,
  ).run(key, from);
}
