import type { z } from 'zod';
import { explain } from './explain.ts';

/** One line of JSON held against a schema: what it holds, or what is wrong with it; `none`: what is said of no JSON object at all. */
export function readJsonLine<S extends z.ZodType>(
  line: string,
  schema: S,
  none: string,
): { data: z.infer<S> } | { reasons: string[] } {
  const raw = parsed(line);
  const result = schema.safeParse(raw);
  if (result.success) return { data: result.data };
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  const reasons = result.error.issues.flatMap(issue => explain(issue, raw)).map(({ reason }) => reason);
  return { reasons: isObject ? reasons : [none] };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
