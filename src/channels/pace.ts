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

/** Calls that are kept within a pace, or within this process's part of it. */
export interface Paced {
  /** So many calls within a span are this process's own now. */
  most(): number;
  /**
   * For how many ms there is no place for one more, when this many are kept free; 0: there is one; Infinity: none before a call
   * under way has ended.
   */
  waitMs(kept: number): number;
  /** Takes a place; what it returns is called when the call has ended, or none was made. */
  begin(): (wasCalled: boolean) => void;
  /** Are the calls under way, and those of the span before now, no more than this part of the pace would let through? */
  fits(part: number): boolean;
}

/** Who has no part of a pace looks again after so long. */
const NO_PART_MS = 250;

/**
 * Makes what keeps calls within a pace. A call keeps its place from before it begins until a span after its end, so that
 * however long it took to arrive the platform sees no more of them within a span. Memory only, and yet no span is overdrawn
 * across a restart: the process before may have used all of it, so one that `startedAt` this time lets nothing through until
 * a whole span has passed. `elapsedMs` rises by one each ms. `part`: how much of the pace (0 to 1) is this process's own now; where
 * that is less than one call, one is let through in a longer span, and only the platform itself can tell whether all of them
 * together are too many.
 */
export function createPaced(
  pace: Pace,
  elapsedMs: () => number,
  startedAt: number,
  part: () => number = () => 1,
): Paced {
  let calls: Call[] = [];
  const recent = (spanMs: number): Call[] => {
    const now = elapsedMs();
    return calls.filter(({ endedAt }) => endedAt > now - spanMs);
  };
  return {
    most: () => partOf(pace, part()).most,
    waitMs: kept => {
      if (part() <= 0) return NO_PART_MS;
      const { most, perMs } = partOf(pace, part());
      const now = elapsedMs();
      // Only here, where the span is the one that counts: a shorter look must lose none.
      calls = recent(perMs);
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
    fits: less => recent(pace.perMs).length <= Math.floor(pace.most * less),
  };
}

function partOf({ most, perMs }: Pace, part: number): Pace {
  const allowed = most * part;
  return allowed >= 1
    ? { most: Math.floor(allowed), perMs }
    : { most: 1, perMs: perMs / Math.max(allowed, 0.01) };
}
