import type { Case, CaseChange, Place } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { correctPlace } from '../../cases/steps.ts';
import { detailedPlace } from '../intake/place/mend-place.ts';
import type { Scene } from '../scene.ts';
import { newDraft } from '../state.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';

/** The place of an open case as words that tell only where make it closer: `es la casa 12`, `barrio La Loma`. Null: they do not. */
export function closerPlace(scene: Scene, c: Case): Place | null {
  const { burst, facts } = scene;
  const isAsked = /[?¿]/.test(burst.text) || beginsAsQuestion(burst.text);
  const { serviceId, kind, place, description } = c;
  if (!isOpen(c) || place === null || isAsked) return null;
  const filed = { ...newDraft(facts.now), serviceId, kind, place, description, summarised: true };
  const closer = detailedPlace(scene, filed);
  // `También en la calle 3` is one more place, and a street in another's stead is a correction.
  const isMore = closer?.place?.text.startsWith(place.text) && !ALSO.test(plainWords(burst.text));
  const isOnly = closer !== null && closer.description.length === description.length;
  return isMore && isOnly ? closer.place : null;
}

const ALSO = /\b(?:tambien|igual|ademas|otr[oa]s?|too|also|another)\b/;

/** A change of the case with its place put right in the same step; its holder stays. */
export function withPlace(told: CaseChange, place: Place, at: Date): CaseChange {
  const moved = correctPlace(told.case, { place, holder: null, at });
  return { ...moved, expectedVersion: told.expectedVersion, events: [...told.events, ...moved.events] };
}
