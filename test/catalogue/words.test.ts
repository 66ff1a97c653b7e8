import { expect, it } from 'vitest';
import { plainWords } from '../../src/catalogue/words.ts';

it.each([
  ['Tubo  ROTO', 'tubo roto'],
  ['no pasó el camión', 'no paso el camion'],
  ['Ñürüm, año', 'ñurum año'],
  ['bien cuida’o', 'bien cuida o'],
  ['¿120 a los 65?', '120 a los 65'],
  ['C\u0061\u0301rcel', 'carcel'],
])('compares %s as %s', (text, plain) => {
  expect(plainWords(text)).toBe(plain);
});
