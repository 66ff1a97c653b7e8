import { describe, expect, it } from 'vitest';

import { readable } from '../../../../src/dialogs/intake/place/place-leads.ts';
import { asserted, putsRight, whichOf } from '../../../../src/dialogs/intake/place/place-words.ts';
import { placeAlone } from '../../../../src/dialogs/intake/place/told-where.ts';
import type { Scene } from '../../../../src/dialogs/scene.ts';
import { openStage, openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();
const { classifier } = await openStage();
const scene = { facts: { where: classifier.where } } as Pick<Scene, 'facts'>;

const place = (talk: Talk) => talk.conversation.state.draft?.place;

describe('a place put right', () => {
  it.each([
    ['se fue la luz en Betania', 'no, es en Pueblo Nuevo no en Betania', 'Pueblo Nuevo', '080408'],
    ['no hay agua en Pacora', 'no es en Pacora es en Chepo', 'Chepo', '0802'],
    ['hay un hueco en Vista Alegre', 'Vista Alegre no, Vacamonte', 'Vacamonte', '130109'],
    ['no hay agua en Arraiján', 'perdón, no en Arraiján sino en La Chorrera', 'La Chorrera', '1304'],
    ['no recogen la basura en Chitré', 'era en Los Santos, no en Chitré', 'Los Santos', '0703'],
    ['no recogen la basura en La Chorrera', 'me equivoqué, no es La Chorrera, es Capira', 'Capira', '1302'],
    ['no recogen la basura en Penonomé', 'es en Aguadulce, no en Penonomé', 'Aguadulce', '0201'],
    ['se fue la luz en Chilibre', 'no es en Chilibre, es en Alcalde Díaz', 'Alcalde Díaz', '080422'],
    ['no hay agua en Natá', 'perdón, es en Aguadulce no en Natá', 'Aguadulce', '0201'],
    ['hay un hueco en Antón', 'disculpe, no es en Antón sino en Penonomé', 'Penonomé', '0206'],
    [
      'el agua sale marrón en Villa Zaita',
      'no es en Villa Zaita, es en Las Cumbres',
      'Las Cumbres',
      '080416',
    ],
    ['no hay agua en Río Abajo', 'no, es en Parque Lefevre, calle 10', 'Parque Lefevre, calle 10', '080410'],
    ['no water in Betania', 'it’s not in Betania, it’s in Bella Vista', 'Bella Vista', '080407'],
    ['no water in Pacora', 'no, it is in Chepo not in Pacora', 'Chepo', '0802'],
    ['se fue la luz en Pacora', 'cambie el lugar a Chepo', 'Chepo', '0802'],
    ['se fue la luz en Pacora', 'corrija la dirección: Chepo centro', 'Chepo centro', '080201'],
    ['se fue la luz en Tocumen', 'póngalo en Pacora', 'Pacora', '080417'],
  ])('is the one they name, in its words: %s, %s', (first, second, text, code) => {
    expect(place(told(first, second))).toMatchObject({ text, code });
  });

  it.each([
    ['no recogen la basura en San Felipe', 'no, mi San Felipe es el de Natá no el de Panama', '0204'],
    ['basura en San Felipe', 'no, mi San Felipe es el de Natá no el de Panama', '0204'],
    ['no hay agua en San Juan', 'el San Juan es el de San Lorenzo en Chiriquí', '0412'],
    ['se fue la luz en San Carlos', 'mi San Carlos es el de David, no el de Panamá Oeste', '0406'],
    ['se fue la luz en Santa Ana', 'mi Santa Ana es la de Los Santos, no la de Panamá', '0703'],
    ['se fue la luz en Pedregal', 'me equivoqué, es en Pedregal de David, no el de Panamá', '0406'],
    ['no hay agua en Santa Rosa', 'es la Santa Rosa de Colón, no la de Bugaba', '0301'],
  ])('may be another of its name: %s, %s', (first, second, district) => {
    const found = place(told(first, second));
    expect(found?.code?.slice(0, 4)).toBe(district);
    expect(found?.text).not.toMatch(/\bno\b|\bmi\b|equivo/);
  });

  it('is put right in a case that is filed', () => {
    const talk = told(
      'se fue la luz en Las Mañanitas',
      'si',
      'me equivoqué, es en Tocumen no en Las Mañanitas',
    );
    expect(talk.cases[0]?.place).toMatchObject({ text: 'Tocumen', code: '080419' });
  });

  it.each([
    ['se fue la luz en Ancón', 'no era Ancón, era Curundú, corrija', 'Curundú', '080405'],
    [
      'hay un hueco en calle 50, Bella Vista',
      'perdón, no es Bella Vista, es San Francisco',
      'calle 50, San Francisco',
      '080409',
    ],
    ['se fue la luz en Pedregal de David', 'me equivoqué, es el de Panamá', 'Pedregal, Panamá', '080413'],
  ])('in a case that is filed keeps its name or its street: %s, %s', (first, second, text, code) => {
    expect(told(first, 'si', second).cases[0]?.place).toMatchObject({ text, code });
  });

  it('is told apart from other words', () => {
    expect(putsRight('no es en Pacora, es en Chepo')).toBe(true);
    expect(putsRight('no, es en Pacora')).toBe(false);
    expect(putsRight('no hay agua en Pacora, ni luz')).toBe(false);
    expect(whichOf('la calle es la de atrás')).toBeNull();
    expect(asserted('Pacora, calle 3')).toBe('Pacora, calle 3');
  });
});

describe('the street that was told', () => {
  it.each([
    [
      'hay un hueco enorme en calle 50, Bella Vista',
      'no perate, no es bella vista, es San Francisco',
      'calle 50, San Francisco',
    ],
    [
      'there is a huge pothole on calle 50, Bella Vista',
      'no, not Bella Vista, San Francisco',
      'calle 50, San Francisco',
    ],
    [
      'se robaron la tapa de la alcantarilla en la calle 12 de Río Abajo',
      'espere, no es Río Abajo, es Parque Lefevre',
      'calle 12, Parque Lefevre',
    ],
    [
      'hay un semáforo dañado en vía Argentina, El Cangrejo',
      'ay no, eso no es en El Cangrejo, es Bella Vista, frente al parque',
      'vía Argentina, Bella Vista, frente al parque',
    ],
  ])('stays, where only the area was wrong: %s, %s', (first, second, text) => {
    expect(place(told(first, second))?.text).toBe(text);
  });

  it('goes where they tell another', () => {
    const talk = told('hay un hueco en la calle 12 de Río Abajo', 'no, es en Parque Lefevre, calle 10');
    expect(place(talk)?.text).toBe('Parque Lefevre, calle 10');
  });
});

describe('one of its name', () => {
  it.each([
    ['no hay agua en Santa Rosa', 'ninguna, Santa Rosa la de San Carlos', 'Santa Rosa, San Carlos', '1305'],
    [
      'se fue la luz en La Esperanza',
      'la de Changuinola, cerca del río',
      'La Esperanza, Changuinola, cerca del río',
      '0102',
    ],
    ['hay un hueco en San Vicente', 'es el que está en Tonosí creo', 'San Vicente, Tonosí', '0707'],
    [
      'la basura está por todos lados en San José',
      'ninguna de esas, es San José de Soná',
      'San José de Soná',
      '0911',
    ],
    [
      'no water in San Antonio',
      'it’s San Antonio in Boquete, not the other one',
      'San Antonio in Boquete',
      '0404',
    ],
  ])('is taken though nobody offered it: %s, %s', (first, second, text, code) => {
    const found = place(told(first, second));
    expect(found?.text).toBe(text);
    expect(found?.code?.slice(0, 4)).toBe(code);
  });
});

describe('a way between two places', () => {
  it.each([
    [
      'la carretera de Portobelo a Nombre de Dios está llena de huecos',
      'la carretera de Portobelo a Nombre de Dios',
      '03',
    ],
    ['hay huecos en la vía Penonomé - La Pintada', 'la vía Penonomé - La Pintada', '02'],
    [
      'la carretera entre Chitré y Los Santos está llena de huecos',
      'la carretera entre Chitré y Los Santos',
      undefined,
    ],
    [
      'hay un derrumbe en la carretera que va de Boquete a Cerro Punta',
      'la carretera que va de Boquete a Cerro Punta',
      '04',
    ],
    ['potholes on the road from David to Boquete', 'the road from David to Boquete', '04'],
  ])('is taken as it was told, and not asked about: %s', (text, words, code) => {
    const talk = told(text);
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.text).toBe(words);
    expect(place(talk)?.code ?? undefined).toBe(code);
  });

  it('takes the spot on it', () => {
    const talk = told('hay huecos en la vía Penonomé - La Pintada', 'por el km 12');
    expect(place(talk)?.text).toBe('la vía Penonomé - La Pintada, por el km 12');
  });

  it('is where a taxi went, when they tell only that', () => {
    expect(place(told('un taxista me cobró de más', 'de Albrook a Río Abajo'))?.text).toBe(
      'Albrook a Río Abajo',
    );
  });

  it('is none where somebody travels', () => {
    expect(place(told('el bus de Penonomé a Antón va lleno'))?.text).toBeUndefined();
  });
});

