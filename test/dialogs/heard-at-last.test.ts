import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told, draftOf } = await openTalks();
const all = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');

describe('a danger told in few words', () => {
  it.each([
    ['esta afuera con un cuchillo', '104'],
    ['el trae un cuchillo', '104'],
    ['el fuego ya esta en el patio, ya llame a los bomberos y no llegan', '103'],
    ['estan quemando herbazal y se esta acercando a las casas', '103'],
    ['huele a quemado en mi edificio', '103'],
    ['el profesor de mi hija de 9 años la toca', 'SENNIAF'],
    ['la maestra me pega con una regla, tengo 10 años', 'SENNIAF'],
    ['mi papa me pega con la correa, tengo 14', 'SENNIAF'],
    ['hay gente mayor desmayandose', '911'],
    ['el niño esta con fiebre y vomitando no para', '911'],
    ['me siento mal del pecho ahorita, gracias', '911'],
    ['no hay ambulancia en el hospital de Changuinola y mi papa esta mal', '911'],
  ])('has the numbers: %s', (text, number) => {
    expect(all(text)).toContain(number);
  });

  it.each(['esta bien mandelo pues, el local se llama la kandela', 'si, mandelo, y que vengan rapido'])(
    'is none in what is sent: %s',
    text => {
      const talk = told('hay una discoteca que no deja dormir en calle uruguay', text);
      expect(talk.cases).toHaveLength(1);
      expect(talk.turns.at(-1)?.replies.some(({ class: sort }) => sort === 'emergency')).toBe(false);
    },
  );

  it('that goes on after its case is no other case', () => {
    const talk = told(
      'mi ex me quiere matar ayuda',
      'si',
      'en nuevo chorrillo arraijan casa 114',
      'si manda ya',
      'ya vienen??? esta rompiendo la puerta',
    );
    expect(talk.cases).toHaveLength(1);
    expect(talk.turns.at(-1)?.replies[0]?.text).toMatch(/ni puedo enviar ayuda[\s\S]*104/);
  });

  it('who asks that somebody be sent is told that nobody is, and heard for where', () => {
    const talk = told('mi ex me quiere matar ayuda', 'en nuevo chorrillo arraijan casa 114 mande a alguien');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('no envía ayuda');
    expect(talk.conversation.state.awaits?.held?.lines.join(' ')).toContain('casa 114');
  });
});

describe('what a minor suffers', () => {
  it('is reported to who protects children', () => {
    const { serviceId } =
      draftOf(
        'hola tengo 12 años puedo hablar aqui?',
        'el profe de ciencia me jala duro del brazo y me dejo morado. no le digan a mi mama',
        'ok si. es en la escuela de las cumbres',
      ) ?? {};
    expect(serviceId).toBe('child-risk');
  });
});

describe('a denial of what was told in despair', () => {
  it('with a matter beside it is a report of that', () => {
    const talk = told(
      'debo tanta plata que ya no quiero seguir, estoy cansado de todo',
      'no me voy a matar pero no duermo, el banco me descuenta casi todo el sueldo',
    );
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('banco');
  });
});

describe('how it is kept', () => {
  it.each([
    'dije anonimo, no con reserva',
    'fue en la terminal de colon, placa no vi, mejor ponlo anonimo anonimo',
  ])('is as they say: %s', text => {
    expect(draftOf('un policia me pidio plata en colon', 'con reserva', text)?.privacy).toBe('anonymous');
  });

  it('does not cost the place told with it', () => {
    const words = ['un policia me pidio plata en colon', 'con reserva'];
    expect(draftOf(...words, 'fue en la terminal de colon, mejor ponlo anonimo')?.place?.text).toContain(
      'terminal',
    );
  });
});

