import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const WATER = 'el agua llega cada tres días en Chilibre';
const GARBAGE = 'no recogen la basura en Villa Zaita';

describe('what happens each time', () => {
  it.each([
    [WATER, 'y cuando llega, llega con lodo'],
    [WATER, 'cuando llega sale chocolate'],
    [GARBAGE, 'cuando pasan dejan la mitad tirada'],
  ])('is more of the report, and no question: %s, %s', (report, words) => {
    expect(told(report, words).conversation.state.draft?.description).toEqual([report, words]);
    expect(told(report, 'sí', words).cases[0]?.description).toEqual([report, words]);
  });

  it.each([
    [WATER, 'y cuando llega?'],
    [GARBAGE, 'cuando pasan'],
  ])('is asked for where nothing follows: %s, %s', (report, words) => {
    expect(told(report, words).conversation.state.draft?.description).toEqual([report]);
  });
});
