import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const FILED = ['no hay agua en Las Mañanitas desde ayer', 'sí'];

describe('who wants nothing sent once a case was filed', () => {
  it.each([
    'no enviar nada',
    'no enviar',
    'no lo mande',
    'no, mejor no lo envíe',
    'ya no mande nada mas',
    'no quiero poner otra queja',
    'no es otro problema',
    'do not send anything',
    "don't send it",
  ])('is told that nothing new was, and that the case goes on: %s', words => {
    const talk = told(...FILED, words);
    expect(talk.last()?.text).toMatch(/No se envió nada nuevo|Nothing new was sent/);
    expect(talk.last()?.text).toContain(talk.cases[0]?.number);
    expect(talk.conversation.state.awaits).toBeNull();
  });

  it('is told so of a further report that was left already', () => {
    const talk = told(
      ...FILED,
      'otra cosa, hay un hueco en la via Tocumen',
      'no enviar nada',
      'no enviar nada',
    );
    expect(talk.last()?.text).toContain('No se envió nada nuevo');
    expect(talk.cases).toHaveLength(1);
  });

  it('is not by words that say that it is another', () => {
    const talk = told(...FILED, 'también hay un hueco en la calle', 'no, es otro problema');
    expect(talk.last()?.text).not.toContain('No se envió nada nuevo');
  });

  it('leads to the taking back who does want it gone', () => {
    const talk = told(...FILED, 'no lo mande', 'retirar el caso');
    expect(talk.last()?.text).toContain('¿Lo retiro?');
  });

  it.each(['quiero cancelarlo, no lo mande a nadie', 'ya no quiero la queja', 'no mande la queja'])(
    'does not stand in the way of a case they want gone: %s',
    words => {
      expect(told(...FILED, words).last()?.text).toContain('¿Lo retiro?');
    },
  );
});
