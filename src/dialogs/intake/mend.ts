import type { Privacy } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import { bodyNamed } from '../agency-words.ts';
import type { Draft } from '../conversation.ts';
import { isAnotherMatter, tellsSufferers } from '../likeness.ts';
import { missed } from '../lost.ts';
import { plainWords } from '../plain-words.ts';
import { type Move, type Scene, say, withState } from '../scene.ts';
import { absorb, bareKind, declaredKind, refined, touched } from './absorb.ts';
import { notAnonymous } from './aside.ts';
import { withoutDenied } from './denied.ts';
import { deniedBody, deniedMatter, statedMatter } from './denied-matter.ts';
import { proceed, showSummary } from './flow.ts';
import { saysApart } from './further.ts';
import { holderOfDraft, sureService } from './guess.ts';
import { saysFurther } from './matter.ts';
import { kindInstead, kindWished } from './mend-kind.ts';
import {
  detailedPlace,
  isCloserTold,
  isSamePlace,
  MOST_PLACE_WORDS,
  mendedPlace,
  whichPlace,
} from './mend-place.ts';
import { bodyInstead, bodyMeant } from './named-body.ts';
import { isTime } from './no-place.ts';
import { placeTakenBack } from './of-place.ts';
import { mendedContact } from './personal.ts';
import { privacyIn, privacySaid, privacyWished } from './privacy.ts';
import { placePutRight } from './put-right.ts';
import { tellsOfSame } from './same-matter.ts';
import type { Field } from './summary.ts';
import { isMention } from './supplier.ts';
import { placeInstead } from './where.ts';

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

const CORRECTS =
  /^(no(?! se\b)|nop|es|era|fue|son|perdon|disculpe|me equivoque|quise decir|corrijo|lo que pasa|it is|its|sorry)\b/;

/** A correction in words changes one field; another matter waits its turn; anything else is added to what they told. */
export function mendInWords(scene: Scene, draft: Draft): Move {
  const { burst } = scene;
  const plain = plainWords(burst.text);
  const { services } = scene.facts.reading;
  const isClear = (services[0]?.p ?? 0) >= CLEAR;
  const service = isClear ? sureService(scene, services, draft.place) : null;
  // What names a place corrects the place, whatever its other words sound like.
  const names = scene.facts.reading.places.length > 0;
  const isOther = service !== null && service.id !== draft.serviceId && !tellsSufferers(burst.text);
  const another = isOther ? service : null;
  const isSame = !saysFurther(burst.text) && tellsOfSame(burst.text, draft.description);
  const isFurther =
    !isSame &&
    (saysFurther(burst.text) ||
      (!CORRECTS.test(plain) && isFarOff(scene, draft)) ||
      goesWrongToo(scene, draft, another));
  const asKind = takenApart(scene, draft) ?? kindInstead(scene, draft, mendInWords);
  if (asKind) return asKind;
  const body = placeTakenBack(scene, draft) ?? deniedBody(scene, draft);
  if (body) return body;
  const toBody = bodyInstead(scene, draft);
  if (toBody) return proceedMended(scene, toBody, 'corrected');
  if (isHeldAlready(scene, draft)) return saidAgain(scene, draft);
  const isMoved = (placePutRight(scene, draft) ?? placeInstead(scene, draft)) !== null;
  const moved = isMoved ? mendedPlace(scene, draft, true) : null;
  if (moved) return proceedMended(scene, moved, 'corrected');
  const nearer = isCloserTold(scene, draft) ? detailedPlace(scene, draft) : null;
  if (nearer) return proceedMended(scene, nearer, 'corrected');
  const denied = deniedMatter(scene, draft) ?? statedMatter(scene, draft);
  if (denied) return denied;
  if (another && hasRefused(scene, draft, plain))
    return proceedMended(scene, mendedService(scene, draft, another.id), 'corrected');
  if (another && isSame) return showSummary(scene, withLines(scene, draft), say(scene, 'added'));
  if (another && isFurther && !isWhere(plain) && !ADDS.test(plain)) return keptForLater(scene, draft);
  if (!names && namesOnly(scene, draft)) return saidAgain(scene, draft);
  const mended =
    mendedContact(scene, draft) ??
    mendedPrivacy(scene, draft) ??
    mendedKind(scene, draft) ??
    mendedPlace(scene, draft) ??
    (CORRECTS.test(plain) && !names && another ? mendedService(scene, draft, another.id) : null) ??
    mendedHolder(scene, draft) ??
    (service ? null : detailedPlace(scene, draft));
  if (mended) {
    // `Es que me trataron mal en el MIDES de La Chorrera` tells more than where.
    const isTold = another !== null && mended.place !== draft.place;
    const own = isTold ? refined(mended, scene, scene.facts.combined) : mended;
    return proceedMended(scene, own, draft.place === null && mended.place ? 'noted_place' : 'corrected');
  }
  const filled = isTime(burst.text) ? withLines(scene, draft) : withoutDenied(absorb(draft, scene), plain);
  const isTold = another === null && saysNothingNew(scene, draft);
  if (filled.description.length > draft.description.length && !isTold)
    return another === null
      ? showSummary(scene, filled, say(scene, 'added'))
      : showSummary(scene, withLines(scene, draft), say(scene, 'added_other'));
  if (isTold || isAlreadySo(scene, draft)) return saidAgain(scene, draft);
  return whichPlace(scene, draft) ?? missed(scene, draft);
}

