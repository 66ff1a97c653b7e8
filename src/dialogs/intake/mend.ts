import type { Service } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import { isAnotherMatter, tellsSufferers } from '../likeness.ts';
import { missed } from '../lost.ts';
import { plainWords } from '../plain-words.ts';
import { type Move, retold, type Scene, say, withState } from '../scene.ts';
import { absorb, bareKind, declaredKind, refined, touched } from './absorb.ts';
import {
  isAlreadySo,
  isHeldAlready,
  MOST_AGAIN,
  namedIn,
  namesOnly,
  privacyNow,
  saidAgain,
  saysNothingNew,
} from './already-so.ts';
import { deniedBody, deniedMatter, matterInstead, statedMatter } from './denied-matter.ts';
import { proceed, showAdded, showSummary } from './flow.ts';
import { holderOfDraft, sureService } from './guess.ts';
import { saysFurther } from './matter.ts';
import { kindInstead, kindWished } from './mend-kind.ts';
import { bodyInstead } from './named-body.ts';
import { mendedContact } from './personal.ts';
import { withoutDenied, withoutDeniedArea } from './place/denied.ts';
import {
  detailedPlace,
  isCloserTold,
  MOST_PLACE_WORDS,
  mendedPlace,
  movedPlace,
  whichPlace,
} from './place/mend-place.ts';
import { isTime } from './place/no-place.ts';
import { numberPutRight } from './place/number-right.ts';
import { placeTakenBack } from './place/of-place.ts';
import { withoutAccount } from './place/place-clauses.ts';
import { placeInstead } from './place/place-instead.ts';
import { saysApart } from './several/further.ts';
import { behindFurther, keptForLater } from './several/kept-for-later.ts';
import { tellsOfSame } from './several/same-matter.ts';
import { isMention } from './supplier.ts';

/** What is summed up already is not taken for something else on less than this. */
const CLEAR = 0.5;

const CORRECTS =
  /^(no+(?! se\b)|nop|es|era|fue|son|perdon|disculpe|me equivoque|quise decir|corrijo|lo que pasa|it is|its|sorry)\b/;

/** What all the readings of words to a summary go by. */
interface Heard {
  plain: string;
  /** The service the words clearly tell. */
  service: Service | null;
  /** The same, where it is another one than the draft's. */
  another: Service | null;
  /** A place is named: it corrects the place, whatever the other words sound like. */
  names: boolean;
  /** They tell more of what was told before. */
  isSame: boolean;
}

/** How words to a summary are read; null: not so, the next reading has them. */
type Mend = (scene: Scene, draft: Draft, heard: Heard) => Move | null;

/** What they deny or set right themselves is meant so, and would be read below as one word more of the report. */
const OF_WHAT_IS_SAID: readonly Mend[] = [
  takenApart,
  (scene, draft) => kindInstead(scene, draft, mendInWords),
  placeTakenBack,
  deniedBody,
  matterInstead,
  (scene, draft) => corrected(scene, bodyInstead(scene, draft)),
  heldAlready,
];

/** A place put right or told closer, before the matters below: the name of a place sounds like many of them. */
const OF_PLACE: readonly Mend[] = [numberRight, placeMoved, placeNearer];

/** Which matter it is; one put beside the first waits its turn, before any field is taken from words about that. */
const OF_MATTER: readonly Mend[] = [deniedMatter, statedMatter, refusedBefore, sameAdded, furtherKept];

/** One field as it should be; what names only what the summary says already changes none. */
const OF_FIELDS: readonly Mend[] = [namedAgain, fieldMended];

/** What corrects nothing is added; only what adds nothing either is said again, or asked about. */
const OF_MORE: readonly Mend[] = [addedTo, saidBefore, whichPlace];

const MENDS: readonly Mend[] = [...OF_WHAT_IS_SAID, ...OF_PLACE, ...OF_MATTER, ...OF_FIELDS, ...OF_MORE];

/** A correction in words changes one field; another matter waits its turn; anything else is added to what they told. */
export function mendInWords(said: Scene, draft: Draft): Move {
  const place = placeInstead(said.burst.text);
  const scene = place === null ? said : retold(said, [`cambie el lugar a ${place}`]);
  const heard = heardIn(scene, draft);
  for (const mend of MENDS) {
    const move = mend(scene, draft, heard);
    if (move) return move;
  }
  return missed(scene, draft);
}

function heardIn(scene: Scene, draft: Draft): Heard {
  const { burst, facts } = scene;
  const told = behindFurther(withoutAccount(burst.text));
  const { services } = told === burst.text ? facts.reading : facts.read(told);
  const { places } = facts.reading;
  const isClear = (services[0]?.p ?? 0) >= CLEAR;
  const service = isClear ? sureService(scene, services, draft.place) : null;
  const isOther = service !== null && service.id !== draft.serviceId && !tellsSufferers(burst.text);
  return {
    plain: plainWords(burst.text),
    service,
    another: isOther ? service : null,
    names: places.length > 0,
    isSame: !saysFurther(burst.text) && tellsOfSame(burst.text, draft.description),
  };
}

function corrected(scene: Scene, mended: Draft | null): Move | null {
  return mended && proceedMended(scene, mended, 'corrected');
}

function heldAlready(scene: Scene, draft: Draft): Move | null {
  return isHeldAlready(scene, draft) ? saidAgain(scene, draft) : null;
}

function numberRight(scene: Scene, draft: Draft): Move | null {
  const place = draft.place && numberPutRight(scene.burst.text, draft.place);
  return corrected(scene, place && { ...draft, place });
}

