import type { Place } from '../../../cases/case.ts';
import { plainWords } from '../../words/plain-words.ts';
import { DOORS, LANDMARKS, QUARTERS, STREETS } from './kinds-of-place.ts';
import { BESIDES } from './place-leads.ts';
import { type Learned, toldWhere } from './told-where.ts';

const BUILT =
  'corredor|edificio|esquina|entrada|farmacia|s[uú]per|minis[uú]per|supermercado|restaurante|fonda|tienda|alcald[ií]a';
const COUNTS = 'una?|unos|unas|dos|tres|cuatro|cinco|media|\\d+';
const BESIDE_WORDS = [
  '[Aa]l (?:lado|frente|costado)|[Aa] un lado|[Ff]rente|[Ee]n ?frente|[Dd]ebajo|[Dd]etr[aá]s|[Aa]tr[aá]s|[Dd]iagonal|[Cc]erca|[Cc]erquita',
  '[Pp]asando|[Ll]legando|[Ss]aliendo|[Ee]ntrando|[Aa]ntes|[Dd]espu[eé]s|(?:[Aa]|[Ee]n|[Pp]or) la (?:entrada|altura|calle|salida|orilla)|[Ee]squina',
  `[Aa] (?:como )?(?:${COUNTS}) (?:cuadras?|metros|mts|pasos|casas)`,
].join('|');
const LINK = '(?:de|del|la|las|los|el|san|santa|don)';
/** What goes on behind a name. */
const STOPS =
  '(?:hay|para|pero|como|donde|desde|hace|esta|est[aá]n?|tiene|siempre|porque|ahi|ah[ií]|todo|llega|ning[uú]n)\\b';
/** Beside what it is: `al lado de la iglesia`, `a dos cuadras del parque de Bella Vista`. */
const BESIDE = new RegExp(
  `\\b(?:${BESIDE_WORDS}) (?:de|del|a|al|con) (?:(?:la|el|los|las|un|una) )?(?:(?:[Mm]ini|[Ss][uú]per|[Pp]uesto|[Tt]anque|[Pp]uente|[Cc]ampo) (?=\\p{L}{4}))?[\\p{L}\\d]+` +
    `(?: ${LINK}(?: ${LINK})* [\\p{L}\\d]+(?:(?<= san(?:ta|to)? \\p{L}+) (?!${STOPS})\\p{L}{4,})?)?(?: \\p{Lu}[\\p{L}\\d]+)*(?: \\p{L}+(?=\\s*(?:[,.;]|$)))?`,
  'gu',
);
/** A number at a door: `casa 24`, `lote B-3`. */
const DOOR = new RegExp(
  `\\b(${DOORS}|calle|avenida|vereda|sector)\\s+(?:n[uú]mero |no\\.? ?|nro\\.? ?|#\\s?|[\\p{L}]-?)?\\d+(?:\\p{L}|[rdtmvn][ao]|[ae]ra)?(?:-\\d+)?\\b` +
    // `En mi casa 3 días` numbers no door.
    '(?!\\s*(?:d[ií]as?|horas?|semanas?|mes(?:es)?|a[ñn]os?|noches?|veces|personas?|casas?)(?!\\p{L}))',
  'giu',
);
/** So many spots say where it is. */
export const MOST_SPOTS = 3;

