import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();

const BRIBE = 'quiero denunciar de forma anonima que en la oficina de transito de Santiago piden coima';
const HOLE = 'hay un hueco en la calle 5 de Chitre';

/** An anonymous case, and then words in which N is its number. */
function then(...said: string[]): Talk {
  const talk = told(BRIBE, 'si');
  expect(talk.cases[0]).toMatchObject({ privacy: 'anonymous', conversationId: null });
  for (const words of said) talk.say(words.replace('N', talk.cases[0]?.number ?? ''));
  return talk;
}
const text = (talk: Talk): string => talk.last()?.text ?? '';

describe('words beside number and PIN of an anonymous case', () => {
  it.each([
    ['N pin 482913 le pidieron plata a mi hermano el martes', 'le pidieron plata a mi hermano el martes'],
    ['mi caso es N y mi PIN es 482913. El que cobra se llama Ruben', 'El que cobra se llama Ruben'],
    ['N PIN 482913 quiero agregar que eran dos policias', 'eran dos policias'],
    ['N PIN 482913 se me olvido decir que la patrulla era la 8023', 'la patrulla era la 8023'],
    ['le pidieron a otra vecina tambien, caso N pin 482913', 'le pidieron a otra vecina tambien'],
  ])('are added to it, without either: %s', (words, fact) => {
    const talk = then(words);
    expect(talk.cases[0]?.description).toEqual([BRIBE, expect.stringContaining(fact)]);
    expect(talk.cases[0]?.description.at(-1)).not.toMatch(/482913|311-/);
    expect(text(talk)).toContain('Lo agregué al caso');
  });

  it.each([
    'N 482913 quiero retirarla',
    'me arrepenti, quiten esa denuncia N PIN 482913',
    'N, pin 482913, ya no quiero seguir con eso',
    'withdraw it please, N pin 482913',
  ])('take it back after one question: %s', words => {
    const asked = then(words);
    expect(text(asked)).toMatch(/¿Lo retiro\?|Shall I|withdraw/);
    expect(asked.cases[0]?.status).toBe('assigned');
    const gone = then(words, 'si');
    expect(gone.cases[0]?.status).toBe('withdrawn');
    // No row of the talk may be joined to the case.
    expect(gone.turns.at(-1)?.replies.every(({ caseNumber }) => caseNumber === undefined)).toBe(true);
    expect(JSON.stringify(gone.conversation.state)).not.toContain('482913');
  });

  it('leaves it where they do not want to any more', () => {
    const talk = then('N 482913 retirar', 'no', 'si');
    expect(talk.cases[0]?.status).toBe('assigned');
    expect(then('N 482913 retirar', 'cuanto cuesta el pasaporte?', 'si').cases[0]?.status).toBe('assigned');
  });

  it.each(['N 482913', 'N, PIN 482913, como va?', 'hola quiero saber de mi denuncia N pin 482913'])(
    'only look after it: %s',
    words => {
      const talk = then(words);
      expect(talk.cases[0]?.description).toEqual([BRIBE]);
      expect(text(talk)).toContain('en un mismo mensaje con el número y el PIN');
    },
  );

  it.each(['N 111111 retirar', 'N pin 111111 le pidieron plata a mi hermano'])(
    'do nothing and tell nothing with a wrong PIN: %s',
    words => {
      const talk = then(words, 'si');
      expect(talk.turns.at(-2)?.replies[0]?.text).toContain('no van juntos');
      expect(talk.cases[0]).toMatchObject({ status: 'assigned', description: [BRIBE] });
    },
  );

  it('change no case that has a talk of its own', () => {
    const other = told(HOLE, 'si');
    const [c] = other.cases;
    const talk = told('hola');
    talk.send({ texts: [`${c?.number} pin 482913 retirar`], byPin: c ? { case: c } : null });
    expect(text(talk)).toContain('retirarlo, escriba donde presentó el caso');
    expect(talk.conversation.state.awaits).toBeNull();
  });
});

describe('words beside number and PIN of a case that has a talk of its own', () => {
  const other = told(HOLE, 'si');
  const [c] = other.cases;
  const from = (words: string, files: { id: string; type: string; bytes: number }[] = []): Talk => {
    const talk = told('hola');
    talk.send({ texts: [words.replace('N', c?.number ?? '')], byPin: c ? { case: c } : null, files });
    return talk;
  };
  const changed = (talk: Talk): string[] =>
    talk.turns.at(-1)?.cases.flatMap(({ case: { description } }) => description.slice(1)) ?? [];

  it.each([
    [
      'N pin 482913 hoy pasaron pero dejaron la mitad sin tapar',
      'hoy pasaron pero dejaron la mitad sin tapar',
    ],
    ['pero si ya se los di, N pin 482913 q hoy pasaron y dejaron tierra', 'hoy pasaron y dejaron tierra'],
    ['N PIN 482913 quiero agregar que se cayó una moto ayer', 'se cayó una moto ayer'],
    ['es q cambie de telefono. N pin 482913. se dañó un carro anoche', 'se dañó un carro anoche'],
    ['N pin 482913 add that a motorbike fell there last night', 'a motorbike fell there last night'],
  ])('are added to it, and nothing else: %s', (words, fact) => {
    const talk = from(words);
    expect(changed(talk)).toEqual([fact]);
    expect(talk.turns.at(-1)?.cases[0]?.case).toMatchObject({ status: c?.status, privacy: c?.privacy });
    expect(text(talk)).toMatch(/Lo agregué al caso|I added it to/);
    expect(text(talk)).not.toContain(HOLE);
  });

  it.each([
    'N pin 482913',
    'es q cambie de telefono, lo puse desde el otro. es el N pin 482913 el del hueco',
    'perdi el celular, N pin 482913, como va?',
    'N pin 482913 ya no quiero seguir con eso, retírenlo',
    'N pin 482913 cámbielo a anónimo',
    'N pin 482913 que no salga mi nombre por favor',
  ])('only look after it: %s', words => {
    const talk = from(words);
    expect(changed(talk)).toEqual([]);
    expect(text(talk)).toContain('en un mismo mensaje con el número y el PIN');
    expect(text(talk)).toContain('donde presentó el caso');
  });
});

describe('number and PIN with the question how it reads', () => {
  it.each([
    'N 482913 que dice el reporte? no quiero que salga que trabajo ahi',
    'N 482913 what does the report say?',
  ])('show its words, and change nothing: %s', words => {
    const talk = then(words);
    expect(text(talk)).toMatch(/piden coima[»”]/);
    expect(talk.cases[0]).toMatchObject({ status: 'assigned', description: [BRIBE] });
  });
});

describe('the wish alone, of what was filed without a name', () => {
  it.each([
    'me arrepenti, quiero quitar esa denuncia, me da miedo',
    'quiero cancelar mi denuncia',
    'retiren la denuncia que puse por favor',
    'como la retiro si me arrepiento',
    'puedo quitar la denuncia después?',
  ])('is told how: %s', words => {
    expect(text(then(words))).toMatch(/en un solo mensaje/);
  });
});
