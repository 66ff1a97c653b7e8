import { createRandom, shuffle } from '../model/learn.ts';

// A chain of two labels (a linear-chain conditional random field; Lafferty, McCallum, Pereira 2001): each word says where or
// not, by what is seen of it and by what the word before says.

/** What a chain has learned, as log-odds. */
export interface Chain {
  /** Of each feature, for saying where. */
  weights: Float32Array;
  bias: Float32Array;
  /** Of one label behind another: not–not, not–where, where–not, where–where. */
  steps: Float32Array;
}

/** A row of words: which features each has, by their rows. */
export type Words = readonly (readonly number[])[];

/** A row to learn from, with whether each word says where. */
export interface Row {
  words: Words;
  labels: readonly boolean[];
}

/** How a chain is learned. */
export interface Course {
  /** How many features there are. */
  features: number;
  epochs: number;
  rate: number;
  /** Pulls weights towards 0. */
  decay: number;
  seed: number;
}

/** Learns a chain by AdaGrad, one row at a time, in an order drawn from the seed: the same rows give the same numbers. */
export function learnChain(rows: readonly Row[], course: Course): Chain {
  const pupil = pupilOf(course);
  const random = createRandom(course.seed);
  const order = rows.filter(({ labels }) => labels.length > 0);
  for (let epoch = 0; epoch < course.epochs; epoch += 1) {
    shuffle(order, random);
    for (const row of order) study(pupil, row, course);
  }
  return pupil;
}

/** A chain with the sums of squared gradients of each of its numbers. */
interface Pupil extends Chain {
  squares: Chain;
}

function pupilOf({ features }: Course): Pupil {
  const empty = (): Chain => ({
    weights: new Float32Array(features),
    bias: new Float32Array(1),
    steps: new Float32Array(4),
  });
  return { ...empty(), squares: empty() };
}

function study(pupil: Pupil, { words, labels }: Row, { rate, decay }: Course): void {
  const { likely, steps } = expected(pupil, words);
  const move = (part: keyof Chain, at: number, gradient: number): void => {
    const sums = pupil.squares[part];
    const sum = (sums[at] ?? 0) + gradient * gradient;
    sums[at] = sum;
    if (sum > 0) pupil[part][at] = (pupil[part][at] ?? 0) - (rate * gradient) / Math.sqrt(sum);
  };
  let off = 0;
  for (const [i, features] of words.entries()) {
    const error = (likely[i] ?? 0) - Number(labels[i]);
    off += error;
    for (const feature of features) move('weights', feature, error + decay * (pupil.weights[feature] ?? 0));
    const step = 2 * Number(labels[i - 1]) + Number(labels[i]);
    if (i > 0) steps[step] = (steps[step] ?? 0) - 1;
  }
  move('bias', 0, off);
  for (const [step, gradient] of steps.entries()) move('steps', step, gradient);
}

const LABELS = [0, 1] as const;

/** How likely each word of a row says where, and how often each step is to be expected in it (forward–backward). */
function expected(chain: Chain, words: Words): { likely: number[]; steps: number[] } {
  const odds = words.map(features => scoreOf(chain, features));
  const ahead = sumsAhead(chain, odds);
  const behind = sumsAhead({ ...chain, steps: turned(chain.steps) }, odds.toReversed()).reverse();
  const [not = 0, where = 0] = ahead.at(-1) ?? [];
  const total = sumOfLogs(not, where);
  // Both sums count the word's own score.
  const likely = odds.map((own, i) => Math.exp((ahead[i]?.[1] ?? 0) + (behind[i]?.[1] ?? 0) - own - total));
  const steps = [0, 0, 0, 0];
  for (let i = 1; i < odds.length; i += 1)
    for (const from of LABELS)
      for (const to of LABELS) {
        const step = 2 * from + to;
        const log = (ahead[i - 1]?.[from] ?? 0) + (chain.steps[step] ?? 0) + (behind[i]?.[to] ?? 0) - total;
        steps[step] = (steps[step] ?? 0) + Math.exp(log);
      }
  return { likely, steps };
}

function turned([a = 0, b = 0, c = 0, d = 0]: Float32Array): Float32Array {
  return Float32Array.of(a, c, b, d);
}

/** For each word and label the logarithm of what all ways from the beginning to it weigh. */
function sumsAhead({ steps }: Chain, odds: readonly number[]): [number, number][] {
  const sums: [number, number][] = [];
  for (const [i, own] of odds.entries()) {
    const [not, where] = sums[i - 1] ?? [0, 0];
    const come = (to: 0 | 1): number =>
      i === 0 ? 0 : sumOfLogs(not + (steps[to] ?? 0), where + (steps[2 + to] ?? 0));
    sums.push([come(0), come(1) + own]);
  }
  return sums;
}

function sumOfLogs(a: number, b: number): number {
  const most = Math.max(a, b);
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most));
}

function scoreOf({ weights, bias }: Chain, features: readonly number[]): number {
  let score = bias[0] ?? 0;
  for (const feature of features) score += weights[feature] ?? 0;
  return score;
}

/**
 * The likeliest labels of a row all together (Viterbi): whether each word says where. `odds` are the scores of the words by
 * themselves.
 */
export function readChain(steps: Chain['steps'], odds: readonly number[]): boolean[] {
  let best: [number, number] = [0, 0];
  const came = odds.map((own, i) => {
    const [not, where] = best;
    const come = (to: 0 | 1): [number, number] => [not + (steps[to] ?? 0), where + (steps[2 + to] ?? 0)];
    const most = (to: 0 | 1): number => (i === 0 ? 0 : Math.max(...come(to)));
    best = [most(0), most(1) + own];
    return LABELS.map(to => {
      const [stay, go] = come(to);
      return Number(go > stay);
    });
  });
  let label = Number(best[1] > best[0]);
  const labels = came.toReversed().map(from => {
    const own = label;
    label = from[own] ?? 0;
    return own === 1;
  });
  return labels.reverse();
}