function placeMoved(scene: Scene, draft: Draft): Move | null {
  return corrected(scene, movedPlace(scene, draft));
}

function placeNearer(scene: Scene, draft: Draft, { another }: Heard): Move | null {
  if (another !== null && saysFurther(scene.burst.text)) return null;
  return isCloserTold(scene, draft) ? corrected(scene, detailedPlace(scene, draft)) : null;
}

function refusedBefore(scene: Scene, draft: Draft, { another, plain }: Heard): Move | null {
  if (another === null || !hasRefused(scene, draft, plain)) return null;
  return corrected(scene, mendedService(scene, draft, another.id));
}

function sameAdded(scene: Scene, draft: Draft, { another, isSame }: Heard): Move | null {
  return another && isSame ? showAdded(scene, withLines(scene, draft)) : null;
}

function furtherKept(scene: Scene, draft: Draft, { another, isSame, plain }: Heard): Move | null {
  if (another === null || isSame || isWhere(plain) || ADDS.test(plain) || OF_SAME.test(plain)) return null;
  const isFurther =
    saysFurther(scene.burst.text) ||
    (!CORRECTS.test(plain) && isFarOff(scene, draft)) ||
    goesWrongToo(scene, draft, another);
  return isFurther ? keptForLater(scene, draft) : null;
}

function namedAgain(scene: Scene, draft: Draft, { names }: Heard): Move | null {
  return !names && namesOnly(scene, draft) ? saidAgain(scene, draft) : null;
}

function fieldMended(scene: Scene, draft: Draft, { service, another, names, plain }: Heard): Move | null {
  const kept = mendedPrivacy(scene, draft);
  const mended =
    mendedContact(scene, draft) ??
    (kept && (mendedPlace(scene, kept) ?? detailedPlace(scene, kept) ?? kept)) ??
    mendedKind(scene, draft) ??
    mendedPlace(scene, draft) ??
    (CORRECTS.test(plain) && !names && another ? mendedService(scene, draft, another.id) : null) ??
    mendedHolder(scene, draft) ??
    (service ? null : detailedPlace(scene, draft));
  if (!mended) return null;
  // `Es que me trataron mal en el MIDES de La Chorrera` tells more than where.
  const isTold = another !== null && mended.place !== draft.place;
  const own = isTold ? refined(mended, scene, scene.facts.combined) : mended;
  return proceedMended(scene, own, draft.place === null && mended.place ? 'noted_place' : 'corrected');
}

function addedTo(scene: Scene, draft: Draft, { another, plain }: Heard): Move | null {
  if (another === null && saysNothingNew(scene, draft)) return null;
  const isSince = isTime(scene.burst.text);
  const filled = isSince ? withLines(scene, draft) : withoutDenied(absorb(draft, scene), plain);
  if (filled.description.length <= draft.description.length) return null;
  return another === null
    ? showAdded(scene, filled)
    : showAdded(scene, withLines(scene, draft), say(scene, 'added_other'));
}

function saidBefore(scene: Scene, draft: Draft, { another }: Heard): Move | null {
  const isTold = another === null && saysNothingNew(scene, draft);
  return isTold || isAlreadySo(scene, draft) ? saidAgain(scene, draft) : null;
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

const BESIDE_P = 0.05;
const BESIDE =
  /^(y |ni |pero )?(ahora )?(tampoco|ni)\b|^(y|and) (ahora |encima |now )?(no|se fue|hay|there)\b/;

const WHERE = /^(en|por|desde|cerca|frente|ante|detras|al lado|in|at|near)\b/;

/** `Sí, pero ponga que …`: more of the same. */
const ADDS =
  /^((si|yes|ok|bueno) )?((pero|but) )?(ponga|pongale|agregue|agreguele|anote|apunte|diga|add|put)\b/;

/** `Pero eso es del mismo centro de salud`: whose it is, and no other matter. */
const OF_SAME =
  /\b(es|son|era|seria) (del|de la|en el|en la|el|la) mism[oa] (?!(problema|lio|cuento|historia)\b)/;

/** `En la DIJ de Ancón`: a place or a body, and nothing that happens there. */
function isWhere(plain: string): boolean {
  return WHERE.test(plain) && plain.split(' ').length <= MOST_AGAIN;
}

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
  const own = withoutDeniedArea(touched(scene, mended), scene.burst.text);
  const asksPrivacy = own.kind === 'denuncia' && own.privacy === null;
  return asksPrivacy ? proceed(scene, own) : showSummary(scene, own, say(scene, done));
}

/** "Con reserva", "sin reserva, con mis datos", said to the summary. */
function mendedPrivacy(scene: Scene, draft: Draft): Draft | null {
  const privacy = privacyNow(scene);
  return privacy && privacy !== draft.privacy ? { ...draft, privacy } : null;
}

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
  // `Ahí dice MINSA, eso está mal` wants any other.
  if (READS.test(plainWords(scene.burst.text))) return null;
  return {
    ...draft,
    agencyId: named,
    reasons: [],
    description: [...draft.description, ...scene.burst.lines],
  };
}

/** What only says which body it is not, or what stands there. */
const READS =
  /\b(ahi|alli|aqui|me) (dice|pone|sale|aparece)\b|\bit says\b|^(que |pero |ya |eso )*no (es|era|va|le toca) (del?|de la|al?|la|el|para)? ?\w+( \w+){0,3}$/;