/** `Quiero una queja`, and only now what it is about. Null: something is told already, or nothing now. */
export function toldAtLast(scene: Scene, draft: Draft): Move | null {
  const { facts } = scene;
  const told = draft.description.join('\n');
  const isProposed = draft.kind !== null && isProposal(draft.kind);
  if (isProposed || draft.serviceId !== null || plainWords(told).split(' ').length > MOST_OPENING)
    return null;
  const isSure = (services: Ranked[]): boolean => sureService(scene, services, null) !== null;
  if (!isSure(facts.reading.services) || isSure(facts.read(told).services)) return null;
  return proceed(scene, absorb({ ...draft, agencyId: null }, scene, facts.reading));
}

const MOST_OPENING = 12;

/** `No, municipio de Antón`, where that is whom the summary names. */
function isHeldAlready(scene: Scene, draft: Draft): boolean {
  const meant = bodyMeant(scene, scene.burst.text, draft.place);
  const isShort = plainWords(scene.burst.text).split(' ').length <= MOST_AGAIN;
  return isShort && meant !== null && meant === holderOfDraft(scene, draft)?.holder.agencyId;
}

/** `Es otra queja aparte`, of what was added to the summary: it waits its turn. */
function takenApart(scene: Scene, draft: Draft): Move | null {
  const last = draft.description.at(-1);
  const isAdded = draft.description.length > (draft.understood?.words ?? draft.description.length);
  if (last === undefined || !isAdded || !saysApart(scene.burst.text)) return null;
  const own = withState(scene, { later: [...scene.state.later, last] });
  const description = draft.description.slice(0, -1);
  return showSummary(own, { ...touched(scene, draft), description }, say(scene, 'two_matters'));
}

const REFUSED =
  /\b(ya (fui|llame|reclame|hable|puse|me queje|les dije|estuve)|no procede|(me|nos) dijeron que no|(me|nos|lo) neg(o|aron)|rechaz\w+|no (me |nos )?(resolv|respond|contest)\w+|already (went|called|complained)|refused|rejected)\b/;

/** The body of the summary has heard of it already: another one is meant, `ya fui a Naturgy y no procede`. */
function hasRefused(scene: Scene, draft: Draft, plain: string): boolean {
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  return REFUSED.test(plain) && held !== undefined && namedIn(scene) === held;
}

