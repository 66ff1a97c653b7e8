import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string => {
  const [turn] = told(...words).turns.slice(-1);
  return (turn?.replies ?? []).map(({ text }) => text).join('\n');
};
const GAS = ['huele mucho a gas en el edificio, calle 74 bethania', 'si', 'si'];

describe('a danger that was told and goes on', () => {
  it.each([
    'sigue el olor',
    'me siento mareada',
    'sigue el olor y me duele la cabeza',
    'todavia huele a gas aqui',
  ])('after its case was filed has the numbers again, and is kept with it: %s', text => {
    const talk = told(...GAS, text);
    const replies = talk.turns.at(-1)?.replies ?? [];
    expect(replies[0]?.text).toContain('103');
    expect(replies[0]?.class).toBe('emergency');
    expect(talk.cases).toHaveLength(1);
    expect(talk.turns.at(-1)?.cases).toHaveLength(1);
  });

  it.each(['cuanto se demoran los bomberos?', 'que hago mientras?', 'q hago ahora'])(
    'what is asked of help is answered by who helps, and not by the body of the case: %s',
    text => {
      expect(said(...GAS, text)).toMatch(/Llame a los números[\s\S]*103/);
      expect(told(...GAS, text).cases).toEqual(told(...GAS).cases);
    },
  );

  it('goes into the report that is open, which is asked on', () => {
    const talk = told('huele mucho a gas en mi edificio', 'sí, haga el reporte', 'me siento mareada');
    const text = (talk.turns.at(-1)?.replies ?? []).map(reply => reply.text).join('\n');
    expect(text).toContain('103');
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('mareada');
  });

  it.each(['si manden a alguien rapido', 'manden a alguien', 'si, manden una cuadrilla'])(
    'is no reason not to send what is agreed to: %s',
    text => {
      expect(told('hay un poste a punto de caerse en la calle 7 de juan diaz', text).cases).toHaveLength(1);
    },
  );

  it('does not end with a report of it: that nobody is sent is told with the numbers', () => {
    const words = [
      'mi ex me quiere matar ayuda',
      'si',
      'en nuevo chorrillo arraijan casa 114',
      'si manda ya',
    ];
    const replies = told(...words).turns.at(-1)?.replies ?? [];
    expect(replies[0]?.text).toMatch(/no manda a nadie[\s\S]*104/);
    expect(replies.map(({ text }) => text).join()).toContain('Su caso es');
    expect(said('no hay agua en Pacora', 'si')).not.toContain('no manda a nadie');
  });

  it('is told where who suffers is offered a report', () => {
    const text = said('el marido de mi mama me toca', 'pero el vuelve esta noche');
    expect(text).toMatch(/póngase a salvo[\s\S]*SENNIAF/);
    expect(said('el marido de mi mama me toca', 'y entonces q hago? me puede ayudar alguien hoy')).toContain(
      'SENNIAF',
    );
  });

  it('is nothing of a matter that was no danger', () => {
    expect(said('hay un hueco en la calle 5 de Bethania', 'si', 'sigue ahi el hueco')).not.toContain('911');
    expect(said('no hay agua en Pacora', 'si', 'que hago mientras?')).not.toContain('911');
  });
});

describe('a danger that is denied', () => {
  it('is not told again, and leaves them with the bot', () => {
    const talk = told(
      'no me llega la pension de la caja y ya no quiero vivir',
      'no me voy a matar joven, es un decir',
    );
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.last()?.text).toContain('Gracias por aclararlo');
    expect(talk.last()?.text).not.toContain('Si ya tomó algo');
  });

  it('gives back the matter that was told beside it', () => {
    const talk = told(
      'llevo tres meses sin que la Caja me pague la jubilacion, ya me quiero morir',
      'no me quiero matar, es un decir',
    );
    expect(talk.conversation.state.draft?.description.join(' ')).toContain('jubilacion');
  });

  it.each([
    ['no me voy a matar, ya me tome todas las pastillas', '147'],
    ['no me quiero matar, el me quiere matar, tiene un cuchillo', '104'],
    ['no estoy en peligro pero se esta quemando la casa de al lado', '103'],
  ])('quiets no other danger told beside it: %s', (text, number) => {
    const talk = told('no me llega la pension de la caja y ya no quiero vivir', text);
    const [first] = talk.turns.at(-1)?.replies ?? [];
    expect(first).toMatchObject({ class: 'emergency' });
    expect(first?.text).toContain(number);
  });

  it('is heard for what it says where nothing was told before', () => {
    expect(said('no me quiero matar pero ya deje las cartas escritas, adios a todos')).toContain('147');
  });
});

