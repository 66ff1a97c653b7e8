import { brokenIn, drainLine, lastLines, line, ms, promiseLines } from '../table.ts';
import { CALM, FLOODED, SICK, type Spell, type WeatherOutcome } from './weather.ts';

/** Nobody else waits longer than this, in times of a calm. */
const MOST_TIMES = 2;
/** One turn takes as many words as this of who floods. */
const MOST_IN_TURN = 100;
/** A flood begins after so many in a minute, each of which may have had a turn; some more end it. */
const BEFORE_FLOOD = 30;
const AFTER_FLOOD = 10;

/** Every breach, in words; none: every promise held. */
export function breachesOf(outcome: WeatherOutcome): string[] {
  const { flood } = outcome;
  const most = BEFORE_FLOOD + AFTER_FLOOD + Math.ceil(flood.acked / MOST_IN_TURN);
  return [
    ...[FLOODED, SICK].flatMap(name => slowed(outcome, name)),
    ...(flood.acked === 0 ? ['nobody flooded'] : []),
    ...(flood.told === 1 ? [] : [`who floods was told ${flood.told} times`]),
    ...(flood.turns <= most
      ? []
      : [`who floods was not slowed: ${flood.turns} turns of ${flood.acked} words`]),
    ...brokenIn(outcome),
  ];
}

/** What is to be compared: a bad spell, and the longer p99 of the calms before and after, as the machine may drift. */
function compared({ spells }: WeatherOutcome, name: string): { bad: Spell; calmMs: number } | null {
  const at = spells.findIndex(one => one.name === name);
  const bad = spells[at];
  const around = [spells[at - 1], spells[at + 1]].map(one => (one?.name === CALM ? one.p99 : 0));
  return bad && bad.answers > 0 ? { bad, calmMs: Math.max(...around) } : null;
}

function slowed(outcome: WeatherOutcome, name: string): string[] {
  const found = compared(outcome, name);
  if (found === null) return [`${name}: nobody else was answered`];
  const { bad, calmMs } = found;
  if (bad.p99 <= MOST_TIMES * calmMs) return [];
  return [`${name}: others waited ${ms(bad.p99)} at p99, in the calm ${ms(calmMs)}`];
}

/** The table of a run, and its last line. */
export function tableOf(outcome: WeatherOutcome): string {
  const { order, spells, flood, drainMs } = outcome;
  const breaches = breachesOf(outcome);
  const times = (name: string): string => {
    const found = compared(outcome, name);
    return found ? (found.bad.p99 / found.calmMs).toFixed(2) : 'nobody answered';
  };
  return [
    line('profile, seed', `${order.profile}, ${order.seed}`),
    ...spells.map(({ name, answers, p50, p99 }) =>
      line(name, `others waited ${ms(p50)} median, ${ms(p99)} p99, ${answers} answers`),
    ),
    ...[FLOODED, SICK].map(name => line(`${name}: p99 of the others, in times of the calm`, times(name))),
    line(
      'who floods',
      `${flood.acked} words acknowledged, read in ${flood.turns} turns, told ${flood.told} times`,
    ),
    ...promiseLines(outcome),
    drainLine(drainMs),
    ...lastLines(outcome, breaches, { run: 'weather', size: `${spells.length} spells` }),
  ].join('\n');
}
