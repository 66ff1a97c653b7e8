import type { Place } from '../../../cases/case.ts';
import { wordSet } from '../../../catalogue/words.ts';
import { plainWords } from '../../plain-words.ts';
import type { View } from '../../scene.ts';
import { says } from './finer.ts';
import { QUARTERS } from './kinds-of-place.ts';
import { spotsIn } from './spots.ts';

/** Roads too long to tell a district. */
const LONG_ROAD =
  /(?<![\p{L}\d])(?:tumba ?muerto|trans[ií]stmica|corredor (?:sur|norte)|interamericana|panamericana|v[ií]a tocumen|domingo d[ií]az|(?:v[ií]a )?ricardo j\.? alfaro|jos[eé] agust[ií]n arango|autopista(?: (?!(?:la|el|los|las|de|del|que|y|no|hay|con|en|a|al|se|me|nos|por|desde|como|esta|tiene|pero)\b)[\p{L}-]+)?)(?![\p{L}\d])/iu;
const NAME = '\\p{Lu}[\\p{L}\\d]+(?:,? (?:(?:de|del|la|las|los|el) )*(?:\\p{Lu}[\\p{L}\\d]+|\\d+))*';
/** `en Los Pinares`, `vivo en la Villa Nueva`. */
const PLACED = new RegExp(`\\b[Ee]n ((?:(?:el|la|los|las) )?${NAME})`, 'u');
/** Names of places begin so, also where nobody writes capitals: `villa mosquito`. */
const HEADS =
  'villa|altos de|alto|nuevo|nueva|san|santa|santo|puerto|punta|loma|cerro|r[ií]o|quebrada|llano|valle|colinas|jardines|brisas|praderas|ciudad|hacienda';
const HEADED = new RegExp(
  `\\b[Ee]n ((?:(?:el|la|los|las) )?(?:${HEADS}) (?:(?:de|del|la|las|los|el) )*[\\p{L}\\d]{3,})`,
  'iu',
);
/** `la barriada los pinares`: the kind of place makes its name known, however it is written. */
const KIND = new RegExp(
  `\\b((?:${QUARTERS})(?: (?:de|del|la|las|los|el|nuev[oa]|san|santa))* [\\p{L}\\d]{3,})`,
  'iu',
);
/** `la escuela República de Haití`: one of its name, though nobody has it on the map. */
const SCHOOL = new RegExp(`\\b((?:[Ee]scuela|[Cc]olegio|[Ii]nstituto|IPT|CEBG) ${NAME})`, 'u');
const NO_NAME =
  /^(?:el |la |los |las )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miercoles|jueves|viernes|sabado|domingo|panama|internet|whatsapp|facebook|instagram|navidad|carnaval(?:es)?|semana santa|gobierno|estado|ministerio|instituto|policia|municipio|alcaldia|hospital|escuela|colegio|banco|universidad|caja|asamblea)\b/;
const ACRONYM = /^\p{Lu}{2,6}$/u;

/** Words that name a place which nobody finds on the map: a long road, a barriada, `en` before capitals. Null: none. */
export function unknownPlace(
  { catalogue }: Pick<View, 'catalogue'>,
  lines: readonly string[],
): string | null {
  for (const line of lines) {
    const road = LONG_ROAD.exec(line)?.[0];
    if (road !== undefined) return road;
    const isShouted = line === line.toUpperCase();
    const capitals = isShouted ? undefined : PLACED.exec(line)?.[1];
    const school = isShouted ? undefined : SCHOOL.exec(line)?.[1];
    const name = KIND.exec(line)?.[1] ?? capitals ?? school ?? HEADED.exec(line)?.[1];
    if (name !== undefined && isName(name, catalogue) && timesNamed({ catalogue }, name) === 0)
      return name.trim();
  }
  return null;
}

/** Whether words are those of a road through several districts: `la Tumba Muerto`. */
export function isLongRoad(words: string): boolean {
  return LONG_ROAD.test(words);
}

/** A place with the long road that stands beside it in a text, where its words leave it out: `Tumba Muerto, frente a la UTP`. */
export function withRoad(place: Place, text: string): Place {
  const road = LONG_ROAD.exec(text);
  const before = road === null ? '' : text.slice(0, road.index);
  // `Un tumba muerto` lies across any street, and a school or a stop is called after a road.
  const isRoad =
    road !== null &&
    !/(?:^|\s)(?:un|unos|el|los|otro|del|al|escuela|colegio|instituto|liceo|parada|estaci[oó]n)\s$/iu.test(
      before,
    );
  return isRoad && !says(place.text, road[0])
    ? { ...place, text: `${road[0]}, ${place.text}`.slice(0, 300) }
    : place;
}

function isName(name: string, { agencies }: View['catalogue']): boolean {
  const plain = plainWords(name);
  if ((NO_NAME.test(plain) && !SCHOOL.test(name)) || name.split(' ').some(word => ACRONYM.test(word)))
    return false;
  return ![...agencies.values()].some(({ acronym }) => ` ${plain} `.includes(` ${plainWords(acronym)} `));
}

/** Words for things that stand everywhere: they are noted, and nobody looks them up. */
const EVERYWHERE =
  /^(?:(?:por|en|al|a|el|la|los|las|de|del|un|una) )*(?:mismo lugar|lugar|barrio|tienda|puente|escuela|colegio|iglesia|parque|cancha|chino|super|casa|calle|parada|entrada|piquera|farmacia|gasolinera|bomba|esquina|kiosco|plaza|cuartel|centro)\b/;

const OWN = /^(?:(?:por|en|al|a|de|frente|cerca|es|aqui|toda|todo) )*(?:mi|nuestr[oa]) [a-zñ]+$/;

/** Whether words are a spot rather than a name: `por el puente viejo`, `en mi calle`. */
export function isEverywhere(words: string): boolean {
  const plain = plainWords(words);
  return EVERYWHERE.test(plain) || OWN.test(plain);
}

/** Who writes them, or to whom; what is told or wished: no name of a place bears these words. */
const OF_SENTENCES = wordSet(
  `lo que se me le les nos yo usted ustedes hay no ya porque pero quiero quisiera necesito puedo tengo tenemos digo dije decia
   diga entiendo sigamos sigo tampoco nunca siempre alguien nadie nada cuando i you we they it is are not please`,
);

/** Words nobody finds on the map that can be no name either, nor a spot: a sentence about something else. */
export function isNoName(view: Pick<View, 'catalogue'>, words: string): boolean {
  const isSaid = plainWords(words)
    .split(' ')
    .some(word => OF_SENTENCES.has(word));
  const tellsWhere = isLongRoad(words) || isEverywhere(words) || spotsIn(words).length > 0;
  return isSaid && !tellsWhere && unknownPlace(view, [words]) === null;
}

/** How many places of the catalogue bear a name, as their own or as an alias. */
export function timesNamed({ catalogue }: Pick<View, 'catalogue'>, name: string): number {
  const plain = plainWords(name);
  return catalogue.places.filter(row => [row.name, ...row.aliases].some(own => plainWords(own) === plain))
    .length;
}
