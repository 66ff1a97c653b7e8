import { line, ms } from '../report.ts';
import { seriesOf, type Trend, trendOf } from './samples.ts';
import type { SoakOutcome } from './soak.ts';

/** Far from half of what was measured, nothing was soaked. */
const LEAST_SHARE = 0.8;

/** Every breach, in words; none: all stayed flat, and nothing was lost. */
export function breachesOf({ samples, held, verified, drainMs, rate, capacity }: SoakOutcome): string[] {
  const rising = seriesOf(samples)
    .map(trendOf)
    .filter(({ rise, bound }) => rise > bound);
  return [
    ...rising.map(({ name, rise, bound }) => `${name}: rose by ${tenth(rise)}, more than ${tenth(bound)}`),
    ...(rate < (capacity / 2) * LEAST_SHARE
      ? [`only ${tenth(rate)} words a second came, of ${tenth(capacity)} that could`]
      : []),
    ...held.flatMap(({ promise, breaches }) => breaches.map(breach => `${promise}: ${breach}`)),
    ...verified
      .filter(({ broken }) => broken > 0)
      .map(({ invariant, examples }) => `verify: ${invariant}: ${examples.join(', ')}`),
    ...(drainMs === null ? ['the backlog was not done in time'] : []),
  ];
}

function tenth(value: number): string {
  return value.toFixed(1);
}

function trendLine({ name, first, middle, last, most, rise, bound }: Trend): string {
  const values = `first ${tenth(first)}, median ${tenth(middle)}, last ${tenth(last)}, most ${tenth(most)}`;
  return line(name, `${values}; rise ${tenth(rise)} (bound ${tenth(bound)})`);
}

/** The table of a soak, and its last line. */
export function tableOf(outcome: SoakOutcome): string {
  const { order, capacity, rate, samples, held, verified, cases, acked, drainMs, folder } = outcome;
  const breaches = breachesOf(outcome);
  return [
    line('profile, seed, minutes', `${order.profile}, ${order.seed}, ${order.minutes}`),
    line('capacity, and what came', `${tenth(capacity)} and ${tenth(rate)} words a second`),
    line('messages, cases', `${acked} acknowledged, ${cases} cases`),
    line('samples', samples.length),
    ...seriesOf(samples).map(trendOf).map(trendLine),
    ...held.map(({ promise, looked, breaches }) => line(promise, `${breaches.length} broken of ${looked}`)),
    line(
      'verify, with the acknowledged keys',
      `${verified.filter(({ broken }) => broken > 0).length} of ${verified.length} invariants broken`,
    ),
    line('drain', drainMs === null ? 'not in time' : ms(drainMs)),
    ...breaches.slice(0, 40).map(breach => `BROKEN ${breach}`),
    breaches.length === 0
      ? `soak: all stayed flat, and every promise held (seed ${order.seed})`
      : `soak: ${breaches.length} breaches (seed ${order.seed}); the data is in ${folder}`,
  ].join('\n');
}
