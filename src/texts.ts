import { z } from 'zod';
import { readYaml, type YamlFile } from './catalogue/yaml-file.ts';
import { segments, toGsm7 } from './channels/gsm7.ts';
import { ConfigError, type Problem } from './errors.ts';

/** A language the bot speaks: complete in every sentence, or not offered. */
export type Language = 'es' | 'en';

/** A sentence ready to send, with the wording for channels that pay by the segment when there is one. */
export interface Sentence {
  text: string;
  short?: string;
}

/** Values put into `{placeholders}`. */
export type Values = Record<string, string | number>;

/** Every sentence a citizen can read, from `config/texts/`. */
export interface Texts {
  /** Throws on an unknown key or a missing value: both are found by `config check` before a citizen meets them. */
  say(language: Language, key: string, values?: Values): Sentence;
}

/** A sentence as written in its file, with the place it stands at. */
interface Entry extends Sentence {
  where: () => string;
}

type Entries = Map<string, Entry>;
type BothLanguages = Record<Language, Entries>;

const LANGUAGES: Language[] = ['es', 'en'];
const MOST_SEGMENTS = 2;
/** A placeholder counts as a middling name when a text message is measured. */
const TYPICAL_VALUE = 'x'.repeat(20);

/**
 * Reads `texts/es.yaml` and `texts/en.yaml`. Throws `ConfigError` with every problem, file and line: a sentence that
 * only one language has, placeholders that differ, an empty or misshapen entry.
 */
export async function loadTexts(configDir: string): Promise<Texts> {
  const problems: Problem[] = [];
  const entries = await readBoth(configDir, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    say: (language, key, values = {}) => {
      const entry = entries[language].get(key);
      if (!entry) throw new Error(`no text "${key}" in ${language}`);
      const text = fill(entry.text, values, key);
      return entry.short === undefined ? { text } : { text, short: fill(entry.short, values, key) };
    },
  };
}

/**
 * Everything wrong with the texts: what `loadTexts` refuses, keys not written or not used, text messages too long. Of keys that
 * `open` fits nobody can tell whether they are used.
 */
export async function checkTexts(
  configDir: string,
  usedKeys: string[],
  open: RegExp | null = null,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const entries = await readBoth(configDir, problems);
  const used = new Set(usedKeys);
  for (const key of used) {
    if (LANGUAGES.some(language => entries[language].has(key))) continue;
    problems.push({ where: 'config/texts/es.yaml', reason: `the text "${key}" is missing: write it` });
  }
  for (const language of LANGUAGES) {
    for (const [key, entry] of entries[language]) {
      if (!used.has(key) && open?.test(key) !== true) {
        problems.push({
          where: entry.where(),
          reason: `nothing says "${key}": remove it or correct its name`,
        });
      }
      problems.push(...lengthProblems(key, entry));
    }
  }
  return problems;
}

function lengthProblems(key: string, { text, short, where }: Entry): Problem[] {
  const wording = (short ?? text).replace(PLACEHOLDER, TYPICAL_VALUE);
  const { count } = segments(toGsm7(wording));
  if (count <= MOST_SEGMENTS) return [];
  const advice = short === undefined ? 'add a shorter "sms" wording' : 'shorten its "sms" wording';
  return [
    {
      where: where(),
      reason: `"${key}" takes ${count} text messages instead of ${MOST_SEGMENTS}: ${advice}`,
    },
  ];
}

async function readBoth(configDir: string, problems: Problem[]): Promise<BothLanguages> {
  // One after the other, so that problems are always named in the same order.
  const es = await readLanguage(configDir, 'es', problems);
  const en = await readLanguage(configDir, 'en', problems);
  const both = { es, en };
  if (es.size > 0 && en.size > 0) problems.push(...differences(both));
  return both;
}

async function readLanguage(configDir: string, language: Language, problems: Problem[]): Promise<Entries> {
  const file = await readYaml(
    configDir,
    `texts/${language}.yaml`,
    z.record(z.string(), z.unknown()),
    problems,
  );
  const entries: Entries = new Map();
  if (file.value) collect(file.value, [], file, entries, problems);
  return entries;
}

function collect(
  node: unknown,
  path: string[],
  file: YamlFile<unknown>,
  entries: Entries,
  problems: Problem[],
): void {
  const key = path.join('.');
  const where = (): string => file.at(path);
  const sentence = asSentence(node);
  if (sentence === 'group') {
    for (const [name, child] of Object.entries(node as object)) {
      collect(child, [...path, name], file, entries, problems);
    }
  } else if (sentence === null) {
    problems.push({ where: where(), reason: `"${key}" must be a text, or { text: "…", sms: "…" }` });
  } else if (entries.has(key)) {
    problems.push({ where: where(), reason: `the text "${key}" is written twice: remove one` });
  } else {
    entries.set(key, { ...sentence, where });
    problems.push(...ownDifferences(key, { ...sentence, where }));
  }
}

/** A sentence; `group`: more keys below; null: neither. */
function asSentence(node: unknown): Sentence | 'group' | null {
  if (typeof node === 'string') return node.trim() === '' ? null : { text: node.trimEnd() };
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return null;
  const { text, sms, ...more } = node as Record<string, unknown>;
  if (typeof text !== 'string' || Object.keys(more).length > 0) return sms === undefined ? 'group' : null;
  if (text.trim() === '') return null;
  if (sms === undefined) return { text: text.trimEnd() };
  return typeof sms === 'string' && sms.trim() !== '' ? { text: text.trimEnd(), short: sms.trimEnd() } : null;
}

const PLACEHOLDER = /\{([\w-]+)\}/g;

function placeholders(text: string): string {
  const names = new Set([...text.matchAll(PLACEHOLDER)].map(match => `{${match[1]}}`));
  return [...names].sort().join(' ') || 'none';
}

function ownDifferences(key: string, { text, short, where }: Entry): Problem[] {
  if (short === undefined || placeholders(short) === placeholders(text)) return [];
  const reason = `"${key}" has ${placeholders(text)} in its text and ${placeholders(short)} in its sms: make them the same`;
  return [{ where: where(), reason }];
}

function* differences(both: BothLanguages): Generator<Problem> {
  for (const [language, other] of [['es', 'en'] as const, ['en', 'es'] as const]) {
    for (const [key, entry] of both[language]) {
      const twin = both[other].get(key);
      if (!twin) {
        yield { where: entry.where(), reason: `"${key}" is missing in ${other}.yaml: write it there too` };
      } else if (language === 'es' && placeholders(entry.text) !== placeholders(twin.text)) {
        const [here, there] = [placeholders(entry.text), placeholders(twin.text)];
        yield {
          where: twin.where(),
          reason: `"${key}" has ${there} here and ${here} in es.yaml: make them the same`,
        };
      }
    }
  }
}

function fill(text: string, values: Values, key: string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in the text "${key}"`);
    return String(value);
  });
}
