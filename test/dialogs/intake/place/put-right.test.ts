import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a street or a building put right', () => {
  it.each([
    [
      'hay un hueco en la via principal de aguadulce',
      'no es la via principal, es la calle pablo arosemena',
      'la calle pablo arosemena',
      '0201',
    ],
    [
      'el parque de las tablas tiene los columpios rotos',
      'es el parque porras, el del centro',
      'el parque porras, el del centro',
      '0702',
    ],
    [
      'basura sin recoger en la villa de los santos',
      'perdon es en la calle segundo villarreal',
      'la calle segundo villarreal, la villa de los santos',
      '0703',
    ],
    [
      'hay un hueco en la calle principal de la arena de chitre',
      'ah pero no es la calle principal, es la calle que va para la placita de la arena, perdon',
      'la calle que va para la placita de la arena',
      '0601',
    ],
    [
      'por que no ponen un semaforo frente a la escuela en santiago',
      'es la escuela normal, la juan demostenes arosemena',
      'la escuela normal, la juan demostenes arosemena',
      '0910',
    ],
    ['no hay agua en Antón', 'no, es en el barrio San Juan', 'el barrio San Juan', '0202'],
    [
      'hay un hueco en la calle 5 de Penonomé',
      'no es la calle 5, es la avenida balboa',
      'la avenida balboa',
      '0206',
    ],
    [
      'estan cortando arboles en la montaña aqui en metetí',
      'el lugar es camino a la palma, no metetí',
      'camino a la palma',
      '0502',
    ],
    [
      'le han cancelado la cita tres veces a mi mamá en la policlinica de penonome, la de arriba',
      'el lugar es la policlinica nada mas',
      'la policlinica',
      '0206',
    ],
  ])('stays in the district told, and what they deny goes: %s, %s', (first, second, text, district) => {
    const talk = told(first);
    const serviceId = draft(talk)?.serviceId;
    if (talk.last()?.asks === 'privacy') talk.say('anónima');
    talk.say(second);
    expect(draft(talk)?.place?.text).toBe(text);
    expect(draft(talk)?.place?.code?.slice(0, 4)).toBe(district);
    expect(draft(talk)?.serviceId).toBe(serviceId);
  });

  it.each([
    ['hay un hueco en Bella Vista, calle 50', 'no es en bella vista, es en la calle 5 de Capira', '1302'],
    ['se fue la luz en Betania', 'no, es en Vacamonte', '1301'],
    ['no hay agua en Río Abajo', 'no, es en Parque Lefevre', '0804'],
    ['hay un hueco en la calle 5 de Penonomé', 'no es en Penonomé, es en la calle 5, Aguadulce', '0201'],
  ])('moves to the area they name: %s, %s', (first, second, district) => {
    expect(draft(told(first, second))?.place?.code?.slice(0, 4)).toBe(district);
  });
});

it('what others do there is no part of a spot', () => {
  const talk = told('hay carros en la acera de via españa frente al rey y uno no puede caminar');
  expect(draft(talk)?.place?.text).toBe('la acera de via españa frente al rey');
});

describe('a number put right', () => {
  const CAR = 'hay un carro abandonado en betania';

  it('in the same breath is the one that is meant', () => {
    const talk = told(CAR, 'frente a la casa 45, no perdón la 54, calle 73 oeste');
    expect(draft(talk)?.place?.text).toBe('frente a la casa 54, calle 73 oeste, betania');
  });

  it('afterwards leaves the rest as it was', () => {
    const talk = told(CAR, 'frente a la casa 54, calle 73 oeste', 'no espera la calle es 72 oeste no 73');
    expect(draft(talk)?.place?.text).toContain('frente a la casa 54, calle 72 oeste');
  });

  const POTHOLE = 'hay un hueco en calle 6ta Parque Lefevre frente al Rey';

  it.each(['calle 5ta no 6ta', 'no es la 6ta es la 5ta', 'es la 5ta, no la 6ta', 'perdón, es la 5ta'])(
    'is put right however it is said: %s',
    words => {
      const [, where] = told(POTHOLE, words).shown().join('').split('Lugar: ');
      expect(where).toMatch(/^calle 5ta Parque Lefevre frente al Rey/);
    },
  );

  it.each([
    ['no, la casa es la 121 me equivoque', 'calle 4 casa 121'],
    ['casa 121, no 112', 'calle 4 casa 121'],
  ])('of a house takes the place of the one that was told: %s', (words, where) => {
    expect(
      draft(told('no recogen la basura en villa zaita, calle 4 casa 112', words))?.place?.text,
    ).toContain(where);
  });

  it('beside an order to send is put right in what is sent', () => {
    const [filed] = told(
      'no recogen la basura en villa zaita, calle 4 casa 112',
      'si envielo pero con casa 125',
    ).cases;
    expect(filed?.place?.text).toContain('calle 4 casa 125');
  });

  it('of a house is none of the street', () => {
    expect(draft(told(POTHOLE, 'es la casa 17'))?.place?.text).toBe(
      'calle 6ta Parque Lefevre frente al Rey, la casa 17',
    );
  });

  it('once filed is put right in the case', () => {
    expect(told(POTHOLE, 'sí', 'calle 5ta no 6ta').cases[0]?.place?.text).toBe(
      'calle 5ta Parque Lefevre frente al Rey',
    );
  });

  it.each(['el Xtra, no el Rey', 'no es el Rey, es el Xtra'])(
    'a name too, with its street left: %s',
    words => {
      expect(draft(told(POTHOLE, words))?.place?.text).toBe('calle 6ta Parque Lefevre frente al Xtra');
    },
  );

  it.each(['ya van 3 veces, no 2', 'somos 12 casas'])(
    'is none where nothing of the place is numbered: %s',
    words => {
      expect(draft(told(CAR, words))?.place?.text).toBe('betania');
    },
  );
});

