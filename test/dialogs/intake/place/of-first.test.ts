import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const placeOf = (...words: string[]): string | undefined =>
  told(...words).conversation.state.draft?.place?.text;

describe('a further matter that is elsewhere', () => {
  it.each([
    'en la escuela de La Palma de Darién no hay maestro de matemáticas desde marzo. y además se llevó la lluvia el camino de entrada a Metetí',
    'en la escuela de La Palma de Darién no hay maestro. también el camino de Metetí está dañado por la lluvia',
  ])('leaves the first where it is: %s', text => {
    expect(placeOf(text)).toBe('escuela de La Palma de Darién');
  });

  it.each([
    'y también se llevó la lluvia el camino de Metetí, en Darién',
    'y también el camino a Metetí se lo llevó la lluvia',
  ])('is no more of the place that is shown: %s', words => {
    expect(placeOf('en la escuela de La Palma no hay maestro de inglés', words)).toBe('escuela de La Palma');
  });

  it.each(['en Las Margaritas también', 'también se va el agua en Las Margaritas'])(
    'is none where the same is wrong there: %s',
    words => {
      expect(placeOf('no hay agua en Chepo centro', words)).toBe('Chepo centro, Las Margaritas');
    },
  );
});
