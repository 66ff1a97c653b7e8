import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers, newNumber } from '../../src/cases/number.ts';
import { workOf } from '../support/work-of.ts';

const bytes = fc.uint8Array({ minLength: 6, maxLength: 6 });
const numbers = bytes.map(given => newNumber('311', () => Buffer.from(given)));
const nineOf = (number: string): string => number.replaceAll('-', '').slice(3);

describe('newNumber', () => {
  it('makes a number of the office, whatever the chance', () => {
    fc.assert(fc.property(numbers, number => /^311-\d{3}-\d{3}-\d{3}$/.test(number)));
  });

  it('never makes a number that findNumbers doubts', () => {
    fc.assert(
      fc.property(numbers, number => {
        expect(findNumbers(number, '311')).toEqual([{ number, valid: true }]);
      }),
    );
  });

  it('takes the prefix of the office', () => {
    expect(newNumber('911', () => Buffer.alloc(6))).toBe('911-000-000-000');
  });
});

describe('findNumbers', () => {
  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const nine = [...nineOf(number)];
        nine[at] = String((Number(nine[at]) + by) % 10);
        expect(findNumbers(`311-${nine.join('')}`, '311')).toMatchObject([{ valid: false }]);
      }),
    );
  });

  it('notices every swap of neighbours', () => {
    fc.assert(
      fc.property(numbers, fc.nat(7), (number, at) => {
        const nine = [...nineOf(number)];
        [nine[at], nine[at + 1]] = [nine[at + 1] ?? '', nine[at] ?? ''];
        fc.pre(nine[at] !== nine[at + 1]);
        expect(findNumbers(`311 ${nine.join('')}`, '311')).toMatchObject([{ valid: false }]);
      }),
    );
  });

  it('is never fooled into throwing or repeating itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -.+()a\n–') }), text => {
        const found = findNumbers(text, '311').map(({ number }) => number);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  const REAL = newNumber('311', () => Buffer.from([0, 0, 2, 226, 46, 57]));
  const nine = nineOf(REAL);
  const [a, b, c] = [nine.slice(0, 3), nine.slice(3, 6), nine.slice(6)];

  it.each([
    ['as it was given', `311-${a}-${b}-${c}`],
    ['without anything between', `311${nine}`],
    ['with blanks', `mi caso es el 311 ${a} ${b} ${c}, gracias`],
    ['with dots', `311.${a}.${b}.${c}.`],
    ['with long dashes', `311–${a}—${b}–${c}`],
    ['with blanks around the dashes', `311 - ${a} - ${b} - ${c}`],
    ['with the prefix in brackets', `(311) ${a}-${b}-${c}`],
    ['without the prefix', `¿qué pasó con ${a}-${b}-${c}?`],
    ['without the prefix and anything between', `caso:${nine}`],
    ['after a number sign', `N°311-${a}-${b}-${c}`],
    ['read out in pairs', `311 ${nine.replace(/(..)/g, '$1 ')}`],
    ['over two lines', `311-${a}\n${b}-${c}`],
  ])('finds a number %s', (_how, text) => {
    expect(findNumbers(text, '311')).toEqual([{ number: REAL, valid: true }]);
  });

  it('finds several, each once, in order', () => {
    const other = newNumber('311', () => Buffer.from([0, 0, 0, 0, 1, 7]));
    const found = findNumbers(`${other} y ${REAL}, también ${nineOf(other)}`, '311');
    expect(found.map(({ number }) => number)).toEqual([other, REAL]);
  });

  const wrong = `${a}-${b}-${(Number(c) + 1) % 1000}`.replace(
    /-(\d{1,2})$/,
    (_, d) => `-${d.padStart(3, '0')}`,
  );

  it('reports a mistyped number that is the whole message', () => {
    expect(findNumbers(`¿${wrong}?`, '311')).toMatchObject([{ valid: false }]);
  });

  it.each([
    ['a mobile number', '6000-0000'],
    ['an international mobile number', '+507 6000-0000'],
    ['a long international number', `+${nine}`],
    ['a landline', 'llámeme al 507 2000000'],
    ['a date and time', '2026-03-02 15:30'],
    ['dates in a row', '02-03-2026 y 03-03-2026'],
    ['an identity number', '8-123-4567'],
    ['nine digits in a sentence that do not check', `el recibo ${wrong} del mes`],
    ['part of a longer row of groups', `${a}-${b}-${c}-12`],
    ['a longer run of digits', `${nine}0`],
    ['the telephone line itself', 'llamé al 311 el 3 de 11'],
  ])('leaves %s alone', (_what, text) => {
    expect(findNumbers(text, '311')).toEqual([]);
  });

  it('reads ten thousand digits quickly', () => {
    const digits = '311 '.repeat(5_000) + '1-'.repeat(20_000);
    expect(workOf(() => findNumbers(digits, '311'))).toBeLessThan(500);
  });
});
