import { describe, expect, it } from 'vitest';
import { openStage, saidLast, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();

/** A talk whose body has asked for the number of the contract. */
function asked(...said: string[]): Talk {
  const talk = startTalk(stage, 'web');
  for (const text of ['no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'sí']) talk.say(text);
  talk.question('¿Cuál es el número del contrato?');
  for (const text of said) talk.say(text);
  return talk;
}

describe('asked something by the body', () => {
  it.each([
    'ahorita lo busco',
    'no me acuerdo, ahorita lo busco',
    'lo tengo en la casa, se lo mando mas tarde',
    'déjeme buscarlo',
    'cuando llegue a la casa se lo doy',
    'let me look for it',
    "I'll check and send it",
  ])('who will look for it is given time, and the body waits: %s', words => {
    const talk = asked(words);
    expect(talk.cases[0]?.status).toBe('awaiting_citizen');
    expect(saidLast(talk)).toMatch(/espera su respuesta|waits for your answer/);
    talk.say('es el 4455-33');
    expect(talk.cases[0]?.status).toBe('in_progress');
  });

  it.each(['cual contrato', 'q es NAC', '¿eso sale en el recibo?', 'y cuando van a venir', 'which contract'])(
    'what is asked back is no answer, and is kept for the body: %s',
    words => {
      const talk = asked(words);
      expect(talk.cases[0]?.status).toBe('awaiting_citizen');
      expect(JSON.stringify(talk.cases[0])).toContain(words);
      expect(talk.last()).toMatchObject({ asks: 'answer' });
    },
  );

  it.each(['quien pregunta eso', 'para que lo quieren', 'no entiendo', 'who is asking'])(
    'who asks is told: %s',
    words => {
      const talk = asked(words);
      expect(talk.cases[0]?.status).toBe('awaiting_citizen');
      expect(saidLast(talk)).toMatch(/Lo pregunta la entidad|The public body that deals/);
    },
  );

  it.each([
    'no tengo contrato',
    'que yo sepa no tengo',
    'como de 40 años',
    'mi cedula es 8-123-456',
    'es el 4455, ¿no?',
    'ya lo di en la oficina',
    'lo busqué y no lo tengo',
  ])('an answer is passed on, and not asked again: %s', words => {
    const talk = asked(words);
    expect(talk.cases[0]?.status).toBe('in_progress');
    expect(talk.last()).toMatchObject({ asks: 'none' });
  });
});
