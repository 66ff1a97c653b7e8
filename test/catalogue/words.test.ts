import { expect, it } from 'vitest';
import { bareWords, withoutPiles } from '../../src/catalogue/words.ts';

it.each([
  ['Tubo  ROTO', 'tubo roto'],
  ['no pasó el camión', 'no paso el camion'],
  ['Ñürüm, año', 'ñurum año'],
  ['bien cuida’o', 'bien cuida o'],
  ['¿120 a los 65?', '120 a los 65'],
  ['C\u0061\u0301rcel', 'carcel'],
])('compares %s as %s', (text, plain) => {
  expect(bareWords(text)).toBe(plain);
});

it('compares each of the common characters as it does among rare ones', () => {
  // U+0416 is a letter that needs the longer way.
  const common = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code));
  const wrong = common.filter(one => {
    const text = `n${one}A ${one}`;
    return `${bareWords(text)} ж`.trim() !== bareWords(`${text} Ж`);
  });
  expect(wrong).toEqual([]);
});

it.each([
  [
    'no letter bears more than four marks',
    'a\u0301\u0302\u0303\u0308\u0301\u0302 b',
    'a\u0301\u0302\u0303\u0308 b',
  ],
  [
    'what people write stays as it is',
    'a\u0301n\u0303 שָּׁלוֹם ❤\ufe0f 1\ufe0f\u20e3',
    'a\u0301n\u0303 שָּׁלוֹם ❤\ufe0f 1\ufe0f\u20e3',
  ],
])('takes piles of marks from letters: %s', (_what, text, without) => {
  expect(withoutPiles(text)).toBe(without);
});
