import { describe, expect, it } from 'vitest';
import { openTold } from '../../../support/play.ts';

const told = await openTold();
const LAMP = 'hay un poste de luz apagado en rio abajo, calle 6ta';
const WATER = [
  'no sale agua en mi casa desde el sabado',
  'Juan Demostenes Arosemena en Arraijan, cerca de la escuela',
];

const placeOf = (...words: string[]) => told(...words).conversation.state.draft?.place?.text ?? '';

describe('a street and a house told beside a yes', () => {
  it.each([
    'si pero agregue que es la calle 3, casa 45',
    'sí, pero ponga que es la calle 3, casa 45',
    'agregue que es la calle 3, casa 45',
  ])('are both in the place: %s', words => {
    expect(placeOf(...WATER, words)).toMatch(/la calle 3, casa 45$/);
    expect(told(...WATER, words).conversation.state.draft?.description).not.toContain('casa 45');
  });

  it('leave what else is told to the report', () => {
    const talk = told(...WATER, 'si pero ponga que es la calle 3, casa 45, y la cisterna cobra 20');
    expect(talk.conversation.state.draft?.place?.text).toContain('calle 3, casa 45');
    expect(talk.conversation.state.draft?.description.at(-1)).toContain('la cisterna cobra');
  });
});

describe('a part of the place that is said not to be', () => {
  it.each([
    'calle 6ta no es, es la entrada por la capilla',
    'calle 6ta no es, allá es la entrada por la capilla',
    'no es calle 6ta, es la entrada por la capilla',
  ])('gives way to what is told instead: %s', words => {
    expect(placeOf(LAMP, words)).toContain('entrada por la capilla');
    expect(placeOf(LAMP, words)).not.toContain('6ta');
  });

  it('gives way in a case too', () => {
    const talk = told(LAMP, 'sí', 'calle 6ta no es, alla es la entrada por la capilla');
    expect(talk.cases[0]?.place?.text).toBe('la entrada por la capilla, rio abajo');
    expect(talk.cases[0]?.description).toEqual([LAMP]);
  });

  it('gives way to the place the case is bidden to have', () => {
    const talk = told(
      ...[LAMP, 'sí', 'ay no, perdon, era en el otro Río Abajo, el de Macaracas'],
      'cambie el lugar: entrada por la capilla, Río Abajo de Macaracas',
    );
    expect(talk.cases[0]?.place?.text).not.toContain('6ta');
    expect(talk.cases[0]?.place?.text).toContain('capilla');
  });

  it.each(['eso no es, es que la luz parpadea', 'todavía no es de noche y ya está oscuro'])(
    'is none in words that speak of no place: %s',
    words => {
      expect(placeOf(LAMP, words)).toBe('rio abajo, calle 6ta');
    },
  );
});
