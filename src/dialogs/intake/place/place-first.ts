import type { Place } from '../../../cases/case.ts';
import { retold, type Scene } from '../../scene.ts';
import { newDraft } from '../../state.ts';
import { beginsAsQuestion } from '../../words/asking.ts';
import { plainWords } from '../../words/plain-words.ts';
import { wordsAsPlace } from '../guess.ts';
import { QUARTERS } from './kinds-of-place.ts';
import { onlyPlace } from './only-place.ts';
import { namesSpot } from './spots.ts';
import { saysOnlyWhere } from './told-where.ts';
import { placeFrom } from './where.ts';

const MOST_OF_SPOT = 6;
const GREETING =
  /^\s*(?:(?:muy\s+)?(?:buenas|buenos|hola|saludos|good|hello|hi)(?:\s+(?:d[ií]as|tardes|noches|morning|afternoon|evening))?[\s,.;:!]+)+/iu;
/** What parts of the country are called: said of where, it names no body that is called so. */
const AREAS = new RegExp(
  `(?<!\\p{L})(?:corregimiento|distrito|provincia|barrio|${QUARTERS})(?: de(?: la| el| los)?)?(?!\\p{L})`,
  'giu',
);
/** From here on a matter is told with the place. */
const TOLD = 0.3;

/**
 * The place of who begins with it, and tells nothing that happens there: `calle 3`, `buenas, corregimiento de Pacora, entrada de
 * Paso Blanco`; null: something is told.
 */
export function placeFirst(scene: Scene): Place | null {
  const { burst, state, facts } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const text = burst.text.replace(GREETING, '');
  const plain = plainWords(text);
  if (!isFree || plain === '') return null;
  // `Dónde queda la ATTT` asks for an office.
  const isShort = plain.split(' ').length <= MOST_OF_SPOT && !beginsAsQuestion(text);
  if (isShort && namesSpot(text) && saysOnlyWhere(scene, text)) {
    const found = placeFrom(scene, null, text);
    return found !== null && 'place' in found ? found.place : wordsAsPlace(text, null);
  }
  const told = facts.read(text.replace(AREAS, ' '));
  if (plainWords(text) === plainWords(text.replace(AREAS, ' ')) || (told.services[0]?.p ?? 0) >= TOLD)
    return null;
  return onlyPlace(retold(scene, [text]), newDraft(facts.now));
}
