import type { Case } from '../../cases/case.ts';
import { isOpen, isProposal } from '../../cases/lifecycle.ts';
import { asksIfLate } from '../asked/unanswered.ts';
import { bodyOfAppeal } from '../intake/appeal.ts';
import { namesBody } from '../intake/body-names.ts';
import { replyOf, type Scene, type Topic } from '../scene.ts';
import { asksBack, beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { dueWords } from './due-words.ts';
import { caseMeant } from './just-filed-case.ts';

/** `Y si …`, `le pregunto qué hago si …`: asked with no sign. */
const PUT =
  /^(?:y|pero|and) (?:que pasa )?(?:si|if)\b|\bque (?:hago|hacemos|puedo hacer|pasa)\b|\bpregunt\w+\b|\bwhat (?:do i do|can i do|happens)\b/;
const MOST_WORDS = 24;

/**
 * `¿Y si no me resuelven?`, `¿puedo ir a la ASEP?`: by when the body must answer, and who decides then. Answered before words of a
 * problem that is not solved are taken for news.
 */
export const ifUnresolved: Topic = scene => {
  const { burst, facts, state } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const c = isFree && facts.reading.emergency === null ? caseMeant(scene) : null;
  if (c === null || !isOpen(c) || c.holder === null || isProposal(c.kind)) return null;
  if (!isPut(burst.text) || !(asksIfLate(scene) || asksOfAppeal(scene, c))) return null;
  const words = dueWords(scene, c);
  return { state: { ...state, lost: 0 }, replies: [replyOf(words, { caseNumber: c.number })] };
};

function isPut(text: string): boolean {
  const plain = plainWords(text);
  if (plain.split(' ').length > MOST_WORDS) return false;
  return (
    text.includes('?') || beginsAsQuestion(text) || putsQuestion(text) || asksBack(text) || PUT.test(plain)
  );
}

/** `¿Puedo ir a la ASEP?`: whether the claim can go to who decides after the company. */
function asksOfAppeal(scene: Scene, { holder }: Case): boolean {
  const { text } = scene.burst;
  const appeal = bodyOfAppeal(scene, holder?.agencyId ?? '');
  return appeal !== null && namesBody(scene, text, appeal.id) && GOES.test(plainWords(text));
}

/** What is asked of a way there, and not of its telephone. */
const GOES =
  /\b(?:puedo|podria|podemos|debo|tengo que|hay que|ir|voy|vamos|acudir|llev\w+|pas(?:a|ar|o|arlo)|reclam\w+|quej\w+|denunci\w+|sirve|primero|despues|can i|should i|do i|go to|take it)\b/;
