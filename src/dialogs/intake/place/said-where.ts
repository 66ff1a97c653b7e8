import { wordSet } from '../../../catalogue/words.ts';
import { plainWords } from '../../plain-words.ts';
import type { Scene } from '../../scene.ts';
import { areaOf } from '../guess.ts';
import { DOORS, LANDMARKS, QUARTERS, STREETS } from './kinds-of-place.ts';
import { beginsWhere, placeClauses } from './place-clauses.ts';
import { BESIDES } from './place-leads.ts';
import { spotsIn } from './spots.ts';

/** The parts of an answer by what they say. */
export interface Told {
  /** Names on the map, streets, spots, and what may be a name nobody has there. */
  where: string[];
  /** What tells something else: it is never part of a place, and belongs to the matter. */
  beside: string[];
}

/** From here on a part tells a matter. */
const TELLS = 0.3;
/** From here on the map means a name. */
const NAMED = 0.3;
/** As many words may name a place that no map has. */
const MOST_NAME = 5;

/**
 * The parts of an answer that say where: what the map knows, a street, `frente a …`; and what may be a name. Where any of
 * them surely does, the rest tells something else: `Samaria, pagué todo`, `calle 5, a ver si leen`.
 */
export function saidWhere(scene: Scene, words: string): Told {
  const parts = placeClauses(words).where.map(part => ({ part, grade: gradeOf(scene, part) }));
  const isSaid = parts.some(({ grade }) => grade !== 'other');
  const found: Told = { where: [], beside: [] };
  for (const { part, grade } of parts) {
    const spots = grade === 'mixed' ? spotsIn(part) : [];
    if (grade === 'who' || (grade === 'other' && isSaid)) found.beside.push(part);
    else found.where.push(...(spots.length > 0 ? spots : [part]));
    if (spots.length > 0) found.beside.push(part);
  }
  return found;
}

/** Words of a place without what tells something else; empty where they say who it is for, and not where. */
export function whereAlone(scene: Scene, words: string): string {
  const { where, beside } = saidWhere(scene, words);
  return where.length > 0 || beside.length > 0 ? where.join(', ') : words;
}

/** `mixed` says where and tells what happens there. */
type Grade = 'where' | 'mixed' | 'who' | 'other';

function gradeOf(scene: Scene, part: string): Grade {
  const plain = plainWords(part);
  if ([TO_BODY, OF_THEM, DAYTIME, IS_CALLED].some(pattern => pattern.test(plain))) return 'who';
  if (isOnMap(scene, part)) return 'where';
  const isLong = plain.split(' ').length > MOST_NAME;
  if (beginsWhere(part) && (!WEAK.test(plain) || STANDS.test(plain) || BESIDE.test(part)))
    return isLong && tells(scene, part) ? 'mixed' : 'where';
  return mayName(scene, part) ? 'where' : 'other';
}

/** `Al municipio de Panamá` says who, and not where. */
const TO_BODY =
  /^(?:es |eso es )?(?:al|a la|del|de la|para el|para la) (?:municipio|alcaldia|junta comunal|policia|ministerio|autoridad|gobierno)\b/;
/** `Ahí trabajo` tells where they are, and not where it is. */
const OF_THEM =
  /^(?:yo )?(?:ahi|alli|alla|aqui|eso es donde|es donde|donde) (?:yo )?(?:vivo|trabajo|estudio|es mi (?:trabajo|oficina|casa))$|\bes donde (?:yo )?(?:vivo|trabajo|estudio)$/;
/** `La empresa es Constructora Coclesana` says who does it. */
const IS_CALLED =
  /^(?:la|el|mi|su) (?:empresa|compañia|jefe|jefa|patron|patrona|dueñ[oa]|negocio|persona|responsable|señora?|abogad[oa]|contratista) (?:es|se llama)\b/;
/** `Es de noche` says when. */
const DAYTIME = /^(?:de |por la |en la )?(?:noche|dia|madrugada|tarde|tardecita|mañana)$/;
/** These stand before a place, and before anything else. */
const WEAK = /^(?:a|al|de|del) /;
const BESIDE = new RegExp(`^(?:${BESIDES})(?![\\p{L}])`, 'iu');
/** What stands somewhere. */
const STANDS = new RegExp(
  `\\b(${STREETS}|corredor|${LANDMARKS}|entrada|${DOORS}|universidad|ph|${QUARTERS}|barrio|rio|quebrada|playa|loma|cerro|` +
    'oficina|banco|farmacia|super|supermercado|minisuper|chino|tienda|kiosco|fonda|restaurante|bar|cantina|bomba|gasolinera|' +
    'garita|esquina|rotonda|semaforo|porton|finca|local|taller|hotel|hostal|centro|cabecera|afueras|' +
    'school|church|park|building|street|road|bridge|shop|store|corner|side|beach|bus stop)\\b',
);

/** Does the map know what most of its words name, or what it begins with? */
function isOnMap({ facts }: Scene, part: string): boolean {
  const [best] = facts.read(`en ${part}`).places;
  if (best === undefined || best.p < NAMED) return false;
  const known = new Set(plainWords([areaOf(best), best.text].join(' ')).split(' '));
  const words = plainWords(part).split(' ');
  const own = words.filter(word => !JOINS.has(word));
  return own.length > 0 && own.filter(word => known.has(word)).length * 2 >= own.length;
}

const JOINS = wordSet('el la los las de del en a al por y e un una the of in at');

function tells({ facts }: Scene, part: string): boolean {
  const { services, intent, emergency } = facts.read(part);
  return emergency !== null || (intent === 'report' && services.some(({ p }) => p >= TELLS));
}

/** A short name by its capitals, by an article or a number, or by what stands there. */
function mayName(scene: Scene, part: string): boolean {
  const plain = plainWords(part);
  const words = plain.split(' ').length;
  if (words > MOST_NAME || OPENS_NONE.test(`${plain} `) || DID.test(part)) return false;
  if (STANDS.test(plain) || /\d/.test(plain))
    return words <= 3 || spotsIn(part).length > 0 || !tells(scene, part);
  const isNamed = part === part.toUpperCase() ? words <= 2 : CAPITAL.test(part) || OPENS_NAME.test(plain);
  return isNamed && (words <= 2 || !tells(scene, part));
}

const CAPITAL = /(?<!\p{L})\p{Lu}\p{Ll}+/u;
const OPENS_NAME =
  /^(?:(?:el|la|los|las) [a-zñ]{3,}(?: [a-zñ]+)?|(?:villas?|altos?|nuev[oa]|san|santa|santo|puerto|punta|loma|cerro|llano|valle|colinas|jardines|brisas|praderas|ciudad|hacienda|bella|buena|alto|bajo) [a-zñ]+(?: [a-zñ]+){0,2})$/;
/** No name of a place begins so. */
const OPENS_NONE =
  /^(?:(?:el|la) (?:lugar|direccion|ubicacion|queja|denuncia|reporte|caso)|un|una|otr[oa]s?|lo|eso|esto|ya|no|si|es|son|todo|toda|tod[oa]s|alg\w+|ningun\w*|que|q|como|para|pa|con|sin|mi|mis|dicen?|solo|solamente|y|o|a ver) /;
/** `La pagué`, `el doctor llegó`: what was done. */
const DID = /^(?:ya |yo )*(?:l[aeo]s?|me|se|nos) \p{L}+(?:é|í)(?!\p{L})|\p{L}(?:ó|aron|ieron)(?!\p{L})/iu;
