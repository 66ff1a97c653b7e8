import type { Case, Holder, Place } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { correctPlace } from '../../cases/steps.ts';
import { agencyName } from '../../catalogue/route.ts';
import type { PlaceGuess } from '../../nlu/classifier.ts';
import type { Awaits } from '../conversation.ts';
import { placeChoices } from '../intake/choices.ts';
import { placeText, toPlace } from '../intake/guess.ts';
import { nameOf, withFiner } from '../intake/place/finer.ts';
import { numberPutRight } from '../intake/place/number-right.ts';
import { onlyPlace } from '../intake/place/only-place.ts';
import { bidsPlace } from '../intake/place/place-leads.ts';
import { deniedIn } from '../intake/place/place-words.ts';
import { placePutRight, withDenials } from '../intake/place/put-right.ts';
import { namesSpot } from '../intake/place/spots.ts';
import { chosenPlace, type FoundPlace, namesakeTold, placeFrom } from '../intake/place/where.ts';
import { awaiting } from '../questions.ts';
import { afterQuestion, lines, type Move, replyOf, retold, type Scene, say } from '../scene.ts';
import { newDraft } from '../state.ts';
import { asksBack, beginsAsQuestion } from '../words/asking.ts';
import { chosen } from '../words/chosen.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { declines, isNo, isYes } from '../words/yes-no.ts';
import { ask, changed } from './case-change.ts';
import { namePutRight } from './name-put-right.ts';

/** Do words say that a case is not where it was told, and where instead: `no era Ancón, era Curundú`? */
export function movesPlace({ burst }: Scene, { place }: Case): boolean {
  if (place === null) return false;
  const known = plainWords([place.text, place.corregimiento, place.district].join(' '));
  const isDenied = deniedIn(withDenials(burst.text, place)).some(name =>
    ` ${known} `.includes(` ${plainWords(name)} `),
  );
  return isDenied || numberPutRight(burst.text, place) !== null;
}

/** `Me equivoqué, la placa es 8B-0243`: something else than where it is gets put right. */
export function putsOtherRight({ facts, burst }: Scene): boolean {
  const plain = plainWords(burst.text);
  const told = facts.where(burst.text, false);
  const namesNone = told?.length === 0 && facts.reading.places.length === 0;
  const isOther = namesNone && !OF_PLACE.test(plain);
  return isOther && plain.replace(TAKES_BACK, '').split(' ').length >= LEAST_TOLD;
}

const OF_PLACE =
  /\b(lugar|direccion|ubicacion|sitio|donde|calle|barrio|corregimiento|distrito|aqui|alla|alli|ahi|place|address|where|street)\b|\b(es|era) (el|la) (de|del)\b/;
const TAKES_BACK =
  /^((perdon|disculpe|ay|ah|oiga|no|es que|corrijo|me equivoque|quise decir|sorry|i was wrong) ?)+/;
const LEAST_TOLD = 3;

/** The same case at another place; where they only say that it is wrong, the right one is asked. Null: it is over. */
export function movedCase(heard: Scene, c: Case): Move | null {
  const told = c.place ? withDenials(heard.burst.text, c.place) : heard.burst.text;
  const scene = told === heard.burst.text ? heard : retold(heard, [told]);
  const { facts, burst } = scene;
  // `No es otra queja, es la misma` says nothing of where.
  if (!isOpen(c) || SAME.test(plainWords(burst.text))) return null;
  const there = c.place && namesakeTold(scene, nameOf(c.place));
  if (there) return movedTo(scene, c, there);
  const put = (c.place && numberPutRight(burst.text, c.place)) ?? placePutRight(scene, c);
  if (put) return movedTo(scene, c, put);
  const named = namePutRight(scene, c);
  if (named) return named;
  const names = facts.pin !== null || facts.reading.places.length > 0;
  const found = names ? nearest(placeFrom(scene, null, burst.text), c) : null;
  if (found && 'choices' in found) return askPlace(scene, c, found.choices);
  // "Era en el otro Río Abajo" names the one it was not.
  const isSame = found?.place.code === c.place?.code && /\botr[oa]\b/i.test(burst.text);
  if (found === null || found.place.code === null || isSame) return askPlace(scene, c, []);
  // `Cambie el lugar: entrada por la capilla, Río Abajo` says all of it anew.
  const isWhole = bidsPlace(burst.text) && namesSpot(found.place.text);
  const place = isWhole ? found.place : withFiner(c.place, found.place, deniedIn(burst.text));
  return movedTo(scene, c, place);
}