describe('said instead', () => {
  it('behind a denial, while the matter is asked, it is the one', () => {
    const { awaits, draft } = told(
      'la factura del idaan de la luz me vino en 180 dolares, yo pagaba 60',
      'no es agua, es la luz',
    ).conversation.state;
    expect(draft?.serviceId ?? awaits?.choices.map(({ label }) => label).join()).toMatch(/power|luz/i);
  });

  it('a kind that is not wanted is not taken', () => {
    expect(
      draftOf('tengo una idea, pongan mas arboles en la via españa', 'no necesito q lo manden como queja eh')
        ?.kind,
    ).toBe('idea');
  });

  it('thanks are no complaint', () => {
    const words = ['fui al centro de salud de penonome y la enfermera me atendio super bien, que amable'];
    expect(draftOf(...words, 'no es sugerencia es un agradecimiento')?.kind).toBe('sugerencia');
  });

  it('the company of their bill is the one', () => {
    expect(draftOf('no hay luz en betania', 'no espera, mi recibo dice ensa creo')?.agencyId).toBe('ensa');
  });

  it('a sector is put beside the place, and what stands behind it into the report', () => {
    const draft = draftOf(
      'aki en vista alegre llevamos 4 dias sin agua',
      'si pero pongale q es el sector los nogales, y la cisterna cobran 25 dolares',
    );
    expect(draft?.place?.text).toBe('vista alegre, el sector los nogales');
    expect(draft?.description.join(' ')).toContain('cisterna cobran');
  });
});

describe('left, and wanted again', () => {
  const HOLES = 'la calle principal de villa lucre esta llena de huecos frente a la iglesia';

  it('`deja eso` leaves it', () => {
    expect(draftOf(HOLES, 'mejor deja eso')).toBeNull();
    expect(told(HOLES, 'mejor deja eso, para que si nunca hacen nada').last()?.text).toContain(
      '¿Dejo de hacer',
    );
  });

  it('`ponlo otra vez` brings it back with what is told', () => {
    const draft = draftOf(
      HOLES,
      'mejor deja eso',
      'aunque... bueno si, ponlo otra vez que mi llanta se exploto',
    );
    expect(draft?.description[0]).toBe(HOLES);
    expect(draft?.summarised).toBe(true);
  });
});

describe('no matter', () => {
  it.each(['gracias, ya vino el bombero', 'ya llego el agua, gracias'])('is good news: %s', text => {
    expect(draftOf(text)).toBeNull();
  });

  it('is thanks after filing', () => {
    const talk = told(
      'un taxi me quiere cobrar 25 de calle uruguay a via españa',
      'si',
      'no importa, gracias hermano',
    );
    expect(talk.last()?.text).toContain('Con gusto');
  });
});

describe('asked of the desk', () => {
  it.each([
    ['el servicio del 311 es gratis?', 'no cuesta nada'],
    ['guarda alguna cosa mia el chat este?', 'cifrado'],
  ])('is answered: %s', (text, answer) => {
    expect(all(text)).toContain(answer);
  });

  it('after filing, what was not answered goes to the body, and no other report is made', () => {
    const talk = told('no hay agua en samaria', 'si', 'no me contestaste. cisterna hoy si o no');
    expect(talk.turns.at(-1)?.cases).toHaveLength(1);
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it('an earlier report that nobody answered is no matter of water', () => {
    expect(all('ustedes son una burla, puse un reporte hace 3 meses y nadie me a contestado')).toContain(
      'Por aquí no tiene casos',
    );
  });
});

it('what is told with the wish for a person is kept for who goes back to the bot', () => {
  const draft = draftOf(
    'necesito hablar con alguien, a mi mama no le llego el 120 a los 65',
    'es Rosa Quintero, vive en Soná, tiene 70 años y ya hace 2 pagos que no le llega',
    'seguir',
  );
  expect(draft?.serviceId).toBe('120-65');
});

it('words of theirs are not taken out of a case, and erase nothing', () => {
  const talk = told(
    'un taxi me quiere cobrar 25 de calle uruguay',
    'dale manda eso',
    'y borra lo q dije de pegarle jaja',
  );
  expect(talk.last()?.text).toContain('no lo puedo borrar por partes');
});
