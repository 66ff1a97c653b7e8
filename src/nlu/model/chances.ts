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

/** The same by class. */
export function chancesOf(head: Head, seen: Seen, signs: readonly number[] = []): Map<string, number> {
  return new Map(probabilities(head, seen, signs).map(({ id, p }) => [id, p]));
}
