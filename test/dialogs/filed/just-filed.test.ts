import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;
const filed = (...then: string[]) => told('no hay agua en Tocumen', 'si', ...then);

describe('just after a case was filed', () => {
  it.each([
    'cual era el numero?',
    'no me mandó el numero, repita',
    'perdone no anoté el número del caso',
    'repita',
    'dígame el número otra vez por favor',
    'what was my case number?',
  ])('tells its number again: %s', words => {
    const talk = filed(words);
    expect(talk.last()?.text).toContain(talk.cases[0]?.number);
    expect(talk.last()?.text).not.toContain('482913');
    expect(draft(talk)).toBeNull();
  });

  it.each(['y el pin?', 'cual es el pin', 'el pin por favor'])(
    'shows no PIN twice, and says why: %s',
    words => {
      expect(filed(words).last()?.text).toContain('no lo puedo repetir');
    },
  );

  it.each([
    ['¿van a venir hoy?', 'Debe responder a más tardar'],
    ['¿tengo que estar en la casa cuando vengan?', 'No tiene que ir a ninguna parte'],
  ])('answers itself what it knows of every case: %s', (words, known) => {
    const talk = filed(words);
    expect(talk.last()?.text).toContain(known);
    expect(JSON.stringify(talk.cases[0])).not.toContain(words);
  });

  it.each(['¿tengo que pagar mientras tanto?', '¿puede ir mi hermana en mi lugar?'])(
    'keeps a question with it for the body: %s',
    words => {
      const talk = filed(words);
      expect(talk.last()?.text).toContain('IDAAN');
      expect(talk.cases).toHaveLength(1);
      expect(JSON.stringify(talk.cases[0])).toContain(words);
      expect(draft(talk)).toBeNull();
    },
  );

  it.each(['¿y si no me contestan?', 'y si no me hacen caso?', 'qué pasa si no responden'])(
    'says what follows when nobody answers: %s',
    words => {
      expect(filed(words).last()?.text).toContain('«persona»');
    },
  );

  it.each([
    'la oficina se llama Agencia La Paz y el medidor es marca Mabe',
    'me equivoqué de nombre',
    'mi vecina también quiere quejarse de lo mismo',
    'el medidor es el numero 445566',
    'my neighbour has the same problem',
    "it's building 14, apartment 3B",
    'el edificio queda al lado del super Xtra',
  ])('adds a detail to it: %s', words => {
    const talk = filed(words);
    expect(JSON.stringify(talk.cases[0])).toContain(words);
    expect(draft(talk)).toBeNull();
  });

  it('opens another for what is surely another matter', () => {
    const talk = filed('y otra cosa, no pasa la basura en Burunga hace dos semanas');
    expect(draft(talk)?.serviceId).toBe('garbage-not-collected');
  });

  it('takes a second summary for the first when told so', () => {
    const talk = filed(
      'no pasa la basura en Burunga hace dos semanas',
      'eso es del mismo caso, agréguelo al caso',
    );
    expect(draft(talk)).toBeNull();
    expect(JSON.stringify(talk.cases[0])).toContain('no pasa la basura');
  });

  it.each(['nuedi, gracias', 'nuedi'])('hears thanks in Guna: %s', words => {
    const talk = filed(words);
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.last()?.text).toContain('Con gusto');
  });

  it.each(['adios', 'hasta luego', 'chao, gracias', 'bye'])('answers a goodbye: %s', words => {
    expect(filed(words).last()?.text).toContain('Con gusto');
  });
});

describe('whether a photo can be sent', () => {
  it('is answered, and the matter it shows taken', () => {
    const talk = told('puedo mandarle una foto del hueco?', 'en la calle de la iglesia de Macaracas');
    expect(talk.shown().length).toBeGreaterThan(0);
    expect(draft(talk)?.serviceId).toBe('pothole');
  });

  it.each(['quiero agregar una foto', '¿puedo mandarle una foto?', 'can i send you a photo?'])(
    'is answered of the case: %s',
    words => {
      const talk = filed(words);
      expect(talk.last()?.text).toContain(talk.cases[0]?.number);
      expect(talk.cases[0]?.description).toHaveLength(1);
    },
  );
});

describe('who left a report', () => {
  it.each([
    'bueno mejor si envíala',
    'mejor sí',
    'siempre sí, mándela',
    'me arrepentí, sí la quiero enviar',
    'cambié de idea, envíelo',
    'send it anyway',
  ])('has it back: %s', words => {
    const talk = told('no hay agua en Tocumen', 'no enviar nada', words);
    expect(draft(talk)?.serviceId).toBe('no-water');
    expect(talk.last()?.asks).toBe('confirm');
    expect(talk.cases).toEqual([]);
  });

  it('does not have it back after another matter', () => {
    const talk = told(
      'no hay agua en Tocumen',
      'no enviar nada',
      'hola',
      'cuánto cuesta el pasaporte',
      'mejor sí',
    );
    expect(draft(talk)?.serviceId).not.toBe('no-water');
  });
});

it.each(['¿y si me demandan?', 'y si me botan?', 'and if they sue me?'])(
  'a fear at the summary files nothing: %s',
  words => {
    expect(told('no hay agua en Tocumen', words).cases).toEqual([]);
  },
);

it.each(['no, era por curiosidad', 'no gracias solo preguntaba', 'era broma', 'just curious'])(
  'nothing is erased for who did not mean it: %s',
  words => {
    const talk = told('no hay agua en Tocumen', 'si', 'borrar mis datos', words);
    expect(talk.last()?.text).toContain('no borré nada');
  },
);

it('who filed without a name and is afraid is told that nobody knows', () => {
  const talk = told(
    'la escuela de Cerro Punta tiene el techo roto',
    'anónimo',
    'si',
    'no, mejor no, borren todo, me da miedo',
  );
  expect(talk.last()?.text).toContain('nadie puede saber');
});

describe('what is put right after filing', () => {
  it.each(['me equivoqué la placa es 8B-0243', 'corrijo, el chofer se llama Juan no Pedro'])(
    'is added where it is no place: %s',
    words => {
      const talk = told('el bus de Aguadulce a Pocrí me cobró de más y el chofer me gritó', 'sí', words);
      expect(talk.cases[0]?.description.at(-1)).toBe(words);
      expect(talk.conversation.state.awaits).toBeNull();
    },
  );

  it('is asked for where only the place is said to be wrong', () => {
    expect(filed('me equivoqué de lugar').last()?.text).toContain('¿En qué lugar es?');
  });
});
