import { describe, expect, it } from 'vitest';
import { binsOf, calibrationError, sharpnessOf } from '../../../src/nlu/measure/certainty.ts';
import { confusedPairs, macroF1, macroRecall, recallByClass } from '../../../src/nlu/measure/classes.ts';
import { readingCost } from '../../../src/nlu/measure/cost.ts';
import { meanOf, shareOf } from '../../../src/nlu/measure/drawings.ts';

const pairs = (text: string) =>
  text.split(' ').map(pair => {
    const [label = '', said = ''] = pair.split('>');
    return { label, said };
  });

describe('an interval', () => {
  /** Ten authors of forty messages, each understood always or never. */
  const rows = Array.from({ length: 400 }, (_, i) => ({ author: `a${i % 10}`, hit: Number(i % 10 < 5) }));
  const mean = (some: readonly { hit: number }[]): number => meanOf(some.map(({ hit }) => hit));

  it('is as wide as the authors differ, and not as narrow as their messages are many', () => {
    const byAuthor = shareOf(rows, ({ author }) => author, mean);
    const asOne = shareOf(rows, () => 'somebody', mean);
    expect([byAuthor.value, asOne.value, byAuthor.n]).toEqual([0.5, 0.5, 400]);
    expect(asOne.high - asOne.low).toBeLessThan(0.12);
    expect(byAuthor.high - byAuthor.low).toBeGreaterThan(0.4);
  });

  it('is the same whenever it is drawn, and holds the middle 95 %', () => {
    const once = shareOf(rows, () => 'somebody', mean);
    expect(shareOf(rows, () => 'somebody', mean)).toEqual(once);
    // Of 400 throws of a fair coin 95 % lie between .451 and .549.
    expect(once.low).toBeGreaterThan(0.43);
    expect(once.low).toBeLessThan(0.47);
    expect(once.high).toBeGreaterThan(0.53);
  });

  it('of nothing is nothing', () => {
    expect(shareOf([], () => '', mean)).toEqual({ value: 0, low: 0, high: 0, n: 0 });
  });
});

describe('classes', () => {
  const some = pairs('a>a a>a a>b b>b c>a');

  it('have a recall each, the most frequent first, and a mean that rare ones move as much', () => {
    expect(recallByClass(some)).toEqual([
      { id: 'a', n: 3, recall: 2 / 3 },
      { id: 'b', n: 1, recall: 1 },
      { id: 'c', n: 1, recall: 0 },
    ]);
    expect(macroRecall(some)).toBeCloseTo((2 / 3 + 1 + 0) / 3);
    expect(macroRecall([])).toBe(0);
  });

  it('have an F1 that counts what was said wrongly too', () => {
    expect(macroF1(some, ['a', 'b', 'c'])).toBeCloseTo((4 / 6 + 2 / 3 + 0) / 3);
    expect(macroF1(some, ['a', 'b', 'c', 'd'])).toBeCloseTo((4 / 6 + 2 / 3) / 4);
  });

  it('are listed where they are taken for each other', () => {
    expect(confusedPairs([...some, ...pairs('c>a')])).toEqual([
      ['c → a', 2],
      ['a → b', 1],
    ]);
  });
});

describe('certainty', () => {
  const rows = [
    { p: 0.95, right: true },
    { p: 0.85, right: false },
    { p: 0.05, right: false },
    { p: 1, right: true },
  ];

  it('is held against how often it was right, tenth by tenth', () => {
    const bins = binsOf(rows);
    expect(bins).toHaveLength(10);
    expect(bins[9]).toEqual({ from: 0.9, n: 2, p: 0.975, right: 1 });
    expect(bins[5]).toEqual({ from: 0.5, n: 0, p: 0, right: 0 });
    expect(calibrationError(rows)).toBeCloseTo((0.05 + 0.85 + 0.05) / 4);
  });

  it('is worth little when it is never great', () => {
    expect(sharpnessOf(rows)).toEqual({ share: 0.75, right: 2 / 3 });
    expect(sharpnessOf([{ p: 0.5, right: true }])).toEqual({ share: 0, right: 0 });
  });
});

describe('the cost of reading', () => {
  it('is told in messages a second, and by the slowest one in a hundred', () => {
    let now = 0;
    const read = (text: string): void => {
      now += text === 'long' ? 50 : 1;
    };
    const texts = Array.from({ length: 200 }, (_, i) => (i % 100 < 2 ? 'long' : 'short'));
    const { perSecond, medianMs, p99Ms } = readingCost(read, texts, () => now);
    expect([medianMs, p99Ms]).toEqual([1, 50]);
    expect(perSecond).toBeCloseTo(200_000 / (196 + 200));
  });
});
