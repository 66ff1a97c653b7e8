import { expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const IDEA =
  'i have an idea: a small park for dogs and kids in an empty lot in El Cangrejo next to Via Argentina';

it.each(['yes send it. who reads this? will someone actually answer me', 'yes, send it. who reads this?'])(
  'sends an idea that is ordered sent, and says who reads it: %s',
  words => {
    const talk = told(IDEA, words);
    expect(talk.cases).toHaveLength(1);
    expect(
      talk.turns
        .at(-1)
        ?.replies.map(reply => reply.text)
        .join(' '),
    ).toMatch(/read/);
  },
);

const BRIDGE =
  'tengo una idea, que pongan un paso peatonal elevado frente al colegio José Daniel Crespo en Chitré, porque los muchachos cruzan corriendo';

it('sends as an idea what is one after all', () => {
  const talk = told(
    BRIDGE,
    'mmm mejor no es idea, pongalo como queja',
    'no, no hay puente ahi, NO existe',
    'bueno dejelo como idea entonces y envielo',
  );
  expect(talk.cases[0]?.kind).toBe('idea');
});
