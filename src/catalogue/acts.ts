import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ConfigError, type Problem } from '../errors.ts';
import { ACTS, QUESTIONS } from './act.ts';
import { readJsonLine } from './json-line.ts';
import { shownPath } from './yaml-file.ts';

const lineSchema = z.strictObject({
  id: z.string().min(1),
  situation: z.string().regex(/^[A-ZÑ]$/, 'is no situation: a letter of config/acts/README.md'),
  filed: z.boolean(),
  text: z.string().regex(/\S/, 'is empty: write the words'),
  act: z.enum(ACTS),
  question: z.enum(QUESTIONS).nullable(),
});

/** Words to a report or a case, labelled; what the labels mean stands in `config/acts/README.md`. */
export type LabelledAct = z.infer<typeof lineSchema> & {
  /** Who wrote it: the name of its file. */
  author: string;
};

/**
 * Reads every `*.jsonl` of `config/acts` in the order of their names; none where there is no such folder. Throws
 * `ConfigError` with each mistake's file, line and reason.
 */
export function readActsOf(configDir: string): LabelledAct[] {
  const folder = path.join(configDir, 'acts');
  const problems: Problem[] = [];
  const labelled = filesOf(folder).flatMap(file => {
    const shown = shownPath(path.resolve(configDir), path.join('acts', file));
    return readFile(path.join(folder, file), shown, problems);
  });
  noteTwice(labelled, problems);
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

function readFile(file: string, shown: string, problems: Problem[]): LabelledAct[] {
  const author = path.basename(file, '.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const read = readJsonLine(line, lineSchema, 'is no labelled act in JSON');
      if ('data' in read) return [{ ...read.data, author }];
      problems.push(...read.reasons.map(reason => ({ where: `${shown}:${i + 1}`, reason })));
      return [];
    });
}

function noteTwice(labelled: readonly LabelledAct[], problems: Problem[]): void {
  const seen = new Set<string>();
  for (const { id, author } of labelled) {
    if (seen.has(id))
      problems.push({ where: `config/acts/${author}.jsonl`, reason: `"${id}" stands twice: remove one` });
    seen.add(id);
  }
}
