import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Kind } from '../cases/case.ts';
import { ConfigError, type Problem } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import { readJsonLine } from './json-line.ts';
import { shownPath } from './yaml-file.ts';

const KINDS = ['queja', 'denuncia', 'idea', 'sugerencia'] as const satisfies readonly Kind[];
/** What a message can want; the same words as `Intent`. */
const INTENTS = [
  'report',
  'info',
  'status',
  'human',
  'greeting',
  'thanks',
  'emergency',
  'out_of_scope',
] as const;

const lineSchema = z.strictObject({
  id: z.string().min(1),
  text: z.string().regex(/\S/, 'is empty: write the message'),
  intent: z.enum(INTENTS),
  kind: z.enum(KINDS).nullable(),
  agencies: z.array(z.string()),
  service: z.string().nullable(),
  district: z.string().nullable(),
  emergency: z.string().nullable(),
});

/** One labelled message; what the labels mean stands in `config/training/README.md`. */
export type LabelledMessage = z.infer<typeof lineSchema> & {
  /** Who wrote it: the name of its file. */
  author: string;
};

/** What labels are held against. */
type Known = Pick<Catalogue, 'agencies' | 'services' | 'emergencies' | 'places'>;

/**
 * Reads every `*.jsonl` of a folder of labelled messages, in the order of their names. Throws `ConfigError` with each
 * mistake's file, line and reason: no JSON, a label that is none, an id or a text used twice.
 */
export function readTraining(folder: string, known: Known): LabelledMessage[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  const shown = (file: string): string =>
    shownPath(path.dirname(path.resolve(folder)), `${path.basename(folder)}/${file}`);
  const messages = filesOf(folder, problems).flatMap(file =>
    readOne({ file: path.join(folder, file), shown: shown(file) }, known, seen, problems),
  );
  if (problems.length > 0) throw new ConfigError(atMost(problems));
  return messages;
}

/** Reads one file of labelled messages from anywhere. Throws `ConfigError` like `readTraining`. */
export function readLabelled(file: string, known: Known): LabelledMessage[] {
  const problems: Problem[] = [];
  const messages = readOne({ file, shown: file }, known, new Map(), problems);
  if (problems.length > 0) throw new ConfigError(atMost(problems));
  return messages;
}

const MOST_PROBLEMS = 50;

function atMost(problems: Problem[]): Problem[] {
  const more = problems.length - MOST_PROBLEMS;
  if (more <= 0) return problems;
  const where = problems[MOST_PROBLEMS]?.where ?? '';
  return [...problems.slice(0, MOST_PROBLEMS), { where, reason: `this mistake and ${more - 1} more follow` }];
}

function readOne(
  { file, shown }: { file: string; shown: string },
  known: Known,
  seen: Map<string, string>,
  problems: Problem[],
): LabelledMessage[] {
  const author = path.basename(file, '.jsonl');
  return textOf(file, shown, problems)
    .split('\n')
    .flatMap((line, i) => {
      const where = `${shown}:${i + 1}`;
      const message = line.trim() === '' ? null : readLine(line, where, known, problems);
      if (message === null) return [];
      noteTwice(seen, `id ${message.id}`, where, problems);
      // Two people may well write the same "gracias"; one author does not.
      noteTwice(seen, `text ${author} ${message.text}`, where, problems);
      return [{ ...message, author }];
    });
}

function textOf(file: string, shown: string, problems: Problem[]): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    problems.push({ where: shown, reason: 'cannot be read' });
    return '';
  }
}

function filesOf(folder: string, problems: Problem[]): string[] {
  try {
    const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
    if (files.length === 0)
      problems.push({ where: folder, reason: 'holds no file of labelled messages (*.jsonl)' });
    return files.sort();
  } catch {
    problems.push({ where: folder, reason: 'cannot be read: put the folder of labelled messages back' });
    return [];
  }
}

function readLine(
  line: string,
  where: string,
  known: Known,
  problems: Problem[],
): z.infer<typeof lineSchema> | null {
  const read = readJsonLine(line, lineSchema, 'is no labelled message in JSON');
  if ('reasons' in read) {
    for (const reason of read.reasons) problems.push({ where, reason });
    return null;
  }
  for (const reason of wrongLabels(read.data, known)) problems.push({ where, reason });
  return read.data;
}

function* wrongLabels(message: z.infer<typeof lineSchema>, known: Known): Generator<string> {
  const { intent, kind, agencies, service, district, emergency } = message;
  for (const id of agencies) if (!known.agencies.has(id)) yield `"agencies": there is no agency "${id}"`;
  if (service !== null && !known.services.has(service)) yield `"service": there is no service "${service}"`;
  if (emergency !== null && !known.emergencies.has(emergency))
    yield `"emergency": there is no category "${emergency}"`;
  if ((emergency !== null) !== (intent === 'emergency'))
    yield '"emergency" goes with the intent emergency, and only with it';
  if (kind !== null && intent !== 'report') yield '"kind" goes with the intent report only';
  const isDistrict = known.places.some(place => place.level === 'district' && place.code === district);
  if (district !== null && !isDistrict) yield `"district": there is no district with the code "${district}"`;
}

function noteTwice(seen: Map<string, string>, key: string, where: string, problems: Problem[]): void {
  const before = seen.get(key);
  const what = key.slice(0, key.indexOf(' '));
  if (before !== undefined)
    problems.push({ where, reason: `the same ${what} stands at ${before}: remove one` });
  else seen.set(key, where);
}
