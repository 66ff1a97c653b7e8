import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { draftOf } = await openTalks();
const MATTER = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';

describe('what is told of a summary and puts no name right', () => {
  it.each([
    'todavia no la recogen',
    'todavía no recogen la basura',
    'ellos no la recogen',
    'aun no la recogen',
    'they still not la basura',
  ])('leaves the words as they were told: %s', words => {
    expect(draftOf(MATTER, words)?.description[0]).toBe(MATTER);
  });
});
