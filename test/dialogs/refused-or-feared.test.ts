import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../support/play.ts';

const told = await openTold();
const LIGHT = 'no hay luz en Chitre, calle 5';
const GARBAGE = ['no pasa la basura en Betania', 'si'];
const POLICE = 'un policía de Curundu le pega a los pelaos del barrio';
const draft = (talk: Talk) => talk.conversation.state.draft;
const last = (talk: Talk): string => (talk.turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');

describe('a refusal with a bare yes behind it', () => {
  it.each([
    'no, cancele. sí por favor',
    'cancele eso, sí',
    'no lo envíe todavía, sí',
    'No lo mande. Sí',
    'no mande nada, sí',
  ])('files nothing: %s', words => {
    expect(told(LIGHT, words).cases).toEqual([]);
  });

  it.each(['no, mejor ese no. bueno sí', 'cancele eso. no, mentira, mándelo'])(
    'is taken back by who changes their mind: %s',
    words => {
      expect(told(LIGHT, words).cases).toHaveLength(1);
    },
  );
});

describe('who fears to be known', () => {
  it.each([
    'Si saben que fui yo, me pegan',
    'ya saben que soy yo, me van a matar',
    'if they know who i am, they will hurt me',
  ])('is not shown: %s', words => {
    expect(draft(told(POLICE, words))?.privacy ?? null).not.toBe('normal');
  });

  it('stays in reserve once it was chosen', () => {
    const talk = told(POLICE, 'con reserva', 'si ven mi nombre, me botan del trabajo');
    expect(draft(talk)?.privacy).toBe('confidential');
  });

  it('is shown where they say that they do not mind', () => {
    expect(draft(told(POLICE, 'no me importa si saben quien soy'))?.privacy).toBe('normal');
  });
});

describe('words that sound as if a case were taken back', () => {
  it.each(['hay un carro abandonado en Pedregal, quiero que lo retiren', 'no quiero que lo cancelen'])(
    'take none back: %s',
    words => {
      expect(last(told(...GARBAGE, words))).not.toContain('¿Lo retiro?');
    },
  );

  it('take it back where it was asked and they say that it is solved', () => {
    expect(told(...GARBAGE, 'retire el caso', 'sí, ya no botan basura ahí').cases[0]?.status).toBe(
      'withdrawn',
    );
  });

  it('keep it for who says not to cancel it', () => {
    expect(told(...GARBAGE, 'retire el caso', 'no lo cancele').cases[0]?.status).toBe('assigned');
  });
});

describe('what they told', () => {
  it('stays where they complain of a question that was not answered', () => {
    const talk = told(LIGHT, 'y cuanto demoran?', 'no me contestó la pregunta');
    expect(last(talk)).not.toMatch(/^Listo/);
  });

  it('is not lost when the other matter is ordered in so many words', () => {
    const two =
      'no pasa la basura en Betania hace una semana. Además un bar en la calle 2 pone música toda la noche';
    const talk = told(two, 'si');
    expect(last(talk)).toContain('¿Abro otro caso?');
    talk.say('Sí, abra otro caso para el ruido');
    expect(draft(talk)?.description.join(' ')).toContain('toda la noche');
  });

  it('is sent by who orders it and wants a copy elsewhere', () => {
    const talk = told('hay un hueco en la calle 5 de Chitre', 'Sí, mándelo ya por favor. Con copia al IDAAN');
    expect(talk.cases).toHaveLength(1);
  });

  it('gets the place that is told later, where the case has none', () => {
    const talk = told('tengo una idea: que el metro venda boletos por internet', 'si');
    expect(talk.cases[0]?.place).toBeNull();
    talk.say('cambie el lugar a Las Tablas');
    expect(talk.cases[0]?.place?.district).toBe('Las Tablas');
  });

  it('is taken out of what waits, too', () => {
    const two = 'no pasa la basura en Betania. además soy enfermera y el vecino pone música toda la noche';
    const talk = told(two, 'no quiero que salga que soy enfermera');
    expect(JSON.stringify(talk.conversation.state)).not.toContain('soy enfermera');
  });
});

it('who only thanks after declining to rate gives no marks', () => {
  const talk = told(...GARBAGE);
  talk.status('resolved', 'Ya pasó el camión.');
  talk.say('sí');
  talk.say('no');
  talk.say('muy bien, gracias');
  expect(talk.cases[0]?.rating).toBeNull();
});

describe('the wish that nothing leads to them', () => {
  const BRIBES = 'un funcionario de la alcaldia de Arraijan pide plata para dar los permisos de construccion';

  it.each([
    'no pero yo no quiero que me busquen, ni que quede nada mio, trabajo ahi mismo',
    'no quiero que me encuentren',
    'que no quede rastro de mi',
  ])('leaves nothing, and asks how it is to be kept: %s', words => {
    const talk = told(BRIBES, 'con reserva', words);
    expect(talk.last()?.choices?.map(({ label }) => label)).toContain('Anónima');
    expect(last(talk)).not.toContain('¿Dejo de hacerlo?');
    talk.say('anónima');
    expect(draft(talk)?.privacy).toBe('anonymous');
  });

  it.each([
    'Buenas, yo quiero denunciar algo pero me da miedo, no quiero que salga mi nombre',
    "i want to report something but im scared, i don't want my name to appear",
  ])('opens a report kept in reserve, and is asked what happened: %s', words => {
    const talk = told(words);
    expect(last(talk)).toMatch(/no verá quién es usted|will not see who you are/);
    expect(talk.conversation.state.awaits?.ask).toBe('description');
    expect(draft(talk)?.description).toEqual([]);
  });
});
