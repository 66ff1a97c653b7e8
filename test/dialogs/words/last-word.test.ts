import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const HOLE = 'hay un hueco en la calle en Burunga, Arraiján sector 5';

describe('the last word of who changes their mind in one breath', () => {
  it.each([
    'no, mejor ese no. bueno sí',
    'no lo mande... no, mejor sí mándelo',
    "don't send it. actually yes, send it",
  ])('sends: %s', words => {
    expect(told(HOLE, words).cases).toHaveLength(1);
  });

  it.each(['sí. no, mejor no', 'sí mándelo. no, mejor no lo mande', 'no, mejor ese no. sí, cancélelo'])(
    'does not send: %s',
    words => {
      expect(told(HOLE, words).cases).toHaveLength(0);
    },
  );

  it.each([
    'cancele el caso... no, mejor sí déjelo',
    'retire el del hueco, perdon, no, dejelo',
    'cancel the case... no, actually keep it',
  ])('keeps a case, and nobody is asked: %s', words => {
    const talk = told(HOLE, 'sí', words);
    expect(talk.last()?.text).toMatch(/sigue su curso|goes on/);
    expect(talk.last()?.asks).toBe('none');
  });

  it('may still be to take it back', () => {
    const talk = told(HOLE, 'sí', 'déjelo así. no, mejor retire el caso');
    expect(talk.last()?.asks).toBe('confirm');
  });
});
