import type { Place } from '../../../cases/case.ts';
import { placeNames } from '../../../catalogue/route.ts';
import type { Scene, View } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { readable } from './place-leads.ts';
import { isLongRoad } from './unknown-place.ts';

const WAY =
  '(?:(?:la|el|una|un|the) )?(?:carretera|v[ií]a|camino|autopista|ruta|tramo|trocha|trayecto|road|highway|route)(?: (?:nueva|vieja|nacional|principal|interamericana|panamericana|main))?';
/** From where to where: `la carretera de Portobelo a Nombre de Dios`, `vía Penonomé - La Pintada`, `entre Chitré y Los Santos`. */
const BETWEEN = new RegExp(
  `(?<![\\p{L}\\d])((?:${WAY}(?: que (?:va|conduce|lleva|comunica|une|conecta|viene|sale))?(?: (?:de|desde|entre|a|con|from|between))?|entre|between|(?<=^)(?:de|desde|from))) ([^,.;\\n]{3,40}?)((?:\\s*[-–—/]\\s*|\\s+(?:a|al|hasta|hacia|con|y|e|para|to|and)\\s+))([^,.;\\n]{3,80})`,
  'giu',
);
/** As many words may be a name. */
const MOST_NAME = 4;

/** A way between two places, told as where it is: its own words, and the area that both lie in. Null: none is told. */
export function roadBetween(
  { facts, catalogue }: Pick<Scene, 'facts' | 'catalogue'>,
  text: string,
): Place | null {
  for (const match of readable(text).matchAll(BETWEEN)) {
    const [, way = '', first = '', to = '', rest = ''] = match;
    const one = nameIn(facts, first, 'whole');
    const two = one && nameIn(facts, rest, 'begin');
    if (one && two && one.words !== two.words)
      return placeOf(catalogue, `${way} ${one.words}${to}${two.words}`, shared(one.codes, two.codes));
  }
  return crossing({ facts, catalogue }, text);
}

/** A road through several districts where a street of one of them meets it: `transístmica con Fernández de Córdoba`. */
function crossing({ facts, catalogue }: Pick<Scene, 'facts' | 'catalogue'>, text: string): Place | null {
  const [, road = '', joint = '', rest = ''] = CROSSING.exec(readable(text)) ?? [];
  const street = isLongRoad(road) ? nameIn(facts, rest, 'begin') : null;
  const district = street && shared(street.codes, street.codes).slice(0, 4);
  return street && district ? placeOf(catalogue, `${road}${joint}${street.words}`, district) : null;
}

const CROSSING =
  /(?<!\p{L})((?:v[ií]a )?trans[ií]stmica|tumba ?muerto|(?:v[ií]a )?ricardo j\.? alfaro|domingo d[ií]az)( (?:con|esquina con) (?:la |el )?)([^,.;\n]{3,60})/iu;

/** Do words name a way from one place to another? */
export function isRoadBetween(scene: Pick<Scene, 'facts' | 'catalogue'>, words: string): boolean {
  return roadBetween(scene, words) !== null;
}

interface Named {
  words: string;
  codes: string[];
}

function nameIn({ read }: Scene['facts'], text: string, of: 'whole' | 'begin'): Named | null {
  const all = text.trim().split(/\s+/);
  const most = Math.min(MOST_NAME, all.length);
  if (of === 'whole' && all.length > MOST_NAME) return null;
  for (let count = most; count > (of === 'whole' ? most - 1 : 0); count -= 1) {
    const words = all.slice(0, count).join(' ');
    const plain = plainWords(words);
    const { places } = read(`en ${words}`);
    const codes = places.filter(guess => isName(plainWords(guess.text), plain)).map(({ code }) => code);
    if (codes.length > 0) return { words, codes };
  }
  return null;
}

function isName(known: string, plain: string): boolean {
  return known === plain || known === plain.replace(/^(?:el|la|los|las) /, '');
}

/** The closest area that a place of the one name and one of the other share. */
function shared(ones: readonly string[], others: readonly string[]): string {
  const pairs = ones.flatMap(one => others.map(other => commonOf(one, other)));
  return pairs.toSorted((a, b) => b.length - a.length)[0] ?? '';
}

function commonOf(one: string, other: string): string {
  return [6, 4, 2].map(digits => one.slice(0, digits)).find(code => other.startsWith(code)) ?? '';
}

function placeOf(catalogue: View['catalogue'], text: string, code: string): Place {
  const nowhere = { province: null, district: null, corregimiento: null };
  const names = code === '' ? nowhere : placeNames(catalogue, code);
  return { code: code === '' ? null : code, ...names, text: text.trim(), lat: null, lon: null };
}
