import { describe, expect, it } from 'vitest';
import type { GazetteerRow } from '../../../src/catalogue/catalogue.ts';
import { findSmall as find, finderOf, findReal } from './finders.ts';

const codes = (text: string, near?: string): string[] => find(text, near).map(({ code }) => code);

describe('a name and what contains it', () => {
  it('raise each other wherever they stand', () => {
    const alone = find('en Cerro Viento')[0]?.p ?? 0;
    for (const text of [
      'Cerro Viento, San Miguelito',
      'San Miguelito, Cerro Viento',
      'soy de San Miguelito y en Cerro Viento no hay agua',
    ]) {
      const [first, second] = find(text);
      expect(first?.code, text).toBe('080509');
      expect(first?.p, text).toBeGreaterThan(alone);
      expect(first?.p, text).toBeCloseTo(0.97, 2);
      expect(second, text).toBeUndefined();
    }
  });

  it('leave to a river its own name, behind words that are a name as well', () => {
    expect(findReal('en la orilla del rio Matasnillo')[0]?.code).toBe('0804');
  });

  it('settle a homonym', () => {
    expect(codes('Pedregal, David')).toEqual(['040607']);
    expect(codes('San Isidro de Bugaba')).toEqual(['040513']);
    expect(codes('San José, provincia de Veraguas').every(code => code.startsWith('09'))).toBe(true);
  });

  it('mean the wider last where two names contain each other', () => {
    expect(findReal('David, Chiriquí')[0]?.code).toBe('0406');
  });

  it('mean the finer first where each could lie in the other', () => {
    const rows = [area('01', 'Bocas'), area('0101', 'Guayabo'), area('0102', 'Cedrales')];
    const inner = [
      { ...area('0101', 'Cedrales'), level: 'neighbourhood' as const },
      { ...area('0102', 'Guayabo'), level: 'neighbourhood' as const },
    ];
    const both = finderOf([...rows, ...inner]);
    expect(both('en Guayabo, Cedrales').map(({ code, text }) => [code, text])[0]).toEqual([
      '0102',
      'Guayabo',
    ]);
    expect(both('en Cedrales, Guayabo').map(({ code, text }) => [code, text])[0]).toEqual([
      '0101',
      'Cedrales',
    ]);
  });

  it('are also a building and the corregimiento it stands in', () => {
    expect(find('Hospital Santo Tomás, Calidonia')[0]).toMatchObject({
      code: '080404',
      p: expect.closeTo(0.97, 2),
    });
  });

  it('contradict each other: the area the citizen named wins', () => {
    const [first, second] = find('Cerro Viento en Arraiján');
    expect(first).toMatchObject({ code: '1301', text: 'Cerro Viento en Arraiján', corregimiento: null });
    expect(first?.p).toBeLessThan(0.8);
    expect(second).toMatchObject({ code: '080509' });
    expect(second?.p).toBeLessThan(0.3);
  });

  it('join a neighbourhood known by district only and the corregimiento the citizen names', () => {
    expect(find('San Antonio, Pacora')[0]).toMatchObject({ code: '080417', text: 'San Antonio, Pacora' });
  });
});

describe('homonyms', () => {
  it('are all told with near-equal certainty', () => {
    const guesses = find('en Pedregal');
    expect(guesses.map(({ code }) => code).sort()).toEqual(['040607', '080413']);
    expect(guesses[1]?.p).toBeGreaterThan((guesses[0]?.p ?? 1) * 0.9);
    expect((guesses[0]?.p ?? 1) + (guesses[1]?.p ?? 1)).toBeLessThan(1);
  });

  it('are at most six', () => {
    expect(find('San José')).toHaveLength(6);
  });

  it('in what is already known win', () => {
    expect(codes('en Pedregal', '0406')[0]).toBe('040607');
    expect(codes('en Pedregal', '04')[0]).toBe('040607');
    expect(codes('en Pedregal', '080419')[0]).toBe('080413');
    expect(find('en Pedregal', '0804')[0]?.p).toBeGreaterThan(0.75);
  });

  it('near another place named win', () => {
    const [first, second] = find('en Pedregal, por Tocumen');
    expect(first?.code).toBe('080413');
    expect(find('en Pedregal, por Tocumen').find(({ code }) => code === '040607')?.p).toBeLessThan(0.3);
    expect(second?.code).toBe('080419');
    const all = findReal('no hay luz en Monte Oscuro ni en Paraíso');
    expect(all.slice(0, 2).map(({ code }) => code)).toEqual(['080504', '080505']);
    expect(all[2]?.p).toBeLessThan((all[1]?.p ?? 0) * 0.75);
  });
});

