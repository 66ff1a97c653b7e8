import { describe, expect, it } from 'vitest';
import type { GazetteerRow } from '../../../src/catalogue/catalogue.ts';
import { findSmall as find, finderOf, findReal } from './finders.ts';

const codes = (text: string, near?: string): string[] => find(text, near).map(({ code }) => code);

describe('names', () => {
  it.each([
    ['en Cerro Viento', '080509'],
    ['EN CERRO VIENTO', '080509'],
    ['en serro biento', '080509'],
    ['por cerroviento', '080509'],
    ['vivo en Chilibre, sector 3', '080415'],
    ['en la 24 de diciembre', '080421'],
    ['en Calidonia', '080404'],
    ['en la Exposición', '080404'],
    ['corregimiento de Ernesto Córdoba', '080423'],
    ['en Torrijos-Carter', '080507'],
    ['urbanización Villa Lucre', '080503'],
    ['por los altos de Tocumen', '080421'],
  ])('finds %s', (text, code) => {
    expect(codes(text)[0]).toBe(code);
  });

  it('gives the gazetteer’s names, its point and the words as written', () => {
    expect(find('hay basura en cerro VIENTO')[0]).toEqual({
      code: '080509',
      province: 'Panamá',
      district: 'San Miguelito',
      corregimiento: 'Rufina Alfaro',
      text: 'cerro VIENTO',
      lat: 9.056,
      lon: -79.46,
      p: expect.closeTo(0.91, 2),
    });
  });

  it('knows a name without its article or kind', () => {
    const rows = [
      neighbourhood('El Tamarindo', '080509'),
      neighbourhood('Urbanización Los Lirios', '080502'),
    ];
    const short = finderOf([...areas(), ...rows]);
    expect(short('vivo en tamarindo')[0]?.code).toBe('080509');
    expect(short('en los lirios no hay luz')[0]?.code).toBe('080502');
  });

  it('prefers the longest name', () => {
    expect(find('en Nuevo Tocumen')).toHaveLength(1);
    expect(codes('en Nuevo Tocumen')).toEqual(['080421']);
    expect(codes('en Cerro Viento y en el cerro')).toEqual(['080509']);
  });

  it('reads a name across the dot of a short word, but not across sentences or commas', () => {
    expect(codes('en Sta. Marta, Bugaba')[0]).toBe('040507');
    expect(codes('no es Santa. Marta lo dijo')).toEqual([]);
    expect(codes('ni Costa, del Este')).toEqual([]);
  });

  it('means the large district rather than a hamlet of its name', () => {
    expect(findReal('en San Miguelito')[0]).toMatchObject({ code: '0805' });
    expect(findReal('en San Miguelito')[0]?.p).toBeGreaterThan(0.82);
  });

  it('gives a province or a district at its own level', () => {
    expect(find('en San Miguelito')[0]).toMatchObject({ code: '0805', corregimiento: null });
    expect(find('provincia de Colón')[0]).toMatchObject({ code: '03', district: null });
    expect(find('en Colón')[0]).toMatchObject({ code: '0301', corregimiento: null });
    expect(find('en Santiago')[0]?.code).toBe('0910');
    expect(find('corregimiento de Santiago')[0]?.code).toBe('091001');
  });
});

describe('misspellings', () => {
  it.each([
    ['en Tocumem', '080419'],
    ['vivo en Chilibri', '080415'],
    ['la chorrela', '1304'],
    ['en torijos cartre', '080507'],
    ['en Villa Zatia', '080423'],
  ])('forgives one slip in %s', (text, code) => {
    const [first] = find(text);
    expect(first?.code).toBe(code);
    expect(first?.p).toBeLessThan(0.75);
    expect(first?.p).toBeGreaterThan(0.55);
  });

  it('lets a slip never beat an exact name', () => {
    const both = finderOf([
      ...areas(),
      neighbourhood('Cerro Viejo', '080502'),
      neighbourhood('Cerro Viento', '080509'),
    ]);
    expect(both('en Cerro Viejo').map(({ text, code }) => [code, text])).toEqual([['080502', 'Cerro Viejo']]);
    expect(both('en Cerro Viento').map(({ code }) => code)).toEqual(['080509']);
    expect(both('en Cerro Vieto').map(({ code }) => code)).toEqual(['080502', '080509']);
  });

  it('doubts a slip when the true name is absent', () => {
    const without = finderOf([...areas(), neighbourhood('Cerro Viento', '080509')]);
    expect(without('en Cerro Viejo')).toEqual([]);
    expect(without('en Cerro Viendo')).toEqual([]);
    expect(without('en Cerro Vieto')[0]?.p).toBeLessThan(0.75);
  });

  it('forgives no wrong first letter, no slip in an everyday word and no plural', () => {
    expect(findReal('vivo en Mocumen')).toEqual([]);
    expect(findReal('en la felicidat de todos')).toEqual([]);
    expect(findReal('pasen por anastacio primero')).toEqual([]);
  });

  it('takes no everyday word for a misspelt name', () => {
    for (const text of [
      'la lotería',
      'en la acera',
      'los pasos',
      'vino Mariano',
      'en la cartera',
      'la palmera',
    ]) {
      expect(findReal(`queja: ${text} está mal`), text).toEqual([]);
    }
  });
});

