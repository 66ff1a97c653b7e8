import type { Place, Privacy } from '../../cases/case.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import { plainWords } from '../../catalogue/words.ts';
import type { Draft } from '../conversation.ts';
import { isAnotherMatter } from '../likeness.ts';
import { missed } from '../lost.ts';
import { type Move, type Scene, say, withState } from '../scene.ts';
import { absorb, bareKind, declaredKind, touched } from './absorb.ts';
import { notAnonymous } from './aside.ts';
import { withoutDenied } from './denied.ts';
import { askFor, proceed, showSummary } from './flow.ts';
import { holderOfDraft, isPrecise, needsPlace, sureService } from './guess.ts';
import { linesOfMatter, saysFurther } from './matter.ts';
import { liesIn, surePlace } from './namesakes.ts';
import { mendedContact } from './personal.ts';
import { privacyIn, wishesHidden } from './privacy.ts';
import { withDoors } from './spots.ts';
import type { Field } from './summary.ts';
import { placeFrom, placeInstead, placeWords, withoutPlace } from './where.ts';

/** What is summed up already is not taken for something else on less than this. */
const CLEAR = 0.5;

const FIELDS: [Field, RegExp][] = [
  ['place', /\b(lugar|direccion|ubicacion|sitio|barrio|sector|donde|place|address|location)\b/],
  ['kind', /\b(tipo|clase|kind|type)\b/],
  ['privacy', /\b(reserva|privacidad|anonim\w+|confidencial\w*|privacy)\b/],
  ['agency', /\b(asunto|tema|servicio|entidad|institucion|matter|subject|service|agency)\b/],
];
const WRONG =
  /\b(cambi\w*|corregi\w*|corrij\w*|modific\w*|editar|mal|equivocad\w*|incorrect\w*|errone\w*|otro|otra|no es|change|wrong|fix)\b/;

/** The field a short text wants changed, without saying what to: `el lugar está mal`. */
export function fieldIn(text: string): Field | null {
  const plain = plainWords(text);
  const words = plain.split(' ').length;
  const isWrong = WRONG.test(plain);
  if (words > 7 || (words > 2 && !isWrong)) return null;
  const field = FIELDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  // "Sin reserva" says already how it should be.
  return field === 'privacy' && !isWrong ? null : field;
}

const LEADS_CORRECTION =
  /^\s*(no|nop|perd[oó]n|disculpe|sorry|corrijo|me equivoqu[eé]|quise decir|actually)\b[\s,.;:]*/iu;
const CORRECTS =
  /^(no|nop|es|era|fue|son|perdon|disculpe|me equivoque|quise decir|corrijo|lo que pasa|it is|its|sorry)\b/;

/** A correction in words changes one field; another matter waits its turn; anything else is added to what they told. */
export function mendInWords(scene: Scene, draft: Draft): Move {
  const { burst } = scene;
  const plain = plainWords(burst.text);
  const { services } = scene.facts.reading;
  const isClear = (services[0]?.p ?? 0) >= CLEAR;
  const service = isClear ? sureService(scene, services, draft.place) : null;
  // What names a place corrects the place, whatever its other words sound like.
  const names = scene.facts.reading.places.length > 0;
  const another = service && service.id !== draft.serviceId ? service : null;
  const isFurther =
    saysFurther(burst.text) ||
    (!CORRECTS.test(plain) && isFarOff(scene, draft)) ||
    goesWrongToo(scene, draft, another);
  const moved = placeInstead(scene) === null ? null : mendedPlace(scene, draft);
  if (moved) return proceedMended(scene, moved, 'corrected');
  if (another && isFurther) return keptForLater(scene, draft);
  if (!names && namesOnly(scene, draft)) return saidAgain(scene, draft);
  const mended =
    mendedContact(scene, draft) ??
    mendedPrivacy(scene, draft) ??
    mendedKind(scene, draft) ??
    mendedPlace(scene, draft) ??
    (CORRECTS.test(plain) && !names && another ? mendedService(scene, draft, another.id) : null) ??
    mendedHolder(scene, draft) ??
    (service ? null : detailedPlace(scene, draft));
  if (mended)
    return proceedMended(scene, mended, draft.place === null && mended.place ? 'noted_place' : 'corrected');
  const filled = withoutDenied(absorb(draft, scene), plain);
  const isTold = another === null && saysNothingNew(scene, draft);
  if (filled.description.length > draft.description.length && !isTold)
    return showSummary(scene, filled, say(scene, another === null ? 'added' : 'added_other'));
  if (isTold || isAlreadySo(scene, draft)) return saidAgain(scene, draft);
  return whichPlace(scene, draft) ?? missed(scene, draft);
}

/** `En Pedregal`, of which there are several, where no place was known: it is asked which. */
function whichPlace(scene: Scene, draft: Draft): Move | null {
  const { burst, facts } = scene;
  if (draft.place !== null || facts.reading.places.length === 0) return null;
  const found = placeFrom(scene, null, burst.text);
  const isOpen = found !== null && 'choices' in found;
  return isOpen ? askFor(scene, touched(scene, draft), { ask: 'place', among: found.choices }) : null;
}

