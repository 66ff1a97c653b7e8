import { chosen } from './chosen.ts';
import type { Awaits, Draft, StepName } from './conversation.ts';
import { answerCase, answerDuplicate, answered } from './follow-up.ts';
import {
  type Answer,
  answerAgency,
  answerContact,
  answerDescription,
  answerKind,
  answerPlace,
  answerPrivacy,
} from './intake/answers.ts';
import { answerConfirm, answerFix } from './intake/confirm.ts';
import { led } from './intake/flow.ts';
import { tellsMatter } from './intake/matter.ts';
import { answerInsist, answerResume, answerSplit, askResume } from './intake/report.ts';
import { missed } from './lost.ts';
import { answerErase } from './my-data.ts';
import { pendingQuestion, stepOf } from './questions.ts';
import { isEmpty, type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';
import { answerCause, answerMissing, answerRating, answerSolved, answerWithdraw } from './solution.ts';

/** The steps of a report; each takes whatever comes. */
const OF_DRAFT: Partial<Record<StepName, Answer>> = {
  ...{ kind: answerKind, agency: answerAgency, place: answerPlace, description: answerDescription },
  ...{ contact: answerContact, privacy: answerPrivacy, confirm: answerConfirm, fix: answerFix },
};

/** The other steps; null leaves the words to the topics after. */
const OF_TALK: Partial<Record<StepName, (scene: Scene, awaits: Awaits) => Move | null>> = {
  ...{
    case: answerCase,
    duplicate: answerDuplicate,
    split: answerSplit,
    resume: answerResume,
    insist: answerInsist,
  },
  ...{ solved: answerSolved, rating: answerRating, missing: answerMissing, cause: answerCause },
  ...{ answer: answerQuestionOf, erase: answerErase, withdraw: answerWithdraw },
};

/** What the talk waits for: read as the answer, whatever words it comes in. */
export const answers: Topic = scene => {
  const { awaits, draft } = scene.state;
  if (awaits === null || isEmpty(scene.burst)) return null;
  if (isStaleTap(scene, awaits)) return staleTap(scene);
  const step = stepOf(awaits);
  const ofDraft = draft === null ? undefined : OF_DRAFT[step];
  if (draft !== null && ofDraft) return answerDraft(scene, draft, awaits, ofDraft);
  const move = OF_TALK[step]?.(scene, awaits) ?? null;
  return move ?? otherwise(scene);
};

function answerDraft(scene: Scene, draft: Draft, awaits: Awaits, answer: Answer): Move {
  if (isInterrupted(scene, draft, awaits)) return askResume(scene);
  const { intent } = scene.facts.reading;
  const isCourtesy =
    (intent === 'greeting' || intent === 'thanks') && chosen(awaits.choices, scene.burst) === null;
  if (isCourtesy && scene.burst.files.length === 0) return courtesy(scene);
  return answer(scene, draft, awaits);
}

const STALE_MS = 6 * 3_600_000;

/** Hours later, words that tell another matter do not answer the old question. */
function isInterrupted({ facts, burst }: Scene, draft: Draft, { choices, ask }: Awaits): boolean {
  if (facts.now.getTime() - Date.parse(draft.touchedAt) < STALE_MS) return false;
  if (burst.text === '' || chosen(choices, burst) !== null || ask === 'place') return false;
  const { intent, services } = facts.reading;
  const another = intent === 'report' && services.length > 0 && services[0]?.id !== draft.serviceId;
  return draft.description.length > 0 && (another || intent === 'greeting');
}

function courtesy(scene: Scene): Move {
  const question = pendingQuestion(scene);
  const key = scene.facts.reading.intent === 'thanks' ? 'thanks_go_on' : 'greeting_go_on';
  return {
    state: scene.state,
    replies: [question ? led(say(scene, key), question) : replyOf(say(scene, key))],
  };
}

/** A button of an older message. */
function isStaleTap({ burst }: Scene, { choices }: Awaits): boolean {
  return burst.choice !== null && burst.text === '' && !choices.some(({ value }) => value === burst.choice);
}

function staleTap(scene: Scene): Move {
  const question = pendingQuestion(scene);
  const lead = say(scene, 'stale_choice');
  return { state: scene.state, replies: [question ? led(lead, question) : replyOf(lead)] };
}

function answerQuestionOf(scene: Scene, awaits: Awaits): Move | null {
  const c = scene.facts.cases.find(({ number }) => number === awaits.caseNumber);
  return c ? answered(withState(scene, { awaits: null }), c) : null;
}

/** No answer: something else the citizen wants is left to its topic, the rest is asked once more. */
function otherwise(scene: Scene): Move | null {
  const { facts, burst } = scene;
  const wants = facts.reading.intent !== 'report' || tellsMatter(burst.text, facts.reading);
  return wants || burst.text === '' ? null : missed(scene, scene.state.draft);
}
