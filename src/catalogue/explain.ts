import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** What a schema found wrong, in words of the person who edits the file; one entry for each thing to mend. */
export function explain(issue: Issue, raw: unknown): { where: Path; reason: string }[] {
  const where = issue.path.filter(step => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      where: [...where, key],
      reason: `"${key}" is not known here: correct its name or remove it`,
    }));
  }
  const name = where.length > 0 ? nameOf(where) : 'the file ';
  return [{ where, reason: `${name}${sentence(issue, valueAt(raw, where))}` }];
}

/** The key a problem is about, with the position when it is one of a list: `"holder.when.districts", entry 2: `. */
function nameOf(where: Path): string {
  const name = where.filter(step => typeof step === 'string').join('.');
  const last = where.at(-1);
  if (typeof last !== 'number') return `"${name}": `;
  return name ? `"${name}", entry ${last + 1}: ` : `entry ${last + 1}: `;
}

function sentence(issue: Issue, value: unknown): string {
  if (value === undefined || value === null) return 'is missing: add it';
  if (issue.code === 'invalid_type') return `must be ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && issue.origin !== 'array' && issue.origin !== 'string') {
    return `must be ${issue.minimum} or more`;
  }
  if (issue.code === 'too_big' && issue.origin !== 'array') return `must be ${issue.maximum} or less`;
  return issue.message;
}

const TYPES: Record<string, string> = {
  string: 'text: put it in quotes if it is a number, a date, "yes" or "no"',
  number: 'a number, without quotes',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [one, two], or a line with "- " for each',
  object: 'a group of settings, each on a line of its own, indented',
  record: 'a group of settings, each on a line of its own, indented',
  null: 'null',
};

function valueAt(raw: unknown, where: Path): unknown {
  let value = raw;
  for (const step of where) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
