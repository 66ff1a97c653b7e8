import type { GazetteerRow } from '../../catalogue/catalogue.ts';
import { bareWords } from '../../catalogue/words.ts';
import { soundOf } from '../tokens.ts';
import { isArea, type KnownPlace, knownPlaces } from './known-places.ts';
import { createMisspellings, type Misspellings } from './misspellings.ts';
import { nameForms, withoutKind } from './name-forms.ts';
import { isOrdinarySound } from './ordinary-names.ts';
import { COUNTRY_NAME } from './roads.ts';

/** A place a name may mean. */
export interface Candidate {
  place: KnownPlace;
  /** 1 when it is the place's own name, less when it is an alias or a shortened form. */
  fit: number;
}

/** All that one name may mean. */
export interface NameEntry {
  candidates: Candidate[];
  /** The name as plain words, as first seen. */
  written: string;
  /** The same by the sounds of its words. */
  sounds: readonly string[];
  /** The name is also a word or a phrase of everyday language. */
  ordinary: boolean;
}

/** Names by the sounds of their words, one word a step. */
export interface NameNode {
  entry: NameEntry | null;
  next: Map<string, NameNode>;
}

/** Everything the finder looks names up in; built once. */
export interface NameIndex {
  root: NameNode;
  places: KnownPlace[];
  misspellings: Misspellings;
}

/** Indexes every name, alias and usual form of the rows. */
export function createNameIndex(rows: readonly GazetteerRow[]): NameIndex {
  const places = knownPlaces(rows);
  const root: NameNode = { entry: null, next: new Map() };
  const vocabulary = new Set<string>();
  const areas = new Set(rows.filter(({ level }) => isArea(level)).map(({ name }) => bareWords(name)));
  const keys = new Map<string, string>();
  const known = (word: string): string => {
    const key = keys.get(word) ?? keyOf(word);
    keys.set(word, key);
    return key;
  };
  for (const place of places) {
    for (const { words, fit, joined } of nameForms(place.row, areas)) {
      const sounds = words.map(known);
      if (!joined) for (const sound of sounds) vocabulary.add(sound);
      addCandidate(nodeAt(root, sounds), { place, fit }, words, sounds);
    }
  }
  forEachEntry(root, entry => addNamesakes(entry, root));
  forEachEntry(root, entry => {
    entry.candidates = withoutNested(entry.candidates);
  });
  return { root, places, misspellings: createMisspellings(vocabulary) };
}

/** A place listed as `Barriada X` is not the only barriada of that name. */
const WITHOUT_KIND = 0.8;

function addNamesakes(entry: NameEntry, root: NameNode): void {
  const rest = withoutKind(entry.written);
  if (rest === null || rest === COUNTRY_NAME) return;
  let node: NameNode | undefined = root;
  for (const word of rest.split(' ')) node = node?.next.get(keyOf(word));
  for (const { place, fit } of node?.entry?.candidates ?? []) {
    const isNew = !isArea(place.row.level) && !entry.candidates.some(other => other.place === place);
    if (isNew) entry.candidates.push({ place, fit: fit * WITHOUT_KIND });
  }
}

/** A word as names are compared: by sound, and ñ as n. */
export function keyOf(word: string): string {
  return soundOf(word).replaceAll('ñ', 'n');
}

function nodeAt(root: NameNode, sounds: readonly string[]): NameNode {
  let node = root;
  for (const sound of sounds) {
    let next = node.next.get(sound);
    if (next === undefined) {
      next = { entry: null, next: new Map() };
      node.next.set(sound, next);
    }
    node = next;
  }
  return node;
}

function addCandidate(
  node: NameNode,
  candidate: Candidate,
  words: readonly string[],
  sounds: readonly string[],
): void {
  const written = words.join(' ');
  node.entry ??= { candidates: [], written, sounds, ordinary: isOrdinarySound(sounds.join(' ')) };
  const same = node.entry.candidates.find(({ place }) => place === candidate.place);
  if (same === undefined) node.entry.candidates.push(candidate);
  else same.fit = Math.max(same.fit, candidate.fit);
}

function forEachEntry(node: NameNode, visit: (entry: NameEntry) => void): void {
  if (node.entry !== null) visit(node.entry);
  for (const next of node.next.values()) forEachEntry(next, visit);
}

/** Of places of one name inside each other only one is meant; the finer ones stay for `corregimiento de …`. */
function withoutNested(candidates: Candidate[]): Candidate[] {
  if (candidates.length === 1) return candidates;
  return candidates.filter(({ place }) => {
    return !candidates.some(other => other.place !== place && stands(other.place, place));
  });
}

/** Whether `wide` stands for `fine`, a place of the same name: only areas of different levels are kept apart. */
function stands(wide: KnownPlace, fine: KnownPlace): boolean {
  if (isArea(fine.row.level)) return false;
  const [a, b] = [wide.row.code, fine.row.code];
  if (isArea(wide.row.level))
    return (
      wide.row.level !== 'province' && a.slice(0, 4) === b.slice(0, 4) && (b.startsWith(a) || b.length === 4)
    );
  if (a === b) return rank(wide) < rank(fine) || (rank(wide) === rank(fine) && wide.row.name < fine.row.name);
  return b.length === 4 && a.startsWith(b);
}

function rank({ row }: KnownPlace): number {
  return row.level === 'neighbourhood' ? 0 : 1;
}
