import { beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
const alarm = (text: string): string | undefined => stage.classifier.understand(text).emergency?.category;

describe('the name of a place', () => {
  it.each([
    ['an address', (name: string) => `${name}, calle principal, casa 44`],
    ['an answer', (name: string) => `es en ${name} por la escuela`],
  ])('is no danger in %s, whichever it is', (_, put) => {
    const names = new Set(stage.catalogue.places.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(2000);
    expect([...names].filter(name => alarm(put(name)) !== undefined)).toEqual([]);
  });

  it.each([
    ['un niño se esta ahogando en el rio mata ahogado', 'mar'],
    ['se esta quemando una casa en Cerro Viento', 'incendio'],
    ['hay un derrame de aceite en la via Tocumen y los carros se resbalan', 'accidente'],
    ['una niña se cayo al rio mata ahogado y se la lleva la corriente', 'mar'],
    ['la quebrada se metio a las casas y hay gente atrapada en Río Abajo', 'desastre'],
  ])('hides no danger that is told there: %s', (text, category) => {
    expect(alarm(text)).toBe(category);
  });
});

describe('words that only sound like a danger', () => {
  it.each([
    'rio mata ahogado arriba en san carlos',
    "There's a quebrada behind her house and somebody is dumping cerdo waste, huele horrible",
    'que heridos? nadie esta herido. es del señor de la esquina',
    'no echa chispas',
    'me dio vómito la comida de la fonda',
    'barriada Los Muertos, calle del Fuego, casa 12',
  ])('are none: %s', text => {
    expect(alarm(text)).toBeUndefined();
  });
});

describe('children who are ill at once', () => {
  it.each(['ya comieron varios y tienen vómito', 'varios estudiantes intoxicados', 'the kids are vomiting'])(
    'are a danger: %s',
    text => {
      expect(alarm(text)).toBe('medica');
    },
  );
});
