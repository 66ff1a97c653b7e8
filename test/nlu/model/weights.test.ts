import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/nlu/model/learn.ts';
import { MOST_OF_ONE, weightsOf } from '../../../src/nlu/model/weights.ts';

const voices = fc.array(
  fc.record({
    writer: fc.constantFrom('ana', 'beto', 'cira', 'dario'),
    corrector: fc.constantFrom('ana', 'beto', 'turno', 'mesa'),
  }),
  { maxLength: 400 },
);

describe('what corrections weigh', () => {
  it('is one each where nobody is loud', () => {
    expect(weightsOf([{ writer: 'ana', corrector: 'ana' }], 1_000)).toEqual([1]);
    expect(weightsOf([], 1_000)).toEqual([]);
  });

  it('is never more than a fiftieth of the whole for one writer or one corrector, nor more than the office’s own', () => {
    fc.assert(
      fc.property(voices, fc.integer({ min: 1, max: 2_000 }), (rows, corpus) => {
        const weights = weightsOf(rows, corpus);
        const total = weights.reduce((sum, weight) => sum + weight, corpus);
        for (const side of ['writer', 'corrector'] as const) {
          for (const [, own] of Map.groupBy(rows.entries(), ([, row]) => row[side])) {
            const weight = own.reduce((sum, [i]) => sum + (weights[i] ?? 0), 0);
            expect(weight).toBeLessThanOrEqual(MOST_OF_ONE * total + 1e-9);
          }
        }
        expect(total - corpus).toBeLessThanOrEqual(corpus + 1e-9);
      }),
    );
  });
});

describe('a lesson', () => {
  const LESSON = {
    classes: ['a', 'b'],
    words: 2,
    style: 0,
    signs: 0,
    counted: false,
    epochs: 12,
    decay: 1e-4,
    seed: 1,
  };
  const NO_STYLE = { rows: [], value: 0 };
  const weightOf = (weight: number): number => {
    const said = (row: number, label: number, counts: number) => ({
      ...{ seen: { words: { rows: [row], value: 1 }, style: NO_STYLE }, signs: [], label, weight: counts },
    });
    // Row 1 is used by nobody else.
    const examples = [...Array.from({ length: 9 }, () => said(0, 0, 1)), said(1, 1, weight)];
    const { rows, scale } = learn(examples, LESSON).words;
    return (rows[3] ?? 0) * scale;
  };

  it('says less where it counts less, also in words that nobody else used', () => {
    expect(weightOf(0.02)).toBeGreaterThan(0);
    expect(weightOf(0.02)).toBeLessThan(weightOf(1) / 10);
    expect(weightOf(0)).toBe(0);
  });
});
