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

/** The school or house of health in their words that they tell no name of: `escuela`, of `la escuela de mi hija`; null: none. */
export function bodyUnnamed({ description }: Pick<Draft, 'description'>): string | null {
  const plain = plainWords(description.join(' '));
  const found = BODY.exec(plain);
  const { body, behind = '' } = found?.groups ?? {};
  if (found === null || body === undefined || !UNNAMED.test(behind)) return null;
  const rest = plain.slice(found.index + found[0].length).trim();
  return / (?:de|of)$/.test(behind) && !OF_OTHERS.test(rest) ? null : body;
}
