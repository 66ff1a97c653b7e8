import path from 'node:path';
import { ACTS, QUESTIONS } from '../../catalogue/act.ts';
import type { LinearModel } from '../model/linear.ts';
import { loadSmall } from '../model/small-model.ts';
import type { ActHead } from './read-acts.ts';

/** Where the model of acts of an office lies. */
export function actsFile(configDir: string): string {
  return path.join(configDir, 'acts.bin');
}

/**
 * The model of acts of an office with what it was learned from; null when it has none: then words to a report are read
 * by the rules of the dialog alone. Throws `ConfigError` on one that is damaged, or made by another version.
 */
export function loadActs(configDir: string): { model: LinearModel<ActHead>; learnedFrom: string } | null {
  return loadSmall(actsFile(configDir), { act: ACTS, question: QUESTIONS });
}
