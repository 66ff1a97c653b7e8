import type { EmergencyCategory } from '../../catalogue/catalogue.ts';
import type { Reply } from '../../channels/channel.ts';
import type { Danger } from '../../nlu/classifier.ts';
import { SURE_DANGER } from '../../nlu/danger.ts';
import { agreesToOffer, toldBefore } from '../asked/offer-agreed.ts';
import { toldMeanwhile } from '../asked/told-meanwhile.ts';
import type { ConversationState, Draft } from '../conversation.ts';
import { added } from '../filed/case-steps.ts';
import { absorb } from '../intake/absorb.ts';
import { withPrivacy } from '../intake/aside.ts';
import { proceed } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { tellsMatter } from '../intake/matter.ts';
import { answerOffer, isOfSufferer } from '../intake/offers.ts';
import { answerPlace } from '../intake/place/answer-place.ts';
import { toldWhere } from '../intake/place/told-where.ts';
import { privacySaid } from '../intake/privacy.ts';
import { refusedBody } from '../intake/refused-body.ts';
import { yesAndMore } from '../intake/yes-and-more.ts';
import { toPerson } from '../person/person.ts';
import { awaiting, pendingQuestion, stepOf } from '../questions.ts';
import {
  interrupting,
  led,
  lines,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  yesAndNo,
} from '../scene.ts';
import { besideOrder } from '../words/clear-order.ts';
import { besideYes, orderInLastClause } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { isYes } from '../words/yes-no.ts';
import { categoryFor, categoryTold, isAfterDanger, NEAR_MS } from './after-danger.ts';
import { isApart, withDanger } from './apart.ts';
import { dangerOfLines } from './brief-lines.ts';
import { dangerBesideDenial, deniesDanger } from './denied.ts';
import { firstReply } from './late-reply.ts';
import { minorWords } from './minor.ts';
import { CANNOT_CALL, numbersReply, otherWay, toErase } from './numbers.ts';
import {
  asksWhatIsNoted,
  categoryMeant,
  isOfCase,
  isOfTrade,
  isOver,
  tellsNoDanger,
  tellsNothingWorse,
} from './of-what.ts';
import { isVeiled } from './veiled.ts';
import { withWhereBeside } from './where-beside.ts';

/**
 * Danger in any state: the numbers first, nothing promised. What was being talked about stays as it was and is asked
 * again; a danger that is also a matter for a body (a fallen line) may be reported too.
 */
export const emergency: Topic = scene => {
  const heard = dangerIn(scene);
  if (!heard || isOnlyWarned(scene, heard) || isToldOn(scene, heard)) return null;
  const category = agreesToOffer(scene) ? (toldBefore(scene) ?? heard) : ofTheSame(scene, heard);
  const numbers = firstReply(scene, category);
  const { mode } = scene.conversation;
  if (mode === 'waiting') return { state: toldMeanwhile(scene), replies: [numbers] };
  if (mode !== 'bot') return { state: scene.state, replies: [numbers] };
  // A person should look, whatever becomes of the talk.
  const move = goOn(scene, category, numbers);
  const reason = category.distress ? 'distress' : 'danger';
  const state = { ...move.state, danger: rememberedOf(scene, category) };
  return { ...move, state, set: { review: true, reason, since: scene.facts.now, ...move.set } };
};

/** The danger to ask for later; one of no sure kind is none that goes before what is known. */
export function rememberedOf({ state }: Scene, { id, general }: EmergencyCategory): string {
  return general ? (state.danger ?? id) : id;
}

/** Of who suffers, what only sounds like another danger is the one they told: `viene en la noche` needs no ambulance. */
function ofTheSame(scene: Scene, heard: EmergencyCategory): EmergencyCategory {
  const isGuessed = heard.personal !== true && scene.facts.reading.emergency?.guessed === true;
  const before = isAfterDanger(scene) ? categoryTold(scene) : undefined;
  return before?.personal && isGuessed ? before : heard;
}

