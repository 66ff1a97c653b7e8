import { setTimeout as pause } from 'node:timers/promises';
import type { ClientSession, Connection } from 'mongoose';
import type { ConversationState } from '../../dialogs/conversation.ts';
import { type Conflict, ConflictError } from '../../errors.ts';
import type { MongoReads, MongoWrites } from './context.ts';

/** Every write of the store: seen by all or nobody, on the disks of a majority before it resolves. */
const OPTIONS = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
} as const;

/** How long a piece of work waits for others on the same, and is begun again, for whatever reason. */
export const PATIENCE_MS = 8_000;
const LONGEST_PAUSE_MS = 64;

/** What makes a transaction of a piece of work. */
export interface Transactor {
  connection: Connection;
  reads: MongoReads;
  newId: () => string;
  initialState: () => ConversationState;
  elapsedMs: () => number;
}

/**
 * Runs work within one transaction and commits it, again from its beginning when it met another's writes; so work may run
 * more than once; after `end`, by `elapsedMs`, no more. Rejects with the `ConflictError` of a unique key that was there, or when it cannot be made durable.
 */
export async function inTransaction<T>(
  transactor: Transactor,
  work: (context: MongoWrites) => Promise<T>,
  end = transactor.elapsedMs() + PATIENCE_MS,
): Promise<T> {
  const session = await transactor.connection.startSession();
  let careful = false;
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        return await runOnce(transactor, session, { careful, end }, work);
      } catch (error) {
        if (!isToRepeat(error) || transactor.elapsedMs() > end) throw toConflict(error);
        careful = true;
        await pause(Math.min(2 ** tries, LONGEST_PAUSE_MS));
      }
    }
  } finally {
    // It only hands the session back: what it was for is decided.
    await session.endSession().catch(() => {});
  }
}

async function runOnce<T>(
  { reads, newId, initialState, elapsedMs }: Transactor,
  session: ClientSession,
  { careful, end }: { careful: boolean; end: number },
  work: (context: MongoWrites) => Promise<T>,
): Promise<T> {
  session.startTransaction(OPTIONS);
  const made: MongoWrites['made'] = new Map();
  try {
    const context = { ...reads, session, made, careful, newId, initialState };
    const result = await work(context).catch(withLabel);
    await commit(session, () => elapsedMs() > end);
    for (const key of made.values()) reads.memory.keep(key);
    return result;
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => {});
    throw error;
  }
}

/** A commit whose answer got lost is asked for again: the server commits once. */
async function commit(session: ClientSession, isOver: () => boolean): Promise<void> {
  for (;;) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult') || isOver()) throw error;
      await pause(LONGEST_PAUSE_MS);
    }
  }
}

function hasLabel(error: unknown, label: string): boolean {
  const { hasErrorLabel } = error as { hasErrorLabel?: (label: string) => boolean };
  return typeof hasErrorLabel === 'function' && hasErrorLabel.call(error, label);
}

/** What the driver throws when it got no connection: the next try may get one. */
const NO_CONNECTION = [
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoWaitQueueTimeoutError',
  'MongoServerSelectionError',
];

/**
 * Labels what befell work before its commit, when surely nothing of it stands; the driver does so only for what befell a command on its
 * connection.
 */
function withLabel(error: unknown): never {
  const { name, addErrorLabel } = error as { name?: string; addErrorLabel?: (label: string) => void };
  if (NO_CONNECTION.includes(name ?? '')) addErrorLabel?.call(error, 'TransientTransactionError');
  throw error;
}

function isToRepeat(error: unknown): boolean {
  return hasLabel(error, 'TransientTransactionError') || AGAIN.includes(violated(error) ?? '');
}

/** Somebody stored the same meanwhile: the next look finds it. */
const AGAIN = [
  'messages.key',
  'conversations.address',
  'other_addresses._id_',
  'budgets._id_',
  'leases._id_',
  'media._id_',
  'sequences._id_',
];

const CONFLICTS: Record<string, Conflict> = {
  'data_keys._id_': 'case',
  'cases._id_': 'case',
  'cases.number': 'number',
  'cases.opening': 'opening',
  'case_events.order': 'case',
  'case_events._id_': 'case',
  'corrections.order': 'case',
  'corrections._id_': 'case',
  'idempotency._id_': 'idempotency',
  'outbound._id_': 'outbound',
  'notices._id_': 'notice',
  'notices.order': 'notice',
};

function toConflict(error: unknown): unknown {
  const conflict = CONFLICTS[violated(error) ?? ''];
  return conflict ? new ConflictError(conflict) : error;
}

/** The unique key an error speaks of, as `collection.index`; null: none. */
function violated(error: unknown): string | null {
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== 11_000) return null;
  const [, collection = '', index = ''] = /collection: \S*?\.(\w+) index: (\w+)/.exec(error.message) ?? [];
  return `${collection}.${index}`;
}
