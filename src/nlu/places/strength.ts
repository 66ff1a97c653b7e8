import type { Token } from '../tokens.ts';
import type { Cues } from './cues.ts';
import { isArea } from './known-places.ts';
import type { Span } from './mentions.ts';
import { needsArticle } from './ordinary-names.ts';
import { COUNTRY_NAME, roadOf } from './roads.ts';

/** Below this a name is no place by itself, but may still say where another one lies. */
export const LEAST_STRENGTH = 0.4;

/** A district so many places are known in is meant even when its name is an everyday word. */
const WELL_KNOWN_SIZE = 15;
const WELL_KNOWN = new Set([
  'las cumbres',
  'las mañanitas',
  'mañanitas',
  'la zona libre',
  'zona libre',
  'bocas',
  'el valle',
  'la villa',
  'el cangrejo',
  'el carmen',
  'el dorado',
  'el crisol',
  'el ingenio',
  'la alameda',
  'la concepcion',
  'la cresta',
  'la exposicion',
  'la riviera',
  'la siesta',
  'las garzas',
  'las tablas',
  'los angeles',
]);
/** Names of bodies that people write about wherever they are. */
const BODY =
  /^(el |la )?(presidencia|palacio|universidad|u|utp|unachi|tecnologica|itse|instituto|(hospital )?gorgas|loteria|registro|idiap|ina|ima)( |$)/;

/** Another place may be called so too. */
const PART_OF_NAME = 0.35;
/** `la UNACHI` is written about from everywhere; `la alcaldía de Chitré` from Chitré. */
const BODY_NAME = 0.42;
const BODY_OF_PLACE = 0.75;
/** `el río Caimito` flows past one of several Caimitos, and past other places. */
const OF_WATER = 0.75;
/** `en la vía Calobre` is on the way there. */
const TOWARDS = 0.5;
/** So often something else that only an answer or a home makes places of them. */
const HARDLY_PLACES = new Set([
  'salud',
  'el banco',
  'banco',
  'orilla del rio',
  'los rios',
  'rio indio',
  'rio chico',
  'salamanca',
]);

/** How surely a name is meant as the place of the matter, 0–1, before asking which place of that name. */
export function strengthOf(span: Span, cues: Cues, tokens: readonly Token[], whole: boolean): number {
  const { written, ordinary } = span.entry;
  if (cues.person || cues.denied || isDay(span, tokens) || isBump(span, tokens)) return 0;
  if (cues.road && roadOf(written) === null) return cues.way && !ordinary ? TOWARDS : 0;
  if (written === COUNTRY_NAME) return countryOrCity(cues, whole);
  const misspelt = span.misspelt ? misspeltStrength(cues, whole, span) : 1;
  const everyday = ordinary ? everydayStrength(span, cues, tokens, whole) : 1;
  const part = cues.partly ? PART_OF_NAME : 1;
  const where = whole || cues.role === 'lives';
  const body = BODY.test(written) && !where ? BODY_NAME : cues.institution ? BODY_OF_PLACE : 1;
  return misspelt * everyday * body * part * (cues.facility ? 0.95 : 1) * (cues.water ? OF_WATER : 1);
}

const MONTHS = /^\w+ de (enero|febrero|abril|mayo|septiembre|octubre|noviembre|diciembre)$/;
const BEFORE_DAYS = /^(el|del|al|lunes|martes|miercoles|jueves|viernes|sabado|domingo)$/;

/** `el 9 de enero` is a day, `la 24 de Diciembre` a place. */
function isDay({ entry, from }: Span, tokens: readonly Token[]): boolean {
  return MONTHS.test(entry.written) && BEFORE_DAYS.test(tokens[from - 1]?.word ?? '');
}

/** `un tumba muerto` lies across any street. */
function isBump({ entry, from }: Span, tokens: readonly Token[]): boolean {
  return (
    entry.written.replace(' ', '') === 'tumbamuerto' &&
    /^(un|unos|los|otro|ese|este|el)$/.test(tokens[from - 1]?.word ?? '')
  );
}

