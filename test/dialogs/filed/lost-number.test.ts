import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said } = await openTalks();
const FILED = ['hay un hueco en la calle 5 de Bethania', 'si'];

describe('the number of a case that was lost', () => {
  it.each([
    'no tengo el numero del caso, lo perdi. como hago?',
    'Perdí el número de mi caso, ¿qué hago?',
    'no encuentro el numero del reporte. como hago para ver como va?',
  ])('is not needed where the case was filed, and a person looks for it elsewhere: %s', asked => {
    expect(said(...FILED, asked)).toContain('Caso 311-');
    expect(said(asked)).toMatch(/Por aquí no tengo casos[\s\S]*«persona»/);
  });

  it('is none where another number is not known', () => {
    expect(said('el bus me chocó el carro en Tocumen, no sé el numero')).not.toContain(
      'Por aquí no tengo casos',
    );
  });
});
