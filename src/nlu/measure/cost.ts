/** What reading texts costs, one after the other. */
export interface ReadingCost {
  perSecond: number;
  medianMs: number;
  p99Ms: number;
}

/** Read before it is measured, so that the compiler has seen the code. */
const WARM_UP = 300;

/** Reads each text once and says what it cost. `elapsedMs` rises by one each ms. */
export function readingCost(
  read: (text: string) => unknown,
  texts: readonly string[],
  elapsedMs: () => number,
): ReadingCost {
  for (const text of texts.slice(0, WARM_UP)) read(text);
  const began = elapsedMs();
  const took = texts.map(text => {
    const from = elapsedMs();
    read(text);
    return elapsedMs() - from;
  });
  const whole = elapsedMs() - began;
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0;
  return { perSecond: whole === 0 ? 0 : (1_000 * texts.length) / whole, medianMs: at(0.5), p99Ms: at(0.99) };
}
