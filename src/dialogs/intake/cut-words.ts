import { contentWords } from '../likeness.ts';
import { plainWords } from '../words/plain-words.ts';
import { withoutNaming } from './phrase-out.ts';
import { doorsIn } from './place/spots.ts';

/** Where a line may be cut, so that what is left still reads. */
const PARTS = /(?<=[,.;!?\n])\s*|\s+(?=(?:y|e|pero|porque|aunque|and|but)\s)/iu;

/** Lines without some of their parts. */
export interface Cut {
  left: string[];
  /** The parts that are gone. */
  gone: string[];
}

/** The lines without the parts that speak of what these words name; null: nothing does, or they name nothing. */
export function cutOf(lines: readonly string[], words: string): Cut | null {
  const named = namedWords(words);
  if (named.length === 0) return null;
  const gone: string[] = [];
  const left = lines.map(told => {
    const doors = doorsNamed(told, named);
    gone.push(...doors);
    const line = doors.reduce(withoutPhrase, told);
    const parts = line.split(PARTS).map(part => {
      const finer = speaksOf(part, named) ? withoutNaming(part, named, speaksOf) : null;
      if (finer !== null) gone.push(finer.gone);
      return finer?.left ?? part;
    });
    const isGone = parts.map(part => speaksOf(part, named));
    gone.push(...parts.filter((_, at) => isGone[at]));
    return parts
      .map((part, at) => (isGone[at - 1] && opens(parts, isGone, at) ? part.replace(LEADS, '') : part))
      .filter((_, at) => !isGone[at])
      .join(' ')
      .replace(/[\s,;]+$/u, '')
      .trim();
  });
  return gone.length > 0 ? { left, gone } : null;
}

const LEADS = /^(?:y|e|pero|and|but)\s+/iu;

/** The numbers of doors and streets in a text that these words name: `edificio 7`, by its kind alone. */
export function doorsNamed(text: string, named: readonly string[]): string[] {
  const isMeant = (words: string): boolean =>
    named.every(name => NUMBER.test(name)) || speaksOf(words, named);
  return doorsIn(text)
    .map(({ words }) => words)
    .filter(isMeant);
}

/** A text without a phrase that says where, and what leads to it: `vive en Curundú`, of `vive en el edificio 7 de Curundú`. */
export function withoutPhrase(text: string, phrase: string): string {
  const at = text.indexOf(phrase);
  if (at < 0) return text;
  const lead = LEADING.exec(text.slice(0, at))?.[0] ?? '';
  const before = text.slice(0, at - lead.length);
  const after = text.slice(at + phrase.length);
  const isIn = /\ben\b/iu.test(lead) || (before !== '' && !lead.includes(','));
  const joined = OF.test(after) ? after.replace(OF, isIn ? ' en ' : ' ') : after;
  return `${before}${joined}`.replace(/^[\s,;]+/u, '');
}

const LEADING =
  /(?:^|[\s,;]+)(?:(?:y|es|est[aá]|queda|vivo|vive|and|is)\s+)*(?:(?:en|del?|por|al?|frente al?|in|at)\s+)?(?:(?:el|la|mi|su|los|las|the|my)\s+)?$/iu;
const OF = /^\s+del?\s+/iu;
const NUMBER = /^n(?:umero|umber)$/;

/** Does a part begin a sentence, once those before it are gone? */
function opens(parts: readonly string[], isGone: readonly boolean[], at: number): boolean {
  const before = parts.slice(0, at).findLast((_, i) => !isGone[i]);
  return before === undefined || /[.!?\n]\s*$/u.test(before);
}

/** What names a thing, however short: `la tos`, `calle 4ta`; of `soy enfermera` what they are. */
export function namedWords(text: string): string[] {
  const words = plainWords(text)
    .split(' ')
    .filter(word => word.length >= SHORTEST && !LINKING.has(word));
  const isOther = (word: string): boolean => !BEING.has(word) && !NUMBER.test(word);
  // `El número del edificio` is the building.
  const naming = words.some(isOther) ? words.filter(isOther) : words.filter(word => !BEING.has(word));
  return naming.length > 0 ? naming : words;
}

const SHORTEST = 3;
const LINKING = new Set(
  'las los una unos unas del que con por mis sus the and que esa ese eso esta este about being ahi alli aqui alla aca reporte here there'.split(
    ' ',
  ),
);
const BEING = new Set(
  'soy somos estoy tengo trabajo vivo fui era dije puse conte escribi son tiene work live was said told wrote have'.split(
    ' ',
  ),
);

/** Does a part of a text hold all the words that name it? */
export function speaksOf(part: string, named: readonly string[]): boolean {
  const words = plainWords(part).replace(A_THING, '').split(' ');
  const long = words.filter(word => word.length >= SHORTEST);
  return named.every(name => long.some(word => isAlike(word, name)));
}

/** `El trabajo quedó mal` is no `yo trabajo ahí`. */
const A_THING = /\b(?:el|un|su|mi|del|de|este|ese|al|al?g?un|mucho|sin|the|of|my) (?:trabajo|work)\b/g;

/** `Tos`, of `tosiendo`. */
function isAlike(word: string, name: string): boolean {
  // `Trabajo` is what they do themselves, `trabaja` what others do.
  if (word === name || BEING.has(name)) return word === name;
  return word.startsWith(name.length > 4 ? name.slice(0, -1) : name);
}

/** Would more of the matter go than what they named, or all of it? */
export function isTooMuch({ left, gone }: Cut, what: string): boolean {
  const named = new Set(contentWords(what));
  const others = contentWords(gone.join(' ')).filter(word => !named.has(word));
  return others.length > MOST_OTHERS || left.every(line => contentWords(line).length === 0);
}

const MOST_OTHERS = 6;
