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
export function loadModel(configDir: string, catalogue: Pick<Catalogue, 'emergencies'>): LinearModel | null {
  const read = readModel(modelFile(configDir), catalogue);
  if (read === null || 'model' in read) return read?.model ?? null;
  throw new ConfigError([{ where: 'config/model.bin', reason: `${read.problem}: run ./ventanilla train` }]);
}

/** The model in a file, or why it cannot be used, in a sentence; null when there is no such file. */
export function readModel(
  file: string,
  { emergencies }: Pick<Catalogue, 'emergencies'>,
): { model: LinearModel } | { problem: string } | null {
  const bytes = readIfThere(file);
  if (bytes === null || 'problem' in bytes) return bytes;
  const decoded = decodeModel(bytes.bytes);
  if ('problem' in decoded) return decoded;
  const dangers = decoded.model.heads.category.classes.join();
  const fits = dangers === [...emergencies.keys()].join();
  return fits ? decoded : { problem: 'was made for other kinds of emergency' };
}

function readIfThere(file: string): { bytes: Buffer } | { problem: string } | null {
  try {
    return { bytes: readFileSync(file) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? null : { problem: `cannot be read (${code})` };
  }
}