/** Who suffers was just told the numbers, and tells on of the same: they are heard out. */
function isToldOn(scene: Scene, { id, general }: EmergencyCategory): boolean {
  const { awaits } = scene.state;
  if (awaits === null || stepOf(awaits) !== 'offer' || !isAfterDanger(scene) || !isOfSufferer(scene, awaits))
    return false;
  const before = (awaits.held?.lines ?? []).map(line => scene.facts.read(line).emergency?.category);
  return general === true || before.includes(id);
}

/**
 * A danger that the words only may mean: the numbers are told as well, and the talk goes on with what the words say
 * otherwise. Null: there is none, or a sure one.
 */
export function faintDanger(scene: Scene): { category: EmergencyCategory; numbers: Reply } | null {
  const category = dangerIn(scene);
  return category && isOnlyWarned(scene, category)
    ? { category, numbers: numbersReply(scene, category) }
    : null;
}

function isOnlyWarned(scene: Scene, category: EmergencyCategory): boolean {
  return isFaint(scene, category) && !isApart(scene, category) && !isVeiled(scene, category);
}

/** The danger that the words surely or likely tell, which is not over, denied or only asked about; undefined: none. */
export function dangerIn(scene: Scene): EmergencyCategory | undefined {
  const { facts, catalogue } = scene;
  const beside = dangerBesideDenial(scene);
  const isDenied = beside !== undefined && (isAfterDanger(scene) || scene.conversation.mode === 'waiting');
  const danger = isDenied ? beside : facts.reading.emergency;
  if (danger === null || agreesToSummary(scene, danger) || asksWhatIsNoted(scene) || isOfTrade(scene, danger))
    return undefined;
  const heard = catalogue.emergencies.get(categoryMeant(scene, danger));
  // Who says that nobody is in danger is believed, where none is told besides; who suffers keeps the numbers near.
  const isOfSelf = heard?.distress === true || heard?.personal === true;
  if (!isOfSelf && beside === null && deniesDanger(scene.burst.text)) return undefined;
  if (heard && danger.guessed === true && tellsNoDanger(scene, danger, heard)) return undefined;
  if (heard && (tellsNothingWorse(scene, danger, heard) || isOver(scene, heard))) return undefined;
  return categoryFor(scene, heard);
}

/** `Sí, manden a alguien rápido`, to a summary, agrees to it and tells nothing. */
function agreesToSummary({ burst, facts, state: { awaits } }: Scene, { guessed }: Danger): boolean {
  if (awaits === null || stepOf(awaits) !== 'confirm') return false;
  if (isYes(burst.text)) return true;
  const beside = besideOrder(burst.text)?.told;
  const isOrder = orderInLastClause(burst.text) !== null || beside !== undefined;
  return guessed === true && isOrder && (!beside || facts.read(beside).emergency === null);
}

function isFaint({ facts: { reading }, conversation }: Scene, { general }: EmergencyCategory): boolean {
  const { emergency: danger, flags, intent } = reading;
  // Who despairs and names no danger gets the numbers, and a person.
  const isDespair = general === true && danger?.guessed === true && flags.includes('distress');
  const isUnsure = (intent !== 'emergency' && (danger?.p ?? 0) < SURE_DANGER) || isDespair;
  return isUnsure && conversation.mode === 'bot' && !conversation.optedOut;
}

/** Who was told numbers and cannot call is told another way, whoever has the talk but a person. */
export const cannotCall: Topic = scene => {
  const { conversation, burst, state, facts } = scene;
  const { mode, reason, since } = conversation;
  const isNear = facts.now.getTime() - Number(since) < NEAR_MS;
  const isOne = reason !== null && ['danger', 'distress'].includes(reason) && mode !== 'person' && isNear;
  if (!isOne || burst.choice !== null || !CANNOT_CALL.test(plainWords(burst.text))) return null;
  // The numbers that are told now say the other way with them.
  if (dangerIn(scene)) return { state, replies: [] };
  return { state, replies: [replyOf(lines(otherWay(scene, reason === 'distress'), toErase(scene)))] };
};

