import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const OPENED = 'quiero poner una queja';

describe('asked what happens', () => {
  it.each([
    'es que estoy muy molesta',
    'es larga la historia',
    'no se como explicarle',
    'no se por donde empezar',
    'es complicado de explicar',
    "I don't know where to start",
  ])('who does not know how to begin is given time: %s', words => {
    const talk = told(OPENED, words);
    expect(talk.last()?.text).toMatch(/^(Con calma|Take your time)/);
    expect(talk.last()?.asks).toBe('description');
    expect(talk.conversation.state.draft?.description).toEqual([]);
  });

  it.each([
    'estoy molesta porque no recogen la basura en Villa Lucre',
    'es largo el camino sin luz en Chepo',
    'no sé qué hacer con los huecos de mi calle en Chepo',
  ])('who tells it is heard: %s', words => {
    expect(told(OPENED, words).conversation.state.draft?.description).toEqual([words]);
  });

  it.each(['es para mi mama', 'es para mi abuelita que no sabe escribir', 'it is for my neighbour'])(
    'whose report it is is kept, and it is asked on: %s',
    words => {
      const talk = told(OPENED, words);
      expect(talk.last()?.text).toMatch(/por otra persona|for somebody else/);
      expect(talk.last()?.asks).toBe('description');
      talk.say('no le dan la cita en la policlínica de San Francisco');
      expect(talk.last()?.text).toContain('CSS');
      expect(talk.conversation.state.draft?.description).toHaveLength(2);
    },
  );

  it.each(['en que me puede ayudar', 'que puedo reportar', '¿qué se puede denunciar aquí?'])(
    'what can be told is said: %s',
    words => {
      const talk = told(OPENED, words);
      expect(talk.last()?.text).toContain('Puede contarme un problema');
      expect(talk.last()?.asks).toBe('description');
    },
  );

  it.each([
    ['mejor una denuncia', 'denuncia', 'privacy'],
    ['no es una queja, es una denuncia', 'denuncia', 'privacy'],
    ['no, es una sugerencia', 'sugerencia', 'description'],
    ['una idea', 'idea', 'description'],
  ])('how it is called is set: %s', (words, kind, asks) => {
    const talk = told(OPENED, words);
    expect(talk.conversation.state.draft).toMatchObject({ kind, description: [] });
    expect(talk.last()?.asks).toBe(asks);
  });

  it.each(['del mop', 'es sobre el metro', 'contra naturgy'])(
    'a body alone is kept, and what happened there is asked: %s',
    words => {
      const talk = told(OPENED, words);
      expect(talk.last()?.text).toContain('Cuénteme qué pasó con esa entidad');
      talk.say('hay un hueco enorme en calle 3 de Cerro Viento');
      expect(talk.last()?.asks).toBe('confirm');
      expect(talk.conversation.state.draft?.description[0]).toBe(words);
    },
  );

  it.each([
    'del idaan',
    'es sobre un vecino',
    'de la basura',
    'sobre el transporte',
    'los buses',
    'un policia',
    'de un hospital',
    'la luz',
    'contra la caja',
  ])('of a word for a whole field it is asked which of its troubles: %s', words => {
    const talk = told(OPENED, words);
    expect(talk.last()?.asks).toBe('agency');
    expect(talk.last()?.choices?.length).toBeGreaterThan(2);
    talk.tap(talk.last()?.choices?.[0]?.label ?? '');
    expect(talk.conversation.state.draft).toMatchObject({ description: [words] });
  });

  it.each([
    ['¿necesita mi nombre?', 'No tiene que dar sus datos'],
    ['que datos necesita', 'No tiene que dar sus datos'],
    ['qué tengo que decir', 'Yo busco qué entidad'],
    ['a quien se lo mandan', 'Yo busco qué entidad'],
    ['¿de verdad sirve esto?', 'le llega a la entidad'],
    ['son dos cosas', 'uno por uno'],
    ['tengo varias quejas', 'uno por uno'],
    ['ya la puse antes', 'no lo veo desde este chat'],
    ['es lo mismo de la otra vez', 'no lo veo desde este chat'],
    ['¿me puede llamar?', 'no hago llamadas'],
    ['prefiero llamar', 'no hago llamadas'],
    ['mi nombre es Ana López', 'Agregué sus datos'],
  ])('what is asked instead is answered, and it is asked on: %s', (words, answer) => {
    const talk = told(OPENED, words);
    expect(talk.last()?.text).toContain(answer);
    expect(talk.last()?.asks).toBe('description');
    expect(talk.conversation.state.draft?.description).toEqual([]);
  });

  it.each(['me pueden llamar a declarar y no me pagaron el sueldo', 'tengo dos cosas: no hay luz en Chepo'])(
    'what tells a matter is heard: %s',
    words => {
      expect(told(OPENED, words).conversation.state.draft?.description).toEqual([words]);
    },
  );

  it.each(['¿puedo mandar un audio?', 'puedo mandar una nota de voz?', 'can I send a voice note?'])(
    'who wants to speak is told who can hear it: %s',
    words => {
      const talk = told(OPENED, words);
      expect(talk.last()?.text).toMatch(/«persona»|“person”/);
      expect(talk.last()?.asks).toBe('description');
    },
  );
});
