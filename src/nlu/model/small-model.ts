import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../../errors.ts';
import type { LinearModel } from './linear.ts';
import { decodeModel } from './model-file.ts';

/**
 * A small model of an office beside the one that understands messages, with what it was learned from; null where there is no
 * such file. Throws `ConfigError` on one that is damaged, or whose heads have other classes than these.
 */
export function loadSmall<Head extends string>(
  file: string,
  classes: Readonly<Record<Head, readonly string[]>>,
): { model: LinearModel<Head>; learnedFrom: string } | null {
  if (!existsSync(file)) return null;
  const decoded = decodeModel<Head>(readFileSync(file));
  if ('problem' in decoded) throw unusable(file, decoded.problem);
  const { model, header } = decoded;
  const isSame = (Object.keys(classes) as Head[]).every(
    name => model.heads[name]?.classes.join() === classes[name].join(),
  );
  if (!isSame) throw unusable(file, 'was made by another version');
  return { model, learnedFrom: header.learnedFrom };
}

function unusable(file: string, problem: string): ConfigError {
  return new ConfigError([
    { where: `config/${path.basename(file)}`, reason: `${problem}: run ./ventanilla train` },
  ]);
}
