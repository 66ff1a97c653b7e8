import { describe, expect, it } from 'vitest';
import { openTalks } from '../../../support/play.ts';

const { draftOf } = await openTalks();

describe('a place of the same name elsewhere', () => {
  it.each([
    'es en Santa Ana de Los Santos',
    'no, le digo que es en Santa Ana de Los Santos',
    '1 espera, eso es Santa Ana de Los Santos, no la de Panamá',
    "no, it's Santa Ana in Los Santos",
  ])('takes the place of the first: %s', words => {
    const place = draftOf('no hay luz en Santa Ana desde anoche', words)?.place;
    expect(place?.code).toMatch(/^0703/);
  });
});