function goOn(scene: Scene, category: EmergencyCategory, numbers: Reply): Move {
  const { draft } = scene.state;
  if (category.distress) return listened(scene, category, numbers);
  if (scene.conversation.optedOut) return { state: scene.state, replies: [numbers], quiet: true };
  const refused = draft && refusedBody(scene, draft);
  if (refused) return { ...refused, replies: [numbers, ...refused.replies] };
  if (draft !== null && isOfDraft(scene, draft, category)) return takeDown(scene, draft, numbers);
  const step = scene.state.awaits && stepOf(scene.state.awaits);
  const tells = tellsMatter(scene.burst.text, scene.facts.reading);
  // What seemed nobody's matter is not insisted on beside a danger.
  const placed = draft && step === 'place' ? placedBeside(scene, draft, category) : null;
  if (placed) {
    const [first, ...rest] = placed.replies;
    const after = first ? [led(say(scene, 'emergency.go_on'), first), ...rest] : rest;
    return { ...placed, replies: [numbers, ...after] };
  }
  // What is told with a yes is sent with it: the numbers take nothing from the report.
  const isAgreed = draft !== null && step === 'confirm' && category.personal !== true;
  const sent = isAgreed && besideYes(scene.burst.text) !== null ? yesAndMore(scene, draft) : null;
  if (sent) return { ...sent, replies: [numbers, ...sent.replies] };
  const kept = withWhereBeside(scene);
  const question = step === 'insist' && tells ? null : pendingQuestion(kept);
  const { awaits } = scene.state;
  const agreed = awaits && agreesToOffer(scene) ? answerOffer(scene, awaits) : null;
  if (agreed) return { ...agreed, replies: [numbers, ...agreed.replies] };
  if (question) {
    const isOffer = step === 'offer';
    const lead = isOffer ? null : say(scene, 'emergency.go_on');
    const state = withDanger(kept, category);
    // A child that tells what is done to it is asked about no lift in the same breath.
    if (minorWords(scene, category) !== null) return { state, replies: [numbers], quiet: true };
    return { state, replies: [numbers, led(lead, question)] };
  }
  const filed = tells ? scene.facts.cases.find(c => isOfCase(scene, c, category)) : undefined;
  if (filed) {
    const move = added(scene, filed);
    return { ...move, replies: [numbers, ...move.replies] };
  }
  return tells ? offerReport(scene, numbers) : { state: scene.state, replies: [numbers] };
}

/** Where it is, told with a danger in answer to that question: not lost, and what suffers is not written into a report of light. */
function placedBeside(scene: Scene, draft: Draft, { personal }: EmergencyCategory): Move | null {
  const { awaits } = scene.state;
  const { where } = toldWhere(scene, scene.burst.text);
  if (awaits === null || where.length === 0) return null;
  const own = personal ? retold(scene, [where.join(', ')]) : scene;
  return answerPlace(own, draft, awaits);
}

/** The numbers; who says it again in spite of them is not left to a machine. */
function listened(scene: Scene, { id }: EmergencyCategory, numbers: Reply): Move {
  const { conversation, state } = scene;
  const isAgain = conversation.reason === 'distress' && scene.facts.reading.emergency?.category === id;
  if (isAgain && !conversation.optedOut) {
    const person = toPerson(scene, 'distress');
    return { ...person, replies: [numbers, ...person.replies], set: { ...person.set, review: true } };
  }
  const next = untilTheyWish(scene, state.draft);
  return {
    state: { ...next, later: [...next.later, ...matterBeside(scene)] },
    replies: [numbers],
    quiet: true,
  };
}

/** What was told beside it is not lost, should they say that they only spoke so. */
function matterBeside({ state, burst, facts }: Scene): string[] {
  const isTold = state.draft === null && (facts.reading.services[0]?.p ?? 0) >= MATTER;
  return isTold ? burst.lines : [];
}

