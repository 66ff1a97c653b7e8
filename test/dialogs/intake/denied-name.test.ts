import { describe, expect, it } from 'vitest';
import { openTold, type Talk } from '../../support/play.ts';

const told = await openTold();
const NOISE = [
  'la que vive al lado pone música hasta las 4 am',
  'en Arraiján, Vista Alegre, calle 3 casa 12',
];
const draft = (talk: Talk) => talk.conversation.state.draft;

describe('who denies what the desk called it', () => {
  it.each([
    'no es un bar es mi cuñada la de la casa de al lado',
    'que es mi vecina, una casa, no bar. cámbielo',
    'no es un bar, es la casa de la vecina',
    "it's not a bar, it is my neighbour",
  ])('has it read again without that, and its place kept: %s', words => {
    const talk = told(...NOISE, words);
    expect(draft(talk)?.serviceId).toBe('neighbour-noise');
    expect(draft(talk)?.place?.text).toBe('Arraiján, Vista Alegre, calle 3 casa 12');
    expect(talk.last()?.text).toMatch(/^Corregido|^Corrected/);
  });

  it.each([
    'no es justo, uno no duerme',
    'no es la primera vez',
    'el bar de la otra calle no, ese cierra temprano',
  ])('changes nothing by another denial: %s', words =>
    expect(draft(told(...NOISE, words))?.serviceId).toBe('bar-noise'),
  );
});
