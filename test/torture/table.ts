import type { Finding } from '../../src/storage/verify.ts';
import type { Held } from './checks.ts';
import type { Ledger } from './ledger.ts';
import { quantile } from './storms.ts';

/** What every sort of run is judged by. */
export interface Judged {
  held: Held[];
  verified: Finding[];
  /** Until nothing was undone, ms; null: not in time. Left out where nothing was. */
  drainMs?: number | null;
}

/** The breaches that every sort of run looks for, in words. */
export function brokenIn({ held, verified, drainMs }: Judged): string[] {
  return [
    ...held.flatMap(({ promise, breaches }) => breaches.map(breach => `${promise}: ${breach}`)),
    ...verified
      .filter(({ broken }) => broken > 0)
      .map(({ invariant, examples }) => `verify: ${invariant}: ${examples.join(', ')}`),
    ...(drainMs === null ? ['the backlog was not done in time'] : []),
  ];
}

/** The promises of a run, a line each, and the product's own word. */
export function promiseLines({ held, verified }: Judged): string[] {
  const broken = verified.filter(({ broken }) => broken > 0).length;
  return [
    ...held.map(({ promise, looked, breaches }) => line(promise, `${breaches.length} broken of ${looked}`)),
    line('verify, with the acknowledged keys', `${broken} of ${verified.length} invariants broken`),
  ];
}

/** How much was going on: citizens, messages, operations. `taken`: what the platforms took. */
export function talkLines(
  { ledger, cases }: { ledger: Ledger; cases: number },
  taken: number | string,
): string[] {
  const { witnesses, said, redelivered, operations } = ledger;
  const acked = said.filter(({ ackedAt }) => ackedAt !== null).length;
  const done = operations.filter(({ acked }) => acked).length;
  const counts = `${said.length} said, ${acked} acknowledged, ${redelivered} repeated`;
  return [
    line('citizens', `${witnesses.length}, ${cases} cases`),
    line('messages', `${counts}, ${taken} taken by platforms`),
    line('operations', `${operations.length}, ${done} acknowledged`),
  ];
}

/** How long the last work took. */
export function drainLine(drainMs: number | null): string {
  return line('drain', drainMs === null ? 'not in time' : ms(drainMs));
}

/** The first breaches, and the last line of a table: whether every promise held. `run`: its sort, `size`: how large it was. */
export function lastLines(
  { order, folder }: { order: { seed: number }; folder: string },
  breaches: readonly string[],
  { run, size }: { run: string; size: string },
): string[] {
  return [
    ...breaches.slice(0, 40).map(breach => `BROKEN ${breach}`),
    breaches.length === 0
      ? `${run}: every promise held (seed ${order.seed}, ${size})`
      : `${run}: ${breaches.length} breaches (seed ${order.seed}); the data is in ${folder}`,
  ];
}

/** The middle and the ends of some times, as a table shows them. */
export function spread(times: (number | null)[]): string {
  const sorted = times.filter(time => time !== null).sort((a, b) => a - b);
  return `${ms(quantile(sorted, 0.5))} median, ${ms(quantile(sorted, 0.99))} p99`;
}

/** A time as a table shows it. */
export function ms(time: number): string {
  return `${Math.round(time)} ms`;
}

/** A line of a table. */
export function line(name: string, value: string | number): string {
  return `${name.padEnd(64)} ${value}`;
}
