import { describe, expect, it } from 'vitest';
import { plainWords } from '../../src/dialogs/words/plain-words.ts';
import { openTold, type Talk } from '../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;
const LEAK = 'hay un tubo roto en la calle 3 de Cerro Viento, San Miguelito';
const BRIBE = 'un policía pide coima en la entrada de Penonomé';

describe('the shorthand of a telephone', () => {
  it.each(['q la mande', 'k lo envien'])('agrees as the whole words do: %s', words => {
    expect(told(LEAK, words).cases).toHaveLength(1);
  });

  it('is no shorthand where a street is called so', () => {
    expect(plainWords('En la calle K, x q no pasan tb')).toBe('en la calle k x que no pasan tambien');
  });
});

describe('how it is to be kept, told in a clause of its own', () => {
  it.each([
    ['no, mejor con reserva, para que me avisen', 'confidential'],
    ['pero yo dije con reserva!! que me avisen aquí', 'confidential'],
  ])('changes it: %s', (words, privacy) => {
    const talk = told(BRIBE, 'anónima', words);
    expect(draft(talk)?.privacy).toBe(privacy);
    expect(talk.cases).toEqual([]);
  });

  it('answers the question beside another', () => {
    expect(draft(told(BRIBE, 'anónima, y pueden ir hoy?'))?.privacy).toBe('anonymous');
  });
});

describe('the kind they want', () => {
  it.each(['ah no, déjelo como queja entonces', 'póngalo como queja'])('is taken: %s', words => {
    expect(draft(told(BRIBE, 'con reserva', words))?.kind).toBe('queja');
  });
});

describe('the body of the summary', () => {
  it('is put for another that they name beside a question', () => {
    const talk = told('no hay luz en la calle 5 de Santiago', '¿y por qué a Naturgy? eso es de la alcaldía');
    expect(talk.last()?.text).toContain('Municipio de Santiago');
  });

  it('is explained', () => {
    const talk = told(
      'la tienda no me devuelve la plata de la nevera, en la calle 4 de Chitré',
      'y por q acodeco',
    );
    expect(talk.last()?.text).toContain('lo atiende ACODECO: Autoridad de Protección al Consumidor');
    expect(talk.cases).toEqual([]);
  });

  it('is reached by its telephone, which is no correction', () => {
    const talk = told('no me pagó el MIDES el 120 a los 65', 'páseme el número del MIDES');
    expect(talk.last()?.text).toContain('www.mides.gob.pa');
    expect(draft(talk)?.description).toHaveLength(1);
  });

  it.each(['y por que no me salio', 'digame q paso con mi plata'])('knows what is asked: %s', words => {
    expect(told('no me salió el 120 a los 65', words).last()?.text).toContain('MIDES');
    expect(told('no me salió el 120 a los 65', words).last()?.text).not.toContain('no le entendí');
  });
});

describe('who reads it', () => {
  it.each([
    'quien ve lo que yo escribo aqui?',
    'pregunto por mi privacidad',
    'es confidencial?',
    'usted guarda mi nombre?',
  ])('is told before anything is: %s', words => {
    expect(told(words).last()?.text).toMatch(/reserva|cifrados/);
  });

  it.each(['van a saber q soy yo por la placa?', 'quien la lee, el mismo jefe de el?'])(
    'is told at a summary, and files nothing: %s',
    words => {
      const talk = told(BRIBE, 'anónima', words);
      expect(talk.last()?.text).toContain('Va anónima');
      expect(talk.cases).toEqual([]);
    },
  );
});

it.each(['NO QUIERO UN ROBOT. humano.', 'ya no quiero hablar con una maquina'])(
  'who wants no robot gets a person: %s',
  words => {
    expect(told(words).conversation.mode).toBe('waiting');
  },
);

it.each([
  'hola, tengo una idea para mejorar el parque de mi comunidad',
  'i have an idea for improving the park',
])('an idea is asked for where only what is to be better is told: %s', words => {
  expect(told(words).last()?.text).toMatch(/Cuénteme su propuesta|Tell me your proposal/);
});

it('who agrees and asks to be told how long it takes reads the day, and nothing of reserve', () => {
  const talk = told(
    'there is a water leak on Via Argentina',
    'yes please, and can you tell me how long it takes?',
  );
  expect(talk.cases).toHaveLength(1);
  expect(
    talk.turns
      .at(-1)
      ?.replies.map(({ text }) => text)
      .join('\n'),
  ).not.toMatch(/confidential|no confirmed/);
});

it('an idea that is only announced is asked for, laughing or not', () => {
  expect(told('tengo una idea pa boquete jaja').last()?.text).toContain('Cuénteme su propuesta');
});

it('what they tell of the danger of a case just filed goes there', () => {
  const talk = told(
    'están quemando llantas en Chepo todas las tardes',
    'con reserva',
    'por la entrada del puente',
    'sí',
  );
  const before = talk.cases[0]?.number;
  talk.say('ahi va la foto: se ve el humo negro saliendo del lote al lado de la gasolinera');
  expect(talk.last()?.text).toContain(`Lo agregué al caso ${before}`);
  expect(talk.conversation.state.awaits).toBeNull();
});

describe('what they told beside the matter and ask after', () => {
  const THREE = 'no recogen la basura, se fue la luz y no hay agua en Pacora';

  it('waits its turn, and nothing is filed', () => {
    const talk = told(THREE, '¿y el agua?');
    expect(talk.last()?.text).toContain('Veo más de un asunto');
    expect(talk.conversation.state.later.join()).toContain('agua');
    expect(talk.cases).toEqual([]);
  });

  it('is begun after the first was filed', () => {
    const talk = told('se fue la luz en Pacora y tampoco', 'sí');
    talk.cases[0]?.description.push('el hueco de la calle dañó un carro');
    talk.say('¿y el hueco?');
    expect(draft(talk)?.description).toEqual(['el hueco de la calle dañó un carro']);
  });
});