function isAreaName({ entry }: Span): boolean {
  return entry.candidates.some(({ place }) => isArea(place.row.level));
}

function isDistrict({ entry }: Span): boolean {
  return entry.candidates.some(({ place, fit }) => place.row.level === 'district' && fit === 1);
}

function isLong({ written }: Span['entry']): boolean {
  return written.replace(/^(el|la|los|las) /, '').includes(' ');
}

function countryOrCity(cues: Cues, whole: boolean): number {
  if (cues.kind !== null && cues.kind !== 'neighbourhood') return 1;
  if (cues.country || cues.partly) return 0;
  if (cues.institution) return BODY_OF_PLACE;
  if (whole) return 0.9;
  if (cues.role === 'lives') return 0.7;
  if (cues.listed) return 0.5;
  return cues.role === 'placed' ? 0.42 : 0.2;
}

function misspeltStrength(cues: Cues, whole: boolean, span: Span): number {
  const placed = cues.role !== 'bare' || cues.kind !== null || cues.capital || whole;
  if (isAreaName(span)) return placed ? 0.78 : 0.42;
  if (isLong(span.entry)) return placed ? 0.78 : 0.3;
  // A thing has an article, and few places known to a street only are written about.
  return whole || cues.kind !== null || (cues.bare && cues.role === 'placed') ? 0.6 : 0.3;
}

/** How surely a well-known name is meant where it is not said that something is there. */
const BY_NAME: Partial<Record<Cues['role'], number>> = { of: 0.6, origin: 0.95, works: 0.8 };

/** A name that is an everyday word too needs a sign that the place is meant. */
function everydayStrength(span: Span, cues: Cues, tokens: readonly Token[], whole: boolean): number {
  if (!isWrittenSo(span, tokens)) return 0;
  if (cues.kind !== null) return 1;
  const placed = cues.role === 'placed' || cues.role === 'lives' || cues.institution || cues.facility;
  if (HARDLY_PLACES.has(span.entry.written)) return whole || cues.role === 'lives' ? 0.9 : 0.2;
  if (cues.alone && needsArticle(span.entry.written)) return 0.75;
  if (cues.capital) return placed ? 0.97 : cues.role === 'of' && isDistrict(span) ? 0.85 : 0.7;
  if (whole) return 0.9;
  if (cues.role === 'lives') return 0.9;
  // `en pailas` needs none.
  if (cues.bare && placed && needsArticle(span.entry.written) && !span.entry.written.endsWith('s'))
    return 0.8;
  if (!placed) return WELL_KNOWN.has(span.entry.written) ? (BY_NAME[cues.role] ?? 0.2) : 0.2;
  return isWellKnown(span) ? 0.8 : everydayPlaced(span);
}

/** `en la mesa` is seldom La Mesa; `en buena vista` is. */
function everydayPlaced({ entry }: Span): number {
  const words = entry.written.split(' ');
  const article = /^(el|la|los|las) /.test(entry.written);
  if (article) return words.length > 2 ? 0.6 : 0.35;
  return words.length > 1 ? 0.75 : 0.39;
}

function isWellKnown({ entry }: Span): boolean {
  if (WELL_KNOWN.has(entry.written)) return true;
  return entry.candidates.some(({ place, fit }) => {
    return (
      isArea(place.row.level) &&
      fit === 1 &&
      place.row.level !== 'corregimiento' &&
      place.size >= WELL_KNOWN_SIZE
    );
  });
}

/** `zona` sounds like Soná and `hola` like Olá, so everyday names count only as they are spelt. */
function isWrittenSo({ entry, from, to }: Span, tokens: readonly Token[]): boolean {
  const words = tokens.slice(from, to).map(({ word }) => word);
  return words.join('').replaceAll('ñ', 'n') === entry.written.replaceAll(' ', '').replaceAll('ñ', 'n');
}
