import type { Act } from '../../catalogue/act.ts';
import { actIn, LIKELY_ACT, shareOf } from '../acts.ts';
import { isAfterDanger } from '../danger/after-danger.ts';
import { answeredWith as ofCase } from '../filed/case-answers.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { beginReport } from '../intake/flow.ts';
import { privacySaid } from '../intake/privacy.ts';
import { askedApart, asksIfSeen } from '../kept-beside.ts';
import { stepOf } from '../questions.ts';
import { retold, type Scene, type Topic } from '../scene.ts';
import { asksBack, beginsAsQuestion } from '../words/asking.ts';
import { whoIsTold } from '../words/asks-desk.ts';
import { agreesBeside } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { answeredWith } from './asked-of-desk.ts';
import { supposesMatter } from './asks-who-learns.ts';
import { deskAnswer } from './desk-answer.ts';

/**
 * What the desk alone knows, whatever is open: who is told who wrote, what is kept of them, whether a file may be sent here and
 * whether they are told here. Answered before any rule takes the words for more of the report, or passes them to the body.
 */
export const ofItself: Topic = scene => {
  const { burst, state } = scene;
  const { text } = burst;
  if (burst.choice !== null || burst.files.length > 0 || scene.facts.reading.emergency !== null) return null;
  // Who suffers is answered as one who does; what agrees to a summary is sent, and answered with it.
  if (state.awaits !== null && stepOf(state.awaits) === 'erase') return null;
  // `Tengo las capturas, ¿a quién se las mando?`: asked what happens, they tell it first.
  if (state.draft?.description.length === 0 && state.awaits !== null && !isShort(text)) return null;
  // Of what was filed nobody else can say who learns of it.
  const isOfFiled = caseMeant(scene) !== null && whoIsTold(plainWords(text)) !== null;
  if (isAfterDanger(scene) && state.draft === null && !isOfFiled) return null;
  if (state.draft?.summarised && agreesBeside(text)) return null;
  const parts = askedApart(text).flatMap(part => behindComma(scene, part));
  const at = parts.findIndex(
    part =>
      (asksByWords(part) || (parts.length === 1 && asksAsLearned(scene, part))) &&
      deskAnswer(retold(scene, [part]), text) !== null,
  );
  const asked = parts[at];
  const words = asked === undefined ? null : deskAnswer(retold(scene, [asked]), text);
  if (words === null) return null;
  // `Si denuncio a mi jefe porque no paga, ¿quién ve mi nombre?` tells the matter with it.
  const isFree = state.draft === null && state.awaits === null && caseMeant(scene) === null;
  if (isFree && supposesMatter(scene)) return beginReport(scene, {}, words);
  const c = state.draft === null ? caseMeant(scene) : null;
  // Why they ask who reads it is for nobody to read, and no matter of its own.
  const isReason = state.draft?.summarised === true && asksIfSeen(scene);
  const rest = parts.toSpliced(at, 1).filter(part => !isReason || doesMore(scene, part));
  return c ? ofCase(scene, c, words) : answeredWith(scene, words, rest);
};

/** Does it wish or order something, which is no reason? */
function doesMore(scene: Scene, part: string): boolean {
  const act = actIn(retold(scene, [part]), LIKELY_ACT);
  return privacySaid(part) !== null || (act !== null && ORDERS.includes(act));
}

const ORDERS: readonly Act[] = ['hold', 'drop', 'send', 'manner'];

/** A bare question. */
function isShort(text: string): boolean {
  return plainWords(text).split(' ').length <= MOST_BARE;
}

const MOST_BARE = 12;

/** `Es más adelante, ¿y me avisan por aquí?`: the fact, and the question behind its last comma. */
function behindComma(scene: Scene, part: string): string[] {
  const at = part.lastIndexOf(',');
  const [told, asked] = [part.slice(0, at), part.slice(at + 1).trim()];
  const isApart = at >= 0 && part.includes('?') && deskAnswer(retold(scene, [asked]), part) !== null;
  return isApart && deskAnswer(retold(scene, [told])) === null ? [told, asked] : [part];
}

const MOST_ASKED = 20;
/** `… sí o no`, `pregunto si …`: asked without a sign. */
const PUT =
  /\b(o no|verdad|cierto|right)$|\b(pregunto|preguntaba|una pregunta|quiero saber|quisiera saber)\b/;

/** Is one of their sentences a question, by its sign or its words? */
function asksByWords(part: string): boolean {
  const plain = plainWords(part);
  if (plain.split(' ').length > MOST_ASKED) return false;
  return part.includes('?') || beginsAsQuestion(part) || asksBack(part) || PUT.test(plain);
}

/** Does all they wrote surely ask, of themselves? `Le avisa a la empresa quién puso la queja` may well tell what others do. */
function asksAsLearned(scene: Scene, part: string): boolean {
  const plain = plainWords(part);
  if (plain.split(' ').length > MOST_ASKED || whoIsTold(plain) === 'somebody') return false;
  return shareOf(retold(scene, [part]), ['asks', 'follows']) >= SURELY_ASKED;
}

const SURELY_ASKED = 0.85;
