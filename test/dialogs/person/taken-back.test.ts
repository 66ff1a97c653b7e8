import { expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const WENT_ON = [
  'quiero hablar con una persona',
  'en el parque de Las Tablas las bancas están rotas',
  'seguir',
];

it.each([
  'y la persona igual me va a escribir? ya no hace falta',
  'digo que si la persona de las 6 me va a escribir, que no lo haga, ya está',
  'la persona ya no hace falta',
  'que la persona no me escriba',
  "I don't need the person anymore",
])('who needs no person any more is told that none writes: %s', words => {
  for (const talk of [told(...WENT_ON, words), told(...WENT_ON, 'sí', words)]) {
    expect(talk.last()?.text).toMatch(/ya no le escribe ninguna persona|no person will write/);
    expect(talk.conversation.mode).toBe('bot');
    expect(talk.cases[0]?.description ?? []).not.toContain(words);
  }
});

it('takes no wish for a person for that', () => {
  expect(told('no quiero hablar con un robot, quiero una persona').conversation.mode).toBe('waiting');
});
