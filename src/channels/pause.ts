/** What a pause needs. `timer` runs something once after a delay and gives back its cancelling. */
export interface PauseDeps {
  timer: (ms: number, run: () => void) => () => void;
  signal: AbortSignal;
}

/** Resolves after `ms`, or at once when the signal ends the wait. */
export function pause({ timer, signal }: PauseDeps, ms: number): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve();
    const cancel = timer(ms, () => {
      signal.removeEventListener('abort', end);
      resolve();
    });
    const end = (): void => {
      cancel();
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