describe('a place told while the service is asked', () => {
  it.each([
    [['la basura', 'Las Garzas, Pacora'], 'Las Garzas, Pacora', '0804'],
    [
      ['se cayó un muro', 'Quebrada Ancha, donde está el puente, Colón'],
      'Quebrada Ancha, donde está el puente, Colón',
      '08',
    ],
    [
      ['hay un poste quebrado en El Progreso', 'el de la Chorrera, no el de Barú'],
      'El Progreso, la Chorrera',
      '1304',
    ],
  ])('is kept, and the service asked once more: %s', (said, text, code) => {
    const talk = told(...said);
    expect(talk.last()?.asks).toBe('agency');
    expect(place(talk)?.text).toBe(text);
    expect(place(talk)?.code?.startsWith(code)).toBe(true);
  });

  it.each([
    [['mi vecina tiene como 30 gatos', 'Pedregal, David'], '0406'],
    [['mi vecina tiene como 30 gatos', 'Pedregal, David', 'no no, Pedregal de Panamá'], '080413'],
    [
      [
        'mi mamá está en el hospital de Chitré y no la atienden',
        'no, el hospital es el de Las Tablas, Joaquín Pablo Franco',
      ],
      '0702',
    ],
  ])('is kept, and what both tell is shown where it is known: %s', (said, code) => {
    const talk = told(...said);
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.code?.startsWith(code)).toBe(true);
  });

  it('is not asked a third time', () => {
    const talk = told('mi vecina tiene como 30 gatos', 'Pedregal, David', 'por la iglesia');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.text).toContain('por la iglesia');
  });
});

