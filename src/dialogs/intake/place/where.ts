import type { Place } from '../../../cases/case.ts';
import { placeNames } from '../../../catalogue/route.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { PlaceGuess } from '../../../nlu/classifier.ts';
import type { Draft } from '../../conversation.ts';
import { type Scene, say } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { offeredPlaces } from '../choices.ts';
import { isPrecise, toPlace, wordsAsPlace } from '../guess.ts';
import { swapped } from '../swapped.ts';
import { agreed } from './agreed.ts';
import { nameOf, says } from './finer.ts';
import { doubtOf, liesIn, surePlace } from './namesakes.ts';
import { isTime } from './no-place.ts';
import { withoutLeads } from './place-leads.ts';
import { asserted, deniedIn, putsRight, whichArea, whichOf, withoutWhich } from './place-words.ts';
import { roadBetween } from './roads.ts';
import { spotsIn, withSpots } from './spots.ts';
import { HAPPENS, saysWhere, toldWhere } from './told-where.ts';
import { withRoad } from './unknown-place.ts';
import { bare, whereParts } from './where-parts.ts';

/** What an answer to "where?" comes to: a place, several of its name to choose from, or nothing. */
export type FoundPlace = { place: Place } | { choices: PlaceGuess[] } | null;

/** The place of the burst's pin. */
export function pinPlace(scene: Scene): Place | null {
  const { pin } = scene.burst;
  if (pin === null) return null;
  return { ...toPlace(pin), text: say(scene, 'pin_place', { where: pinWords(scene, pin) }).text };
}

/** Where a photo of the burst says that it was taken. */
export function photoPlace(scene: Scene): Place | null {
  const { photo } = scene.burst;
  if (photo === null) return null;
  return { ...toPlace(photo), text: say(scene, 'photo_place', { where: pinWords(scene, photo) }).text };
}

/** Is this a point that was sent, as a pin or with a photo? */
export function isPin(scene: Scene, { text }: Place): boolean {
  return (['pin_place', 'photo_place'] as const).some(key =>
    text.startsWith(say(scene, key, { where: '' }).text),
  );
}

/** So near to a place a pin is in it. */
const AT = 50;

/** Where a pin lies beside the nearest place known: `a unos 300 m de Cerro Viento`. */
export function pinWords(scene: Scene, { metres, text }: NonNullable<Scene['burst']['pin']>): string {
  if (metres < AT) return say(scene, 'pin_at', { place: text }).text;
  const distance =
    metres < 1000 ? `${Math.round(metres / 50) * 50} m` : `${Math.round(metres / 100) / 10} km`;
  return say(scene, 'pin_near', { place: text, distance }).text;
}

const MOST_LENGTH = 300;

/** Reads words as a place; within `known` unless they may lie `anywhere`. */
export function placeFrom(scene: Scene, known: Place | null, text: string, anywhere = false): FoundPlace {
  const words = wordsOfPlace(scene, text);
  const told = asserted(text);
  const pinned = pinPlace(scene);
  if (pinned) {
    const beside = isSpoken(words) ? `${words}, ${pinned.text}` : pinned.text;
    return { place: { ...pinned, text: beside } };
  }
  if (words === '') return null;
  const named = namedThere(scene, text);
  if (named) return { place: named };
  const way = roadBetween(scene, words);
  if (way && (anywhere || known === null || liesIn(way.code, [known.code ?? ''])))
    return { place: { ...way, text: words.slice(0, MOST_LENGTH) } };
  const guesses = guessesIn(scene, told, words).filter(guess => anywhere || fits(guess, known));
  const sure = surePlace(guesses);
  if (sure) return { place: withRoad(withDetail(scene, agreed(scene, sure, words), words), told) };
  const doubt = doubtOf(guesses);
  if (doubt.among.length > 0) return { choices: doubt.among };
  if (doubt.named !== null) return { place: wordsAsPlace(doubt.named, known) };
  return isSpoken(words) ? { place: wordsAsPlace(words, known) } : null;
}

/** `Mi Santa Ana es la de Los Santos`: the one of that name there, on the map or not. */
function namedThere(scene: Scene, text: string): Place | null {
  const which = whichOf(text);
  return which === null ? null : namesakeIn(scene, which.name, which.area);
}

