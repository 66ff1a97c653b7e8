import type { Reply } from '../channels/channel.ts';
import type { Conversation } from '../storage/store.ts';
import { alwaysOpen, costsNothing, isRecorded, languagesAsked, otherTongue } from './about-desk.ts';
import { care } from './advice.ts';
import { afresh } from './afresh.ts';
import { alarm, wakeAtOf, withoutOldDraft } from './alarm.ts';
import { animalInstead, withAnimal } from './animal.ts';
import { answers } from './answers.ts';
import { asTold } from './as-told.ts';
import { askedOfAnswer, toldBesideAnswer } from './asked-of-answer.ts';
import { askedOfDesk } from './asked-of-desk.ts';
import { askedFurther } from './asked-on.ts';
import { whoLearns } from './asks-who-learns.ts';
import { withoutChance } from './chance.ts';
import { commands, inEnglishIfWished } from './commands.ts';
import type { Awaits, StepName } from './conversation.ts';
import { askedStill, early, unasked } from './crossing.ts';
import { dangerDenied } from './danger-denied.ts';
import { withJoined } from './danger-joined.ts';
import { dangerGoesOn, numbersAgain, warnedAtFiling, warnedAtHandOver } from './danger-told.ts';
import { elsewhere } from './elsewhere.ts';
import { afterDanger, cannotCall, emergency } from './emergency.ts';
import { caredFor } from './fallen-ill.ts';
import { aboutPin } from './filed/about-pin.ts';
import { askedOnward } from './filed/asked-onward.ts';
import { likelyOfCase, surelyOfCase } from './filed/case-by-act.ts';
import { filedOtherwise } from './filed/filed-otherwise.ts';
import { followUp, sameAgain } from './filed/follow-up.ts';
import { followedLater } from './filed/followed-later.ts';
import {
  aboutJustFiled,
  addsNothing,
  asksForFiles,
  numberAgain,
  ofUnjoined,
  sameAsFiled,
} from './filed/just-filed.ts';
import { newsOfCase } from './filed/news-of-case.ts';
import { nothingNew } from './filed/nothing-new.ts';
import { praiseReaches } from './filed/praise-reaches.ts';
import { caseList, namedCase, ownCases } from './filed/status.ts';
import { onlyAsks, whether } from './further-questions.ts';
import { helpCame } from './help-came.ts';
import { ifNoted } from './if-noted.ts';
import { ifSent } from './if-sent.ts';
import { information } from './information.ts';
import { notOurs } from './intake/offers.ts';
import { newReport } from './intake/report.ts';
import { reserveAsked } from './intake/reserve.ts';
import { anotherMatter } from './intake/several/further.ts';
import { introduced, withFileNews } from './introduction.ts';
import { keptBeside } from './kept-beside.ts';
import { inLanguage, otherLanguage } from './language.ts';
import { broughtBack, leaving } from './leave.ts';
import { notUnderstood } from './lost.ts';
import { lostPaper } from './lost-paper.ts';
import { minorBegins, withMinor } from './minor.ts';
import { myData } from './my-data.ts';
import { noMoreMessages } from './no-more-messages.ts';
import { notAnswered, strayQuestion } from './no-report.ts';
import { ofRecord } from './of-record.ts';
import { ofTold } from './of-told.ts';
import { optOut, resumed } from './opt-out.ts';
import { otherAddress, proves } from './other-address.ts';
import { backWithMore, wantsPerson, withBot, withPerson } from './person.ts';
import { personTakenBack } from './person-taken-back.ts';
import { puzzled } from './puzzled.ts';
import { pendingQuestion, questionAgain, stepOf } from './questions.ts';
import { rumour } from './rumour.ts';
import {
  afterQuestion,
  isEmpty,
  led,
  type Move,
  type Scene,
  sceneOf,
  type Topic,
  withState,
} from './scene.ts';
import { badMood, endedWell, smallTalk, trivia, wrongNumber } from './small-talk.ts';
import { takenOut } from './taken-out.ts';
import { asThanks, besideThanks } from './thanks.ts';
import type { Facts, Stimulus, Turn } from './turn.ts';
import { vanished } from './vanished.ts';
import { warned } from './warned.ts';

/** A life goes before everything, in every state, and whoever has the talk: that is why this is first. */
const DANGER: readonly Topic[] = [
  emergency,
  animalInstead,
  cannotCall,
  numbersAgain,
  dangerGoesOn,
  dangerDenied,
  minorBegins,
];

