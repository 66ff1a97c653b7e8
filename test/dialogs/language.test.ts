import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const WATER = 'There is no water in Volcan since Monday';
const FARM = 'There is a pig farm in Dolega and it smells awful behind our house';

describe('a talk in English', () => {
  it.each([
    ['a place in Spanish', WATER, 'Calle principal, frente al banco'],
    ['a place in both', FARM, 'Los Algarrobos, by the bridge'],
    ['a place told with one word of a sentence', FARM, 'es en Los Algarrobos, al lado de la iglesia'],
  ])('stays so after %s', (_, first, answer) => {
    const talk = told(first, answer);
    expect(talk.conversation.state.language).toBe('en');
    expect(talk.last()?.text).toContain('Shall I send it like this?');
  });

  it.each(['no hay agua en mi barrio desde el lunes', 'mejor en español, no entiendo, gracias'])(
    'goes on in Spanish after a sentence of it: «%s»',
    answer => {
      expect(told(WATER, answer).conversation.state.language).toBe('es');
    },
  );
});

describe('a short first message', () => {
  it.each(['no water in el cangrejo', 'street light is out calle 50', 'no garbage pickup by los andes'])(
    '«%s» is answered in English, though its place has a Spanish name',
    text => {
      expect(told(text).conversation.state.language).toBe('en');
    },
  );

  it.each(['no hay agua en el cangrejo', 'street light dañada en la calle 50', 'sin luz en calle 50'])(
    '«%s» is answered in Spanish',
    text => {
      expect(told(text).conversation.state.language).toBe('es');
    },
  );
});
