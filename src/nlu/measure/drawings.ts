import { createRandom } from '../model/learn.ts';

/** A figure with how sure it is, the middle 95 % of its drawings, and of how many. */
export interface Share {
  value: number;
  low: number;
  high: number;
  n: number;
}

const DRAWINGS = 400;
/** Left out at each end: what lies between is the middle 95 %. */
const TAIL = Math.floor(DRAWINGS * 0.025);

/**
 * A figure over what was judged, with its certainty by the bootstrap in two steps: authors are drawn with replacement, and
 * of each one as many of their messages as they wrote. Who writes alike errs alike, so that messages alone would look
 * surer than they are. The same rows give the same interval.
 */
export function shareOf<Row>(
  rows: readonly Row[],
  authorOf: (row: Row) => string,
  figure: (rows: readonly Row[]) => number,
): Share {
  const n = rows.length;
  if (n === 0) return { value: 0, low: 0, high: 0, n };
  const groups = [...Map.groupBy(rows, authorOf).values()];
  const random = createRandom(n);
  const drawings = Array.from({ length: DRAWINGS }, () => figure(drawn(groups, random)));
  drawings.sort((a, b) => a - b);
  return { value: figure(rows), low: drawings[TAIL] ?? 0, high: drawings[DRAWINGS - 1 - TAIL] ?? 0, n };
}

function drawn<Row>(groups: readonly (readonly Row[])[], random: () => number): Row[] {
  const rows: Row[] = [];
  for (let k = 0; k < groups.length; k += 1) {
    const group = groups[Math.floor(random() * groups.length)] as readonly Row[];
    for (let i = 0; i < group.length; i += 1) rows.push(group[Math.floor(random() * group.length)] as Row);
  }
  return rows;
}

/** The mean of numbers; 0 of none. */
export function meanOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return numbers.length === 0 ? 0 : sum / numbers.length;
}
