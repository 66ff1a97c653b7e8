import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const LIGHT = ['se fue la luz en La Cresta, Bella Vista, casa 12', 'sí'];
const HOLE = ['hay un hueco grande en la calle 50, Bella Vista frente al banco', 'sí'];
const BOTH = [...LIGHT, ...HOLE];

describe('marks that come late', () => {
  const closed = () => {
    const talk = told(...BOTH, 'ya llegó la luz, cierrelo', 'sí');
    talk.conversation.state = {
      ...(talk.conversation.state as object),
      awaits: null,
    } as typeof talk.conversation.state;
    return talk;
  };

  it.each([
    ['muy buena', 5],
    ['5', 5],
    ['muy mala', 1],
    ['le doy 4 de 5', 4],
  ])('count all the same: %s', (words, rating) => {
    const talk = closed();
    talk.say(words);
    expect(talk.cases.find(({ status }) => status === 'closed')).toMatchObject({ rating });
  });

  it('are none where no case was closed', () => {
    expect(told(...HOLE, 'muy buena').last()?.text).not.toContain('Gracias por su opinión');
  });
});
