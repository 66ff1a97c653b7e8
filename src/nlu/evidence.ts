import type { Reading } from './reading.ts';
import type { Match } from './spots.ts';

/** What one source says of the services; scores of several sources add up. */
export interface Evidence {
  /** Log-odds by service id; a service left out has 0. */
  scores: Map<string, number>;
  /** Phrases of the text that speak for a service, for the reasons and to tell matters apart. */
  matches: Match[];
}

/** The scores of several sources together. */
export function summed(evidence: Iterable<Pick<Evidence, 'scores'>>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { scores } of evidence) {
    for (const [id, score] of scores) sums.set(id, (sums.get(id) ?? 0) + score);
  }
  return sums;
}

/** A source of evidence: a vocabulary, a trained model. Pure and bounded; the same reading gives the same evidence. */
export type EvidenceSource = (reading: Reading) => Evidence;
