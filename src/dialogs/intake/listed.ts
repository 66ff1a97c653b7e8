import type { Catalogue } from '../../catalogue/catalogue.ts';
import { plainWords, wordSet } from '../../catalogue/words.ts';

/** What a household misses, and lists: a street or a school among other words is where something is. */
const FIELDS: readonly string[] = ['water', 'sewage', 'power', 'garbage', 'telephone', 'transport'];
const BETWEEN = wordSet('y ni e o and nor or ademas tambien no hay tampoco sin la el de');
const MISSING = /\b(no (hay|tenemos|llega|tengo)|sin|ni)\b/;

/**
 * The matters of a mere list: `agua luz basura todo malo`, `no hay agua ni luz`, each by its word, as something missing
 * where they say so. Fewer than two: it is none.
 */
export function listedMatters({ topics }: Pick<Catalogue, 'topics'>, text: string): string[] {
  const words = plainWords(text).split(' ');
  if (words.length > MOST_WORDS) return [];
  const known = new Map(
    topics
      .filter(({ id }) => FIELDS.includes(id))
      .flatMap(({ id, words }) => words.map(word => [plainWords(word), id] as const)),
  );
  const listed: string[] = [];
  for (const word of words) {
    const isTopic = known.has(word);
    if (!isTopic && listed.length > 0 && !BETWEEN.has(word)) break;
    const isNew = isTopic && !listed.some(other => known.get(other) === known.get(word));
    if (isNew) listed.push(word);
  }
  if (listed.length < 2) return [];
  const lead = MISSING.exec(words.slice(0, words.indexOf(listed[1] ?? '')).join(' ')) ? 'no hay ' : '';
  return listed.map(word => `${lead}${word}`);
}

const MOST_WORDS = 16;
