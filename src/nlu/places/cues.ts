import { wordSet } from '../../catalogue/words.ts';
import type { Token } from '../tokens.ts';
import {
  ABROAD,
  AREA_KINDS,
  ARTICLES,
  AWAY,
  BEING,
  BORN,
  CARS,
  COMING,
  COMPARING,
  COUNTRY,
  DENYING,
  FACILITIES,
  GOING,
  HEADS,
  INSTITUTIONS,
  KIN,
  LEFT,
  LIVING,
  NEIGHBOURHOOD_KINDS,
  PASSING,
  PERSONS,
  PLACING,
  ROADS,
  TEAMS,
  WATERS,
  WAYS,
  WORKING,
} from './cue-words.ts';
import type { Span } from './mentions.ts';
import { isPersonal } from './ordinary-names.ts';
import { COUNTRY_NAME, roadOf } from './roads.ts';

/** What the words around a name say of it. */
export interface Cues {
  /** How the name is tied to what is told. */
  role: 'lives' | 'placed' | 'of' | 'passing' | 'bare' | 'works' | 'origin' | 'towards' | 'either' | 'away';
  /** A sentence of its own, or a word that begins one without an article: `Volcán necesita agua`. */
  alone: boolean;
  /** Without an article before it: `en volcán`. */
  bare: boolean;
  /** The level the writer names, or that it is no area: `corregimiento de`, `barriada`. */
  kind: 'province' | 'district' | 'corregimiento' | 'neighbourhood' | null;
  /** It is the name of a street, a body, a building, a person, or the country's. */
  road: boolean;
  way: boolean;
  institution: boolean;
  facility: boolean;
  person: boolean;
  country: boolean;
  /** Of a river: `río Caimito`. */
  water: boolean;
  /** It is where it is not: `no es en La Chorrera`. */
  denied: boolean;
  /** Part of a longer name that nobody knows: `Valle Dorado`, `Banco Hipotecario`. */
  partly: boolean;
  /** After a comma, as the last part of an address. */
  listed: boolean;
  /** Written with a capital that no rule of the sentence asks for, or with a name's accent. */
  capital: boolean;
  /** Words before the name that belong to it: `barriada`, `altos de`. */
  kindFrom: number;
}

const FURTHEST = 6;
/** `trabajo de celador en un edificio de`. */
const WORK_AT_MOST = 7;

/** Reads the words before and after a name. */
export function readCues(span: Span, tokens: readonly Token[], text: string, shouting: boolean): Cues {
  const before = wordsBefore(span, tokens);
  const stop = tokens[before.at]?.word ?? '';
  const joined = isJoined(before.at, span, tokens, text);
  const near = sentenceWords(tokens, before.at - 2, before.at + 1, tokens[span.from]?.sentence ?? 0);
  const far = sentenceWords(
    tokens,
    before.at - WORK_AT_MOST,
    before.at + 1,
    tokens[span.from]?.sentence ?? 0,
  );
  const body = !before.of ? INSTITUTIONS.has(stop) : near.some(word => INSTITUTIONS.has(word));
  return {
    role: roleOf(stop, near, before.of, roadOf(span.entry.written) !== null, far),
    bare: [span.from - 1, span.from].every(at => !ARTICLES.has(tokens[at]?.word ?? '')),
    kind: before.kind,
    alone: standsAlone(span, tokens, text),
    road: ROADS.has(stop) && joined && !before.of,
    way: WAYS.has(stop) && joined,
    institution: body || before.body,
    facility: FACILITIES.has(stop),
    person: joined && isPerson(span, tokens, text, stop, before.of, near),
    country: COUNTRY.has(stop) || (before.of && near.some(word => COUNTRY.has(word))),
    water: WATERS.has(stop) && joined && !before.of,
    denied: isDenied(before.at, tokens, text),
    partly: isPartOfName(span, tokens, text),
    listed: isListed(span, tokens, text),
    capital: !shouting && hasCapital(span, tokens, text),
    kindFrom: before.kindFrom,
  };
}

