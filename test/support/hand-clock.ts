/** A clock that stands until it is moved. */
export interface HandClock {
  /** Runs something once after a delay of this clock, and gives back its cancelling. */
  timer: (ms: number, run: () => void) => () => void;
  /** How long those that wait wait still. */
  waits(): number[];
  /** Moves it on; resolves when what that woke has come to rest. */
  pass(ms: number): Promise<void>;
}

/** Makes one. */
export function handClock(): HandClock {
  const alarms = new Set<{ at: number; run: () => void }>();
  let now = 0;
  const rest = () => new Promise(resolve => setImmediate(resolve));
  const pass = async (ms: number): Promise<void> => {
    await rest();
    now += ms;
    for (const alarm of [...alarms].filter(({ at }) => at <= now)) {
      alarms.delete(alarm);
      alarm.run();
    }
    await rest();
  };
  return {
    pass,
    waits: () => [...alarms].map(({ at }) => at - now),
    timer: (ms, run) => {
      const alarm = { at: now + ms, run };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
  };
}
