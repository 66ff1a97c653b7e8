import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();

describe('asked and answered in one breath', () => {
  it.each(['a qué hora fue? fue a las 6:15 am por si les sirve', '¿dónde fue? fue frente al súper'])(
    'is told, and not asked: %s',
    words => {
      const talk = told('el metrobus no paró en la parada de la 24 de diciembre', 'sí', words);
      expect(talk.last()?.text).toContain('Lo agregué al caso');
      expect(talk.cases[0]?.description.at(-1)).toMatch(/^fue (a las 6:15|frente)/);
    },
  );
});

describe('thanks with a hope', () => {
  const IDEA = 'tengo una idea: que en las paradas de bus pongan un qr con los horarios';

  it.each(['gracias, ojalá lo hagan', 'muchas gracias, ojalá la aprueben'])(
    'is no more of an idea: %s',
    words => {
      const talk = told(IDEA, 'sí', words);
      expect(talk.last()?.text).not.toContain('agregué');
      expect(talk.cases[0]?.description).toHaveLength(1);
    },
  );

  it('leaves a further wish what it is', () => {
    const wish = 'ojalá pongan también techo en la parada';
    expect(told(IDEA, 'sí', wish).cases[0]?.description).toContain(wish);
  });
});
