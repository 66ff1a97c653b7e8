import { brokenIn, drainLine, lastLines, line, promiseLines } from '../table.ts';
import { seriesOf, type Trend, trendOf } from './samples.ts';
import type { SoakOutcome } from './soak.ts';

/** Far from half of what was measured, nothing was soaked. */
const LEAST_SHARE = 0.8;

/** Every breach, in words; none: all stayed flat, and nothing was lost. */
export function breachesOf(outcome: SoakOutcome): string[] {
  const { samples, rate, capacity } = outcome;
  const rising = seriesOf(samples)
    .map(trendOf)
    .filter(({ rise, bound }) => rise > bound);
  return [
    ...rising.map(({ name, rise, bound }) => `${name}: rose by ${tenth(rise)}, more than ${tenth(bound)}`),
    ...(rate < (capacity / 2) * LEAST_SHARE
      ? [`only ${tenth(rate)} words a second came, of ${tenth(capacity)} that could`]
      : []),
    ...brokenIn(outcome),
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
  const { order, capacity, rate, samples, cases, acked, drainMs } = outcome;
  const breaches = breachesOf(outcome);
  return [
    line('profile, seed, minutes', `${order.profile}, ${order.seed}, ${order.minutes}`),
    line('capacity, and what came', `${tenth(capacity)} and ${tenth(rate)} words a second`),
    line('messages, cases', `${acked} acknowledged, ${cases} cases`),
    line('samples', samples.length),
    ...seriesOf(samples).map(trendOf).map(trendLine),
    ...promiseLines(outcome),
    drainLine(drainMs),
    ...lastLines(outcome, breaches, { run: 'soak', size: `${order.minutes} minutes` }),
  ].join('\n');
}