/** `calle Colón`, not `la calle, Colón`. */
function isJoined(at: number, { from }: Span, tokens: readonly Token[], text: string): boolean {
  return !/[,:;(]/.test(text.slice(tokens[at]?.end ?? 0, tokens[from]?.start ?? 0));
}

/** `no es en`, `no en`, `no es`; but `no, en Capira` says where it is. */
function isDenied(at: number, tokens: readonly Token[], text: string): boolean {
  const stop = tokens[at]?.word ?? '';
  const first = /^(en|de|por|in|at)$/.test(stop) ? at - 1 : at;
  if (first === at && !BEING.has(stop)) return false;
  const no = BEING.has(tokens[first]?.word ?? '') ? first - 1 : first;
  const denies = tokens[no] !== undefined && tokens[no]?.sentence === tokens[at]?.sentence;
  if (!denies || !DENYING.has(tokens[no]?.word ?? '')) return false;
  return !/[,:;]/.test(text.slice(tokens[no]?.end ?? 0, tokens[at]?.start ?? 0));
}

interface Before {
  at: number;
  of: boolean;
  body: boolean;
  kind: Cues['kind'];
  kindFrom: number;
}

/** Steps back over articles, `de` and kinds of places to the word that ties the name to the sentence. */
function wordsBefore({ from }: Span, tokens: readonly Token[]): Before {
  const found: Before = { at: from - 1, of: false, body: false, kind: null, kindFrom: from };
  const sentence = tokens[from]?.sentence;
  for (; found.at >= 0 && from - found.at <= FURTHEST; found.at -= 1) {
    const token = tokens[found.at];
    if (token === undefined || token.sentence !== sentence) break;
    const { word } = token;
    const kind = AREA_KINDS.get(word) ?? (NEIGHBOURHOOD_KINDS.has(word) ? 'neighbourhood' : null);
    if (word === 'municipio') found.body = true;
    if (kind !== null) {
      found.kind ??= kind;
      found.kindFrom = found.at;
      found.of = false;
    } else if (word === 'de' || word === 'del') found.of = true;
    else if (!ARTICLES.has(word)) return found;
  }
  return { ...found, at: -1 };
}

function sentenceWords(tokens: readonly Token[], from: number, to: number, sentence: number): string[] {
  return tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .filter(token => token.sentence === sentence)
    .map(({ word }) => word);
}

const ENDS = wordSet('a al para pa hacia hasta to');

/** Roads cross: `la Tumba Muerto con vía Brasil`. */
function roleOf(
  stop: string,
  near: readonly string[],
  of: boolean,
  road: boolean,
  far: readonly string[],
): Cues['role'] {
  const has = (words: ReadonlySet<string>): boolean => near.some(word => words.has(word));
  if ((AWAY.has(stop) && !road) || (of && has(COMING))) return 'away';
  if (has(BORN) && (of || stop === 'en')) return 'away';
  if (compares(stop, near, far)) return 'away';
  if (ELSEWHERE_THEN.test(far.join(' '))) return 'away';
  if (OTHERS_LIVE.test(far.join(' ')) || (stop === 'from' && has(KIN))) return 'away';
  if (has(LIVING)) return 'lives';
  if (of && far.some(word => LEFT.has(word))) return 'away';
  if (far.some(word => WORKING.has(word)) && (of ? !IS.test(stop) : PLACING.has(stop))) return 'works';
  if (of) return roleOfOwned(stop);
  if (ENDS.has(stop) && has(GOING)) return 'towards';
  if (ENDS.has(stop) && has(CARS)) return 'away';
  if (PLACING.has(stop)) return 'placed';
  return PASSING.has(stop) ? 'passing' : 'bare';
}

/** `Una parada como la de Penonomé`, `lo mismo en Penonomé`; but `como Arraiján no tiene agua` and `aquí mismo en Chepo` compare nothing. */
function compares(stop: string, near: readonly string[], far: readonly string[]): boolean {
  const at = stop === 'en' ? far.length - 2 : far.length - 1;
  const [before, word = ''] = [far[at - 1], stop === 'en' ? near.at(-2) : stop];
  if (word === 'mismo' || word === 'misma') return before === 'lo' || before === 'la';
  if (word === 'como') return before !== undefined && !OPENS.has(before);
  return COMPARING.has(word);
}

/** After these a clause begins, and `como` is a because. */
const OPENS = wordSet('que y pero porque entonces and but');

/** Of these the writer tells that they live elsewhere; `mi papá` and the writer are of one place. */
const OTHERS_LIVE =
  /(^| )(el|la|los|las|sus?) (hij[oa]s|papa|padre|yerno|nuera|dueñ[oa]|jefe)( que)? viven? (en|por|in)$/;
/** `Ese día yo estaba en Darién`: where somebody was is not where it happened. */
const ELSEWHERE_THEN =
  /(^| )(ese|aquel|that) (dia|momento|fecha|noche|tarde|day|night)( (yo|i|nosotros|we))?( me| nos)? (estaba|andaba|encontraba|estabamos|andabamos|encontrabamos|was|were)( \w+){0,2} (en|por|in|at)$|(^| )(yo|i|nosotros|we) (ese|aquel|that) (dia|day) (me )?(estaba|andaba|encontraba|estabamos|andabamos|was|were)( \w+){0,2} (en|por|in|at)$/;
const IS = /^(soy|somos|es|era)$/;

/** `soy de Calobre`, `el bus de Calobre`, `mi tía de Calobre`, `la basura de Calobre`. */
function roleOfOwned(stop: string): Cues['role'] {
  if (IS.test(stop)) return 'origin';
  if (CARS.has(stop)) return 'towards';
  return KIN.has(stop) ? 'away' : 'of';
}

function isPerson(
  span: Span,
  tokens: readonly Token[],
  text: string,
  stop: string,
  of: boolean,
  near: readonly string[],
): boolean {
  if (of ? TEAMS.has(stop) : PERSONS.has(stop)) return true;
  // `el Plaza Amador` plays football; a square is `la plaza`.
  if (!of && stop === 'plaza' && near.at(-2) === 'el') return true;
  if (isFamily(span, tokens)) return true;
  if (!of && stop === 'es' && near.includes('nombre')) return true;
  if (!isPersonal(span.entry.written)) return false;
  const [before, first] = [tokens[span.from - 1], tokens[span.from]];
  const [last, next] = [tokens[span.to - 1], tokens[span.to]];
  // `Las Acacias Juan Díaz` names one place behind another.
  const isNamed = !ARTICLES.has(tokens[span.from - 2]?.word ?? '') && isFullName(before, first, text);
  return isNamed || isFullName(last, next, text);
}

/** `los Rovira`. */
function isFamily({ from, entry: { written } }: Span, tokens: readonly Token[]): boolean {
  return /^l[oa]s$/.test(tokens[from - 1]?.word ?? '') && !/ |s$/.test(written);
}

/** Two words with capitals and one space between, neither of which ties a place to a sentence. */
function isFullName(first: Token | undefined, second: Token | undefined, text: string): boolean {
  if (first === undefined || second === undefined || second.start !== first.end + 1) return false;
  if (!isUpper(text, first.start) || !isUpper(text, second.start)) return false;
  // `INADEH David` is an office in David.
  const office = text
    .slice(first.start, second.end)
    .split(' ')
    .some(word => ACRONYM.test(word));
  const pair = [first.word, second.word];
  return !office && pair.every(word => word.length > 2 && !TYING.some(list => list.has(word)));
}

const ACRONYM = /^\p{Lu}{3,}$/u;

/** `Valle Dorado`; of the country and of everyday words also `Panamá Conecta`, `Banco Nacional`. */
function isPartOfName({ from, to, entry }: Span, tokens: readonly Token[], text: string): boolean {
  const [before, first, last, next] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  const isHead = before !== undefined && HEADS.has(before.word) && !isOfFacility(tokens, from - 1);
  if (isHead && before.end + 1 === first?.start) return true;
  if (/^del?$/.test(next?.word ?? '') && ABROAD.has(tokens[to + 1]?.word ?? '')) return true;
  const continues = entry.ordinary || entry.written === COUNTRY_NAME;
  return continues && isFullName(last, next, text);
}

/** `El centro comercial Los Pueblos` is in Los Pueblos; `comercial Los Pueblos` is a shop. */
function isOfFacility(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'comercial' && FACILITIES.has(tokens[at - 1]?.word ?? '');
}

const TYING = [AREA_KINDS, NEIGHBOURHOOD_KINDS, PLACING, PASSING, ARTICLES, FACILITIES, INSTITUTIONS, ROADS];

function hasCapital(span: Span, tokens: readonly Token[], text: string): boolean {
  return tokens.slice(span.from, span.to).some((token, step) => {
    if (ARTICLES.has(token.word)) return false;
    // `Natá`, `Olá` and `Soná` are no everyday words when the accent is written.
    if (isAccented(text.slice(token.start, token.end), span)) return true;
    if (!isUpper(text, token.start)) return false;
    const first = span.from + step === 0 || tokens[span.from + step - 1]?.sentence !== token.sentence;
    return !first;
  });
}

function standsAlone({ from, to, entry }: Span, tokens: readonly Token[], text: string): boolean {
  const [before, first, last, next] = [tokens[from - 1], tokens[from], tokens[to - 1], tokens[to]];
  if (first === undefined || before?.sentence === first.sentence) return false;
  if (next === undefined || next.sentence !== last?.sentence) return true;
  return isUpper(text, first.start) && !/^(el|la|los|las) |s$/.test(entry.written);
}

function isListed({ from }: Span, tokens: readonly Token[], text: string): boolean {
  const [before, here] = [tokens[from - 1], tokens[from]];
  return before !== undefined && here !== undefined && /^\s*,\s*$/.test(text.slice(before.end, here.start));
}

function isAccented(written: string, { entry }: Span): boolean {
  if (!/[áéíóú]$/i.test(written)) return false;
  const small = written.toLowerCase();
  return entry.candidates.some(({ place }) => place.row.name.toLowerCase() === small);
}

function isUpper(text: string, at: number): boolean {
  const letter = text[at] ?? '';
  return letter !== letter.toLowerCase();
}
