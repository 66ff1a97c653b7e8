import type { Ranked } from '../classifier.ts';
import { softmax } from '../softmax.ts';
import { type Head, type Seen, scoresOf } from './linear.ts';

/** The classes of a head by probability, all of them. */
export function probabilities(head: Head, seen: Seen, signs: readonly number[] = []): Ranked[] {
  const scores = scoresOf(head, seen, signs);
  return softmax(
    head.classes.map((id, c) => [id, scores[c] ?? 0] as const),
    1,
  );
}

/** The same by class, in no order: of hundreds of classes nobody needs the best first. */
export function chancesOf(head: Head, seen: Seen, signs: readonly number[] = []): Map<string, number> {
  const scores = scoresOf(head, seen, signs);
  const top = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const weights = scores.map(score => Math.exp(score - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(head.classes.map((id, c) => [id, (weights[c] ?? 0) / total]));
}
