import { describe, expect, it } from 'vitest';
import { openTold } from '../../support/play.ts';

const told = await openTold();
const said = (...words: string[]): string =>
  (told(...words).turns.at(-1)?.replies ?? []).map(({ text }) => text).join('\n');

const FRIDGE = ['se fue la luz en el barrio Nuevo Tocumen calle 5 y se me dañó la refri', 'si'];
const TYRE = 'hay un hueco en la principal de las lomas, david, me rompio la llanta';

describe('what was damaged', () => {
  it.each([
    'y por la refri q puedo hacer?',
    'tengo q guardar la factura de la refri?',
    'quién me paga la nevera?',
    'boto la carne que se dañó?',
    '¿cómo reclamo el daño?',
  ])('is claimed at the company first, and then at who decides over it; papers are kept: %s', words => {
    expect(said(...FRIDGE, words)).toMatch(/ENSA[\s\S]*ASEP/);
    expect(said(...FRIDGE, words)).toContain('facturas');
  });

  it('is promised by nobody where no body decides over it', () => {
    for (const words of [
      [TYRE, 'y me pagan la llanta?'],
      [TYRE, 'si, y me pagan la llanta?'],
      [TYRE, 'si', 'me pagan eso?'],
    ])
      expect(said(...words)).toMatch(/lo decide MOP; no le puedo asegurar/);
    expect(told(TYRE, 'si, y me pagan la llanta?').cases).toHaveLength(1);
  });

  it('is kept where it is told beside another question', () => {
    const words = 'ya pusieron lo de los carros q se dañaron? uno es el mio, me rompio el aro. me pagan eso?';
    for (const before of [
      'hay un hueco en la principal de las lomas, david y se han dañado varios carros',
      'hay un hueco en la principal de las lomas, david',
    ]) {
      const talk = told(before, 'si', words);
      expect(talk.cases[0]?.description.join(' ')).toContain('me rompio el aro');
      expect(talk.last()?.text).toContain('no le puedo asegurar');
    }
  });

  it.each([
    ['mi jefe no me paga el salario en David', 'y me pagan eso?'],
    ['hay un hueco en la principal de las lomas, david', 'cuándo lo arreglan?'],
    ['no recogen la basura en Las Lomas, David', 'y si la boto yo?'],
  ])('is nothing that is asked of: %s, %s', (matter, words) =>
    expect(said(matter, 'si', words)).not.toMatch(/facturas|reclama primero/),
  );
});
