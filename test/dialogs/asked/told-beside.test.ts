import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said, draftOf } = await openTalks();
const WATER = 'no hay agua en La Tulihueca, Arraijan desde el lunes';
const MORE = 'si pero pongale q es todo el sector 2 y q la cisterna no ha venido. cuanto se demoran?';

describe('a fact beside a question', () => {
  it('is in the report, and the question is answered', () => {
    expect(said(WATER, MORE)).toMatch(/Lo agregué[\s\S]*5 días hábiles/);
    expect(draftOf(WATER, MORE)?.description.at(-1)).toContain('todo el sector 2');
  });

  it('is not made of the question alone', () => {
    expect(draftOf(WATER, 'cuanto se demoran?')?.description).toEqual([WATER]);
  });
});

describe('whether something was written down', () => {
  it.each(['pero le puso lo del sector 2 y la cisterna??', 'y quedo anotado lo del sector 2?'])(
    'the desk knows itself: %s',
    asked => {
      expect(said(WATER, MORE, asked)).toContain('Sí, quedó en lo que usted me contó');
      expect(draftOf(WATER, MORE, asked)?.description).toEqual(draftOf(WATER, MORE)?.description);
    },
  );

  it('and what was not goes there now, before it is sent and after', () => {
    const asked = 'le puso lo del bebé enfermo?';
    expect(said(WATER, asked)).toContain('No estaba. Ya lo agregué');
    expect(draftOf(WATER, asked)?.description.at(-1)).toBe('lo del bebé enfermo');
    expect(said(WATER, 'sí', asked)).toContain('No estaba. Ya lo agregué');
    expect(told(WATER, 'sí', asked).cases[0]?.description.at(-1)).toBe('lo del bebé enfermo');
    expect(said(WATER, 'sí', 'quedo anotado que es desde el lunes?')).toContain('Sí, quedó');
  });
});

describe('who waits for a person and goes back to the bot', () => {
  const WAITS = 'quiero hablar con una persona';

  it('with a matter is heard at once', () => {
    const talk = told(WAITS, 'mm ok. seguir. hay un tubo roto en Betania, calle 74');
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.conversation.state.draft?.serviceId).toBe('water-leak');
  });

  it('with an order has it done', () => {
    const talk = told(WATER, WAITS, 'yo no quiero una persona, mándelo');
    expect(talk.cases).toHaveLength(1);
    expect(talk.conversation.mode).toBe('bot');
  });

  it('is not whoever tells more to the person', () => {
    expect(told(WAITS, 'hay un tubo roto en Betania, calle 74').conversation.mode).toBe('waiting');
  });
});

describe('praise', () => {
  const SUN =
    'hola no vengo a quejarme jaja solo keria decir q el señor q me atendio en la caja de seguro de bethania fue un sol';

  it('is shown as such, however it begins', () => {
    expect(said(SUN)).toContain('Felicitación: ');
    expect(draftOf(SUN)?.kind).toBe('sugerencia');
  });

  it('takes the place of the complaint that was understood', () => {
    const words = ['mala atencion en la caja de seguro de bethania', 'no es queja!! es pa felicitarlo'];
    expect(said(...words)).toContain('Es una felicitación');
    expect(draftOf(...words)?.kind).toBe('sugerencia');
  });
});

describe('commands among other words', () => {
  it.each(['no me contesto lo que pregunte pero bueno. mandelo', 'ok ya llame al IDAAN. mandelo'])(
    'are obeyed: %s',
    words => {
      expect(told(WATER, words).cases).toHaveLength(1);
    },
  );

  it('to erase everything are a yes to that', () => {
    expect(said('borren mis datos', 'bueno borrelo todo')).toContain('borré la conversación');
  });

  it('a goodbye sends nothing and loses nothing', () => {
    const talk = told(WATER, 'chao');
    expect(talk.cases).toEqual([]);
    expect(talk.conversation.state.draft?.description).toEqual([WATER]);
    expect(talk.last()?.text).toContain('no lo envío todavía');
  });

  it.each(['no vengo a poner queja, yo pregunto si puedo renovar debiendo boletas', 'no quiero reporte'])(
    'who only asks leaves the report: %s',
    words => {
      expect(draftOf('me pusieron boletas y no puedo renovar la licencia en Santiago', words)).toBeNull();
    },
  );
});

describe('a danger that no phrase stands for', () => {
  it.each([
    'espere ya lo mando? no me lo enseñó. que dice el caso?',
    'no ella ya esta en el programa hace años. es q no le llego la plata de la vez pasada',
  ])('is none among the words of a talk: %s', words => {
    const replies = told('no me llego el pago del 120 a los 65 en Pacora', words).turns.at(-1)?.replies ?? [];
    expect(replies.filter(({ class: kind }) => kind === 'emergency')).toEqual([]);
  });

  it.each([
    'se esta quemando la casa de al lado',
    'no le veo la cabeza a mi primo, se tiró allá hondo',
    'la niña se metio unas pilas a la boca y no habla',
    'mi prima dejo una carta y se llevo las pastillas de la abuela',
    'mi marido dice que si cruzo la puerta no llego viva donde mi mamá',
    'Se nos viene el barro por la puerta de atrás, estamos subidos en la cama con las niñas',
    'La pared de mi cuarto se está abriendo y cruje, arriba hay una familia completa',
  ])('and one that is heard is told in any state: %s', words => {
    const replies = told(WATER, words).turns.at(-1)?.replies ?? [];
    expect(replies[0]?.class).toBe('emergency');
  });
});

