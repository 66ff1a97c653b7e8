import { describe, expect, it } from 'vitest';
import type { GazetteerRow } from '../../../src/catalogue/catalogue.ts';
import { createPlaceFinder } from '../../../src/nlu/places/place-finder.ts';
import { REAL_PLACES } from './finders.ts';

const finder = createPlaceFinder(REAL_PLACES);
const pointed = REAL_PLACES.filter(row => row.lat !== null && row.lon !== null && row.level !== 'province');
const pointOf = ({ lat, lon }: GazetteerRow): string => `${lat},${lon}`;

describe('a pin', () => {
  it('on a row’s own point is that row, unless others share the point', () => {
    const uses = new Map<string, number>();
    for (const row of pointed) uses.set(pointOf(row), (uses.get(pointOf(row)) ?? 0) + 1);
    const alone = pointed.filter(row => uses.get(pointOf(row)) === 1);
    expect(alone.length).toBeGreaterThan(700);
    for (const row of alone) {
      const found = finder.locate(row.lat ?? 0, row.lon ?? 0);
      expect(found?.metres, row.name).toBeLessThan(1);
      expect(found?.code, row.name).toBe(row.code);
      expect(found?.text, row.name).toBe(row.name);
    }
  });

  it('on a shared point is the area that holds all who share it', () => {
    const shared = new Map<string, GazetteerRow[]>();
    for (const row of pointed) shared.set(pointOf(row), [...(shared.get(pointOf(row)) ?? []), row]);
    const groups = [...shared.values()].filter(rows => rows.length > 1);
    expect(groups.length).toBeGreaterThan(20);
    for (const rows of groups) {
      const found = finder.locate(rows[0]?.lat ?? 0, rows[0]?.lon ?? 0);
      expect(found, rows[0]?.name).not.toBeNull();
      expect(
        rows.every(({ code }) => code.startsWith(found?.code ?? '-')),
        rows[0]?.name,
      ).toBe(true);
    }
  });

  it('near a place tells it with the distance on the ground', () => {
    const found = finder.locate(9.056, -79.461);
    expect(found).toMatchObject({ district: 'San Miguelito', corregimiento: 'Rufina Alfaro' });
    expect(found?.metres).toBeGreaterThan(50);
    expect(found?.metres).toBeLessThan(200);
    expect(found?.p).toBeGreaterThan(0.8);
  });

  it('prefers a place to the area around it when they are about as near', () => {
    const rows: GazetteerRow[] = [
      area('08', 'Panamá', null, null),
      area('0804', 'Panamá', null, null),
      area('080419', 'Tocumen', 9, -79),
      { ...area('080419', 'Belén', 9.002, -79), level: 'neighbourhood' },
    ];
    const small = createPlaceFinder(rows);
    expect(small.locate(9.00045, -79)?.text).toBe('Belén');
    expect(small.locate(9, -79)?.text).toBe('Tocumen');
    expect(small.locate(8.99, -79)?.text).toBe('Tocumen');
  });

  it('measures a degree of latitude as 111.2 kilometres, and no further than 25 beyond the bounds', () => {
    const small = createPlaceFinder([area('08', 'Panamá', null, null), area('0804', 'Panamá', 9.7, -79)]);
    expect(small.locate(9.6, -79)?.metres).toBeCloseTo(11_119.5, 0);
    expect(small.locate(9.9247, -79)?.metres).toBeLessThan(25_000);
    expect(small.locate(9.9251, -79)).toBeNull();
    expect(small.locate(9.7, -79.2)?.metres).toBeCloseTo(21_921, -2);
    expect(small.locate(9.2, -79)?.p).toBe(0.3);
    expect(small.locate(9.1, -79)).toBeNull();
  });

  it.each([
    ['San José, Costa Rica', 9.93, -84.08],
    ['Bogotá', 4.71, -74.07],
    ['the ocean', 5, -80],
    ['null island', 0, 0],
    ['no point', Number.NaN, -79.5],
    ['no point on Earth', 91, -79.5],
    ['infinity', 9, Number.POSITIVE_INFINITY],
  ])('beyond Panama is no place: %s', (_, lat, lon) => {
    expect(finder.locate(lat, lon)).toBeNull();
  });
});

function area(code: string, name: string, lat: number | null, lon: number | null): GazetteerRow {
  const level = code.length === 2 ? 'province' : code.length === 4 ? 'district' : 'corregimiento';
  return { code, level, name, aliases: [], lat, lon, confidence: 'A' };
}
