import type { Place } from '../../../cases/case.ts';
import { anyOf } from '../../any-of.ts';
import { plainWords } from '../../plain-words.ts';
import { DOORS, LANDMARKS, QUARTERS } from './kinds-of-place.ts';
import { isTime } from './no-place.ts';

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
  `\\b(${DOORS}|calle|avenida|vereda|sector)\\s+(?:n[uú]mero |no\\.? ?|nro\\.? ?|#\\s?|[\\p{L}]-?)?\\d+[\\p{L}]?(?:-\\d+)?\\b` +
    // `En mi casa 3 días` numbers no door.
    '(?!\\s*(?:d[ií]as?|horas?|semanas?|mes(?:es)?|a[ñn]os?|noches?|veces|personas?|casas?)(?!\\p{L}))',
  'giu',
);
/** Where two streets meet, or between what it is: `avenida Balboa con calle 42`, `entre la farmacia y el banco`. */
const CROSSING =
  /\b(?:[Cc]alle|[Aa]venida|[Aa]v\.?|[Vv][ií]a) (?:\d+\p{L}?|\p{L}+)(?: \p{Lu}\p{L}+)* con (?:(?:la|el) )?(?:(?:[Cc]alle|[Aa]venida|[Aa]v\.?|[Vv][ií]a) )?(?:\d+\p{L}?|\p{Lu}\p{L}+)(?: \p{Lu}\p{L}+)*|\b[Ee]ntre (?:la|el) \p{L}+ y (?:la|el) \p{L}+/gu;
/** What stands there, by its own name: `escuela José Agustín Arango`. */
const BUILT =
  /\b(?:[Ee]scuela|[Cc]olegio|[Ee]dificio|PH|[Rr]esidencial|[Ii]nstituto|[Hh]ospital|[Pp]olicl[ií]nica|[Pp]arque|[Ii]glesia|[Ee]stadio|[Cc]entro de [Ss]alud) \p{Lu}\p{L}+(?: (?:(?:de|del|la|las|los|el) )*\p{Lu}\p{L}+)*/gu;
/** A shop by its name, in whatever letters: `minisúper el chinito feliz`. */
const SHOP =
  /\b(?:mini ?s[uú]per|supermercado|farmacia|abarroter[ií]a|restaurante|fonda|ferreter[ií]a|panader[ií]a|discoteca|cantina) (?:el|la|los|las) [\p{L}]{3,}(?: (?!de\b|del\b|en\b|que\b|con\b|por\b|y\b|no\b|me\b|se\b)\p{L}{3,})?/giu;
/** A street by its name: `una discoteca en vía Argentina`. */
const STREET = /\b(?:[Vv][ií]a|[Aa]venida|[Cc]alle) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu;
/** What happens begins there. */
const TELLING =
  / (?:hay|est[aá]n?|no|se|que|tienen?|llevan?|desde|hace|y|pero|porque|siempre|ya|es|son|fue|me|nos|les?|botan?|queda|de|del)$/iu;
