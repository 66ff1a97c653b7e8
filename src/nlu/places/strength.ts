import type { Token } from '../tokens.ts';
import type { Cues } from './cues.ts';
import { isArea } from './known-places.ts';
import type { Span } from './mentions.ts';

/** The capital's district, its province and the country share it. */
export const COUNTRY_NAME = 'panama';

/** Below this a name is no place by itself, but may still say where another one lies. */
export const LEAST_STRENGTH = 0.45;

/** A district so many places are known in is meant even when its name is an everyday word. */
const WELL_KNOWN_SIZE = 15;
const WELL_KNOWN = new Set(['las cumbres', 'las mañanitas', 'la villa', 'el valle', 'la arena']);
const ROAD = /^(via|avenida|av|calle|carretera|autopista|corredor|caye|bia|abenida) /;
/** Roads through several districts. */
const LONG_ROADS = new Set([
  'transistmica',
  'via transistmica',
  'la trans',
  'simon bolivar',
  'interamericana',
  'panamericana',
  'carretera interamericana',
  'via interamericana',
  'corredor norte',
  'corredor sur',
  'corredores',
  'via tocumen',
  'domingo diaz',
  'via domingo diaz',
  'tumba muerto',
  'ricardo j alfaro',
  'av ricardo j alfaro',
  'jose agustin arango',
  'la autopista',
  'puente de las americas',
  'puente centenario',
  'via centenario',
]);

/** Names of bodies that people write about wherever they are. */
const BODY =
  /^(el |la )?(alcaldia|municipio|gobernacion|presidencia|palacio|universidad|u|unachi|usma|itse|utp|cruv?|tecnologica|instituto|(hospital )?gorgas|loteria|junta comunal|registro|idiap|ina|ima)( |$)/;

/** Whether the name is a road's: `street` when it says nothing of the district either. */
export function roadOf(written: string): 'street' | 'road' | null {
  if (LONG_ROADS.has(written) || /^autopista /.test(written)) return 'street';
  if (
    /^(calle|caye) (\d+|.|cinco|trece|veinticinco|arriba|abajo|larga|decima|el agua|del agua)$/.test(written)
  ) {
    return written === 'calle 50' ? 'road' : 'street';
  }
  return ROAD.test(written) || written === 'cinta costera' ? 'road' : null;
}

/** How surely a name is meant as the place of the matter, 0–1, before asking which place of that name. */
export function strengthOf(span: Span, cues: Cues, tokens: readonly Token[], whole: boolean): number {
  const { written, ordinary } = span.entry;
  if (cues.person || (cues.road && roadOf(written) === null)) return 0;
  if (written === COUNTRY_NAME) return countryOrCity(cues, whole);
  const misspelt = span.misspelt ? misspeltStrength(cues, whole, span) : 1;
  const everyday = ordinary ? everydayStrength(span, cues, tokens, whole) : 1;
  const body = cues.institution || BODY.test(written);
  return misspelt * everyday * (body ? 0.55 : 1) * (cues.facility ? 0.95 : 1);
}

function countryOrCity(cues: Cues, whole: boolean): number {
  if (cues.kind !== null && cues.kind !== 'neighbourhood') return cues.institution ? 0.55 : 1;
  if (cues.country) return 0;
  if (whole) return 0.9;
  if (cues.role === 'lives') return 0.7;
  return cues.role === 'placed' || cues.listed ? 0.5 : 0.2;
}

function misspeltStrength(cues: Cues, whole: boolean, span: Span): number {
  const placed = cues.role !== 'bare' || cues.kind !== null || cues.capital || whole;
  if (placed || span.to - span.from > 1) return 0.78;
  return span.entry.candidates.some(({ place }) => place.row.level === 'district') ? 0.65 : 0.3;
}

/** A name that is an everyday word too needs a sign that the place is meant. */
function everydayStrength(span: Span, cues: Cues, tokens: readonly Token[], whole: boolean): number {
  if (!isWrittenSo(span, tokens)) return 0;
  if (cues.kind !== null) return 1;
  const placed = cues.role === 'placed' || cues.role === 'lives';
  if (cues.capital) return placed ? 0.97 : 0.7;
  if (whole) return 0.9;
  if (cues.role === 'lives') return 0.9;
  if (!placed) return 0.2;
  return isWellKnown(span) ? 0.8 : everydayPlaced(span);
}

/** `en la mesa` is seldom La Mesa; `en buena vista` is. */
function everydayPlaced({ entry }: Span): number {
  const words = entry.written.split(' ');
  const article = /^(el|la|los|las) /.test(entry.written);
  if (article) return words.length > 2 ? 0.6 : 0.35;
  return words.length > 1 ? 0.75 : 0.4;
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
