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
  const weights = rows.map(([, score]) => weigh(score));
  const total = weights.reduce((sum, weight) => sum + weight, weigh(rest));
  const ranked: Ranked<Id>[] = [];
  for (const [at, [id]] of rows.entries()) {
    const p = (weights[at] as number) / total;
    if (p >= least) ranked.push({ id, p });
  }
  return rank(ranked);
}

/** Best first; equals by id, so that the order never depends on how they were gathered. */
export function rank<Id extends string>(candidates: Ranked<Id>[]): Ranked<Id>[] {
  return candidates.sort((a, b) => b.p - a.p || (a.id < b.id ? -1 : 1));
}
