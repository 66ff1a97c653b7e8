import type { Place } from '../../../cases/case.ts';
import type { PlaceGuess } from '../../../nlu/classifier.ts';
import type { Draft } from '../../conversation.ts';
import type { Scene } from '../../scene.ts';
import { beginsAsQuestion } from '../../words/asking.ts';
import { plainWords } from '../../words/plain-words.ts';
import { areaOf, wordsAsPlace } from '../guess.ts';
import { joined } from './finer.ts';
import { spotsIn } from './spots.ts';
import { beginsWhere, toldWhere } from './told-where.ts';
import { correctsPlace, placeFrom, placeWords } from './where.ts';

/** So surely names that are on no map tell a matter. */
const TELLING = 0.2;
/** What may stand in the name of a place. */
const NAMING = 'el la los las de del en y provincia distrito corregimiento playa isla beach island town';

/**
 * The place of words that tell nothing else, whatever was asked: `Las Garzas, Pacora`, `por el puente viejo`; with what was
 * known of it. Null: they tell more, or none.
 */
export function onlyPlace(scene: Scene, draft: Draft): Place | null {
  const { burst } = scene;
  if (burst.choice !== null || burst.pin !== null || !saysOnlyWhere(scene)) return null;
  const isAnew = correctsPlace(burst.text);
  const found = placeFrom(scene, isAnew ? null : draft.place, burst.text, isAnew);
  if (found === null) return null;
  if ('choices' in found) return draft.place ?? wordsAsPlace(placeWords(burst.text), null);
  return isAnew ? found.place : joined(draft.place, found.place);
}

/** Is each part a name on the map, or said of where, and what stands beside no matter? */
function saysOnlyWhere(scene: Scene): boolean {
  const { burst, facts } = scene;
  const { where, beside } = toldWhere(scene, burst.text);
  // `Y dónde la cobro`
  const asks = facts.reading.intent === 'info' || beginsAsQuestion(burst.text);
  if (asks && facts.reading.places.length === 0) return false;
  // `La caja de seguro social` names a body, or a place of it.
  const [best] = facts.reading.services;
  const isKnown = where.every(part => beginsWhere(part) || facts.read(`en ${part}`).places.length > 0);
  return where.length > 0 && beside.length === 0 && (isKnown || (best?.p ?? 0) < TELLING);
}

/** Is every word of a part one of a place's name and area, or of a spot there: `En la calle 3 de Cerro Viento, San Miguelito`? */
export function saysNothingBut(scene: Scene, place: PlaceGuess | undefined, part: string): boolean {
  return place !== undefined && isOf([NAMING, areaOf(place), place.text, ...spotsIn(scene, part)], part);
}

function isOf(names: readonly string[], part: string): boolean {
  const known = new Set(plainWords(names.join(' ')).split(' '));
  return plainWords(part)
    .split(' ')
    .every(word => known.has(word));
}
