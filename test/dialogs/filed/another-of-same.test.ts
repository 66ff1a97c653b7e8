import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const WATER = ['no hay agua en Villa Zaita, Las Cumbres', 'sí'];

describe('who wants another case of the same', () => {
  it.each([
    'quiero poner otra queja de lo mismo para que la vean mas',
    'quiero volver a reportarlo otra vez',
    'puedo hacer la queja de nuevo?',
    'I want to file another complaint about the same thing',
  ])('is told what case it is in, and none is begun: %s', words => {
    const talk = told(...WATER, words);
    expect(talk.last()?.text).toContain(talk.cases[0]?.number);
    expect(talk.last()?.text).toMatch(/otro igual no lo haría ir más rápido|a second one would not/);
    expect(talk.conversation.state.draft).toBeNull();
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('has added what they tell with it', () => {
    const words = 'ya pasaron varias horas, quiero poner otra queja de lo mismo para que la vean mas';
    expect(told(...WATER, words).cases[0]?.description.at(-1)).toBe('ya pasaron varias horas');
  });

  it('is not who has another matter', () => {
    const talk = told(...WATER, 'quiero poner otra queja de un hueco');
    expect(talk.conversation.state.draft?.serviceId).toBe('pothole');
  });
});

describe('a summary that is of a case they have', () => {
  it.each(['no, eso no. es la misma, no mande otra', 'no mande otra', 'don’t send another one'])(
    'is left for it: %s',
    words => {
      const talk = told(...WATER, 'no hay agua en la escuela de Villa Zaita, quiero otro caso', words);
      expect(talk.cases).toHaveLength(1);
      expect(talk.conversation.state.draft).toBeNull();
    },
  );
});
