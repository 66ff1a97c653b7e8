import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { ConfigError, type Problem } from '../errors.ts';
import { readJsonLine } from './json-line.ts';
import { shownPath } from './yaml-file.ts';

/** Labelled lines with who wrote each: the name of its file. */
export type Labelled<Line> = Line & { author: string };

/** A folder of `config/` whose files hold one labelled line of JSON a line. */
export interface LabelledFolder<S extends z.ZodType<{ id: string }>> {
  folder: string;
  line: S;
  /** What is said of a line that is no such object. */
  none: string;
}

/**
 * Reads every `*.jsonl` of a folder in the order of their names; none where there is no such folder. Throws
 * `ConfigError` with each mistake's file, line and reason.
 */
export function readLabelled<S extends z.ZodType<{ id: string }>>(
  configDir: string,
  { folder, line, none }: LabelledFolder<S>,
): Labelled<z.infer<S>>[] {
  const problems: Problem[] = [];
  const labelled = filesOf(path.join(configDir, folder)).flatMap(file => {
    const shown = shownPath(path.resolve(configDir), path.join(folder, file));
    const author = path.basename(file, '.jsonl');
    return linesOf(path.join(configDir, folder, file)).flatMap(({ text, at }) => {
      const read = readJsonLine(text, line, none);
      if ('data' in read) return [{ ...read.data, author }];
      problems.push(...read.reasons.map(reason => ({ where: `${shown}:${at}`, reason })));
      return [];
    });
  });
  problems.push(...toldTwice(folder, labelled));
  if (problems.length > 0) throw new ConfigError(problems);
  return labelled;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.jsonl'))
      .sort();
  } catch {
    return [];
  }
}

function linesOf(file: string): { text: string; at: number }[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((text, i) => ({ text, at: i + 1 })).filter(({ text }) => text.trim() !== '');
}

function toldTwice(folder: string, labelled: readonly Labelled<{ id: string }>[]): Problem[] {
  const seen = new Set<string>();
  return labelled.flatMap(({ id, author }) => {
    if (seen.has(id))
      return [{ where: `config/${folder}/${author}.jsonl`, reason: `"${id}" stands twice: remove one` }];
    seen.add(id);
    return [];
  });
}
