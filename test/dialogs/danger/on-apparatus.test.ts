import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const isWarned = (...words: string[]): boolean =>
  told(...words)
    .turns.at(-1)
    ?.replies.some(reply => reply.class === 'emergency') === true;

const LIGHT = 'no hay luz desde ayer en Cerro Batea, San Miguelito';
const WATER = 'no llega el agua en Cerro Batea, San Miguelito';

describe('who lives by an apparatus', () => {
  it.each([
    [LIGHT, 'mi abuela está conectada a una máquina'],
    [LIGHT, 'mi tío duerme con su cpap'],
    [LIGHT, 'my dad is on a ventilator'],
    [WATER, 'mi papá se hace diálisis en la casa'],
    [WATER, '¿cuánto se demoran? mi papá se hace diálisis en la casa'],
  ])('is given the numbers beside a report and a case: %s, %s', (report, words) => {
    expect(isWarned(report, words)).toBe(true);
    expect(isWarned(report, 'si', words)).toBe(true);
    expect(told(report, 'si', words).cases[0]?.description.join(' ')).toMatch(
      /máquina|cpap|ventilator|diálisis/,
    );
  });

  it('is told of none beside another matter', () => {
    expect(isWarned('hay un hueco en la calle 5 de Betania', 'mi papá se hace diálisis en la casa')).toBe(
      false,
    );
    expect(isWarned(LIGHT, 'la nevera está conectada a la pared')).toBe(false);
  });

  it('is heard after the numbers for another danger', () => {
    const words = [
      LIGHT,
      'si',
      'hay cables tirados en la acera',
      '¿y cuánto se demoran en traer la luz? mi mamá usa oxígeno',
    ];
    expect(isWarned(...words)).toBe(true);
  });
});

it('hears an explosion told with the number of the case', () => {
  const { number } = told(LIGHT, 'si').cases[0] ?? {};
  const words = `el de la luz es ${number} verdad? se me olvidó decir que el transformador hizo una explosión`;
  expect(isWarned(LIGHT, 'si', words)).toBe(true);
});
