import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** Moves the write-ahead log into the database from a connection of its own, so that no commit waits for it. */
const db = new DatabaseSync((workerData as { file: string }).file, { timeout: 5_000 });

parentPort?.on('message', (task: 'checkpoint' | 'check' | 'close') => {
  if (task === 'close') {
    db.close();
    parentPort?.close();
  } else if (task === 'checkpoint') {
    parentPort?.postMessage({ task, ok: attempt(() => db.exec('pragma wal_checkpoint(passive)')) });
  } else {
    const found = db.prepare('pragma quick_check(1)').get() as { quick_check: string };
    parentPort?.postMessage({ task, ok: found.quick_check === 'ok' });
  }
});

function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
