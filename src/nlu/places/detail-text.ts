import { wordSet } from '../../catalogue/words.ts';
import type { Token } from '../tokens.ts';
import { ARTICLES, ROADS } from './cue-words.ts';

const MOST_CHARACTERS = 80;
const FURTHEST = 9;
const STARTERS = wordSet(
  'casa edificio apartamento torre frente enfrente detras diagonal esquina lado costado manzana lote etapa bloque piso km kilometro ph cuadra cuadras metros sector',
);
const JOINING = wordSet(
  'de del la el los las a al en con y e numero no principal primera segunda tercera cuarta quinta sexta final entre numeral este oeste norte sur',
);
/** They begin what happened, not where. */
const TELLING = wordSet(
  'esta estan hay tiene tienen lleva llevan es son fue sin que donde se me nos llena lleno hueco huecos basura agua luz rota roto danada danado hace desde cuando porque no ya por dia dias horas semana semanas mes meses',
);
const MOST_OTHERS = 2;

/** The words that name the place in detail as they were written: the street beside the name, then the name. */
export function detailText(from: number, to: number, tokens: readonly Token[], text: string): string {
  const start = tokens[streetBefore(from, to, tokens)]?.start ?? 0;
  const last = tokens[streetAfter(from, to, tokens, text) - 1]?.end ?? start;
  const end = last - start <= MOST_CHARACTERS ? last : (tokens[to - 1]?.end ?? last);
  return text.slice(start, end).replace(/\s+/g, ' ').slice(0, MOST_CHARACTERS);
}

/** The furthest street word before the name with nothing but its own words between. */
function streetBefore(from: number, to: number, tokens: readonly Token[]): number {
  const sentence = tokens[from]?.sentence;
  const end = tokens[to - 1]?.end ?? 0;
  let found = from;
  let others = 0;
  for (let at = from - 1; at >= Math.max(0, from - FURTHEST); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence || end - token.start > MOST_CHARACTERS) break;
    if (isStreet(token.word)) {
      found = leadBefore(at, tokens);
      others = 0;
    } else if (isTelling(token.word) || (!isJoining(token.word) && ++others > MOST_OTHERS)) break;
  }
  return found;
}

/** `al` of `al lado`, `a dos` of `a dos cuadras`. */
function leadBefore(at: number, tokens: readonly Token[]): number {
  const [far, near] = [tokens[at - 2], tokens[at - 1]];
  if (near === undefined || near.sentence !== tokens[at]?.sentence) return at;
  const { word } = tokens[at] ?? near;
  if (near.word === 'al' && /^(lado|frente|costado)$/.test(word)) return at - 1;
  return /^(cuadras?|metros)$/.test(word) && far?.word === 'a' && far.sentence === near.sentence
    ? at - 2
    : at;
}

/** The end of the street words that follow the name at once. */
function streetAfter(from: number, to: number, tokens: readonly Token[], text: string): number {
  const sentence = tokens[from]?.sentence;
  let found = to;
  let others = 0;
  let inside = false;
  for (let at = to; at < Math.min(tokens.length, to + FURTHEST); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== sentence) break;
    const { word } = token;
    if (inside && /^(?:[yeo]|and)$/.test(word) && !goesOn(tokens[at + 1], text)) break;
    if (word === 'no' && !/^\d/.test(tokens[at + 1]?.word ?? '')) break;
    if (isStreet(word)) inside = true;
    else if (!inside && !(at === to && leadsOn(word, tokens[at + 1]))) break;
    else if (isTelling(word) || (!isJoining(word) && ++others > MOST_OTHERS)) break;
    if (inside && !ARTICLES.has(word) && !/^(de|del|a|al|en|con|y|e|and|entre|no)$/.test(word))
      found = at + 1;
  }
  return found;
}

/** `… en calle 5`; `vía España and vía Brasil`, where the other street is called one. */
function leadsOn(word: string, next: Token | undefined): boolean {
  const joins = /^(?:y|con|and|with)$/.test(word) && next !== undefined && ROADS.has(next.word);
  return word === 'en' || joins;
}

/** `Calle 5 y 6`, `entre el parque y la iglesia`; but `frente al Rey y uno no puede caminar` tells. */
function goesOn(next: Token | undefined, text: string): boolean {
  if (next === undefined) return false;
  const isName = /^\p{Lu}/u.test(text.slice(next.start)) && text !== text.toUpperCase();
  return isName || ARTICLES.has(next.word) || isStreet(next.word) || /\d/.test(next.word);
}

function isStreet(word: string): boolean {
  return ROADS.has(word) || STARTERS.has(word);
}

function isJoining(word: string): boolean {
  return JOINING.has(word) || /^\d+[a-z]?$/.test(word) || word.length === 1;
}

function isTelling(word: string): boolean {
  return TELLING.has(word) && word !== 'no';
}
