import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const DOG = [
  'En La Chorrera, barrio Balboa, frente a la escuela',
  'un perro amarrado sin comida en la casa verde, desde ayer llora',
];

describe('an order to send behind a remark', () => {
  it.each([
    ['no es callejero, tiene dueño, pero sí mandalo', 'tiene dueño'],
    ['vive en la casa verde, pero igual mándelo', 'casa verde'],
    ['it has an owner, but send it', 'it has an owner'],
  ])('is obeyed, and the remark goes along: %s', (words, remark) => {
    const [c] = told(...DOG, words).cases;
    expect(c?.description.join(' ')).toContain(remark);
    expect(c?.description.join(' ')).not.toMatch(/m[aá]nd|send/);
  });

  it('is obeyed where what is denied was never shown', () => {
    const [c] = told('hay un hueco en la calle principal de Pacora', 'no es muy grande, pero mándelo').cases;
    expect(c?.serviceId).toBe('pothole');
  });

  it('waits where what was shown is denied', () => {
    expect(told(...DOG, 'no es La Chorrera, pero sí mandalo').cases).toEqual([]);
    expect(told(...DOG, 'no es un perro, es un gato, mandalo').cases).toEqual([]);
  });

  it.each(['quiero que me lo mande', 'I need you to send it please'])('may be a wish: %s', words => {
    expect(told(...DOG, words).cases[0]?.description).toHaveLength(1);
  });

  it('gives the report no other name', () => {
    const [c] = told(...DOG, 'no es callejero, tiene dueño, pero sí mandalo').cases;
    expect(c?.description[0]).toMatch(/^un perro amarrado/);
    expect(c?.serviceId).toBe('stray-animals');
  });
});
