import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const HOLE = 'hay un hueco enorme en la calle 5 de Betania frente al súper';

describe('who cries out at the day of the case just filed', () => {
  it.each([
    ['un mes?? hasta el 30 de diciembre?? van los buses de noche por ahi', 'van los buses de noche por ahi'],
    [
      '25 de noviembre?? eso es mucho, pasan niños de la escuela por ahi',
      'pasan niños de la escuela por ahi',
    ],
    ['por que tanto tiempo? se va a caer alguien ahi', 'se va a caer alguien ahi'],
    ['a month?? the school bus passes there every day', 'the school bus passes there every day'],
  ])('hears that it is the latest, and has kept what they tell: %s', (words, fact) => {
    const talk = told(HOLE, 'sí', words);
    expect(talk.last()?.text).toMatch(/más tarde que MOP|the latest that/);
    expect(talk.last()?.text).toContain('911');
    expect(talk.cases[0]?.description).toEqual([HOLE, fact]);
  });

  it.each([
    'un mes??',
    'tanto tiempo?',
    'no puede ser antes?',
    'eso es mucho tiempo',
    'y no pueden venir antes?',
  ])('has nothing added where they tell nothing: %s', words => {
    const talk = told(HOLE, 'sí', words);
    expect(talk.last()?.text).toContain('más tarde que MOP');
    expect(talk.cases[0]?.description).toEqual([HOLE]);
  });

  it.each([
    'hace un mes que está así',
    'cuánto tiempo demoran?',
    'qué pasa si no contestan el 25 de noviembre?',
    'ya son dos meses, y nada',
  ])('but not who says or asks something else: %s', words => {
    expect(told(HOLE, 'sí', words).last()?.text).not.toContain('bastante tiempo');
  });
});
