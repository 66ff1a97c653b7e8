import { ConflictError } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../storage/store.ts';
import type { WholeStore } from '../storage/whole-store.ts';

/** The operations that carry the work: a closed set of names. */
const TIMED = [
  ...(['addInbound', 'addReceipts', 'open', 'load', 'commit', 'claim', 'record'] as const),
  ...(['overdue', 'addMedia'] as const),
] satisfies (keyof Store)[];

/** The same store, and how long it takes for the work is told. */
export function timed(
  store: WholeStore,
  metrics: Pick<Metrics, 'store'>,
  elapsedMs: () => number,
): WholeStore {
  const operations = TIMED.map(name => {
    const run = store[name] as (...values: unknown[]) => Promise<unknown>;
    const measured = async (...values: unknown[]): Promise<unknown> => {
      const began = elapsedMs();
      const tell = (result: 'ok' | 'conflict' | 'failed'): void =>
        metrics.store((elapsedMs() - began) / 1_000, name, result);
      try {
        const found = await run(...values);
        tell('ok');
        return found;
      } catch (error) {
        tell(error instanceof ConflictError ? 'conflict' : 'failed');
        throw error;
      }
    };
    return [name, measured];
  });
  return { ...store, ...(Object.fromEntries(operations) as Pick<WholeStore, (typeof TIMED)[number]>) };
}
