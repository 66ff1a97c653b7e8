import type { Rate } from './store.ts';

/** No platform counts over longer than a month. */
export const LONGEST_SPAN_MS = 32 * 24 * 3_600_000;

/** The longest span any of these rates counts over. */
export function longestOf(rates: readonly Rate[]): number {
  return Math.max(...rates.map(({ perMs }) => perMs));
}
