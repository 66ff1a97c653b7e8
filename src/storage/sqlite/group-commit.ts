import type { DatabaseSync } from 'node:sqlite';

/** Writes grouped into one fsync per turn of the event loop. */
export interface GroupCommit {
  /**
   * Runs `work` inside the open group and resolves with its value once the group is fsynced. When `work`
   * throws, its own writes are undone and the others stand; when the group cannot be committed all reject.
   */
  run<T>(work: () => T): Promise<T>;
  /**
   * Resolves once everything written so far is fsynced, at once when nothing is open; rejects when it cannot be. What
   * was read from an open group waits for this before anybody is told.
   */
  settled(): Promise<void>;
  /** Do as many writes wait as may? */
  isBehind(): boolean;
  /** Commits what is open. */
  flush(): void;
}

/** Limits and hooks of a group. */
export interface GroupOptions {
  /** How many writes may wait before the group is behind. */
  most: number;
  /** Called after each commit with the number of writes in it. */
  committed(writes: number): void;
  /** Called when writes were undone, so that nothing of them stays in memory. */
  undone(): void;
}

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

/** Groups the writes of one connection. */
export function createGroupCommit(db: DatabaseSync, options: GroupOptions): GroupCommit {
  const run = statementsOf(db);
  let waiters: Waiter[] = [];
  let readers: Waiter[] = [];
  const settle = (error: unknown): void => {
    const released = [...waiters, ...readers];
    waiters = [];
    readers = [];
    if (error !== null) options.undone();
    for (const waiter of released) error === null ? waiter.resolve() : waiter.reject(error);
  };
  /** SQLite ends a transaction by itself when a disk is full or fails, also during a read: nobody's write stands. */
  const rejectLost = (): void => {
    if (waiters.length + readers.length > 0 && !db.isTransaction)
      settle(new Error('the group was rolled back'));
  };
  const flush = (): void => {
    // Closed between the first write of a group and the end of its turn of the loop: `close` has committed it.
    if (!db.isOpen) return;
    rejectLost();
    if (!db.isTransaction) return;
    const failure = attempt(run.commit);
    if (failure !== null) attempt(run.rollback);
    const writes = waiters.length;
    settle(failure);
    if (failure === null) options.committed(writes);
  };
  const open = (): void => {
    rejectLost();
    if (!db.isTransaction) {
      run.begin();
      setImmediate(flush);
    }
    run.savepoint();
  };
  const undo = (): void => {
    if (db.isTransaction && attempt(run.undo) !== null) attempt(run.rollback);
    options.undone();
    rejectLost();
  };
  return {
    flush,
    settled: () => {
      rejectLost();
      if (!db.isTransaction) return Promise.resolve();
      return new Promise((resolve, reject) => readers.push({ resolve, reject }));
    },
    isBehind: () => waiters.length >= options.most,
    run: work =>
      new Promise((resolve, reject) => {
        try {
          open();
          const value = work();
          run.release();
          waiters.push({ resolve: () => resolve(value), reject });
        } catch (error) {
          undo();
          reject(error);
        }
      }),
  };
}

type Step = 'begin' | 'savepoint' | 'release' | 'commit' | 'rollback' | 'undo';

function statementsOf(db: DatabaseSync): Record<Step, () => void> {
  const prepared = (text: string): (() => void) => {
    const statement = db.prepare(text);
    return () => void statement.run();
  };
  return {
    begin: prepared('begin immediate'),
    savepoint: prepared('savepoint work'),
    release: prepared('release work'),
    commit: prepared('commit'),
    rollback: prepared('rollback'),
    undo: () => db.exec('rollback to work; release work'),
  };
}

function attempt(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
