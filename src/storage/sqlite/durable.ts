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

/** The fsync that runs, and who waits for it. */
export interface Durable {
  /** Begins one for those whose writes are committed; none may run. */
  begin(waiters: Waiter[]): void;
  isRunning(): boolean;
  /** Settles with the one that runs: at once when none does, unless the last one failed. */
  reached(): Promise<void>;
  waiting(): number;
}

/** Runs one fsync after the other; `ended` is called after each. */
export function createDurable({ sync }: GroupSync, ended: () => void): Durable {
  let present: Waiter[] | null = null;
  let inDoubt = false;
  const end = (failure: unknown): void => {
    const done = present ?? [];
    present = null;
    inDoubt = failure !== null;
    for (const waiter of done) failure === null ? waiter.resolve() : waiter.reject(failure);
    ended();
  };
  const begin = (waiters: Waiter[]): void => {
    present = waiters;
    sync(end);
  };
  return {
    begin,
    isRunning: () => present !== null,
    reached: () =>
      new Promise((resolve, reject) => {
        if (present !== null) present.push({ resolve, reject });
        else if (inDoubt) begin([{ resolve, reject }]);
        else resolve();
      }),
    waiting: () => present?.length ?? 0,
  };
}
