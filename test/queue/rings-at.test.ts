import { expect, it } from 'vitest';
import { ringsAt } from '../../src/queue/rings-at.ts';

it('is never early, and late by a sixteenth of the delay and by a second at most', () => {
  for (let delayMs = 1; delayMs < 5_000_000; delayMs = Math.ceil(delayMs * 1.07)) {
    for (const now of [0, 12_345.678, 1_772_463_600_123]) {
      const lateMs = ringsAt(now, delayMs) - (now + delayMs);
      expect(lateMs).toBeGreaterThanOrEqual(0);
      expect(lateMs).toBeLessThanOrEqual(Math.max(1, Math.min(delayMs / 16, 1_024)));
    }
  }
});

it('is a few times at most for one time that is asked for until it comes', () => {
  const at = 1_772_463_600_123;
  const times = new Set<number>();
  for (let rest = 3_600_000; rest > 0; rest -= 5) times.add(ringsAt(at - rest, rest));
  expect(times.size).toBeLessThan(15);
});