/** `Y ahora tampoco hay luz`: what another body answers for, put beside what was told. */
function goesWrongToo(scene: Scene, draft: Draft, another: Service | null): boolean {
  if (another === null || !BESIDE.test(plainWords(scene.burst.text))) return false;
  const routing = scene.route(another, draft.place);
  return !('holder' in routing) || routing.holder.agencyId !== holderOfDraft(scene, draft)?.holder.agencyId;
}

const BESIDE =
  /^(y |ni |pero )?(ahora )?(tampoco|ni)\b|^(y|and) (ahora |encima |now )?(no|se fue|hay|there)\b/;

/** Do they only name what the summary says: how it is kept, its kind, its place? */
function isAlreadySo(scene: Scene, draft: Draft): boolean {
  const { text } = scene.burst;
  if (DENIES.test(text)) return false;
  const kind = declaredKind(text) ?? bareKind(text);
  return (
    possiblePrivacy(scene) === (draft.privacy ?? undefined) ||
    (kind !== null && kind === draft.kind) ||
    isSamePlace(scene, draft)
  );
}

const DENIES = /^\s*(no|nop|not)\b/iu;

/** It stays as it is; who cannot be anonymous here is told why. */
function saidAgain(scene: Scene, draft: Draft): Move {
  const wished = privacyIn(plainWords(scene.burst.text));
  const cannot = wished === 'anonymous' && draft.privacy !== 'anonymous';
  return showSummary(scene, touched(scene, draft), cannot ? notAnonymous(scene) : say(scene, 'already_so'));
}

/** Nothing but a few words of what was told, or of the service the summary names. */
function saysNothingNew(scene: Scene, draft: Draft): boolean {
  const { catalogue, burst } = scene;
  const service = draft.serviceId === null ? undefined : catalogue.services.get(draft.serviceId);
  const names = [service?.name.es, service?.name.en];
  const known = new Set(plainWords([...draft.description, ...names].join(' ')).split(' '));
  const said = plainWords(burst.text);
  // "No hay luz" once more is no denial.
  if (DENIES.test(said) && !plainWords(draft.description.join(' ')).includes(said)) return false;
  const words = said.split(' ');
  return said !== '' && words.length <= MOST_AGAIN && words.every(word => known.has(word));
}

/** As few words say again what the summary says; more tell it again, and are kept. */
const MOST_AGAIN = 6;

/** `Es de ENSA`, `con reserva`: the body the summary names, or how it is kept. */
function namesOnly(scene: Scene, draft: Draft): boolean {
  const { text } = scene.burst;
  if (plainWords(text).split(' ').length > MOST_NAMING || DENIES.test(text)) return false;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const privacy = possiblePrivacy(scene);
  return (held !== undefined && agencyIn(scene) === held) || (privacy !== null && privacy === draft.privacy);
}

const MOST_NAMING = 3;

/** The place that is known, or an area around it, in a few words. */
function isSamePlace({ burst, facts }: Scene, { place }: Draft): boolean {
  const said = plainWords(placeWords(burst.text));
  if (place === null || said.length < 3 || said.split(' ').length > MOST_PLACE_WORDS) return false;
  const [best] = facts.reading.places;
  return plainWords(place.text).includes(said) || (best !== undefined && liesIn(place.code, [best.code]));
}

/** Do they speak at length of what another body answers for? */
function isFarOff(scene: Scene, draft: Draft): boolean {
  const holder = holderOfDraft(scene, draft)?.holder ?? null;
  return isAnotherMatter(scene, { serviceId: draft.serviceId, place: draft.place, holder });
}

/** A kind that changed to denuncia brings its question about privacy with it. */
function proceedMended(scene: Scene, mended: Draft, done: 'noted_place' | 'corrected'): Move {
  const own = touched(scene, mended);
  const asksPrivacy = own.kind === 'denuncia' && own.privacy === null;
  return asksPrivacy ? proceed(scene, own) : showSummary(scene, own, say(scene, done));
}

function keptForLater(scene: Scene, draft: Draft): Move {
  const own = withState(scene, { later: [...scene.state.later, scene.burst.text] });
  return showSummary(own, touched(scene, draft), say(scene, 'two_matters'));
}

/** "Con reserva", "sin reserva, con mis datos", said to the summary. */
function mendedPrivacy(scene: Scene, draft: Draft): Draft | null {
  const privacy = possiblePrivacy(scene);
  return privacy && privacy !== draft.privacy ? { ...draft, privacy } : null;
}

/** How few words wish it to be kept, as far as that is possible here. */
function possiblePrivacy({ burst, facts }: Scene): Privacy | null {
  const plain = plainWords(burst.text);
  const isShort = plain.split(' ').length <= MOST_PRIVACY_WORDS;
  const wished = isShort ? privacyIn(plain) : wishesHidden(plain) ? 'confidential' : null;
  return wished === 'anonymous' && !facts.channel.capabilities.anonymous ? 'confidential' : wished;
}

const MOST_PRIVACY_WORDS = 5;

