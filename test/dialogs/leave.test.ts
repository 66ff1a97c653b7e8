import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../support/play.ts';

const told = await openTold();

const reply = (talk: Talk): string => talk.last()?.text ?? '';
const LIGHT = 'se fue la luz en Las Mañanitas, calle 5';
const DROPPED = 'De acuerdo, ese reporte no lo envié. Si quiere contarme otra cosa, aquí estoy.';
const ASKED = 'Este reporte no está enviado. ¿Dejo de hacerlo?';

describe('who no longer wants what was begun', () => {
  it.each([
    [LIGHT, 'no, mejor no, yo llamo a ensa'],
    [LIGHT, 'ya no hace falta, volvió'],
    [LIGHT, 'no mande nada'],
    [LIGHT, 'no mejor no envie nada, voy a ver si hablo con el hijo de ella primero'],
    ['hay un hueco en San Miguelito', 'no mejor no envie nada, voy a hablar con el alcalde'],
    [LIGHT, 'me arrepentí'],
    ['se fue la luz en Pedregal', 'quiero retirar el caso'],
    ['se fue la luz en Chame', 'ya volvió la luz, pueden cerrar el caso'],
    ['tengo un problema con la cosa esa', 'era una prueba'],
    ['quiero denunciar a un policía que pide coima en Betania', 'no quiero poner la denuncia'],
    ['the power is out in Las Mañanitas, calle 5', "I changed my mind, don't send it"],
  ])('drops it at any question, and files nothing: %s, %s', (first, leaves) => {
    const talk = told(first, leaves);
    expect(talk.conversation.state.draft).toBeNull();
    talk.say('sí');
    expect(talk.cases).toEqual([]);
  });

  it.each([
    [LIGHT, 'no ese no lo mande que mi cuñado lo pone él'],
    [LIGHT, 'no, la luz déjela, ya la reportó mi vecino'],
    [LIGHT, 'no ya deje'],
    [LIGHT, 'mejor ese no'],
    [LIGHT, 'y entonces para qué sirven. déjelo así, no quiero nada'],
    [LIGHT, 'no lo mande, que eso lo vea el dueño'],
    [LIGHT, 'ya le dije que no'],
    ['the power is out in Las Mañanitas, calle 5', "don't send that one, my sister did it already"],
    ['the power is out in Las Mañanitas, calle 5', 'I said no'],
  ])('drops what is refused outright without asking once more: %s, %s', (first, leaves) => {
    const talk = told(first, leaves);
    expect(talk.conversation.state.draft).toBeNull();
    talk.say('sí');
    expect(talk.cases).toEqual([]);
  });

  it('drops it when the no is said again', () => {
    const talk = told(LIGHT, 'no gracias', 'no, ya le dije que no');
    expect(reply(talk)).toBe(DROPPED);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it.each(['sí, no manden nada', 'ya le dije que no', 'no, ya le dije que no'])(
    'begins nothing by a refusal said once more: %s',
    words => {
      const talk = told(LIGHT, 'no lo mande, que lo vea el dueño', words);
      expect(reply(talk)).toBe('De acuerdo. Aquí estoy si necesita algo más.');
      expect(talk.conversation.state.draft).toBeNull();
    },
  );

  it('drops it with the wish to have all erased, so that no later yes files it', () => {
    const talk = told(LIGHT, 'NO quiero reporte. borrar mis datos');
    expect(reply(talk)).toContain('¿Borro todo?');
    talk.say('y antes no puedo ver qué guardaron?');
    talk.say('sí');
    expect(talk.cases).toEqual([]);
  });

  it.each(['no lo mande así', 'no lo mande todavía', 'no lo mande con mi nombre', 'sí, déjelo así'])(
    'leaves no report by what only sounds like a refusal: %s',
    words => expect(told(LIGHT, words).conversation.state.draft).not.toBeNull(),
  );

  it('is asked once where it may be meant otherwise', () => {
    const talk = told(LIGHT, 'ya volvió la luz');
    expect(reply(talk)).toBe(`Me alegra que ya esté resuelto.\n${ASKED}`);
    talk.say('sí');
    expect(reply(talk)).toBe(DROPPED);
    expect(talk.cases).toEqual([]);
  });

  it('keeps the report by a no, or files it by an order', () => {
    const talk = told(LIGHT, 'no gracias');
    expect(reply(talk)).toBe(ASKED);
    talk.say('no');
    expect(talk.last()?.asks).toBe('confirm');
    expect(reply(talk)).toMatch(/^Esto voy a enviar:/);
    expect(told(LIGHT, 'no gracias', 'no, envíelo').cases).toHaveLength(1);
  });

  it('is not asked twice: what is no answer is one to the question before', () => {
    const talk = told(LIGHT, 'no gracias', 'es en la calle 7');
    expect(reply(talk)).toContain('calle 7');
    expect(talk.last()?.asks).toBe('confirm');
  });

  it('is given time at any question', () => {
    const talk = told('hay un hueco en la calle', 'espere un momento');
    expect(reply(talk)).toBe('Con calma, aquí le espero.');
    talk.say('Bella Vista, calle 50');
    expect(talk.conversation.state.draft?.place?.text).toBe('Bella Vista, calle 50');
  });

  it('leaves one slot alone, and not the report', () => {
    const talk = told('quiero denunciar a un policía que pide coima en Betania, calle 4', 'me da miedo');
    expect(talk.conversation.state.draft).not.toBeNull();
    expect(told('hay un hueco en la calle', 'no importa').last()?.asks).toBe('confirm');
  });

  it('is asked before a case that was filed is taken back, and an order to send does not do it', () => {
    const talk = told(LIGHT, 'sí', 'mentira era broma no hay que mandar nada');
    expect(reply(talk)).toMatch(/¿Lo retiro\?$/);
    talk.say('envíelo');
    expect(talk.cases[0]?.status).toBe('assigned');
    talk.say('retírelo');
    expect(talk.cases[0]?.status).toBe('withdrawn');
    expect(told(LIGHT, 'sí', 'quiero retirar el caso', 'no lo retire').cases[0]?.status).toBe('assigned');
  });

  it('declines an offer', () => {
    const talk = told('no hay agua ni luz en Samaria, calle 5', 'sí', 'no mande nada más');
    expect(talk.conversation.state.later).toEqual([]);
    expect(talk.cases).toHaveLength(1);
  });

  it('erases nothing by an order to send', () => {
    const talk = told('borrar mis datos', 'envíelo');
    expect(talk.turns.some(({ erase }) => erase !== undefined)).toBe(false);
  });
});

describe('who agrees', () => {
  it.each([
    'Está bien, envíelo por favor',
    'pero bueno mandela',
    'siga',
    'sí, gracias, que Dios lo bendiga',
    'bueno si, gracias por entender',
    'así mismo es',
    'si manden a alguien rapido',
  ])('is not asked again: %s', yes => {
    expect(told(LIGHT, yes).cases).toHaveLength(1);
  });

  it('and tells another matter: the first is filed, the other offered', () => {
    const talk = told('no recogen la basura en Samaria, calle 5', 'sí, y tampoco hay agua');
    expect(talk.cases.map(({ serviceId }) => serviceId)).toEqual(['garbage-not-collected']);
    expect(talk.cases[0]?.description).toEqual(['no recogen la basura en Samaria, calle 5']);
    expect(reply(talk)).toContain('También me contó otro asunto: «tampoco hay agua».');
    talk.say('sí por favor ábralo');
    talk.say('sí');
    expect(talk.cases.map(({ serviceId }) => serviceId)).toEqual(['no-water', 'garbage-not-collected']);
  });

  it.each(['claro que sí', 'ábralo', 'sí ábralo', 'sí, abra otro', 'hágalo'])(
    'to another case is understood: %s',
    yes => {
      const talk = told('no hay agua ni luz en Samaria, calle 5', 'sí', yes);
      expect(talk.last()?.asks).toBe('confirm');
      expect(reply(talk)).toContain('Se fue la luz');
    },
  );

  it('to nothing readable is offered the other matter once more', () => {
    const talk = told('no hay agua ni luz en Samaria, calle 5', 'sí', 'mmm este es que');
    expect(reply(talk)).toContain('También me contó otro asunto: «no hay luz».');
    talk.say('sí');
    expect(reply(talk)).toContain('Se fue la luz');
  });

  it('with a wish to stay unknown has it sent in reserve, and is told so', () => {
    const talk = told(LIGHT, 'sí, pero que no vean mi nombre');
    expect(reply(talk)).toContain('Va con reserva');
    expect(talk.cases[0]?.privacy).toBe('confidential');
  });
});

describe('who they are and how to reach them', () => {
  it('is added to the report, and said so', () => {
    const talk = told(LIGHT, 'póngame la cédula también 8-754-1123');
    expect(reply(talk)).toMatch(/^Agregué sus datos al reporte\.\nEsto voy a enviar:/);
    talk.say('sí');
    expect(talk.cases[0]?.reporter?.contact).toContain('8-754-1123');
    expect(talk.cases[0]?.description).toEqual([LIGHT]);
  });

  it('is kept beside a case that was filed, and not among its words', () => {
    const talk = told(LIGHT, 'sí', 'mi teléfono es 6677-1234, agréguelo al caso');
    expect(reply(talk)).toMatch(/^Agregué sus datos al caso /);
    expect(talk.cases[0]?.reporter?.contact).toContain('6677-1234');
    expect(talk.cases[0]?.description).toEqual([LIGHT]);
  });

  it('is no answer that a body reads of who wants to be kept in reserve', () => {
    const talk = told(
      'quiero denunciar a un policía que pide coima en Betania, calle 4',
      'con reserva',
      'sí',
    );
    talk.status('in_progress');
    talk.question('¿Qué número tenía la patrulla?');
    talk.say('mi cédula es 8-754-1123, mi teléfono 6123-4567');
    const [filed] = talk.cases;
    expect(filed?.description.join()).not.toContain('8-754-1123');
    expect(filed?.reporter?.contact).toContain('6123-4567');
    expect(filed?.status).toBe('awaiting_citizen');
    expect(talk.turns.at(-1)?.replies[0]?.text).toContain('la entidad no los ve');
  });

  it('told anew takes the place of the oldest, however often', () => {
    const talk = told(LIGHT);
    for (let n = 0; n < 30; n += 1) talk.say(`mi teléfono es 6677-${1000 + n}`);
    expect(talk.conversation.state.draft?.contact).toContain('6677-1029');
    talk.say('sí');
    for (let n = 0; n < 30; n += 1) talk.say(`mi teléfono es 6688-${1000 + n}`);
    expect(talk.cases[0]?.reporter?.contact).toContain('6688-1029');
  });

  it('is filed with a yes, and calls nobody', () => {
    const talk = told(LIGHT, "Yes. and please don't call me, I can't hear, write me");
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.cases[0]?.reporter?.contact).toContain('write me');
  });

  it('is not kept with an anonymous report', () => {
    const talk = told('quiero denunciar a un policía que pide coima en Betania, calle 4', 'anónima');
    talk.say('me llamo Juan Pérez');
    expect(reply(talk)).toMatch(/^No guardé ese dato, porque el reporte es anónimo\./);
    expect(talk.conversation.state.draft?.contact).toBeNull();
  });

  it('is no place', () => {
    const talk = told('hay un hueco en la calle', 'mi celular es 6677-1234');
    expect(talk.conversation.state.draft?.place).toBeNull();
    expect(talk.last()?.asks).toBe('place');
  });
});

describe('what is said beside a report', () => {
  it.each(['eres un humano?', 'eres chatgpt?', 'are you a real person?'])(
    'whether a person answers is told honestly, and calls none: %s',
    question => {
      const talk = told(LIGHT, question);
      expect(reply(talk)).toMatch(/^(Soy el asistente automático del 311|I am the automatic assistant)/);
      expect(talk.conversation.mode).toBe('bot');
      expect(talk.last()?.asks).toBe('confirm');
    },
  );

  it('a matter told while a person is waited for is not lost to who goes back', () => {
    const talk = told('quiero hablar con una persona', 'hay basura en la playa de Farallón', 'seguir');
    expect(reply(talk)).toMatch(/^De acuerdo, seguimos\.\nEsto voy a enviar:/);
  });

  it('the PIN, lost or asked about, is no answer to the question', () => {
    const talk = told('se fue la luz en Pedregal', 'no tengo pin');
    expect(reply(talk)).toMatch(/^Por aquí no tengo casos a su nombre, y un PIN no se puede recuperar\./);
    expect(talk.last()?.asks).toBe('place');
  });

  it('sarcasm is no praise', () => {
    const talk = told(
      'Ay si, qué eficientes, solo 3 meses para tapar un hueco en Vía Porras. Los felicito, un aplauso',
    );
    expect(talk.conversation.state.draft?.kind).toBe('queja');
  });

  it('a company they deny is no reason any more', () => {
    const talk = told('no hay internet de tigo en Chitré centro', 'perdón no es tigo es Más Móvil');
    expect(reply(talk)).not.toContain('tigo');
  });
});

describe('who tells that they retired', () => {
  it('takes nothing back: it is their matter', () => {
    const talk = told(
      'Me retiré el 30 de septiembre y la resolución de mi jubilación de la Caja sigue a la firma, ya van ocho meses',
    );
    expect(reply(talk)).not.toContain('no tiene casos');
  });

  it('and writes the reserve by ear is understood', () => {
    const talk = told('an officer asks for a bribe in Betania, calle 4', 'con reserba');
    expect(talk.conversation.state.draft?.privacy).toBe('confidential');
  });
});

describe('what is no leaving', () => {
  it('a story told when it is asked for', () => {
    const talk = told('quiero poner una queja', 'voy al hospital y no atienden a nadie');
    expect(reply(talk)).not.toContain('Dejo de hacer');
    expect(talk.conversation.state.draft?.description).toContain('voy al hospital y no atienden a nadie');
  });

  it('a question told after it becomes no report', () => {
    const talk = told(LIGHT, 'olvídelo, mejor dígame dónde queda la alcaldía de Colón');
    expect(talk.conversation.state.draft?.description ?? []).not.toContain(
      'mejor dígame dónde queda la alcaldía de Colón',
    );
  });

  it('an identity number told to "what shall be different?" is kept with who they are', () => {
    const { state } = told(LIGHT, 'no', 'mi cédula es 8-754-1123').conversation;
    expect(state.draft?.contact).toContain('8-754-1123');
    expect(state.later).toEqual([]);
  });
});

it.each([
  ['sí, y que sea anónimo', 'anonymous'],
  ['no quiero que él sepa', 'confidential'],
])('who wishes it kept otherwise is shown it so before anything is sent: %s', (words, privacy) => {
  const talk = told('no recogen la basura en Samaria, calle 5', words);
  expect(talk.cases).toEqual([]);
  expect(talk.conversation.state.draft?.privacy).toBe(privacy);
  talk.say('sí');
  expect(talk.cases).toMatchObject([{ privacy }]);
});

it('who agrees and shall not be named has it sent in reserve, and never openly', () => {
  const talk = told('no recogen la basura en Samaria, calle 5', 'sí, pero que no digan que fui yo');
  expect(talk.cases).toMatchObject([{ privacy: 'confidential' }]);
  expect(talk.last()?.text).toContain('Va con reserva');
});
