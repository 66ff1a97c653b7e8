import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { type LabelledAct, readActsOf } from '../catalogue/acts.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { learnActs, prepareActs } from '../nlu/acts/learn-acts.ts';
import { actsFile } from '../nlu/acts/load-acts.ts';
import { encodeModel } from '../nlu/model/model-file.ts';
import { createRules } from '../nlu/rules.ts';

/**
 * Learns what words to a report or a case do from `config/acts`, and writes the model; gives how many texts it was
 * learned from, 0 where there are none and nothing was written. Seconds. Throws `ConfigError`.
 */
export async function trainActs(configDir: string): Promise<number> {
  const labelled = readActsOf(configDir);
  if (labelled.length === 0) return 0;
  const catalogue = await loadCatalogue(configDir);
  const rules = createRules(catalogue, route(catalogue));
  const bytes = encodeModel(learnActs(prepareActs(labelled, rules)), digestOf(labelled));
  const file = actsFile(configDir);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return labelled.length;
}

/** What the labelled acts of an office amount to now: equal to what its model was learned from, that is up to date. */
export function actsNow(configDir: string): string {
  return digestOf(readActsOf(configDir));
}

function digestOf(labelled: readonly LabelledAct[]): string {
  return createHash('sha256').update(JSON.stringify(labelled)).digest('hex').slice(0, 32);
}
