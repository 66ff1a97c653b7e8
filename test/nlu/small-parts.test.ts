import { describe, expect, it } from 'vitest';
import { route } from '../../src/catalogue/route.ts';
import { cue } from '../../src/nlu/cue.ts';
import { createHolders } from '../../src/nlu/holders.ts';
import { markPlaces, read } from '../../src/nlu/reading.ts';
import { softmax } from '../../src/nlu/softmax.ts';
import { createRespell } from '../../src/nlu/spelling.ts';
import { stemOf } from '../../src/nlu/stem.ts';
import { soundOf } from '../../src/nlu/tokens.ts';
import { createWordEvidence } from '../../src/nlu/word-evidence.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const stem = (word: string): string => stemOf(soundOf(word));

describe('the root of a word', () => {
  it.each([
    ['roto', 'rotas'],
    ['recogen', 'recogió'.replace('ó', 'o')],
    ['camion', 'camiones'],
    ['luz', 'luces'],
    ['pasa', 'pasaron'],
    ['quemando', 'queman'],
  ])('is one for "%s" and "%s"', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it('parts words that only begin alike', () => {
    expect(stem('bote')).not.toBe(stem('botella'));
    expect(stem('camion')).not.toBe(stem('cama'));
    expect(stem('311')).toBe('311');
  });
});

describe('a cue', () => {
  const line = (text: string): string => read(text, new Map()).line;

  it('is found by sound, with its gap and its open ending', () => {
    const wants = cue('quiero ... (denunciar|quejar*)');
    expect(wants.test(line('Kiero ya mismo denunsiar'))).toBe(true);
    expect(wants.test(line('quiero quejarme'))).toBe(true);
    expect(wants.test(line('quiero uno dos tres cuatro denunciar'))).toBe(false);
    expect(wants.test(line('quiero. Denunciar'))).toBe(false);
  });

  it('is whole words', () => {
    expect(cue('bot').test(line('botella'))).toBe(false);
    expect(cue('bot').test(line('un bot.'))).toBe(true);
  });
});

describe('spelling', () => {
  const respell = createRespell(['semafor', 'agu', 'alkantariy']);

  it('finds a long word with a wrong, missing or swapped letter', () => {
    expect(respell('semafr')).toBe('semafor');
    expect(respell('cemafor')).toBeNull();
    expect(respell('alkantriya')).toBe('alkantariy');
  });

  it('leaves short words and numbers alone', () => {
    expect(respell('agi')).toBeNull();
    expect(respell('123456')).toBeNull();
  });
});

describe('probabilities', () => {
  it('rank best first, equals by id, and leave a share to none of them', () => {
    const ranked = softmax<string>(
      [
        ['b', 1],
        ['a', 1],
        ['c', 3],
      ],
      1,
      1,
    );
    expect(ranked.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    const sum = ranked.reduce((total, { p }) => total + p, 0);
    expect(sum).toBeLessThan(1);
    expect(sum).toBeGreaterThan(0.85);
  });

  it('are none for nothing, and finite for great scores', () => {
    expect(softmax([], 1)).toEqual([]);
    expect(softmax([['a', 1e6]], 1, 0)).toEqual([{ id: 'a', p: 1 }]);
  });
});

describe('the evidence of words', () => {
  const [one, other] = ['basura', 'botan basura'].map((word, n) => {
    const name = { es: 'x', en: 'x' };
    const rest = { needs: [], kinds: [], days: 1, holder: [] };
    return { id: `${n}`, name, covers: name, words: [word], ...rest };
  });
  const evidence = one && other ? createWordEvidence([one, other]) : null;

  it('gives a longer phrase its words, and less of them to others', () => {
    const alone = evidence?.(read('basura', new Map())).scores;
    const within = evidence?.(read('botan basura', new Map())).scores;
    expect(within?.get('1')).toBeGreaterThan((within?.get('0') ?? 0) * 2);
    expect(within?.get('0')).toBeLessThan(alone?.get('0') ?? 0);
  });
});

describe('a reading', () => {
  it('tells where from what', () => {
    const { units } = read('hueco frente a la escuela', new Map());
    expect(units.map(({ sound, inPlace }) => [sound, inPlace])).toEqual([
      ['ueko', false],
      ['frente', false],
      ['eskuela', true],
    ]);
  });

  it('marks the words of a place, and only those', () => {
    const reading = markPlaces(read('hueco en Río Abajo', new Map()), ['Río Abajo', 'Colón', '']);
    expect(reading.units.map(({ inPlace }) => inPlace)).toEqual([false, true, true]);
  });

  it('shows the ends of sentences and questions', () => {
    expect(read('Hola. ¿Abren hoy? Gracias', new Map()).line).toBe(' ola . abren oy ? grasias ');
    expect(read('abren?', new Map()).line).toBe(' abren ? ');
  });
});

describe('the holders of a service', () => {
  const catalogue = smallCatalogue();
  const holders = createHolders(catalogue, route(catalogue));
  const garbage = catalogue.services.get('garbage');

  it('are one where the rule decides', () => {
    expect(garbage && [...holders(garbage, '1301')]).toEqual([['mun_arraijan', 1]]);
  });

  it('share the probability where it asks for the place', () => {
    const shares = garbage ? [...holders(garbage, '').values()] : [];
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('count a body that is written to often for more than its places', () => {
    const places = catalogue.places.filter(({ code }) => code.length === 6);
    const inside = places.filter(({ code }) => /^080[45]/.test(code)).length / places.length;
    expect(garbage && holders(garbage, '').get('aaud')).toBeGreaterThan(inside);
  });

  it('are only those within the area that is known', () => {
    expect(garbage && [...holders(garbage, '04').keys()]).not.toContain('aaud');
  });
});
