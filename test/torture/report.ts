import type { Kill } from './kills.ts';
import { FAIL_POINTS } from './plan.ts';
import type { Outcome } from './run.ts';
import { CHANNELS } from './storms.ts';
import { brokenIn, drainLine, lastLines, line, ms, promiseLines, spread, talkLines } from './table.ts';

/** From so many kills on, every fail point must have been struck. */
export const FULL_RUN = 200;

/** Every breach of a run, in words; none: every promise held. */
export function breachesOf(outcome: Outcome): string[] {
  const { kills, order, weather } = outcome;
  const { only = '' } = order;
  const missed = order.kills >= FULL_RUN || only !== '' ? missedPoints(kills, only) : [];
  return [
    ...brokenIn(outcome),
    ...missed.map(point => `no kill struck at ${point}`),
    ...kills.filter(({ doneMs }) => doneMs === null).map(() => 'what a kill left was not done in time'),
    ...(weather.length === 0 ? [] : foul(weather)),
  ];
}

/** From fewer answers in fair weather nobody can tell what is usual: most waited out a doubt that a kill had left. */
const LEAST_ANSWERS = 10;

/** A flood or a sick platform makes nobody else wait much longer. */
function foul(weather: Outcome['weather']): string[] {
  const at = (name: string) => weather.find(one => one.name === name) ?? { answers: 0, p95: 0 };
  const p95 = (name: string): number => at(name).p95;
  const isMeasured = (channel: string): boolean => at(`fair, ${channel}`).answers >= LEAST_ANSWERS;
  const compared = CHANNELS.filter(channel => channel !== 'sms' && isMeasured(channel));
  return compared.flatMap(channel => {
    const fair = p95(`fair, ${channel}`);
    const bound = Math.max(2 * fair, fair + 1_500);
    const bad = ['one sender floods', 'SMS is sick'].filter(name => p95(`${name}, ${channel}`) > bound);
    return bad.map(name => {
      const waited = Math.round(p95(`${name}, ${channel}`));
      return `${name}, ${channel}: others waited ${waited} ms at p95, in fair weather ${Math.round(fair)}`;
    });
  });
}

function missedPoints(kills: Kill[], only: string): string[] {
  return FAIL_POINTS.filter(name => name.startsWith(only) && !kills.some(({ point }) => point === name));
}

/** The one table of a run, and its last line. */
export function tableOf(outcome: Outcome): string {
  const { kills, weather } = outcome;
  return [
    ...head(outcome),
    '',
    ...promiseLines(outcome),
    '',
    ...weather.map(({ name, answers, p50, p95 }) =>
      line(name, `${ms(p50)} median, ${ms(p95)} p95, ${answers} answers`),
    ),
    '',
    'kills at each fail point',
    ...FAIL_POINTS.map(name => line(`  ${name}`, kills.filter(({ point }) => point === name).length)),
    '',
    ...lastLines(outcome, breachesOf(outcome), { run: 'torture', size: `${kills.length} kills` }),
  ].join('\n');
}

function head(outcome: Outcome): string[] {
  const { order, kills, idle, ledger, seconds, drainMs, accepted, refused } = outcome;
  const news = new Set(refused.flatMap(({ body }) => MARKER.exec(body)?.[0] ?? []));
  const byOther = [...news].filter(marker => accepted.some(({ body }) => body.includes(marker))).length;
  const outside = kills.filter(({ point }) => point === null).length;
  const ends = `${outside} from outside, ${kills.length - outside} at fail points`;
  return [
    line('seed', order.seed),
    line('duration', `${Math.round(seconds)} s`),
    line('kills', `${kills.length}: ${ends} (${idle} more struck nothing)`),
    line('work struck by kills', struckBy(kills)),
    ...talkLines(outcome, sentIn(accepted)),
    line('troubles of the platforms', ledger.troubles),
    line('news refused for good, and told by another road', `${news.size}, ${byOther}`),
    line('messages taken again after a kill', spread(kills.map(({ readyMs }) => readyMs))),
    line('left work done after a kill', spread(kills.map(({ doneMs }) => doneMs))),
    drainLine(drainMs),
  ];
}

function struckBy(kills: Kill[]): string {
  const sum = (of: (kill: Kill) => number): number => kills.reduce((total, kill) => total + of(kill), 0);
  const [open, messages] = [sum(kill => kill.open), sum(kill => kill.undone.unconsumed)];
  const [replies, calls] = [sum(kill => kill.undone.unsent), sum(kill => kill.undone.sending)];
  return `${open} open calls, ${messages} messages, ${replies} replies, ${calls} calls to the platform`;
}

const MARKER = /(?:nota|consulta)-\d+/;

function sentIn(accepted: Outcome['accepted']): string {
  const counts = CHANNELS.map(
    channel => [channel, accepted.filter(one => one.channel === channel).length] as const,
  );
  return counts.flatMap(([channel, count]) => (count > 0 ? [`${count} ${channel}`] : [])).join(', ');
}
