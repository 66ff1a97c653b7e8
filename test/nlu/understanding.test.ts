import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import { route } from '../../src/catalogue/route.ts';
import { PROJECT_ROOT } from '../../src/config.ts';
import type { Classifier } from '../../src/nlu/classifier.ts';
import { createClassifier } from '../../src/nlu/create-classifier.ts';
import { HELD_OUT } from './messages-held-out.ts';
import { SEEN } from './messages-seen.ts';
import { type Figures, measure } from './table.ts';

const FIGURES = ['intent', 'kind', 'top1', 'top3'] as const;
type Floors = Record<(typeof FIGURES)[number], number>;

let classifier: Classifier;

beforeAll(async () => {
  const catalogue = await loadCatalogue(path.join(PROJECT_ROOT, 'config'));
  classifier = createClassifier(catalogue, route(catalogue));
});

function below(figures: Figures, floors: Floors): string[] {
  return FIGURES.filter(name => figures[name] < floors[name]).map(
    name => `${name} ${figures[name].toFixed(3)}`,
  );
}

describe('the understanding of invented messages, with the real catalogue', () => {
  it('is as good as promised over all of them', () => {
    const figures = measure([...SEEN, ...HELD_OUT], classifier);
    expect(figures.misses.length).toBeGreaterThan(0);
    expect(figures.alarms).toBeLessThan(0.06);
    expect(below(figures, { intent: 0.97, kind: 0.95, top1: 0.94, top3: 0.97 })).toEqual([]);
  });

  it('stays good on messages nothing was fitted to', () => {
    const figures = measure(HELD_OUT, classifier);
    expect(below(figures, { intent: 0.95, kind: 0.88, top1: 0.8, top3: 0.9 })).toEqual([]);
  });

  it('is right nearly always when it says that it is sure', () => {
    const rows = [...SEEN, ...HELD_OUT].filter(([, , , agencies]) => agencies !== '');
    const sure = rows.flatMap(([text, , , agencies]) => {
      const [top] = classifier.understand(text).agencies;
      return top && top.p >= 0.85 ? [agencies.split('|').includes(top.id)] : [];
    });
    expect(sure.length).toBeGreaterThan(rows.length / 2);
    expect(sure.filter(Boolean).length / sure.length).toBeGreaterThan(0.97);
  });
});

describe('a road whose name means something else elsewhere', () => {
  const first = (text: string): string | undefined => classifier.understand(text).services[0]?.id;

  it.each([
    ['no hay luz en la Tumba Muerto', 'power-outage'],
    ['la tumba muerto sin luz desde anoche', 'power-outage'],
    ['hueco en la Tumba Muerto', 'pothole'],
  ])('says nothing of the matter: %s', (text, service) => {
    expect(first(text)).toBe(service);
  });

  it('is told from the thing', () => {
    expect(first('pongan un tumba muerto en mi calle')).toBe('traffic-sign');
  });
});
