import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../errors.ts';
import { explain } from './explain.ts';
import { type ParsedFiles, parsedFilesIn } from './parsed-files.ts';

/** Where something stands in a file: the keys and positions that lead to it. */
export type Where = (string | number)[];

/** A configuration file read: its value when the schema holds, and where a path of it stands. */
export interface YamlFile<T> {
  value: T | null;
  /** `config/services.yaml:12` of a path into the value. */
  at(path: Where): string;
}

/** Reads one YAML file against a schema; every problem goes to `problems` with file and line. */
export async function readYaml<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  problems: Problem[],
): Promise<YamlFile<z.infer<S>>> {
  const shown = shownPath(folder, name);
  const text = await readText(path.join(folder, name));
  if (text === null) {
    problems.push({ where: shown, reason: 'the file is missing or cannot be read: put it back' });
    return { value: null, at: () => shown };
  }
  const kept = keptFor(folder);
  const found = kept?.find(name, text) ?? null;
  if (found === null) return parseYaml(text, shown, schema, problems, raw => kept?.keep(name, text, raw));
  // Only a problem needs to know where something stands.
  const at = atOf(() => parse(text), shown);
  return { value: check(found.value, schema, at, problems), at };
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The shipped configuration is kept parsed; a folder elsewhere is somebody else's to write to. */
function keptFor(folder: string): ParsedFiles | null {
  const own = path.relative(ROOT, path.resolve(folder));
  if (own === '' || own.startsWith('..') || path.isAbsolute(own)) return null;
  return parsedFilesIn(path.join(ROOT, '.cache', 'parsed', encodeURIComponent(own)));
}

/** The name of a file as people see it: the folder's own name and the file's. */
export function shownPath(folder: string, name: string): string {
  return `${path.basename(path.resolve(folder))}/${name}`;
}

/** As `readYaml`, with the text at hand; `keep` is given what a well-formed text holds. */
function parseYaml<S extends z.ZodType>(
  text: string,
  shown: string,
  schema: S,
  problems: Problem[],
  keep: (raw: unknown) => void = () => {},
): YamlFile<z.infer<S>> {
  const parsed = parse(text);
  const { document } = parsed;
  const at = atOf(() => parsed, shown);
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? 1;
    problems.push({ where: `${shown}:${line}`, reason: `${firstLine(error.message)}: correct the line` });
  }
  if (document.errors.length > 0) return { value: null, at };
  const raw = toPlain(document);
  if ('reason' in raw) {
    problems.push({ where: `${shown}:1`, reason: raw.reason });
    return { value: null, at };
  }
  keep(raw.value);
  return { value: check(raw.value, schema, at, problems), at };
}

interface Parsed {
  document: Document;
  lines: LineCounter;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, uniqueKeys: true }), lines };
}

function atOf(parsed: () => Parsed, shown: string): YamlFile<unknown>['at'] {
  let known: Parsed | null = null;
  return where => {
    known ??= parsed();
    return `${shown}:${lineOf(known.document, known.lines, where)}`;
  };
}

/** The text of a file, or null when it cannot be read. */
export async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

/** An anchor that repeats itself, or too often, is an error of the writer and not of the program. */
function toPlain(document: Document): { value: unknown } | { reason: string } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 1000 });
    JSON.stringify(value);
    return { value };
  } catch (error) {
    const detail = error instanceof Error ? firstLine(error.message) : '';
    return { reason: `an anchor (&name) contains itself or cannot be followed: write it out (${detail})` };
  }
}

function check<S extends z.ZodType>(
  raw: unknown,
  schema: S,
  at: YamlFile<unknown>['at'],
  problems: Problem[],
): z.infer<S> | null {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { where, reason } of explain(issue, raw)) problems.push({ where: at(where), reason });
  }
  return null;
}

/** The line of a path's last key that is there. */
function lineOf(document: Document, lines: LineCounter, where: Where): number {
  let node: unknown = document.contents;
  let start = isNode(node) ? node.range?.[0] : undefined;
  for (const step of where) {
    const held: unknown = isAlias(node) ? node.resolve(document) : node;
    const next = stepInto(held, step);
    if (!next) break;
    node = next.node;
    start = next.start ?? start;
  }
  return start === undefined ? 1 : lines.linePos(start).line;
}

function stepInto(node: unknown, step: string | number): { node: unknown; start: number | undefined } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair && isScalar(pair.key) ? { node: pair.value, start: pair.key.range?.[0] } : null;
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return isNode(item) ? { node: item, start: item.range?.[0] } : null;
  }
  return null;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
