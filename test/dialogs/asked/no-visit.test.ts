import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DRUGS = 'quiero denunciar que venden drogas en la casa de la esquina de calle 10 en Curundú';
const HIDDEN = /no sabe quién escribe ni dónde vive/;

const replies = (...words: string[]): { text: string; class: string }[] =>
  told(...words).turns.at(-1)?.replies ?? [];
const said = (...words: string[]): string =>
  replies(...words)
    .map(({ text }) => text)
    .join('\n');

describe('who wants nobody at their door', () => {
  it.each([
    'no quiero que la policia venga a mi casa',
    'si viene la policía que no toquen mi puerta',
    'pero no me manden la policia a mi casa',
    'y no van a venir a mi casa, verdad?',
    'I do not want the police to come to my house',
  ])('is told that nobody knows which it is, and nothing of it is written down: %s', words => {
    for (const before of [[], ['anonima'], ['con reserva', 'si']]) {
      const talk = told(DRUGS, ...before, words);
      const all = talk.turns.at(-1)?.replies ?? [];
      expect(all.map(({ text }) => text).join('\n')).toMatch(
        /no sabe quién escribe|does not know who writes/,
      );
      expect(all.some(reply => reply.class === 'emergency')).toBe(false);
      const kept = talk.conversation.state.draft ?? talk.cases[0];
      expect(kept?.description).toEqual([DRUGS]);
    }
  });

  it('is kept as they wish with it, and rings no alarm', () => {
    const words = 'anonima mejor. pero si la policia viene no quiero que vengan a mi casa';
    expect(replies(DRUGS, words).some(reply => reply.class === 'emergency')).toBe(false);
    expect(said(DRUGS, words)).toMatch(HIDDEN);
    expect(told(DRUGS, words).conversation.state.draft?.privacy).toBe('anonymous');
  });

  it.each([
    'no quiero que mi vecino se entere',
    'la policia viene y no hace nada',
    '¿la policía puede venir hoy?',
  ])('is not who says: %s', words => expect(said(DRUGS, 'con reserva', words)).not.toMatch(HIDDEN));

  it('is none whom a company must visit', () => {
    expect(
      said('no hay agua en mi casa, calle 3, Boquete', 'no quiero que vengan a mi casa el lunes'),
    ).not.toMatch(HIDDEN);
  });
});
