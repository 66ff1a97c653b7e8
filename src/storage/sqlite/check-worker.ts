import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** Reads a whole database for damage, beside its owner, and tells what it found: `ok`, or SQLite's words for it. */
const db = new DatabaseSync((workerData as { file: string }).file, { readOnly: true, timeout: 5_000 });
const { quick_check: found } = db.prepare('pragma quick_check(1)').get() as { quick_check: string };
db.close();
parentPort?.postMessage(found);
