import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { readActsOf } from '../catalogue/acts.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { route } from '../catalogue/route.ts';
import { readWhereOf } from '../catalogue/where.ts';
import { learnActs, prepareActs } from '../nlu/acts/learn-acts.ts';
import { actsFile } from '../nlu/acts/load-acts.ts';
import type { LinearModel } from '../nlu/model/linear.ts';
import { encodeModel } from '../nlu/model/model-file.ts';
import { createRules, type Rules } from '../nlu/rules.ts';
import { learnWhere, prepareWhere } from '../nlu/where/learn-where.ts';
import { whereFile } from '../nlu/where/load-where.ts';

/**
 * Learns what words to a report or a case do from `config/acts`, and writes the model; gives how many texts it was
 * learned from, 0 where there are none and nothing was written. Seconds. Throws `ConfigError`.
 */
export async function trainActs(configDir: string): Promise<number> {
  const labelled = readActsOf(configDir);
  return write(configDir, labelled, actsFile(configDir), rules => learnActs(prepareActs(labelled, rules)));
}

/** Learns which words say where from `config/where`, in the same way. */
export async function trainWhere(configDir: string): Promise<number> {
  const labelled = readWhereOf(configDir);
  return write(configDir, labelled, whereFile(configDir), rules => learnWhere(prepareWhere(labelled, rules)));
}

async function write<Head extends string>(
  configDir: string,
  labelled: readonly unknown[],
  file: string,
  learn: (rules: Rules) => LinearModel<Head>,
): Promise<number> {
  if (labelled.length === 0) return 0;
  const catalogue = await loadCatalogue(configDir);
  const bytes = encodeModel(learn(createRules(catalogue, route(catalogue))), digestOf(labelled));
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  return labelled.length;
}

/** What the labelled acts of an office amount to now: equal to what its model was learned from, that is up to date. */
export function actsNow(configDir: string): string {
  return digestOf(readActsOf(configDir));
}

/** The same of the texts that are labelled with where. */
export function whereNow(configDir: string): string {
  return digestOf(readWhereOf(configDir));
}

function digestOf(labelled: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(labelled)).digest('hex').slice(0, 32);
}
