import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const draft = (talk: Talk) => talk.conversation.state.draft;

describe('a question after an answer', () => {
  it('goes on with it: for somebody else', () => {
    const talk = told('cuánto cuesta sacar el pasaporte', 'y para un menor?');
    expect(talk.last()?.text).toContain('Pasaporte de menor');
    expect(draft(talk)).toBeNull();
  });

  it('is of the body that knows, when no more is known', () => {
    const talk = told('cuánto cuesta sacar el pasaporte', 'y si lo quiero urgente?');
    expect(talk.last()?.text).toContain('Pasaportes');
    expect(draft(talk)).toBeNull();
  });

  it('stays with it where other procedures come near', () => {
    const talk = told('cómo hago para renovar mi licencia de conducir', 'y si está vencida hace 2 años?');
    expect(talk.last()?.text).toContain('Lo sabe esta entidad: ATTT');
  });

  it('is left for a new matter', () => {
    const talk = told('cuánto cuesta sacar el pasaporte', 'y no hay agua en Tocumen desde ayer');
    expect(draft(talk)?.serviceId).toBe('no-water');
    expect(draft(talk)?.description).toEqual(['y no hay agua en Tocumen desde ayer']);
  });
});

describe('who only asks', () => {
  it.each([
    ['se fue la luz en Las Mañanitas', 'no es queja, solo quiero saber a dónde llamo'],
    [
      'se me hizo tarde para inscribir a mi bebé, nació en agosto',
      'no es queja, quiero saber cómo inscribirlo',
    ],
    ['me robaron el celular', 'no, es solo una pregunta'],
    ['mañana cortan el agua en todo Betania', 'no, solo quiero saber si eso es verdad'],
    ['the bus never comes in Tocumen', 'it is just a question'],
    ['no hay luz en Las Mañanitas', 'no no, no quiero mandar nada solo pregunto'],
    ['quien me puede ayudar con una silla de ruedas', 'solo pregunto, es para mi abuela'],
    ['migration keeps my passport', "no i don't want to send anything, just the phone number of migracion"],
    ['se me venció la placa', 'no, solo estaba preguntando'],
  ])('has the report left: %s / %s', (first, then) => {
    const talk = told(first, then);
    expect(draft(talk)).toBeNull();
    expect(talk.cases).toEqual([]);
  });
});

it.each(['tengo una pregunta, cuánto se demoran?', 'tengo una duda', 'solo quiero saber cuándo vienen'])(
  'a question in the middle of a report loses nothing of it: %s',
  words => {
    expect(draft(told('no hay luz en Las Mañanitas', words))?.description).toContain(
      'no hay luz en Las Mañanitas',
    );
  },
);

describe('a paper', () => {
  it.each(['quiero sacar la cedula', 'se me perdio la cedula', 'necesito renovar la licencia'])(
    'that somebody needs is no queja: %s',
    words => {
      expect(draft(told(words))).toBeNull();
    },
  );

  it('does not lead to a body that only sounds near', () => {
    expect(told('where can I buy a helicopter for my family?').last()?.text).toContain(
      'rather not make it up',
    );
  });
});

describe('what was answered', () => {
  it('is what a complaint about it is of', () => {
    const talk = told(
      'me vencieron el cheque de la beca de la niña, ¿cómo lo recupero?',
      'ya hice todo eso, lo que quiero es poner la queja de que no me responden',
    );
    expect(draft(talk)?.description[0]).toContain('cheque de la beca');
    expect(draft(talk)?.serviceId).toBe('scholarship');
  });

  it('of one procedure says nothing of another', () => {
    const talk = told('necesito el récord policivo, ¿cuánto vale?', 'y el paz y salvo municipal?');
    expect(talk.last()?.text).not.toContain('Policía Nacional');
  });

  it('is asked again when a question comes instead of a choice', () => {
    const talk = told('cuanto cuesta el pasaporte', 'y si lo quiero urgente?');
    expect(draft(talk)).toBeNull();
  });
});

it('a further question is no story to report', () => {
  expect(draft(told('cuando pagan la beca', 'y donde la cobro'))).toBeNull();
});

it('who asks after their case while something else is asked is told, and asked that again', () => {
  const talk = told('quiero denunciar un maltrato', 'cual es el estado de mi caso');
  expect(talk.last()?.text).toContain('Por aquí no tiene casos.');
  expect(talk.last()?.asks).toBe('privacy');
});

