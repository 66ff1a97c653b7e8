import type { Draft } from '../../conversation.ts';
import { plainWords } from '../../words/plain-words.ts';

/** A school or a house of health, told by whose it is or by nothing. */
const BODY =
  /\b(?:en|de|del|al?|at|in|of|from) ?(?:(?:la|el|the|my|mi|una?) )?(?<body>escuela|colegio|centro de salud|puesto de salud|school|health centre)(?<behind>(?: [a-zñ\d]+)?)/;
/** No name follows. */
const UNNAMED =
  /^(?: (?:de|del|donde|en|no|hay|que|los|las|el|la|esta|estan|y|se|mi|tiene|tienen|llevan?|where|of|in|has|have|is|are|there|my)|)$/;
/** `La escuela de mi hija`; but `la escuela de Tolé` says which. */
const OF_OTHERS = /^(?:mis?|nuestr[oa]s?|la niña|el niño|los niños|mija|mijo|my)\b/;

const SHOP =
  /\b(?<one>un|una|a|some|el|la|the|ese|esa|este|esta) (?:(?:mini ?|local|small|little) ?)?(?<shop>tienda|super(?:mercado)?|almacen|farmacia|ferreteria|restaurante|bar|cantina|discoteca|negocio|fonda|taller|local|comercio|abarroteria|panaderia|carniceria|muebleria|joyeria|optica|store|shop|supermarket|pharmacy|restaurant)(?<more>(?: [a-zñ\d]+){0,3})/;
/** Nothing that it could be called by: where it is, what it does, or whose kind it is. */
const OF_NO_NAME =
  /^(?: (?:en|no|hay|que|donde|por|cerca|frente|al|a|y|se|me|nos|le|les|vend\w+|cobr\w+|pon\w+|tien\w+|esta|dic\w+|hac\w+|quier\w+|in|at|on|near|that|where|has|is|does|won|will|sells?|plays?|refus\w+|de (?:chin[oa]s?|ropa|zapatos|celulares|comida|repuestos|muebles|la esquina|aqui|ahi|mi barrio|mi calle))\b|$)/;
/** `Un almacén de Santiago` is one of many there; `la tienda de don Pepe` is that one. */
const OF_TOWN = /^ (?:de|of) /;
const ONE_OF_MANY = /^(?:un|una|a|some)$/;
/** It is named elsewhere, or has no door. */
const NAMED_ELSEWHERE =
  /\b(?:se llama|llamad[oa]|de nombre|called|named|internet|en linea|online|virtual|instagram|facebook|marketplace|whatsapp)\b/;

/** Do they tell of a shop, a bar or the like, and not of which: `una farmacia en Colón`? */
export function shopUnnamed({ description }: Pick<Draft, 'description'>): boolean {
  const plain = plainWords(description.join(' '));
  const { one = '', more } = SHOP.exec(plain)?.groups ?? {};
  if (more === undefined || NAMED_ELSEWHERE.test(plain)) return false;
  return OF_NO_NAME.test(more) || (ONE_OF_MANY.test(one) && OF_TOWN.test(more));
}

/** The school or house of health in their words that they tell no name of: `escuela`, of `la escuela de mi hija`; null: none. */
export function bodyUnnamed({ description }: Pick<Draft, 'description'>): string | null {
  const plain = plainWords(description.join(' '));
  const found = BODY.exec(plain);
  const { body, behind = '' } = found?.groups ?? {};
  if (found === null || body === undefined || !UNNAMED.test(behind)) return null;
  const rest = plain.slice(found.index + found[0].length).trim();
  return / (?:de|of)$/.test(behind) && !OF_OTHERS.test(rest) ? null : body;
}
