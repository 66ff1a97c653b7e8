import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  failCalls,
  limit,
  type Missing,
  missingMount,
  missingPrlimit,
  missingStrace,
  missingUnshare,
  readOnly,
} from '../../support/machine.ts';
import { databaseIn } from '../evidence.ts';
import type { Told } from './stage.ts';

/** The service a fault is done to. */
export interface Victim {
  pid: number;
  /** Its data. */
  folder: string;
  /** What the preload of its process is told. */
  order: (told: Told) => void;
}

/** Something a machine does to a running service. */
export interface MachineFault {
  name: string;
  missing: Missing;
  /** Nothing can be stored meanwhile: `/readyz` says so, and nobody's new words are acknowledged. */
  isDeaf: boolean;
  /** The process ends by it; the others it must outlive. */
  kills: boolean;
  /** The shortest time that shows it, ms. */
  leastMs: number;
  /** Does the harm; the function it gives mends it. */
  begin(victim: Victim): Promise<() => Promise<void>>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const nothing: Missing = () => null;

/** The calls by which SQLite writes, and by which it makes durable. */
const WRITES = 'pwrite64,ftruncate';
const FSYNCS = 'fsync,fdatasync';

const OF_DISK: MachineFault[] = [
  disk('disk at the file size limit', missingPrlimit, async ({ pid }) => {
    limit(pid, 'fsize', 4_096);
    return async () => limit(pid, 'fsize', 'unlimited');
  }),
  disk('disk full', missingStrace, ({ pid }) => failCalls(pid, WRITES, 'ENOSPC')),
  disk('disk full, a small one', missingMount, async ({ folder }) => {
    const ballast = path.join(folder, 'ballast');
    // A log that was emptied and kept its length has room in itself.
    shortenLog(databaseIn(folder));
    fill(ballast);
    return async () => rmSync(ballast);
  }),
  disk('disk read-only', missingStrace, ({ pid }) => failCalls(pid, WRITES, 'EROFS')),
  disk('disk write error', missingStrace, ({ pid }) => failCalls(pid, WRITES, 'EIO')),
  disk('disk fsync error', missingStrace, ({ pid }) => failCalls(pid, FSYNCS, 'EIO')),
  {
    ...disk('disk fsync error now and then', missingStrace, ({ pid }) =>
      failCalls(pid, FSYNCS, 'EIO', '1+3'),
    ),
    isDeaf: false,
  },
];

function disk(name: string, missing: Missing, begin: MachineFault['begin']): MachineFault {
  return { name, missing, isDeaf: true, kills: false, leastMs: 2_500, begin };
}

function shortenLog(file: string): void {
  const db = new DatabaseSync(file, { timeout: 2_000 });
  db.exec('pragma wal_checkpoint(truncate)');
  db.close();
}

/** Writes until nothing more goes in. */
function fill(file: string): void {
  for (let bytes = 1 << 20; bytes >= 1; bytes >>= 2) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // Perhaps there is room for less.
    }
  }
}

const OF_CLOCK = [
  ['an hour ahead', HOUR_MS],
  ['an hour back', -HOUR_MS],
  ['a day ahead', DAY_MS],
  ['a day back', -DAY_MS],
].map(([name, aheadMs]): MachineFault => {
  return {
    ...{ name: `clock ${name}`, missing: nothing, isDeaf: false, kills: false, leastMs: 3_000 },
    begin: async ({ order }) => {
      order({ aheadMs: Number(aheadMs) });
      return async () => order({ aheadMs: 0 });
    },
  };
});

const OF_PROCESS: MachineFault[] = [
  {
    ...{ name: 'process blocked 5 s', missing: nothing, isDeaf: false, kills: false, leastMs: 6_000 },
    begin: async ({ order }) => {
      order({ busyMs: 5_000 });
      return async () => {};
    },
  },
  {
    ...{ name: 'process stopped 5 s', missing: nothing, isDeaf: false, kills: false, leastMs: 5_000 },
    begin: async ({ pid }) => {
      process.kill(pid, 'SIGSTOP');
      return async () => void process.kill(pid, 'SIGCONT');
    },
  },
  {
    ...{
      name: 'process out of memory',
      missing: missingPrlimit,
      isDeaf: false,
      kills: true,
      leastMs: 60_000,
    },
    begin: async ({ pid, order }) => {
      limit(pid, 'data', 1);
      // A heap that has grown once may have room for minutes.
      order({ hoarder: pid });
      return async () => {};
    },
  },
];

/** Everything a machine does to a running service, in the order in which a run does it. */
export const FAULTS: readonly MachineFault[] = [...OF_PROCESS.toReversed(), ...OF_DISK, ...OF_CLOCK];

/** A disk on which the service is started, and cannot be. */
export interface BadStart {
  name: string;
  missing: Missing;
  /** What is put before the command. */
  through: (folder: string) => string[];
}

/** Every bad start; the next one, on a sound disk, must do. */
export const BAD_STARTS: readonly BadStart[] = [
  {
    name: 'start on a full disk',
    missing: missingPrlimit,
    through: () => ['prlimit', '--fsize=2048:unlimited'],
  },
  {
    name: 'start on a read-only disk',
    missing: missingUnshare,
    through: readOnly,
  },
];
