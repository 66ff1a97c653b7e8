import { describe, expect, it } from 'vitest';
import type { PlaceGuess } from '../../../src/nlu/classifier.ts';
import { findReal } from './finders.ts';
import { HELD_OUT, LAST, type Phrase, TUNED } from './phrases.ts';

const SETS: [string, readonly Phrase[]][] = [
  ['tuned', TUNED],
  ['held out', HELD_OUT],
  ['last', LAST],
];

/** Rivals that together are so likely beside the first make a dialog ask. */
const OPEN = 0.35;

describe.each(SETS)('places of citizens’ phrases, %s', (_, phrases) => {
  it('finds the right district and asks no needless question', () => {
    const named = phrases.filter(([, place]) => /^\d/.test(place));
    const wrong = named.filter(([text, place]) => !isDistrictRight(findReal(text), place));
    expect(1 - wrong.length / named.length, show(wrong)).toBeGreaterThanOrEqual(0.92);
  });

  it('finds the corregimiento where the words tell it', () => {
    const named = phrases.filter(([, place]) => place.length === 6);
    const wrong = named.filter(([text, place]) => findReal(text)[0]?.code !== place);
    expect(1 - wrong.length / named.length, show(wrong)).toBeGreaterThanOrEqual(0.92);
  });

  it('invents no place', () => {
    const none = phrases.filter(([, place]) => place === 'none');
    const invented = none.filter(([text]) => findReal(text).length > 0);
    expect(invented.length / none.length, show(invented)).toBeLessThanOrEqual(0.02);
  });

  it('offers several districts where only a question can tell', () => {
    const homonyms = phrases.filter(([, place]) => place === 'homonym');
    const decided = homonyms.filter(([text]) => !isOpen(findReal(text)));
    expect(show(decided)).toBe('');
  });
});

it('has enough phrases, none written twice', () => {
  const texts = SETS.flatMap(([, phrases]) => phrases.map(([text]) => text));
  expect(texts.length).toBeGreaterThanOrEqual(300);
  expect(new Set(texts).size).toBe(texts.length);
});

function isDistrictRight(guesses: PlaceGuess[], place: string): boolean {
  const [first] = guesses;
  const right = ({ code }: PlaceGuess): boolean => code.slice(0, 4) === place.slice(0, 4);
  const rival = guesses.find(guess => !right(guess));
  return first !== undefined && right(first) && (rival?.p ?? 0) < first.p * 0.85;
}

function isOpen(guesses: PlaceGuess[]): boolean {
  const [first] = guesses;
  const rivals = guesses.filter(({ code }) => code.slice(0, 4) !== first?.code.slice(0, 4));
  return rivals.reduce((sum, { p }) => sum + p, 0) >= (first?.p ?? 0) * OPEN;
}

function show(phrases: readonly Phrase[]): string {
  return phrases.map(([text, place]) => `${text} [${place}] ${JSON.stringify(findReal(text))}`).join('\n');
}
