import { describe, expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();
const isWarned = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(reply => reply.class === 'emergency');
const POLE = 'el poste de luz esta a punto de caerse en la calle 5 de Bethania';
const BITE = 'un perro mordio a mi hijo en la calle 5 de Bethania';

describe('a danger the numbers were given for', () => {
  it.each([
    'gracias, espero q vengan rapido',
    'muchas gracias, ojala lleguen pronto',
    'thanks, hope they come soon',
    'y la persona si me va a escribir?',
    'es que da miedo q le caiga a un niño',
    'el poste es de madera y esta frente a la escuela',
  ])('is not told again for thanks, questions and more of the same: %s', text => {
    expect(isWarned(POLE, 'si', text)).toBe(false);
    expect(told(POLE, 'si', text).cases).toHaveLength(1);
  });

  it.each([
    'se cayo encima de un carro con gente',
    'ahora el cable esta echando chispas',
    'ya se cayo y hay un herido',
  ])('is told again for what is worse: %s', text => {
    expect(isWarned(POLE, 'si', text)).toBe(true);
  });

  it.each([
    'el niño tiene 6 años y la mordida fue en la pierna, pa q le digan a salud',
    'la mordida fue en la mano y el perro no tiene dueño',
  ])('is added to where it is more of the case just filed: %s', text => {
    const talk = told(BITE, 'si', text);
    expect(isWarned(BITE, 'si', text)).toBe(false);
    expect(talk.cases).toHaveLength(1);
    expect(talk.cases[0]?.description).toContain(text);
    expect(talk.conversation.state.draft).toBeNull();
  });
});
