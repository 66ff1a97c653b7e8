import type { Place } from '../../../cases/case.ts';
import type { Scene, View } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { says } from './finer.ts';
import { surePlace } from './namesakes.ts';
import { namedThere } from './spotted.ts';

/** Roads too long to tell a district. */
const LONG_ROAD =
  /(?<![\p{L}\d])(?:tumba ?muerto|trans[ií]stmica|corredor (?:sur|norte)|interamericana|panamericana|v[ií]a tocumen|domingo d[ií]az|(?:v[ií]a )?ricardo j\.? alfaro|jos[eé] agust[ií]n arango|autopista(?: (?!(?:la|el|los|las|de|del|que|y|no|hay|con|en|a|al|se|me|nos|por|desde|como|esta|tiene|pero)\b)[\p{L}-]+)?)(?![\p{L}\d])/iu;

/** Words that name a place which nobody finds on the map: a long road, a barriada, a school. Null: none. */
export function unknownPlace(
  scene: Pick<Scene, 'facts' | 'catalogue'>,
  lines: readonly string[],
): string | null {
  const { facts } = scene;
  const road = lines.flatMap(line => LONG_ROAD.exec(line)?.[0] ?? [])[0];
  const named = [
    ...lines.flatMap(line => namedThere(facts, line)),
    // Read as an answer, `en villa lechuza` is where; and much that is not.
    ...lines.flatMap(line => namedThere(facts, line, true).filter(words => line.includes(`en ${words}`))),
  ];
  const isUnknown = (words: string): boolean =>
    words.split(' ').length <= MOST_NAME &&
    !OF_SOMEBODY.test(words) &&
    timesNamed(scene, words) === 0 &&
    surePlace(facts.read(`en ${words}`).places) === null;
  return road ?? named.find(isUnknown) ?? null;
}

const MOST_NAME = 6;
/** `En mi calle`: theirs, and no name. */
export const OF_SOMEBODY = /(?<!\p{L})(?:mis?|nuestr[oa]|my)(?!\p{L})/iu;

const OWN_STREET =
  /^(?:(?:buen[oa]s|hola|dias|tardes|noches|mij[oa]|señor|señora|joven|es|esta|queda|fue|pasa|eso|aqui|aca|ahi|en|por|it is|it s|on|in|at) )*(?:(?:mi|nuestr[oa]|my) (?:misma )?(?:calle|cuadra|barrio|casa|vereda|acera|street|block|house|neighborhood)|(?:la|el) (?:calle|cuadra|barrio|casa|vereda|acera) (?:mi[ao]|nuestr[oa]))$/;

/** Is it only said that it is by where they live, which nobody else can find: `es por la calle mía`? */
export function saysOwnStreet(text: string): boolean {
  return OWN_STREET.test(plainWords(text));
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

/** How many places of the catalogue bear a name, as their own or as an alias. */
export function timesNamed({ catalogue }: Pick<View, 'catalogue'>, name: string): number {
  const plain = plainWords(name);
  return catalogue.places.filter(row => [row.name, ...row.aliases].some(own => plainWords(own) === plain))
    .length;
}
