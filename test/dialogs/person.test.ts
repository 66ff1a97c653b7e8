import { expect, it } from 'vitest';
import { openTold } from '../support/play.ts';

const told = await openTold();

it.each([
  'quiero hablar con alguien',
  'necesito que me atienda una persona',
  'connect me to an operator',
  'páseme con un operador',
])('who asks for a person gets one: %s', words => {
  expect(told(words).conversation.mode).toBe('waiting');
});

it.each(['perdón, no es Bella Vista, es San Francisco', 'me equivoqué, es en Ancón'])(
  'who speaks of no person keeps the bot, whatever it sounds like: %s',
  words => {
    expect(told('hay un hueco en calle 50, Bella Vista', 'sí', words).conversation.mode).toBe('bot');
  },
);
