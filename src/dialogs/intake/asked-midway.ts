import type { Question } from '../../catalogue/act.ts';
import { questionIn, SURE_QUESTION, shareOf } from '../acts.ts';
import { answerOfReport } from '../asked/asked-in-general.ts';
import { daysToAnswer } from '../asked/days-to-answer.ts';
import { likelyProcedures } from '../asked/information.ts';
import { hasOwnAnswer } from '../asked/unanswered.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { stepOf } from '../questions.ts';
import { type Move, replyOf, type Scene, withState } from '../scene.ts';
import { wantsAdded } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { saysWhere } from './place/told-where.ts';
import { privacySaid, privacyWished } from './privacy.ts';

/** `Quién lo va a arreglar`, whoever that asks. */
const WHO =
  /^(?:(?:y|pero|oiga|and|so) )*(?:quien(?:es)?|who) (?:(?:lo|la|los|las|se|me|eso|esto|is|will|de) )*(?:va|van|viene|vienen|arregla\w*|atiende\w*|resuelve\w*|repara\w*|encarga\w*|going|fix\w*|come|deals|repair\w*)\b(?! (?:a )?(?:llam|escrib|avis|pag|ver|leer|saber|call|write|pay|see|read|know))|^(?:(?:y|pero|oiga|perdon|and|but) )*(?:eso|esto) no (?:es|va|seria|sera|le toca) (?:con|de|del|a|al|a la|para)\b/;

/** What the desk knows before a report can be read back. */
const KNOWN: readonly Question[] = [
  'howlong',
  'cost',
  'follow',
  'outcome',
  'duty',
  'can',
  'desk',
  'next',
  'body',
];
/** More words tell something. */
const MOST_WORDS = 16;

/**
 * A question in the middle of a report, with its sign or without, that the desk itself can answer: in a line, and what was asked is
 * asked on. Null: it is none, or it answers what was asked.
 */
export function askedMidway(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const isShort = plain.split(' ').length <= MOST_WORDS;
  if (draft.summarised || draft.description.length === 0 || !isShort || !asks(scene)) return null;
  if (privacyWished(plain) !== null || privacySaid(text) !== null || wantsAdded(plain)) return null;
  if (stepOf(awaits) === 'place' && text.includes(',') && saysWhere(scene, text)) return null;
  const question = WHO.test(plain) ? 'body' : questionIn(scene, SURE_QUESTION);
  // `¿Cuánto cuesta la licencia?` is asked of the paper, and not of the report.
  const isOfPaper = question === 'cost' || question === 'howlong';
  if (isOfPaper && text.includes('?') && likelyProcedures(scene).procedures.length > 0) return null;
  // How to reach a body is another question than whose matter it is.
  if (question === 'body' && !WHO.test(plain)) return null;
  if (question === null || !KNOWN.includes(question) || (question !== 'body' && hasOwnAnswer(scene)))
    return null;
  // Where nobody knows yet whose it is, it is said that a person decides it.
  const words =
    answerOfReport(scene, draft, question) ?? (question === 'body' ? daysToAnswer(scene, draft) : null);
  return words && { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
}

function asks(scene: Scene): boolean {
  return (
    WHO.test(plainWords(scene.burst.text)) ||
    scene.burst.text.includes('?') ||
    shareOf(scene, ['asks', 'follows']) >= SURE_ASKED
  );
}

/** Without a sign it must be surely asked. */
const SURE_ASKED = 0.9;
