import type { Reply } from '../channels/channel.ts';
import type { Conversation } from '../storage/store.ts';
import { goesOnWithFiled } from './acts.ts';
import { afresh } from './afresh.ts';
import { alarm, wakeAtOf, withoutOldDraft } from './alarm.ts';
import { asTold } from './as-told.ts';
import { stillTold } from './asked/of-told.ts';
import { inEnglishIfWished } from './commands.ts';
import type { Awaits, StepName } from './conversation.ts';
import { introduced, withFileNews } from './courtesy/introduction.ts';
import { withSympathy } from './courtesy/sympathy.ts';
import { asThanks, besideThanks } from './courtesy/thanks.ts';
import { askedStill, markSummary, unasked } from './crossing.ts';
import { withBot } from './danger/after-danger.ts';
import { withAnimal } from './danger/animal.ts';
import { withoutDeniedDanger } from './danger/asks-beside-denial.ts';
import { withNumbersAsked } from './danger/call-now.ts';
import { calmed } from './danger/calmed.ts';
import { withoutChance } from './danger/chance.ts';
import { caredAmid, caredFor } from './danger/fallen-ill.ts';
import { withoutHelp } from './danger/help-beside.ts';
import { withJoined } from './danger/joined.ts';
import { withMinor } from './danger/minor.ts';
import { withRoofTonight } from './danger/no-roof.ts';
import { withThing } from './danger/thing-enters.ts';
import { warnedAtFiling, warnedAtHandOver } from './danger/told.ts';
import { warned } from './danger/warned.ts';
import { elsewhere } from './elsewhere.ts';
import { caseByPin } from './filed/by-pin.ts';
import { keptInCase } from './filed/kept-in-case.ts';
import { withBillNamed } from './intake/bill-named.ts';
import { withoutDeniedServices } from './intake/denied-services.ts';
import { reserveAsked } from './intake/reserve.ts';
import { withOfferEnded } from './intake/several/offer-of-danger.ts';
import { keptBeside } from './kept-beside.ts';
import { inLanguage, otherLanguage } from './language.ts';
import { notUnderstood } from './lost.ts';
import { backWithMore } from './person/with-person.ts';
import { pendingQuestion, questionAgain, stepOf } from './questions.ts';
import { optOut, resumed } from './rights/opt-out.ts';
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
import { FIRST, THEN } from './topics.ts';
import type { Facts, Stimulus, Turn } from './turn.ts';

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
  ...[asTold, withoutChance, withoutOldDraft, withoutLostCase, withBillNamed, withoutDeniedServices],
  ...[
    withOfferEnded,
    withJoined,
    withoutDeniedDanger,
    withAnimal,
    withThing,
    withMinor,
    withoutHelp,
    asThanks,
    besideThanks,
  ],
];

function answer(heard: Scene): Move {
  if (isEmpty(heard.burst)) return { state: heard.state, replies: [], silence: 'nothing_said' };
  const language = otherLanguage(heard);
  const told = inEnglishIfWished(language === null ? heard : inLanguage(heard, language));
  const back = backWithMore(told);
  const heardSo = HEARD_AS.reduce((own, heardAs) => heardAs(own), back ?? told);
  const scene = { ...heardSo, whole: heardSo.burst.text };
  const numbered = withRoofTonight(scene, withNumbersAsked(scene, calmed(told, decide(unasked(scene)))));
  const kept = keptInCase(scene, keptBeside(scene, askedStill(scene, numbered)));
  const decided = stillTold(scene, reserveAsked(scene, kept));
  const move = back
    ? { ...decided, set: { ...withBot(heard.conversation), review: true, ...decided.set } }
    : decided;
  const asked = withSympathy(scene, withQuestion(scene, move));
  return introduced(scene, afresh(scene, withFileNews(scene, asked)));
}

function decide(scene: Scene): Move {
  const move = firstOf(FIRST, scene);
  if (move) return warned(scene, warnedAtHandOver(scene, warnedAtFiling(scene, caredAmid(scene, move))));
  const free = letGo(scene);
  return warned(scene, caredFor(free, firstOf(THEN, free) ?? notUnderstood(free)));
}

/** A question about a case that is no longer theirs here (erased, moved) can have no answer. */
function withoutLostCase(scene: Scene): Scene {
  const number = scene.state.awaits?.caseNumber;
  const isOwn = scene.facts.cases.some(c => c.number === number);
  const isLost = number !== undefined && !isOwn && caseByPin(scene, number) === null;
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
  // A question about the case between is no answer to whether another one is opened.
  if (stepOf(awaits) === 'split' && goesOnWithFiled(scene)) return scene;
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

/** Which case was spoken of stays known for the next message. */
function withShown({ state, replies }: Move): Move['state'] {
  const number = replies.findLast(({ caseNumber }) => caseNumber !== undefined)?.caseNumber;
  return number === undefined ? state : { ...state, shown: number };
}

function turnOf(scene: Scene, move: Move): Turn {
  const { replies, set = {}, cases = [], erase, proof, silence } = move;
  const state = withShown({ ...move, state: markSummary(scene, move) });
  const { mode, optedOut } = { ...scene.conversation, ...set };
  const wakeAt = mode === 'bot' ? wakeAtOf(state, scene, !optedOut) : null;
  return {
    ...{ state, replies, cases, set: { wakeAt, ...set } },
    ...(erase ? { erase } : {}),
    ...(proof ? { proof } : {}),
    silence: replies.length === 0 ? (silence ?? 'nothing_said') : null,
  };
}
