/** Lets work on the same things in one after the other, in the order it came; other work passes by. */
export interface Turnstile {
  pass<T>(things: readonly string[], work: () => Promise<T>): Promise<T>;
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
    pass: async (things, work) => {
      const before = things.map(thing => last.get(thing));
      const done = Promise.withResolvers<void>();
      for (const thing of things) last.set(thing, done.promise);
      inside.add(done.promise);
      try {
        await Promise.all(before);
        return await work();
      } finally {
        for (const thing of things) if (last.get(thing) === done.promise) last.delete(thing);
        inside.delete(done.promise);
        done.resolve();
      }
    },
    waiting: () => inside.size,
    empty: async () => {
      while (inside.size > 0) await Promise.all(inside);
    },
  };
}
