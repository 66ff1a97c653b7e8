import { describe, expect, it } from 'vitest';
import { countedWeights } from '../../../src/nlu/model/counts.ts';
import type { Example } from '../../../src/nlu/model/learn.ts';

const NO_STYLE = { rows: [], value: 0 };

function said(rows: number[], label: number, weight = 1): Example {
  const words = { rows, value: 1 / Math.sqrt(rows.length) };
  return { seen: { words, style: NO_STYLE }, signs: [], label, weight };
}

/** Row 0 stands everywhere, row 1 in class 1 alone, row 2 in class 2 alone. */
const EXAMPLES = [said([0], 0), said([0, 1], 1), said([0, 1], 1), said([0, 2], 2), said([0], 0)];

describe('what is counted', () => {
  const weights = countedWeights(EXAMPLES, 3, 3);
  const of = (row: number): number[] => [...weights.slice(row * 3, row * 3 + 3)];

  it('speaks for the class a word is found in, and against the others alike', () => {
    expect(of(1)[1]).toBeGreaterThan(Math.max(of(1)[0] ?? 0, of(1)[2] ?? 0));
    expect(of(2)[2]).toBeGreaterThan(0);
    for (const row of [0, 1, 2]) expect(of(row).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0, 5);
  });

  it('says nothing by a word that stands everywhere', () => {
    expect(of(0).map(Math.abs)).toEqual([0, 0, 0]);
  });

  it('counts a lesson that weighs little little, and one that weighs nothing not at all', () => {
    const by = (weight: number) => countedWeights([...EXAMPLES, said([2], 0, weight)], 3, 3)[6] ?? 0;
    expect(by(1)).toBeGreaterThan(by(0.1));
    expect(by(0.1)).toBeGreaterThan(by(0));
  });
});