const DETAIL =
  /\b(calle|avenida|vereda|casa|edificio|apartamento|apto|torre|bloque|etapa|piso|sector|manzana|lote|poste|km|kilometro|frente|diagonal|detras|al lado|cerca de|entre|esquina|house|street|near)\b/;

/** "Hay niños pequeños en la casa" is told of those who live there, not of where. */
const TELLS_WHO =
  /^(y |ademas )?(aqui |alli |ahi )?(hay|tengo|tenemos|somos|vivo con|vivimos|viven?|llevo|llevamos|there (is|are)|i have|we (have|are))\b/;

/** "La calle es la 5, casa azul": more of the place that is known. */
function detailedPlace({ burst }: Scene, draft: Draft): Draft | null {
  const plain = plainWords(burst.text);
  const isDetail =
    DETAIL.test(plain) && !TELLS_WHO.test(plain) && plain.split(' ').length <= MOST_DETAIL_WORDS;
  if (draft.place === null || !isDetail) return null;
  const detail = placeWords(burst.text).replace(/^(es|queda|son|it is)\s+/iu, '');
  const isKnown = plainWords(draft.place.text).includes(plainWords(detail));
  const text = withDoors(draft.place.text, detail).slice(0, 300);
  if (isKnown || text === draft.place.text) return null;
  return { ...draft, place: { ...draft.place, text }, reasons: withoutPlace(draft) };
}

function mendedKind({ burst }: Scene, draft: Draft): Draft | null {
  const kind = declaredKind(burst.text) ?? bareKind(burst.text);
  return kind && kind !== draft.kind ? { ...draft, kind } : null;
}

const MOST_PLACE_WORDS = 12;
/** Where exactly is told at greater length. */
const MOST_DETAIL_WORDS = 20;

function mendedPlace(scene: Scene, draft: Draft): Draft | null {
  const { burst, facts } = scene;
  const lacks = draft.place === null && needsPlace(scene, draft);
  const short = plainWords(burst.text).split(' ').length <= MOST_PLACE_WORDS;
  const names = facts.reading.places.length > 0;
  if (!names && !(lacks && short)) return null;
  const found = placeFrom(scene, null, burst.text);
  if (found === null || !('place' in found)) return null;
  const place = placeNamedIn(scene, draft, found.place);
  if (place.code === null && !lacks) return null;
  // The area alone of a place that is known says nothing new.
  const isWider =
    place.code !== null && place.code !== draft.place?.code && liesIn(draft.place?.code, [place.code]);
  if (isWider && !LEADS_CORRECTION.test(burst.text)) return null;
  const isSame =
    place.code === draft.place?.code && plainWords(draft.place?.text ?? '').includes(plainWords(place.text));
  if (isSame) return null;
  const more = short ? [] : linesOfMatter(burst.lines, facts.reading);
  const description = [...draft.description, ...notOfPlace(draft), ...more];
  return { ...draft, place, reasons: withoutPlace(draft), description };
}

/** What stood for a place that nobody found, and was none: `vende las bolsas de comida`. It was said of the matter. */
function notOfPlace({ place, description }: Draft): string[] {
  if (place === null || place.code !== null) return [];
  return plainWords(place.text).split(' ').length > 2 && !description.includes(place.text)
    ? [place.text]
    : [];
}

/** `la chorrera`, told to a barriada that was taken for one elsewhere: the one of that name there, known or not. */
function placeNamedIn({ facts, burst }: Scene, { place: before }: Draft, area: Place): Place {
  if (before === null || area.code === null || area.code.length > 4 || isPrecise(area)) return area;
  const words = `${before.text}, ${area.text}`;
  const there = surePlace(facts.read(words).places);
  if (there !== null && there.code !== area.code && liesIn(there.code, [area.code]))
    return { ...there, text: words };
  const isArea = [before.corregimiento, before.district, before.province].some(
    name => plainWords(name ?? '') === plainWords(before.text),
  );
  return isArea || LEADS_CORRECTION.test(burst.text) ? area : { ...area, text: words };
}

function mendedService({ burst, facts }: Scene, draft: Draft, serviceId: string): Draft {
  const description = [...draft.description, ...burst.lines];
  return { ...draft, serviceId, agencyId: null, reasons: facts.reading.reasons, description };
}

/** "Mi recibo es de ENSA": the body they name takes the place of the one the rule gave. */
function mendedHolder(scene: Scene, draft: Draft): Draft | null {
  const named = agencyIn(scene);
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const short = plainWords(scene.burst.text).split(' ').length <= MOST_PLACE_WORDS;
  if (named === null || named === held || !short) return null;
  return {
    ...draft,
    agencyId: named,
    reasons: [],
    description: [...draft.description, ...scene.burst.lines],
  };
}

/** The body whose short name stands in the text. */
function agencyIn({ catalogue, burst }: Scene): string | null {
  const said = ` ${plainWords(burst.text)} `;
  const named = [...catalogue.agencies.values()].filter(({ acronym }) =>
    said.includes(` ${plainWords(acronym)} `),
  );
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}
