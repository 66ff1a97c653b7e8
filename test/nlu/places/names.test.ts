import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GazetteerRow } from '../../../src/catalogue/catalogue.ts';
import { bareWords } from '../../../src/catalogue/words.ts';
import { withoutKind } from '../../../src/nlu/places/name-forms.ts';
import { roadOf } from '../../../src/nlu/places/roads.ts';
import { soundOf } from '../../../src/nlu/tokens.ts';
import { workOf } from '../../support/work-of.ts';
import { ABBREVIATIONS, finderOf, findReal, findSmall, REAL_PLACES } from './finders.ts';

const sounds = (name: string): string =>
  bareWords(name).split(' ').map(soundOf).join('').replaceAll('ñ', 'n');

/** Names of one district only, as a citizen would not have to explain them. */
const UNAMBIGUOUS = ((): GazetteerRow[] => {
  const owners = new Map<string, Set<string>>();
  for (const row of REAL_PLACES) {
    for (const name of [row.name, ...row.aliases]) {
      const key = sounds(name.replace(/^(el|la|los|las) /i, ''));
      owners.set(key, (owners.get(key) ?? new Set()).add(row.code.slice(0, 4)));
    }
  }
  return REAL_PLACES.filter(row => {
    const key = sounds(row.name.replace(/^(el|la|los|las) /i, ''));
    const words = bareWords(row.name);
    const isShorthand = words.split(' ').some(word => ABBREVIATIONS.has(word));
    // `Urbanización San Antonio` is what people call any San Antonio.
    const bare = withoutKind(words);
    if (bare !== null && (owners.get(sounds(bare))?.size ?? 0) > 0) return false;
    return row.code.length >= 4 && owners.get(key)?.size === 1 && roadOf(words) === null && !isShorthand;
  });
})();

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

describe('every unambiguous name of the gazetteer', () => {
  it('is found in any case, with and without accents', () => {
    expect(UNAMBIGUOUS.length).toBeGreaterThan(1500);
    fc.assert(
      fc.property(
        fc.constantFrom(...UNAMBIGUOUS),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        fc.boolean(),
        (row, capitals, accents) => {
          const name = accents ? row.name : withoutAccents(row.name);
          const mixed = [...name]
            .map((c, i) => (capitals[i % 40] ? c.toUpperCase() : c.toLowerCase()))
            .join('');
          const first = findReal(`vivo en ${mixed}`)[0];
          expect(first?.code.slice(0, 4), mixed).toBe(row.code.slice(0, 4));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is found whole as the gazetteer writes it', () => {
    const lost = UNAMBIGUOUS.filter(row => {
      return findReal(`vivo en ${row.name}`)[0]?.code.slice(0, 4) !== row.code.slice(0, 4);
    });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          ...REAL_PLACES.slice(0, 400).map(({ name }) => name),
          'en',
          'de',
          ',',
          '.',
          'calle',
          '\u0301',
        ),
        {
          maxLength: 25,
        },
      )
      .map(words => words.join(' ')),
  );

  it('is read without an error, with at most six guesses, likeliest first, each within it', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.option(fc.constantFrom('08', '0804', '080419', '', 'x', '99999999')),
        (text, near) => {
          const guesses = findReal(text, near ?? undefined);
          expect(guesses.length).toBeLessThanOrEqual(6);
          const ps = guesses.map(({ p }) => p);
          expect(ps).toEqual([...ps].sort((a, b) => b - a));
          for (const { p, text: words, code } of guesses) {
            expect(p).toBeGreaterThan(0);
            expect(p).toBeLessThanOrEqual(1);
            expect(words.length).toBeLessThanOrEqual(80);
            expect(text.replace(/\s+/g, ' ')).toContain(words);
            expect(code).toMatch(/^\d{2}(\d\d){0,2}$/);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('is read the same each time', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(findReal(text)).toEqual(findReal(text));
      }),
      { numRuns: 200 },
    );
  });

  it('takes a time that grows with its length, not faster', () => {
    const piece = 'de la santa cruz san juan, cerro vieto y la calle de santa rosa ';
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      findReal(text);
      const runs = Array.from({ length: 5 }, () => text);
      return workOf(() => runs.map(text => findReal(text))) / runs.length;
    };
    const short = time(5_000);
    expect(time(40_000)).toBeLessThan(short * 8 * 3);
    expect(time(10_000)).toBeLessThan(200);
  });

  it('is read with an empty gazetteer and one of strange rows', () => {
    expect(findSmall('')).toEqual([]);
    expect(finderOf([])('en Cerro Viento')).toEqual([]);
    expect(findSmall('Naso')[0]?.province).toBe('Comarca Naso Tjër Di');
  });
});