describe('words that name other things', () => {
  it.each([
    'hola',
    'la zona sucia',
    'pongan la mesa en orden',
    'la salud primero',
    'NO HAY AGUA EN LA MESA',
    'en paz',
    'me llamo David Pérez',
    'mi nombre es Santiago',
    'la señora Margarita',
    'soy Juan Díaz',
    'calle Colón rota',
    'pagué 5 balboas',
    'la República de Panamá',
    'el Canal de Panamá',
    'aquí, en mi barrio, cerca de mi casa',
    'la Transístmica y el Corredor Norte',
    'calle 5 con calle 13',
  ])('finds no place in %s', text => {
    expect(findReal(text)).toEqual([]);
  });

  it.each([
    ['vivo en La Mesa, Veraguas', '0904'],
    ['barriada Progreso, Barú', '040203'],
    ['en Soná hay agua', '0911'],
    ['distrito de Olá', '0205'],
    ['corregimiento de Salud', '030207'],
    ['no hay luz en Las Mañanitas', '080420'],
    ['en las mañanitas no hay luz', '080420'],
    ['no hay luz en david', '0406'],
    ['La Paz de San Miguelito', '080506'],
    ['la barriada la felicidad sin luz', '080506'],
    ['Olá no tiene agua', '0205'],
    ['roban en crisol', '080503'],
    ['por el cerro viento asaltan', '080509'],
  ])('finds the place in %s', (text, code) => {
    expect(findReal(text)[0]?.code).toBe(code);
  });

  it('takes a place in a body’s name as weak evidence, which any other place beats', () => {
    const [alone] = find('el Municipio de Arraiján no contesta');
    expect(alone?.code).toBe('1301');
    expect(alone?.p).toBeLessThan(0.7);
    expect(alone?.p).toBeGreaterThan(0.5);
    expect(codes('la Policía de Arraiján no llega a Tinajitas')[0]).toBe('0805');
    expect(codes('el Banco Nacional de Colón cerró')).toEqual(['0301']);
  });

  it('reads Panamá as the capital only where it is told as a place', () => {
    expect(find('distrito de Panamá')[0]).toMatchObject({ code: '0804', p: expect.closeTo(0.9, 1) });
    expect(find('Panamá')[0]?.p).toBeGreaterThan(0.7);
    expect(find('en Panamá todo es caro')[0]?.p).toBeLessThan(0.5);
    expect(codes('Chitré, Panamá')).toEqual(['0601']);
    expect(findReal('hueco en el Corredor Sur, Panamá')[0]).toMatchObject({
      code: '0804',
      corregimiento: null,
    });
  });
});

function areas(): GazetteerRow[] {
  const rows = [
    ['08', 'province', 'Panamá'],
    ['0805', 'district', 'San Miguelito'],
    ['080502', 'corregimiento', 'Belisario Porras'],
    ['080509', 'corregimiento', 'Rufina Alfaro'],
  ] as const;
  return rows.map(([code, level, name]) => ({ ...neighbourhood(name, code), level }));
}

function neighbourhood(name: string, code: string): GazetteerRow {
  return {
    code,
    level: 'neighbourhood' as const,
    name,
    aliases: [],
    lat: null,
    lon: null,
    confidence: 'A' as const,
  };
}

it.each([
  ['ola', undefined],
  ['Ola buenas tardes', undefined],
  ['ola se me fue la luz en Chitré', '0601'],
  ['Olá', '0205'],
  ['ola, cocle', '0205'],
  ['estoy en ola', '0205'],
  ['no hay agua en Olá', '0205'],
])('hears a greeting or a district in "%s"', (text, code) => {
  expect(findReal(text)[0]?.code).toBe(code);
});
