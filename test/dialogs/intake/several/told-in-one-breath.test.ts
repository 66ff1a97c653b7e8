import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();
const TWO =
  'aca en Cañazas veraguas estan tumbando los arboles a la orilla de la quebrada y la porqueriza del vecino bota todo al agua';
const NAME = 'ponga mi nombre: Eustaquio Pineda';
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('who tells it, and what they sigh behind it', () => {
  it('are no part of the matter told twice', () => {
    const first =
      'buenas soy Marta Quintero, en la calle 3ra de Villa Lucre hay una fuga de agua hace 4 dias';
    const talk = told(`${first} y ademas el poste de luz de la esquina esta apagado y nadie hace nada`);
    expect(draft(talk)?.description).toEqual([first]);
    expect(talk.conversation.state.later).toEqual([
      'el poste de luz de la esquina esta apagado. nadie hace nada',
    ]);
  });

  it('stand with the first matter, and are none', () => {
    const talk = told(
      'mi cel es 6612-3345, hay una fuga de agua en Villa Lucre y ademas el poste de luz de la esquina esta apagado',
    );
    expect(draft(talk)).toMatchObject({ serviceId: 'water-leak' });
    expect(talk.conversation.state.later).toHaveLength(1);
  });
});

describe('several things that are missing', () => {
  const LATER = (talk: Talk) => talk.conversation.state.later;

  it.each([
    [
      'no tengo agua, no tengo luz y la calle es un desastre en Las Garzas de Pacora',
      'no-water',
      /^no tengo luz/,
    ],
    ['aqui en Las Garzas de Pacora no hay agua, y no hay luz', 'no-water', /^no hay luz/],
    ['we have no power and no water in El Valle', 'power-outage', /^no water$/],
    ['there is no internet in El Valle and we have no water either', 'telecom-service', /^we have no water/],
  ])('are a matter each: %s', (words, service, later) => {
    const talk = told(words);
    expect(draft(talk)?.serviceId).toBe(service);
    expect(LATER(talk)).toHaveLength(1);
    expect(LATER(talk)[0]).toMatch(later);
  });

  it('and comes of another are one', () => {
    expect(LATER(told('no hay agua en Las Garzas de Pacora porque no hay luz'))).toEqual([]);
  });
});

describe('two matters in one breath', () => {
  it('are both heard, and the second is offered once the first is filed', () => {
    const talk = told(TWO);
    expect(talk.last()?.text).toMatch(/^(Le saluda.*\n)?Veo más de un asunto/);
    talk.say(NAME);
    talk.say('si envie');
    expect(talk.cases).toHaveLength(1);
    expect(talk.last()?.text).toMatch(/otro asunto: «la porqueriza del vecino bota todo al agua»/);
    talk.say('si');
    expect(draft(talk)).toMatchObject({
      ...{ privacy: 'normal', contact: 'Eustaquio Pineda' },
      place: { text: 'Cañazas veraguas, la orilla de la quebrada' },
    });
  });

  it('are offered once, however often the second is asked after', () => {
    const talk = told(TWO, NAME, 'y lo de la porqueriza que bota al agua también póngalo', 'si envie');
    expect(talk.last()?.text).toMatch(/otro asunto: «[^»]*porqueriza/);
    talk.say('no');
    expect(talk.conversation.state.later).toEqual([]);
  });
});

describe('a part of what was filed that another service is for', () => {
  const STORY =
    'mi vecino esta tumbando los arboles a la orilla de la quebrada en Cañazas, Veraguas y su porqueriza bota todo al agua';

  it('is raised after filing, where they asked after it before', () => {
    const talk = told(STORY, 'con reserva', 'y lo de la porqueriza también póngalo', 'si envie');
    expect(talk.cases).toHaveLength(1);
    expect(talk.last()?.text).toMatch(/otro asunto: «su porqueriza bota todo al agua»/);
  });

  it('has the same place, and is kept as the first, when it is asked after only then', () => {
    const talk = told(STORY, 'con reserva', 'si envie', 'y lo de la porqueriza?');
    expect(draft(talk)).toMatchObject({
      ...{ privacy: 'confidential', description: ['su porqueriza bota todo al agua'] },
      place: { text: 'la orilla de la quebrada en Cañazas, Veraguas' },
    });
  });
});

describe('a thing that still is so, put beside another', () => {
  it.each([
    [
      'no hay agua en Chitré, calle 3, y el hueco de la esquina sigue ahí',
      'el hueco de la esquina sigue ahí',
    ],
    ['no hay agua en la calle 3 de Monagrillo y la luz todavía no llega', 'la luz todavía no llega'],
  ])('is a matter of its own: %s', (words, other) => {
    expect(told(words).conversation.state.later).toEqual([other]);
  });

  it.each([
    'no hay agua en la calle 3 de Monagrillo y el tubo sigue roto',
    'no pasa la basura en la calle 3 de Monagrillo y la gente sigue botando en la esquina',
    'se fue la luz en la calle 3 de Monagrillo y el vecino todavía no tiene',
    'el doctor no vino en la policlínica de Chitré y la cita sigue pendiente',
    'no hay agua en la calle 3 de Monagrillo y la cuenta sigue llegando igual',
  ])('is told of the same: %s', words => {
    expect(told(words).conversation.state).toMatchObject({ later: [], draft: { description: [words] } });
  });
});