/** A person who has the talk, or was promised for it, is not talked over by anything below; only danger is. */
const PERSON: readonly Topic[] = [withPerson];

/**
 * What is said in set words means the same in every state, and must work whatever is asked just then. That help came goes
 * first, as it belongs to a danger; a code goes before whatever else six digits could mean.
 */
const COMMANDS: readonly Topic[] = [
  helpCame,
  personTakenBack,
  proves,
  commands,
  ifSent,
  askedOfDesk,
  ofRecord,
  takenOut,
  myData,
  noMoreMessages,
  otherAddress,
  caseList,
];

/**
 * What is asked or said otherwise of what was filed, or left, a moment ago. It goes before a new matter, which the same
 * words would begin, and after the commands, which may name a case too.
 */
const OF_FILED: readonly Topic[] = [
  followedLater,
  numberAgain,
  addsNothing,
  nothingNew,
  praiseReaches,
  aboutPin,
  sameAsFiled,
  ofUnjoined,
  asksForFiles,
  filedOtherwise,
  broughtBack,
];

/** Questions about the desk itself: answered in a line, and what is open is asked on; so no answer is read into them. */
const OF_THE_DESK: readonly Topic[] = [
  care,
  ifNoted,
  costsNothing,
  alwaysOpen,
  isRecorded,
  languagesAsked,
  otherTongue,
  whoLearns,
  notAnswered,
];

/**
 * Who wants another thing than to answer: a person, only to ask, to leave, to vent. Before what is awaited, or `mejor no` and
 * an insult were an answer; who asks for a person while leaving is given one.
 */
const LEAVING: readonly Topic[] = [wantsPerson, onlyAsks, leaving, badMood];

/**
 * The answer to what is awaited. What was written before it was asked, or names a case, or whose report the catalogue no longer
 * serves, is no answer; who did not understand has none yet.
 */
const AWAITED: readonly Topic[] = [early, namedCase, vanished, puzzled, answers];

/** The order of the desk, up to what the talk waits for: the first topic that takes a scene has it. */
const FIRST: readonly Topic[] = [
  ...DANGER,
  ...PERSON,
  ...COMMANDS,
  ...OF_FILED,
  ...OF_THE_DESK,
  ...LEAVING,
  ...AWAITED,
];

/** Words that belong to what went before, and would be read as a matter of their own by those below. */
const GOING_ON: readonly Topic[] = [
  endedWell,
  ofTold,
  afterDanger,
  askedOnward,
  anotherMatter,
  rumour,
  whether,
];

/** What means a case they have: a second report of the same would only split it. News of it goes first, whatever it sounds like. */
const OF_A_CASE: readonly Topic[] = [newsOfCase, ownCases, surelyOfCase, followUp, sameAgain];

/**
 * What is asked of no office, of what was just filed, or on of what was just answered. After the cases, where it may be meant;
 * before a new report, which a question that sounds like a service is not.
 */
const ASKED: readonly Topic[] = [
  trivia,
  wrongNumber,
  aboutJustFiled,
  toldBesideAnswer,
  lostPaper,
  askedFurther,
  askedOfAnswer,
  strayQuestion,
  likelyOfCase,
];

/** What is new. A matter before a question, as a matter is told in questions too; what is nobody's comes last. */
const NEW: readonly Topic[] = [newReport, information, notOurs, smallTalk];

/** The same for what answers nothing. */
const THEN: readonly Topic[] = [...GOING_ON, ...OF_A_CASE, ...ASKED, ...NEW];

/**
 * What happened in a talk, and what follows: the new state, the replies, the cases. Pure: the same conversation,
 * stimulus and facts give the same turn. Never throws for anything a citizen can send.
 */
export function advance(conversation: Conversation, stimulus: Stimulus, facts: Facts): Turn {
  const scene = sceneOf(conversation, stimulus, facts);
  const move = 'wake' in stimulus ? afresh(scene, alarm(scene)) : hear(scene, stimulus);
  return turnOf(scene, withQuestion(scene, move));
}

function hear(heard: Scene, stimulus: Exclude<Stimulus, { wake: true }>): Move {
  const back = resumed(heard, stimulus.messages);
  if (back) {
    const move = answer(back);
    return { ...move, set: { optedOut: false, ...move.set } };
  }
  return optOut(heard, stimulus.messages) ?? elsewhere(heard, stimulus.messages) ?? answer(heard);
}

