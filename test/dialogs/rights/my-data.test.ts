import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told, said } = await openTalks();

it.each(['pero que datos tienen mios primero', 'y antes no puedo ver que guardaron?'])(
  'who asks what is kept before it is erased is shown it, and asked on: %s',
  words => {
    const talk = told('quiero que borren todos mis datos y no me escriban mas', words);
    expect(talk.last()?.text).toContain('/chat/export');
    expect(talk.last()?.text).toContain('¿Borro todo?');
    expect(talk.conversation.state.draft).toBeNull();
    talk.say('sí');
    expect(talk.turns.at(-1)?.erase).toBeDefined();
  },
);

it.each([['quiero hablar con una persona'], ['mi marido me pega', 'quiero hablar con una persona']])(
  'who waits for a person can have everything erased all the same: %s',
  (...before) => {
    const talk = told(...before, 'borrar mis datos');
    expect(talk.last()?.text).toContain('¿Borro todo?');
    talk.say('sí');
    expect(talk.turns.at(-1)?.erase).toBeDefined();
  },
);

describe('what is asked before everything is erased', () => {
  it.each(['y mis casos se pierden?', 'que pasa con mis quejas?', 'what happens to my cases?'])(
    'is answered, and whether to erase is asked again: %s',
    asked => {
      expect(said('borren mis datos', asked)).toMatch(/no se pierden|are not lost/);
      expect(told('borren mis datos', asked).last()?.text).toMatch(/Borro todo|erase/i);
    },
  );

  it('is answered as well by who leaves it', () => {
    const words = said('borren mis datos', 'olvidelo. que datos tienen ustedes de mi?');
    expect(words).toContain('no borré nada');
    expect(words).toContain('chat/export');
    expect(words).not.toContain('Borro todo');
  });
});

describe('who wishes a copy of what is kept of them', () => {
  const FILED = ['no hay agua en Villa Lucre', 'sí'];

  it.each([
    'quiero una copia de todo lo que tienen mio',
    'mándeme todo lo que tengan guardado de mí',
    'quiero ver lo que saben de mi',
    'quiero una copia de este chat',
    'give me everything you have on me',
  ])('is given it, and nothing goes to the body: %s', words => {
    const talk = told(...FILED, words);
    expect(talk.last()?.text).toContain('/chat/export');
    expect(talk.cases[0]?.description).toEqual(['no hay agua en Villa Lucre']);
  });

  it.each(['quiero una copia de mi recibo', 'quiero una copia de todo lo que tiene mío el IDAAN'])(
    'is not who wishes it of a body: %s',
    words => {
      expect(said(...FILED, words)).not.toContain('/chat/export');
    },
  );

  it('has left what would be erased', () => {
    const talk = told(
      ...FILED,
      'borrar mis datos',
      'no, todavia no borre. primero deme la copia, exportar mis datos',
    );
    expect(talk.last()?.text).toMatch(/no borré nada[\s\S]*\/chat\/export/);
    expect(talk.conversation.state.awaits).toBeNull();
  });
});

describe('who wishes everything of theirs gone', () => {
  it.each([
    'borren todo lo mio',
    'quiten mis datos del sistema',
    'borrenme del sistema',
    'quiero que desaparezca todo lo mío',
  ])('is asked once: %s', words => {
    expect(said('hola', words)).toContain('¿Borro todo?');
  });
});
