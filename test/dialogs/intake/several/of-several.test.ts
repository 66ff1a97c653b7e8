import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();
const TWO = 'no hay agua y además la calle está llena de huecos, en Burunga, Arraiján';
const ROAD = 'la calle está llena de huecos, en Burunga, Arraiján';
const draft = (talk: Talk) => talk.conversation.state.draft;
const later = (talk: Talk) => talk.conversation.state.later;

describe('said to the first of several matters', () => {
  it.each(['los dos', 'ambos', 'las dos cosas', 'ambas quejas por favor', 'sí, los dos', 'send both'])(
    'each is sent, the second after its own yes: %s',
    words => {
      const talk = told(TWO, words);
      expect(talk.cases).toMatchObject([{ serviceId: 'no-water' }]);
      talk.say('sí');
      expect(draft(talk)).toMatchObject({ serviceId: 'pothole' });
    },
  );

  it.each(['los dos problemas son graves', 'las dos calles están malas', '¿los dos?'])(
    'sends nothing: %s',
    words => {
      expect(told(TWO, words).cases).toEqual([]);
    },
  );

  it.each(['uno solo', 'un solo caso', 'ponlo todo junto', 'mándelos juntos', 'no los separe'])(
    'is all put into one report, and said so: %s',
    words => {
      const talk = told(TWO, words);
      expect(talk.last()?.text).toMatch(/^Lo puse todo en este reporte\./);
      expect(draft(talk)?.description).toEqual(['no hay agua', ROAD]);
      talk.say('sí');
      expect(talk.cases).toHaveLength(1);
      expect(talk.last()?.text).not.toMatch(/otro asunto/);
    },
  );

  it.each(['no, es lo mismo', 'es por lo mismo, el agua daña la calle'])(
    'one that is the same is in the report, and not asked after: %s',
    words => {
      const talk = told(TWO, words, 'sí');
      expect(talk.cases[0]?.description).toEqual(expect.arrayContaining(['no hay agua', ROAD]));
      expect(talk.last()?.text).not.toMatch(/otro asunto/);
    },
  );

  it.each(['primero el agua', 'empecemos con el agua', 'el agua es más importante', 'el agua primero'])(
    'the one that is shown goes on: %s',
    words => {
      const talk = told(TWO, words);
      expect(draft(talk)).toMatchObject({ serviceId: 'no-water', place: { text: 'Burunga' } });
      expect(talk.last()?.text).toMatch(/\?$/);
      expect(later(talk)).toEqual([ROAD]);
    },
  );

  it.each([
    'primero la calle',
    'la calle es mas importante',
    'mejor empecemos por lo de los huecos',
    'el otro primero',
  ])('the other one comes first, and the one that was shown after it: %s', words => {
    const talk = told(TWO, words);
    expect(draft(talk)).toMatchObject({ serviceId: 'pothole', place: { text: 'Burunga, Arraiján' } });
    expect(later(talk)).toEqual(['no hay agua']);
    talk.say('sí', 'sí');
    expect(talk.cases[0]?.serviceId).toBe('pothole');
  });

  it.each(['la calle déjela', 'olvide la calle', 'no mande lo de la calle', 'la calle no'])(
    'the other one is left: %s',
    words => {
      const talk = told(TWO, words);
      expect(draft(talk)).toMatchObject({ serviceId: 'no-water', place: { text: 'Burunga' } });
      expect(later(talk)).toEqual([]);
    },
  );

  it('the one that is shown is left, and the other one goes on', () => {
    const talk = told(TWO, 'el agua déjela');
    expect(draft(talk)).toMatchObject({ serviceId: 'pothole' });
    expect(later(talk)).toEqual([]);
  });

  it.each(['y la calle?', '¿y lo de los huecos?'])('what is asked after waits: %s', words => {
    const talk = told(TWO, words);
    expect(talk.last()?.text).toMatch(/^Veo más de un asunto/);
    expect(draft(talk)?.description).toEqual(['no hay agua']);
  });

  it('only the other one', () => {
    expect(draft(told(TWO, 'solo la calle'))).toMatchObject({ serviceId: 'pothole' });
  });
});

describe('what fails too, told to the summary of another matter', () => {
  const REFUSE = 'no recogen la basura en calle 3 de Cerro Viento, San Miguelito';

  it.each(['no hay luz en mi casa', 'hay un hueco en la calle', 'no tengo agua'])(
    'waits its turn, and what was told first is sent as it was: %s',
    words => {
      const talk = told(REFUSE, words);
      expect(talk.conversation.state.draft).toMatchObject({
        serviceId: 'garbage-not-collected',
        description: [REFUSE],
      });
      talk.say('sí');
      expect(talk.cases).toMatchObject([{ serviceId: 'garbage-not-collected' }]);
      expect(talk.last()?.asks).toBe('split');
    },
  );

  it('is the matter instead where that is said', () => {
    const talk = told(REFUSE, 'no es la basura, es que no hay luz');
    expect(talk.conversation.state.draft?.serviceId).toBe('power-outage');
  });
});
