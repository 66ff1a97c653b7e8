import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
