import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { wordSet } from '../../../catalogue/words.ts';
import { plainWords } from '../../plain-words.ts';
import { writtenByEar } from '../../sounds.ts';

/** What a household misses, and lists: a street or a school among other words is where something is. */
const FIELDS: readonly string[] = ['water', 'sewage', 'power', 'garbage', 'telephone', 'transport'];
const BETWEEN = wordSet('y ni e o and nor or ademas tambien no hay noai nohay tampoco sin la el de');
/** `Ni pasa la basura`, in a list and nothing else; in a sentence it is told in full: `y no recogen la basura desde el lunes`. */
const COMES = wordSet('pasa pasan pasar recogen viene vienen llega llegan');
const MISSING = /\b(no (hay|tenemos|llega|tengo)|no ?h?a[iy]|sin|ni)\b/;
/** Of garbage nobody is short: it is fetched, or it is not. */
const LACKING: Record<string, string> = { garbage: 'no recogen la ' };

/**
 * The matters of a mere list: `agua luz basura todo malo`, `noai agua ni lus`, each by its word, as something missing
 * where they say so. Fewer than two: it is none.
 */
export function listedMatters({ topics }: Pick<Catalogue, 'topics'>, text: string): string[] {
  const words = plainWords(text).split(' ');
  if (words.length > MOST_WORDS) return [];
  const known = new Map(
    topics
      .filter(({ id }) => FIELDS.includes(id))
      .flatMap(({ id, words }) => words.map(word => [writtenByEar(plainWords(word)), { id, word }] as const)),
  );
  const isKnown = (word: string): boolean => known.has(writtenByEar(word)) || BETWEEN.has(word);
  const isBare = words.every(word => isKnown(word) || COMES.has(word)) && words.includes('ni');
  const listed: { id: string; word: string; at: number }[] = [];
  for (const [at, word] of words.entries()) {
    const topic = known.get(writtenByEar(word));
    if (topic === undefined && listed.length > 0 && !BETWEEN.has(word) && !isBare) break;
    if (topic && !listed.some(({ id }) => id === topic.id)) listed.push({ ...topic, at });
  }
  if (listed.length < 2) return [];
  const isMissing = MISSING.test(words.slice(0, listed[1]?.at).join(' '));
  return listed.map(({ id, word }) => (isMissing ? `${LACKING[id] ?? 'no hay '}${word}` : word));
}

const MOST_WORDS = 16;
