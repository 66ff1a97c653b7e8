import { countedWeights } from './counts.ts';
import type { Head, Known, Seen, Weights } from './linear.ts';

/** One labelled text for one head. */
export interface Example {
  seen: Seen;
  signs: number[];
  /** Index of its class. */
  label: number;
  /** How much it counts. */
  weight: number;
}

/** How a head is learned. */
export interface Lesson {
  classes: readonly string[];
  /** How many features of words, of style and signs there are; no style: it is not looked at. */
  words: number;
  style: number;
  signs: number;
  /** Whether what is merely counted is added to what is learned. */
  counted: boolean;
  epochs: number;
  /** Pulls weights towards 0: the strength of the prior. */
  decay: number;
  seed: number;
}

/** Longer steps learn what single messages have by chance. */
const RATE = 0.2;
const EPSILON = 1e-6;

/**
 * Learns a head by multinomial logistic regression: AdaGrad (Duchi, Hazan, Singer 2011), one example at a time, in an
 * order drawn from the seed. The same examples and seed give the same bytes.
 */
export function learn(examples: readonly Example[], lesson: Lesson): Head {
  const { classes } = lesson;
  const count = classes.length;
  const pupil: Pupil = {
    ...{ count, bias: grown(count), p: new Float64Array(count) },
    words: grown(lesson.words * count),
    style: lesson.style === 0 ? null : grown(lesson.style * count),
    signs: grown(lesson.signs * count),
  };
  const random = createRandom(lesson.seed);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < lesson.epochs; epoch += 1) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example) step(pupil, example, lesson.decay);
    }
  }
  if (lesson.counted) add(pupil.words.w, countedWeights(examples, lesson.words, count));
  return {
    ...{ classes, bias: pupil.bias.w, signs: pupil.signs.w, words: quantised(pupil.words.w) },
    style: pupil.style && quantised(pupil.style.w),
  };
}

function add(weights: Float32Array, others: Float32Array): void {
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) + (others[i] ?? 0);
}

interface Grown {
  w: Float32Array;
  /** Sums of squared gradients. */
  g: Float32Array;
}

interface Pupil {
  count: number;
  words: Grown;
  style: Grown | null;
  signs: Grown;
  bias: Grown;
  p: Float64Array;
}

function grown(size: number): Grown {
  return { w: new Float32Array(size), g: new Float32Array(size) };
}

function step(pupil: Pupil, { seen, signs, label, weight }: Example, decay: number): void {
  const { count, p, words, style, bias } = pupil;
  predict(pupil, seen, signs);
  p[label] = (p[label] ?? 0) - 1;
  const pace = { count, p, decay, rate: RATE * weight };
  for (const row of seen.words.rows) move(words, row * count, seen.words.value, pace);
  if (style) for (const row of seen.style.rows) move(style, row * count, seen.style.value, pace);
  for (const [i, sign] of signs.entries()) if (sign !== 0) move(pupil.signs, i * count, sign, pace);
  move(bias, 0, 1, { ...pace, decay: 0 });
}

function predict({ p, words, style, signs: own, bias }: Pupil, seen: Seen, signs: number[]): void {
  p.set(bias.w);
  addKnown(p, words, seen.words);
  if (style) addKnown(p, style, seen.style);
  for (const [i, sign] of signs.entries()) if (sign !== 0) addKnown(p, own, { rows: [i], value: sign });
  toProbabilities(p);
}

function addKnown(p: Float64Array, { w }: Grown, { rows, value }: Known): void {
  const count = p.length;
  for (const row of rows) {
    const from = row * count;
    for (let c = 0; c < count; c += 1) p[c] = (p[c] ?? 0) + value * (w[from + c] ?? 0);
  }
}

/** Scores as probabilities, in place. */
function toProbabilities(p: Float64Array): void {
  const top = p.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let c = 0; c < p.length; c += 1) {
    const e = Math.exp((p[c] ?? 0) - top);
    p[c] = e;
    total += e;
  }
  for (let c = 0; c < p.length; c += 1) p[c] = (p[c] ?? 0) / total;
}

/** Classes whose chance is nil learn nothing worth its time. */
const NIL = 1e-3;

/** How far one example moves weights. What it counts for makes its steps shorter: AdaGrad would undo a smaller gradient. */
interface Pace extends Pick<Pupil, 'count' | 'p'> {
  decay: number;
  rate: number;
}

function move({ w, g }: Grown, from: number, value: number, { count, p, decay, rate }: Pace): void {
  for (let c = 0; c < count; c += 1) {
    const error = p[c] ?? 0;
    if (error < NIL && error > -NIL) continue;
    const at = from + c;
    const gradient = error * value + decay * (w[at] ?? 0);
    const sum = (g[at] ?? 0) + gradient * gradient;
    g[at] = sum;
    w[at] = (w[at] ?? 0) - (rate * gradient) / (Math.sqrt(sum) + EPSILON);
  }
}

/** Eight bits a weight: finer steps change no answer worth having. */
export function quantised(w: Float32Array): Weights {
  const most = w.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const scale = most === 0 ? 1 : most / 127;
  const rows = new Int8Array(w.length);
  for (let i = 0; i < w.length; i += 1) rows[i] = Math.round((w[i] ?? 0) / scale);
  return { rows, scale };
}

/** Numbers in [0, 1) that follow from a seed: mulberry32 (T. Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts a list in an order drawn by chance (Fisher and Yates). */
export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = list[i] as T;
    list[i] = list[j] as T;
    list[j] = held;
  }
}
