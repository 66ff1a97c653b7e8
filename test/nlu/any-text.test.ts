import fc from 'fast-check';
import { expect, it } from 'vitest';
import { route } from '../../src/catalogue/route.ts';
import type { Ranked, Understanding } from '../../src/nlu/classifier.ts';
import { createClassifier } from '../../src/nlu/create-classifier.ts';
import { READ_AT_MOST, read } from '../../src/nlu/reading.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';
import { SEEN } from './messages-seen.ts';

const catalogue = smallCatalogue();
const classifier = createClassifier(catalogue, route(catalogue));

const WORDS = SEEN.flatMap(([text]) => text.split(' '));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(words => words.join(' ')),
);

const AWKWARD = [
  '',
  '\0\0\0',
  '\ud800 sin agua \udfff',
  '😀'.repeat(5000),
  'a'.repeat(10_000),
  'no hay agua '.repeat(900),
  '¿?¡!.;…\n'.repeat(1000),
  'e\u0301'.repeat(5000),
  // In the square of its length this takes minutes.
  `no hay agua${'\u0301\u0323'.repeat(150_000)} en Chorrera`,
  'ما في ماء في بيتي منذ يومين',
  'В доме нет воды уже три дня',
  '我家没有水已经三天了',
  '집에 물이 안 나와요',
  'Não tem água na minha casa',
  '__proto__ constructor toString hasOwnProperty',
];

function isRanked(list: Ranked[] | { p: number }[]): boolean {
  return list.every(({ p }, n) => p >= 0 && p <= 1 && p <= (list[n - 1]?.p ?? 1));
}

function isSound({ kinds, agencies, services, places, reasons }: Understanding): boolean {
  const sums = [kinds, services].every(list => list.reduce((sum, { p }) => sum + p, 0) < 1 + 1e-9);
  return [kinds, agencies, services, places].every(isRanked) && sums && reasons.length <= 3;
}

it('understands any text without throwing, with ranked probabilities', () => {
  fc.assert(
    fc.property(anything, text => {
      expect(isSound(classifier.understand(text))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

it.each(AWKWARD)('understands an awkward text', text => {
  expect(isSound(classifier.understand(text))).toBe(true);
});

it('understands the same text the same, whatever it read before', () => {
  const fresh = createClassifier(catalogue, route(catalogue));
  fc.assert(
    fc.property(anything, anything, (text, other) => {
      const first = classifier.understand(text);
      classifier.understand(other);
      expect(classifier.understand(text)).toEqual(first);
      expect(fresh.understand(text)).toEqual(first);
    }),
    { numRuns: 100 },
  );
});

it('cuts every reason from the text', () => {
  fc.assert(
    fc.property(anything, text => {
      const spaced = text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ');
      for (const reason of classifier.understand(text).reasons) expect(spaced).toContain(reason.trim());
    }),
    { numRuns: 200 },
  );
});

it('reads the beginning of a long text for its matter, and all of it for danger', () => {
  const long = `${'bla '.repeat(3000)} hay un incendio en mi casa ayuda`;
  expect(read(long, new Map()).units.length).toBeLessThanOrEqual(READ_AT_MOST);
  expect(classifier.understand(long).emergency).not.toBeNull();
  expect(classifier.understand(`${'bla '.repeat(3000)} tubo roto`).services).toEqual([]);
});

it('is not moved by accents, capitals or composition', () => {
  const plain = classifier.understand('no llega el agua a la tuberia, por favor reparen');
  for (const text of [
    'NO LLEGA EL AGUA A LA TUBERÍA, POR FAVOR REPAREN',
    'no llega el agua a la tuberi\u0301a, por favor reparen',
  ]) {
    expect(classifier.understand(text).services).toEqual(plain.services);
  }
});
