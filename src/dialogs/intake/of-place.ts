import type { Draft } from '../conversation.ts';
import { plainWords } from '../plain-words.ts';
import type { Move, Scene } from '../scene.ts';
import { touched } from './absorb.ts';
import { declined } from './answers.ts';
import { askFor, proceed } from './flow.ts';
import { needsPlace } from './guess.ts';
import { samePlace } from './same-place.ts';
import { withoutPlace } from './where.ts';

const IS_NONE =
  /\b(?:(?:eso|esto|lo otro|lo demas|ese|it|that)(?: ultimo)?|no) (?:no )?(?:es|son|era|is not|isn t) (?:un |ningun |a )?(?:lugar|sitio|direccion|place)\b/;
const DENIES = /\b(?:no|not|isn t)\b/;

/** `Eso no es un lugar`: what stands for the place is none. */
function saysNoPlace(text: string): boolean {
  const plain = plainWords(text);
  return IS_NONE.test(plain) && DENIES.test(plain);
}

/** What stood for a place is taken back, and it is asked anew. Null: they say nothing of that, or name another. */
export function placeTakenBack(scene: Scene, draft: Draft): Move | null {
  if (draft.place === null || !saysNoPlace(scene.burst.text) || scene.facts.reading.places.length > 0)
    return null;
  const open = touched(scene, { ...draft, place: null, reasons: withoutPlace(draft) });
  return askFor(scene, open, { ask: 'place', among: [] });
}

/** Asked where it is: there is no place, or it is that of the case just filed. Null: neither. */
export function besideWhere(scene: Scene, draft: Draft): Move | null {
  const { burst, facts } = scene;
  const same = samePlace(scene);
  if (same !== null) return proceed(scene, touched(scene, { ...draft, place: same }));
  if (saysNoPlace(burst.text) && facts.reading.places.length === 0) {
    const description = [...draft.description, ...burst.lines];
    return needsPlace(scene, draft) && draft.place !== null
      ? placeTakenBack(scene, draft)
      : proceed(scene, declined(scene, { ...draft, description }, 'place'));
  }
  return null;
}
