import { describe, expect, it } from 'vitest';
import { OUTSIDE_SYSTEMS } from '../../bench/outside-systems.ts';
import { labelledMessages } from '../support/labelled-messages.ts';

/** Each text often enough that a system which drops rare words keeps these. */
const LESSONS = labelledMessages().map(({ text, agencies }) => ({ text, label: agencies[0] ?? '' }));

describe.each(OUTSIDE_SYSTEMS.map(system => [system.name, system] as const))('%s', (_, system) => {
  it('is taught by lessons, and answers with their labels, the likeliest first', async () => {
    const answer = await system.teach(LESSONS);
    for (const { text, label } of LESSONS.slice(0, 4)) {
      const ranked = await answer(text);
      expect(ranked[0]?.id).toBe(label);
      expect(ranked.every(({ p }) => p >= 0 && p <= 1)).toBe(true);
    }
  });
});
