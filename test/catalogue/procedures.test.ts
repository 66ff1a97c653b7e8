import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, Procedure } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { checkConfig } from '../../src/wiring/understanding.ts';
import { complaints } from '../support/config-folder.ts';

let catalogue: Catalogue;
let procedures: Procedure[];

beforeAll(async () => {
  catalogue = await loadCatalogue('config');
  procedures = [...catalogue.procedures.values()];
});

describe('the procedures people ask about', () => {
  it('are all there, each with a body, and counted when the configuration is checked', async () => {
    expect(procedures).toHaveLength(64);
    expect(procedures.filter(({ agency }) => !catalogue.agencies.has(agency))).toEqual([]);
    expect(await checkConfig('config')).toMatchObject({ procedures: 64 });
  });

  it('tell no cost that nobody vouches for', () => {
    const unverified = procedures.filter(({ confidence }) => confidence === 'B');
    expect(unverified.map(({ id }) => id).sort()).toEqual([
      'carne_salud',
      'carnet_migracion_primera',
      'cedula_primera',
      'contrato_agua',
      'discapacidad',
      'licencia_extranjero',
      'matricula',
      'pasaporte_reposicion',
    ]);
    expect(unverified.filter(({ cost }) => cost !== null)).toEqual([]);
  });

  it('tell the same amounts in both languages', () => {
    const amounts = (text: string): string[] =>
      [...text.matchAll(/\d[\d.,:]*\d|\d/g)].map(([number]) => number).sort();
    for (const { id, needs, cost, where } of procedures) {
      expect(amounts(needs.en.join(' ')), id).toEqual(amounts(needs.es.join(' ')));
      expect(amounts(cost?.en ?? ''), id).toEqual(amounts(cost?.es ?? ''));
      expect(amounts(where.en), id).toEqual(amounts(where.es));
    }
  });

  it('have names of their own in both languages', () => {
    for (const language of ['es', 'en'] as const) {
      expect(new Set(procedures.map(({ name }) => name[language])).size).toBe(64);
    }
  });
});

/** Replaces text in a file of the sound configuration; it must be there. */
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('a procedure with a mistake', () => {
  it.each([
    [
      'an agency that is not there',
      'agency: idaan',
      'agency: idan',
      ['procedures.yaml:2: there is no agency "idan" in agencies.yaml: add it or correct the name'],
    ],
    [
      'an id used twice',
      'id: water-clearance',
      'id: water-contract',
      ['procedures.yaml:14: the id "water-contract" is used twice: rename one'],
    ],
    [
      'a phrase of two procedures, but for accents',
      'no deber agua',
      'Conexion de agua',
      ['procedures.yaml:17: "conexion de agua" is already a word of "water-contract": keep it in one place'],
    ],
    [
      'a phrase twice',
      'no deber agua',
      'Clearance',
      ['procedures.yaml:17: "clearance" stands twice: keep it in one place'],
    ],
    [
      'too few phrases',
      'no deber agua, ',
      '',
      ['procedures.yaml:17: "words": has fewer than six: add phrases people use'],
    ],
    [
      'a language left out',
      'where: { es: "Agencia", en: "Office" }',
      'where: { es: "Agencia" }',
      ['procedures.yaml:9: "where.en": is missing: add it'],
    ],
    [
      'requirements in one language only',
      '    en: ["Identity card", "Clearance"]\n',
      '',
      ['procedures.yaml:5: "needs.en": is missing: add it'],
    ],
    [
      'a requirement left out in one language',
      '"Identity card", "Clearance"',
      '"Identity card"',
      ['procedures.yaml:5: "es" has 2 and "en" 1: write the same in both'],
    ],
    [
      'no requirement',
      'es: ["Saldo en cero"]',
      'es: []',
      ['procedures.yaml:18: "needs.es": is empty: write at least one'],
    ],
    [
      'a cost nobody vouches for',
      'cost: null',
      'cost: { es: "B/.5", en: "B/.5" }',
      ['procedures.yaml:19: an unverified cost must not be told: write null, or name a better source'],
    ],
    [
      'a date that is none',
      'asOf: "2025-10"',
      'asOf: "2025-13"',
      [
        'procedures.yaml:11: "asOf": must be a year or a month in quotes, such as "2025" or "2025-10"; null when undated',
      ],
    ],
    [
      'a key nobody knows',
      'takes: null',
      'time: null',
      [
        'procedures.yaml:1: "takes": is missing: add it',
        'procedures.yaml:10: "time" is not known here: correct its name or remove it',
      ],
    ],
    [
      'an unknown confidence',
      'confidence: A',
      'confidence: alta',
      ['procedures.yaml:12: "confidence": must be one of A, M, B'],
    ],
    [
      'no source',
      'source: "inventado"',
      'source: ""',
      ['procedures.yaml:13: "source": is empty: fill it in or remove it'],
    ],
  ])('is named: %s', async (_, from, to, expected) => {
    expect(await complaints('procedures.yaml', swap(from, to))).toEqual(expected);
  });
});
