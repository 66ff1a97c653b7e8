import { describe, expect, it } from 'vitest';
import { openStage, saidLast, startTalk, type Talk } from '../../support/play.ts';

const stage = await openStage();

/** A talk whose one case the body says it has solved. */
function solved(...said: string[]): Talk {
  const talk = startTalk(stage, 'web');
  for (const text of ['no recogen la basura en calle 3 de Cerro Viento, San Miguelito', 'sí']) talk.say(text);
  talk.status('resolved');
  for (const text of said) talk.say(text);
  return talk;
}

describe('asked whether a case is solved', () => {
  it.each([
    'no se, no estoy en casa',
    'no sé todavía',
    'no estoy en la casa ahora',
    'no lo he visto',
    'ando en el trabajo, no sé',
    'déjeme ver cuando llegue',
    'cuando llegue le digo',
    "I don't know yet, I am not at home",
  ])('who cannot tell yet is given time, and nothing is done: %s', words => {
    const talk = solved(words);
    expect(saidLast(talk)).toMatch(/Cuando lo vea|When you have seen it/);
    expect(saidLast(talk)).not.toContain('911');
    expect(talk.cases[0]?.status).toBe('resolved');
    talk.say('sí');
    expect(talk.cases[0]?.status).toBe('closed');
  });

  it.each([
    'vinieron pero dejaron la mitad',
    'a medias',
    'mas o menos',
    'no del todo',
    'solo recogieron una parte',
    'pasaron pero falta la esquina',
    'they came but left half of it',
  ])('what is done in part is not solved: %s', words => {
    expect(solved(words).cases[0]?.status).toBe('reopened');
  });

  it.each(['no he visto a nadie', 'no, sigue igual', 'no vinieron'])(
    'who has seen that it is not is not asked to look: %s',
    words => {
      expect(solved(words).cases[0]?.status).toBe('reopened');
    },
  );

  it.each([
    'cierrelo',
    'ya pueden cerrarlo',
    'por mi parte si',
    'creo que sí',
    "it's fixed",
    'close the case',
    'they fixed it already',
    'I think so',
  ])('agrees in its own words: %s', words => {
    expect(solved(words).cases[0]?.status).toBe('closed');
  });

  it.each([
    'mentirosos',
    'peor que antes',
    'igualito que antes',
    'nothing has changed',
    "that's a lie",
    'it was never fixed',
    'the truck passed but did not stop',
    'still dirty',
  ])('denies it in its own words: %s', words => {
    expect(solved(words).cases[0]?.status).toBe('reopened');
  });

  it.each([
    'que hicieron',
    'qué fue lo que hicieron',
    'what was done',
    'quién lo arregló',
    'how do you know',
  ])('what is asked of the solution is answered, and asked again: %s', words => {
    const talk = solved(words);
    expect(saidLast(talk)).toMatch(/AAUD/);
    expect(talk.last()).toMatchObject({ asks: 'solved' });
    expect(talk.cases[0]?.status).toBe('resolved');
  });

  it.each(['¿y si lo cierran sin arreglarlo?', 'creo que sí pero no estoy seguro'])(
    'closes nothing: %s',
    words => {
      expect(solved(words).cases[0]?.status).not.toBe('closed');
    },
  );

  it('another matter that is told with the yes is a report of its own', () => {
    const talk = solved('si pero ahora hay un hueco');
    expect(talk.cases[0]?.status).toBe('closed');
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
    expect(saidLast(talk)).toContain('Cerro Viento');
  });

  it('a mark is no answer to it, and the question is asked once more', () => {
    const talk = solved('5');
    expect(saidLast(talk)).toContain('con un sí o un no:');
    expect(saidLast(talk)).toContain('¿Quedó solucionado');
    expect(talk.cases[0]?.status).toBe('resolved');
  });

  it.each(['quien dijo eso', '¿y quién dijo que ya lo arreglaron?', 'who says so?'])(
    'who wants to know who says so is told: %s',
    words => {
      const talk = solved(words);
      expect(saidLast(talk)).toMatch(/Lo informó|informó|reported it/);
      expect(talk.cases[0]?.status).toBe('resolved');
    },
  );

  it('a danger is heard all the same', () => {
    expect(saidLast(solved('no sé, hay un incendio en mi casa'))).toContain('103');
  });
});