/** A street, what stands in a town, a number at a door, or beside what it is: no area alone. */
const SPOT = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${STREETS}|${LANDMARKS}|${BUILT}|${BESIDES}) [\\p{L}\\d]|(?:${DOORS}) \\S*\\d)`,
  'iu',
);

/** Do words that say where name the exact spot: `al lado de la iglesia`, `casa 24`? */
export function namesSpot(words: string): boolean {
  return SPOT.test(words);
}

/** Where exactly, in the citizen's own words, as far as a text says it. */
export function spotsIn(scene: Learned, text: string): string[] {
  const spots = toldWhere(scene, text).where.map(withoutArticle).filter(namesSpot);
  return saidOnce(spots).slice(0, MOST_SPOTS);
}

/** Beside what it is, as a text says it, however little else was learned of its words: `detrás de la iglesia`. */
export function besidesIn(text: string): string[] {
  const found = [...text.replace(OF, 'de').matchAll(BESIDE)].map(([words]) => trimmed(words));
  return saidOnce(found.filter(words => !NO_SPOT.test(plainWords(words))));
}

/** `Atrás d la iglesia`, as telephones write it. */
const OF = /(?<=\p{L} )d(?= \p{L})/gu;
/** What is heard or smelt there stands nowhere; nor does what is theirs, or an hour. */
const NO_SPOT =
  /\b(?:mi|mis|nuestr[oa]s?|sus?|est[ea]|eso|ahi|alli|todo|nada)\b|\bcon (?:la|el) (?:musica|bulla|ruido|basura|peste|olor)\b|^(?:entrando|metiendo|saliendo) |^(?:antes|despues) de las? /;
/** What happens begins there. */
const TELLING =
  / (?:hay|est[aá]n?|no|se|que|tienen?|llevan?|desde|hace|y|pero|porque|siempre|ya|es|son|fue|me|nos|les?|botan?|queda|de|del)$/iu;

function trimmed(words: string): string {
  const shorter = words.replace(TELLING, '');
  return shorter === words ? words.trim() : trimmed(shorter);
}

/** `Calle 3`, of `la calle 3`; but `La Chorrera`. */
export function withoutArticle(words: string): string {
  return words.replace(ARTICLE, '');
}

const ARTICLE = new RegExp(
  `^(?:el|la|los|las|the) (?=(?:${STREETS}|${DOORS}|${LANDMARKS}|${QUARTERS}|barrio|corredor|alcald[ií]a|sem[aá]foro)s?(?![\\p{L}]))`,
  'iu',
);

/** Without those that a longer one says already. */
export function saidOnce(spots: readonly string[]): string[] {
  const isSaid = (spot: string, i: number): boolean =>
    spots.some((other, j) => j !== i && other.includes(spot) && (other !== spot || j < i));
  return spots.filter((spot, i) => !isSaid(spot, i));
}

/** A place's words with the exact spot behind them, where they do not say it yet. */
export function withSpots(text: string, spots: readonly string[]): string {
  // `escuela Santa Rosa de Capira` says more than `Santa Rosa`.
  const fuller = spots.find(spot => plainWords(spot).includes(plainWords(text))) ?? text;
  const known = plainWords(fuller);
  const more = spots.filter(spot => !known.includes(plainWords(spot)));
  return [fuller, ...more].join(', ').slice(0, LONGEST);
}

/** So many characters of a place are kept. */
const LONGEST = 300;

/** The one body of a district that the words speak of, where nothing closer was told: `el centro de salud`, in Penonomé. */
export function bodyThere({ code, text, district }: Place, description: readonly string[]): string {
  const isDistrict = code?.length === 4 && plainWords(text) === plainWords(district ?? '');
  if (!isDistrict || CITIES.has(code ?? '')) return text;
  const told = description.join(' ');
  const body = ONE_BODY.exec(told)?.[1];
  return body === undefined ? text : `${body}, ${text}`;
}

/** More of a place; a number of a street or house it had takes the place of the one before: `la calle 13`, not `calle 12`. */
export function withDoors(known: string, detail: string): string {
  const doors = doorsIn(detail);
  const isAnother = doors.some(door => doorLike(door, known) !== undefined);
  if (!isAnother) return `${known}, ${detail}`;
  return doors.reduce((text, door) => {
    const before = doorLike(door, text);
    return before ? text.replace(before.words, () => door.words) : `${text}, ${door.words}`;
  }, known);
}

/** A number at a door, and what it is the number of. */
export interface Door {
  words: string;
  of: string;
}

/** The numbers of doors and streets in a text, in its order. */
export function doorsIn(text: string): Door[] {
  return [...text.matchAll(DOOR)].map(([words, of = '']) => ({ words, of: plainWords(of) }));
}

export function doorLike({ of }: Door, text: string): Door | undefined {
  return doorsIn(text).find(door => door.of === of);
}

/** One of each stands in a district, so that nobody has to ask where: `la alcaldía de Colón`. */
const BODIES =
  'alcald[ií]a|gobernaci[oó]n|hospital(?: regional)?|policl[ií]nica|centro de salud|terminal|mercado(?: p[uú]blico| municipal)?|cementerio(?: municipal)?|estadio|juzgado|fiscal[ií]a|c[aá]rcel|aeropuerto|catedral|universidad|estaci[oó]n de polic[ií]a';

/** A body that is told by what it is, and not by a name. */
const ONE_BODY = new RegExp(
  `\\b(?:en|de|a|del|al|desde) ?(?:la |el )?((?:${BODIES}))(?! (?:de|del) |\\p{L})`,
  'iu',
);
/** Panamá and San Miguelito have several of each. */
const CITIES: ReadonlySet<string> = new Set(['0804', '0805']);
