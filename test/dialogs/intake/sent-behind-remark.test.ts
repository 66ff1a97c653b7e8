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

  it('gives the report no other name', () => {
    const [c] = told(...DOG, 'no es callejero, tiene dueño, pero sí mandalo').cases;
    expect(c?.description[0]).toMatch(/^un perro amarrado/);
    expect(c?.serviceId).toBe('stray-animals');
  });
});