/** `Y ahora tampoco hay luz`: what another body answers for, put beside what was told. */
function goesWrongToo(scene: Scene, draft: Draft, another: Service | null): boolean {
  if (another === null || !BESIDE.test(plainWords(scene.burst.text))) return false;
  // "Y no paga hace seis meses" goes on with what was told: read together, it means nothing else.
  const p = scene.facts.combined.services.find(({ id }) => id === another.id)?.p ?? 0;
  if (p < BESIDE_P) return false;
  const routing = scene.route(another, draft.place, draft.kind);
  return !('holder' in routing) || routing.holder.agencyId !== holderOfDraft(scene, draft)?.holder.agencyId;
}

const BESIDE_P = 0.15;
const BESIDE =
  /^(y |ni |pero )?(ahora )?(tampoco|ni)\b|^(y|and) (ahora |encima |now )?(no|se fue|hay|there)\b/;

const WHERE = /^(en|por|desde|cerca|frente|ante|detras|al lado|in|at|near)\b/;

/** `Sí, pero ponga que …`: more of the same. */
const ADDS =
  /^((si|yes|ok|bueno) )?((pero|but) )?(ponga|pongale|agregue|agreguele|anote|apunte|diga|add|put)\b/;

/** `En la DIJ de Ancón`: a place or a body, and nothing that happens there. */
function isWhere(plain: string): boolean {
  return WHERE.test(plain) && plain.split(' ').length <= MOST_AGAIN;
}

/** Do they only name what the summary says: how it is kept, its kind, its place? */
function isAlreadySo(scene: Scene, draft: Draft): boolean {
  const { text } = scene.burst;
  const kind = declaredKind(text) ?? bareKind(text);
  if (kind !== null && kind === draft.kind) return true;
  if (DENIES.test(text)) return false;
  return possiblePrivacy(scene) === (draft.privacy ?? undefined) || isSamePlace(scene, draft);
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
  return (held !== undefined && namedIn(scene) === held) || (privacy !== null && privacy === draft.privacy);
}

const MOST_NAMING = 3;

/** Do they speak at length of what another body answers for? */
function isFarOff(scene: Scene, draft: Draft): boolean {
  const holder = holderOfDraft(scene, draft)?.holder ?? null;
  return isAnotherMatter(scene, { ...draft, holder });
}

/** Since when: no matter by itself, and worth telling all the same. */
function withLines(scene: Scene, draft: Draft): Draft {
  return { ...touched(scene, draft), description: [...draft.description, ...scene.burst.lines] };
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
  // `No. Quiero que sepan quién soy` denies what the summary says, and not that they know.
  const plain = plainWords(burst.text.replace(/^\s*no+\s*[.,;!]+/iu, ''));
  const wished = privacyWished(plain, MOST_PRIVACY_WORDS) ?? privacySaid(burst.text);
  return wished === 'anonymous' && !facts.channel.capabilities.anonymous ? 'confidential' : wished;
}

const MOST_PRIVACY_WORDS = 5;

function mendedKind({ burst }: Scene, draft: Draft): Draft | null {
  const kind = kindWished(burst.text) ?? declaredKind(burst.text) ?? bareKind(burst.text);
  return kind && kind !== draft.kind ? { ...draft, kind } : null;
}

function mendedService({ burst, facts }: Scene, draft: Draft, serviceId: string): Draft {
  const description = [...draft.description, ...burst.lines];
  return { ...draft, serviceId, agencyId: null, reasons: facts.reading.reasons, description };
}

/** "Mi recibo es de ENSA": the body they name takes the place of the one the rule gave. */
function mendedHolder(scene: Scene, draft: Draft): Draft | null {
  const named = namedIn(scene);
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const short = plainWords(scene.burst.text).split(' ').length <= MOST_PLACE_WORDS;
  if (named === null || named === held || !short || isMention(plainWords(scene.burst.text))) return null;
  return {
    ...draft,
    agencyId: named,
    reasons: [],
    description: [...draft.description, ...scene.burst.lines],
  };
}

function namedIn({ catalogue, burst }: Scene): string | null {
  return bodyNamed(catalogue, burst.text)?.id ?? null;
}
