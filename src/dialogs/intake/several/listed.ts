import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { wordSet } from '../../../catalogue/words.ts';
import { plainWords } from '../../words/plain-words.ts';
import { writtenByEar } from '../../words/sounds.ts';

/** What a household misses, and lists: a street or a school among other words is where something is. */
const FIELDS: readonly string[] = ['water', 'sewage', 'power', 'garbage', 'telephone', 'transport'];
const BETWEEN = wordSet('y ni e o and nor or ademas tambien no hay tampoco sin la el de');
/** `Ni pasa la basura`, in a list and nothing else; in a sentence it is told in full: `y no recogen la basura desde el lunes`. */
const COMES = wordSet('pasa pasan pasar recogen viene vienen llega llegan');
/** `We have no power and no water`. */
const LACKED = /\b(?:(?:have|has|got|is|there s|is there) no|without|^no) (?!hay\b)/;
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
  const first = words.slice(0, listed[1]?.at).join(' ');
  if (LACKED.test(first)) return listed.map(({ word }) => `no ${word}`);
  const isMissing = MISSING.test(first);
  return listed.map(({ id, word }) => (isMissing ? `${LACKING[id] ?? 'no hay '}${word}` : word));
}

const MOST_WORDS = 16;

/** `… y tampoco luz`, `ni agua tampoco`: one thing more that is missing, by its word, at the end of a clause. */
const NOR =
  /(?<=\p{L})[\s,]+(?:y\s+|e\s+)?(?:tampoco|ni)\s+(?:(?:hay|tengo|tenemos|llega|pasan?|recogen|vienen?|la|el|de)\s+)*(\p{L}+)(?:\s+tampoco)?(?=\s*(?:[.,;!?\n]|$)|\s+(?:en|aqu[ií]|ak[ií]|desde|hace|por)(?![\p{L}]))/iu;
const LACKS =
  /\b(no (?:hay|tengo|tenemos|llega|nos llega)|sin|se fue|(?:have|has|got|is) no|without) (el |la |any )?([a-zñ]+)/;

/** `No tengo agua desde el lunes y tampoco luz`: both, each by its own word. Fewer than two: it is none. */
export function lackedToo({ topics }: Pick<Catalogue, 'topics'>, text: string): string[] {
  const nor = NOR.exec(text);
  const other = nor?.[1] && fieldOf(topics, nor[1]);
  const first = nor && fieldOf(topics, LACKS.exec(plainWords(text.slice(0, nor.index)))?.[3] ?? '');
  if (!nor || !other || !first || first === other) return [];
  const rest = `${text.slice(0, nor.index)}${text.slice(nor.index + nor[0].length)}`;
  return [rest, `${LACKING[other] ?? 'no hay '}${nor[1]}`];
}

function fieldOf(topics: Catalogue['topics'], word: string): string | undefined {
  const heard = writtenByEar(plainWords(word));
  return topics.find(
    ({ id, words }) => FIELDS.includes(id) && words.some(known => writtenByEar(plainWords(known)) === heard),
  )?.id;
}

const CLAUSE = /\s*[,;.\n]+\s*(?:(?:y|e|and)\s+)?|\s+(?:y|e|and)\s+/iu;
/** One may come of the other: `no hay agua porque no hay luz`. */
const BECAUSE = /\b(?:porque|por eso|por culpa|ya que|cuando|because|so)\b/;

/**
 * `No tengo agua, no tengo luz y la calle es un desastre`: a matter for each thing that is missing, with what is told behind it.
 * Fewer than two: it is none.
 */
export function lackedApart({ topics }: Pick<Catalogue, 'topics'>, text: string): string[] {
  if (BECAUSE.test(plainWords(text))) return [];
  const sides: { field: string; text: string }[] = [];
  let lead = '';
  for (const clause of text.split(CLAUSE)) {
    const field = fieldOf(topics, LACKS.exec(plainWords(clause))?.[3] ?? '');
    const last = sides.at(-1);
    if (field && sides.every(side => side.field !== field))
      sides.push({ field, text: last ? clause : `${lead}${clause}` });
    else if (last) last.text = `${last.text}, ${clause}`;
    else lead = `${lead}${clause}, `;
  }
  return sides.length > 1 ? sides.map(side => side.text) : [];
}
