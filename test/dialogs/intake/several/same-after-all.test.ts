import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const ROOF = 'el techo de dos aulas de la escuela de Cerro Iglesias se está cayendo, distrito de Nole Duima';

describe('more of a report that sounded like a matter apart', () => {
  it.each([
    'Así es. Además quisiera agregar que no hay agua potable en la escuela desde marzo.',
    'sí, además no hay agua potable en la escuela desde marzo',
  ])('is filed with it: %s', words => {
    const talk = told(ROOF, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join(' ')).toContain('no hay agua potable en la escuela desde marzo');
    expect(talk.conversation.state.later).toEqual([]);
  });
});
