import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { databaseOf } from './connection.ts';
import type { Models } from './schemas.ts';

/** The one right to change a database's shape. */
export interface MigrationLease {
  /** Was it not renewed in time, so that another may have taken it? */
  isLost(): boolean;
  end(): Promise<void>;
}

/** Another takes the step over after this long without a sign. */
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** Waits for the lease, and renews it until its end, however long a step takes. */
export async function leaseMigration(
  connection: Connection,
  db: Models,
  leaseMs = LEASE_MS,
): Promise<MigrationLease> {
  let mine = await take(db, await serverTime(connection), leaseMs);
  while (mine === null) {
    await pause(LOOK_AGAIN_MS);
    mine = await take(db, await serverTime(connection), leaseMs);
  }
  const ended = new AbortController();
  const renewing = (async (): Promise<void> => {
    while (mine !== null && (await lasted(leaseMs / 4, ended.signal))) {
      mine = await renew(db, mine, String((await serverTime(connection)) + leaseMs));
    }
  })().catch(() => {
    mine = null;
  });
  return {
    isLost: () => mine === null,
    end: async () => {
      ended.abort();
      await renewing;
      if (mine !== null) await db.meta.deleteOne({ _id: 'migration', value: mine });
    },
  };
}

/** By the clock that all processes share. */
async function serverTime(connection: Connection): Promise<number> {
  const { localTime } = (await databaseOf(connection).admin().command({ hello: 1 })) as { localTime: Date };
  return localTime.getTime();
}

/** False: it ended before. */
async function lasted(ms: number, signal: AbortSignal): Promise<boolean> {
  return pause(ms, true, { signal }).catch(() => false);
}

/** The lease's value, its end; null: another has it. */
async function take(db: Models, now: number, leaseMs: number): Promise<string | null> {
  const held = await db.meta.findById('migration').lean();
  const until = String(now + leaseMs);
  if (held) return Number(held.value) > now ? null : renew(db, held.value, until);
  try {
    await db.meta.insertMany([{ _id: 'migration', value: until }]);
    return until;
  } catch (error) {
    if ((error as { code?: unknown }).code === 11_000) return null;
    throw error;
  }
}

async function renew(db: Models, value: string, until: string): Promise<string | null> {
  const { matchedCount } = await db.meta.updateOne({ _id: 'migration', value }, { $set: { value: until } });
  return matchedCount === 1 ? until : null;
}
