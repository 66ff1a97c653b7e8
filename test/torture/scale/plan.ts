import { type Chance, chanceOf } from '../chance.ts';
import { FAIL_POINTS, isOfParked, type Strike } from '../plan.ts';

/** The processes of a run: two of each, of the channel's one waits for the other to die. */
export const SLOTS = [
  { name: 'web-1', role: 'web' },
  { name: 'web-2', role: 'web' },
  { name: 'worker-1', role: 'worker' },
  { name: 'worker-2', role: 'worker' },
  { name: 'telegram-1', role: 'telegram' },
  { name: 'telegram-2', role: 'telegram' },
] as const;

/** What the process of a role does. */
export type Role = (typeof SLOTS)[number]['role'];

/** Of a hundred kills so many strike each process: a channel's own has little to do. */
const SHARE: Record<Role, number> = { web: 18, worker: 25, telegram: 7 };

/** Where a role can be struck. Clocks take days, and what is put aside eight seconds: both are struck on the embedded profile. */
export function pointsOf(role: Role): string[] {
  const isWork = (point: string): boolean => /^(turn|deliver|notice):/.test(point);
  const points = FAIL_POINTS.filter(point => !point.startsWith('clock:') && !isOfParked(point));
  if (role === 'worker') return points.filter(isWork);
  if (role === 'telegram') return points.filter(point => point.startsWith('receive:'));
  return points.filter(point => !isWork(point));
}

/** How many of the kills of a run strike one process of this role. */
export function shareOf(role: Role, kills: number): number {
  return kills === 0 ? 0 : Math.max(1, Math.round((kills * SHARE[role]) / 100));
}

/**
 * How the lives of a process end, without end, the same for the same seed: half from outside, half at points, or at those
 * `often` reached.
 */
export function* strikesOf(
  seed: number,
  slot: { name: string; role: Role },
  often = false,
): Generator<Strike, never> {
  const chance = chanceOf(seed, 'scale', slot.name);
  const points = pointsOf(slot.role).filter(point => !often || !RARE.test(point));
  for (;;) {
    for (const point of chance.shuffled(points)) {
      yield outside(chance);
      yield { kind: 'point', point, hit: chance.whole(1, RARE.test(point) ? 1 : 4) };
    }
  }
}

/** What an operator does, or what only another death brings about. */
const RARE = /^(take|say|release|open|status|assign|question|note|notice):|before-find/;

function outside(chance: Chance): Strike {
  const early = chance.yes(0.06);
  return { kind: 'outside', early, afterMs: chance.whole(early ? 300 : 100, early ? 900 : 5_000) };
}

/** In the order in which they come; the first is what a wiped Redis is compared with. */
const KINDS = [
  'workers paused',
  ...(['redis killed', 'database killed', 'redis wiped', 'database refuses', 'redis frozen'] as const),
  ...(['database slow', 'redis full', 'database frozen', 'process stopped', 'database cuts'] as const),
] as const;

/** What is done to a server, or to a process that is not killed. */
export interface FaultPlan {
  kind: (typeof KINDS)[number];
  /** How long it lasts. */
  ms: number;
  /** Nobody is killed meanwhile: how long it takes to catch up tells something then. */
  calm: boolean;
}

/** The faults of a run in their order, without end, or those only whose name begins so; `long`: for as long as the promises name. */
export function* faultsOf(
  seed: number,
  { long, only }: { long: boolean; only: string },
): Generator<FaultPlan, never> {
  const chance = chanceOf(seed, 'faults');
  const kinds = KINDS.filter(kind => kind.startsWith(only));
  for (let calm = true; ; calm = !calm) {
    for (const kind of kinds) yield { kind, ms: lengthOf(kind, chance, long), calm };
  }
}

function lengthOf(kind: FaultPlan['kind'], chance: Chance, long: boolean): number {
  if (kind === 'redis frozen') return long ? 30_000 : 6_000;
  // Longer than every lease.
  if (kind === 'process stopped') return long ? chance.whole(45_000, 90_000) : 15_000;
  // Beyond what a command waits for its answer.
  if (kind === 'database frozen') return long ? chance.whole(4_000, 15_000) : 4_000;
  return chance.whole(800, long ? 6_000 : 3_000);
}