describe('a place told while it is asked how to keep a denuncia', () => {
  it.each([
    [
      'quiero denunciar que botan escombros a la orilla del río Pacora',
      'por el puente viejo',
      'por el puente viejo',
    ],
    [
      'quiero denunciar tala de árboles',
      'fue en Cerro Azul, finca de un tal Pérez',
      'Cerro Azul, finca de un tal Pérez',
    ],
  ])('is kept whole, and that asked once more: %s, %s', (first, second, words) => {
    const talk = told(first, second);
    expect(talk.last()?.asks).toBe('privacy');
    expect(place(talk)?.text).toContain(words);
  });
});

describe('none of the places offered', () => {
  it.each(['no está en la lista', 'ninguna de esas', 'ninguno', 'otra', 'none of those'])(
    '%s: the name stays',
    words => {
      const talk = told('no hay agua en Pedregal', words);
      expect(talk.last()?.asks).toBe('place');
      expect(talk.last()?.choices ?? []).toEqual([]);
      talk.say('Tolé');
      expect(place(talk)?.text).toMatch(/^Pedregal, Tolé$/);
      expect(place(talk)?.code?.slice(0, 2)).toBe('04');
    },
  );
});

describe('the area of a place once more', () => {
  it('after a yes agrees', () => {
    expect(told('no hay luz en Vista Alegre', 'sí, Arraiján').cases).toHaveLength(1);
  });

  it.each([
    ['hay un hueco en Bella Vista', 'Bella Vista pero en Chiriquí', 'Bella Vista, Chiriquí'],
    [
      'sewage in the street in Vista Alegre',
      'the one in Santiago, not the one in Arraijan',
      'Vista Alegre, Santiago',
    ],
  ])('names another of its name: %s, %s', (first, second, text) => {
    expect(place(told(first, second))?.text).toBe(text);
  });
});

