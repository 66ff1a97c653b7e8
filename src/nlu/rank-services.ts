import type { Ranked } from './classifier.ts';
import { type Evidence, summed } from './evidence.ts';
import type { NamedAgency } from './named-agencies.ts';
import { softmax } from './softmax.ts';

const TEMPERATURE = 0.8;
/** The score of "no service of ours": a message without evidence stays below it. */
const NO_SERVICE = 1.3;
const NAMED = 1.6;
const PRIOR = 0.06;
const AT_MOST = 8;

/** What the ranking of services rests on, ready for every message. */
export interface ServiceRanking {
  /** Every body a service can fall to. */
  holdersOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Share of all contacts by body, percent. */
  weights: ReadonlyMap<string, number>;
}

/** Services by calibrated probability, at most 8; what is left to 1 is "none of them". */
export function rankServices(ranking: ServiceRanking, evidence: Evidence[], named: NamedAgency[]): Ranked[] {
  const rows: [string, number][] = [];
  for (const [id, score] of summed(evidence)) {
    if (score <= 0) continue;
    const holders = ranking.holdersOf.get(id) ?? new Set();
    rows.push([id, score + namedBonus(holders, named) + prior(holders, ranking.weights)]);
  }
  return softmax(rows, TEMPERATURE, NO_SERVICE).slice(0, AT_MOST);
}

/** What a body called by name adds to the services that can fall to it. */
export function namedBonus(holders: ReadonlySet<string>, named: NamedAgency[]): number {
  let most = 0;
  for (const { id, strength } of named) if (holders.has(id)) most = Math.max(most, strength);
  return NAMED * most;
}

function prior(holders: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let weight = 0;
  for (const id of holders) weight += weights.get(id) ?? 0;
  return PRIOR * Math.log(1 + weight);
}