describe('who has no case and asks whether something is so', () => {
  it('is told who knows, and offered a report', () => {
    const talk = told('buenas, para saber si mi pensión de la Caja ya salió');
    expect(talk.last()?.text).toContain('Lo sabe esta entidad: CSS');
    expect(talk.conversation.state.awaits?.step).toBe('also');
  });

  it.each(['¿me puede dar el número de la Defensoría del Pueblo?', 'cual es el telefono de la Defensoría'])(
    'or how a body is reached, is told what is known: %s',
    question => {
      expect(told(question).last()?.text).toContain('Lo sabe esta entidad: Defensoría del Pueblo');
    },
  );

  it('or only wants to ask something, is asked what', () => {
    expect(told('disculpe la molestia, es que quería saber algo').last()?.asks).toBe('description');
  });

  it('where it is said where, is taken for who reports', () => {
    const talk = told('quiero saber si van a arreglar la calle de mi barrio en Las Garzas');
    expect(draft(talk)?.place?.text).toContain('Las Garzas');
  });
});

it('who thanks and asks how long it takes is told by when the body must answer', () => {
  const talk = told('no hay agua en Betania', 'sí', 'gracias, y cuanto tarda eso?');
  expect(talk.last()?.text).toContain('Debe responder a más tardar');
});

