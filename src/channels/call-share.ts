/** A process's part of what accounts may be called in a moment, where several processes send from the same accounts. */
export interface CallShare {
  /** The part that is surely this process's own now: 0 (none) to 1 (all). */
  part(): number;
  /** Tells it how to find out whether the calls of this process would fit in a smaller part. */
  measuredBy(fits: (part: number) => boolean): void;
}