/** The place of a name in an area told after it, on the map or not: `Santa Rosa`, and `San Carlos`. Null: that is no area. */
export function namesakeIn({ facts }: Scene, name: string, words: string): Place | null {
  const area = areaIn(facts.read(`en ${words}`).places);
  if (area === null) return null;
  const plain = plainWords(words);
  const isTold = plainWords(name) !== '' && ` ${plain} `.includes(` ${plainWords(name)} `);
  const text = (isTold ? words : `${name}, ${words}`).slice(0, MOST_LENGTH);
  const there = surePlace(facts.read(text).places);
  const found = there !== null && liesIn(there.code, [area.code ?? '']) ? there : area;
  return { ...found, text };
}

/** `El de David`, `Santa Rosa, la de San Carlos`, said of places of one name: the one there. Null: they tell no area so. */
export function namesakeTold(scene: Scene, name: string | null): Place | null {
  const { text } = scene.burst;
  const which = whichOf(placeWords(text)) ?? nameAgain(withoutLeads(asserted(text)), name);
  if (name === null || (which === null && whichArea(text) === null)) return null;
  const area = which?.area ?? withoutWhich(placeWords(text));
  const there = namesakeIn(scene, name, area);
  const instead = there && nameInstead(name, text, area);
  return instead ? { ...there, text: instead } : there;
}

/** `La sucursal de Los Andes`, of that of Albrook, which they deny; null: no words of the name are denied. */
function nameInstead(name: string, text: string, area: string): string | null {
  const denied = deniedIn(text).flatMap(words => words.split(/\s+(?:del?|of|in|en)\s+/iu).at(-1) ?? []);
  const old = denied.find(words => says(name, words) && !says(area, words));
  return old === undefined ? null : (swapped([name], old, area)?.[0] ?? null);
}

/** `Bella Vista pero en Chiriquí`, after `Bella Vista`: the name once more, and its area. */
function nameAgain(told: string, name: string | null): { name: string; area: string } | null {
  const words = told.replace(TO_NAME, '');
  if (name === null || !plainWords(words).startsWith(`${plainWords(name)} `)) return null;
  const rest = words.split(/\s+/).slice(name.split(/\s+/).length).join(' ');
  const area = AFTER_NAME.exec(rest)?.[1];
  return area === undefined ? null : { name, area };
}

const TO_NAME = /^(?:(?:eso|esto|that|it)\s+)?(?:(?:es|era|queda|is|was)\s+)?(?:(?:en|in|at)\s+)?/iu;

const AFTER_NAME =
  /^,?\s*(?:(?:pero|but)\s+)?(?:(?:el|la|los|las|the one)\s+)?(?:de|del|en|in|at|of)\s+(\p{L}.*)$/iu;

/** The name that was told before, whichever of its places is meant. */
function nameBefore({ facts }: Scene, { place, description }: Draft): string | null {
  if (place !== null) return nameOf(place);
  const { among, named } = doubtOf(facts.read(description.join('\n')).places);
  return named ?? among[0]?.text ?? null;
}

/** The area that is surely meant, or the district or province that bears the name before others. */
export function areaIn(guesses: readonly PlaceGuess[]): Place | null {
  const [best] = guesses;
  const sure = surePlace(guesses);
  if (sure !== null) return sure.code === null ? null : sure;
  return best !== undefined && best.code.length <= 4 && best.p >= MATTER ? toPlace(best) : null;
}

/** Another place than the one that was told, in words that put it right; null: they do not. */
export function placeInstead(scene: Scene, draft: Draft): Place | null {
  const { text } = scene.burst;
  const there = namesakeTold(scene, nameBefore(scene, draft));
  if (there === null && !putsRight(text) && !placesMatter(text, draft)) return null;
  const found = there ? { place: there } : placeFrom(scene, null, text);
  return found && 'place' in found && found.place.code !== null ? found.place : null;
}

/** `La boleta es de Panamá`: where what they told of is. */
function placesMatter(text: string, { description }: Draft): boolean {
  const noun = PLACES_MATTER.exec(plainWords(text))?.[1];
  return noun !== undefined && plainWords(description.join(' ')).split(' ').includes(noun);
}

const PLACES_MATTER =
  /^(?:(?:no|si|pero|perdon|disculpe|sorry) )*(?:el|la|los|las|mi|es[ea]|the|my) ([a-zñ]+) (?:es|era|fue|esta|queda|paso|is|was) (?:en|de|del|por|al|frente|cerca|in|at|on|from|near) /;

/** Said in answer to "where?", a bare name is a place: `las cumbres` like `en Las Cumbres`. */
function guessesIn({ facts }: Scene, text: string, words: string): PlaceGuess[] {
  const { places } = facts.read(text);
  return places.length > 0 ? places : facts.read(`en ${words}`).places;
}