describe('what is not to be told', () => {
  it('is not put in', () => {
    const talk = told(
      'están talando el manglar en Chame',
      'anónima',
      'en playa Gorgona',
      'que no digan que fue por mi finca',
    );
    expect(draft(talk)?.description.join()).not.toContain('finca');
    expect(talk.last()?.text).toContain('no lo puse');
  });

  it('is told again without it where it was told already', () => {
    const talk = told(
      'Kevin está talando el manglar en playa Gorgona, Chame',
      'anónima',
      'no digan que Kevin fue',
    );
    expect(draft(talk)?.description).toEqual([]);
    expect(talk.last()?.asks).toBe('description');
  });
});

describe('who cannot call', () => {
  it('is told another way beside the numbers', () => {
    const talk = told('soy sorda, mi esposo me está amenazando, no puedo llamar');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('pida a alguien cerca que llame por usted');
  });

  it.each(['no me sirve llamar, soy SORDA', 'es que no puedo hablar'])('is told so after them: %s', words => {
    expect(told('mi esposo me está amenazando', words).last()?.text).toContain('llame por usted');
  });

  it('and thinks of dying is told where somebody reads', () => {
    expect(told('me quiero matar', 'no quiero llamar, me da pena hablar').last()?.text).toContain(
      '6534-2546',
    );
  });
});

it.each([
  'BONO de 500, inscríbete en bono-pma.xyz antes del 30, COMPARTE. eso es verdad?',
  'me mandaron una cadena que mañana no hay clases, es verdad o no?',
])('a chain is no matter, and nobody vouches for it: %s', words => {
  const talk = told(words);
  expect(talk.last()?.text).toContain('No abra enlaces');
  expect(draft(talk)).toBeNull();
});

it.each([
  ['no hay luz en chilibre buenos aires', 'buenos aires'],
  ['hay un hueco en la circunvalacion de chitre por el machetazo', 'circunvalacion'],
])('a place keeps its name: %s', (words, name) => {
  expect(draft(told(words))?.place?.text).toContain(name);
});

it('a good view is no greeting', () => {
  expect(draft(told('no hay luz', 'Buena Vista, Colón'))?.place?.text).toContain('Buena Vista');
});

describe('a place put right at a summary', () => {
  it.each([
    ['no hay agua en calle 50', 'no es en calle 50, ahí trabajo. el problema es Pacora', 'Pacora'],
    ['no hay agua en Pacora y Felipillo', 'el lugar es solo Pacora', 'Pacora'],
    ['no le llega el 120 a los 65 a mi abuelo', 'en Ocú vivo yo, donde el difunto Chalo', 'Ocú'],
  ])('is what they say it is: %s, %s', (words, right, name) => {
    const talk = told(words, right);
    const place = draft(talk)?.place;
    expect([place?.text, place?.district]).toContain(name);
    expect(place?.text).not.toContain('trabajo');
    expect(talk.cases).toEqual([]);
  });
});

it('a matter is denied with that and no', () => {
  const talk = told('mi jefe no me paga la quincena', 'eso no es un salario, es plata que le presté');
  expect(draft(talk)?.serviceId).not.toBe(draft(told('mi jefe no me paga la quincena'))?.serviceId);
});

describe('words that only look like an answer', () => {
  const DRY = 'no hay agua en Villa Lucre';

  it.each([
    'si, pero hay otro problema, la basura no la recogen',
    'claro que hay otro problema, la basura no la recogen',
  ])('file nothing: %s', words => {
    const talk = told(DRY, words);
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.later.join()).toContain('basura');
  });

  it.each(['el lugar es peligroso de noche', 'el lugar es peligroso'])('are no place: %s', words => {
    expect(draft(told(DRY, words))?.place?.text).toContain('Villa Lucre');
    expect(told(DRY, 'sí', words).cases[0]?.place?.text).toContain('Villa Lucre');
  });

  it('name a place where it is', () => {
    expect(draft(told(DRY, 'la ubicación es Pacora'))?.place).toMatchObject({ code: '080417' });
  });

  it.each([
    'no pongan que son tres días, son cinco',
    'no, no digan nada de eso, es que el vecino tiene un arma',
  ])('delete nothing: %s', words => {
    expect(draft(told(`${DRY} hace tres días`, words))?.description.join()).toContain('no hay agua');
  });

  it.each([
    'quien lee el medidor, me llegó el recibo altísimo en Arraiján',
    'me llegó un link https://bonos.xyz de un bono, puse mis datos y me vaciaron la cuenta',
    'me mandaron una factura de luz con un cobro que es falso',
  ])('are a matter: %s', words => {
    expect(draft(told(words))).not.toBeNull();
  });

  it('and somebody in need is not put beside the pipe', () => {
    const talk = told(DRY, 'sí', 'mi abuelita se siente mal, necesito ayuda');
    expect(talk.last()?.text).not.toContain('Lo agregué');
  });
});

it('who is told how a report is kept may misspell it', () => {
  expect(draft(told(BRIBE, 'con reseva'))?.privacy).toBe('confidential');
});

it('a long message that asks of its own name is a matter', () => {
  const words =
    'Tengo índice 2.7, entregué todo en mayo y en la lista de puesto distinguido no sale mi nombre pero sí el de un compa q dejó la carrera???';
  expect(told(words).last()?.text).not.toContain('Si un caso va con reserva');
});
