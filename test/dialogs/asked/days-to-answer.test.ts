import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said, told } = await openTalks();
const VAGUE = 'quiero poner una queja de algo raro en mi barrio';
/** A summary that names no body. */
const UNDECIDED = [VAGUE, 'otra cosa', 'chepo'];

describe('how long it takes, asked while nobody knows yet who deals with it', () => {
  it.each([
    'cuanto se demora',
    'en cuanto tiempo me responden',
    'how long does it take?',
    'wait can you speak english? how long does it take',
  ])('is answered with the limit of the law, and is no part of the report: %s', words => {
    expect(said(...UNDECIDED, words)).toMatch(/(La ley da como máximo|The law gives at most) 30 (días|days)/);
    expect(told(...UNDECIDED, words).conversation.state.draft?.description).toEqual([VAGUE]);
    expect(told(...UNDECIDED, words).cases).toEqual([]);
  });
});

it('is answered with the days of its service where that is known', () => {
  expect(said('no hay luz en villa lucre, calle 4', 'cuanto se demora')).toContain('tiene 3 días hábiles');
});
