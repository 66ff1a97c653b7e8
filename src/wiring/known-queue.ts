import type { BullmqOptions } from '../queue/bullmq.ts';
import type { Queue } from '../queue/queue.ts';
import type { House } from './house.ts';

const NAME = 'queue';

/**
 * Opens the queue at an address and notes that it was there: next time one that is away is no mistake of the setting.
 * Throws `ConfigError` as `open` does.
 */
export async function openKnown(
  { log, vault, store, now, elapsedMs }: Pick<House, 'log' | 'vault' | 'store' | 'now' | 'elapsedMs'>,
  url: string,
  open: (options: BullmqOptions) => Promise<Queue>,
): Promise<Queue> {
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  const isKnown = (await store.bookmark(NAME)) === place;
  // Installations that share a Redis must not take each other's jobs.
  const prefix = `ventanilla-${vault.hash('queue').slice(0, 12)}`;
  const queue = await open({ url, prefix, log, isKnown, now, elapsedMs });
  if (!isKnown) await store.setBookmark(NAME, place);
  return queue;
}
