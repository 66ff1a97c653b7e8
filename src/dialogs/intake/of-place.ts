import { plainWords } from '../../catalogue/words.ts';
import type { Draft } from '../conversation.ts';
import { askedAgain } from '../lost.ts';
import { type Move, type Scene, say, withState } from '../scene.ts';
import { touched } from './absorb.ts';
import { declined } from './answers.ts';
import { askFor, proceed } from './flow.ts';
import { needsPlace, sureService } from './guess.ts';
import { samePlace } from './same-place.ts';
import { withoutPlace } from './where.ts';

const IS_NONE =
  /\b(?:(?:eso|esto|lo otro|lo demas|ese|it|that)(?: ultimo)?|no) (?:no )?(?:es|son|era|is not|isn t) (?:un |ningun |a )?(?:lugar|sitio|direccion|place)\b/;
const DENIES = /\b(?:no|not|isn t)\b/;

/** `Eso no es un lugar`: what stands for the place is none. */
export function saysNoPlace(text: string): boolean {
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

/** Asked where it is: there is no place, it is that of the case just filed, or another matter is told. Null: none of these. */
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
  return otherMatter(scene, draft);
}

const OTHER =
  /^(?:y |ah |oiga |tambien )*(?:otra (?:cosa|queja|denuncia)|otro (?:problema|asunto|reporte)|another (?:thing|problem))\b/;

/** As many words tell a matter, whatever it is: which one, is asked when it is taken up. */
const TELLING = 5;

/** `Y otra queja, …`: it waits its turn, and where the first is stays asked. */
function otherMatter(scene: Scene, draft: Draft): Move | null {
  const { burst, facts, state } = scene;
  const plain = plainWords(burst.text);
  if (!OTHER.test(plain) || plain.split(' ').length < TELLING) return null;
  if (sureService(scene, facts.reading.services, null)?.id === draft.serviceId) return null;
  const later = withState(scene, { later: [...state.later, burst.text] });
  return askedAgain(later, touched(scene, draft), say(scene, 'two_matters'));
}
