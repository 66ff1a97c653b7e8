import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../errors.ts';
import { shownPath } from './yaml-file.ts';

const NAME = 'vocabulary.txt';
const HEAD = /^([a-z0-9][a-z0-9_-]*):/;
const LONGEST = 60;

/**
 * Reads `vocabulary.txt`: by service, terms that lean towards it. A file that is not there is an empty one. Notes every
 * mistake with its line: words before any service, a service that is none or stands twice, an empty or endless term.
 */
export async function readVocabulary(
  folder: string,
  services: ReadonlySet<string>,
  problems: Problem[],
): Promise<Map<string, string[]>> {
  const text = await readFile(path.join(folder, NAME), 'utf8').catch(() => '');
  const lists = new Map<string, string[]>();
  let terms: string[] | null = null;
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const note = (reason: string): void => {
      problems.push({ where: `${shownPath(folder, NAME)}:${i + 1}`, reason });
    };
    const head = HEAD.exec(line);
    if (head) terms = begin(head[1] ?? '', { lists, services, note });
    else if (terms === null) note('terms stand before any service: write its id and a colon first');
    const rest = head ? line.slice(head[0].length) : line;
    for (const term of termsOf(rest, note)) terms?.push(term);
  }
  return lists;
}

function begin(
  id: string,
  at: { lists: Map<string, string[]>; services: ReadonlySet<string>; note: (reason: string) => void },
): string[] {
  if (!at.services.has(id)) at.note(`there is no service "${id}"`);
  if (at.lists.has(id)) at.note(`the service "${id}" stands twice: put its terms together`);
  const terms = at.lists.get(id) ?? [];
  at.lists.set(id, terms);
  return terms;
}

function termsOf(line: string, note: (reason: string) => void): string[] {
  const parts = line.trim().split(';');
  // A line may end in a semicolon: the list goes on below.
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts.flatMap(part => {
    const term = part.trim();
    if (term === '') note('a term is empty: remove one of the two semicolons');
    else if (term.length > LONGEST)
      note(`"${term.slice(0, 30)}…" is too long for a term: part it with semicolons`);
    else return [term];
    return [];
  });
}
