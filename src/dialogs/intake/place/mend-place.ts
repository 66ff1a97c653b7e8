import type { Place } from '../../../cases/case.ts';
import { bodyNamed } from '../../asked/agency-words.ts';
import type { Draft } from '../../conversation.ts';
import { contentWords } from '../../likeness.ts';
import { type Move, retold, type Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { isThingAlone } from '../../words/thing-words.ts';
import { touched } from '../absorb.ts';
import { askFor } from '../flow.ts';
import { isPrecise, needsPlace, wordsAsPlace } from '../guess.ts';
import { linesOfMatter, saysFurther } from '../matter.ts';
import { inDistrict } from './agreed.ts';
import { withCorner } from './corner.ts';
import { dictatedPlace } from './dictated.ts';
import { nameOf, says, withFiner, withFurther } from './finer.ts';
import { QUARTERS } from './kinds-of-place.ts';
import { isCloser, liesIn, surePlace } from './namesakes.ts';
import { isTime } from './no-place.ts';
import { isCalledByKind } from './place-leads.ts';
import { deniedIn } from './place-words.ts';
import { placePutRight, withDenials } from './put-right.ts';
import { withSpotKept } from './spot-kept.ts';
import { spotsIn, withDoors } from './spots.ts';
import { addsPlace, holdsSpot, saysWhere, tellsSide, tellsSpot, toldWhere } from './told-where.ts';
import { isLongRoad, timesNamed } from './unknown-place.ts';
import {
  correctsPlace,
  namesakeIn,
  namesakeTold,
  placeFrom,
  placeInstead,
  takesBack,
  tellsMore,
  withoutPlace,
  wordsOfPlace,
} from './where.ts';

/** Where exactly is told at greater length. */
const MOST_DETAIL_WORDS = 20;
/** As many words may name a place; more tell something. */
export const MOST_PLACE_WORDS = 12;
/** Another place, or one where none was known, said to the summary; null: they name none. `isNamed`: one is put right. */
export function mendedPlace(scene: Scene, draft: Draft, isNamed = false): Draft | null {
  const { burst, facts } = scene;
  const dictated = dictatedPlace(burst.text);
  if (dictated !== null && facts.reading.places.length === 0)
    return { ...draft, place: withDictated(draft.place, dictated) };
  const lacks = draft.place === null && needsPlace(scene, draft);
  const short = plainWords(burst.text).split(' ').length <= MOST_PLACE_WORDS;
  const names = isNamed || facts.reading.places.length > 0;
  if (draft.place !== null && failsThereToo(scene, draft)) return null;
  // "Por la Transístmica" says where, though nobody needs to know, and no map has it; "por el Banco Nacional", by whom.
  const isBody = bodyNamed(scene.catalogue, burst.text) !== null;
  const isAside = draft.place === null && short && !isBody && saysWhere(scene, burst.text);
  const mayName = lacks && short && !isThingAlone(burst.text);
  if (!names && !mayName && !isAside) return null;
  if (names && draft.place?.code != null && addsPlace(scene, burst.text)) {
    const place = withFurther(draft.place, wordsOfPlace(scene, burst.text));
    // `Es Santa Fe, sí` says the one that stands there.
    if (place === draft.place) return null;
    return { ...draft, place, description: [...draft.description, ...burst.lines] };
  }
  const right = placePutRight(scene, draft);
  const there = right ?? (draft.place && namesakeTold(scene, nameOf(draft.place)));
  const found = there ? { place: there } : placeFrom(scene, null, burst.text);
  if (found === null || !('place' in found)) return null;
  const instead = right ?? placeNamedIn(scene, draft, found.place);
  const place =
    correctsPlace(burst.text) && right === null
      ? withFiner(draft.place, instead, deniedIn(burst.text))
      : instead;
  const saysNowhere = place.code === null && !saysWhere(scene, burst.text);
  if (saysNowhere || (place.code === null && !lacks && !isAside)) return null;
  // The area alone of a place that is known says nothing new.
  const isWider =
    place.code !== null && place.code !== draft.place?.code && liesIn(draft.place?.code, [place.code]);
  if (isWider && right === null && !correctsPlace(burst.text)) return null;
  const isSame =
    place.code === draft.place?.code && plainWords(draft.place?.text ?? '').includes(plainWords(place.text));
  if (right === null ? isSame : place.text === draft.place?.text) return null;
  const more = short && !tellsMore(scene, burst.text) ? [] : linesOfMatter(burst.lines, facts.reading);
  const description = [...draft.description, ...notOfPlace(draft), ...more];
  return {
    ...draft,
    place: withSpotKept(draft.place, place, burst.text),
    reasons: withoutPlace(draft),
    description,
  };
}

/** `También se llevó la lluvia el camino de Metetí`: what is wrong elsewhere, and no more of the place. */
function failsThereToo(scene: Scene, { serviceId, description }: Draft): boolean {
  const { text } = scene.burst;
  const { beside } = toldWhere(scene, text);
  const telling = beside.filter(part => part.replace(TOO, '').trim().split(/\s+/).length >= LEAST_TOLD);
  if (!saysFurther(text) || telling.length === 0 || telling.some(part => SAME.test(plainWords(part))))
    return false;
  const told = new Set(contentWords(description.join(' ')));
  if (contentWords(telling.join(' ')).some(word => told.has(word))) return false;
  const { services } = scene.facts.read(telling.join('\n'));
  return !services.some(({ id, p }) => id === serviceId && p >= OF_IT);
}

const TOO = /^(?:(?:y|e|and|adem[aá]s|tambi[eé]n|also|que) )+/iu;
const LEAST_TOLD = 3;
/** So likely, it is the same that is wrong there. */
const OF_IT = 0.15;
/** The same there. */
const SAME =
  /\b(?:lo mismo|igual|pasa|sucede|ocurre|misma|mismo|same|happens|falt\w+|pong\w+|agreg\w+|anot\w+)\b/;

/** What no map knows stands before the place it is in. */
function withDictated(place: Place | null, words: string): Place {
  if (place === null) return wordsAsPlace(words, null);
  return says(place.text, words) ? place : { ...place, text: `${words}, ${place.text}` };
}

/** `No es de Chitré, es de Los Santos`: said of a place, it is where it is. */
const IS_OF = /(?<!\p{L})(es|era|fue) (?:de|del) (?=\p{L})/giu;

/** The draft with the place they put right, whatever else the name sounds like; null: they put none right. */
export function movedPlace(heard: Scene, draft: Draft): Draft | null {
  const text = draft.place === null ? heard.burst.text : withDenials(heard.burst.text, draft.place);
  const isDenied = deniedIn(text).some(name => says(draft.place?.text ?? '', name));
  const scene = isDenied ? retold(heard, [text.replace(IS_OF, '$1 en ')]) : heard;
  const isMoved = (placePutRight(scene, draft) ?? placeInstead(scene, draft)) !== null;
  return isMoved ? mendedPlace(scene, draft, true) : null;
}

/** What stood for a place that nobody found, and was none: `vende las bolsas de comida`. It was said of the matter. */
function notOfPlace({ place, description }: Draft): string[] {
  if (place === null || place.code !== null) return [];
  return plainWords(place.text).split(' ').length > 2 && !description.includes(place.text)
    ? [place.text]
    : [];
}

/** `En Pedregal`, of which there are several, where no place was known or it is put right: it is asked which. */
export function whichPlace(scene: Scene, draft: Draft): Move | null {
  const { burst, facts } = scene;
  const isAsked = draft.place === null || correctsPlace(burst.text);
  if (!isAsked || facts.reading.places.length === 0) return null;
  const found = placeFrom(scene, null, burst.text);
  const isOpen = found !== null && 'choices' in found;
  return isOpen ? askFor(scene, touched(scene, draft), { ask: 'place', among: found.choices }) : null;
}

/** `la chorrera`, told to a barriada that was taken for one elsewhere: the one of that name there, known or not. */
function placeNamedIn(scene: Scene, { place: before }: Draft, area: Place): Place {
  const { facts, burst } = scene;
  if (before === null || area.code === null) return area;
  // A name that many places bear, and then the area: `la isla, en Soná`.
  const isRoad = isLongRoad(before.text) && !says(area.text, before.text);
  const isOpenName = before.code === null && timesNamed(scene, before.text) > 1;
  if ((isRoad || isOpenName) && !correctsPlace(scene.burst.text))
    return namesakeIn(scene, before.text, area.text) ?? area;
  if (area.code.length > 4 || isPrecise(area)) return area;
  // `No es Arraiján, es La Chorrera` takes back no more than the area.
  const areas = [before.district, before.province].map(name => plainWords(name ?? ''));
  const isAreaDenied = deniedIn(burst.text).some(name => areas.includes(plainWords(name)));
  const kept = isAreaDenied ? nameOf(before) : before.text;
  const words = says(kept, area.text) ? kept : `${kept}, ${area.text}`;
  const there = surePlace(facts.read(words).places);
  if (there !== null && there.code !== area.code && liesIn(there.code, [area.code]))
    return { ...there, text: words };
  const isArea = [before.corregimiento, before.district, before.province].some(
    name => plainWords(name ?? '') === plainWords(isAreaDenied ? nameOf(before) : before.text),
  );
  return isArea || (takesBack(burst.text) && !isAreaDenied) ? area : { ...area, text: words };
}

/** The place that is known, or an area around it, in a few words. */
export function isSamePlace(scene: Scene, { place }: Draft): boolean {
  const { burst, facts } = scene;
  const said = plainWords(wordsOfPlace(scene, burst.text));
  if (place === null || said.length < 3 || said.split(' ').length > MOST_PLACE_WORDS) return false;
  const [best] = facts.reading.places;
  return plainWords(place.text).includes(said) || (best !== undefined && liesIn(place.code, [best.code]));
}

/** "La calle es la 5, casa azul", `el barrio es Loma del Río`, `frente al parque`: more of the place that is known. */
export function detailedPlace(scene: Scene, draft: Draft): Draft | null {
  const { burst, facts } = scene;
  const plain = plainWords(burst.text);
  if (draft.place === null || plain.split(' ').length > MOST_DETAIL_WORDS) return null;
  const corner = withCorner(draft.place.text, burst.text);
  if (corner !== null)
    return { ...draft, place: { ...draft.place, text: corner }, reasons: withoutPlace(draft) };
  if (!isCloserTold(scene, draft) && spotsIn(scene, burst.text).length === 0) return null;
  const { where, beside } = toldWhere(scene, burst.text);
  const isDanger = facts.reading.emergency !== null && beside.length > 0;
  if (where.length === 0 || isDanger) return null;
  const detail = where.join(', ');
  const isKnown = plainWords(draft.place.text).includes(plainWords(detail));
  const text = withDoors(draft.place.text, detail).slice(0, 300);
  if (isKnown || text === draft.place.text) return null;
  const place = { ...closer(scene, draft.place, detail), text };
  const more = tellsMore(scene, burst.text) ? burst.lines : [];
  return { ...draft, place, reasons: withoutPlace(draft), description: [...draft.description, ...more] };
}

/** Do they tell a closer part or a spot, and take nothing back? */
export function isCloserTold(scene: Scene, { place }: Draft): boolean {
  const { burst, facts } = scene;
  const { text } = burst;
  if (place !== null && withCorner(place.text, text) !== null) return true;
  // `Sí, pero es frente a la iglesia` takes back no more than the spot.
  const isNearer = BUT.test(text) && holdsSpot(scene, text);
  const isInstead = correctsPlace(text) && !isNearer;
  if (isInstead || isTime(text) || place === null) return false;
  if (tellsSide(scene, text)) return true;
  if (!namesQuarter(scene, text) && !tellsSpot(scene, text) && !isNearer) return false;
  const there = surePlace(facts.read(`en ${wordsOfPlace(scene, text)}`).places);
  // What the map knows elsewhere is another place; but many a church is called Guadalupe.
  if (there === null || isIn(there, place)) return true;
  const isGuess = namesQuarter(scene, text) && !says(text, there.corregimiento ?? '');
  if (isBeside(there, place) && (isCalledByKind(text) || isGuess)) return true;
  return tellsSpot(scene, text) && !says(text, there.district ?? there.text);
}

/** `En el sector Nueva Esperanza`, `el barrio es Loma del Río`: a closer part by its kind. */
function namesQuarter(scene: Scene, text: string): boolean {
  return isCalledByKind(text) || toldWhere(scene, text).where.some(part => QUARTER.test(part));
}

const QUARTER = new RegExp(`^(?:(?:el|la|the) )?(?:barrio|${QUARTERS}) `, 'iu');

const BUT = /^\s*(?:(?:s[ií]|ok|bueno|yes),? )?(?:pero|but)\b/iu;

function isIn(there: Place, place: Place): boolean {
  return liesIn(there.code, [place.code ?? '']) || liesIn(place.code, [there.code ?? '']);
}

/** In the same district. */
function isBeside({ code }: Place, place: Place): boolean {
  return (code?.length ?? 0) >= 4 && code?.slice(0, 4) === place.code?.slice(0, 4);
}

/** The place with what the map says of its closer part, when that lies in it. */
function closer(scene: Scene, place: Place, detail: string): Place {
  const there = surePlace(scene.facts.read(`en ${detail}`).places);
  const isNear = there !== null && (isCloser(there, place) || isBeside(there, place));
  if (!isNear || tellsSide(scene, detail)) return place;
  // The map's guess at a smaller name yields to the area that they named.
  const isOther = !isIn(there, place) && (place.code?.length ?? 0) >= 6;
  if (!isOther || says(detail, there.corregimiento ?? '')) return there;
  return says(place.text, place.corregimiento ?? '') ? place : inDistrict(place);
}
