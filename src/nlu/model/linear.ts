/** Whole numbers row by row for each feature, one for each class; times `scale` they are weights. */
export interface Weights {
  rows: Int8Array;
  scale: number;
}

/** One question a model answers about a text: which of these classes? */
export interface Head {
  classes: readonly string[];
  bias: Float32Array;
  /** What each feature of the words says. */
  words: Weights;
  /** What each feature of the style says; null: this head does not look at it. */
  style: Weights | null;
  /** How much each sign from outside the words weighs, by class: row by row for each sign. */
  signs: Float32Array;
}

/** A trained model: the features it knows, by hash, and what each says to every head. */
export interface LinearModel<Name extends string = HeadName> {
  words: ReadonlyMap<number, number>;
  style: ReadonlyMap<number, number>;
  heads: Readonly<Record<Name, Head>>;
}

/** What is asked of a text. */
export type HeadName = 'service' | 'agency' | 'kind' | 'intent' | 'danger' | 'category';

/** The features of a text as hashes: of its words, and of how it is put. */
export interface Features {
  words: readonly number[];
  style: readonly number[];
}

/** Features a model knows, by their rows, and the value each has, so that all texts weigh alike. */
export interface Known {
  rows: number[];
  value: number;
}

/** A text as a model sees it. */
export interface Seen {
  words: Known;
  style: Known;
}

/** What style weighs beside words. */
const STYLE = 0.8;

/** What a model that knows these features sees of a text's. */
export function seenBy(
  { words, style }: Pick<LinearModel<string>, 'words' | 'style'>,
  features: Features,
): Seen {
  return { words: knownOf(words, features.words, 1), style: knownOf(style, features.style, STYLE) };
}

function knownOf(known: ReadonlyMap<number, number>, features: readonly number[], weight: number): Known {
  const rows: number[] = [];
  for (const feature of features) {
    const row = known.get(feature);
    if (row !== undefined) rows.push(row);
  }
  return { rows, value: rows.length === 0 ? 0 : weight / Math.sqrt(rows.length) };
}

/** Log-odds of each class: bias, words (each text weighs the same, however long), style and signs. */
export function scoresOf(head: Head, { words, style }: Seen, signs: readonly number[] = []): Float64Array {
  const scores = Float64Array.from(head.bias);
  addSums(scores, head.words, words);
  if (head.style) addSums(scores, head.style, style);
  const count = scores.length;
  for (const [i, sign] of signs.entries()) {
    if (sign === 0) continue;
    for (let c = 0; c < count; c += 1) {
      scores[c] = (scores[c] as number) + sign * (head.signs[i * count + c] as number);
    }
  }
  return scores;
}

/** Whole numbers until the end. */
function addSums(scores: Float64Array, { rows: table, scale }: Weights, { rows, value }: Known): void {
  const count = scores.length;
  const sums = new Int32Array(count);
  const inFours = rows.length - (rows.length % 4);
  addFours(sums, table, rows.slice(0, inFours));
  for (const row of rows.slice(inFours)) {
    const from = row * count;
    for (let c = 0; c < count; c += 1) sums[c] = (sums[c] as number) + (table[from + c] as number);
  }
  const share = value * scale;
  for (let c = 0; c < count; c += 1) scores[c] = (scores[c] as number) + (sums[c] as number) * share;
}

/** Four rows at once: this loop is most of what reading a text costs, and most of it was fetching and putting back the sums. */
function addFours(sums: Int32Array, table: Int8Array, rows: readonly number[]): void {
  const count = sums.length;
  const from = (n: number): number => (rows[n] as number) * count;
  for (let n = 0; n < rows.length; n += 4) {
    const [a, b, c, d] = [from(n), from(n + 1), from(n + 2), from(n + 3)];
    for (let i = 0; i < count; i += 1) {
      const two = (table[a + i] as number) + (table[b + i] as number);
      sums[i] = (sums[i] as number) + two + (table[c + i] as number) + (table[d + i] as number);
    }
  }
}