describe('an answer to where it is that tells more', () => {
  it.each([
    [
      'barriada nuevo tocumen calle A casa B-12 x fa manden carro cisterna',
      'barriada nuevo tocumen calle A casa B-12',
    ],
    ['yo le dije a la otra muchacha que en Kuna Nega', 'Kuna Nega'],
    ['mire joven yo soy de Guna Yala pero vivo aquí en Vacamonte', 'Vacamonte'],
    ['soy Ana. Cerro Batea. Mi hijo está enfermo. Necesitamos agua.', 'Cerro Batea'],
    ['dirección: calle 13, avenida Bolívar, Colón', 'calle 13, avenida Bolívar, Colón'],
    ['lugar: Parita', 'Parita'],
    [
      'Guararé, Los Santos, cerca de la feria, y por cierto tampoco hay luz en el parque',
      'Guararé, Los Santos, cerca de la feria, el parque',
    ],
    [
      'La calle de la escuela Río de Jesús, en Río de Jesús',
      'La calle de la escuela Río de Jesús, en Río de Jesús',
    ],
  ])('keeps of it where: %s', (words, text) => {
    expect(place(told('no hay agua', words))?.text).toBe(text);
  });

  it('keeps what is told beside it with the matter', () => {
    const talk = told('no hay agua', 'Cerro Batea. Mi hijo está enfermo.');
    expect(talk.conversation.state.draft?.description.at(-1)).toContain('Mi hijo está enfermo');
  });

  it('keeps who they are with their contact, and not in the matter', () => {
    const talk = told(
      'no pasa la basura',
      'mi nombre es Carlos Pérez y vivo en Las Mañanitas, sector 4, casa 118, mi cel es 6612-3456',
    );
    const { draft } = talk.conversation.state;
    expect(draft?.place?.text).toBe('Las Mañanitas, sector 4, casa 118');
    expect(draft?.contact).toContain('Carlos Pérez');
    expect(draft?.contact).toContain('6612-3456');
    expect(draft?.description.join(' ')).not.toMatch(/Carlos|6612/);
  });

  it('is heard, and the question beside it answered', () => {
    const talk = told('no hay agua', 'Felipillo, ¿cuánto se demoran?');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.last()?.text).toContain('días hábiles');
    expect(place(talk)?.text).toBe('Felipillo');
  });
});

describe('a further place', () => {
  it.each([
    ['se fue la luz en Penonomé', 'pero en Antón también', 'Penonomé, Antón', '0206'],
    ['no hay agua en Tocumen', 'en Pacora también', 'Tocumen, Pacora', '080419'],
    ['no water in Tocumen', 'also in Pacora', 'Tocumen, Pacora', '080419'],
  ])('stands beside the first: %s, %s', (first, second, text, code) => {
    const talk = told(first, second);
    expect(place(talk)).toMatchObject({ text, code });
    expect(talk.last()?.asks).toBe('confirm');
  });
});

describe('on which side it is', () => {
  it.each([
    [
      'hay un hueco en el puente de las Américas',
      'del lado de Arraiján',
      'puente de las Américas, del lado de Arraiján',
      '080406',
    ],
    [
      'hay un hueco en el corredor norte',
      'salida de Villa Lucre',
      'corredor norte, salida de Villa Lucre',
      undefined,
    ],
    [
      'hay un hueco en Betania',
      'si pero es frente a la iglesia de Guadalupe',
      'Betania, frente a la iglesia de Guadalupe',
      '080406',
    ],
    [
      'hay un hueco en Betania',
      'no, es frente al Machetazo de La Chorrera',
      'frente al Machetazo de La Chorrera',
      '1304',
    ],
  ])('moves it nowhere: %s, %s', (first, second, text, code) => {
    const found = place(told(first, second));
    expect(found?.text).toBe(text);
    if (code?.startsWith('13')) expect(found?.code?.slice(0, 4)).toBe(code);
  });
});