function isSpoken(words: string): boolean {
  return plainWords(words).length >= 3;
}

/** Within a district they already gave, another one of the same name is not meant. */
function fits({ code }: PlaceGuess, known: Place | null): boolean {
  return known?.code ? code.startsWith(known.code) || known.code.startsWith(code) : true;
}

const MOST_DETAIL_WORDS = 16;
const MATTER = 0.3;

/** A short answer is itself the exact place: `calle 3, casa azul, Cerro Viento`; one that tells a matter is not. */
function withDetail(scene: Scene, place: Place, words: string): Place {
  const count = plainWords(words).split(' ').length;
  const longer = count > plainWords(place.text).split(' ').length && count <= MOST_DETAIL_WORDS;
  // What stood between its names is left out of the words already.
  const isShorter = count <= MOST_DETAIL_WORDS && plainWords(place.text).includes(plainWords(words));
  const isTold = (isShorter || longer) && saysWhere(scene, words);
  return { ...place, text: isTold ? words.slice(0, 200) : withSpots(place.text, spotsIn(scene, words)) };
}

/** Words without those that only lead to the place, and those that tell something else: `me equivoqué, es en`. */
export function placeWords(text: string): string {
  return bare(withoutLeads(asserted(text.trim().replace(/\s*\n\s*/g, ', '))));
}

/** The same, where what the map and the language know of says where: the rest tells something else. */
export function wordsOfPlace(scene: Scene, text: string): string {
  const { where } = toldWhere(scene, text);
  if (where.length > 0) return where.join(', ');
  const ruled = whereParts(placeWords(text)).join(', ');
  return !isTime(ruled) && mayBePlace(scene, ruled) ? ruled : '';
}

/** What nobody learned to be a place is one where the map surely knows it, or where so little is said that it may be its name. */
function mayBePlace({ facts }: Scene, words: string): boolean {
  const isShort = words.split(' ').length <= MOST_NAME && !HAPPENS.test(plainWords(words));
  return isShort || surePlace(facts.read(`en ${words}`).places) !== null;
}

const MOST_NAME = 3;

/** Is something told beside where it is, which is to be kept with the matter? */
export function tellsMore(scene: Scene, text: string): boolean {
  const { beside } = toldWhere(scene, text);
  return beside.some(part => part.split(' ').length > 2 || /\d{4}/.test(part));
}

const TAKES_BACK =
  /^\s*(?:(?:wait|espere?|p[eé]rate|ay|oh|uy|ah|oiga|mire)[\s,.;:]+)*(n+o+p?|s[ií] pero|pero|mejor dicho|perd[oó]n|disculpe|digo|corrijo|me equivoqu[eé]|quise decir|actually|sorry)(?=[\s,.;:])/iu;

/** Do these words begin by taking something back: `perdón, en La Chorrera`? */
export function takesBack(text: string): boolean {
  return TAKES_BACK.test(text);
}

/** Do these words put another place in the stead of one told before: `mejor dicho es en Los Santos`? */
export function correctsPlace(text: string): boolean {
  return takesBack(text) || putsRight(text);
}

/** Is the place known as well as the matter needs it? */
export function placeIsKnown({ place }: { place: Place | null }): boolean {
  return place !== null && isPrecise(place);
}

/** Which of several places stays open: the name they gave is kept all the same. */
export function withNameAlone(draft: Draft, choices: Choice[]): Draft {
  const name = offeredPlaces(choices)[0]?.name ?? '';
  if (draft.place !== null || name === '') return draft;
  return { ...draft, place: wordsAsPlace(name, null) };
}

/** The reasons without those that named the place before. */
export function withoutPlace({ reasons, place }: Draft): string[] {
  const before = plainWords([place?.text, place?.corregimiento, place?.district].join(' '));
  return reasons.filter(reason => !before.includes(plainWords(reason)));
}

/** A place that was offered and chosen, with the words it was first told in. */
export function chosenPlace(scene: Scene, choice: Choice): Place {
  const { label } = choice;
  const { code = '', name = '' } = offeredPlaces([choice])[0] ?? {};
  const known = scene.facts.read(label).places.find(guess => guess.code === code);
  return {
    code,
    ...placeNames(scene.catalogue, code),
    text: name || label,
    ...{ lat: known?.lat ?? null, lon: known?.lon ?? null },
  };
}
