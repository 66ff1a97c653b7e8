/** How sure the understanding was, and whether it was right. */
export interface Certainty {
  p: number;
  right: boolean;
}

/** Messages whose certainty lies in one tenth, how sure the understanding was there on average, and how often right. */
export interface Bin {
  from: number;
  n: number;
  p: number;
  right: number;
}

const BINS = 10;
/** From here on a body is taken without asking. */
const SURE = 0.8;

/** Certainty by tenths: where it is honest, `p` and `right` are equal. */
export function binsOf(rows: readonly Certainty[]): Bin[] {
  return tenths(rows).map(({ n, p, right }, i) => ({
    ...{ from: i / BINS, n },
    ...{ p: n === 0 ? 0 : p / n, right: n === 0 ? 0 : right / n },
  }));
}

/** The mean difference between how sure and how often right, over ten bins. */
export function calibrationError(rows: readonly Certainty[]): number {
  const off = tenths(rows).reduce((sum, { p, right }) => sum + Math.abs(p - right), 0);
  return rows.length === 0 ? 0 : off / rows.length;
}

function tenths(rows: readonly Certainty[]): { n: number; p: number; right: number }[] {
  const bins = Array.from({ length: BINS }, () => ({ n: 0, p: 0, right: 0 }));
  for (const { p, right } of rows) {
    const bin = bins[Math.min(BINS - 1, Math.floor(p * BINS))];
    if (!bin) continue;
    bin.n += 1;
    bin.p += p;
    bin.right += Number(right);
  }
  return bins;
}

/** How many are sure (p ≥ .8), and how often right they are; calibration alone is cheap for who is never sure. */
export function sharpnessOf(rows: readonly Certainty[]): { share: number; right: number } {
  const sure = rows.filter(({ p }) => p >= SURE);
  const right = sure.filter(row => row.right).length;
  return {
    share: rows.length === 0 ? 0 : sure.length / rows.length,
    right: sure.length === 0 ? 0 : right / sure.length,
  };
}
