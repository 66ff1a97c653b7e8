import { brokenIn, lastLines, line, promiseLines } from '../table.ts';
import { collisions } from './checks.ts';
import type { RaceOutcome } from './run.ts';

/** Every breach, in words; none: every promise held. */
export function breachesOf(outcome: RaceOutcome): string[] {
  return brokenIn(outcome);
}

/** The table of a run, and its last line. */
export function tableOf(outcome: RaceOutcome): string {
  const { order, evidence, seconds } = outcome;
  const breaches = breachesOf(outcome);
  const { ops, races } = evidence;
  const count = (outcome: string): number => ops.filter(op => op.outcome === outcome).length;
  return [
    line('profile, seed, duration', `${order.profile}, ${order.seed}, ${Math.round(seconds)} s`),
    line('races', races.length),
    ...[...collisions(evidence)].map(([kind, { races, collided }]) =>
      line(`  ${kind}`, `${races}, in ${collided} somebody came too late and began anew`),
    ),
    line(
      'asked for',
      `${ops.length}: ${count('ok')} ok, ${count('fail')} refused, ${count('unknown')} unknown`,
    ),
    ...promiseLines(outcome),
    ...lastLines(outcome, breaches, { run: 'races', size: `${races.length} races` }),
  ].join('\n');
}
