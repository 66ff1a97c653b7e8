import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { createClassifier } from '../nlu/create-classifier.ts';
import { type ReadingCost, readingCost } from '../nlu/measure/cost.ts';
import { loadModel } from '../nlu/model/load-model.ts';

/** What the understanding in use costs this machine, on one core. */
export interface Cost extends ReadingCost {
  bodies: number;
  /** To read the model's file, and to build the rest from the office's words. */
  loadMs: number;
  buildMs: number;
  /** What the model, and the rest, take of memory once they are there. */
  modelBytes: number;
  restBytes: number;
}

/** Loads the understanding of an office, reads these texts with it, and says what that cost. */
export async function costOf(
  configDir: string,
  texts: readonly string[],
  elapsedMs: () => number,
): Promise<Cost> {
  const catalogue = await loadCatalogue(configDir);
  const empty = heldBytes();
  const began = elapsedMs();
  const model = loadModel(configDir, catalogue);
  const loaded = elapsedMs();
  const withModel = heldBytes();
  const built = elapsedMs();
  const { understand } = createClassifier(catalogue, route(catalogue), model);
  const buildMs = elapsedMs() - built;
  return {
    ...{ bodies: catalogue.agencies.size, loadMs: loaded - began, buildMs },
    ...{ modelBytes: withModel - empty, restBytes: heldBytes() - withModel },
    ...readingCost(text => understand(text), texts, elapsedMs),
  };
}

/** What the program holds on to, after what it does not is collected. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Once finds what is not held; what lies outside the heap is given back at the second time.
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
