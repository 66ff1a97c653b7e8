import { describe, expect, it } from 'vitest';
import { openTalks } from '../support/play.ts';

const { told, draftOf } = await openTalks();
const BITE = [
  'ayer los perros del vecino se salieron y mordieron a mi nieto, siempre los tiene sueltos',
  'ya lo llevamos al centro de salud. es en Monagrillo, chitre, calle del cementerio',
];

describe('put right at the summary', () => {
  it('a word of the label that is denied changes no matter', () => {
    expect(draftOf(...BITE, 'no son callejeros, tienen dueño, es el vecino')?.serviceId).toBe(
      'stray-animals',
    );
  });

  it('a kind that is denied is not the one meant', () => {
    const talk = told(
      'manden mas policias a mi barrio en Chepo',
      'por la iglesia',
      'no es sugerencia, es un peligro',
    );
    expect(talk.conversation.state.draft?.kind).not.toBe('sugerencia');
  });

  it('a corregimiento of the map that is denied goes', () => {
    const { place } =
      draftOf(
        'hola el foco del poste frente al parque de san jose en david esta quemado',
        'no es david este, es en san jose, david cabecera',
      ) ?? {};
    expect(place).toMatchObject({ corregimiento: null, code: '0406' });
  });

  it('what was asked before tells which office they went to', () => {
    const words = ['cuanto cuesta el pasaporte y a que hora atienden'];
    const talk = [...words, 'ok. es q fui a la de albrook y la muchacha de la ventanilla me trato horrible'];
    expect(draftOf(...talk)?.serviceId).toBe('passport');
  });
});

describe('a yes with more', () => {
  it('that is only put beside is no question', () => {
    const talk = told(
      'no hay agua en bethania hace 2 dias',
      'si pero pongale q es por la calle detras de la iglesia',
    );
    expect(talk.last()?.text).not.toContain('pregunta');
    expect(talk.conversation.state.draft?.place?.text ?? talk.cases[0]?.place?.text).toContain('iglesia');
  });

  it.each([
    ['hay un hueco en el corredor norte', 'si en el carril de la derecha, como quien va pa colon. mandalo'],
    ['no hay agua en bethania hace 2 dias', 'ok ya llame al IDAAN. mandelo'],
  ])('ordered at the end is sent: %s', (first, yes) => {
    expect(told(first, yes).cases).toHaveLength(1);
  });

  it('is not sent where something is set against it', () => {
    expect(told('hay un hueco en el corredor norte', 'si pero no es ahi. mandalo').cases).toEqual([]);
  });
});

describe('where it is', () => {
  it.each([
    [
      'No se puede dormir en El Cangrejo, una discoteca en vía Argentina con música hasta las 4 am',
      /vía Argentina/,
    ],
    [
      'en el minisuper el chinito feliz de vista alegre el arroz dice 2.50 y me cobraron 3.10',
      /chinito feliz/,
    ],
  ])('has the street and the shop by their names: %s', (text, place) => {
    expect(draftOf(text)?.place?.text).toMatch(place);
  });

  it.each([
    [
      'En la calle 6 de Río Abajo hay aguas negras saliendo de la alcantarilla, apesta',
      'calle 6 de Río Abajo',
    ],
    ['gracias por arreglar la luz de mi calle en las mañanitas', 'las mañanitas'],
  ])('has no words of what happens: %s', (text, place) => {
    expect(draftOf(text)?.place?.text).toBe(place);
  });

  it('is not the home of who writes, where it is told by its street too', () => {
    const text = 'Estan vendiendo drogas en la esquina de mi casa, calle 5 el chorrillo, tengo miedo';
    expect(draftOf(text, 'anonimo')?.place?.text).toBe('calle 5 el chorrillo');
  });

  it('is not who they work for', () => {
    const { place } =
      draftOf(
        'en la obra donde trabajo no nos han pagado el decimo',
        'la empresa es Constructora Coclesana, la obra esta en penonome por la interamericana',
      ) ?? {};
    expect(place?.text).toBe('penonome por la interamericana');
  });
});

describe('who wishes not to be known', () => {
  it('is kept in reserve, so that an answer reaches them, and anonymous where they say so', () => {
    expect(draftOf('no nos han pagado el decimo, no quiero que sepan que fui yo')?.privacy).toBe(
      'confidential',
    );
    expect(draftOf('no nos han pagado el decimo, quiero que sea anonimo')?.privacy).toBe('anonymous');
  });
});

