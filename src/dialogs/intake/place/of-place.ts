import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import { type Move, retold, type Scene, say } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { declined } from '../answers.ts';
import { askFor, proceed, showSummary } from '../flow.ts';
import { needsPlace } from '../guess.ts';
import { says } from './finer.ts';
import { samePlace } from './same-place.ts';
import { withoutPlace } from './where.ts';

const IS_NONE =
  /\b(?:(?:eso|esto|lo otro|lo demas|ese|it|that)(?: ultimo)?|no) (?:no )?(?:es|son|era|is not|isn t) (?:un |ningun |a )?(?:lugar|sitio|direccion|place)\b/;
const DENIES = /\b(?:no|not|isn t)\b/;

/** `Eso no es un lugar`: what stands for the place is none. */
function saysNoPlace(text: string): boolean {
  const plain = plainWords(text);
  return IS_NONE.test(plain) && DENIES.test(plain) && !isSortOfPlace(plain);
}

/** Do plain words tell what is wrong there, and not where it is: `eso no es lugar para botar basura`? */
export function isSortOfPlace(plain: string): boolean {
  return SORT.test(plain);
}

const SORT =
  /\b(lugar|sitio|barrio|place) (para|donde|que|segur[oa]|adecuad[oa]|limpi[oa]|apropiad[oa]|to|for)\b/;

const OFF =
  /\b(?:quit|borr|elimin|saqu|remov|remove)\p{L}*\s+(?:(?:eso|lo|esa parte)\s+)?(?:que dice\s+|de(?:l)?\s+)?(\S.*)$/iu;
const WHAT_IS = /\b(?:qu[eé] es|por qu[eé] dice)\s+(?:eso de(?:l)?\s+)?(\S.*)$/iu;
const TAKE_OFF = /\b(?:quit|borr|elimin|saqu)\p{L}*(?:lo|la)\b/iu;

/** `Borre eso de donde vivo`, `qué es eso de HORA, quítelo`: the place without that part of its words; null: they name none. */
function withoutPart({ burst: { text }, facts }: Scene, place: Place): Place | null {
  const clauses = text.split(/[,.;:!?¿¡\n]+/);
  const named = clauses.flatMap(clause => [
    ...(OFF.exec(clause)?.slice(1) ?? []),
    ...(TAKE_OFF.test(text) ? (WHAT_IS.exec(clause)?.slice(1) ?? []) : []),
  ]);
  // `Quite Arraiján y ponga La Chorrera` names what it is instead.
  const isInstead = facts.reading.places.some(guess => !named.some(name => says(name, guess.text)));
  if (isInstead) return null;
  const parts = place.text.split(/\s*,\s*/);
  const kept = parts.filter(
    part => !named.some(name => says(name, part) || plainWords(part) === plainWords(name)),
  );
  return kept.length > 0 && kept.length < parts.length ? { ...place, text: kept.join(', ') } : null;
}

/** What stood for a place is taken back, and it is asked anew. Null: they say nothing of that, or name another. */
export function placeTakenBack(scene: Scene, draft: Draft): Move | null {
  const less = draft.place && withoutPart(scene, draft.place);
  if (less) return showSummary(scene, { ...touched(scene, draft), place: less }, say(scene, 'corrected'));
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

const CALLED = /^\s*(?:se llama|it[’']?s called|it is called)\s+(?=\p{L})/iu;

/** `Se llama Simeón Conte`, of the school whose district is known, heard as its name, which says where it is. */
export function byItsName(scene: Scene): Scene {
  const { choice, text } = scene.burst;
  return choice === null && CALLED.test(text) ? retold(scene, [text.replace(CALLED, '')]) : scene;
}
