import type { Draft } from '../../conversation.ts';
import type { Move, Scene } from '../../scene.ts';
import { say } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { showSummary } from '../flow.ts';
import { says } from './finer.ts';
import { withoutPlace } from './where.ts';

const PART =
  '(?:no )*(?:el (?:numero )?|la |lo de |eso de(?:l)? |es[ea] )?(?<part>[\\p{L}\\d]+(?: [\\p{L}\\d]+){0,3}?)';
const NOT_OF_IT =
  'no (?:(?:es|son|va|van|forma|pertenece) )?(?:parte )?(?:(?:de|del|en|al?) )?(?:(?:la|el) )?(?:direccion|lugar|ubicacion|sitio)';
/** `El 6 es de los carros dañados, no es de la dirección`. */
const DENIED = new RegExp(
  `^${PART} (?:es|son|era|eran) (?:de |del |por |la cantidad |el numero ).{2,60}? (?:y )?${NOT_OF_IT}$|^${PART.replace('<part>', '<alone>')} ${NOT_OF_IT}$`,
  'u',
);

/**
 * Words of the place that are said to be of something else: they stand there no more, and what they are of is told. Null: nothing
 * is said so.
 */
export function placePartDenied(scene: Scene, draft: Draft): Move | null {
  const { burst } = scene;
  const { part, alone } = DENIED.exec(plainWords(burst.text))?.groups ?? {};
  const name = part ?? alone;
  if (draft.place === null || name === undefined) return null;
  const { place } = draft;
  const parts = place.text.split(/\s*,\s*/);
  const kept = parts.filter(words => plainWords(words) !== name);
  const isThere = says(place.text, name) && kept.length > 0 && kept.length < parts.length;
  if (!isThere && part === undefined) return null;
  const text = isThere ? kept.join(', ') : place.text;
  const description = part === undefined ? draft.description : [...draft.description, ...burst.lines];
  const own = {
    ...touched(scene, draft),
    place: { ...place, text },
    description,
    reasons: withoutPlace(draft),
  };
  return showSummary(scene, own, say(scene, isThere ? 'corrected' : 'added'));
}
