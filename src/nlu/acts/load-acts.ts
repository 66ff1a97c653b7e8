import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTS, QUESTIONS } from '../../catalogue/act.ts';
import { ConfigError } from '../../errors.ts';
import type { LinearModel } from '../model/linear.ts';
import { decodeModel } from '../model/model-file.ts';
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
  const file = actsFile(configDir);
  if (!existsSync(file)) return null;
  const decoded = decodeModel<ActHead>(readFileSync(file));
  if ('problem' in decoded) throw unusable(decoded.problem);
  const { model, header } = decoded;
  const isSame =
    model.heads.act?.classes.join() === ACTS.join() &&
    model.heads.question?.classes.join() === QUESTIONS.join();
  if (!isSame) throw unusable('was made by another version');
  return { model, learnedFrom: header.learnedFrom };
}

function unusable(problem: string): ConfigError {
  return new ConfigError([{ where: 'config/acts.bin', reason: `${problem}: run ./ventanilla train` }]);
}
