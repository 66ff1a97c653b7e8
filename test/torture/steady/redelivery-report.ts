import { brokenIn, lastLines, line, promiseLines } from '../table.ts';
import type { RedeliveryOutcome, Round } from './redelivery.ts';

/** Every breach, in words; none: every promise held. */
export function breachesOf(outcome: RedeliveryOutcome): string[] {
  return [
    ...brokenIn(outcome),
    // At first a busy machine may refuse; what is told until it is taken is taken.
    ...outcome.rounds
      .slice(1)
      .filter(({ messages, acknowledged }) => acknowledged < messages)
      .map(({ name, messages, acknowledged }) => `${name}: ${acknowledged} of ${messages} were acknowledged`),
  ];
}

function roundLine({ name, messages, acknowledged, ageMs }: Round): string {
  return line(name, `${messages} messages, ${acknowledged} acknowledged, ${age(ageMs)} old`);
}

function age(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 60 * 24 ? `${minutes.toFixed(1)} minutes` : `${(minutes / 60 / 24).toFixed(1)} days`;
}

/** The table of a run, and its last line. */
export function tableOf(outcome: RedeliveryOutcome): string {
  const { order, messages, cases, rounds, seconds } = outcome;
  const breaches = breachesOf(outcome);
  return [
    line('profile, seed, duration', `${order.profile}, ${order.seed}, ${Math.round(seconds)} s`),
    line('messages, cases', `${messages}, ${cases}`),
    ...rounds.map(roundLine),
    ...promiseLines(outcome),
    ...lastLines(outcome, breaches, { run: 'redelivery', size: `${messages} messages` }),
  ].join('\n');
}
