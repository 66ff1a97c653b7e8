import { expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const isWarned = (...words: string[]): boolean =>
  told(...words).turns.some(({ replies }) => replies.some(({ class: sort }) => sort === 'emergency'));

it.each([
  'mi hermano me vendio un carro y ahora dice que se lo devuelva, que puedo hacer',
  'mi hermano me presto plata y ahora dice que se la devuelva, que puedo hacer',
])('a sale or a debt that only faintly sounds like one is no danger: %s', words => {
  expect(isWarned(words)).toBe(false);
});

it.each([
  'le debo plata a un señor y dice que me va a matar',
  'me vendio un carro y ahora anda con una pistola afuera de mi casa',
])('a threat over one is: %s', words => {
  expect(isWarned(words)).toBe(true);
});
