import type { Reading, Unit } from './reading.ts';
import { unitsOf } from './reading.ts';
import { createRespell } from './spelling.ts';
import { addMatch, type Match, type Phrase, type Spot } from './spots.ts';
import { createTokenReader, type Token } from './tokens.ts';

/** What a vocabulary finds in a text. */
export interface Findings {
  matches: Match[];
  /** By unit: the vocabulary's stem for its word, also when that is misspelt; null when nothing is near. */
  stems: (string | null)[];
}

/** Finds the phrases of a vocabulary in a text. */
export interface Lexicon {
  find(reading: Reading): Findings;
  /** 0–1, how few owners use the word: 1 for a word of one owner only, 0 for a word nobody uses; `!` marks a negation. */
  rarity(key: string): number;
}

/** A phrase of a vocabulary, its words read. */
export interface ListedPhrase {
  owner: string;
  tokens: readonly Token[];
  units: readonly Unit[];
}

/** Reads the phrases of a vocabulary, each with who it is of; the words that they share are worked out once. */
export function readListed(phrases: Iterable<readonly [owner: string, phrase: string]>): ListedPhrase[] {
  const tokensOf = createTokenReader(NO_SHORTHAND);
  return Array.from(phrases, ([owner, text]) => {
    const tokens = tokensOf(text.replace(/[.+]/g, ' '));
    return { owner, tokens, units: unitsOf(tokens) };
  });
}

/** Indexes phrases by their rarest word. Endings, usual misspellings, light words and small gaps do not matter. */
export function createLexicon(phrases: readonly ListedPhrase[]): Lexicon {
  const all = phrases.map(phraseOf).filter(phrase => phrase !== null);
  const rarity = rarityOf(all);
  const index = new Map<string, Phrase[]>();
  for (const phrase of all) {
    const key = anchor(phrase, rarity);
    const there = index.get(key);
    if (there) there.push(phrase);
    else index.set(key, [phrase]);
  }
  const respell = createRespell(all.flatMap(({ keys }) => keys.map(plain)));
  const stems = new Set(all.flatMap(({ keys }) => keys.map(plain)));
  const known = ({ stem, inPlace }: Unit): string | null => {
    if (stems.has(stem)) return stem;
    return inPlace ? null : respell(stem);
  };
  return {
    rarity: key => rarity.get(key) ?? 0,
    find: reading => {
      const found = reading.units.map(known);
      return { matches: find(reading, index, found), stems: found };
    },
  };
}

function plain(key: string): string {
  return key.startsWith('!') ? key.slice(1) : key;
}

const NO_SHORTHAND: ReadonlyMap<string, string> = new Map();

function phraseOf({ owner, tokens, units }: ListedPhrase): Phrase | null {
  if (units.length === 0) return null;
  const exactly = units.length === 1 && tokens.length > 1 && !units[0]?.negated;
  return {
    owner,
    length: units.length + units.filter(({ negated }) => negated).length + (exactly ? 1 : 0),
    keys: units.map(({ stem, negated }) => (negated ? `!${stem}` : stem)),
    sounds: units.map(({ sound }) => sound),
    exactly: exactly ? tokens.map(({ sound }) => sound) : null,
    anchor: 0,
  };
}

function anchor(phrase: Phrase, rarity: Map<string, number>): string {
  let best = '';
  for (const [at, key] of phrase.keys.entries()) {
    if (best === '' || (rarity.get(key) ?? 0) > (rarity.get(best) ?? 0)) {
      best = key;
      phrase.anchor = at;
    }
  }
  return best;
}

function rarityOf(phrases: Phrase[]): Map<string, number> {
  const owners = new Map<string, Set<string>>();
  for (const { owner, keys } of phrases) {
    for (const key of keys) owners.set(key, (owners.get(key) ?? new Set()).add(owner));
  }
  const total = Math.max(2, new Set(phrases.map(({ owner }) => owner)).size);
  const most = Math.log(total / 1);
  return new Map([...owners].map(([key, { size }]) => [key, Math.max(0.05, Math.log(total / size) / most)]));
}

function find(reading: Reading, index: Map<string, Phrase[]>, stems: (string | null)[]): Match[] {
  const spots = reading.units.map((unit, at): Spot => {
    const key = stems[at] ?? '';
    return { unit, key, misspelt: key !== unit.stem };
  });
  const matches: Match[] = [];
  for (const [at, spot] of spots.entries()) {
    if (spot.key === '') continue;
    for (const phrase of index.get(spot.key) ?? []) addMatch(matches, phrase, at, spots, reading);
    if (!spot.unit.negated) continue;
    for (const phrase of index.get(`!${spot.key}`) ?? []) addMatch(matches, phrase, at, spots, reading);
  }
  return matches;
}
