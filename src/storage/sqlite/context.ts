import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ConversationState } from '../../dialogs/conversation.ts';
import type { Vault } from '../../vault.ts';
import type { DataKeys, Sealer } from '../data-keys.ts';
import { type ConversationRow, toConversation } from '../sealed-rows.ts';
import type { Conversation } from '../store.ts';
import type { GroupCommit } from './group-commit.ts';

/** What the parts of the SQLite store share. */
export interface SqliteContext {
  db: DatabaseSync;
  group: GroupCommit;
  vault: Vault;
  keys: DataKeys;
  newId: () => string;
  initialState: () => ConversationState;
  /** A prepared statement, made once per text. */
  sql(text: string): StatementSync;
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

/** A conversation with its sealer; null when unknown or erased. */
export function findConversation(
  context: SqliteContext,
  id: string,
): { conversation: Conversation; sealer: Sealer } | null {
  const row = one<ConversationRow>(context.sql('select * from conversations where id = ?'), id);
  const sealer = row && context.keys.of(id);
  return row && sealer ? { conversation: toConversation(row, sealer), sealer } : null;
}

/** The sealer of an owner that must have its key: writing to an erased one is refused. */
export function sealerOf(context: SqliteContext, owner: string): Sealer {
  const sealer = context.keys.of(owner);
  if (!sealer) throw new Error('its key was destroyed');
  return sealer;
}

/** Is this the violation of a unique key over the named columns? */
export function isUnique(error: unknown, columns: string): boolean {
  return (
    error instanceof Error &&
    error.message.includes('UNIQUE constraint failed') &&
    error.message.includes(columns)
  );
}