describe('what is told with the yes to a report of a danger', () => {
  it.each([
    [
      'mi hermano desapareció hace dos días en Colón, tiene 17',
      'si, se llama Kevin Brown, vive en calle 8',
      'Colón, calle 8',
    ],
    [
      'se esta metiendo el rio a la casa en Los Pozos',
      'ya vienen, si haga el reporte, es en la calle de la escuela',
      'Los Pozos, calle de la escuela',
    ],
    [
      'voy en el carro y hay un derrumbe que tapa la via Chiriquí Grande - Gualaca',
      'si, es por el km 40',
      'la via Chiriquí Grande - Gualaca, por el km 40',
    ],
  ])('is heard, and the place of before stays: %s, %s', (first, second, text) => {
    const talk = told(first, second);
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.text).toBe(text);
    expect(talk.conversation.state.draft?.description).toEqual([first, second]);
  });
});

it('a spot told with the yes to a summary stands in the case', () => {
  const talk = told('hay un hueco en la vía Penonomé - La Pintada', 'si, es por el km 40');
  expect(talk.cases[0]?.place?.text).toBe('la vía Penonomé - La Pintada, por el km 40');
});

describe('where the matter is', () => {
  it('is not where they were that day, and is told by its own name', () => {
    const talk = told('me llego una boleta que no es mia, ese dia estaba en Darién');
    expect(place(talk)).toBeNull();
    talk.say('no! la boleta es de Panamá, corredor norte');
    expect(place(talk)?.text).toBe('Panamá, corredor norte');
    expect(talk.conversation.state.draft?.serviceId).toBe('traffic-ticket');
  });

  it.each([
    ['no hay luz en Los Andes 2', 'nooo, no son Los Andes 2, son Los Andes 1', 'Los Andes 1'],
    ['the street light is broken in Coronado', 'sorry, I meant Gorgona, beach side', 'Gorgona, beach side'],
    [
      'no hay señal de celular en Bahía Honda',
      'la isla, en Soná, Veraguas',
      'Bahía Honda, la isla, en Soná, Veraguas',
    ],
    [
      'no recogen la basura en 24 de Diciembre',
      'agregue que es en el sector Nueva Esperanza',
      '24 de Diciembre, el sector Nueva Esperanza',
    ],
    [
      'la escuela José Agustín Arango de Tocumen no tiene agua',
      'ok espere',
      'escuela José Agustín Arango de Tocumen',
    ],
  ])('is mended: %s, %s', (first, second, text) => {
    expect(place(told(first, second))?.text).toBe(text);
  });

  it.each([
    ['hay un poste de luz a punto de caerse sobre la escuela de san juan', 'San Juan, San Lorenzo, Chiriquí'],
    ['no hay agua en San Juan', 'San Juan, San Francisco, Veraguas'],
  ])('is asked where others bear the name: %s', (text, label) => {
    const talk = told(text);
    expect(talk.last()?.asks).toBe('place');
    expect((talk.last()?.choices ?? []).map(choice => choice.label)).toContain(label);
  });

  it('is not another place of which the name is a part', () => {
    expect(told('no hay luz en Nuevo Progreso').last()?.asks).toBe('place');
  });

  it('keeps all that was told, when it was asked enough', () => {
    const talk = told('no hay agua', 'en mi casa', 'en la loma');
    expect(talk.last()?.asks).toBe('confirm');
    expect(place(talk)?.text).toBe('mi casa, la loma');
  });

  it('is not the building’s name, where a place follows', () => {
    const talk = told(
      'quiero denunciar a la maestra de mi hijo',
      'le pegó con una regla',
      'es en la escuela Belisario Porras de San Francisco',
    );
    expect(place(talk)?.text).toBe('la escuela Belisario Porras de San Francisco');
    expect(place(talk)?.district).not.toBe('San Miguelito');
    talk.say('el de Panamá');
    expect(place(talk)?.code).toBe('080409');
  });
});

