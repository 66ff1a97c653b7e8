import type { Case } from '../cases/case.ts';
import { isOpen } from '../cases/lifecycle.ts';
import { addToCase, confirmSolved, rateCase, reopenCase, withdrawCase } from '../cases/steps.ts';
import { plainWords } from '../catalogue/words.ts';
import type { Choice } from '../channels/channel.ts';
import { chosen, isNo, isYes, marksIn } from './chosen.ts';
import type { Awaits } from './conversation.ts';
import { awaiting, pendingQuestion } from './questions.ts';
import { choiceOf, type Move, replyOf, type Scene, say, type View, withState } from './scene.ts';

/** Yes and no, as choices. */
export function yesAndNo(view: View): Choice[] {
  return [choiceOf(view, 'choice.yes', 'yes'), choiceOf(view, 'choice.no', 'no')];
}

/** The marks a citizen may give. */
export function marks(view: View): Choice[] {
  return ([1, 2, 3, 4, 5] as const).map(mark => choiceOf(view, `choice.mark_${mark}`, String(mark)));
}

/** Asks whether a case is solved, because its citizen seems to say so. */
export function askSolved(scene: Scene, c: Case): Move {
  const next = withState(scene, {
    awaits: awaiting('solved', yesAndNo(scene), { caseNumber: c.number }),
    lost: 0,
  });
  const question = pendingQuestion(next);
  return { state: next.state, replies: question ? [question] : [] };
}

function caseOf(scene: Scene, awaits: Awaits): Case | null {
  return scene.facts.cases.find(({ number }) => number === awaits.caseNumber) ?? null;
}

/** Closes, marks, and asks the next thing in one reply. */
function went(
  scene: Scene,
  change: NonNullable<Move['cases']>[number],
  sentence: ReturnType<typeof say>,
  awaits: Awaits | null,
): Move {
  const next = withState(scene, { awaits, lost: 0 });
  const { number } = change.case;
  const question = pendingQuestion(next);
  const said = replyOf(sentence, { caseNumber: number });
  const reply = question
    ? {
        ...question,
        text: `${sentence.text}\n${question.text}`,
        short: `${sentence.short ?? sentence.text}\n${question.short ?? question.text}`,
      }
    : said;
  return { state: next.state, cases: [change], replies: [{ ...reply, caseNumber: number }] };
}

/** Was it solved? Yes closes it and asks for marks; no opens it again, a level higher. */
export function answerSolved(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  if (!c) return null;
  const { text, files } = scene.burst;
  const pick = chosen(awaits.choices, scene.burst)?.value;
  const plain = plainWords(text);
  const no =
    pick === 'no' || isNo(text) || /^(no|not|nop|todavia|aun|falso|mentira|sigue|siguen)\b/.test(plain);
  if (no) return notSolved(scene, c);
  const yes = pick === 'yes' || isYes(text) || /^(si|yes|ya|quedo|listo|gracias)\b/.test(plain);
  if (!yes || files.length > 0) return null;
  const change = confirmSolved(c, { at: scene.facts.now, by: 'citizen' });
  const next = awaiting('rating', marks(scene), { caseNumber: c.number });
  return went(scene, change, say(scene, 'solution.closed', { number: c.number }), next);
}

function notSolved(scene: Scene, c: Case): Move {
  const { text, choice } = scene.burst;
  const cause = choice === null && plainWords(text).split(' ').length > 2 ? text : null;
  const change = reopenCase(c, { cause, at: scene.facts.now }, scene.catalogue.centre);
  const ended = !isOpen(c);
  const sentence = say(scene, ended ? 'solution.reopened' : 'solution.still_open', { number: c.number });
  return went(
    scene,
    change,
    sentence,
    cause === null ? awaiting('missing', [], { caseNumber: c.number }) : null,
  );
}

/** What is missing of a reopened case. */
export function answerMissing(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  const { text, files } = scene.burst;
  if (!c || (text === '' && files.length === 0)) return null;
  if (isNo(text))
    return { state: withState(scene, { awaits: null }).state, replies: [replyOf(say(scene, 'fine'))] };
  const change = addToCase(c, { text: text || null, attachments: files, at: scene.facts.now, by: 'citizen' });
  return went(scene, change, say(scene, 'follow.added', { number: c.number }), null);
}

/** Marks from 1 to 5; low ones are asked for their cause. */
export function answerRating(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  const { burst, facts } = scene;
  const pick = chosen(awaits.choices, burst)?.value;
  const given = pick ? { rating: Number(pick), cause: null } : marksIn(burst.text);
  if (!c || !given) return declined(scene);
  const change = rateCase(c, { ...given, at: facts.now });
  if (given.rating <= 2 && given.cause === null) {
    return went(
      scene,
      change,
      say(scene, 'solution.rated_low'),
      awaiting('cause', [], { caseNumber: c.number }),
    );
  }
  return went(scene, change, say(scene, 'solution.rated'), null);
}

function declined(scene: Scene): Move | null {
  if (!isNo(scene.burst.text)) return null;
  return { state: withState(scene, { awaits: null }).state, replies: [replyOf(say(scene, 'fine'))] };
}

/** Why the marks were low. */
export function answerCause(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  const { text } = scene.burst;
  if (!c || text === '') return null;
  if (isNo(text)) return declined(scene);
  const change = rateCase(c, { rating: c.rating ?? 1, cause: text, at: scene.facts.now });
  return went(scene, change, say(scene, 'solution.rated'), null);
}

/** Take the case back? */
export function answerWithdraw(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  const pick = chosen(awaits.choices, scene.burst)?.value;
  if (!c || pick === undefined) return null;
  if (pick === 'no')
    return { state: withState(scene, { awaits: null }).state, replies: [replyOf(say(scene, 'fine'))] };
  return went(
    scene,
    withdrawCase(c, { at: scene.facts.now }),
    say(scene, 'follow.withdrawn', { number: c.number }),
    null,
  );
}