/** What is heard or smelt there stands nowhere: `en la esquina con la música a todo volumen`. */
const NO_SPOT = anyOf(
  /\bcon (la|el) (musica|bulla|ruido|basura|peste|olor)\b/,
  /^(entrando|metiendo|saliendo) (a|de|en) (la|las) casas?$/,
  /^saliendo del? (la |el |las |los |un |una )?(alcantarilla|tubo|tuberia|cañeria|llave|pared|piso|suelo|medidor|tanque|desague|letrina|estufa|cocina|nevera)\w*$/,
);
const OWN = /\b(mi|mis|nuestr[oa]s?|sus?|est[ea]|eso|ahi|alli|todo|nada)\b/;
/** `Después de las nueve` is no spot. */
const AN_HOUR =
  /^(antes|despues) de las? (\d+|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b/;
/** So many spots say where it is. */
export const MOST_SPOTS = 3;

/** `Atrás d la iglesia`, as telephones write it. */
const OF = /(?<=\p{L} )d(?= \p{L})/gu;

/** Where exactly, in the citizen's own words, as far as a text says it: `al lado de la iglesia`, `casa 24`. */
export function spotsIn(told: string): string[] {
  const text = told.replace(OF, 'de');
  const isShouted = text === text.toUpperCase();
  const built = isShouted ? [] : text.matchAll(BUILT);
  const found = [
    ...text.matchAll(BESIDE),
    ...text.matchAll(DOOR),
    ...text.matchAll(CROSSING),
    ...text.matchAll(SHOP),
    ...(isShouted ? [] : text.matchAll(STREET)),
    ...built,
  ].toSorted((a, b) => a.index - b.index);
  const spots = found.map(([words]) => trimmed(words)).filter(words => isSpot(words));
  return saidOnce(spots).slice(0, MOST_SPOTS);
}

/** Without those that a longer one says already. */
export function saidOnce(spots: readonly string[]): string[] {
  const isSaid = (spot: string, i: number): boolean =>
    spots.some((other, j) => j !== i && other.includes(spot) && (other !== spot || j < i));
  return spots.filter((spot, i) => !isSaid(spot, i));
}

function trimmed(words: string): string {
  const shorter = words.replace(TELLING, '');
  return shorter === words ? words.trim() : trimmed(shorter);
}

function isSpot(words: string): boolean {
  const plain = plainWords(words);
  return (
    plain.split(' ').length > 1 &&
    !OWN.test(plain) &&
    !NO_SPOT.test(plain) &&
    !AN_HOUR.test(plain) &&
    !isTime(plain.replace(/^entre /, ''))
  );
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

const QUARTER = new RegExp(
  `\\b(?:barrio|${QUARTERS})` +
    '((?: (?:de|del|la|las|los|el|nuev[oa]|san|santa|santo|villas?|altos?|brisas))*) ([\\p{L}\\d]{2,})',
  'giu',
);
/** More of its name: `Santa Librada` of `barrio Villa Santa Librada`. */
const MORE_OF_NAME = /^(?: \p{Lu}[\p{L}\d]+){0,2}/u;
/** What happens in a barrio, or how much of it is meant, is no name. */
const NO_QUARTER =
  /^(?:hay|est[aá]n?|no|se|que|tiene[ns]?|tenemos|llevan?|llevamos|desde|hace|y|o|pero|porque|siempre|ya|es|son|fue|nos|sin|con|por|en|para|al|donde|cuando|como|enter[oa]s?|complet[oa]s?|tod[oa]s?|mismo|misma|queda|huele|sufre|noche|d[ií]a|mañana|tarde|arriba|abajo|privad[oa]|p[uú]blic[oa]|cercan[oa]s?|vecin[oa]s?|mi|nuestr[oa]|su|este|esta|ese|esa|agr[ií]col[ao]|ganader[oa]|tur[ií]stico|salud|construcci[oó]n|cerrada|principal|afectad[oa]s?)$/iu;

/** A barrio by its name, as told beside a district: `barrio las palmas`, whether a map has it or not. */
export function quartersIn(text: string, { code, text: known }: Place): string[] {
  if (code?.length !== 4) return [];
  const said = ` ${plainWords(known)} `;
  const told = [...text.matchAll(QUARTER)].flatMap(({ 0: words, 1: lead = '', 2: name = '', index }) => {
    const isSaid = said.includes(` ${plainWords(`${lead} ${name}`)} `);
    const more = MORE_OF_NAME.exec(text.slice(index + words.length))?.[0] ?? '';
    return NO_QUARTER.test(name) || isSaid ? [] : [`${words}${more}`.trim()];
  });
  return saidOnce(told);
}

/** The one body of a district that the words speak of, where nothing closer was told: `el centro de salud`, in Penonomé. */
export function bodyThere({ code, text, district }: Place, description: readonly string[]): string {
  const isDistrict = code?.length === 4 && plainWords(text) === plainWords(district ?? '');
  if (!isDistrict || CITIES.has(code ?? '')) return text;
  const told = description.join(' ');
  const body = ONE_BODY.exec(told)?.[1] ?? LANDMARK.exec(told)?.[0];
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
/** What everybody in a town knows: `por el Machetazo`, `en la circunvalación`. */
const LANDMARK =
  /\b(?:por|en) (?:el|la) (?:machetazo|rey|xtra|super ?99|riba smith|romero|mcdonald['’]?s|mall|terpel|delta|texaco|puma|do ?it(?: center)?|novey|cochez|banco (?:nacional|general)|caja de ahorros|ret[eé]n|peaje|circunvalaci[oó]n|rotonda|puente peatonal|cuartel(?: de bomberos)?|piquera|catedral)(?!\p{L})/iu;
/** Panamá and San Miguelito have several of each. */
const CITIES: ReadonlySet<string> = new Set(['0804', '0805']);

/** A district or closer as the place of its own body, or its town, where a text says so: `la alcaldía de Colón`, `Chame centro`. */
export function atBody(place: Place, text: string): Place {
  const level = (place.code ?? '').length;
  if (level < 4 || place.text === '') return place;
  const name = place.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const there = level === 4 ? `${BODIES}|${LANDMARKS}` : LANDMARKS;
  const words = new RegExp(`\\b(?:${there}) (?:de|del) (?:distrito de )?${name}(?![\\p{L}\\d])`, 'iu').exec(
    text,
  )?.[0];
  const town = new RegExp(
    `(?<![\\p{L}\\d])(?:${name} (?:centro|pueblo|cabecera)|(?:centro|pueblo) de ${name})(?![\\p{L}\\d])`,
    'iu',
  );
  const said = words ?? town.exec(text)?.[0];
  return said === undefined ? place : { ...place, text: said };
}
