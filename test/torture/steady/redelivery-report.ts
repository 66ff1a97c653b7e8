import { line } from '../report.ts';
import type { RedeliveryOutcome, Round } from './redelivery.ts';

/** Every breach, in words; none: every promise held. */
export function breachesOf({ held, verified, rounds }: RedeliveryOutcome): string[] {
  return [
    ...held.flatMap(({ promise, breaches }) => breaches.map(breach => `${promise}: ${breach}`)),
    ...verified
      .filter(({ broken }) => broken > 0)
      .map(({ invariant, examples }) => `verify: ${invariant}: ${examples.join(', ')}`),
    // At first a busy machine may refuse; what is told until it is taken is taken.
    ...rounds
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
  const { order, messages, cases, rounds, held, verified, seconds, folder } = outcome;
  const breaches = breachesOf(outcome);
  return [
    line('profile, seed, duration', `${order.profile}, ${order.seed}, ${Math.round(seconds)} s`),
    line('messages, cases', `${messages}, ${cases}`),
    ...rounds.map(roundLine),
    ...held.map(({ promise, looked, breaches }) => line(promise, `${breaches.length} broken of ${looked}`)),
    line(
      'verify, with the acknowledged keys',
      `${verified.filter(({ broken }) => broken > 0).length} of ${verified.length} invariants broken`,
    ),
    ...breaches.slice(0, 40).map(breach => `BROKEN ${breach}`),
    breaches.length === 0
      ? `redelivery: every promise held (seed ${order.seed}, ${messages} messages)`
      : `redelivery: ${breaches.length} breaches (seed ${order.seed}); the data is in ${folder}`,
  ].join('\n');
}
