import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_MS = 250;

/** `elapsedMs` rises by one each ms, whatever the clock does; `leaseMs`: for how long, ms. */
export interface Patience {
  elapsedMs: () => number;
  times: { leaseMs: number };
}

/**
 * Writes down what is known of a call, again and again for as long as it is ours while the store fails: one that is away for a moment must
 * not make of a call whose outcome is known one that is made a second time. Rejects with the store's last error.
 */
export async function insist<T>(
  { elapsedMs, times: { leaseMs } }: Patience,
  write: () => Promise<T>,
): Promise<T> {
  const end = elapsedMs() + leaseMs;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (elapsedMs() > end) throw error;
      await pause(AGAIN_MS);
    }
  }
}