describe('a question and a matter in one message', () => {
  it('is answered, and the other summed up below: the question first', () => {
    const talk = told(
      'quiero saber dónde queda la oficina de pasaporte en David y también no hay agua en Las Lomas',
    );
    expect(talk.last()?.text).toMatch(/Pasaportes[\s\S]*No llega el agua/);
    expect(draft(talk)?.description).toEqual(['no hay agua en Las Lomas']);
  });

  it('the matter first: it is summed up below the answer', () => {
    const talk = told('no hay agua en mi casa en Las Lomas, David y dónde queda la oficina de pasaporte?');
    expect(talk.last()?.text).toMatch(/Pasaportes[\s\S]*No llega el agua/);
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('of a story is part of it', () => {
    const story = 'la niñera del concejal no sabe ni donde queda la oficina, y le pagan en el municipio';
    expect(told(story).last()?.text).not.toContain('no la tengo confirmada');
  });
});

describe('what is told just after a case, and means no matter by itself', () => {
  it.each([
    ['se fue la luz en Las Mañanitas y me quemó el televisor', 'quiero que me lo paguen'],
    ['no recogen la basura en San José, David', 'el número de la casa es 45'],
    [
      'la tienda La Ganga no me devuelve la plata de la nevera',
      'ah y la factura la tengo, la compré el 20 de octubre',
    ],
  ])('goes there: %s, %s', (matter, more) => {
    const talk = told(matter, 'sí', more);
    expect(talk.last()?.text).toContain('Lo agregué al caso');
    expect(JSON.stringify(talk.cases[0]?.description)).toContain(more);
    expect(talk.cases).toHaveLength(1);
  });

  it('is told again as another when they say so', () => {
    const talk = told(
      'no recogen la basura en San José, David',
      'sí',
      'el portón se cayó solito',
      'otro problema',
    );
    expect(draft(talk)?.description).toEqual(['el portón se cayó solito']);
  });

  it.each(['tampoco hay agua en San José de David', 'hay un perro muerto en la esquina'])(
    'is another where it surely is: %s',
    more => {
      expect(draft(told('no recogen la basura en San José, David', 'sí', more))?.description).toEqual([more]);
    },
  );

  it.each([
    ['me avisan a mi cel?', 'Le aviso aquí mismo'],
    ['y a q numero de naturgy llamo', 'Naturgy'],
    ['y si sigue esta noche llamo a quien', '104'],
  ])('is answered where it asks: %s', (asked, answer) => {
    const talk = told('el vecino pone música toda la noche en Las Tablas, barriada El Cocal', 'sí', asked);
    expect(talk.last()?.text).toContain(answer);
    expect(talk.last()?.text).not.toContain('agregué');
  });

  it.each(['soy maria gonzalez 7-123-456 mi cel 6555-4433', 'mi numero es 6677-1234 pa q me llamen'])(
    'keeps with it who they are: %s',
    who => {
      const talk = told('no recogen la basura en San José, David', 'sí', who);
      expect(talk.last()?.text).toContain(
        `Agregué sus datos al caso ${talk.cases[0]?.number}, para que Municipio de David`,
      );
      expect(talk.conversation.mode).toBe('bot');
    },
  );

  it('leaves its place alone when a question is asked instead', () => {
    const talk = told('no hay luz en la calle 12 de Río Abajo', 'sí', 'está mal el lugar', 'y cuanto tiempo');
    expect(talk.cases[0]?.place?.text).toContain('calle 12');
  });

  it('puts right the street in the district that was told', () => {
    const talk = told(
      'no hay luz en la calle 12 de Río Abajo',
      'sí',
      'me equivoqué, es calle 15 frente al banco',
    );
    expect(talk.cases[0]?.place).toMatchObject({
      text: expect.stringContaining('calle 15'),
      corregimiento: 'Río Abajo',
    });
  });
});

it.each([
  'que numero tiene la policlínica de Calidonia',
  'a qué número llamo a la DGI',
  'qué horario tiene el MIDES',
])('how a body is reached is asked, and no complaint: %s', words => {
  expect(draft(told(words))).toBeNull();
});

describe('how to reach a body', () => {
  it.each([
    ['me da el telefono de acodeco y si puedo poner el reclamo por internet', 'ACODECO'],
    ['cual es el telefono del mides', 'MIDES'],
    ['numero de atencion al cliente de ensa porfa', 'ENSA'],
    ['what is the phone number of migración?', 'Migración'],
  ])('is told of the one that is named: %s', (words, body) => {
    const talk = told(words);
    expect(talk.last()?.text).toContain(body);
    expect(draft(talk)).toBeNull();
    expect(talk.conversation.mode).toBe('bot');
  });

  it('is told of the one that was named before', () => {
    const talk = told('cuánto cuesta sacar el pasaporte', 'cual es el telefono?');
    expect(talk.last()?.text).toContain('Pasaportes');
  });

  it('is no wish to report', () => {
    const talk = told(
      'necesito saber de las citas de migracion',
      'no quiero mandar nada, solo el telefono de migración',
    );
    expect(talk.last()?.text).toContain('Migración');
    expect(draft(talk)).toBeNull();
  });
});

describe('whose matter it is', () => {
  it.each([
    [
      'fiesta con musica alta en la calle en el chorrillo, calle 27, quiero denunciarlo con reserva',
      'pero eso no lo ve el juez de paz? por q la policia?',
    ],
    ['un hueco en la calle 12 de rio abajo', 'por que el mop? no es el municipio?'],
    ['no recogen la basura en la chorrera, barrio balboa', 'y por que el municipio?'],
  ])('is answered, and changes nothing: %s', (matter, words) => {
    const talk = told(matter);
    const { serviceId, agencyId } = talk.conversation.state.draft ?? {};
    const text = talk.say(words).replies.at(-1)?.text ?? '';
    expect(text).toMatch(/(lo|Lo) atiende .*Si cree que le toca a otra entidad/);
    expect(talk.conversation.state.draft).toMatchObject({ serviceId, agencyId });
  });

  it.each([
    [
      'un hueco en la calle 12 de rio abajo',
      'Lo atiende MOP: las calles y carreteras las repara Obras Públicas.',
    ],
    [
      'no recogen la basura en la chorrera, barrio balboa',
      'fuera de Panamá y San Miguelito recoge el municipio.',
    ],
  ])('is told by the rule that decides it: %s', (matter, rule) => {
    expect(told(matter, 'y por qué esa entidad?').last()?.text).toContain(rule);
  });
});

describe('another thing after filing', () => {
  const FILED = ['una alcantarilla sin tapa en la chorrera, barrio balboa', 'sí'];

  it.each([
    ['a y otra cosa, mi vecina quiere saber donde se saca el record policivo', 'antecedentes'],
    ['otra cosa, donde saco el record policivo', 'antecedentes'],
    ['otra cosa, que necesito para sacar la licencia', 'icencia'],
  ])('that is asked is answered, and begins no report: %s', (words, name) => {
    const talk = told(...FILED, words);
    expect(talk.conversation.state.draft).toBeNull();
    expect(JSON.stringify(talk.turns.at(-1)?.replies)).toContain(name);
  });

  it('that is wrong begins one', () => {
    const talk = told(...FILED, 'otra cosa, el semaforo de la entrada no sirve');
    expect(talk.conversation.state.draft?.serviceId).toBe('traffic-light');
  });
});
