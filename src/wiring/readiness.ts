import { withTimeout } from '../channels/timeout.ts';
import type { OperationsDeps } from '../operations.ts';
import type { House } from './house.ts';

/** What readiness is judged by; `channels` tells the state of each open channel. */
export interface ReadinessDeps extends Pick<House, 'store' | 'queue' | 'now' | 'elapsedMs'> {
  channels: () => Record<string, string>;
}

const LONGEST_MS = 800;
/** Whoever asks more often than this gets the last answer: each look writes to the disk. */
const FRESH_MS = 200;

/** Makes the answer of `/readyz`: a row is written and fsynced, so that a full disk shows within a second. */
export function createReadiness(deps: ReadinessDeps): OperationsDeps['readiness'] {
  let last: { at: number; state: Promise<string> } | null = null;
  const storeState = (): Promise<string> => {
    const at = deps.elapsedMs();
    if (last === null || at - last.at > FRESH_MS) last = { at, state: look(deps) };
    return last.state;
  };
  return async () => {
    const store = await storeState();
    const parts = { store, queue: deps.queue.state(), ...deps.channels() };
    return { taking: store === 'ok' || store === DAMAGED, parts };
  };
}

const DAMAGED = 'damaged: restore a backup';

async function look({ store, now }: ReadinessDeps): Promise<string> {
  try {
    await withTimeout(store.probe(now()), LONGEST_MS);
    return store.integrity() === 'damaged' ? DAMAGED : 'ok';
  } catch {
    return 'cannot write';
  }
}
