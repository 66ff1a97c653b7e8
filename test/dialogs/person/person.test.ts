import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

it.each([
  'quiero hablar con alguien',
  'necesito que me atienda una persona',
  'connect me to an operator',
  'páseme con un operador',
])('who asks for a person gets one: %s', words => {
  expect(told(words).conversation.mode).toBe('waiting');
});

it.each(['perdón, no es Bella Vista, es San Francisco', 'me equivoqué, es en Ancón'])(
  'who speaks of no person keeps the bot, whatever it sounds like: %s',
  words => {
    expect(told('hay un hueco en calle 50, Bella Vista', 'sí', words).conversation.mode).toBe('bot');
  },
);

describe('who tells what is wrong and how to be called about it', () => {
  it.each([
    'hay un hueco en la calle principal de Villa Lucre, que me llamen al 6677-8899',
    'ay un ueco grandote en villa lucre calle prinsipal y no ay luz desde ayer y q me llamen al 6677-8899',
    'no hay agua en Betania, llámenme al 66778899',
  ])('makes a report: %s', words => {
    const talk = told(words);
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.conversation.state.draft).not.toBeNull();
  });

  it('is given to one where nothing is told', () => {
    expect(told('quiero que me llame alguien al 6677-8899').conversation.mode).toBe('waiting');
  });
});

describe('who waits for a person', () => {
  it.each([
    'es por mi jubilacion que no ha llegado',
    'mi telefono es 6612-3344',
    'bueno, 6612-3344 llamen mañana',
  ])('has what they tell more of noted: %s', text => {
    const talk = told('quiero hablar con una persona', 'sobre mi jubilacion', text);
    expect(talk.last()?.text).toContain('Anotado');
    expect(talk.conversation.mode).toBe('waiting');
  });

  it('is not talked to for a mere word', () => {
    const talk = told('quiero hablar con una persona', 'sobre mi jubilacion', 'ok');
    expect(talk.turns.at(-1)).toMatchObject({ replies: [], silence: 'person' });
  });
});

describe('a plain request for a person', () => {
  const WATER = ['no llega el agua en mi casa hace una semana', 'en Barrio Colon, La Chorrera'];
  const ASKED = [
    'entonces una semana sin agua? deme una persona',
    'quiero hablar con una persona, no me han respondido lo de mi nombre',
    'y si no vienen? mejor paseme a una persona',
    'necesito que me atienda una persona, mi mama esta enferma',
    'no me sirve ese plazo. pongame una persona',
    'can I talk to a person? this is not working',
  ];

  it.each(ASKED)('is heard at a summary, beside other words: %s', words => {
    const talk = told(...WATER, words);
    expect(talk.conversation.mode).toBe('waiting');
    expect(talk.conversation.state.draft).not.toBeNull();
  });

  it.each(ASKED)('is heard once a case was filed: %s', words => {
    const talk = told(...WATER, 'sí', words);
    expect(talk.conversation.mode).toBe('waiting');
    expect(talk.cases[0]?.privacy).toBe('normal');
  });

  it.each(ASKED)('is heard while something is asked: %s', words => {
    expect(told('el alcalde pide coima', words).conversation.mode).toBe('waiting');
  });

  it.each([
    'no envie eso por favor… quiero hablar con una persona',
    'cancele eso y paseme una persona',
    'no mande nada, quiero una persona',
  ])('takes with it what shall not be sent: %s', words => {
    const talk = told(...WATER, words);
    expect(talk.conversation.mode).toBe('waiting');
    talk.say('seguir');
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('is heard behind what is ordered sent', () => {
    const talk = told(...WATER, 'mandelo y que me llame una persona');
    expect(talk.cases).toHaveLength(1);
    expect(talk.conversation.mode).toBe('waiting');
  });

  it.each([
    'no quiero hablar con una persona',
    'no quiero q me llame ninguna persona',
    'una persona me dijo que vienen mañana',
    'una persona del IDAAN me dijo que era la bomba',
    'hay una persona tirada en la acera',
    'ya hable con una persona y me colgo',
    'la persona encargada del aseo no quiere hablar con nosotros',
    'quiero que una persona venga a recoger esa basura',
  ])('is none of: %s', words => {
    expect(told(...WATER, words).conversation.mode).toBe('bot');
    expect(told(...WATER, 'sí', words).conversation.mode).toBe('bot');
  });
});

describe('who goes back to the bot with a case that was just filed', () => {
  it('is told that it goes on, and not asked for another matter', () => {
    const talk = told('no hay agua en cerro silvestre', 'sí', 'persona', 'seguir');
    expect(talk.last()?.text).toContain(`Su caso ${talk.cases[0]?.number} sigue su curso`);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('begins no second report with what was written of it meanwhile', () => {
    const talk = told(
      'no hay agua en cerro silvestre',
      'sí',
      'persona',
      'todavía no hay agua y hay niños',
      'seguir',
    );
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.cases).toHaveLength(1);
    expect(talk.conversation.state.draft).toBeNull();
  });

  it('still reports what was told of another matter', () => {
    const talk = told(
      'no hay agua en cerro silvestre',
      'sí',
      'persona',
      'hay un hueco enorme en la calle 5 de chepo',
      'seguir',
    );
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
  });
});

it.each([
  'no tengo paciencia para botones, yo lo que quiero es hablar con una persona no con una maquina',
  'lo que quiero es una persona',
])('a person who is «what I want» comes at a summary: %s', words => {
  const talk = told('no recogen la basura en calle 3 de Cerro Viento, San Miguelito', words);
  expect(talk.conversation.mode).not.toBe('bot');
  expect(talk.conversation.state.draft?.description ?? []).not.toContain(words);
});