const SAME =
  /\b(es|son|era) (la|el|lo) mism[oa]s?( (queja|denuncia|caso|reporte|cosa))?( de (antes|ahora))?\b/;

/** Of several of one name, the likeliest, where it lies in the district of the place it stands for. */
function nearest(found: FoundPlace, { place }: Case): FoundPlace {
  const [best] = found !== null && 'choices' in found ? found.choices : [];
  const isNear = best !== undefined && best.code.slice(0, 4) === place?.code?.slice(0, 4);
  return isNear ? { place: toPlace(best) } : found;
}

function askPlace(scene: Scene, { number }: Case, among: PlaceGuess[]): Move {
  return ask(scene, awaiting('moved', placeChoices(scene, among), { caseNumber: number }));
}

/** The right place of a case. Null: that was none. */
export function answerMoved(scene: Scene, awaits: Awaits): Move | null {
  const c = scene.facts.cases.find(({ number }) => number === awaits.caseNumber);
  const { burst } = scene;
  const pick = chosen(awaits.choices, burst);
  const free = afterQuestion(scene);
  const asks = burst.text.includes('?') || beginsAsQuestion(burst.text) || asksBack(burst.text);
  if (!c || isYes(burst.text) || asks) return null;
  if (pick?.value === 'place:other') return askPlace(free, c, []);
  if (pick) return movedTo(free, c, chosenPlace(scene, pick));
  if (isNo(burst.text) || declines(burst.text)) {
    return { state: free.state, replies: [replyOf(say(scene, 'fine'))] };
  }
  const told = retold(scene, [withoutOrders(burst.text)]);
  // `Es en calle 5`, of a place whose street alone is another.
  const put = placePutRight(told, c);
  if (put && burst.text !== '') return movedTo(free, c, put);
  const found = placeFrom(scene, null, told.burst.text);
  if (found && 'choices' in found) return askPlace(free, c, found.choices);
  return found ? movedTo(free, c, found.place) : null;
}

/** `Peatonal de la Central. Solo cambie el nombre`: an order says nothing of where. */
function withoutOrders(text: string): string {
  const told = sentences(text).filter(sentence => !ORDERS.test(plainWords(sentence)));
  return told.length > 0 ? told.join(' ') : text;
}

const ORDERS =
  /^(?:(?:y|pero|solo|solamente|nada mas|por favor|just|only|please) )*(?:cambi|corrij|correg|arregl|actualic|change|correct|fix)\w* (?:(?:solo|el|la|los|las|ese|eso|lo|mi|the|my|only) )*\w+$/;

/** A case filed without a place gets the one that is told right after it: `en Panamá`. Null: it has one, or more is told. */
export function placeAdded(scene: Scene, c: Case): Move | null {
  const place = c.place === null && isOpen(c) ? onlyPlace(scene, newDraft(scene.facts.now)) : null;
  return place && movedTo(scene, c, place);
}

/** A case at another place, with the body that the rule gives it there, and said so. */
export function movedTo(scene: Scene, c: Case, place: Place): Move {
  const { catalogue, state } = scene;
  const holder = isByRule(scene, c) ? ruledHolder(scene, c, place) : null;
  const change = correctPlace(c, { place, holder, at: scene.facts.now });
  const agency = change.case.holder && agencyName(catalogue, change.case.holder, state.language);
  const words = say(scene, 'follow.moved', { number: c.number, place: placeText(scene, place) });
  return changed(scene, change, lines(words, agency ? say(scene, 'follow.moved_agency', { agency }) : null));
}

/** Has a case the body that the rule gives it? A body they chose, or that took the place of a refused one, keeps it. */
function isByRule(scene: Scene, c: Case): boolean {
  const ruled = ruledHolder(scene, c, c.place);
  return ruled === null || c.holder === null || ruled.agencyId === c.holder.agencyId;
}

/** The body that the rule gives a case at a place; null: it gives none. */
export function ruledHolder(scene: Scene, { serviceId, kind }: Case, place: Place | null): Holder | null {
  const service = serviceId === null ? undefined : scene.catalogue.services.get(serviceId);
  const routing = service && scene.route(service, place, kind);
  return routing && 'holder' in routing ? routing.holder : null;
}
