/** Lets work on the same things in one after the other, in the order it came; other work passes by. */
export interface Turnstile {
  /** Rejects, and never does the work, when its turn has not come within `patienceMs`. */
  pass<T>(things: readonly string[], work: () => Promise<T>, patienceMs: number): Promise<T>;
  /** How much is let in and not done. */
  waiting(): number;
  /** Resolves when all that was let in is done. */
  empty(): Promise<void>;
}

/**
 * A turnstile. Within one process it spares transactions that would meet each other; between processes only the database
 * decides.
 */
export function createTurnstile(): Turnstile {
  const last = new Map<string, Promise<void>>();
  const inside = new Set<Promise<void>>();
  return {
    pass: async (things, work, patienceMs) => {
      const before = Promise.all(things.map(thing => last.get(thing)));
      const isFree = things.every(thing => !last.has(thing));
      const done = Promise.withResolvers<void>();
      for (const thing of things) last.set(thing, done.promise);
      inside.add(done.promise);
      try {
        if (!isFree) await within(before, patienceMs);
        return await work();
      } finally {
        inside.delete(done.promise);
        // Who gave up waiting stays in the row: those behind wait for the same.
        void before.then(() => {
          for (const thing of things) if (last.get(thing) === done.promise) last.delete(thing);
          done.resolve();
        });
      }
    },
    waiting: () => inside.size,
    empty: async () => {
      while (inside.size > 0) await Promise.all(inside);
    },
  };
}

async function within(before: Promise<unknown>, ms: number): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the store is behind')), ms);
  try {
    await Promise.race([before, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
