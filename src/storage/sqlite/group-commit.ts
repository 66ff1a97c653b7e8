import type { DatabaseSync } from 'node:sqlite';
import { createDurable, type GroupSync, type Waiter } from './durable.ts';

/**
 * Writes of one turn of the event loop in one transaction, run after each other at its end. The fsync runs beside
 * the next turns; all that comes meanwhile is the next group.
 */
export interface GroupCommit {
  /**
   * Runs `work` at the end of this turn of the loop, or when the fsync that runs has ended, and resolves with its value once it is fsynced. When it throws, or
   * cannot be committed, nothing of it is stored and its neighbours stand; it may run twice, so all it does outside of
   * the database must bear that. When the fsync itself fails it rejects too, though it may be stored.
   */
  run<T>(work: () => T): Promise<T>;
  /**
   * Resolves once everything committed so far is fsynced, at once when it is; rejects when it cannot be. What was read
   * waits for this before anybody is told.
   */
  settled(): Promise<void>;
  /** Do as many writes wait as may? */
  isBehind(): boolean;
  /** Takes nothing more, and resolves when all that waits is settled. */
  end(): Promise<void>;
}

/** Limits and hooks of a group. */
export interface GroupOptions extends GroupSync {
  /** How many writes may wait before the group is behind. */
  most: number;
  /** Called after each commit with the number of writes in it. */
  committed(writes: number): void;
  /** Called when writes were undone, so that nothing of them stays in memory. */
  undone(): void;
}

interface Write extends Waiter {
  apply(): void;
}

/** Groups the writes of one connection. */
export function createGroupCommit(db: DatabaseSync, options: GroupOptions): GroupCommit {
  const transaction = transactionsOf(db, options);
  let writes: Write[] = [];
  let awaited = false;
  let atEnd: (() => void) | null = null;
  const wake = (): void => {
    if (awaited || durable.isRunning()) return;
    awaited = true;
    setImmediate(commit);
  };
  const commit = (): void => {
    awaited = false;
    // A reader may have asked for the fsync meanwhile: its end comes back here.
    if (durable.isRunning()) return;
    const group = writes;
    writes = [];
    const committed = transaction(group) === null ? group : oneByOne(group, transaction);
    if (committed.length > 0) durable.begin(committed);
    else next();
  };
  const next = (): void => {
    if (writes.length > 0) wake();
    else if (!durable.isRunning()) atEnd?.();
  };
  const durable = createDurable(options, next);
  return {
    settled: durable.reached,
    isBehind: () => writes.length + durable.waiting() >= options.most,
    run: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (atEnd !== null) return reject(new Error('the store is closed'));
        let value: T;
        const apply = (): void => {
          value = work();
        };
        writes.push({ apply, resolve: () => resolve(value), reject });
        wake();
      }),
    end: () =>
      new Promise(resolve => {
        atEnd = resolve;
        next();
      }),
  };
}

/** Tells why the writes could not be committed, or null. */
type Transaction = (writes: Write[]) => unknown;

/** One of a group failed, and no other may suffer for it. Gives those that are committed. */
function oneByOne(group: Write[], transaction: Transaction): Write[] {
  return group.filter(write => {
    const failure = transaction([write]);
    if (failure !== null) write.reject(failure);
    return failure === null;
  });
}

function transactionsOf(
  db: DatabaseSync,
  { committed, undone }: Pick<GroupOptions, 'committed' | 'undone'>,
): Transaction {
  const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')];
  return writes => {
    try {
      begin.run();
      for (const { apply } of writes) {
        apply();
        // What followed would be committed by itself.
        if (!db.isTransaction) throw new Error('the transaction was ended');
      }
      commit.run();
    } catch (error) {
      // A full disk ends a transaction by itself; a closed database has none.
      if (db.isOpen && db.isTransaction) db.exec('rollback');
      undone();
      return error;
    }
    committed(writes.length);
    return null;
  };
}
