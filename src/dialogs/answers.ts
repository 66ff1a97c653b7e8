import { asksNothing, goesOnWithFiled, OF_FIELD, setsRight } from './acts.ts';
import { askedBetween, theirsAsked } from './asked/further-questions.ts';
import { answerProcedure } from './asked/information.ts';
import { saysUnanswered } from './asked/no-report.ts';
import type { Awaits, Draft, StepName } from './conversation.ts';
import { courtesy, isNod, mayBeCourtesy, nodded } from './courtesy/nods.ts';
import { toldWithThanks } from './courtesy/thanks.ts';
import { answerOfCase } from './filed/answer-of-case.ts';
import { answerCase, answerDuplicate } from './filed/follow-up.ts';
import { answerMoved } from './filed/moved.ts';
import { answerCause, answerMissing, answerRating, answerSolved, answerWithdraw } from './filed/solution.ts';
import { answerPrivacy } from './intake/answer-privacy.ts';
import {
  type Answer,
  answerAgency,
  answerContact,
  answerDescription,
  answerKind,
  answerWordless,
  onlyOne,
} from './intake/answers.ts';
import { privacyAside } from './intake/aside.ts';
import { askedAndTold } from './intake/asked-and-told.ts';
import { askedMidway } from './intake/asked-midway.ts';
import { bodyProposed } from './intake/body-proposed.ts';
import { answerReword, generallyAsked } from './intake/by-act.ts';
import { answerConfirm, answerFix } from './intake/confirm.ts';
import { deniedAside } from './intake/denied-aside.ts';
import { bodyDenied } from './intake/denied-body.ts';
import { editedWords } from './intake/edited-words.ts';
import { proceed, saying } from './intake/flow.ts';
import { sureService } from './intake/guess.ts';
import { hidingAsked } from './intake/hiding-asked.ts';
import { saysFurther, tellsMatter } from './intake/matter.ts';
import { bodyInstead } from './intake/named-body.ts';
import { ofField } from './intake/offered.ts';
import { answerAlso, answerInsist, answerOffer } from './intake/offers.ts';
import { othersName } from './intake/others-name.ts';
import { withPersonal } from './intake/personal.ts';
import { answerPlace } from './intake/place/answer-place.ts';
import { doorForgotten } from './intake/place/door-told.ts';
import { goesOn } from './intake/place/no-place.ts';
import { placeSetAlone } from './intake/place/place-instead.ts';
import { placeStated } from './intake/place/stated-place.ts';
import { saysWhere as tellsWhere } from './intake/place/told-where.ts';
import { correctsPlace, pinPlace } from './intake/place/where.ts';
import { refusedBody, refusedForOther } from './intake/refused-body.ts';
import { askResume } from './intake/report.ts';
import { answerReserve } from './intake/reserve.ts';
import { answerResume } from './intake/resumed.ts';
import { furtherAside, saysApart } from './intake/several/further.ts';
import { answerSplit } from './intake/several/split.ts';
import { titleDictated } from './intake/title-dictated.ts';
import { takenOutOfDraft } from './intake/wanted-out.ts';
import { asksOfWays } from './intake/ways-asked.ts';
import { whoeverIsRight } from './intake/whoever.ts';
import { wishesDone } from './intake/wished.ts';
import { answerLeave, sentAfterAll } from './leave.ts';
import { askedAgain, LET_BE, missed } from './lost.ts';
import { stepOf } from './questions.ts';
import { answerErase } from './rights/my-data.ts';
import { answerAddress } from './rights/other-address.ts';
import { afterQuestion, type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';
import { chosen } from './words/chosen.ts';
import { clauses } from './words/clauses.ts';
import { onlyThanks, ordersAtEnd, ordersFiling } from './words/consent.ts';
import { isOfPraise, LEAST_PRAISE } from './words/praise.ts';
import { isNo } from './words/yes-no.ts';

const ASKED_BESIDE: readonly StepName[] = ['place', 'kind', 'agency'];

/** `Eso es del municipio`, said while something else is asked: noted, and asked again what is still open. */
function namedBody(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  if (!ASKED_BESIDE.includes(stepOf(awaits)) || chosen(awaits.choices, scene.burst) !== null) return null;
  // `Es de la escuela`, asked which service it is, names a field of several.
  if (stepOf(awaits) === 'agency' && ofField(scene, null).length > 1) return null;
  const told = bodyInstead(scene, draft);
  if (told === null) return null;
  const isAnswered =
    stepOf(awaits) === 'agency' || (stepOf(awaits) === 'place' && told.place !== draft.place);
  return isAnswered
    ? proceed(scene, told, say(scene, 'noted'))
    : saying(scene, { draft: told, awaits }, say(scene, 'noted'));
}

/** The steps of a report; each takes whatever comes. */
const OF_DRAFT: Partial<Record<StepName, Answer>> = {
  kind: answerKind,
  agency: answerAgency,
  place: answerPlace,
  description: answerDescription,
  contact: answerContact,
  privacy: answerPrivacy,
  confirm: answerConfirm,
  fix: answerFix,
  reword: answerReword,
  reserve: answerReserve,
};

/** The other steps; null leaves the words to the topics after. */
const OF_TALK: Partial<Record<StepName, (scene: Scene, awaits: Awaits) => Move | null>> = {
  case: answerCase,
  duplicate: answerDuplicate,
  split: answerSplit,
  resume: answerResume,
  insist: answerInsist,
  procedure: answerProcedure,
  offer: answerOffer,
  also: answerAlso,
  solved: answerSolved,
  rating: answerRating,
  missing: answerMissing,
  cause: answerCause,
  answer: answerOfCase,
  moved: answerMoved,
  erase: answerErase,
  withdraw: answerWithdraw,
  leave: answerLeave,
  address: answerAddress,
};

/** What the talk waits for: read as the answer, whatever words it comes in. */
export const answers: Topic = scene => {
  const { awaits, draft } = scene.state;
  if (isStaleTap(scene)) return { state: scene.state, replies: [replyOf(say(scene, 'stale_choice'))] };
  if (awaits === null) return null;
  const step = stepOf(awaits);
  const ofDraft = draft === null ? undefined : OF_DRAFT[step];
  if (draft !== null && ofDraft) return answerDraft(scene, draft, awaits, ofDraft);
  const move = OF_TALK[step]?.(scene, awaits) ?? null;
  if (move) return move;
  if (step === 'resume' && scene.facts.reading.intent === 'thanks') return courtesy(scene);
  // No answer to what came between: it may be one to what was asked before.
  return awaits.before ? answers(afterQuestion(sentAfterAll(scene))) : otherwise(scene, step);
};

/** A button of an older message. */
function isStaleTap({ burst, state }: Scene): boolean {
  const offered = state.awaits?.choices ?? [];
  return burst.choice !== null && burst.text === '' && !offered.some(({ value }) => value === burst.choice);
}

function answerDraft(scene: Scene, draft: Draft, awaits: Awaits, answer: Answer): Move {
  const { burst, facts } = scene;
  if (burst.pinned && burst.pin === null && burst.text === '') {
    return { state: scene.state, replies: [replyOf(say(scene, 'pin_unknown'))] };
  }
  const isWordless = burst.text === '' && burst.choice === null && burst.pin === null;
  if (isWordless) return answerWordless(scene, draft, awaits);
  if (burst.text === '' && burst.choice === null) return answerByPin(scene, draft, awaits, answer);
  if (isInterrupted(scene, draft, awaits)) return askResume(scene);
  const isChoice = chosen(awaits.choices, burst) !== null;
  const hear = (own: Scene, kept: Draft): Move => answerDraft(own, kept, awaits, answer);
  const again = (own: Scene): Move => hear(own, draft);
  const right = isChoice
    ? null
    : (theirsAsked(scene, draft) ??
      doorForgotten(scene, draft) ??
      bodyProposed(scene, draft) ??
      bodyDenied(scene, draft, again));
  if (right) return right;
  if (!isChoice && wantsToGoOn(scene, draft, awaits)) return askedAgain(scene, draft);
  const { intent } = facts.reading;
  const isCourtesy =
    (intent === 'greeting' || intent === 'thanks') &&
    mayBeCourtesy(burst.text) &&
    !isChoice &&
    onlyOne(awaits, burst.text) === undefined &&
    !isNo(burst.text) &&
    !ordersAtEnd(burst.text) &&
    !clauses(burst.text).some(ordersFiling) &&
    !saysUnanswered(burst.text) &&
    !saysApart(burst.text) &&
    !saysWhere(scene, awaits) &&
    !praisesOn(scene, draft) &&
    burst.files.length === 0;
  const besides = isCourtesy ? toldWithThanks(scene) : null;
  if (besides) return answerDraft(besides, draft, awaits, answer);
  if (isCourtesy) return isNod(burst.text) ? nodded(scene, draft, awaits) : courtesy(scene);
  const both = isChoice ? null : (refusedForOther(scene, draft) ?? askedAndTold(scene, awaits, hear));
  if (both) return both;
  const edited = isChoice
    ? null
    : (titleDictated(scene, draft) ??
      editedWords(scene, draft) ??
      takenOutOfDraft(scene, draft, awaits, hear) ??
      placeSetAlone(scene, draft) ??
      placeStated(scene, draft));
  if (edited) return edited;
  const named = isChoice ? null : othersName(scene, draft, awaits);
  if (named) return named;
  const whoever = isChoice ? null : whoeverIsRight(scene, draft);
  if (whoever) return whoever;
  const unwanted = isChoice || saysFurther(burst.text) ? null : refusedBody(scene, draft);
  if (unwanted) return unwanted;
  const hidden = hidingAsked(scene, draft, awaits, hear);
  if (hidden) return hidden;
  const isOfField = setsRight(scene, OF_FIELD);
  const further = isOfField ? null : furtherAside(scene, draft, awaits, again);
  if (further) return further;
  const refused =
    burst.choice === null
      ? (refusedBody(scene, draft) ?? namedBody(scene, draft, awaits) ?? deniedAside(scene, draft, awaits))
      : null;
  if (refused) return refused;
  const isDescribed = stepOf(awaits) === 'description';
  const isOfWays = stepOf(awaits) === 'privacy' && asksOfWays(burst.text);
  const isTelling =
    isChoice || isOfField || isDescribed || isOfWays || asksNothing(scene) || wishesDone(scene, draft);
  const asked = isTelling
    ? null
    : (askedMidway(scene, draft, awaits) ?? askedBetween(scene) ?? generallyAsked(scene, draft));
  const aside = isChoice ? null : (personalAside(scene, draft, awaits) ?? privacyAside(scene, draft, awaits));
  const move = asked ?? aside ?? answer(scene, draft, awaits);
  return losesFiles(scene, move) ? answerWordless(scene, draft, awaits) : move;
}

/** Who they are and how to reach them, told while something else is asked. */
function personalAside(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  return ASIDE.includes(stepOf(awaits)) ? withPersonal(scene, draft) : null;
}

const ASIDE: readonly StepName[] = ['description', 'place', 'kind', 'agency', 'privacy'];

/** `Sigamos con lo del perro`: told before, and no answer to what is asked; nor is a place named with it. */
function wantsToGoOn(scene: Scene, { description }: Draft, awaits: Awaits): boolean {
  const { burst, facts } = scene;
  const isTelling = ['description', 'agency'].includes(stepOf(awaits)) || burst.pin !== null;
  if (isTelling || burst.files.length > 0 || !goesOn(burst.text, description)) return false;
  return facts.reading.places.length === 0 && !tellsWhere(scene, burst.text);
}

/** `Atendió a mi abuela muy bien ayer`, of praise that is being taken down: more of it, however much it sounds like thanks. */
function praisesOn({ burst }: Scene, draft: Draft): boolean {
  return isOfPraise(draft) && burst.text.split(/\s+/).length >= LEAST_PRAISE && !onlyThanks(burst.text);
}

/** Asked where it is they say it, and thank beside: `queda en Pedasí, gracias`. */
function saysWhere(scene: Scene, awaits: Awaits): boolean {
  const { burst, facts } = scene;
  if (stepOf(awaits) !== 'place' && !correctsPlace(burst.text)) return false;
  return facts.reading.places.length > 0 || tellsWhere(scene, burst.text);
}

/** Words below a photo that answer nothing say something of the photo: it is kept, and what was asked is asked again. */
function losesFiles({ burst }: Scene, { state, cases = [] }: Move): boolean {
  const kept = state.draft?.attachments ?? burst.files;
  return cases.length === 0 && burst.files.some(({ id }) => !kept.some(known => known.id === id));
}

/** A pin alone tells the place, whatever was asked. */
function answerByPin(scene: Scene, draft: Draft, awaits: Awaits, answer: Answer): Move {
  const step = stepOf(awaits);
  if (step === 'place' || step === 'confirm' || step === 'fix') return answer(scene, draft, awaits);
  const { state } = withState(scene, { draft: { ...draft, place: pinPlace(scene) ?? draft.place } });
  return { state, replies: [replyOf(say(scene, 'noted_place'))] };
}

const STALE_MS = 6 * 3_600_000;

/** Hours later, words that tell another matter do not answer the old question. */
function isInterrupted(scene: Scene, draft: Draft, { choices }: Awaits): boolean {
  const { facts, burst } = scene;
  if (facts.now.getTime() - Date.parse(draft.touchedAt) < STALE_MS || draft.description.length === 0)
    return false;
  if (chosen(choices, burst) !== null) return false;
  const { intent, services } = facts.reading;
  const service = intent === 'report' ? sureService(scene, services, null) : null;
  return intent === 'greeting' || (service !== null && service.id !== draft.serviceId);
}

/** Words that mean no service and no place: whether the other matter shall be opened is asked once more. */
function isMumbled({ facts: { reading } }: Scene): boolean {
  const isTold = reading.intent === 'report' || reading.intent === 'out_of_scope';
  return isTold && reading.places.length === 0 && (reading.services[0]?.p ?? 0) < TELLING;
}

const TELLING = 0.3;

/** No answer: something else the citizen wants is left to its topic, the rest is asked once more. */
function otherwise(scene: Scene, step: StepName): Move | null {
  const { facts, burst } = scene;
  const { intent } = facts.reading;
  const isLight = LET_BE.includes(step) && step !== 'rating';
  if (burst.text === '') return null;
  if (intent === 'thanks' || intent === 'greeting') return isLight ? null : courtesy(scene);
  const isNothing =
    intent === 'out_of_scope' || (intent === 'report' && !tellsMatter(burst.text, facts.reading));
  if (step === 'split' && isMumbled(scene) && !goesOnWithFiled(scene)) return missed(scene);
  const isMore = LET_BE.includes(step) && burst.text.split(/\s+/).length > 2;
  return isNothing && !isMore ? missed(scene) : null;
}
