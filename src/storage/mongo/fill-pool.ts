import type { Connection } from 'mongoose';
import { databaseOf } from './connection.ts';

/** So many connections a process holds, however little there is to do. */
export const CONNECTIONS = 4;

/** A pool that takes more rounds fills beside the work. */
const MOST_ROUNDS = 20;

/**
 * Opens `CONNECTIONS` connections to the database: where the first calls had to wait for them, many calls at once on a busy machine would
 * wait too long. One that cannot be opened now is no reason not to start.
 */
export async function fillPool(connection: Connection): Promise<void> {
  const client = connection.getClient();
  const used = new Set<unknown>();
  const note = ({ connectionId }: { connectionId: unknown }): void => void used.add(connectionId);
  client.on('connectionCheckedOut', note);
  try {
    for (let round = 0; used.size < CONNECTIONS && round < MOST_ROUNDS; round += 1) await useAll(connection);
  } catch {
    // The next call opens what it needs.
  } finally {
    client.off('connectionCheckedOut', note);
  }
}

/** Calls that are under way at once are on a connection each. */
async function useAll(connection: Connection): Promise<void> {
  const calls = Array.from({ length: CONNECTIONS }, () => databaseOf(connection).admin().ping());
  await Promise.all(calls);
}
