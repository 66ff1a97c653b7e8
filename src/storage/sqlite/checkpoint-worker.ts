import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** Moves the write-ahead log into the database from a connection of its own, so that no commit waits for it. */
const db = new DatabaseSync((workerData as { file: string }).file, { timeout: 5_000 });
db.exec('pragma secure_delete = on; pragma trusted_schema = off');

parentPort?.on('message', (task: 'checkpoint' | 'wipe' | 'close') => {
  if (task === 'close') {
    db.close();
    parentPort?.close();
  } else {
    parentPort?.postMessage(checkpoint(task));
  }
});

/** `pages`: how long the log is now; null when it could not be moved. */
function checkpoint(task: 'checkpoint' | 'wipe'): { task: string; pages: number | null } {
  try {
    const pages = run('passive');
    return { task, pages: task === 'wipe' ? run('truncate') : pages };
  } catch {
    return { task, pages: null };
  }
}

function run(mode: 'passive' | 'truncate'): number {
  return (db.prepare(`pragma wal_checkpoint(${mode})`).get() as { log: number }).log;
}
