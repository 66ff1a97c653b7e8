import path from 'node:path';
import type { LinearModel } from '../model/linear.ts';
import { loadSmall } from '../model/small-model.ts';
import { SAYS_WHERE, type WhereHead } from './read-where.ts';

/** Where the model of an office that tells which words say where lies. */
export function whereFile(configDir: string): string {
  return path.join(configDir, 'where.bin');
}

/**
 * That model with what it was learned from; null when the office has none: then all that is answered to where it is says where.
 * Throws `ConfigError` on one that is damaged, or made by another version.
 */
export function loadWhere(configDir: string): { model: LinearModel<WhereHead>; learnedFrom: string } | null {
  return loadSmall(whereFile(configDir), { where: [SAYS_WHERE] });
}
