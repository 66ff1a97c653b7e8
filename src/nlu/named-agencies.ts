import type { Agency } from '../catalogue/catalogue.ts';
import { createLexicon, type Lexicon, readListed } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Match } from './spots.ts';

/** A body the text speaks of, by name or by words that point to it. */
export interface NamedAgency {
  id: string;
  /** 0–1: near 1 for its name, acronym or alias; less for a mere word of its own. */
  strength: number;
  /** It is called by its name, acronym or an alias. */
  byName: boolean;
  match: Match;
}

const BY_WORD = 0.45;

/** Finds the bodies a text names, the surest mention of each, surest first. */
export function createAgencyNames(agencies: Iterable<Agency>): (reading: Reading) => NamedAgency[] {
  const all = [...agencies];
  const names = lexiconOf(all, ({ acronym, name, aliases }) => [acronym, name, ...aliases]);
  const words = lexiconOf(all, agency => agency.words);
  return reading => {
    const found = new Map<string, NamedAgency>();
    const add = (match: Match, strength: number, byName: boolean): void => {
      const before = found.get(match.owner);
      if (before && before.strength >= strength) return;
      found.set(match.owner, { id: match.owner, strength, byName, match });
    };
    const named = names.find(reading).matches;
    const pointed = words.find(reading).matches;
    const longest = longestAt([...named, ...pointed]);
    for (const match of wholeNames(named, longest, reading)) add(match, strengthOf(match), true);
    for (const match of wholeNames(pointed, longest, reading)) add(match, BY_WORD * strengthOf(match), false);
    return [...found.values()].sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  };
}

function lexiconOf(agencies: readonly Agency[], textsOf: (agency: Agency) => readonly string[]): Lexicon {
  return createLexicon(
    readListed(agencies.flatMap(agency => textsOf(agency).map(text => [agency.id, text]))),
  );
}

/** How long the longest name or word at each unit is. */
function longestAt(matches: readonly Match[]): ReadonlyMap<number, number> {
  const longest = new Map<number, number>();
  for (const match of matches) {
    for (const at of match.units) longest.set(at, Math.max(longest.get(at) ?? 0, match.length));
  }
  return longest;
}

/** Without those within a longer one (`alcaldía` in `alcaldía de David`, `policía` in `policía municipal`) or a place's (`Alcalde Díaz`). */
function wholeNames(
  matches: readonly Match[],
  longest: ReadonlyMap<number, number>,
  { units }: Reading,
): Match[] {
  return matches.filter(match => {
    const within = match.units.every(at => (longest.get(at) ?? 0) > match.length);
    return !within && match.units.some(at => units[at]?.inPlace === false);
  });
}

function strengthOf({ quality, length }: Match): number {
  return quality ** 2 * (length > 1 ? 1 : 0.9);
}
