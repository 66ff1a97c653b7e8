import { expect, it } from 'vitest';
import { chancesOf, probabilities } from '../../../src/nlu/model/chances.ts';
import { type Head, type Seen, scoresOf } from '../../../src/nlu/model/linear.ts';

const CLASSES = ['a', 'b', 'c'];
const ROWS = 11;

/** Every weight is another one, of either sign. */
const head: Head = {
  classes: CLASSES,
  bias: Float32Array.of(0.5, -0.25, 0),
  words: { rows: Int8Array.from({ length: ROWS * 3 }, (_, i) => ((i * 37) % 255) - 127), scale: 0.01 },
  style: null,
  signs: Float32Array.of(1, 2, 3),
};

function seen(rows: number): Seen {
  return {
    words: { rows: Array.from({ length: rows }, (_, n) => ROWS - 1 - n), value: 0.5 },
    style: { rows: [], value: 0 },
  };
}

it.each([0, 1, 3, 4, 5, 8, 11])('a text of %i known features weighs each of them once', rows => {
  const { words } = seen(rows);
  const expected = CLASSES.map((_, c) => {
    const sum = words.rows.reduce((total, row) => total + (head.words.rows[row * 3 + c] ?? 0), 0);
    return (head.bias[c] ?? 0) + sum * 0.5 * 0.01 + 2 * (c + 1);
  });
  for (const [c, score] of scoresOf(head, seen(rows), [2]).entries())
    expect(score).toBeCloseTo(expected[c] ?? 0, 10);
});

it('says the same of each class in order and in none', () => {
  const ranked = probabilities(head, seen(7), [0.1]);
  const chances = chancesOf(head, seen(7), [0.1]);
  expect(chances.size).toBe(3);
  for (const { id, p } of ranked) expect(chances.get(id)).toBeCloseTo(p, 12);
  expect(ranked.map(({ p }) => p)).toEqual(ranked.map(({ p }) => p).toSorted((one, other) => other - one));
});
