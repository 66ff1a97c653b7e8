import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Integrity } from '../whole-store.ts';

/** What is done to a database beside the commits. */
export interface Maintenance {
  /** Counts rows written; from time to time the write-ahead log is moved into the database. */
  wrote(rows: number): void;
  /** Empties the write-ahead log soon: something in it was to be destroyed. */
  wipe(): void;
  integrity(): Integrity;
  close(): Promise<void>;
}

/** What maintenance works on. */
export interface MaintenanceOptions {
  file: string;
  log: Pick<Logger, 'info' | 'error'>;
  /** The last owner ended without closing: read the whole file once. */
  check: boolean;
  /** Moves the rest of the log on the writing connection itself, so that the log can start over. */
  finish: () => void;
}

/** Rows between two checkpoints. */
const ROWS = 1_000;
/**
 * A log of this many pages is moved to its end by the writer itself. The thread alone never reaches the end of a log
 * that is written meanwhile, and only one moved to its end starts over: under constant load it would grow for ever.
 */
const LONGEST = 4_096;

/** Starts the threads that keep the log short and check the file after a crash. */
export function startMaintenance(options: MaintenanceOptions): Maintenance {
  const { file, log } = options;
  const worker = startWorker('./checkpoint-worker.ts', file);
  const check = options.check ? startCheck(options) : null;
  let running = true;
  worker.on('message', ({ task, pages }: { task: string; pages: number | null }) => {
    if (pages === null) log.error({ task }, 'the write-ahead log could not be moved');
    else if (pages > LONGEST) options.finish();
  });
  worker.on('error', () => log.error('the checkpoint thread stopped'));
  worker.on('exit', () => {
    running = false;
  });
  let rows = 0;
  return {
    wrote: written => {
      rows += written;
      if (rows < ROWS) return;
      rows = 0;
      worker.postMessage('checkpoint');
    },
    wipe: () => worker.postMessage('wipe'),
    integrity: () => check?.integrity() ?? 'not_needed',
    close: async () => {
      await check?.close();
      if (running) await ended(worker);
    },
  };
}

function startWorker(script: string, file: string): Worker {
  const worker = new Worker(new URL(script, import.meta.url), { workerData: { file }, execArgv: [] });
  worker.unref();
  return worker;
}

/** An idle thread does not keep the process; while its end is waited for, it must. */
function ended(worker: Worker): Promise<void> {
  worker.ref();
  return new Promise(resolve => {
    worker.once('exit', () => resolve());
    worker.postMessage('close');
  });
}

function startCheck({ file, log }: MaintenanceOptions) {
  const worker = startWorker('./check-worker.ts', file);
  let integrity: Integrity = 'checking';
  worker.on('message', (found: string) => {
    integrity = found === 'ok' ? 'whole' : 'damaged';
    if (found === 'ok') log.info('the database is whole after a crash');
    else log.error({ found }, 'the database is damaged: restore a backup');
  });
  worker.on('error', () => {
    integrity = 'unknown';
    log.error('the database could not be checked after a crash');
  });
  return { integrity: () => integrity, close: () => worker.terminate() };
}
