import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { route } from '../../src/catalogue/route.ts';
import type { Classifier } from '../../src/nlu/classifier.ts';
import { createClassifier } from '../../src/nlu/create-classifier.ts';
import { openStage } from '../support/play.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';
import { FIRST, type Question, SECOND, THIRD } from './questions.ts';

/** Below this a procedure is not even offered. */
const NOTHING = 0.3;

let classifier: Classifier;

beforeAll(async () => {
  ({ classifier } = await openStage());
});

function misses(questions: Question[]): string[] {
  return questions.filter(([text, expected]) => !isRight(text, expected)).map(([text]) => text);
}

function isRight(text: string, expected: string): boolean {
  const [best] = classifier.understand(text).procedures;
  const found = best && best.p >= NOTHING ? best.id : '';
  return expected.split('|').includes(found);
}

describe('the procedures questions ask about', () => {
  it('are found, or honestly none, in questions that were at hand', () => {
    const questions = [...FIRST, ...SECOND];
    expect(questions.length).toBeGreaterThanOrEqual(80);
    expect(misses(questions)).toEqual([]);
  });

  it('are found, or honestly none, in questions nothing was fitted to', () => {
    expect(misses(THIRD).length / THIRD.length).toBeLessThan(0.1);
  });

  it.each([
    'cómo saco el duplicado de la licencia de conducir',
    'I lost my panamanian driver license',
    'how do I replace a lost driver license',
    'boté la licencia',
  ])('tell who lost a licence from who has a foreign one: %s', text => {
    expect(classifier.understand(text).procedures[0]?.id).toBe('licencia_duplicado');
  });

  it('make a question of nearly all of them', () => {
    const known = [...FIRST, ...SECOND, ...THIRD].filter(([, expected]) => expected !== '');
    const taken = known.filter(([text]) => classifier.understand(text).intent === 'info');
    expect(taken.length / known.length).toBeGreaterThan(0.9);
  });

  it('lie near each other, and none is sure, when a word means several', () => {
    const { procedures } = classifier.understand('¿cuánto cuesta el pasaporte?');
    expect(procedures.slice(0, 3).map(({ id }) => id)).toEqual([
      'pasaporte_menor',
      'pasaporte_primera',
      'pasaporte_renovacion',
    ]);
    expect(procedures[0]?.p).toBeLessThan(NOTHING);
  });

  it('are not told by words that only ask', () => {
    expect(classifier.understand('cuánto cuesta, qué papeles y cuánto demora el trámite').procedures).toEqual(
      [],
    );
  });

  it('are meant when nothing but a name is written, with or without what it explains in brackets', () => {
    for (const name of ['Renovación de pasaporte', 'aviso de operación', 'Police record certificate']) {
      expect(classifier.understand(name).intent, name).toBe('info');
    }
  });
});

describe('a complaint about something there is a procedure for', () => {
  it.each([
    '¿por qué no me dan cita en el seguro? llevo tres meses esperando',
    'no me han pagado la beca universal, ¿cuándo me la van a pagar?',
    'me cobraron de más por el revisado vehicular',
    'llevo un mes esperando la renovación de la cédula vencida y nadie me responde',
    'no puedo sacar cita en el seguro?',
    'quiero reportar una luminaria apagada en Betania',
    'me botaron del trabajo y no me pagan la liquidación',
    'deberían dar más citas en el seguro, ¿no creen?',
    '¿cómo es posible que nunca haya cita en el seguro?',
  ])('stays a report: %s', text => {
    const { procedures, intent } = classifier.understand(text);
    expect(procedures[0]?.p).toBeGreaterThan(0.5);
    expect(intent).toBe('report');
  });
});

describe('any text', () => {
  it('is ranked without an error, likeliest first, each and all within one', () => {
    const catalogue = smallCatalogue();
    const small = createClassifier(catalogue, route(catalogue));
    const word = fc.constantFrom(
      'renovar',
      'licencia',
      'contrato',
      'agua',
      '¿',
      '?',
      'no',
      'perdí',
      'water',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map(words => words.join(' ')),
    );
    fc.assert(
      fc.property(text, written => {
        const shares = small.understand(written).procedures.map(({ p }) => p);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        expect(shares.every(p => p > 0 && p <= 1)).toBe(true);
        expect(shares.reduce((sum, p) => sum + p, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(small.understand(written).procedures).toEqual(small.understand(written).procedures);
      }),
      { numRuns: 300 },
    );
  });

  it('finds a procedure of the small catalogue by its words and by the body named', () => {
    const catalogue = smallCatalogue();
    const small = createClassifier(catalogue, route(catalogue));
    expect(small.understand('cómo renuevo la licencia vencida').procedures[0]?.id).toBe('licence');
    const alone = small.understand('quiero un contrato de agua').procedures[0];
    const named = small.understand('quiero un contrato de agua del IDAAN').procedures[0];
    expect(alone?.id).toBe('water_contract');
    expect(named?.p).toBeGreaterThan(alone?.p ?? 1);
  });
});
