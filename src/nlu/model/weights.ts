/** Whose words a correction is about, and who made it. */
export interface Voices {
  writer: string;
  corrector: string;
}

/** The most that one writer, or one corrector, may weigh of everything a model is taught. */
export const MOST_OF_ONE = 0.02;

/**
 * What each correction weighs beside `corpus` labelled messages of weight 1: no writer and no corrector more than
 * `MOST_OF_ONE` of the whole, and all of them together not more than the office's own messages.
 */
export function weightsOf(corrections: readonly Voices[], corpus: number): number[] {
  const most = MOST_OF_ONE * corpus;
  let weights = corrections.map(() => 1);
  weights = capped(
    weights,
    corrections.map(({ corrector }) => corrector),
    most,
  );
  weights = capped(
    weights,
    corrections.map(({ writer }) => writer),
    most,
  );
  return capped(
    weights,
    corrections.map(() => ''),
    corpus,
  );
}

/** The weights with those of each group scaled down to `most` together. */
function capped(weights: readonly number[], groups: readonly string[], most: number): number[] {
  const sums = new Map<string, number>();
  for (const [i, group] of groups.entries()) sums.set(group, (sums.get(group) ?? 0) + (weights[i] ?? 0));
  return weights.map((weight, i) => weight * Math.min(1, most / (sums.get(groups[i] ?? '') ?? 1)));
}
