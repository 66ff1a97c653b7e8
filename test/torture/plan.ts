import { type Chance, chanceOf } from './chance.ts';

const AROUND_COMMITS = ['open', 'status', 'assign', 'question', 'note', 'take', 'say', 'release'];

/** Every point around a load, write or send where the product lets a test end the process. */
export const FAIL_POINTS: readonly string[] = [
  ...['receive:before-store', 'receive:after-store'],
  ...['turn:before-load', 'turn:after-load', 'turn:before-commit', 'turn:after-commit'],
  ...['deliver:before-claim', 'deliver:after-claim', 'deliver:before-find', 'deliver:before-send'],
  ...['deliver:after-send', 'deliver:before-record', 'deliver:after-record'],
  ...['notice:before-commit', 'notice:after-commit'],
  ...[...AROUND_COMMITS, 'clock', 'parked-retry', 'parked-drop'].flatMap(name => [
    `${name}:before-commit`,
    `${name}:after-commit`,
  ]),
];

/** How one life of the service ends. */
export type Strike =
  /** kill -9 from outside, so long after it is ready; `early`: after it was started. */
  | { kind: 'outside'; afterMs: number; early: boolean }
  /** At the n-th time this point is reached. */
  | { kind: 'point'; point: string; hit: number };

/** One life of the service. */
export interface Life {
  strike: Strike;
  /** How far its clock stands ahead of ours: rises from life to life. */
  aheadMs: number;
  /** Not the shipped command, though it ends from outside. */
  isLaunched?: boolean;
}

const DAY_MS = 24 * 3_600_000;
/** A read-back happens only after a life that ended inside a send. */
const READ_BACK = ['deliver:after-send', 'deliver:before-find'];
/** A short run has no time for long lives. */
const FEW = 100;
const RARE = new Set(['take', 'say', 'release', 'open', 'notice', 'parked-retry', 'parked-drop']);

/** Telephones that begin so write once each, and their turns fail in such a life. */
export const UNLUCKY = '+50783';

/** A life in which some turns fail until a person sees to them: five failures take eight seconds. */
export function isOfParked(point: string): boolean {
  return point.startsWith('parked-');
}

/**
 * The lives of a run, the same for the same seed: half of them end from outside, half at points; the last ones are days
 * later, because the clocks of cases take days. `only`: at points whose name begins so, each of them, even if fewer lives
 * end from outside then. Throws when no point does.
 */
export function planOf(seed: number, kills: number, only = ''): Life[] {
  const chance = chanceOf(seed, 'plan');
  const late = Math.max(2, Math.round(kills / 50));
  const longestMs = kills < FEW ? 350 : 900;
  const names = namesOf(kills, only);
  const least = only === '' ? 0 : names.length;
  const outside = Math.max(0, Math.min(Math.floor(kills / 2), kills - late - least));
  const points = pointsOf(chance, Math.max(least, kills - outside - late), names);
  const units: Strike[][] = [
    ...points,
    ...Array.from({ length: outside }, () => [outsideStrike(chance, longestMs)]),
  ];
  const today = chance
    .shuffled(units)
    .flat()
    .map((strike): Life => ({ strike, aheadMs: 0 }));
  const later = Array.from({ length: late }, (_, i): Life => {
    const point = `clock:${i % 2 === 0 ? 'before' : 'after'}-commit`;
    return { strike: { kind: 'point', point, hit: 1 }, aheadMs: (i + 1) * 6 * DAY_MS };
  });
  return [...today, ...later];
}

function outsideStrike(chance: Chance, longestMs: number): Strike {
  const early = chance.yes(0.06);
  return { kind: 'outside', early, afterMs: chance.whole(early ? 300 : 20, early ? 900 : longestMs) };
}

function namesOf(kills: number, only: string): string[] {
  const isLong = (name: string): boolean => kills < FEW && only === '' && isOfParked(name);
  const names = FAIL_POINTS.filter(
    name => name.startsWith(only) && !name.startsWith('clock:') && !isLong(name),
  );
  if (names.length === 0) throw new Error(`no fail point begins with "${only}"; see FAIL_POINTS in plan.ts`);
  return names;
}

function pointsOf(chance: Chance, count: number, names: readonly string[]): Strike[][] {
  const units: Strike[][] = [];
  let left = count;
  for (
    let round = chance.shuffled(names);
    left > 0;
    round = round.length > 0 ? round : chance.shuffled(names)
  ) {
    const name = round.shift() ?? '';
    const unit = (name === READ_BACK[1] && left > 1 ? READ_BACK : [name]).map(point =>
      strikeAt(chance, point),
    );
    units.push(unit);
    left -= unit.length;
  }
  return units;
}

function strikeAt(chance: Chance, point: string): Strike {
  const [what = ''] = point.split(':');
  const most = point === READ_BACK[1] || RARE.has(what) ? 1 : 4;
  return { kind: 'point', point, hit: chance.whole(1, most) };
}
