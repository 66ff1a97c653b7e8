import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const SITE =
  'hay una construccion en el cangrejo calle Eusebio A Morales que trabaja hasta las 11 de la noche y caen piedras a la acera';
const draft = (talk: Talk) => talk.conversation.state.draft;
const offered = (talk: Talk) => talk.last()?.choices?.map(({ value }) => value) ?? [];

describe('who takes none of the services that are offered', () => {
  it.each([
    ['ninguna de esas, es una estatua que se mueve con el viento', 'una estatua que se mueve con el viento'],
    ['no es ninguna, es una estatua que se mueve con el viento', 'una estatua que se mueve con el viento'],
    ['otra cosa: una estatua que se mueve con el viento', 'una estatua que se mueve con el viento'],
    [
      "none of those, it's a big mirror that blinds people passing by",
      'a big mirror that blinds people passing by',
    ],
  ])('is taken at their word: %s', (words, title) => {
    const talk = told(SITE, 'con reserva', words);
    expect(draft(talk)).toMatchObject({ serviceId: null, title, summarised: true });
    expect(draft(talk)?.description).toContain(SITE);
    expect(talk.last()?.text).not.toMatch(/Biblioteca|porque usted menciona/);
  });

  it('is offered none of them again', () => {
    const talk = told(SITE, 'con reserva');
    const before = offered(talk).filter(value => value !== 'service:other');
    expect(before).not.toEqual([]);
    talk.say('ninguna de esas');
    talk.say('cambiar el asunto');
    expect(offered(talk).filter(value => before.includes(value))).toEqual([]);
  });

  it('may still come to mean one of them, and says so', () => {
    const talk = told(SITE, 'con reserva', 'ninguna de esas, es una estatua que se mueve con el viento');
    talk.say('mejor póngalo como ruido de obra, la bulla no nos deja dormir');
    expect(draft(talk)?.denied).not.toContain('bar-noise');
  });
});

describe('a matter that is denied', () => {
  it.each([
    'no! biblioteca no. cambie el asunto, es una estatua que se mueve con el viento',
    'no! biblioteca no, es una estatua que se mueve con el viento',
    'eso no es biblioteca, cambie el asunto, es una estatua que se mueve con el viento',
  ])('is never taken again, whatever names it: %s', words => {
    const talk = told('queja: la biblioteca de Samaria, San Miguelito lleva un mes cerrada', words);
    expect(draft(talk)).toMatchObject({
      serviceId: null,
      title: 'una estatua que se mueve con el viento',
      summarised: true,
    });
    talk.say('cambiar el asunto');
    talk.say('un vidrio que refleja el sol en la cara');
    expect(draft(talk)).toMatchObject({ serviceId: null, title: 'un vidrio que refleja el sol en la cara' });
    expect(talk.last()?.text).not.toMatch(/Biblioteca|menciona «biblioteca»/);
  });

  it('is denied in English too', () => {
    const talk = told('there is no light in David, street 3');
    expect(offered(talk)).toEqual(['service:street-light', 'service:other']);
    talk.say('no, not the light, it is a big mirror that blinds people passing by');
    expect(draft(talk)).toMatchObject({
      ...{ serviceId: null, title: 'a big mirror that blinds people passing by', denied: ['street-light'] },
      place: { text: 'David, street 3' },
    });
  });

  it('is what they come back to by naming it', () => {
    const talk = told(
      'the library in Samaria is closed',
      'no, not the library, it is a big mirror that blinds people passing by',
      'no, it is the library after all',
    );
    expect(draft(talk)?.serviceId).toBe('library');
  });

  it('is told anew in words of their own, and asked no second time', () => {
    const talk = told(
      SITE,
      'con reserva',
      'ninguna de esas, es una estatua que se mueve con el viento',
      'no! ruido no. cambie el asunto, es un vidrio que refleja el sol en la cara',
    );
    expect(talk.last()?.text).toMatch(/^Corregido\./);
    expect(draft(talk)?.title).toBe('un vidrio que refleja el sol en la cara');
    expect(draft(talk)?.description).toContain('una estatua que se mueve con el viento');
  });
});

it.each([
  'otra cosa, le digo que es para registrar el nacimiento de mi hijo',
  'no, otra cosa: es para registrar el nacimiento de mi hijo',
  'something else, it is to register the birth of my son',
])('what is told beside «otra cosa» is the choice, and no further matter: %s', words => {
  const talk = told('vivimos en Soloy, comarca, tengo un problema con el tribunal');
  expect(talk.last()?.asks).toBe('agency');
  talk.say(words);
  expect(talk.conversation.state.later).toEqual([]);
  expect(draft(talk)?.serviceId).toBe('civil-registry');
  expect(talk.last()?.asks).toBe('confirm');
});
