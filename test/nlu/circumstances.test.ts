import { beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/nlu/classifier.ts';
import { openStage } from '../support/stage.ts';

let classifier: Classifier;
beforeAll(async () => {
  ({ classifier } = await openStage());
});

describe('words that tell only when, where or which car', () => {
  it.each([
    'no es la vía principal, es la calle Pablo Arosemena',
    'fue el sábado como a las 9 de la noche, carro patrulla 8075',
    'perdón es en la calle Segundo Villarreal',
    'fue ayer a las 3 de la tarde',
  ])('mean no matter of their own: %s', text => {
    expect(classifier.understand(text).services).toEqual([]);
  });

  it.each([
    ['es en la calle 5, hay un hueco enorme', 'pothole'],
    ['calle inundada', 'drain'],
    ['no pasa la patrulla y nos roban', 'patrol'],
  ])('but with a matter they mean it: %s', (text, service) => {
    expect(classifier.understand(text).services[0]?.id).toBe(service);
  });
});

describe('what is told of somebody in a few words', () => {
  it.each([
    ['denuncia', 'director vende los cupos de kinder'],
    ['denuncia', 'pelea de perros todos los sábados en Puerto Pilón'],
    ['queja', 'no hay agua en el museo'],
  ])('is a %s: %s', (kind, text) => {
    expect(classifier.understand(text).kinds[0]?.id).toBe(kind);
  });
});
