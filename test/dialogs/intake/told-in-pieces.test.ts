import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a story told in pieces', () => {
  it('goes on after danger, and is one report', () => {
    const talk = told('se metió el agua a la casa', 'ya bajó, pero perdimos todo');
    expect(draft(talk)?.description).toEqual(['se metió el agua a la casa', 'ya bajó, pero perdimos todo']);
    expect(draft(talk)?.serviceId).toBe('risk-inspection');
  });

  it('goes on after danger with a yes and more words', () => {
    const talk = told('se está quemando el herbazal detrás de la barriada en La Chorrera', 'sí ya los llamé');
    expect(draft(talk)?.description[0]).toContain('herbazal');
    expect(draft(talk)?.place?.district).toBe('La Chorrera');
  });

  it('is left for another matter told after danger', () => {
    const talk = told('se metió el agua a la casa', 'otra cosa: el semáforo de la Vía Porras no sirve');
    expect(draft(talk)?.serviceId).toBe('traffic-light');
  });

  it('begins with the question that was answered before', () => {
    const question = '¿qué hago si mi expareja no me da la pensión alimenticia?';
    const talk = told(question, 'ya tengo fallo', 'y no paga hace 6 meses');
    expect(draft(talk)?.description).toEqual([question, 'ya tengo fallo', 'y no paga hace 6 meses']);
  });

  it('does not take in a question from before something else', () => {
    const talk = told(
      '¿qué hago si mi expareja no me da la pensión alimenticia?',
      'gracias',
      'ya tengo fallo',
    );
    expect(draft(talk)?.description ?? []).not.toContain(
      '¿qué hago si mi expareja no me da la pensión alimenticia?',
    );
  });

  it('keeps the place told with the service that is chosen in words', () => {
    const talk = told('de la basura', 'no la recogen hace 10 dias en Villa Lucre');
    expect(draft(talk)?.place?.text).toBe('Villa Lucre');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('keeps fear out of the matter of a denuncia', () => {
    const talk = told(
      'Quiero denunciar algo pero me da miedo',
      'es que mi jefe es alcalde y pone a su familia en planilla',
    );
    expect(draft(talk)?.serviceId).toBe('corruption');
  });
});

it('who is afraid of what they tell, and says where, has it reported', () => {
  const talk = told('hay un fumadero al lado de mi casa y tengo miedo, San Joaquín, Pedregal');
  expect(talk.conversation.mode).toBe('bot');
  expect(talk.last()?.asks).toBe('privacy');
});

it('a minor may report', () => {
  expect(told('soy menor, puedo poner una queja?').last()?.asks).toBe('description');
});

it('who wants it sent at the question of what it is leaves that to the desk', () => {
  const talk = told('la vitrina del edificio de Plaza Edison lleva 3 semanas mala', 'mándelo así');
  expect(talk.last()?.asks).toBe('confirm');
});

describe('said to the question of where it is', () => {
  it('that there is no danger any more is no place', () => {
    const talk = told(
      'my neighbour is burning trash every night and the smoke comes in',
      'no danger, I just want it to stop',
    );
    expect(draft(talk)?.place).toBeNull();
  });

  it('an age is no place', () => {
    const talk = told('la maestra le pega a mi hijo', 'tiene 7 años');
    expect(draft(talk)?.place).toBeNull();
    expect(draft(talk)?.description).toContain('tiene 7 años');
  });

  it('a wish is no place', () => {
    const talk = told('el perro del vecino ladra toda la noche', 'quiero que multen al dueño');
    expect(draft(talk)?.place).toBeNull();
    expect(talk.last()?.asks).toBe('place');
  });

  it('a school by its name is where it is', () => {
    const talk = told('profe q no va a clases', 'en la escuela de mi hija, la Belisario Villar en Penonomé');
    expect(talk.last()?.asks).toBe('confirm');
    expect(draft(talk)?.place?.text).toContain('Belisario Villar');
  });
});

