import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const ASKED = /Cuénteme su propuesta/;

describe('a proposal that is only announced', () => {
  it.each([
    'quisiera dejar una sugerencia para la farmacia del seguro de santiago',
    'buen dia, tengo una idea para el parque de Soná',
    'una sugerencia para el metro',
  ])('is asked for: %s', text => {
    expect(told(text).last()).toMatchObject({ asks: 'description' });
    expect(told(text).last()?.text).toMatch(ASKED);
  });

  it.each([
    'sugerencia para la parada de Tocumen: techo y banca',
    'una idea para el parque, poner luces',
    'una idea para poner más luces en el parque de Soná',
    'quisiera dejar una sugerencia para la escuela que no tiene techo',
  ])('is told there: %s', text => {
    expect(told(text).last()?.text).not.toMatch(ASKED);
  });

  it('has what is proposed as its title, and the place of its announcement', () => {
    const text = told(
      'una sugerencia para la farmacia del seguro de santiago',
      'que den número por teléfono',
    ).last()?.text;
    expect(text).toContain('Sugerencia: que den número por teléfono\n');
    expect(text).toContain('Lugar: la farmacia del seguro de santiago');
  });
});
