import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

const BUS =
  'hola, tengo una queja: el bus de la ruta de Chepo no paró y dejó botados a unos niños en la parada del Rey en San Miguelito, ayer';
const BRIBE = 'quiero denunciar anónimamente a un policía que me pidió coima en la vía España en Bella Vista';
const last = (...words: string[]): string => told(...words).last()?.text ?? '';

describe('whether one thing is in it', () => {
  it.each([
    ['y si quedo lo de los niños?', 'niños'],
    ['quedó puesto lo de los niños?', 'niños'],
    ['me confirma si quedó lo de los niños', 'niños'],
    ['no me sale el lugar, sí quedó lo del Rey?', 'Rey'],
    ['sí salió lo de los niños?', 'niños'],
  ])('is told in the words it stands in: %s', (asked, word) => {
    for (const said of [last(BUS, asked), last(BUS, 'si', asked)]) {
      expect(said).toMatch(/Sí, quedó/);
      expect(said).toMatch(new RegExp(`«[^»]*${word}`));
    }
  });

  it('is told in English', () => {
    const WATER = 'there is no water on calle 5 in San Miguelito and my baby is sick';
    for (const asked of ['did you put the baby in it?', 'is the part about the baby included?'])
      expect(last(WATER, 'yes', asked)).toMatch(/Yes, it is in what you told me: “.*baby/);
  });

  it('is said of a number only where a number was told', () => {
    expect(last(BUS, 'si', 'y si quedo lo del numero del bus?')).toContain('No veo ese dato');
    expect(last(BUS, 'el bus era el 1432', 'si', 'y si quedo lo del numero del bus?')).toContain('1432');
    expect(last(BUS, 'fue a las 5', 'y quedó el número del bus?')).toContain('No veo ese dato');
  });

  it('is put there where it was not', () => {
    const talk = told(BUS, 'si', 'si quedó lo del perro?');
    expect(talk.last()?.text).toContain('Ya lo agregué');
  });

  it.each([
    ['quedó puesto lo del perro?', 'lo del perro'],
    ['entonces quedó agregado el 8-421-2021 o no?', 'el 8-421-2021'],
    ['y puso que lloraban mucho?', 'lloraban mucho'],
    ['did you put that they were crying?', 'they were crying'],
  ])('is put there as a fact, and not as the question: %s', (asked, fact) => {
    expect(told(BUS, 'si', asked).cases[0]?.description.at(-1)).toBe(fact);
  });

  it.each(['y puso mi teléfono?', 'quedaron los teléfonos en el caso?', 'pero puso mi teléfono o no?'])(
    'is said of a telephone that was told: %s',
    asked => {
      expect(last(BUS, 'si', '6600-1142 llámenme a mí', asked)).toMatch(/Sí, quedó.*6600-1142/);
      expect(last(BUS, 'si', asked)).toContain('No veo ese dato');
    },
  );

  it.each(['cómo quedó lo del agua?', 'quedó un perro botado en la calle'])('is not asked: %s', said => {
    expect(last(BUS, 'si', said)).not.toMatch(/Sí, quedó|No veo ese dato/);
  });
});

describe('a report without a name', () => {
  it.each([
    'y si quedo lo del numero de la patrulla?',
    'sí quedó lo del policía?',
    'no no, solo pregunto por mi denuncia',
    'estoy preguntando por la denuncia que puse',
  ])('is not seen from here, and begins no other: %s', said => {
    const talk = told(BRIBE, 'si', said);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.last()?.text).toMatch(/número y el PIN.*\/caso/s);
    expect(talk.cases).toHaveLength(1);
  });
});

