import { expect, it } from 'vitest';
import { createRandom } from '../../../src/nlu/model/learn.ts';
import { learnChain, readChain } from '../../../src/nlu/where/chain.ts';

const COURSE = { features: 4, epochs: 20, rate: 0.1, decay: 1e-4, seed: 1 };

it('the likeliest labels are those of all that could be', () => {
  const random = createRandom(7);
  const number = (): number => random() * 4 - 2;
  for (let round = 0; round < 50; round += 1) {
    const odds = Array.from({ length: 1 + (round % 6) }, number);
    const steps = Float32Array.from({ length: 4 }, number);
    const weight = (labels: boolean[]): number =>
      labels.reduce((sum, is, i) => {
        const step = i === 0 ? 0 : (steps[2 * Number(labels[i - 1]) + Number(is)] ?? 0);
        return sum + step + (is ? (odds[i] ?? 0) : 0);
      }, 0);
    const all = Array.from({ length: 2 ** odds.length }, (_, bits) =>
      odds.map((__, i) => ((bits >> i) & 1) === 1),
    );
    const best = Math.max(...all.map(weight));
    expect(weight(readChain(steps, odds))).toBeCloseTo(best, 5);
  }
});

it('learns what a word says, and that a place goes on', () => {
  // Feature 0 begins a place, 1 stands in any text, 2 ends one; a word with 1 behind a place is of it.
  const row = { words: [[1], [0], [1], [1], [2], [1]], labels: [false, true, true, true, false, false] };
  const chain = learnChain([row, row], COURSE);
  const odds = row.words.map(own =>
    own.reduce((sum, f) => sum + (chain.weights[f] ?? 0), chain.bias[0] ?? 0),
  );
  expect(readChain(chain.steps, odds)).toEqual(row.labels);
});

it('learns nothing of nothing', () => {
  const chain = learnChain([{ words: [], labels: [] }], COURSE);
  expect([...chain.weights, ...chain.bias, ...chain.steps]).toEqual(Array.from({ length: 9 }, () => 0));
  expect(readChain(chain.steps, [])).toEqual([]);
});
