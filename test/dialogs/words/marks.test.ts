import { describe, expect, it } from 'vitest';
import { marksIn } from '../../../src/dialogs/words/marks.ts';

describe('marks from one to five', () => {
  it.each([
    ['5', 5, null],
    ['un 4', 4, null],
    ['le doy 3', 3, null],
    ['3 de 5', 3, null],
    ['2/5', 2, null],
    ['cinco', 5, null],
    ['dos', 2, null],
    ['⭐⭐', 2, null],
    ['🌟🌟🌟🌟🌟', 5, null],
    ['muy bien', 5, null],
    ['excelente servicio de ustedes', 5, 'excelente servicio de ustedes'],
    ['pésimo', 1, null],
    ['muy mala', 1, null],
    ['regular', 3, null],
    ['mala', 2, null],
    ['buena', 4, null],
    ['2, porque tardaron un mes', 2, 'porque tardaron un mes'],
    ['de 1 a 5, un 4', 4, null],
    ['del 1 al 5 le doy 3', 3, null],
    ['give it a 5', 5, null],
    ['un 10', 5, null],
    ['10 de 10', 5, null],
    ['le doy un cien', 5, null],
    ['cero', 1, null],
    ['1: nunca llamaron ni vinieron', 1, 'nunca llamaron ni vinieron'],
  ])('«%s» is %i', (text, rating, cause) => {
    expect(marksIn(text)).toEqual({ rating, cause });
  });

  it.each([
    'hay mal olor de aguas negras en Betania, calle 5, desde el lunes',
    'vinieron el 5 de mayo',
    '6',
    '0',
    '10',
    'hace 10 días que no vienen',
    '10 casas sin agua',
    'no hay agua',
    '⭐⭐⭐⭐⭐⭐',
    '',
  ])('«%s» is none', text => {
    expect(marksIn(text)).toBeNull();
  });
});
