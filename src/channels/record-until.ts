import { setTimeout as pause } from 'node:timers/promises';
import type { Outbound, Outcome, Store } from '../storage/store.ts';

/** What keeping an outcome needs. `elapsedMs` rises by one each ms, whatever the clock does. */
export interface Recorder {
  store: Pick<Store, 'record'>;
  elapsedMs: () => number;
}

const AGAIN_MS = 250;

/**
 * Writes down what a call came to, again and again for at most `patienceMs` while the store fails: one that is away for a
 * moment must not make of a call whose outcome is known one that is made a second time. Rejects with the store's last error.
 */
export async function recordUntil(
  { store, elapsedMs }: Recorder,
  { id, attempt }: Pick<Outbound, 'id' | 'attempt'>,
  outcome: Outcome,
  patienceMs: number,
): Promise<void> {
  const end = elapsedMs() + patienceMs;
  for (;;) {
    try {
      await store.record(id, attempt, outcome);
      return;
    } catch (error) {
      if (elapsedMs() > end) throw error;
      await pause(AGAIN_MS);
    }
  }
}
