import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();

function filed(talk: Talk): (string | null)[] {
  return talk.cases.map(({ serviceId }) => serviceId).toReversed();
}

describe('two matters in one first message', () => {
  it.each([
    [
      [
        'dos cosas en penonome: el semaforo de la entrada no sirve y el parque esta sin luces',
        'por la iglesia',
      ],
      ['traffic-light', 'park'],
    ],
    [
      ['dos quejas en chepo: no hay luz y la calle llena de huecos', 'por la escuela'],
      ['power-outage', 'pothole'],
    ],
    [
      ['en bugaba la cancha no tiene luces y la calle tiene huecos', 'la concepcion, barrio solano'],
      ['park', 'pothole'],
    ],
    [
      ['el parque de santiago esta sin luces y el semaforo de la esquina no sirve'],
      ['park', 'traffic-light'],
    ],
    [
      [
        'Two things in Coronado: huge potholes by the El Rey and nobody has collected the garbage for 2 weeks',
      ],
      ['pothole', 'garbage-not-collected'],
    ],
  ])('are filed one after the other, the place asked between or not: %s', (said, services) => {
    const talk = told(...said, 'sí');
    expect(talk.last()?.asks).toBe('split');
    talk.say('sí');
    talk.say('sí');
    expect(filed(talk)).toEqual(services);
  });

  it('are three where three things are listed, however they are spelt', () => {
    const talk = told(
      'noai agua ni lus ni pasa la vasura',
      'por pacora, la mireya',
      'si',
      'si',
      'si',
      'si',
      'si',
    );
    expect(filed(talk)).toEqual(['no-water', 'power-outage', 'garbage-not-collected']);
  });

  it.each([
    'Están levantando un edificio en San Francisco calle 74 sin permiso y trabajan de noche',
    'Cinco lámparas apagadas entre la capilla y el cementerio de La Palma, Las Tablas',
    'fui al banco por mi libreta de ahorro y la muchacha dice que la cuenta está inactiva',
  ])('one story is not torn in two: %s', text => {
    const talk = told(text);
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.turns[0]?.replies.map(reply => reply.text).join()).not.toContain('más de un asunto');
  });
});

describe('a further matter that is offered', () => {
  const FIRST = ['no hay agua y no recogen la basura en pacora, la mireya', 'sí'];

  it.each(['no, es lo mismo', 'es el mismo asunto', 'no es otro asunto, es lo mismo'])(
    'belongs to the case just filed: «%s»',
    answer => {
      const talk = told(...FIRST, answer);
      expect(talk.conversation.state.awaits).toBeNull();
      expect(talk.cases).toHaveLength(1);
      expect(talk.cases[0]?.description.join()).toContain('no recogen la basura');
    },
  );

  it.each(['pero si ya lo mandaste', 'ya lo reporté', 'ya está enviado', 'you already sent it'])(
    'is let be where it was sent already: «%s»',
    answer => {
      const talk = told(...FIRST, answer);
      expect(talk.conversation.state.awaits).toBeNull();
      expect(talk.last()?.text).not.toContain('no le entendí');
      expect(talk.cases[0]?.description.join()).not.toContain('no recogen la basura');
    },
  );

  it('is opened or let be by no «no es lo mismo» without its comma: it is asked again', () => {
    const talk = told(...FIRST, 'no es lo mismo');
    expect(talk.last()).toMatchObject({ asks: 'split' });
    expect(talk.cases[0]?.description.join()).not.toContain('no recogen la basura');
  });

  it('goes on to the next of three after it', () => {
    const talk = told('no hay agua ni luz ni internet en pacora, la mireya', 'sí', 'no, es lo mismo');
    expect(talk.last()).toMatchObject({ asks: 'split' });
    expect(talk.last()?.text).toContain('internet');
  });

  it('said to be the same at the summary is told with the first', () => {
    const talk = told(FIRST[0] ?? '', 'no, es lo mismo', 'sí');
    expect(talk.cases[0]?.description.join()).toContain('no recogen la basura');
    expect(talk.conversation.state.awaits).toBeNull();
  });
});

it.each([
  'no llega agua hace 4 dias, la luminaria de la esquina esta quemada y el camion de basura no pasa desde el sabado. Villa Lucre calle 9',
  'tengo 3 cosas: no llega agua hace 4 dias, la luminaria de la esquina esta quemada y el camion de basura no pasa desde el sabado. Villa Lucre calle 9',
])('none of three is lost, wherever the place stands: %s', words => {
  const talk = told(words, 'si pero y lo del agua y la luminaria?', 'si', 'si', 'si', 'si', 'si');
  expect(talk.cases.map(({ serviceId }) => serviceId).sort()).toEqual([
    'garbage-not-collected',
    'no-water',
    'street-light',
  ]);
});

it.each([
  'no llega agua hace 3 días en Pacora, y el camión de basura tampoco pasa',
  'buenas, no llega agua hace 3 dias en Pacora, Las Garzas, y el camion de basura tampoco pasa',
])('what "tampoco" is told of is not lost: %s', words => {
  expect(filed(told(words, 'si', 'si', 'si'))).toEqual(['no-water', 'garbage-not-collected']);
});

it('two who are missing in one place are one matter', () => {
  const words = 'no hay médico en el centro de salud de Chepo y la enfermera tampoco viene';
  expect(told(words).conversation.state.later).toEqual([]);
});
