import { describe, expect, it } from 'vitest';
import type { LabelledMessage } from '../../../src/catalogue/training.ts';
import type { Said } from '../../../src/nlu/measure/measure.ts';
import { type Standing, standingOf, worseIn } from '../../../src/nlu/measure/standing.ts';

const labelled = (text: string, more: Partial<LabelledMessage> = {}): LabelledMessage => ({
  ...{ id: text, author: 'x', text, intent: 'report', kind: 'queja', agencies: ['idaan'], service: null },
  ...{ district: null, emergency: null, ...more },
});

const SUITE = {
  messages: Array.from({ length: 200 }, (_, i) => labelled(`m${i}`)),
  dangers: [
    labelled('arde', { emergency: 'incendio', intent: 'emergency', kind: null }),
    labelled('arde de rabia'),
  ],
};
const RIGHT: Said = {
  ...{ intent: 'report', kinds: [{ id: 'queja', p: 1 }], services: [], places: [], emergency: null },
  agencies: [{ id: 'idaan', p: 1 }],
};
const before: Standing = { agency: 150, agencyInThree: 180, kind: 150, intent: 190, danger: 300, calm: 500 };

describe('a frozen suite', () => {
  it('is read and its right answers are counted', () => {
    expect(standingOf(() => RIGHT, SUITE)).toEqual({
      ...{ agency: 200, agencyInThree: 200, kind: 200, intent: 200, danger: 0, calm: 1 },
    });
    const third = { ...RIGHT, agencies: ['css', 'mop', 'idaan'].map(id => ({ id, p: 0.3 })) };
    expect(standingOf(() => third, SUITE)).toMatchObject({ agency: 0, agencyInThree: 200 });
    const alarmed = { ...RIGHT, emergency: { category: 'mar', p: 1 } };
    expect(standingOf(() => alarmed, SUITE)).toMatchObject({ danger: 1, calm: 0 });
  });

  it.each([
    ['nothing changed', {}, []],
    ['one danger less is heard', { danger: 299, agency: 199 }, ['danger']],
    ['one alarm more rings', { calm: 499, agency: 199 }, ['calm']],
    ['a question lost much while others won more', { kind: 147, agency: 199 }, ['kind']],
    ['a question lost a little and others won', { kind: 148, agency: 152 }, []],
    ['there is less that is right in all', { kind: 149 }, ['all together']],
    ['more dangers are heard', { danger: 301 }, []],
  ])('tells whether a model got worse: %s', (_, change, worse) => {
    expect(worseIn(before, { ...before, ...change }, SUITE)).toEqual(worse);
  });
});
