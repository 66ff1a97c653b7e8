import { line } from '../report.ts';
import { collisions } from './checks.ts';
import type { RaceOutcome } from './run.ts';

/** Every breach, in words; none: every promise held. */
export function breachesOf({ held, verified }: RaceOutcome): string[] {
  return [
    ...held.flatMap(({ promise, breaches }) => breaches.map(breach => `${promise}: ${breach}`)),
    ...verified
      .filter(({ broken }) => broken > 0)
      .map(({ invariant, examples }) => `verify: ${invariant}: ${examples.join(', ')}`),
  ];
}

/** The table of a run, and its last line. */
export function tableOf(outcome: RaceOutcome): string {
  const { order, evidence, held, verified, seconds, folder } = outcome;
  const breaches = breachesOf(outcome);
  const { ops, races } = evidence;
  const count = (outcome: string): number => ops.filter(op => op.outcome === outcome).length;
  const broken = verified.filter(({ broken }) => broken > 0).length;
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
    ...held.map(({ promise, looked, breaches }) => line(promise, `${breaches.length} broken of ${looked}`)),
    line('verify, with the acknowledged keys', `${broken} of ${verified.length} invariants broken`),
    ...breaches.slice(0, 40).map(breach => `BROKEN ${breach}`),
    breaches.length === 0
      ? `races: every promise held (seed ${order.seed}, ${races.length} races)`
      : `races: ${breaches.length} breaches (seed ${order.seed}); the data is in ${folder}`,
  ].join('\n');
}
