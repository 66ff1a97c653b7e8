import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { isOpening } from '../matter.ts';
import { likelyService } from './matters-apart.ts';

const FIRSTS: readonly RegExp[] = [
  /^(?:1|primer[oa]?|first(?:ly)?)$/iu,
  /^(?:2|segund[oa]|second(?:ly)?)$/iu,
  /^(?:3|tercer[oa]?|third(?:ly)?)$/iu,
  /^(?:4|cuart[oa]|fourth(?:ly)?)$/iu,
  /^(?:5|quint[oa]|fifth(?:ly)?)$/iu,
];
const ORDINAL =
  '(?:(?:lo|la|el|the|en)\\s+)?(primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|(?:first|second|third|fourth|fifth)(?:ly)?)(?:\\s+(?:lugar|queja|denuncia|cosa|problema|asunto|reporte|complaint|problem|thing|one))?(?:\\s+(?:es|era|is))?(?:\\s+(?:que|that))?(?![\\p{L}])';
/** `2)`, `3.-`, and in words at the beginning of a clause: `segundo,`. */
const MARK = new RegExp(
  `(?:^|[\\s:,;.])(?:(?:y|and)\\s+)?([1-5])\\s*(?:[).:]-?|-|º)\\s*(?=[\\p{L}¿¡])|(?:^|[:,;.\\n]\\s*|\\s(?:y|and)\\s+)${ORDINAL}[\\s,:]+(?=[\\p{L}¿¡])`,
  'giu',
);
const LEAST_ITEM = 2;
/** `3`, `en`, `in`. */
const MOST_LINK = 2;

/** The items of a text that are counted one after the other from the first on, and what stands before them; null: none are. */
function counted(text: string): { lead: string; items: string[] } | null {
  const marks: { from: number; to: number }[] = [];
  for (const found of text.matchAll(MARK)) {
    const next = FIRSTS[marks.length];
    if (next?.test(found[1] ?? found[2] ?? ''))
      marks.push({ from: found.index, to: found.index + found[0].length });
  }
  const items = marks.map(({ to }, at) =>
    text
      .slice(to, marks[at + 1]?.from)
      .replace(/[\s,;:.]+(?:y|and)?$/iu, '')
      .trim(),
  );
  const isTold = items.length > 1 && items.every(item => plainWords(item).split(' ').length >= LEAST_ITEM);
  return isTold ? { lead: text.slice(0, marks[0]?.from).trim(), items } : null;
}

/** `En Pacora: 1) no hay luz 2) no pasa el bus`, `primero … segundo …`: each of a service of its own; fewer than two: it is one. */
export function numberedMatters(scene: Scene): string[] {
  const told = counted(scene.burst.text);
  if (told === null) return [];
  const matters: { id: string | null; text: string }[] = [];
  for (const text of told.items) {
    const id = likelyService(scene.facts.read(text));
    const same = id === null ? undefined : matters.find(matter => matter.id === id);
    if (same) same.text = `${same.text}. ${text}`;
    else matters.push({ id, text });
  }
  if (matters.filter(({ id }) => id !== null).length < 2) return [];
  const [first = '', ...others] = matters.map(({ text }) => text);
  return [
    leadsOnly(scene, told.lead) ? first : `${told.lead.replace(/[\s,;:.]+$/u, '')}. ${first}`,
    ...others,
  ];
}

/** Does it only open, or say where all of them are: `aquí en Pacora`? */
function leadsOnly({ facts }: Scene, lead: string): boolean {
  const where = new Set(facts.reading.places.flatMap(({ text }) => plainWords(text).split(' ')));
  const rest = plainWords(lead)
    .split(' ')
    .filter(word => !where.has(word) && (word.length > MOST_LINK || word === 'no'));
  return isOpening(rest.join(' '));
}

const OTHER =
  '(?:la|el|lo|the)\\s+(?:otr[oa]|siguiente|other|next)(?:\\s+(?:queja|denuncia|cosa|problema|asunto|reporte|complaint|problem|thing|one))?(?:\\s+(?:es|era|is)(?:\\s+(?:que|that))?(?![\\p{L}])|(?=\\s*[,:]))';
const BEHIND = new RegExp(`^[\\s,.;]*(?:(?:y|and|ahora|now)\\s+)?(?:${ORDINAL}|${OTHER})[\\s,:]+`, 'iu');

/** What is told behind an ordinal: `un carro abandonado`, of `la segunda, un carro abandonado`, `la otra es …`; null: it begins with none. */
export function behindOrdinal(text: string): string | null {
  const lead = BEHIND.exec(text);
  // `El primero que vino` is no second matter.
  if (lead === null || FIRSTS[0]?.test(lead[1] ?? '')) return null;
  const rest = text.slice(lead[0].length).trim();
  return plainWords(rest).split(' ').length >= LEAST_ITEM ? rest : null;
}
