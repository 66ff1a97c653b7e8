import type { DatabaseSync } from 'node:sqlite';

/** Writes grouped into one fsync per turn of the event loop. */
export interface GroupCommit {
  /**
   * Runs `work` inside the open group and resolves with its value once the group is fsynced. When `work`
   * throws, its own writes are undone and the others stand; when the group cannot be committed all reject.
   */
  run<T>(work: () => T): Promise<T>;
  /** Commits what is open. */
  flush(): void;
}

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

/** Limits and hooks of a group. `most`: waiting writes before `run` rejects at once. */
export interface GroupOptions {
  most: number;
  /** Called after each commit with the number of writes in it. */
  committed(writes: number): void;
}

/** Groups the writes of one connection. */
export function createGroupCommit(db: DatabaseSync, { most, committed }: GroupOptions): GroupCommit {
  let waiters: Waiter[] = [];
  const settle = (error: unknown): void => {
    const released = waiters;
    waiters = [];
    for (const waiter of released) error === null ? waiter.resolve() : waiter.reject(error);
  };
  const flush = (): void => {
    if (!db.isTransaction) return settle(null);
    try {
      db.exec('commit');
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      return settle(error);
    }
    committed(waiters.length);
    settle(null);
  };
  const begin = (): void => {
    if (db.isTransaction) return;
    db.exec('begin immediate');
    setImmediate(flush);
  };
  const undo = (error: unknown): void => {
    // A full disk makes SQLite roll back everything by itself: then nobody's write stands.
    if (db.isTransaction) db.exec('rollback to work; release work');
    else settle(error);
  };
  return {
    flush,
    run: <T>(work: () => T): Promise<T> => {
      if (waiters.length >= most) return Promise.reject(new Error('the store is behind'));
      return new Promise<T>((resolve, reject) => {
        try {
          begin();
          db.exec('savepoint work');
        } catch (error) {
          return reject(error);
        }
        try {
          const value = work();
          db.exec('release work');
          waiters.push({ resolve: () => resolve(value), reject });
        } catch (error) {
          undo(error);
          reject(error);
        }
      });
    },
  };
}
