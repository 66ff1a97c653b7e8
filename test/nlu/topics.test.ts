import { beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/nlu/classifier.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let classifier: Classifier;

beforeAll(async () => {
  stage = await openStage();
  classifier = stage.classifier;
});

const offered = (text: string): string[] => classifier.understand(text).services.map(({ id }) => id);

describe('a word for a whole field', () => {
  it.each([
    ['agua', ['no-water', 'water-leak', 'dirty-water']],
    ['tengo un problema con la luz', ['power-outage', 'power-bill', 'street-light']],
    ['basura en Betania', ['garbage-not-collected', 'illegal-dump', 'garbage-fee']],
    ['quiero quejarme de la caja del seguro social', ['css-appointment', 'css-medicine', 'css-benefits']],
  ])('"%s" is what it most often is, and none is sure', (text, services) => {
    const understood = classifier.understand(text);
    expect(understood.services.map(({ id }) => id)).toEqual(services);
    expect(understood.intent).toBe('report');
    for (const { p } of understood.services) expect(p).toBeLessThan(0.28);
  });

  it.each([
    ['no hay agua', 'no-water'],
    ['me llegó el agua marrón', 'dirty-water'],
    ['se fue la luz', 'power-outage'],
    ['no recogen la basura', 'garbage-not-collected'],
  ])('decides nothing where the matter is told: "%s"', (text, service) => {
    const [best, second] = classifier.understand(text).services;
    expect(best?.id).toBe(service);
    expect(best?.p).toBeGreaterThan(2 * (second?.p ?? 0));
  });

  it('is known by every word of every topic', () => {
    for (const { words, services } of stage.catalogue.topics) {
      for (const word of words) expect([word, offered(word)]).toEqual([word, services]);
    }
  });
});
