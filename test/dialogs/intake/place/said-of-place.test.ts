import { describe, expect, it } from 'vitest';
import { openStage, openTold, startTalk } from '../../../support/play.ts';

const told = await openTold();
const GARBAGE = 'no recogen la basura desde hace dos semanas';

describe('asked where it is', () => {
  it.each([
    'no se como se llama la calle',
    'no me se la direccion',
    'no sé la dirección',
    'no me acuerdo del nombre de la calle',
    "i don't know the address",
  ])('who knows no name is asked what is near: %s', words => {
    const talk = told(GARBAGE, words);
    expect(talk.last()?.text).toMatch(/Sirve lo que haya cerca|Whatever is nearby/);
    expect(talk.last()?.text).not.toContain('agregué');
    expect(talk.conversation.state.draft).toMatchObject({ description: [GARBAGE], place: null });
  });

  it('who still does not know it goes on without', () => {
    expect(told(GARBAGE, 'no me sé la dirección', 'no sé').last()?.asks).toBe('confirm');
  });

  it.each([
    'le mando la ubicacion?',
    'como mando la ubicación',
    'puedo mandar mi ubicacion',
    'can I send my location?',
  ])('who wants to send a pin is told how: %s', words => {
    const talk = told(GARBAGE, words);
    expect(talk.last()?.text).toMatch(/Enviar mi ubicación|Send my location/);
    expect(talk.last()?.asks).toBe('place');
    expect(talk.conversation.state.draft?.description).toEqual([GARBAGE]);
  });

  it('who cannot send one there is told so', async () => {
    const talk = startTalk(await openStage(), 'sms');
    talk.say(GARBAGE);
    talk.say('le mando la ubicación?');
    expect(talk.shown().join(' ')).toContain('no puedo recibir la ubicaci');
  });

  it.each(['el mismo lugar de la otra vez', 'donde siempre', 'la misma calle de antes'])(
    'who means the place of before is not told that it was noted: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.last()?.text).toContain('no veo cuál fue ese lugar');
      expect(talk.conversation.state.draft).toMatchObject({ description: [GARBAGE], place: null });
    },
  );

  it('takes the place of before from their newest case', () => {
    const talk = told('hay un hueco en calle 3 de Cerro Viento, San Miguelito', 'sí');
    talk.wait(2 * 86_400_000);
    talk.say(GARBAGE);
    talk.say('el mismo lugar de la otra vez');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.last()?.text).toContain('Cerro Viento');
  });

  it.each(['como asi que lugar?', 'cual lugar?', 'que lugar?', 'dirección de qué?', 'what place?'])(
    'who does not know which is told why: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.last()?.text).toMatch(/para que lo encuentren|so that they find it/);
      expect(talk.last()?.asks).toBe('place');
    },
  );

  it.each(['¿necesita la dirección exacta?', 'el barrio o la calle?', 'cual es mi corregimiento?'])(
    'who asks how exactly is told what is enough: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.last()?.text).toContain('basta el barrio o el pueblo');
      expect(talk.conversation.state.draft).toMatchObject({ description: [GARBAGE], place: null });
    },
  );

  it.each(['usted sabe', 'búsquelo', 'no tengo gps', 'es un lugar sin nombre'])(
    'what helps nobody find it is not kept: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.last()?.text).toMatch(/^¿En qué lugar es\? Sirve/);
      expect(talk.conversation.state.draft).toMatchObject({ description: [GARBAGE], place: null });
    },
  );

  it.each(['en varios lugares', 'en todos lados', 'en toda la ciudad'])(
    'how far it goes is kept: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.conversation.state.draft).toMatchObject({ description: [GARBAGE, words], place: null });
    },
  );

  it.each(['pero van a venir?', 'y cuándo vienen?', '¿van a mandar a alguien?'])(
    'who asks whether anybody comes is told of the days: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.last()?.text).toContain('días');
      expect(talk.last()?.asks).toBe('place');
      expect(talk.conversation.state.draft?.description).toEqual([GARBAGE]);
    },
  );

  it.each(['es urgente', 'urgente por favor', 'nos urge', 'it is urgent'])(
    'that it is urgent is kept: %s',
    words => {
      const talk = told(GARBAGE, words);
      expect(talk.last()?.text).toMatch(/^(Anotado|Noted)/);
      expect(talk.conversation.state.draft).toMatchObject({ description: [GARBAGE, words], place: null });
    },
  );

  it('how far it goes is kept, and of a district it is asked which', () => {
    const talk = told(GARBAGE, 'en todo el distrito');
    expect(talk.last()?.text).toMatch(/^¿En qué distrito es\?/);
    expect(talk.conversation.state.draft?.description).toEqual([GARBAGE, 'en todo el distrito']);
    expect(told(GARBAGE, 'en toda la barriada').last()?.text).toMatch(/^Anotado/);
  });
});

describe('what tells a place is taken as one', () => {
  it.each([
    ['en la misma calle de la iglesia, en Pedasí', 'Pedasí'],
    ['no sé cómo se llama la calle, es en Chitré', 'Chitré'],
    ['es urgente, es en Villa Lucre', 'Villa Lucre'],
  ])('%s', (words, place) => {
    expect(told(GARBAGE, words).conversation.state.draft?.place?.text).toContain(place);
  });
});
