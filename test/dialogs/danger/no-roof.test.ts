import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const isSent = (...words: string[]): boolean =>
  (told(...words).turns.at(-1)?.replies ?? []).some(({ text }) => /520-4426/.test(text) && /911/.test(text));
const RIVER = ['se metio el rio anoche en la casa de mi hermana en El Llano de Chepo', 'si', 'si'];

describe('who has no roof for the night', () => {
  it.each([
    [...RIVER, 'y antes del 23 no hay nada? ella no tiene donde dormir hoy, esta con 2 niños'],
    ['me botaron de la casa y no tengo donde pasar la noche, estoy en Colón con mi bebe'],
    ['estamos durmiendo en la calle con los niños, nos sacaron de la casa en Burunga'],
    ['We were evicted in Colón and have nowhere to sleep tonight'],
  ])('is told whom to call now, and a person looks: %s', (...words) => {
    expect(isSent(...words)).toBe(true);
    expect(told(...words).conversation.review).toBe(true);
  });

  it.each([
    'no tengo donde botar la basura en Chitré',
    'el perro no tiene donde dormir en el parque',
    'no dormí anoche por la música',
  ])('is nobody who says: %s', text => {
    expect(isSent(text)).toBe(false);
  });

  it('is still asked about the report', () => {
    const talk = told('me botaron de la casa y no tengo donde pasar la noche, estoy en Colón con mi bebe');
    expect(talk.last()?.asks).not.toBe('none');
  });
});
