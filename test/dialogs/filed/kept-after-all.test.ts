import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const WATER = 'no hay agua en tocumen';

describe('asked whether a case is taken back', () => {
  it.each(['mmm no, déjelo mejor', 'déjelo', 'mejor déjelo así', 'no, espere', 'no leave it open'])(
    'keeps it, and says so: %s',
    words => {
      const talk = told(WATER, 'sí', 'cancela todo mejor, me da miedo', words);
      expect(talk.cases[0]?.status).toBe('assigned');
      expect(talk.last()?.text).toMatch(/^De acuerdo: el caso|^All right: case/);
      expect(talk.conversation.state.awaits).toBeNull();
    },
  );

  it.each(['sí', 'sí, retírelo', 'no quiero seguir, retírelo'])(
    'takes it back where they want that: %s',
    words => {
      expect(told(WATER, 'sí', 'cancela el caso', words).cases[0]?.status).toBe('withdrawn');
    },
  );
});

describe('a bare no, once a case was filed', () => {
  it('asks nobody whether it is taken back', () => {
    const talk = told(WATER, 'sí', 'no');
    expect(talk.last()?.text).toMatch(/^De acuerdo/);
    expect(talk.conversation.state.awaits).toBeNull();
  });
});

it.each(['no! no lo retire', 'no, no retire el caso por favor', "don't withdraw it"])(
  'a case that is not to be taken back goes on, and nobody is asked: %s',
  words => {
    const talk = told('hay un hueco en la calle 12 de Río Abajo', 'sí', words);
    expect(talk.last()?.text).toMatch(/sigue su curso|goes on/);
    expect(talk.conversation.state.awaits).toBeNull();
  },
);
