import { closeSync, fdatasync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Makes commits durable that did not fsync themselves. */
export interface LogSync {
  /** Calls back when all that was committed so far is on the disk: null, or why it may not be. */
  sync(done: (failure: unknown) => void): void;
  close(): void;
}

type Fsync = (fd: number, done: (error: Error | null) => void) => void;

/**
 * Fsyncs the write-ahead log of a database beside the work of its writer, whose commits then need not wait for the
 * disk. From here on the connection itself fsyncs at checkpoints only. Throws when there is no log yet.
 */
export function syncLogOf(db: DatabaseSync, file: string, fsync: Fsync = fdatasync): LogSync {
  const log = openSync(`${file}-wal`, 'r+');
  db.exec('pragma synchronous = normal');
  let lost = false;
  return {
    sync: done => {
      if (lost && !isMoved(db)) return done(notKept());
      lost = false;
      fsync(log, error => {
        lost = error !== null;
        done(error);
      });
    },
    close: () => closeSync(log),
  };
}

function notKept(): Error {
  return Object.assign(new Error('the disk failed to keep the log'), { code: 'EIO' });
}

/**
 * After a failed fsync the system may have dropped pages and report the next one as done: the log is trusted again only
 * once all of it was written to the database, fsynced there, and the log emptied.
 */
function isMoved(db: DatabaseSync): boolean {
  try {
    const { busy } = db.prepare('pragma wal_checkpoint(truncate)').get() as { busy: number };
    return busy === 0;
  } catch {
    return false;
  }
}