describe('said to a summary', () => {
  const APPOINTMENT = 'llevo 5 meses esperando una cita con el cardiólogo en la policlínica y no hay agenda';

  it('a name that many places bear is no reason to hold up a yes where no place is needed', () => {
    const talk = told(APPOINTMENT, 'san francisco', 'si está bien');
    expect(draft(talk)?.place?.text).toBe('san francisco');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('a road says where, though no map has it and nobody needs to know', () => {
    const talk = told(
      'quiero proponer que haya un bus nocturno para los que salimos tarde',
      'por la Transístmica',
    );
    expect(draft(talk)?.place?.text).toContain('Transístmica');
  });

  it('what is to be put down too is no other matter', () => {
    const talk = told(
      'el internet del parque no sirve en Santiago',
      'si pero ponga que es el parque Juan Demóstenes',
    );
    expect(talk.conversation.state.later).toEqual([]);
  });

  it('a place or a body alone is no other matter', () => {
    const talk = told('no recogen la basura en Villa Lucre hace días', 'en la DIJ de Ancón');
    expect(talk.conversation.state.later).toEqual([]);
  });

  it('a price asked without a question mark is a question', () => {
    const talk = told('me cobraron de más en la factura de la luz en Villa Lucre', 'y cuánto cuesta');
    expect(talk.last()?.text).toContain('Recibir su reporte aquí no cuesta nada');
    expect(draft(talk)?.description).toHaveLength(1);
  });
});

it('a paper that is needed is asked for, and nothing to report', () => {
  const talk = told('necesito un certificado de nacimiento');
  expect(talk.last()?.text).toContain('Tribunal Electoral');
  expect(talk.conversation.state.awaits).toBeNull();
});

it('three matters of three bodies in one sentence are taken one after the other', () => {
  const talk = told('no hay agua en Betania, hay un hueco en la calle 50 y no recogen la basura');
  expect(draft(talk)?.serviceId).toBe('no-water');
  expect(talk.conversation.state.later).toEqual(['hay un hueco en la calle 50', 'no recogen la basura']);
});

describe('two matters of two bodies in one sentence', () => {
  it.each([
    ['hay un hueco en la calle 50 y no hay agua en mi casa', 'pothole', 'no hay agua en mi casa'],
    [
      'hay un hueco en Avenida Balboa y se fue la luz en mi casa en Bella Vista',
      'pothole',
      'se fue la luz en mi casa en Bella Vista',
    ],
    ['no hay agua en Betania, hay un hueco en la calle 50', 'no-water', 'hay un hueco en la calle 50'],
  ])('are both taken: %s', (words, first, later) => {
    const talk = told(words);
    expect(draft(talk)?.serviceId).toBe(first);
    expect(talk.conversation.state.later).toEqual([later]);
  });

  it.each([
    'no hay agua y no contestan el teléfono',
    'el bus no pasa y no puedo llegar al trabajo',
    'me cortaron la luz y no debo nada',
    'no hay agua en el barrio, hay niños y ancianos enfermos',
  ])('are one where one story goes on: %s', words => {
    expect(told(words).conversation.state.later).toEqual([]);
  });
});

it('a place within the one that was told before is taken', () => {
  const talk = told('Panamá', 'se roban los cables del alumbrado en Río Abajo, calle 10');
  expect(draft(talk)?.place?.corregimiento).toBe('Río Abajo');
});

it('a street alone is where it is, and nothing that happens', () => {
  const talk = told('calle 3');
  expect(talk.last()?.asks).toBe('description');
  talk.say('la luz del poste no prende');
  talk.say('Betania');
  expect(draft(talk)).toMatchObject({
    serviceId: 'street-light',
    place: { text: expect.stringMatching(/calle 3/i) },
  });
});

it.each(['my street light is out in Betania', 'la luz del poste no prende en Betania'])(
  'a light of the street is not that of a house: %s',
  words => expect(draft(told(words))?.serviceId).toBe('street-light'),
);
