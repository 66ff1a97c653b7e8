import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const GARBAGE = 'no recogen la basura desde hace dos semanas';

describe('a whole city or province', () => {
  it.each(['ciudad de panama', 'en la ciudad de Colón', 'provincia de cocle', 'toda la provincia de Coclé'])(
    'is asked about once, and then taken: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.last()?.text).toContain('¿En qué parte de');
      talk.say('no sé');
      expect(talk.last()?.asks).toBe('confirm');
    },
  );

  it('is none with a street in it', () => {
    expect(told(GARBAGE, 'ciudad de panamá, calle 50').last()?.asks).toBe('confirm');
  });
});

describe('a building called as a barriada elsewhere', () => {
  it.each([
    'torre 3 apto 5b ph arboleda costa del este',
    'costa del este, ph arboleda',
    'edificio Arboleda, Costa del Este',
  ])('stands in the area told with it: %s', words => {
    const talk = told(GARBAGE, words);
    expect(talk.conversation.state.draft?.place).toMatchObject({ district: 'Panamá' });
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is that barriada where its district is told', () => {
    const { place } = told(GARBAGE, 'residencial Arboleda, en Arraiján').conversation.state.draft ?? {};
    expect(place).toMatchObject({ district: 'Arraiján' });
  });
});
