import type { Ranked } from './classifier.ts';

/** Scores as probabilities, best first. `rest` is the score of "none of these", which keeps its share for itself; those below `least` are left out. */
export function softmax<Id extends string>(
  scores: Iterable<readonly [Id, number]>,
  temperature: number,
  rest = Number.NEGATIVE_INFINITY,
  least = 0,
): Ranked<Id>[] {
  const rows = [...scores];
  const top = rows.reduce((most, [, score]) => Math.max(most, score), rest);
  const weigh = (score: number): number => Math.exp((score - top) / temperature);
  const total = rows.reduce((sum, [, score]) => sum + weigh(score), weigh(rest));
  const all = rows.map(([id, score]) => ({ id, p: weigh(score) / total }));
  return rank(least > 0 ? all.filter(({ p }) => p >= least) : all);
}

/** Best first; equals by id, so that the order never depends on how they were gathered. */
export function rank<Id extends string>(candidates: Ranked<Id>[]): Ranked<Id>[] {
  return candidates.sort((a, b) => b.p - a.p || (a.id < b.id ? -1 : 1));
}
