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

/** `left`: pages still only in the log, because they were written meanwhile; null when it could not be done. */
function checkpoint(task: 'checkpoint' | 'wipe'): { task: string; left: number | null } {
  try {
    const passive = run('passive');
    return { task, left: task === 'wipe' ? run('truncate') : passive };
  } catch {
    return { task, left: null };
  }
}

function run(mode: 'passive' | 'truncate'): number {
  const row = db.prepare(`pragma wal_checkpoint(${mode})`).get() as { log: number; checkpointed: number };
  return row.log - row.checkpointed;
}
