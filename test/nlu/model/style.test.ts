import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../src/nlu/model/style.ts';
import { read } from '../../../src/nlu/reading.ts';

const style = (text: string) => new Set(styleOf(read(text, new Map())));

/** What two texts have in common of how they are put. */
function shared(one: string, other: string): number {
  const known = style(other);
  return [...style(one)].filter(feature => known.has(feature)).length;
}

describe('how a text is put', () => {
  it('is alike where the matter is not', () => {
    const wish = 'Pongan un semáforo en la entrada de mi barriada.';
    const other = shared(wish, 'Pongan bancas nuevas donde esperan los viejos.');
    expect(other).toBeGreaterThan(shared(wish, 'llevamos tres días sin luz y nadie contesta'));
  });

  it('knows where sentences begin, and which is the last', () => {
    const last = 'No hay agua. Deberían avisar antes.';
    const alone = 'Deberían avisar antes.';
    expect(shared(last, alone)).toBeGreaterThan(shared('No hay agua y deberían avisar antes', alone));
  });

  it('hears a question by its signs', () => {
    const differs = (one: string, other: string) => shared(one, other) < style(one).size;
    expect(differs('¿Abren mañana?', 'Abren mañana')).toBe(true);
    expect(differs('Abren mañana', 'Abren mañana')).toBe(false);
  });

  it('is bounded for the longest text, and there for the emptiest', () => {
    const long = style(`${'Quiero que alguien venga. '.repeat(4_000)}Y termino.`);
    expect(long.size).toBeLessThan(1_000);
    for (const text of ['', '👍', '?', '\n\n']) expect(() => style(text)).not.toThrow();
  });
});