describe('whether one thing is in it, in other words', () => {
  const SCHOOL =
    'en la escuela Presidente Porras hay huecos en el techo y se moja el salon, es en Las Tablas, ademas hay ratas y moscas en la cocina y la nevera esta dañada desde hace dos semanas y los niños comen ahi mismo';
  const DARK =
    'se fue la luz en la calle 5 de Chitre desde ayer, se me daño la nevera con toda la comida, se pudre la carne y la casa 14 que es del vecino esta igual';

  it.each([
    ['le puse lo de la carne?', 'carne'],
    ['lo de que la casa 14 es del vecino quedo?', 'casa 14'],
    ['ok pero la nevera dañada va en el reporte?', 'nevera'],
    ['no salio lo q le conte de la carne… eso va en la queja?', 'carne'],
    ['lo de la comida esta en el caso?', 'comida'],
    ['si le dije lo de la nevera?', 'nevera'],
  ])('is told with the clause it stands in, and changes nothing: %s', (asked, word) => {
    for (const before of [[DARK], [DARK, 'si']]) {
      const [was, is] = [told(...before), told(...before, asked)];
      expect(is.last()?.text).toMatch(new RegExp(`«[^»]*${word}`));
      expect(is.conversation.state.draft?.serviceId).toBe(was.conversation.state.draft?.serviceId);
      expect(is.cases[0]?.description).toEqual(was.cases[0]?.description);
    }
  });

  it.each([
    'no salio lo q le conte de los huecos del techo… eso va en la queja?',
    'lo del techo va en la queja?',
  ])('turns a school to no road: %s', asked => {
    const talk = told(SCHOOL, 'no se', asked);
    expect(talk.conversation.state.draft?.serviceId).toBe('school-building');
    expect(talk.last()?.text).toMatch(/Sí, quedó.*techo/);
  });

  it('is told of what waits as a case of its own, and of the case that holds it', () => {
    expect(last(SCHOOL, 'le puse lo de las ratas?')).toMatch(/ratas.*va en un caso aparte/s);
    expect(last(BUS, 'si', DARK, 'si', 'lo de los niños quedo?')).toMatch(/Sí, quedó.*niños/);
  });

  it.each(['y quedo el numero de reclamo? es el 558832', 'quedo la placa del carro? era la 558832'])(
    'takes down the number that stands beside the question: %s',
    asked => {
      expect(told(DARK, asked).conversation.state.draft?.description.at(-1)).toContain('558832');
      const talk = told(DARK, 'si', asked);
      expect(talk.cases[0]?.description.at(-1)).toContain('558832');
      expect(talk.last()?.text).toContain('Ya lo agregué');
    },
  );

  it.each(['que es lo que lee la alcaldia de lo que puse?', 'que es lo que van a leer ellos?'])(
    'is shown as the body reads it: %s',
    asked => {
      for (const before of [[DARK], [DARK, 'si']])
        expect(last(...before, asked)).toMatch(/le[ae]r?.*«se fue la luz/);
    },
  );

  it.each([
    '¿Quedó registrado lo del techo?',
    'Perfecto. Pero dígame si lo del techo quedó escrito o no.',
    '¿y lo del techo quedó anotado ahí?',
  ])('is told of what was filed, however it is asked: %s', asked => {
    const talk = told(ROOF, 'sí', asked);
    expect(talk.last()?.text).toMatch(/^Sí, quedó.*«[^»]*techo/);
    expect(talk.cases[0]?.description).toEqual([ROOF]);
  });

  it('takes no question of what became of it for one', () => {
    expect(last(ROOF, 'sí', '¿quedó arreglado el techo?')).not.toContain('Sí, quedó');
  });
});

const ROOF = 'el techo de dos aulas de la escuela de Cerro Iglesias se está cayendo';

describe('asked whether they gave a number', () => {
  const DUMP = [
    'todas las noches unos manes botan caliche y basura en el lote baldio de atras en Vista Alegre con un camion placa CK4521',
    'reserva',
    'sí',
  ];

  it.each(['la placa se la puse verdad? es CK4521', '¿la placa del camion se la di?'])(
    'what they told says it: %s',
    words => {
      const talk = told(...DUMP, words);
      expect(talk.last()?.text).toMatch(/«…?.*placa CK4521»/);
      expect(talk.cases[0]?.description).toEqual([DUMP[0]]);
    },
  );

  it('another one is added, and said so', () => {
    const talk = told(...DUMP, 'la placa se la puse verdad? es CK9999');
    expect(talk.last()?.text).toBe('No estaba. Ya lo agregué.');
    expect(talk.cases[0]?.description.at(-1)).toContain('CK9999');
  });
});

describe('the hour and the number that were told', () => {
  const LATE =
    'el bus 1437 de la ruta Tocumen no paró en la parada de San Antonio hoy a las 6 y 40 de la mañana';

  it.each([
    'y la hora y el numero de bus quedaron?',
    'entonces lo q puse de la hora 6 y 40 y el bus 1437 si esta?',
    'lo que le dije del bus 1437 ya quedó?',
    'y la hora si quedó?',
  ])('are read back whole: %s', asked => {
    expect(last(LATE, 'si', asked)).toMatch(/Sí, quedó.*1437.*6 y 40/);
  });

  it('are not said to stand there where no hour was told', () => {
    expect(last('no recogen la basura en Las Lomas, David', 'si', 'y la hora quedó?')).toContain(
      'No veo ese dato',
    );
  });

  it.each(['la hora está mal', 'el número de bus quedó mal, es el 1438'])('are not asked for: %s', words => {
    expect(last(LATE, 'si', words)).not.toMatch(/Sí, quedó|No veo ese dato/);
  });
});
