import type { Service } from '../catalogue/catalogue.ts';
import type { EvidenceSource } from './evidence.ts';
import { createLexicon, type Findings, type Lexicon, type ListedPhrase, readListed } from './lexicon.ts';
import type { Reading, Unit } from './reading.ts';

/** How much a phrase counts by its number of words that matter. */
const BY_LENGTH = [0, 1, 1.35, 1.55, 1.7];
/** A word listed by itself was listed on purpose, however common it is. */
const LEAST_OF_LISTED = 0.4;
const LEAST_IN_PHRASE = 0.55;
/** What a word in a place's name says of the matter. */
const IN_PLACE = 0.35;
/** A phrase must be found this well to take the words from others. */
const SHADOWS = 0.8;
/** A word within a longer phrase of another service says less of its own. */
const OVERSHADOWED = 0.45;
/** What a word counts that stands alone, out of a phrase or out of what describes the matter. */
const ALONE: AloneWeights = { loose: 0.4, name: 0.22 };
const SCALE = 3;
/** A word that this many services use says nothing. */
const LOG_OF_MANY = Math.log(100);

/** What evidence is taken from: phrases, and the texts that describe what they mean. */
export type Worded = Pick<Service, 'id' | 'words' | 'name' | 'covers'>;

/** Weights of single words: those of phrases, and those of names and descriptions. */
export interface AloneWeights {
  loose: number;
  name: number;
}

/** Evidence from the words of `services.yaml`: phrases first, then their single words, then names and descriptions. */
export function createWordEvidence(services: Iterable<Worded>, alone = ALONE): EvidenceSource {
  const all = [...services];
  const listed = readListed(all.flatMap(({ id, words }) => words.map(word => [id, word] as const)));
  const described = readListed(all.flatMap(descriptionsOf));
  const lexicon = createLexicon(listed);
  const loose = looseWords(listed, described, alone);
  return reading => {
    const found = lexicon.find(reading);
    const credits = creditsOf(found, reading, lexicon);
    addLooseWords(credits, reading, found.stems, loose);
    const scores = new Map<string, number>();
    for (const [id, byUnit] of credits) {
      let sum = 0;
      for (const credit of byUnit.values()) sum += credit;
      scores.set(id, sum * SCALE);
    }
    return { scores, matches: found.matches };
  };
}

/** By service, by unit: the most that one phrase gives it. */
type Credits = Map<string, Map<number, number>>;

function creditsOf({ matches, stems }: Findings, reading: Reading, lexicon: Lexicon): Credits {
  const rarities = stems.map((stem, at) => rarityOf(stem, reading.units[at], lexicon));
  const longest = new Map<number, number>();
  for (const { units, length, quality } of matches) {
    if (quality < SHADOWS) continue;
    for (const at of units) longest.set(at, Math.max(longest.get(at) ?? 0, length));
  }
  const credits: Credits = new Map();
  for (const match of matches) {
    const factor = (BY_LENGTH[Math.min(match.length, BY_LENGTH.length - 1)] ?? 1) * match.quality;
    const inPlace = match.units.filter(at => reading.units[at]?.inPlace);
    // "Se fue la luz en Pacora, calle 2" tells nothing of the light of a street, nor "Cerro Viento, calle 3" of a closed one.
    const isChance = inPlace.length < match.units.length || match.quality < SHADOWS;
    const isBeside = match.length === 1 || isChance;
    for (const at of match.units) {
      const shadow = (longest.get(at) ?? 0) > match.length ? OVERSHADOWED : 1;
      const least = match.length > 1 ? LEAST_IN_PHRASE : LEAST_OF_LISTED;
      const worth = Math.max(least, rarities[at] ?? 0) * (isBeside && inPlace.includes(at) ? IN_PLACE : 1);
      credit(credits, match.owner, at, worth * factor * shadow);
    }
  }
  return credits;
}

function credit(credits: Credits, id: string, at: number, value: number): void {
  const byUnit = credits.get(id);
  if (byUnit === undefined) credits.set(id, new Map([[at, value]]));
  else if (value > (byUnit.get(at) ?? -1)) byUnit.set(at, value);
}

function rarityOf(stem: string | null, unit: Unit | undefined, lexicon: Lexicon): number {
  if (stem === null) return 0;
  const denied = unit?.negated ? lexicon.rarity(`!${stem}`) : 0;
  // A common word is not rare because a single phrase has it without the "no".
  return unit?.common && denied > 0 ? denied : Math.max(lexicon.rarity(stem), denied);
}

/** Which services use a word anywhere, and how much that says. */
type LooseWords = Map<string, Map<string, number>>;

function looseWords(
  listed: readonly ListedPhrase[],
  described: readonly ListedPhrase[],
  alone: AloneWeights,
): LooseWords {
  const loose: LooseWords = new Map();
  for (const phrase of listed) addLoose(loose, phrase, alone.loose);
  for (const phrase of described) addLoose(loose, phrase, alone.name);
  return loose;
}

function descriptionsOf({ id, name, covers }: Worded): [owner: string, text: string][] {
  return [name.es, covers.es, name.en, covers.en].map(text => [id, text]);
}

function addLoose(loose: LooseWords, { owner, units }: ListedPhrase, weight: number): void {
  for (const { stem, negated } of units) {
    for (const key of negated ? [stem, `!${stem}`] : [stem]) {
      const owners = loose.get(key) ?? new Map<string, number>();
      loose.set(key, owners.set(owner, Math.max(owners.get(owner) ?? 0, weight)));
    }
  }
}

function addLooseWords(
  credits: Credits,
  reading: Reading,
  stems: (string | null)[],
  loose: LooseWords,
): void {
  const seen = new Set<string>();
  for (const [at, unit] of reading.units.entries()) {
    const stem = loose.has(unit.stem) ? unit.stem : (stems[at] ?? null);
    if (stem === null || unit.inPlace || unit.common || seen.has(stem)) continue;
    seen.add(stem);
    const owners = (unit.negated && loose.get(`!${stem}`)) || loose.get(stem);
    if (!owners) continue;
    const worth = Math.max(0, 1 - Math.log(owners.size) / LOG_OF_MANY) ** 1.5;
    for (const [id, weight] of owners) credit(credits, id, at, weight * worth);
  }
}