/**
 * Words soon after a danger that was asked nothing of, and of no matter that an office could see to: `perdón por molestar`.
 * They are not asked which service it is; a person hears them.
 */
export const afterDanger: Topic = scene => {
  const { state, facts, burst } = scene;
  const isFree = state.draft === null && state.awaits === null && burst.text !== '';
  const { intent, services, places } = facts.reading;
  const isTold = intent === 'report' || intent === 'out_of_scope';
  const isMatter = places.length > 0 || (services[0]?.p ?? 0) >= MATTER;
  return isAfterDanger(scene, ['distress']) && isFree && isTold && !isMatter
    ? toPerson(scene, 'distress')
    : null;
};

const MATTER = 0.5;

/** Nobody who thinks of dying is asked about a pipe: not in the same breath, and later only whether to go on. */
function untilTheyWish(scene: Scene, draft: Draft | null): ConversationState {
  if (draft === null) return scene.state;
  const choices = yesAndNo(scene, 'resume', 'choice.resume', 'choice.new_report');
  const { state } = interrupting(scene, awaiting('resume', choices));
  return { ...state, draft: { ...draft, nudged: true } };
}

/** Does what was said of the danger belong to the report that is being taken down? */
function isOfDraft(scene: Scene, draft: Draft, { report }: EmergencyCategory): boolean {
  const { facts, state, burst } = scene;
  // `Se prendió el cable`, of the transformer that hums: the body must read it.
  if (report !== null && report === draft.serviceId && !isYes(burst.text)) return true;
  if (dangerOfLines(scene, [...draft.description, ...burst.lines])) return true;
  if (!tellsMatter(burst.text, facts.reading)) return false;
  const step = state.awaits && stepOf(state.awaits);
  // What they are asked for is what they tell, however dangerous: asked again, they could only say it again.
  if (step === 'description' || step === 'agency') return true;
  const service = sureService(scene, facts.reading.services, null);
  return service !== null && service.id === draft.serviceId;
}

/** The numbers, and what was told beside them put into the report that is open. */
export function takeDown(scene: Scene, draft: Draft, numbers: Reply): Move {
  const step = scene.state.awaits && stepOf(scene.state.awaits);
  const kept = step === 'privacy' ? privacySaid(scene.burst.text) : null;
  const own = kept === null ? draft : withPrivacy(scene, draft, kept);
  const move = proceed(scene, named(scene, absorb(own, scene)), say(scene, 'emergency.go_on'));
  return { ...move, replies: [numbers, ...move.replies] };
}

/** `Es abuso sexual, cámbiele eso`, or word by word `poste`, `chispas`: the report is of what such a danger is reported as. */
function named(scene: Scene, draft: Draft): Draft {
  const report = dangerIn(scene)?.report ?? null;
  const isWorded = draft.summarised && NAMES.test(plainWords(scene.burst.text));
  const isNamed = isWorded || (!draft.summarised && dangerOfLines(scene, draft.description) !== null);
  return isNamed && report !== null ? { ...draft, serviceId: report, agencyId: null, reasons: [] } : draft;
}

const NAMES =
  /\b(es|fue|era|son) (un |una )?(caso de )?(abuso|violacion|maltrato|violencia|acoso) ?(sexual|infantil)?\b.*\b(cambi\w+|corrij\w+|no (es )?(acoso|bullying|eso))\b|\b(cambi\w+|corrij\w+)\b.*\b(abuso|violacion|maltrato)\b/;

/** The same words can be filed when the danger is over; nothing is until they say so. */
function offerReport(scene: Scene, numbers: Reply): Move {
  const { lines, files } = scene.burst;
  const choices = yesAndNo(scene, 'offer', 'choice.report', 'choice.no_report');
  const { state } = interrupting(scene, awaiting('offer', choices, { held: { lines, files } }));
  return { state, replies: [numbers] };
}
