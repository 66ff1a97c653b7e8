/** One question a model answers about a text: which of these classes? */
export interface Head {
  classes: readonly string[];
  bias: Float32Array;
  /** Row by row for each feature, one weight for each class, to be multiplied by `scale`. */
  weights: Int8Array;
  scale: number;
  /** How much each sign from outside the words weighs, by class: row by row for each sign. */
  signs: Float32Array;
}

/** A trained model: the features it knows and what each says to every head. */
export interface LinearModel {
  rows: ReadonlyMap<number, number>;
  heads: Readonly<Record<HeadName, Head>>;
}

/** What is asked of a text. */
export type HeadName = 'service' | 'agency' | 'kind' | 'intent' | 'danger' | 'category';

/** A text as a model sees it: the rows of the features it knows, and the value each has, so that all texts weigh alike. */
export interface Seen {
  rows: number[];
  value: number;
}

/** What a model that knows these rows sees of a text's features. */
export function seenBy(known: LinearModel['rows'], features: readonly number[]): Seen {
  const rows: number[] = [];
  for (const feature of features) {
    const row = known.get(feature);
    if (row !== undefined) rows.push(row);
  }
  return { rows, value: rows.length === 0 ? 0 : 1 / Math.sqrt(rows.length) };
}

/** Log-odds of each class: bias, words (each text weighs the same, however long) and signs. */
export function scoresOf(head: Head, { rows, value }: Seen, signs: readonly number[] = []): Float64Array {
  const count = head.classes.length;
  const sums = wordSums(head.weights, rows, count);
  const scores = new Float64Array(count);
  const share = value * head.scale;
  for (let c = 0; c < count; c += 1) scores[c] = (sums[c] as number) * share + (head.bias[c] as number);
  for (const [i, sign] of signs.entries()) {
    if (sign === 0) continue;
    for (let c = 0; c < count; c += 1) {
      scores[c] = (scores[c] as number) + sign * (head.signs[i * count + c] as number);
    }
  }
  return scores;
}

/** Whole numbers until the end: this loop is most of what reading a text costs. */
function wordSums(weights: Int8Array, rows: readonly number[], count: number): Int32Array {
  const sums = new Int32Array(count);
  for (const row of rows) {
    const from = row * count;
    for (let c = 0; c < count; c += 1) sums[c] = (sums[c] as number) + (weights[from + c] as number);
  }
  return sums;
}
