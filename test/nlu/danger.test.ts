import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmergencyCategory } from '../../src/catalogue/catalogue.ts';
import { ConfigError } from '../../src/errors.ts';
import { createDangerEar } from '../../src/nlu/danger.ts';
import { readTokens } from '../../src/nlu/tokens.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const { emergencies, abbreviations } = smallCatalogue();
const office = createDangerEar(emergencies.values());
const dangerOf = (text: string, ear = office) => ear(readTokens(text, abbreviations)).danger;

/** Each round was written after the phrases of the rounds before were settled; the fifth is told in few words. */
const ROUNDS = ['first', 'second', 'third', 'fourth', 'fifth'];

function linesOf(round: string, what: 'true' | 'ordinary'): string[] {
  const file = new URL(`danger-${round}-${what}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').trim().split('\n');
}

/** `incendio/electrico | text`: the categories that are right, and the message. */
const TRUE = ROUNDS.flatMap(round => linesOf(round, 'true')).map(line => {
  const [categories = '', text = ''] = line.split(' | ');
  return { categories: categories.split('/'), text };
});
const ORDINARY = ROUNDS.flatMap(round => linesOf(round, 'ordinary'));

/** An ear of one or more invented categories. */
function earOf(...categories: Partial<EmergencyCategory>[]) {
  const whole = categories.map((category, n) => ({
    id: `c${n}`,
    report: null,
    rescuers: ['policia'],
    lines: [],
    triggers: [],
    guards: [],
    ...category,
  }));
  return createDangerEar(whole);
}

describe('a phrase of what may become a danger', () => {
  const ear = earOf({
    triggers: ['+ arbol ... caerse ... casa', '! fuego'],
    guards: ['~ ayer', 'arbol ... caerse'],
  });
  const heard = (text: string) => ear(readTokens(text, abbreviations));

  it('is told in every sentence, and is no danger for anything else', () => {
    const { hazard, danger, named } = heard('el arbol va a caerse en la casa, desde ayer lo digo');
    expect(hazard).toMatchObject({ category: 'c0' });
    expect([danger, named.size]).toEqual([null, 0]);
  });

  it('is not told where it is denied', () => {
    expect(heard('ningun arbol va a caerse en la casa').hazard).toBeNull();
    expect(heard('fuego').hazard).toBeNull();
  });
});

describe('the office’s phrases', () => {
  it('are measured on as many messages as they claim', () => {
    expect(TRUE.length).toBeGreaterThanOrEqual(150);
    expect(ORDINARY.length).toBeGreaterThanOrEqual(250);
    expect(new Set([...TRUE.map(({ text }) => text), ...ORDINARY]).size).toBe(TRUE.length + ORDINARY.length);
  });

  it.each(ROUNDS)('find the dangers of the %s round', round => {
    const lines = linesOf(round, 'true').map(line => line.split(' | ')[1] ?? '');
    const missed = lines.filter(text => dangerOf(text) === null);
    expect(missed.length / lines.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it.each(ROUNDS)('pass over the look-alikes of the %s round', round => {
    const lines = linesOf(round, 'ordinary');
    const alarms = lines.filter(text => dangerOf(text) !== null);
    expect(alarms.length / lines.length, alarms.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it('name the right category nine times of ten', () => {
    const wrong = TRUE.filter(({ categories, text }) => !categories.includes(dangerOf(text)?.category ?? ''));
    expect(wrong.length / TRUE.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(0.1);
  });

  it('give every category telephone lines named in both languages', () => {
    for (const { id, lines } of emergencies.values()) {
      expect(lines.length, id).toBeGreaterThan(0);
      for (const { number, name } of lines) expect([number, name.es, name.en].every(Boolean), id).toBe(true);
    }
  });

  it('name only lines that the bodies publish for citizens', () => {
    const published = new Set(['911', '104', '103', '520-4426', '182', '147', '6534-2546', '6378-3466']);
    const named = [...emergencies.values()].flatMap(({ lines }) => lines.map(({ number }) => number));
    expect(named.filter(number => !published.has(number))).toEqual([]);
  });

  it.each([
    'no sale agua de la pluma',
    'no sale ni una gota de agua de la pluma',
    'ya no sale agua por la llave desde el lunes',
    'no me sale nada de agua, y en el cuarto tampoco',
    'no está saliendo agua en Pacora',
  ])('tell a dry tap from somebody who does not come up: %s', text => {
    expect(dangerOf(text)).toBeNull();
  });

  it.each([
    'mi hermano no sale del agua',
    'el muchacho se tiró al agua y no sale, ayuda',
    'no salen del agua los dos muchachos',
    'mi hijo se metió al río y no sale',
  ])('still hear who does not come up: %s', text => {
    expect(dangerOf(text)?.category).toBe('mar');
  });

  it.each([
    'Mi hijo de 15 años lleva dos días sin aparecer',
    'mi papá tiene dos días sin volver a la casa',
    'llevamos tres días sin saber nada de mi hermana',
  ])('hear who is missed by how long: %s', text => {
    expect(dangerOf(text)?.category).toBe('desaparecido');
  });

  it.each([
    'mi abuela lleva tres meses sin aparecer en la lista de 120 a los 65',
    'mi niña lleva un mes sin volver a la escuela porque no hay maestra',
    'llevo 3 meses sin saber de mi caso',
    'el camión lleva días sin volver a pasar',
  ])('take no list, school or truck for somebody missing: %s', text => {
    expect(dangerOf(text)).toBeNull();
  });

  it('hear accents, capitals, shorthand and usual misspellings alike', () => {
    const spellings = ['MI MAMÁ NO DESPIERTA', 'mi mama no despierta', 'mi mama no despiertaaaa'];
    expect(new Set(spellings.map(text => dangerOf(text)?.category))).toEqual(new Set(['medica']));
    expect(dangerOf('kiero morirme')?.category).toBe('suicidio');
    expect(dangerOf('xfa se callo un poste')?.category).toBe('electrico');
  });
});

describe('a trigger', () => {
  const ear = earOf({ triggers: ['! se quema ... <home>', 'incendio*'] });

  it.each([
    ['ayer hubo un incendio'],
    ['el incendio de la semana pasada'],
    ['no hay incendio'],
    ['propongo comprar mangueras para los incendios'],
    ['requisitos del certificado de incendios'],
    ['simulacro de incendio'],
    ['el cuartel y los incendios'],
    ['jajaja qué incendio'],
    ['there was an incendio last week'],
  ])('without a mark is silent in: %s', text => {
    expect(dangerOf('hay incendio', ear)).toEqual({ category: 'c0', p: 0.8 });
    expect(dangerOf(text, ear)).toBeNull();
  });

  it('without a mark speaks again where the sentence cries for help', () => {
    expect(dangerOf('ayer hubo uno y ahora mismo hay otro incendio', ear)).toEqual({
      category: 'c0',
      p: 0.8,
    });
  });

  it('without a mark is silent only in its own sentence', () => {
    expect(dangerOf('Ayer no había nada. Hay incendio', ear)).toEqual({ category: 'c0', p: 0.8 });
  });

  it('with ! counts in every sentence', () => {
    expect(dangerOf('ayer no, pero se quema mi casa', ear)).toEqual({ category: 'c0', p: 0.95 });
  });

  it('with ? needs a second sign near it, of other words', () => {
    const signs = earOf({ triggers: ['? humo', '? <home>', '? hum*'] });
    expect(dangerOf('hay humo', signs)).toBeNull();
    expect(dangerOf('hay humo en la casa', signs)).toEqual({ category: 'c0', p: 0.7 });
    expect(dangerOf(`humo ${'y mas '.repeat(12)} casa`, signs)).toBeNull();
    expect(dangerOf('ayer había humo en la casa', signs)).toBeNull();
  });
});

describe('a guard', () => {
  it('quiets the words it covers and no others', () => {
    const ear = earOf({ triggers: ['! muero'], guards: ['muero de risa'] });
    expect(dangerOf('me muero de risa', ear)).toBeNull();
    expect(dangerOf('me muero de risa y me muero', ear)).toEqual({ category: 'c0', p: 0.95 });
  });

  it('with ~ quiets its whole sentence and no other', () => {
    const ear = earOf({ triggers: ['! muero'], guards: ['~ novela'] });
    expect(dangerOf('muero en la novela', ear)).toBeNull();
    expect(dangerOf('Vi la novela. Ahora me muero', ear)).toEqual({ category: 'c0', p: 0.95 });
  });

  it('speaks only for its own category', () => {
    const ear = earOf({ triggers: ['! muero'], guards: ['~ novela'] }, { triggers: ['! muero'] });
    expect(dangerOf('muero en la novela', ear)?.category).toBe('c1');
  });
});

describe('of two categories', () => {
  it('the clearer wins, and the first of equals', () => {
    const ear = earOf({ triggers: ['golpe', '! grito'] }, { triggers: ['! sangre', '! grito'] });
    expect(dangerOf('golpe y sangre', ear)).toEqual({ category: 'c1', p: 0.95 });
    expect(dangerOf('golpe y grito y sangre', ear)).toEqual({ category: 'c0', p: 0.95 });
    expect(dangerOf('nada', ear)).toBeNull();
  });
});

describe('a year that is named', () => {
  const ear = earOf({ triggers: ['incendio'] });

  it.each([1989, 2014, 2026, 2027, 2040])('tells of no danger now: %i', year => {
    expect(dangerOf(`incendio en mi casa en ${year}`, ear)).toBeNull();
    expect(dangerOf(`por el incendio del ${year} en mi casa`, ear)).toBeNull();
  });

  it('is no number of a house', () => {
    expect(dangerOf('incendio en la casa 2027', ear)).not.toBeNull();
  });
});

describe('the ear', () => {
  it.each([
    ['ayer se quema mi casa', true],
    ['no hay cable caido', true],
    ['se quema mi casa', false],
    ['ayer no, ahora mismo se quema mi casa', false],
    ['hay cable caido', false],
  ])('says whether what it heard stands where it means little: %s', (text, isSilent) => {
    const ear = earOf({ triggers: ['! se quema ... <home>', '! cable caido'] });
    expect(ear(readTokens(text, abbreviations))).toMatchObject({ danger: { p: 0.95 }, isSilent });
  });

  it('refuses phrases it cannot read', () => {
    expect(() => earOf({ triggers: ['<nobody>'] })).toThrow(ConfigError);
    expect(() => earOf({ guards: ['a//b'] })).toThrow(ConfigError);
  });

  it('never throws and always says the same', () => {
    const words = fc.constantFrom(...TRUE.flatMap(({ text }) => text.split(' ')), '.', '!', '\n', '<home>');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map(parts => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, text => {
        const once = dangerOf(text);
        expect(dangerOf(text)).toEqual(once);
        if (once) expect(emergencies.has(once.category) && once.p > 0 && once.p < 1).toBe(true);
      }),
    );
  });

  it('keeps a sure danger whatever ordinary sentence stands before or after it', () => {
    const sure = TRUE.map(({ text }) => text).filter(text => dangerOf(text)?.p === 0.95);
    fc.assert(
      fc.property(fc.constantFrom(...sure), fc.constantFrom(...ORDINARY), (danger, ordinary) => {
        expect(dangerOf(`${danger}. ${ordinary}`)?.p).toBe(0.95);
        expect(dangerOf(`${ordinary}. ${danger}`)?.p).toBe(0.95);
      }),
    );
  });

  it('reads a danger at the end of a long text', () => {
    const long = 'En mi calle no hay agua y la basura no la recogen. '.repeat(200);
    expect(dangerOf(long)).toBeNull();
    expect(dangerOf(`${long} Se está quemando la casa de al lado`)?.category).toBe('incendio');
  });

  it.each([
    ['one word of many phrases', 'no se me '],
    ['every danger at once', 'mi marido me pega casa fuego '],
    ['no end of a sentence', 'quiero reportar que en mi calle no hay agua '],
  ])('reads ten thousand letters in no time: %s', (_, part) => {
    const tokens = readTokens(part.repeat(Math.ceil(10_000 / part.length)), abbreviations);
    const runs = Array.from({ length: 5 }, () => cpuMs(() => office(tokens)));
    expect(Math.min(...runs)).toBeLessThan(200);
  });
});

/** Milliseconds of processor time, which other programs of the machine do not stretch. */
function cpuMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
