import type { Case } from '../../cases/case.ts';
import { addToCase } from '../../cases/steps.ts';
import { placeText } from '../intake/guess.ts';
import { deniedIn } from '../intake/place/place-words.ts';
import { swapped } from '../intake/swapped.ts';
import { lines, type Move, type Scene, say } from '../scene.ts';
import { changed, wordsOf } from './case-change.ts';
import { putRightWords } from './case-words.ts';
import { withPlace } from './closer-place.ts';

/** `Es El Titán`, `se llama El Titán`, as far as the next part of the sentence: the right name. */
const IS =
  /(?<!(?:^|\s)(?:no|not) )(?<![\p{L}])(?:es|era|son|se llama|(?:it|that)(?:['’]s| is)|is called)\s+(?:en\s+)?([\p{L}\d&'’-]+(?:\s+[\p{L}\d&'’-]+){0,4}?)\s*(?=[,.;!?]|\s(?:y|and)\s+(?:no|not)\s|\s(?:no|not)\s|$)/iu;

/**
 * `No es El Campeón, es El Titán`: a name in the words of its place that is another, and no other place. It is put in its stead there, and
 * the correction is kept with the case. Null: they name a place that the map knows, or no other name.
 */
export function namePutRight(scene: Scene, c: Case): Move | null {
  const { burst, facts } = scene;
  const { place } = c;
  const name = IS.exec(burst.text)?.[1]?.trim();
  if (place === null || name === undefined || facts.pin !== null) return null;
  if (facts.reading.places.length > 0 || facts.read(`en ${name}`).places.length > 0) return null;
  const text = deniedIn(burst.text)
    .map(old => swapped([place.text], old, name)?.[0])
    .find(right => right !== undefined);
  if (text === undefined) return null;
  const change = withPlace(addToCase(c, { ...wordsOf(scene), by: 'citizen' }), { ...place, text }, facts.now);
  const where = say(scene, 'summary.place', { place: placeText(scene, { ...place, text }) });
  return changed(scene, change, lines(putRightWords(scene, c), where));
}