describe('the report offered after a danger of others', () => {
  const CHILD =
    'aqui en el apto de arriba se oye un niño llorando todo el dia y la mama le grita groserias. no se si es asunto mio';
  const ARMED =
    'si pero anonimo, la señora es peligrosa, el marido anda con pistola. en villa lucre edificio 14';

  it('is made by a yes, whatever danger is told with it, and stays with who protects the child', () => {
    const replies = told(CHILD, ARMED).turns.at(-1)?.replies ?? [];
    expect(replies[0]?.text).toContain('SENNIAF');
    expect(draftOf(CHILD, ARMED)).toMatchObject({ serviceId: 'child-risk', privacy: 'anonymous' });
    expect(told(CHILD, ARMED, 'sí').cases).toHaveLength(1);
  });

  it('is made by an order to make it', () => {
    expect(draftOf(CHILD, 'si haganlo')?.serviceId).toBe('child-risk');
  });
});

describe('who is watched', () => {
  const WATCHED =
    'mi marido me tiene el cel vigilado. si yo me voy de la casa con los niños pierdo los niños?';

  it('is told how to wipe the talk, and has it wiped by any words for it', () => {
    const asked = 'no puedo llamar, el esta aqui. y esto se puede borrar del telefono?';
    expect(said(WATCHED, asked)).toContain('escriba «borrar mis datos»');
    expect(said(WATCHED, asked, 'gracias. borra esto porfa')).toContain('¿Borro todo?');
  });

  it('but a report that is begun is only left', () => {
    expect(said('no hay agua en Pacora', 'borre esto')).toContain('no lo envié');
  });
});

it('a danger denied with more beside it brings no line for who wants to die', () => {
  const words =
    'no hay peligro, es el perro de la vecina que ladra toda la noche y no deja dormir a nadie en Pacora';
  expect(said('se esta quemando algo en la casa de la vecina', words)).not.toContain('147');
});

it('what is asked behind thanks is answered', () => {
  expect(said(WATER, 'sí', 'gracias, y me avisan?')).toContain('Le aviso aquí mismo');
  expect(said(WATER, 'sí', 'muchas gracias')).toContain('Con gusto');
});

it('a place ends where it is told what happened there', () => {
  const words = 'el bus de la ruta tocumen corredor sur no paso en toda la mañana, siempre es lo mismo';
  expect(draftOf(words)?.place?.text).toBe('tocumen corredor sur');
});

describe('what is told is neither lost nor shown to others', () => {
  it('before an order to send', () => {
    const filed = told(WATER, 'ya llame a la oficina y me colgaron, ni modo. mandelo').cases[0];
    expect(filed?.description.at(-1)).toContain('me colgaron');
  });

  it('a name and a telephone beside a question are no words of the report', () => {
    const draft = draftOf(WATER, 'con reserva', 'soy Pedro Perez, 6677-8899. cuanto se demoran?');
    expect(draft?.description.join(' ')).not.toContain('6677');
  });

  it.each([
    'fui a la oficina y pregunte que paso y me gritaron',
    'no quiero la queja anonima, con mi nombre',
  ])('a report is not left for words that only sound like it: %s', words => {
    expect(draftOf(WATER, words)).not.toBeNull();
  });

  it('an agency is answered by a yes with thanks', () => {
    const talk = told(WATER, 'sí');
    talk.question('¿Sigue sin agua?');
    talk.say('sí, gracias');
    expect(talk.last()?.text).toContain('Pasé su respuesta');
  });

  it('and who asks the desk to send a person here is given one', () => {
    expect(told('no me mande mas enlaces, mandeme una persona').conversation.mode).toBe('waiting');
  });
});

describe('a matter that is told and nothing asked', () => {
  it.each([
    'mi jefe no me quiere pagar el decimo',
    'mi jefe no quiere pagarme el decimo',
    'el papa de mi hijo no me pasa la pension',
    'my boss refuses to pay my thirteenth month',
  ])('is begun as a report, whatever it sounds like: %s', words => {
    expect(draftOf(words)?.description).toEqual([words]);
    expect(said(words)).not.toMatch(/confirmad/);
  });

  it.each([
    'cuanto cuesta la cedula',
    'requisitos para el pasaporte',
    'horario de la policlinica',
    'que hago si mi jefe no me quiere pagar el decimo',
    'quiero saber si no me llega el decimo a quien llamo',
  ])('and what is asked is answered: %s', words => {
    expect(draftOf(words)).toBeNull();
  });
});

describe('what was only asked while a person was waited for', () => {
  const WAITS = 'quiero hablar con una persona';

  it.each([
    ['yo lo que quiero es que me digan donde pago la boleta', /ATTT/],
    ['necesito saber si puedo ir a chitre o tengo q ir a panama para la cedula', /estos trámites/],
    ['requisitos para renovar el pasaporte', /pasaporte/],
  ])('is answered by who goes back to the bot, and no report: %s', (words, answer) => {
    expect(said(WAITS, words, 'seguir')).toMatch(answer);
    expect(draftOf(WAITS, words, 'seguir')).toBeNull();
  });

  it.each(['hay un hueco en calle 50', '¿me pueden tapar un hueco en calle 50?'])(
    'and what was told is a report: %s',
    words => {
      expect(draftOf(WAITS, words, 'seguir')?.serviceId).toBe('pothole');
    },
  );

  it.each(['y si no pago la boleta que pasa', 'and if I do not pay the ticket what happens'])(
    'is a question too where it supposes something: %s',
    words => {
      expect(said(words)).toMatch(/ATTT|no confirmed information/);
      expect(draftOf(words)).toBeNull();
    },
  );
});