it('a tree that touches the wires is a danger of theirs', () => {
  const text =
    'un palo de mango grande se esta ladeando encima de los cables de la luz en aguadulce, ya toca los alambres';
  const talk = told(text);
  expect(talk.turns[0]?.replies[0]?.class).toBe('emergency');
  expect(told(text, 'por la escuela').conversation.state.draft?.serviceId).toBe('pole-cable');
});

it('a kind that words leave open costs no question', () => {
  const text = 'Un tranque horrible todos los dias en la entrada de Costa Verde por la construccion';
  expect(told(text).last()?.asks).toBe('confirm');
});

describe('the body that was denied', () => {
  it.each([
    'eso no es del mop, es del municipio',
    'no es el mop, el municipio es el que tiene la culpa',
    'el responsable no es el mop sino el municipio',
  ])('the body is another one, and the matter stays the same: %s', text => {
    const draft = draftOf('hay un hueco enorme en la calle principal de las mañanitas', text);
    expect(draft).toMatchObject({ agencyId: 'mun_panama', serviceId: 'pothole' });
  });

  it('another matter at another body is no hole there', () => {
    const draft = draftOf('me llego alta la luz en Chame', 'no es la luz, es el agua, es del idaan');
    expect(draft?.serviceId).not.toBe('power-bill');
  });
});

describe('told with the place', () => {
  const LIGHT = 'no hay luz en mi casa';

  it.each([
    ['en tocumen, medidor 4455123', 'tocumen', 'medidor 4455123'],
    ['tocumen, calle 5, desde las 3pm', 'tocumen, calle 5', 'desde las 3pm'],
    ['nic 12345678 en tocumen', 'tocumen', 'nic 12345678'],
  ])('a number and an hour are no part of it, and stay in the report: %s', (text, place, kept) => {
    const draft = draftOf(LIGHT, text);
    expect(draft?.place?.text).toBe(place);
    expect(draft?.description.join(' ')).toContain(kept);
  });

  it('what only says that it was told before is no part of it', () => {
    const draft = draftOf('no recogen la basura desde el lunes', 'donde te dije, villa lucre');
    expect(draft?.place?.text).toBe('villa lucre');
  });

  it('the plate of a taxi that they are not sure of is no part of it', () => {
    const taxi = 'un taxi me cobro de mas en albrook';
    const right = 'no fue en albrook, fue llegando a la via españa frente al rey. placa AB 4512 creo o 4521';
    expect(draftOf(taxi, right)?.place?.text).toBe('llegando a la via españa frente al rey');
    expect(draftOf('hola, parque central de changuinola ta oscuro y con monte')?.place?.text).toBe(
      'parque central de changuinola',
    );
  });

  it('the plate of a taxi is no matter of its own', () => {
    const talk = told('un taxi me quiso cobrar de mas', 'en la 5 de mayo, placa ET 4567');
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('ET 4567');
  });
});

describe('where it is, told to the summary', () => {
  const WATER = 'no hay agua en villa lucre desde ayer';

  it('is taken without what leads to it', () => {
    const POLE = 'hay un poste inclinado en calle 5 Río Abajo';
    expect(draftOf(POLE, 'es otro lado el poste, ese es en Calle 8 Río Abajo')?.place?.text).toBe(
      'Calle 8 Río Abajo',
    );
    expect(draftOf(WATER, 'me falto decir que es en el sector 4')?.place?.text).toBe(
      'villa lucre, el sector 4',
    );
  });

  it('is one street, when another was told before the summary', () => {
    const FALLEN = 'hay un poste caído en calle 5 Río Abajo';
    expect(draftOf(FALLEN, 'es en Calle 8 Río Abajo')?.place?.text).toBe('Calle 8 Río Abajo');
  });

  it('is put beside what was told when it was left out', () => {
    expect(draftOf('hay un hueco en la via españa', 'falto calle 50')?.place?.text).toBe(
      'via españa, calle 50',
    );
  });

  it('stays with the first matter when another is told behind it', () => {
    const { state } = told(
      WATER,
      'ponle que es calle 3 cerca del mercadito, y además hay ratas',
    ).conversation;
    expect(state.draft?.place?.text).toBe('villa lucre, calle 3 cerca del mercadito');
    expect(state.later).toEqual(['y además hay ratas']);
  });
});

describe('the wish to go on', () => {
  it('is neither a place nor a word of the report', () => {
    expect(draftOf('se me metieron a robar anoche', 'ya esta bien, sigamos')?.place).toBeNull();
    const gas = 'huele a gas en mi edificio en el cangrejo';
    expect(draftOf(gas, 'ya esta bien gracias. siga')?.description).toEqual([gas]);
  });
});
