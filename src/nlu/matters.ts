import { wordSet } from '../catalogue/words.ts';
import { cue } from './cue.ts';
import type { Evidence } from './evidence.ts';
import type { Reading } from './reading.ts';
import type { Match } from './spots.ts';

/** Joins a second matter to a first one. */
const JOINERS = wordSet('ademas tambien aparte igualmente also y and otra otro');
const JOINS = cue('otra cosa', 'otro (problema|tema|asunto|reclamo)', '(ademas|tambien|aparte|also)');
/** The least a clause must say for a service before it is a matter of its own. */
const STRONG = 1.2;
/** The same where the citizen says that there is another matter. */
const STRONG_WHEN_JOINED = 0.9;

/** Are there two different services, each told clearly in a clause of its own? */
export function hasTwoMatters(
  reading: Reading,
  evidence: Evidence[],
  holdersOf: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const clauses = clausesOf(reading);
  const best = new Map<number, Map<string, number>>();
  for (const match of evidence.flatMap(({ matches }) => matches)) {
    const clause = clauses[match.units[0] ?? 0] ?? 0;
    if (clauses[match.units.at(-1) ?? 0] !== clause) continue;
    const byOwner = best.get(clause) ?? new Map<string, number>();
    best.set(clause, byOwner.set(match.owner, Math.max(byOwner.get(match.owner) ?? 0, strength(match))));
  }
  const least = JOINS.test(reading.line) ? STRONG_WHEN_JOINED : STRONG;
  const leaders = [...best.values()]
    .map(byOwner => leaderOf(byOwner, least))
    .filter(leader => leader !== null);
  return leaders.some((one, n) =>
    leaders.slice(n + 1).some(other => !meet(holdersOf.get(one), holdersOf.get(other))),
  );
}

function strength({ length, quality }: Match): number {
  return quality * Math.min(length, 2);
}

/** The one service a clause clearly speaks of. */
function leaderOf(byOwner: Map<string, number>, least: number): string | null {
  const [first, second] = [...byOwner].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!first || first[1] < least) return null;
  return second && second[1] >= first[1] * 0.95 ? null : first[0];
}

function meet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  return one !== undefined && other !== undefined && [...one].some(id => other.has(id));
}

/** By unit: which clause it is in. */
function clausesOf({ tokens, units }: Reading): number[] {
  let clause = 0;
  let from = 0;
  return units.map((unit, n) => {
    const before = units[n - 1];
    const between = before ? tokens.slice(from, unit.at) : [];
    const joins = between.some(({ word }) => JOINERS.has(word));
    if (before && (before.sentence !== unit.sentence || joins)) clause += 1;
    from = unit.at;
    return clause;
  });
}