describe('an area put right', () => {
  const POLE = 'un poste torcido en la calle 5ta de vista alegre al lado de un kinder';

  it.each([
    'no es vista alegre, es en nuevo chorrillo',
    'ahi no es vista alegre, es en nuevo chorrillo',
    'es en nuevo chorrillo, no vista alegre',
  ])('leaves the street and what stands beside it: %s', words => {
    expect(draft(told(POLE, words))?.place?.text).toBe('calle 5ta al lado de un kinder, nuevo chorrillo');
  });

  it.each(['es en chepo, no pacora', 'no pacora, es en chepo'])(
    'is denied in small letters too: %s',
    words => {
      expect(draft(told('no hay agua en pacora', words))?.place?.text).toBe('chepo');
      expect(told('no hay agua en pacora', 'sí', words).cases[0]?.place?.text).toBe('chepo');
    },
  );

  it('is at neither end of the way they were on', () => {
    const leak = 'un tubo roto botando agua';
    const talk = told(leak, 'venia de la 24 para el centro cuando lo vi por el puente de tocumen');
    expect(draft(talk)?.place?.text).toBe('por el puente de tocumen');
    expect(draft(told(leak, 'iba de chorrera a panama y es en arraijan'))?.place?.text).toBe('arraijan');
  });

  it('takes one name for another that no map knows surely', () => {
    const lot = 'terreno baldio con monte y ratas en urbanizacion santa rita, la chorrera';
    const talk = told(lot, 'no es en santa rita es en santa rosa, me confundi');
    expect(draft(talk)?.place?.text).toBe('urbanizacion santa rosa, la chorrera');
  });

  it('is not joined by the word that puts it right', () => {
    const talk = told(
      'se fue la luz en rio abajo',
      'ay no perdon es calle 7 pero de pueblo nuevo, no rio abajo',
    );
    expect(draft(talk)?.place?.text).toBe('calle 7 de pueblo nuevo');
  });

  it('stays beside the name of a school in it', () => {
    const talk = told(
      'tubo roto en cerro viento hace 3 dias, por la escuela',
      'pero ponga q son 5 dias ya y la escuela es la belisario porras',
    );
    expect(draft(talk)?.place?.text).toBe('escuela la belisario porras, cerro viento');
  });
});

it.each(['no, es la escuela de cañita', 'es la escuela de cañita'])(
  'another school is no word for the body that has the report: %s',
  words => {
    expect(draft(told('no hay pupitres en la escuela de chepo', words))?.place?.text).toContain('cañita');
  },
);

it('an order to take something out is no part of where it is, and drops no report', () => {
  const talk = told(
    'no atienden en la policlínica de la caja de bugaba, uno llega a las 5am y no hay cupo',
    'eso no es en bugaba, es en la concepcion, quite lo de bugaba',
  );
  expect(talk.last()?.text).not.toContain('no lo envié');
  expect(draft(talk)?.place?.text).not.toContain('quite');
  expect(draft(talk)?.description.join(' ')).toContain('no hay cupo');
});

it('the name of who works there is no part of where it is', () => {
  const talk = told(
    'buenas quiero felicitar a una funcionaria del seguro',
    'la señora se llama Yadira Moreno de la policlinica de betania',
  );
  expect(draft(talk)?.place?.text).toBe('policlinica de betania');
});

it('a name that is denied in lower case, with a call behind it, is not where it is', () => {
  const leak = 'se rompio un tubo y ya hizo un lago frente al super xtra de Arraijan';
  const talk = told(leak, 'el lago gatun no compa, es en la avenida principal de arraijan cabecera');
  expect(draft(talk)?.place?.code).toMatch(/^1301/);
});

it('one of many of its sort is no spot', () => {
  const { place } = draft(told('no me pagan desde agosto, trabajo en un restaurante en Bocas')) ?? {};
  expect(place?.text).toBe('Bocas');
});

it('what is fine but for one thing, and ordered, is sent with that put right', () => {
  const [filed] = told(
    'en el colegio de mi hija no hay profesor de matematica, Santiago',
    'el Urracá',
    'no, eso esta bien pero la escuela es Instituto Urracá, envielo',
  ).cases;
  expect(filed?.place?.text).toContain('Instituto Urracá');
  expect(filed?.place?.text).not.toMatch(/env[ií]/i);
});

it('a street that no map knew lies in the area that is told next', () => {
  const talk = told('un poste echa chispas', 'calle ramon arias', 'bella vista');
  expect(draft(talk)?.place?.text).toBe('calle ramon arias, bella vista');
});

it.each([
  'no espera me equivoque no es via Tocumen es en la entrada de la barriada Las Acacias en Juan Diaz',
  'perdón no es calle tercera es en la entrada de la barriada Las Acacias en Juan Diaz',
])('a street that is denied in lower case, behind words of regret, is gone: %s', words => {
  const talk = told('hay un hueco enorme en la calle tercera, por la via Tocumen', words);
  expect(draft(talk)?.place?.text).toMatch(/^la entrada de la barriada Las Acacias/);
  expect(draft(talk)?.place?.text).not.toMatch(words.includes('tercera') ? /tercera/ : /via Tocumen/);
});
