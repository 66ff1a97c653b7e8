import { describe, expect, it } from 'vitest';
import { openTalks } from '../../support/play.ts';

const { said } = await openTalks();

describe('who suffers and wants to denounce who did it', () => {
  it.each([
    'mi marido me pega, quiero denunciarlo pero no quiero que él sepa',
    'mi ex me amenaza con matarme, dónde puedo poner una denuncia',
    'my husband hits me, i want to press charges',
  ])('is told where a criminal complaint is made, behind the numbers: %s', text => {
    expect(said(text)).toMatch(/104[\s\S]*Ministerio Público/);
  });

  it.each(['mi marido me pega', 'mi marido me pega pero no quiero denunciarlo'])(
    'is not told so unasked: %s',
    text => {
      expect(said(text)).not.toContain('Ministerio Público');
    },
  );

  it('is not meant by who tells of another', () => {
    const text = 'quiero denunciar a un profesor que le pega a los niños en el colegio de Chilibre';
    expect(said(text)).not.toContain('Ministerio Público');
  });
});
