import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { ConfigError } from '../../errors.ts';
import type { LinearModel } from './linear.ts';
import { decodeModel } from './model-file.ts';

/** Where the trained model of an office lies. */
export function modelFile(configDir: string): string {
  return path.join(configDir, 'model.bin');
}

/**
 * The trained model of an office; null when it has none: then its words and rules decide alone. Throws `ConfigError`
 * on one that is damaged, of another version, or made for other kinds of danger.
 */
export function loadModel(
  configDir: string,
  { emergencies }: Pick<Catalogue, 'emergencies'>,
): LinearModel | null {
  const bytes = readIfThere(modelFile(configDir));
  if (bytes === null) return null;
  const decoded = decodeModel(bytes);
  if ('problem' in decoded) return refuse(decoded.problem);
  const dangers = decoded.model.heads.category.classes.join();
  if (dangers !== [...emergencies.keys()].join()) refuse('was made for other kinds of emergency');
  return decoded.model;
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return refuse(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function refuse(problem: string): never {
  throw new ConfigError([{ where: 'config/model.bin', reason: `${problem}: run ./ventanilla train` }]);
}
