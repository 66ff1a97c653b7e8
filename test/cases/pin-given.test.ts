import { describe, expect, it } from 'vitest';
import { newNumber } from '../../src/cases/number.ts';
import { pinGiven, withoutPin } from '../../src/cases/pin.ts';

const number = newNumber('311', () => Buffer.from([0, 0, 1, 2, 3, 4]));
const other = newNumber('311', () => Buffer.from([0, 0, 9, 2, 3, 4]));

describe('a number and its PIN, told in one text', () => {
  it.each([
    `mi caso es ${number} y el pin 482913`,
    `${number} 482913`,
    `482913 es el PIN, del caso ${number}`,
    `PIN: 482913\n${number}`,
    `quiero ver ${number.replaceAll('-', ' ')}, pin 482913`,
  ])('are found: %s', text => {
    expect(pinGiven(text, '311')).toEqual({ number, pin: '482913' });
  });

  it.each([
    `mi caso es ${number}`,
    'el pin es 482913',
    `${number}, me llamo Ana, cel 6123-4567`,
    `${number} y ${other}, pin 482913`,
    `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10} pin 482913`,
  ])('are not: %s', text => {
    expect(pinGiven(text, '311')).toBeNull();
  });
});

describe('a PIN told beside the number', () => {
  it.each([
    [`mi caso es ${number} y el pin 482913`, `mi caso es ${number}`],
    [`${number}, PIN: 482913, y sigue sin agua`, `${number}, y sigue sin agua`],
    [`${number} sigue sin agua`, `${number} sigue sin agua`],
  ])('is taken out: %s', (text, left) => {
    expect(withoutPin(text, '311')).toBe(left);
  });
});
