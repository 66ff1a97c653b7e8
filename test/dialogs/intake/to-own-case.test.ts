import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();
const WATER = 'no hay agua en tocumen';

describe('what is wished added to a case they have', () => {
  it.each([
    'no quiero otro caso, agreguelo al mismo caso',
    'otro caso no, agréguela al que ya tengo',
    'mejor póngalo en el caso que ya tengo',
    'add it to the case I already have',
  ])('is, where one body has both: %s', words => {
    const leak = 'hay una fuga de agua en la calle 5 de tocumen';
    const talk = told(WATER, 'sí', leak, words);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description.join('\n')).toContain(`${WATER}\n${leak}`);
    expect(talk.conversation.state).toMatchObject({ draft: null, awaits: null, later: [] });
  });

  it('stays apart, and why is said, where another body sees to it', () => {
    const words = [
      WATER,
      'sí',
      'hay un hueco en la calle 5 de tocumen',
      'otro caso no, agréguela al que ya tengo',
    ];
    const talk = told(...words);
    expect(said(...words)).toMatch(/IDAAN.*le toca a otra entidad[\s\S]*MOP[\s\S]*¿Lo envío así\?/);
    expect(talk.cases[0]?.description).toEqual([WATER]);
    talk.say('sí');
    expect(talk.cases).toHaveLength(2);
    expect(talk.conversation.state.later).toEqual([]);
  });

  it('is no more than a word of the report where they have none', () => {
    expect(told(WATER, 'agréguelo al caso que ya tengo').last()?.asks).toBe('confirm');
  });
});
