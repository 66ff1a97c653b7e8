import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { wordSet } from '../../../catalogue/words.ts';
import { plainWords } from '../../words/plain-words.ts';
import { writtenByEar } from '../../words/sounds.ts';

/** What a household misses, and lists: a street or a school among other words is where something is. */
const FIELDS: readonly string[] = ['water', 'sewage', 'power', 'garbage', 'telephone', 'transport'];
const BETWEEN = wordSet('y ni e o and nor or ademas tambien no hay tampoco sin la el de');
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

/** `… y tampoco luz`, `ni agua tampoco`: one thing more that is missing, by its word, at the end of a clause. */
const NOR =
  /(?<=\p{L})[\s,]+(?:y\s+|e\s+)?(?:tampoco|ni)\s+(?:(?:hay|tengo|tenemos|llega|pasan?|recogen|vienen?|la|el|de)\s+)*(\p{L}+)(?:\s+tampoco)?(?=\s*(?:[.,;!?\n]|$)|\s+(?:en|aqu[ií]|ak[ií]|desde|hace|por)(?![\p{L}]))/iu;
const LACKS = /\b(no (hay|tengo|tenemos|llega|nos llega)|sin|se fue) (el |la )?([a-zñ]+)/;

/** `No tengo agua desde el lunes y tampoco luz`: both, each by its own word. Fewer than two: it is none. */
export function lackedToo({ topics }: Pick<Catalogue, 'topics'>, text: string): string[] {
  const nor = NOR.exec(text);
  const fieldOf = (word: string): string | undefined =>
    topics.find(
      ({ id, words }) =>
        FIELDS.includes(id) &&
        words.some(known => writtenByEar(plainWords(known)) === writtenByEar(plainWords(word))),
    )?.id;
  const other = nor?.[1] && fieldOf(nor[1]);
  const first = nor && fieldOf(LACKS.exec(plainWords(text.slice(0, nor.index)))?.[4] ?? '');
  if (!nor || !other || !first || first === other) return [];
  const rest = `${text.slice(0, nor.index)}${text.slice(nor.index + nor[0].length)}`;
  return [rest, `${LACKING[other] ?? 'no hay '}${nor[1]}`];
}
