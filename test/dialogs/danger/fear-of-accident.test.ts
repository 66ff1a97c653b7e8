import { expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { told } = await openTalks();
const HOLE = 'hay un hueco enorme en la calle 5 de Betania frente al súper';

it.each([
  [`${HOLE}, se va a matar alguien`],
  [HOLE, 'se va a matar alguien ahi'],
  [HOLE, 'sí', 'ahi se va a matar uno, van los buses de noche'],
  [HOLE, 'sí', 'alguien se va a matar ahi'],
])('fears an accident, and speaks of no wish to die: %j', (...said) => {
  const talk = told(...said);
  const all = talk.turns.flatMap(({ replies }) => replies.map(({ text }) => text)).join('\n');
  expect(all).not.toContain('147');
  expect([...talk.cases, talk.conversation.state.draft].some(one => one?.description.length)).toBe(true);
});

it.each([
  ['me voy a matar'],
  ['mi hermano se va a matar, está en la azotea'],
  ['se va a matar alguien en mi casa, mi hijo tiene un cuchillo'],
  [HOLE, 'me quiero matar'],
])('but a danger is heard: %j', (...said) => {
  expect(
    told(...said)
      .turns.at(-1)
      ?.replies.some(reply => reply.class === 'emergency'),
  ).toBe(true);
});