describe('more of where it is', () => {
  it.each([
    ['no ay agua en el bayano', 'el barrio es Loma del rio', 'el bayano, barrio Loma del rio'],
    ['no hay agua en Volcán', 'y la comunidad se llama Paso Ancho', 'Volcán, Paso Ancho'],
    ['se fue la luz en Pacora', 'el sector es Los Mangos', 'Pacora, sector Los Mangos'],
    [
      'hay un árbol caído en Betania',
      'la calle es La Gloria, edificio azul',
      'Betania, calle La Gloria, edificio azul',
    ],
    [
      'hay un hueco en la vía a Cerro Punta',
      'es llegando a Guadalupe',
      'vía a Cerro Punta, llegando a Guadalupe',
    ],
    [
      'hay un hueco en calle 50',
      'entre Bella Vista y San Francisco, frente al Banistmo',
      'calle 50, entre Bella Vista y San Francisco, frente al Banistmo',
    ],
    [
      'se fue la luz en Burunga',
      'ponga como lugar Burunga sector 3, por la cancha',
      'Burunga sector 3, por la cancha',
    ],
  ])('is put beside what is known: %s, %s', (first, second, text) => {
    const talk = told(first, second);
    expect(place(talk)?.text).toBe(text);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it.each([
    ['no hay agua en Tocumen', 'si pero la calle es la ultima, casa 45, al lado de la escuela', 'casa 45'],
    ['no hay agua en Tocumen', 'sí pero la calle es la tercera, casa 8', 'casa 8'],
    ['se fue la luz en Chilibre', 'si, pero la casa es la 22 frente al parque', '22 frente al parque'],
    ['hay un semáforo dañado en Penonomé', 'ya le dije, frente al hospital', 'frente al hospital'],
    ['hay un semáforo dañado en Aguadulce', 'pero ya le dije, en la entrada', 'la entrada'],
    ['hay un semáforo dañado en Chitré', 'ya se lo dije, al lado del parque', 'al lado del parque'],
    [
      'el semaforo de Chitre esta dañado',
      'ya le dije, en la entrada, por la Interamericana',
      'Interamericana',
    ],
    ['se fue la luz en Pedregal', 'ponga Villalobos', 'Villalobos'],
    ['un policía me pidió plata', 'con reserva, fue en Chorrillo', 'Chorrillo'],
    ['un funcionario me pidió coima', 'sin reserva, fue en Calidonia', 'Calidonia'],
    ['un policía me pidió plata, via tocumen', 'Sin reserva, con mis datos', 'via tocumen'],
  ])('is heard whenever it is told: %s, %s', (first, second, words) => {
    const talk = told(first, second);
    expect(place(talk)?.text).toContain(words);
    expect(place(talk)?.text).not.toMatch(/dije|pero|reserva/);
    expect(talk.last()?.asks).toBe('confirm');
  });
});

describe('what is no place', () => {
  it.each([
    ['no hay agua en La Chorrera', 'pero mándenla rápido que tengo un bebé'],
    ['no hay agua en La Chorrera', 'y también ¿pueden mandar policías?'],
    ['no hay agua', 'con mis datos'],
    ['no water', 'please send somebody, we are tired'],
  ])('is not taken for one, and it is asked once more: %s, %s', (first, second) => {
    const talk = told(first, second);
    expect(place(talk)?.text ?? '').not.toMatch(/bebé|policías|datos|tired/);
    expect(talk.last()?.asks).toBe('place');
    talk.say('no sé');
    expect(talk.last()?.asks).toBe('confirm');
    talk.say('no sé cuál');
    expect(place(talk)?.text ?? '').not.toContain('no sé');
  });
});

it('no more of a long text is read for a place than could name one', () => {
  expect(readable(`no${' '.repeat(16_000)}en\nChepo ${'x'.repeat(5000)}`)).toMatch(/^no$/);
  expect(readable('en  Chepo\nhoy')).toBe('en Chepo\nhoy');
});

describe('the words of a place', () => {
  it.each([
    ['póngale en la entrada de Chitré', 'la entrada de Chitré'],
    ['anote Villa Lucre casa 10', 'Villa Lucre casa 10'],
    ['escriba que es en Cerro Viento, por favor', 'Cerro Viento'],
    ['cambia el lugar a Rana de Oro', 'Rana de Oro'],
    ['Pedregal, Rana de Oro, y no eres muy listo', 'Pedregal, Rana de Oro'],
    ['Tours del Mar, queda en Bocas', 'Tours del Mar, en Bocas'],
    ['la barriada se llama Los Nogales y queda en Alcalde Díaz', 'barriada Los Nogales, Alcalde Díaz'],
    ['don bosco - corredor sur no pasa, llevamos', 'don bosco - corredor sur'],
    ['Penonomé, me llamo Luis Carlos Ortega', 'Penonomé'],
    ['Brisas del Golf, mi nombre es Ana 6677-1234', 'Brisas del Golf'],
    ['Brisas del Golf 6677-1234', 'Brisas del Golf'],
    ['en Tocumen y nadie hace nada', 'Tocumen'],
    ['Arraiján cabecera, necesito que vengan', 'Arraiján cabecera'],
    ['la autopista pero lo que quiero es que me paguen', 'la autopista'],
    ['casa en Chame', 'Chame'],
    ['Calle 74, es urgente', 'Calle 74'],
    ['mi nombre es Yadira Smith, tel 6677-8899, la niña está en finca 6 casa 12', 'finca 6 casa 12'],
    ['si, se llama Kevin Brown, vive en calle 8', 'calle 8'],
    ['se llama Fonda Doña Mary, al lado de la terminal', 'Fonda Doña Mary, al lado de la terminal'],
    ['Obarrio, calle 58, no dejan dormir', 'Obarrio, calle 58'],
    ['ya vienen, si haga el reporte, es en la calle de la escuela', 'la calle de la escuela'],
    ['edificio, estamos en Punta Paitilla', 'edificio, en Punta Paitilla'],
    ['soy Marta, estoy por la parada, al lado del minisúper', 'por la parada, al lado del minisúper'],
    ['dios mio ya no aguanto, en Kuna Nega pues, cerca de la escuela', 'Kuna Nega, cerca de la escuela'],
    ['my name is John Smith and I live in Clayton, building 1030, phone 6789-1234', 'Clayton'],
    [
      'yo vivo por alla por la Siesta de Tocumen, en la ultima parada',
      'por la Siesta de Tocumen, en la ultima parada',
    ],
    ['ay señorita, eso es aquí mismito en la entrada de El Cocal', 'la entrada de El Cocal'],
    ['me equivoqué de barrio es en Ernesto Córdoba, Villa Grecia', 'Ernesto Córdoba, Villa Grecia'],
    ['no tengo dirección exacta, es en la vereda de los Rodríguez', 'la vereda de los Rodríguez'],
    ['el puente de La Villa. ¿y tomamos el agua o qué hacemos?', 'el puente de La Villa'],
  ])('stand alone: %s', (words, alone) => {
    expect(placeAlone(scene, words)).toBe(alone);
  });

  it.each([
    'Tocumen, bloque 4',
    'por donde se inunda',
    'la casa azul frente al chino',
    'Altos de los Lagos, calle 2',
    'la 24 de Diciembre',
    'Nuevo Belén',
    'finca 12345, Changuinola',
    'Esperanza',
    'la 24 de Diciembre, entre el parque y la iglesia',
    'Quebrada Ancha, donde está el puente, Colón',
    'gracias',
  ])('stay whole where they are nothing else: %s', words => {
    expect(placeAlone(scene, words)).toBe(words);
  });
});

it.each([
  [
    'I paid 340 dollars for a San Blas tour and nobody came',
    'the place should be Hotel Tryp in El Cangrejo',
    'Hotel Tryp in El Cangrejo',
  ],
  [
    'hay un hueco en la calle 8, Bella Vista, Panamá',
    'el lugar debería ser calle 12 de San Francisco',
    'calle 12 de San Francisco',
  ],
])('the words that say what the place should be are none of it: %s | %s', (report, words, place) => {
  expect(told(report, words).conversation.state.draft?.place?.text).toBe(place);
});
