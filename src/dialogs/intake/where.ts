import type { Place } from '../../cases/case.ts';
import { placeNames } from '../../catalogue/route.ts';
import { plainWords } from '../../catalogue/words.ts';
import type { Choice } from '../../channels/channel.ts';
import type { PlaceGuess } from '../../nlu/classifier.ts';
import type { Draft } from '../conversation.ts';
import { type Scene, say } from '../scene.ts';
import { offeredPlaces } from './choices.ts';
import { isPrecise, toPlace, wordsAsPlace } from './guess.ts';
import { isOpening } from './matter.ts';
import { doubtOf, liesIn, surePlace } from './namesakes.ts';
import { withoutTime } from './no-place.ts';
import { asserted, placeAlone, putsRight, whichOf } from './place-words.ts';
import { spotsIn, withSpots } from './spots.ts';

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

/** Reads words as a place; within `known` unless they may lie `anywhere`. */
export function placeFrom(scene: Scene, known: Place | null, text: string, anywhere = false): FoundPlace {
  const words = placeWords(text);
  const told = asserted(text);
  const pinned = pinPlace(scene);
  if (pinned) {
    const beside = isSpoken(words) ? `${words}, ${pinned.text}` : pinned.text;
    return { place: { ...pinned, text: beside } };
  }
  const named = namedThere(scene, text);
  if (named) return { place: named };
  const guesses = guessesIn(scene, told, words).filter(guess => anywhere || fits(guess, known));
  const sure = surePlace(guesses);
  if (sure) return { place: withDetail(scene, sure, words) };
  const doubt = doubtOf(guesses);
  if (doubt.among.length > 0) return { choices: doubt.among };
  if (doubt.named !== null) return { place: wordsAsPlace(doubt.named, known) };
  return isSpoken(words) ? { place: wordsAsPlace(words, known) } : null;
}

/** `Mi Santa Ana es la de Los Santos`: the one of that name there, on the map or not. */
function namedThere({ facts }: Scene, text: string): Place | null {
  const which = whichOf(text);
  if (which === null) return null;
  const area = surePlace(facts.read(`en ${which.area}`).places);
  if (area?.code == null) return null;
  const words = `${which.name}, ${which.area}`;
  const there = surePlace(facts.read(words).places);
  const found = there !== null && liesIn(there.code, [area.code]) ? there : area;
  return { ...found, text: words };
}

/** Another place than the one that was told, in words that put it right; null: they do not. */
export function placeInstead(scene: Scene): Place | null {
  if (!putsRight(scene.burst.text)) return null;
  const found = placeFrom(scene, null, scene.burst.text);
  return found && 'place' in found && found.place.code !== null ? found.place : null;
}

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
  const tells =
    scene.facts.reading.services.some(({ p }) => p >= MATTER) && scene.facts.reading.intent === 'report';
  const whole = longer && (!(tells && count > 6) || BUILT.test(plainWords(words)));
  return { ...place, text: whole ? words.slice(0, 200) : withSpots(place.text, spotsIn(words)) };
}

/** Begins with what stands there, so that all of it says where: `la escuela de mi hija, la Belisario Villar`. */
const BUILT = new RegExp(
  '^(en )?(la |el |mi |un |una )?(escuela|colegio|instituto|kinder|hospital|policlinica|clinica|centro de salud|parque|cancha|' +
    'iglesia|capilla|mercado|terminal|parada|plaza|edificio|torre|residencial|urbanizacion|barriada|puente|oficina|' +
    'farmacia|super|gasolinera|estacion|garita|school|church|park|building)\\b',
);

const LEADS = [
  /^(ok|okay|si|sí|no|nop|bueno|as[ií] no|as[ií]|ah|ay|perd[oó]n|disculpe|sorry|corrijo|correcci[oó]n|me equivoqu[eé]|quise decir|(?:ya )?(?:te|le|se lo) (?:lo )?(?:dije|he dicho)(?: que)?|mire|oiga|mejor dicho|mejor|pero|pues|digo|actually)(?=[\s,.;:])[\s,.;:]+/iu,
  /^((sigamos|continuemos|prosigamos|volvamos|retomemos|let'?s go on|back to)\b[^,.;:\n]{0,40}[,.;:]|(como (le|les|te) (dec[ií]a|dije|cont[eé])|as i (was saying|said))\b[,.;:]?)\s*(?=\S)/iu,
  /^(el |la |mi |the )?(lugar|direcci[oó]n|ubicaci[oó]n|barrio|sector|place|address)( correct[oa])?\s+(es|era|ser[ií]a|is|:)[\s:]*/iu,
  /^(ella|[eé]l|ellos|mi (?:mam[aá]|pap[aá]|abuel[ao]|t[ií][ao])|todo|eso|la casa)\s+(?=(?:vive|viven|est[aá]|es|queda|pas[oó]|fue)\s+(?:en|por)\s)/iu,
  /^(hace (?:\S+ ){1,3})?(?:pas[oó]|ocurri[oó]) (?:lo mismo|igual|otra vez)\s+(?=(?:en|por)\s)/iu,
  /^(es|est[aá]|estoy|estamos|queda|quedamos|vivo|vivimos|vive|viven|pas[oó]|ser[ií]a|fue|era|eso es|eso queda|aqu[ií]|all[aá]|it is|it['’]s|i live|we live|trabajo|trabajamos|trabajaba|laboro|estudio|i work)\s+(?=(en|por|in|at|on|near|frente|al|a|cerca|detr[aá]s|atr[aá]s)\s)/iu,
  /^(es|era|fue|queda|is|it['’]s)\s+(?:(?:el|la)\s+(?=(?:El|La|Los|Las)\b))?(?=\p{Lu})/u,
  /^(es|era|fue)\s+(?=(el|la|los|las)\s+\p{L})/iu,
  /^((en|in|at|de)|(el|la|los|las) de)\s+(?=\S)/iu,
];

/** Words without those that only lead to the place: `me equivoqué, es en`. */
export function placeWords(text: string): string {
  const told = text.split('\n').filter(line => !isOpening(line));
  const plain = (told.length > 0 ? told.join(', ') : text).replace(/\s+/g, ' ').trim();
  const said = withoutLeads(withoutTime(asserted(plain)));
  return withoutLeads(placeAlone(said));
}

/** Leads may stand before each other in any order, two deep at most. */
function withoutLeads(text: string): string {
  return LEADS.reduce((rest, lead) => rest.replace(lead, ''), LEADS[0] ? text.replace(LEADS[0], '') : text);
}

const TAKES_BACK =
  /^\s*(no|nop|s[ií] pero|pero|mejor dicho|perd[oó]n|disculpe|digo|corrijo|me equivoqu[eé]|quise decir|actually|sorry)(?=[\s,.;:])/iu;

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
