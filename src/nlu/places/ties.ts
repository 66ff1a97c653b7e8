import type { Token } from '../tokens.ts';
import { BETWEEN, CARS, LEAVING, ROADS, WAYS_THERE } from './cue-words.ts';
import type { Cues } from './cues.ts';
import { contains } from './known-places.ts';
import type { Reading } from './readings.ts';
import { LEAST_STRENGTH } from './strength.ts';

/** Words before the first of two names that may say what ties them. */
const LEAD = 4;
/** Options lighter than this beside the heaviest are not asked whether two names lie together. */
const HEAVY = 0.3;

/** What stands between two names that are tied. */
const TO = /^\s+(?:a|al|para|pa|hacia|hasta|to)\s+(?:el\s+|la\s+|los\s+|las\s+)?$/;
const DASH = /^\s*[-–—]\s*$/;
const SPACE = /^\s+$/;
const AND = /^\s+(?:y|e|and)\s+(?:de\s+)?$/;
const OR = /^\s*,?\s*(?:o|u|or|ni)\s+(?:(?:en|por|de|in)\s+)?(?:(?:el|la|los|las)\s+)?(?:de\s+)?$/;

/** Two names of one sentence next to each other. */
interface Pair {
  first: Reading;
  second: Reading;
  /** What is written between them. */
  gap: string;
  /** The word before the first. */
  from: string;
  /** The few words before it, the nearest last. */
  lead: readonly string[];
  /** Both are meant as places. */
  sure: boolean;
}

/**
 * Gives names that only tell from where to where something goes, or between which places it lies, that role: neither is
 * where the matter is. `el bus de Penonomé a Antón`, `entre David y Boquete`; but `lo llevaron de David a Chitré`.
 */
export function tieEnds(readings: readonly Reading[], tokens: readonly Token[], text: string): void {
  for (const [at, second] of readings.entries()) {
    const pair = pairOf(readings[at - 1], second, tokens, text);
    if (pair === null) continue;
    const [one, other] = rolesOf(pair);
    if (one !== null) pair.first.cues.role = one;
    if (other !== null) second.cues.role = other;
  }
}

const OF_NEXT = /^\s*,?\s*(?:de|del|en|in|of)\s+(?:el\s+|la\s+|los\s+|las\s+)?$/;

/** `la escuela Belisario Porras de San Francisco`: the name of a building says nothing of where, where another place follows. */
export function nameBuildings(readings: readonly Reading[], tokens: readonly Token[], text: string): void {
  for (const [at, second] of readings.entries()) {
    const pair = pairOf(readings[at - 1], second, tokens, text);
    if (pair === null || !OF_NEXT.test(pair.gap) || second.strength < LEAST_STRENGTH) continue;
    const { cues } = pair.first;
    if (cues.facility && cues.role !== 'of' && cues.kindFrom === pair.first.span.from)
      pair.first.strength = 0;
  }
}

function pairOf(
  first: Reading | undefined,
  second: Reading,
  tokens: readonly Token[],
  text: string,
): Pair | null {
  if (!first) return null;
  const [left, right] = [tokens[first.span.to - 1], tokens[second.span.from]];
  if (!left || !right || left.sentence !== right.sentence || lieTogether(first, second)) return null;
  const begin = first.cues.kindFrom;
  const lead = tokens
    .slice(Math.max(0, begin - LEAD), begin)
    .filter(({ sentence }) => sentence === left.sentence)
    .map(({ word }) => word);
  const gap = text.slice(left.end, right.start).toLowerCase();
  const sure = Math.min(first.strength, second.strength) >= LEAST_STRENGTH;
  return { first, second, gap, from: lead.at(-1) ?? '', lead, sure };
}

type Role = Cues['role'] | null;

function rolesOf(pair: Pair): readonly [Role, Role] {
  const { gap, from, lead } = pair;
  const travels = lead.some(word => CARS.has(word) || ROADS.has(word) || WAYS_THERE.has(word));
  const ends: readonly [Role, Role] = ['away', 'away'];
  if (DASH.test(gap)) return ends;
  if (TO.test(gap)) {
    if (lead.some(word => LEAVING.has(word))) return [null, 'away'];
    if (travels) return ends;
    return /^(de|d|desde|from)$/.test(from) ? ['away', null] : [null, null];
  }
  if (SPACE.test(gap)) return CARS.has(from) ? ends : [null, null];
  if (AND.test(gap) && BETWEEN.has(from)) return ends;
  if (AND.test(gap)) return pair.sure ? ['either', 'either'] : [null, null];
  return OR.test(gap) ? ['either', 'either'] : [null, null];
}

/** In one district, or one in the other: then together they tell where. */
function lieTogether(one: Reading, other: Reading): boolean {
  return heavy(one).some(({ place: a }) => {
    return heavy(other).some(({ place: b }) => {
      const [code, second] = [a.row.code, b.row.code];
      return (
        contains(a, b) || contains(b, a) || (code.length >= 4 && code.slice(0, 4) === second.slice(0, 4))
      );
    });
  });
}

function heavy({ options }: Reading): Reading['options'] {
  const most = Math.max(...options.map(({ weight }) => weight));
  return options.filter(({ weight }) => weight >= most * HEAVY);
}
