import type { Kill } from './kills.ts';
import { FAIL_POINTS } from './plan.ts';
import type { Outcome } from './run.ts';
import { CHANNELS, quantile } from './storms.ts';

/** From so many kills on, every fail point must have been struck. */
export const FULL_RUN = 200;

/** Every breach of a run, in words; none: every promise held. */
export function breachesOf({ held, verified, drainMs, kills, order, weather }: Outcome): string[] {
  const broken = verified.filter(({ broken }) => broken > 0);
  const missed = order.kills >= FULL_RUN ? missedPoints(kills) : [];
  return [
    ...held.flatMap(({ promise, breaches }) => breaches.map(breach => `${promise}: ${breach}`)),
    ...broken.map(({ invariant, examples }) => `verify: ${invariant}: ${examples.join(', ')}`),
    ...(drainMs === null ? ['the backlog was not done in time'] : []),
    ...missed.map(point => `no kill struck at ${point}`),
    ...kills.filter(({ doneMs }) => doneMs === null).map(() => 'what a kill left was not done in time'),
    ...(weather.length === 0 ? [] : foul(weather)),
  ];
}

/** A flood or a sick platform makes nobody else wait much longer. */
function foul(weather: Outcome['weather']): string[] {
  const p95 = (name: string): number => weather.find(one => one.name === name)?.p95 ?? 0;
  return ['web', 'whatsapp', 'telegram'].flatMap(channel => {
    const fair = p95(`fair, ${channel}`);
    const bound = Math.max(2 * fair, fair + 1_500);
    const bad = ['one sender floods', 'SMS is sick'].filter(name => p95(`${name}, ${channel}`) > bound);
    return bad.map(name => {
      const waited = Math.round(p95(`${name}, ${channel}`));
      return `${name}, ${channel}: others waited ${waited} ms at p95, in fair weather ${Math.round(fair)}`;
    });
  });
}

function missedPoints(kills: Kill[]): string[] {
  return FAIL_POINTS.filter(name => !kills.some(({ point }) => point === name));
}

/** The one table of a run, and its last line. */
export function tableOf(outcome: Outcome): string {
  const breaches = breachesOf(outcome);
  return [
    ...head(outcome),
    '',
    ...outcome.held.map(({ promise, looked, breaches }) =>
      line(promise, `${breaches.length} broken of ${looked}`),
    ),
    line(
      'verify, broken invariants',
      `${outcome.verified.filter(({ broken }) => broken > 0).length} of ${outcome.verified.length}`,
    ),
    '',
    ...outcome.weather.map(({ name, answers, p50, p95 }) =>
      line(name, `${ms(p50)} median, ${ms(p95)} p95, ${answers} answers`),
    ),
    '',
    'kills at each fail point',
    ...FAIL_POINTS.map(name => line(`  ${name}`, outcome.kills.filter(({ point }) => point === name).length)),
    '',
    ...breaches.slice(0, 40).map(breach => `BROKEN ${breach}`),
    breaches.length === 0
      ? `torture: every promise held (seed ${outcome.order.seed}, ${outcome.kills.length} kills)`
      : `torture: ${breaches.length} breaches (seed ${outcome.order.seed}); the data is in ${outcome.folder}`,
  ].join('\n');
}

function head(outcome: Outcome): string[] {
  const { order, kills, idle, ledger, seconds, drainMs, cases, accepted, refused } = outcome;
  const news = new Set(refused.flatMap(({ body }) => MARKER.exec(body)?.[0] ?? []));
  const byOther = [...news].filter(marker => accepted.some(({ body }) => body.includes(marker))).length;
  const acked = ledger.said.filter(({ ackedAt }) => ackedAt !== null).length;
  const outside = kills.filter(({ point }) => point === null).length;
  const sum = (of: (kill: Kill) => number): number => kills.reduce((total, kill) => total + of(kill), 0);
  return [
    line('seed', order.seed),
    line('duration', `${Math.round(seconds)} s`),
    line(
      'kills',
      `${kills.length}: ${outside} from outside, ${kills.length - outside} at fail points (${idle} more struck nothing)`,
    ),
    line(
      'work struck by kills',
      `${sum(kill => kill.open)} open calls, ${sum(kill => kill.undone.unconsumed)} messages, ${sum(kill => kill.undone.unsent)} replies, ${sum(kill => kill.undone.sending)} calls to the platform`,
    ),
    line('citizens', `${ledger.witnesses.length}, ${cases} cases`),
    line(
      'messages',
      `${ledger.said.length} said, ${acked} acknowledged, ${ledger.redelivered} repeated, ${sentIn(accepted)} taken by platforms`,
    ),
    line(
      'operations',
      `${ledger.operations.length}, ${ledger.operations.filter(({ acked }) => acked).length} acknowledged`,
    ),
    line('troubles of the platforms', ledger.troubles),
    line('news refused for good, and told by another road', `${news.size}, ${byOther}`),
    line('messages taken again after a kill', spread(kills.map(({ readyMs }) => readyMs))),
    line('left work done after a kill', spread(kills.map(({ doneMs }) => doneMs))),
    line('drain', drainMs === null ? 'not within 90 s' : ms(drainMs)),
  ];
}

const MARKER = /(?:nota|consulta)-\d+/;

function sentIn(accepted: Outcome['accepted']): string {
  const counts = CHANNELS.map(
    channel => [channel, accepted.filter(one => one.channel === channel).length] as const,
  );
  return counts.flatMap(([channel, count]) => (count > 0 ? [`${count} ${channel}`] : [])).join(', ');
}

/** The middle and the ends of some times, as the table shows them. */
export function spread(times: (number | null)[]): string {
  const sorted = times.filter(time => time !== null).sort((a, b) => a - b);
  return `${ms(quantile(sorted, 0.5))} median, ${ms(quantile(sorted, 0.99))} p99`;
}

/** A time as the table shows it. */
export function ms(time: number): string {
  return `${Math.round(time)} ms`;
}

/** A line of the table. */
export function line(name: string, value: string | number): string {
  return `${name.padEnd(64)} ${value}`;
}
