import { describe, expect, it } from 'vitest';
import { CALM, FLOODED, SICK, type Spell, type WeatherOutcome } from './weather.ts';
import { breachesOf, tableOf } from './weather-report.ts';

function spell(name: string, p99: number, answers = 100): Spell {
  return { name, answers, p50: p99 / 3, p99 };
}

/** A run in which nobody else waited much longer, and who flooded was slowed and told once. */
function outcome(more: Partial<WeatherOutcome> = {}): WeatherOutcome {
  return {
    order: { profile: 'embedded', seed: 1, spanMs: 60_000, say: () => {} },
    spells: [spell(CALM, 300), spell(FLOODED, 590), spell(CALM, 280), spell(SICK, 400), spell(CALM, 200)],
    ...{ folder: '', flood: { acked: 1_000, turns: 40, told: 1 }, held: [], verified: [], drainMs: 1 },
    ...more,
  };
}

function spells(flooded: Spell, sick: Spell): Partial<WeatherOutcome> {
  return { spells: [spell(CALM, 300), flooded, spell(CALM, 280), sick, spell(CALM, 200)] };
}

const PLANTED: [string, Partial<WeatherOutcome>, string][] = [
  [
    'a flood that keeps others waiting',
    spells(spell(FLOODED, 601), spell(SICK, 1)),
    'floods: others waited 601 ms at p99, in the calm 300 ms',
  ],
  [
    'a sick platform that keeps others waiting',
    spells(spell(FLOODED, 1), spell(SICK, 561)),
    'SMS is sick: others waited 561 ms at p99, in the calm 280 ms',
  ],
  [
    'nobody who was answered meanwhile',
    spells(spell(FLOODED, 0, 0), spell(SICK, 1)),
    'floods: nobody else was answered',
  ],
  ['a flood that was none', { flood: { acked: 0, turns: 0, told: 1 } }, 'nobody flooded'],
  ['who floods told of it twice', { flood: { acked: 1_000, turns: 40, told: 2 } }, 'was told 2 times'],
  ['who floods never told of it', { flood: { acked: 1_000, turns: 40, told: 0 } }, 'was told 0 times'],
  ['who floods not slowed', { flood: { acked: 1_000, turns: 51, told: 1 } }, '51 turns of 1000 words'],
  ['a backlog that stays', { drainMs: null }, 'the backlog was not done'],
  [
    'a promise broken at the end',
    { held: [{ promise: 'none overtakes', looked: 2, breaches: ['m1 did'] }] },
    'none overtakes: m1 did',
  ],
];

describe('what is looked for in bad weather', () => {
  it('is not found where nobody else waited', () => {
    expect(breachesOf(outcome())).toEqual([]);
    expect(tableOf(outcome())).toContain('weather: every promise held');
  });

  it.each(PLANTED)('is found when planted: %s', (_name, more, found) => {
    expect(breachesOf(outcome(more)).join('\n')).toContain(found);
  });
});
