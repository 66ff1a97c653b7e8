import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bareWords } from '../../../src/catalogue/words.ts';
import { REAL_PLACES } from './finders.ts';

const TEXT = readFileSync(new URL('../../../config/places.json', import.meta.url), 'utf8');
const of = (level: string): number => REAL_PLACES.filter(row => row.level === level).length;

describe('the office’s gazetteer', () => {
  it('holds the whole division of the country and what people call its parts', () => {
    expect(of('province')).toBe(13);
    expect(of('district')).toBe(82);
    expect(of('corregimiento')).toBe(699);
    expect(of('neighbourhood') + of('landmark')).toBeGreaterThan(1800);
  });

  it('keeps one row a line from the third line on, and says where it comes from', () => {
    const lines = TEXT.trimEnd().split('\n');
    expect(lines[0]).toContain('GeoNames (https://www.geonames.org), CC BY 4.0');
    expect(lines[1]).toBe('"places":[');
    expect(lines.slice(2, -1)).toHaveLength(REAL_PLACES.length);
    expect(lines.slice(2, -1).every(line => /^\{"code":"\d+","level".*\},?$/.test(line))).toBe(true);
  });

  it('has points inside Panama only, both numbers or none', () => {
    const outside = REAL_PLACES.filter(({ lat, lon }) => {
      if (lat === null || lon === null) return lat !== lon;
      return lat < 7 || lat > 9.8 || lon < -83.1 || lon > -77.1;
    });
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  it('names no place twice in one corregimiento and level, nor with an alias that is its name', () => {
    const seen = new Set<string>();
    const again = REAL_PLACES.filter(({ code, level, name }) => {
      const key = `${code} ${level} ${bareWords(name)}`;
      return seen.size === seen.add(key).size;
    });
    expect(again.map(({ name }) => name)).toEqual([]);
    const idle = REAL_PLACES.filter(row => row.aliases.some(alias => alias === row.name));
    expect(idle.map(({ name }) => name)).toEqual([]);
  });
});
