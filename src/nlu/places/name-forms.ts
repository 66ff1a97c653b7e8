import type { GazetteerRow } from '../../catalogue/catalogue.ts';
import { bareWords } from '../../catalogue/words.ts';
import { isOrdinary, needsArticle } from './ordinary-names.ts';

/** One way to say a place's name, as plain words, and how well it fits. */
export interface NameForm {
  words: string[];
  fit: number;
  /** Several words written as one; their misspellings look too much like other words. */
  joined: boolean;
}

const ARTICLES = new Set(['el', 'la', 'los', 'las']);
/** Words before a name that people leave out or put as they like. */
const LEFT_OUT = new Set([
  'barriada',
  'urbanizacion',
  'residencial',
  'sector',
  'reparto',
  'comunidad',
  'comarca',
]);
/** Kinds of buildings people leave out before a name of two words: `el Joaquín Pablo`. */
const LEFT_OUT_OF_LONG = new Set(['hospital', 'policlinica', 'colegio', 'escuela', 'avenida']);
/** Words of names as they are shortened when they are typed. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['puerto', 'pto'],
  ['punta', 'pta'],
  ['santa', 'sta'],
  ['santo', 'sto'],
  ['san', 'sn'],
  ['nuevo', 'nvo'],
  ['nueva', 'nva'],
  ['ciudad', 'cdad'],
  ['barriada', 'bda'],
  ['urbanizacion', 'urb'],
  ['quebrada', 'qda'],
  ['hospital', 'hosp'],
  ['panama', 'pma'],
]);
/** Before a name with or without `de`: `playa Santa Clara`. */
const OF_NAMES = new Set(['playa', 'isla', 'barriada', 'terminal', 'estacion', 'hospital']);
const MOST_WORDS = 9;
/** From this length words are also written as one: `sanmiguelito`. */
const SHORTEST_JOINED = 8;

/** The ways a row's name is said: name, aliases, either half of `A o B`, without article or kind, in one word. */
export function nameForms(row: GazetteerRow, areas: ReadonlySet<string>): NameForm[] {
  const forms = new Map<string, NameForm>();
  const add: Add = (words, fit, joined = false) => {
    const key = words.join(' ');
    if (key === '' || words.length > MOST_WORDS || (forms.get(key)?.fit ?? 0) >= fit) return;
    forms.set(key, { words, fit, joined });
  };
  for (const name of halves(row.name)) addForms(add, name, 1, areas);
  for (const alias of row.aliases) addForms(add, alias, 0.6, areas);
  return [...forms.values()];
}

const KIND_BEFORE = /^(?:barriada|urbanizacion|residencial|sector|reparto|comunidad) (?:de )?(?=\S)/;

/** A name as plain words without the kind of place before it; null: there is none. */
export function withoutKind(written: string): string | null {
  return KIND_BEFORE.test(written) ? written.replace(KIND_BEFORE, '') : null;
}

type Add = (words: string[], fit: number, joined?: boolean) => void;

function halves(name: string): string[] {
  const bare = name.replace(/\s*\([^)]*\)/g, '');
  return [name, bare, ...bare.split(/ o | \/ /)];
}

function addForms(add: Add, name: string, fit: number, areas: ReadonlySet<string>): void {
  const words = bareWords(name).split(' ');
  add(words, fit);
  if (words.length > 1 && words.join('').length >= SHORTEST_JOINED) add([words.join('')], fit * 0.98, true);
  const [first = '', second = ''] = words;
  if (OF_NAMES.has(first) && words.length > 1 && !/^(del?|la|el|los|las)$/.test(second)) {
    add([first, 'de', ...words.slice(1)], fit * 0.98);
  }
  const short = words.map(word => SHORT.get(word) ?? word);
  if (short.some((word, i) => word !== words[i])) add(short, fit * 0.98);
  const rest = shortened(words, areas);
  if (rest !== null) add(rest, fit * 0.95);
}

/** A name without its article or kind, when what is left still names something and no area bears that name. */
function shortened(words: string[], areas: ReadonlySet<string>): string[] | null {
  const [first = '', second = ''] = words;
  const isKind = LEFT_OUT.has(first) || (LEFT_OUT_OF_LONG.has(first) && words.length > 2);
  const rest = words.slice(isKind && second === 'de' ? 2 : 1);
  const whole = rest.join(' ');
  if (!(isKind || ARTICLES.has(first)) || whole.length < 5 || /^(\d+$|del? )/.test(whole)) return null;
  const everyday = isOrdinary(whole) && !needsArticle(whole);
  return everyday || (isKind && areas.has(whole)) ? null : rest;
}
