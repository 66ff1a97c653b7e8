import path from 'node:path';
import type { Problem } from '../errors.ts';
import type { GazetteerRow } from './catalogue.ts';
import { explain } from './explain.ts';
import { placesSchema } from './schemas.ts';
import { readText, shownPath } from './yaml-file.ts';

/** The file holds one row a line, the first row on this one. */
const FIRST_ROW = 3;
const MOST_PROBLEMS = 20;
const DIGITS = { province: 2, district: 4, corregimiento: 6 } as const;

/** Reads `places.json`; its problems name the line of the row. Empty when the file cannot be used. */
export async function readPlaces(folder: string, problems: Problem[]): Promise<GazetteerRow[]> {
  const shown = shownPath(folder, 'places.json');
  const text = await readText(path.join(folder, 'places.json'));
  if (text === null) {
    problems.push({ where: shown, reason: 'the file is missing or cannot be read: put it back' });
    return [];
  }
  const raw = parseJson(text);
  if ('error' in raw) {
    problems.push({ where: `${shown}:${raw.line}`, reason: `is not JSON: ${raw.error}` });
    return [];
  }
  const result = placesSchema.safeParse(raw.value);
  if (result.success) {
    problems.push(...codeProblems(result.data.places, shown).slice(0, MOST_PROBLEMS));
    return result.data.places;
  }
  for (const issue of result.error.issues.slice(0, MOST_PROBLEMS)) {
    for (const { where, reason } of explain(issue, raw.value)) {
      const row = where[0] === 'places' ? Number(where[1] ?? 0) : -2;
      problems.push({ where: `${shown}:${row + FIRST_ROW}`, reason });
    }
  }
  return [];
}

function parseJson(text: string): { value: unknown } | { error: string; line: number } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = /line (\d+)/.exec(message)?.[1];
    const position = /position (\d+)/.exec(message)?.[1];
    const before = position === undefined ? '' : text.slice(0, Number(position));
    return {
      error: 'a comma, quote or bracket is missing or too many',
      line: line === undefined ? before.split('\n').length : Number(line),
    };
  }
}

/** Levels agree with the length of their code, every code lies in one that exists, areas stand once. */
function codeProblems(rows: GazetteerRow[], shown: string): Problem[] {
  const areas = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, { code, level }] of rows.entries()) {
    const digits = level in DIGITS ? DIGITS[level as keyof typeof DIGITS] : null;
    const where = `${shown}:${index + FIRST_ROW}`;
    if (digits !== null && code.length !== digits) {
      problems.push({ where, reason: `the code of a ${level} has ${digits} digits, not "${code}"` });
    }
    if (digits !== null && areas.has(code))
      problems.push({ where, reason: `the code ${code} is used twice` });
    if (digits !== null) areas.set(code, index);
  }
  for (const [index, { code, level }] of rows.entries()) {
    const around = level in DIGITS ? code.slice(0, -2) : code;
    if (around !== '' && !areas.has(around)) {
      const reason = `there is no place with the code ${around}, in which ${code} would lie`;
      problems.push({ where: `${shown}:${index + FIRST_ROW}`, reason });
    }
  }
  return problems;
}