/** How words are heard before a topic looks at them, one after the other. */
const HEARD_AS: readonly ((scene: Scene) => Scene)[] = [
  ...[asTold, withoutChance, withoutOldDraft, withoutLostCase],
  ...[withJoined, withAnimal, withMinor, asThanks, besideThanks],
];

function answer(heard: Scene): Move {
  if (isEmpty(heard.burst)) return { state: heard.state, replies: [], silence: 'nothing_said' };
  const language = otherLanguage(heard);
  const told = inEnglishIfWished(language === null ? heard : inLanguage(heard, language));
  const back = backWithMore(told);
  const scene = HEARD_AS.reduce((own, heardAs) => heardAs(own), back ?? told);
  const decided = keptBeside(scene, askedStill(scene, decide(unasked(scene))));
  const move = back
    ? { ...decided, set: { ...withBot(heard.conversation), review: true, ...decided.set } }
    : decided;
  const decided = reserveAsked(scene, keptBeside(scene, askedStill(scene, decide(unasked(scene)))));
  const move = back ? { ...decided, set: { ...WITH_BOT, ...decided.set } } : decided;
  return introduced(scene, afresh(scene, withFileNews(scene, withQuestion(scene, move))));
}

function decide(scene: Scene): Move {
  const move = firstOf(FIRST, scene);
  if (move) return warned(scene, warnedAtHandOver(scene, warnedAtFiling(scene, move)));
  const free = letGo(scene);
  return warned(scene, caredFor(free, firstOf(THEN, free) ?? notUnderstood(free)));
}

/** A question about a case that is no longer theirs here (erased, moved) can have no answer. */
function withoutLostCase(scene: Scene): Scene {
  const number = scene.state.awaits?.caseNumber;
  const isLost = number !== undefined && !scene.facts.cases.some(c => c.number === number);
  return isLost ? afterQuestion(scene) : scene;
}

function firstOf(topics: readonly Topic[], scene: Scene): Move | null {
  for (const topic of topics) {
    const move = topic(scene);
    if (move !== null) return move;
  }
  return null;
}

/** Questions that stay open though the citizen speaks of something else. */
const LASTING: readonly StepName[] = ['solved', 'answer'];

/** Who speaks of something else has left the question: a later "sí" must not answer it. */
function letGo(scene: Scene): Scene {
  const { awaits, later } = scene.state;
  if (awaits === null || LASTING.includes(stepOf(awaits))) return scene;
  const held = stepOf(awaits) === 'split' ? (awaits.held?.lines ?? []) : [];
  return withState(scene, { awaits: awaits.before ?? null, later: [...held, ...later] });
}

/** What the talk waits for is asked at the end of whatever is said, unless it just was. */
function withQuestion(scene: Scene, move: Move): Move {
  const { state, replies, silence, quiet } = move;
  const last = replies.at(-1);
  const { mode, optedOut } = { ...scene.conversation, ...move.set };
  if (state.awaits === null || silence || quiet || mode !== 'bot' || optedOut) return move;
  const now = withState(scene, state);
  const isWhole = move.whole || last?.class !== 'reply';
  const asked = (): Reply | null => (isWhole ? pendingQuestion(now) : questionAgain(scene, now));
  const question = last && isAsked(last, state.awaits) ? null : asked();
  if (question === null) return move;
  if (last?.class !== 'reply') return { ...move, replies: [...replies, question] };
  const { caseNumber = question.caseNumber } = last;
  const joined: Reply = { ...led(last, question), ...(caseNumber ? { caseNumber } : {}) };
  return { ...move, replies: [...replies.slice(0, -1), joined] };
}

function isAsked({ asks }: Reply, awaits: Awaits): boolean {
  return asks === awaits.ask;
}

function turnOf(scene: Scene, { state, replies, set = {}, cases = [], erase, proof, silence }: Move): Turn {
  const { mode, optedOut } = { ...scene.conversation, ...set };
  const wakeAt = mode === 'bot' ? wakeAtOf(state, scene, !optedOut) : null;
  return {
    ...{ state, replies, cases, set: { wakeAt, ...set } },
    ...(erase ? { erase } : {}),
    ...(proof ? { proof } : {}),
    silence: replies.length === 0 ? (silence ?? 'nothing_said') : null,
  };
}
