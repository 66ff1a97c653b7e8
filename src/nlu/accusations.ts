import type { Service } from '../catalogue/catalogue.ts';
import { type Evidence, type EvidenceSource, summed } from './evidence.ts';
import { ACCUSES } from './offence-cues.ts';
import { read } from './reading.ts';

/** So much speaks for the service that deals with accused officials, against the words of the body they work for. */
const ACCUSED = 5;
const NOTHING: Evidence = { scores: new Map(), matches: [] };

/**
 * A body that is accused is named, and its words are met, though another one deals with it: what takes bribes or steals
 * is for the service whose own words say so most often.
 */
export function createAccusations(services: Iterable<Pick<Service, 'id' | 'words'>>): EvidenceSource {
  const counted = [...services].map(({ id, words }) => ({
    id,
    count: words.filter(word => ACCUSES.test(read(word, new Map()).line)).length,
  }));
  const [most] = counted.toSorted((a, b) => b.count - a.count);
  if (!most || most.count === 0) return () => NOTHING;
  const accused: Evidence = { scores: new Map([[most.id, ACCUSED]]), matches: [] };
  return ({ line }) => (ACCUSES.test(line) ? accused : NOTHING);
}

/** What two sources say together. */
export function together(one: EvidenceSource, other: EvidenceSource): EvidenceSource {
  return reading => {
    const both = [one(reading), other(reading)];
    return { scores: summed(both), matches: both.flatMap(({ matches }) => matches) };
  };
}