describe('two places', () => {
  it('are both told, the one after «en» or at the end of a way first', () => {
    expect(codes('de Arraiján a La Chorrera')).toEqual(['1304', '1301']);
    expect(find('de Arraiján a La Chorrera')[1]?.p).toBeLessThan(0.75);
    expect(codes('voy a David y en Santiago me robaron')).toEqual(['0910', '0406']);
    expect(codes('vivo en Tocumen, trabajo por Obarrio')[0]).toBe('080419');
  });

  it('of one name are one guess', () => {
    expect(codes('Burunga, sí, en Burunga')).toEqual(['130107']);
  });
});

describe('certainty', () => {
  it('follows how sure the row is', () => {
    const p = (confidence: 'A' | 'M' | 'B'): number => {
      const rows: GazetteerRow[] = [area('08', 'Panamá'), area('0804', 'Panamá'), area('080419', 'Tocumen')];
      const row: GazetteerRow = { ...area('080419', 'Villa Rosada'), level: 'neighbourhood', confidence };
      return finderOf([...rows, row])('en Villa Rosada')[0]?.p ?? 0;
    };
    expect(p('A')).toBeCloseTo(0.93, 2);
    expect(p('M')).toBeLessThan(p('A'));
    expect(p('B')).toBeLessThan(p('M'));
  });

  it('gives a road the district it runs in, and a sure row its corregimiento', () => {
    expect(find('en Vía España')[0]).toMatchObject({ code: '0804', corregimiento: null });
    expect(findReal('en la Vía Madden')[0]?.code).toBe('080415');
  });
});

describe('the words of the place', () => {
  it.each([
    ['hueco en calle 3 de Cerro Viento', 'calle 3 de Cerro Viento'],
    ['casa 15, calle 3, Cerro Viento, gracias', 'casa 15, calle 3, Cerro Viento'],
    ['Cerro Viento, calle 3, casa 15. Urgente', 'Cerro Viento, calle 3, casa 15'],
    ['frente a la panadería de Burunga hay un hueco', 'frente a la panadería de Burunga'],
    ['la calle está llena de huecos en Cerro Viento', 'Cerro Viento'],
    ['calle sin luz en Cerro Viento', 'Cerro Viento'],
    ['hay basura. Avenida sucia. En Cerro Viento', 'Cerro Viento'],
    ['en   cerro   viento', 'cerro viento'],
    ['el semáforo de Vía España con avenida Brasil no sirve', 'Vía España con avenida Brasil'],
    ['the light at Vía España and Vía Brasil is broken', 'Vía España and Vía Brasil'],
    ['hueco en Vía España y no lo arreglan', 'Vía España'],
  ])('of %s', (text, words) => {
    expect(find(text)[0]?.text).toBe(words);
  });

  it('leave the street out where both are too long', () => {
    const long =
      'frente a supercalifragilisticoespialidoso hipermercadodepartamentalinternacional de Cerro Viento';
    expect(find(long)[0]?.text).toBe('Cerro Viento');
  });

  it('are at most 80 characters', () => {
    const long = `calle ${'1 '.repeat(60)}Cerro Viento casa ${'2 '.repeat(60)}`;
    for (const { text } of find(long)) expect(text.length).toBeLessThanOrEqual(80);
  });
});

function area(code: string, name: string): GazetteerRow {
  const level = code.length === 2 ? 'province' : code.length === 4 ? 'district' : 'corregimiento';
  return { code, level, name, aliases: [], lat: null, lon: null, confidence: 'A' };
}
