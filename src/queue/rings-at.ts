/** No wake-up is put off by more than this, nor by more than this part of its delay. */
const MOST_MS = 1_024;
const PART = 1 / 16;

/**
 * When a wake-up asked for at `now` to come in `delayMs` is given, on the same clock in ms: not before, and a little later where
 * that makes those asked for again and again for about one time the same one.
 */
export function ringsAt(now: number, delayMs: number): number {
  // Powers of two: what is a place on a coarse grid is one on every finer grid too.
  const grain = 2 ** Math.floor(Math.log2(Math.min(Math.max(delayMs * PART, 1), MOST_MS)));
  return Math.ceil((now + delayMs) / grain) * grain;
}
