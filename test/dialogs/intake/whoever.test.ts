import { expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const NAMED = ['no recogen la basura en Samaria, sector 4', 'es del MOP'];
const draft = (talk: Talk) => talk.conversation.state.draft;

it.each([
  'bueno póngale quien sea pues',
  'que lo vea quien le toca, no el MOP',
  'mándelo a quien le toque',
  'que lo atienda el que le corresponda',
  'a quien corresponda',
  'send it to whoever is responsible',
])('who leaves the body open gets the one the rule names: %s', words => {
  const talk = told(...NAMED, words);
  expect(draft(talk)).toMatchObject({ agencyId: null, serviceId: 'garbage-not-collected' });
  expect(talk.last()?.text).toContain(': AAUD');
  expect(talk.cases).toEqual([]);
});

it('has it so while the matter is asked too', () => {
  const talk = told(...NAMED);
  talk.tap('Cambiar el asunto');
  talk.say('la basura, pero que lo vea quien le toca, no el MOP');
  expect(talk.last()?.text).toContain('Lo atiende: AAUD');
});

it.each(['¿y a quién le toca?', 'que sea quien sea el alcalde no hace nada'])(
  'keeps the body of who only speaks of it: %s',
  words => expect(draft(told(...NAMED, words))?.agencyId).toBe('mop'),
);
