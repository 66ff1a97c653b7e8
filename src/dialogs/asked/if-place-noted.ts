import type { Place } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { correctPlace } from '../../cases/steps.ts';
import { stemOf } from '../../nlu/stem.ts';
import type { Draft } from '../conversation.ts';
import { changed } from '../filed/case-change.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { touched } from '../intake/absorb.ts';
import { proceed, showSummary } from '../intake/flow.ts';
import { placeText } from '../intake/guess.ts';
import { detailedPlace } from '../intake/place/mend-place.ts';
import { withSpots } from '../intake/place/spots.ts';
import { type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { newDraft } from '../state.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

const PLACE = '(?:lugar|direccion|sitio|ubicacion)';
const ASKS = new RegExp(
  `^(?:(?:y|pero|entonces|si|ya|me) )*(?:(?:quedo|queda|esta|puso|pusieron|salio|sale|va) (?:asi |bien |puesto |anotado )*(?:en )?(?:el |la |mi )?${PLACE}|(?:el |la |mi )?${PLACE} (?:si |ya )?(?:quedo|queda|esta|salio|sale|va) (?:asi|bien|puest[oa]|anotad[oa]))(?: asi| bien| o no| verdad)*$`,
);
/** Before where it is. */
const LEAD =
  /^\s*(?:(?:y|no|pero|ok|mire|oiga|recuerde que|acu[eé]rdese que)[\s,]+)*(?:(?:que\s+)?(?:es|era|fue|queda|est[aá])\s+)?(?:en\s+)?/iu;
const MOST_WORDS = 20;

/** `Es la escuela Presidente Porras, ¿quedó así el lugar?`: how the place reads, put right by what stands beside the question. */
export const ifPlaceNoted: Topic = scene => {
  const { burst, state } = scene;
  const parts = clauses(burst.text);
  const asked = parts.findIndex(part => ASKS.test(plainWords(part)));
  const beside = parts.filter((_, i) => i !== asked).map(part => part.replace(LEAD, '').trim());
  const told = beside.filter(part => wordsOf(part).length > 0).join(', ');
  const isLong = plainWords(burst.text).split(' ').length > MOST_WORDS;
  if (asked < 0 || isLong || burst.choice !== null || burst.files.length > 0) return null;
  const { draft } = state;
  if (draft && told === '') return shown(scene, draft);
  if (draft) {
    const place = withTold(scene, draft.place, told);
    if (place === draft.place) return showSummary(scene, touched(scene, draft), say(scene, 'already_so'));
    const own = { ...touched(scene, draft), place };
    return draft.summarised ? showSummary(scene, own, say(scene, 'corrected')) : proceed(scene, own);
  }
  return ofCase(scene, told);
};

/** Asked alone, it is read back. */
function shown(scene: Scene, draft: Draft): Move | null {
  if (draft.summarised) return showSummary(scene, draft);
  if (draft.place === null) return null;
  const words = say(scene, 'summary.place', { place: placeText(scene, draft.place) });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
}

/** Words that tell where: no short ones, but numbers. */
function wordsOf(text: string): string[] {
  return plainWords(text)
    .split(' ')
    .filter(word => (word.length >= 4 || /\d/.test(word)) && !MANNERS.test(word));
}

const MANNERS = /^(?:gracias|disculpe|perdon|favor|porfa|hola|buenas|verdad|entonces)$/;

function ofCase(scene: Scene, told: string): Move | null {
  const c = caseMeant(scene);
  if (!c || !isOpen(c)) return null;
  const place = told === '' ? c.place : withTold(scene, c.place, told);
  const words = { number: c.number, place: place ? placeText(scene, place) : '' };
  if (place === c.place || place === null)
    return {
      state: { ...scene.state, lost: 0 },
      replies: [replyOf(say(scene, place ? 'follow.place_is' : 'follow.no_place', words))],
    };
  const change = correctPlace(c, { place, holder: null, at: scene.facts.now });
  return changed(scene, change, say(scene, 'follow.moved', words));
}

/** The place with what was told beside the question; the same where it reads so already. */
function withTold(scene: Scene, place: Place | null, told: string): Place | null {
  const known = new Set(
    plainWords(place ? placeText(scene, place) : '')
      .split(' ')
      .map(stemOf),
  );
  const words = wordsOf(told).map(stemOf);
  if (place && words.every(word => known.has(word))) return place;
  const open = { ...newDraft(scene.facts.now), place };
  return (
    detailedPlace(retold(scene, [told]), open)?.place ??
    (place && { ...place, text: withSpots(place.text, [told]) })
  );
}
