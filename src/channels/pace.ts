/** So many calls within a span of ms: never more than seconds, which a process that starts can wait for. */
export interface Pace {
  most: number;
  perMs: number;
}

/** What a platform takes in a moment: of an account, and to one recipient. */
export interface Paces {
  account?: Pace;
  recipient?: Pace;
}

/** Of so many places these are kept for numbers for danger. */
export function keptForDanger(most: number): number {
  return Math.floor(most / 8);
}

/** A call: when it had ended at the latest; not yet, while it is under way. */
interface Call {
  endedAt: number;
}

/** Calls that are kept within a pace. */
export interface Paced {
  /**
   * For how many ms there is no place for one more, when this many are kept free; 0: there is one; Infinity: none before a call
   * under way has ended.
   */
  waitMs(kept: number): number;
  /** Takes a place; what it returns is called when the call has ended, or none was made. */
  begin(): (wasCalled: boolean) => void;
}

/**
 * Makes what keeps calls within a pace. A call keeps its place from before it begins until a span after its end, so that
 * however long it took to arrive the platform sees no more of them within a span. Memory only, and yet no span is overdrawn
 * across a restart: the process before may have used all of it, so one that `startedAt` this time lets nothing through until
 * a whole span has passed. `elapsedMs` rises by one each ms.
 */
export function createPaced({ most, perMs }: Pace, elapsedMs: () => number, startedAt: number): Paced {
  let calls: Call[] = [];
  return {
    waitMs: kept => {
      const now = elapsedMs();
      calls = calls.filter(({ endedAt }) => endedAt > now - perMs);
      const free = most - kept - calls.length;
      const ends = calls.map(({ endedAt }) => endedAt).sort((a, b) => a - b);
      const inTheWay = free > 0 ? startedAt : (ends[-free] ?? Number.POSITIVE_INFINITY);
      return Math.max(0, inTheWay + perMs - now);
    },
    begin: () => {
      const call: Call = { endedAt: Number.POSITIVE_INFINITY };
      calls.push(call);
      return wasCalled => {
        call.endedAt = wasCalled ? elapsedMs() : Number.NEGATIVE_INFINITY;
      };
    },
  };
}