describe('words that only sound like who wants to die', () => {
  it.each([
    'hay una puerta amarrada con soga en la escuela de Pedregal y los niños no pueden salir por ahi',
    'hay una soga atravesada en la calle 5 de Chitré',
    'ya no quiero vivir aqui con tanto ruido',
    'no quiero vivir asi, el vecino quema basura todos los dias',
  ])('are heard as what they tell: %s', text => {
    expect(said(text)).not.toContain('147');
  });

  it.each([
    'no quiero vivir asi con este ruido, me quiero matar',
    'tengo una soga en el puente y ya no quiero vivir',
    'ya amarre la soga en el techo',
  ])('are not those that mean it: %s', text => {
    expect(said(text)).toContain('147');
  });
});

describe('a minor', () => {
  it.each([
    'tengo 13 años puedo contar algo',
    'tengo 12 años',
    'hola soy un niño, necesito ayuda',
    "i'm 14 years old",
  ])('who begins is met, and told who helps: %s', text => {
    expect(said(text)).toContain('6378-3466');
    expect(said(text)).not.toContain('servicio');
  });

  it('is known as one by what comes later', () => {
    expect(said('tengo 13 años', 'mi novio me pega')).toContain('SENNIAF');
    expect(said('mi novio me pega')).not.toContain('SENNIAF');
  });

  it('may call, and is told so', () => {
    expect(said('el marido de mi mama me toca', 'el numero 182 me contestan siendo niño?')).toContain(
      'aunque sea menor',
    );
  });

  it.each(['mi hija tengo 12 años pidiendo cupo', 'tengo 12 años de esperar el título de mi tierra'])(
    'is not who speaks of years of something else: %s',
    text => {
      expect(told(text).conversation.state.minor).toBe(false);
    },
  );

  it('who fears that it is learnt is answered', () => {
    expect(said('el marido de mi mama me toca', 'si lo mandan mi mama se entera?')).toContain(
      'no le avisa a su familia',
    );
  });

  it.each(['si hagan el reporte pero que el no se entere', 'si quiero el reporte pero con reserva'])(
    'and who suffers has what was wished with the yes: %s',
    text => {
      const { draft } = told('mi marido me pego ayer, tengo miedo', text).conversation.state;
      expect(draft?.privacy).toBe('confidential');
    },
  );
});

describe('whether somebody comes, asked after a danger', () => {
  const GUN = 'hay un tipo con una pistola en la parada de San Miguelito amenazando';

  it.each([
    'y la policia va a venir o tengo que llamar yo?',
    'ustedes llaman a la policía?',
    'los bomberos vienen?',
    'debo llamar?',
    'are the police coming or do I have to call?',
  ])('is denied, with the numbers to call: %s', asked => {
    const words = said(GUN, asked);
    expect(words).toMatch(/no va a venir nadie|Nobody comes because of this chat/);
    expect(words).toContain('911');
  });

  it('is not asked where what happens is told', () => {
    expect(
      said(GUN, 'no', 'no hay agua en la calle 5 de Chitré, tengo que llamar a la cisterna'),
    ).not.toContain('no va a venir nadie');
  });
});

it.each([
  'es este 311-630-633-665 y pin 595176, ahí lo vi arriba',
  'no hay nadie herido, los carros pasan despacito',
])('no number is told for what is no danger: %s', words => {
  expect(told(words).turns[0]?.replies.some(({ class: sort }) => sort === 'emergency')).toBe(false);
});

it.each([
  ['no me ha llegado la beca de mi hijo y ya estoy cansada, a veces pienso q seria mejor no estar', '147'],
  ['a veces quisiera no haber nacido', '147'],
  ['anoche me empujo', '182'],
  ['mi marido me jaloneo', '182'],
])('numbers are told at the first hint: %s', (words, number) => {
  expect((told(words).turns[0]?.replies ?? []).map(({ text }) => text).join('\n')).toContain(number);
});

it.each(['ya no quiero seguir con la denuncia que hice en la oficina', 'quiero descansar de esta bulla'])(
  'nobody is taken for one who wishes to die: %s',
  words => {
    expect((told(words).turns[0]?.replies ?? []).map(({ text }) => text).join('\n')).not.toContain('147');
  },
);
