import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const LIGHT = ['se fue la luz en La Cresta, Bella Vista, casa 12', 'sí'];
const HOLE = ['hay un hueco grande en la calle 50, Bella Vista frente al banco', 'sí'];
const BOTH = [...LIGHT, ...HOLE];

describe('a case that a few words point to', () => {
  it.each([
    ['el de la luz', 'Se fue la luz'],
    ['la del hueco', 'Hueco en la calle'],
    ['y el hueco?', 'Hueco en la calle'],
    ['y la luz?', 'Se fue la luz'],
    ['and the pothole?', 'Hueco en la calle'],
    ['y el hueco? cuando lo arreglan', 'Ese es el plazo para responder'],
  ])('is told where it stands, and nothing is added: %s', (words, answer) => {
    const talk = told(...BOTH, 'y mi caso?', words);
    expect(talk.last()?.text).toContain(answer);
    expect(talk.cases.map(({ description }) => description.length)).toEqual([1, 1]);
  });

  it('is told so where there is but one', () => {
    const talk = told(...HOLE, 'y el hueco?');
    expect(talk.last()?.text).toContain('Hueco en la calle');
    expect(talk.cases[0]?.description).toHaveLength(1);
  });

  it('is told while marks are asked for, which are asked for again', () => {
    const talk = told(...BOTH, 'ya llegó la luz, cierrelo', 'sí', 'y el hueco?');
    expect(talk.last()).toMatchObject({ asks: 'rating' });
    expect(talk.last()?.text).toContain('Hueco en la calle');
  });

  it.each(['el hueco es más grande ahora', 'y el semáforo de la 50 no sirve'])(
    'is none that more is told of: %s',
    words => {
      expect(told(...HOLE, words).last()?.text).not.toContain('Enviado a la entidad');
    },
  );
});
