/** Somebody who waits for an fsync. */
export interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

/** How commits are made durable. */
export interface GroupSync {
  /** Makes all that was committed so far durable, then calls back: null, or why it may not be. One runs at a time. */
  sync(done: (failure: unknown) => void): void;
}

/** Those whose writes are committed and wait for the fsync. */
export interface Durable {
  add(waiters: Waiter[]): void;
  /** Settles with all that was added so far: at once when nobody waits, unless the last fsync failed. */
  reached(): Promise<void>;
  waiting(): number;
}

/** Runs one fsync after the other while somebody waits; all that were added before one began share it. */
export function createDurable({ sync }: GroupSync): Durable {
  let next: Waiter[] = [];
  let present: Waiter[] | null = null;
  let inDoubt = false;
  const start = (): void => {
    if (present !== null || next.length === 0) return;
    [present, next] = [next, []];
    sync(end);
  };
  const end = (failure: unknown): void => {
    const done = present ?? [];
    present = null;
    inDoubt = failure !== null;
    if (failure === null) {
      start();
      for (const { resolve } of done) resolve();
      return;
    }
    // What came meanwhile lies behind what may be missing.
    const behind = next;
    next = [];
    for (const { reject } of [...done, ...behind]) reject(failure);
  };
  return {
    add: waiters => {
      next = next.length === 0 ? waiters.slice() : [...next, ...waiters];
      start();
    },
    reached: () => {
      const last = present === null || next.length > 0 ? next : present;
      if (last.length === 0 && !inDoubt) return Promise.resolve();
      return new Promise((resolve, reject) => {
        last.push({ resolve, reject });
        start();
      });
    },
    waiting: () => next.length + (present?.length ?? 0),
  };
}
