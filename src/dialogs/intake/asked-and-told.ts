import type { Act } from '../../catalogue/act.ts';
import { LIKELY_ACT, shareOf } from '../acts.ts';
import { askedBetween } from '../asked/further-questions.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { askedApart } from '../kept-beside.ts';
import { stepOf } from '../questions.ts';
import { led, type Move, retold, retoldOn, type Scene, withState } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { answered } from './by-act.ts';
import { asksIfKnown, isSeen } from './filed-beside.ts';
import { tellsMatter } from './matter.ts';
import { saysOnlyWhere } from './place/told-where.ts';
import { asksHowKept, privacySaid, privacyWished } from './privacy.ts';
import { asksOfWaiting } from './several/waiting-asked.ts';

/** What is told beside a question changes something by itself where it does one of these. */
const CHANGES: readonly Act[] = ['place', 'body', 'hold'];

/** Fewer words ask nothing: `¿sí?`, `¿verdad?` */
const LEAST_ASKED = 3;

/**
 * One message that asks and tells, as two: `con reserva por favor. ¿Y hay alguna ley que me proteja?` What is asked is answered, and
 * what is told is heard by `answer`, as if it had come by itself. Null: it does one thing, or what is told changes nothing.
 */
export function askedAndTold(
  scene: Scene,
  awaits: Awaits,
  answer: (scene: Scene, draft: Draft) => Move,
): Move | null {
  const { burst, state } = scene;
  const { draft } = state;
  if (draft === null || burst.choice !== null || burst.files.length > 0 || burst.pinned) return null;
  // `Si la pongo anónima, ¿cómo sé qué pasó?` asks all of it.
  if (stepOf(awaits) !== 'confirm' && asksHowKept(burst.text)) return null;
  const announced = questionAnnounced(burst.text);
  const parts = announced ?? askedApart(burst.text).flatMap(part => behindComma(scene, part));
  const asks = (part: string): boolean => part === announced?.[1] || isAsked(scene, part);
  const asked = parts.filter(asks);
  const told = parts.filter(part => !asks(part));
  if (
    asked.length === 0 ||
    told.length === 0 ||
    told.some(beginsAsQuestion) ||
    !(
      doesSomething(retold(scene, told), awaits) ||
      (announced !== null && privacySaid(announced[0]) !== null)
    )
  )
    return null;
  // What waits is asked about once this is sent.
  if (asked.every(part => asksOfWaiting(retold(scene, [part])))) return answer(retoldOn(scene, told), draft);
  const question = answerTo(retold(scene, asked), draft, announced !== null);
  if (question === null) return null;
  // A question that is kept for the body stands in the report now.
  const after = withState(scene, { draft: question.state.draft });
  const move = answer(retoldOn(after, told), question.state.draft ?? draft);
  // Whoever asks whether they will be known has sent nothing yet.
  const isEarly = move.cases !== undefined && isSeen(draft) && asksIfKnown(retold(scene, asked));
  return isEarly ? question : ledBy(question, move);
}

/** The answer to their question, and then what follows from theirs; null: one of them is nothing. */
function ledBy(asked: Move | null, beside: Move | null): Move | null {
  const [answer] = asked?.replies ?? [];
  const [reply, ...rest] = beside?.replies ?? [];
  if (beside === null || answer === undefined || reply === undefined) return null;
  return { ...beside, replies: [led(answer, reply), ...rest] };
}

function answerTo(scene: Scene, draft: Draft, isAnnounced: boolean): Move | null {
  return askedBetween(scene) ?? (draft.summarised || isAnnounced ? answered(scene, draft) : null);
}

const ANNOUNCED =
  /^(.*?\p{L}.*?)[\s,.;:]+(?:(?:pero|y|aunque|but|and)[\s,]+)?(?:(?:antes|primero|first|before that)[\s,]+)?(?:(?:(?:tengo|le hago|quiero hacer|hago|i have)\s+)?(?:una|solo una|nada m[aá]s una|an?|one|just one)\s+(?:pregunta|consulta|duda|preguntita|question)|(?:quiero|quisiera|necesito) (?:preguntar|saber)|(?:le|les) pregunto|i want to (?:ask|know))[\s,.:;]+(?=\S)(.{6,})$/isu;

/** What is told before a question that they announce, and that question: `anónima pues, pero antes una pregunta, cuánto …`; null: none is. */
function questionAnnounced(text: string): [string, string] | null {
  const [, told, asked] = ANNOUNCED.exec(text) ?? [];
  if (told === undefined || asked === undefined) return null;
  return [told.trim(), asked.includes('?') ? asked : `${asked.replace(/[\s.]+$/u, '')}?`];
}

const THOUGHT = /^(?:y |pero |es que |and |but )*(?:yo |i )?(?:pensaba|pense|creia|crei|juraba|thought)\b/;

function isAsked(scene: Scene, part: string): boolean {
  // `¿Y por qué a la casa de paz? Yo pensaba que era la policía`: why it is asked.
  if (THOUGHT.test(plainWords(part))) return true;
  const isLong = plainWords(part).split(' ').length >= LEAST_ASKED;
  const asks = (): boolean => beginsAsQuestion(part) && asking(scene, part) >= LIKELY_ACT;
  return isLong && (part.includes('?') || asks());
}

function asking(scene: Scene, part: string): number {
  return shareOf(retold(scene, [part]), ['asks', 'follows']);
}

/** `La calle de la escuela, pero oiga ¿eso le toca a IDAAN?`: what stands before the last comma, where that asks nothing and the rest does. */
function behindComma(scene: Scene, part: string): string[] {
  const at = part.lastIndexOf(',');
  if (at < 0 || !part.includes('?')) return [part];
  const [told, asked] = [part.slice(0, at), part.slice(at + 1).trim()];
  const isApart = asking(scene, asked) >= LIKELY_ACT && asking(scene, told) < LIKELY_ACT;
  return isApart && isAsked(scene, asked) ? [told, asked] : [part];
}

/** Does what is told answer what was asked of them, or change the summary? */
export function doesSomething(scene: Scene, awaits: Awaits): boolean {
  const { text } = scene.burst;
  switch (stepOf(awaits)) {
    case 'privacy':
    case 'reserve':
      return privacySaid(text) !== null || privacyWished(plainWords(text), MOST_PRIVACY) !== null;
    case 'place':
      // `En la calle 12. Es bravo` says where, whatever it says besides.
      return saysOnlyWhere(scene, text) || sentences(text).some(part => saysOnlyWhere(scene, part));
    case 'confirm':
      return shareOf(scene, CHANGES) >= LIKELY_ACT;
    case 'agency':
    case 'description':
      return tellsMatter(text, scene.facts.reading);
    default:
      return false;
  }
}

const MOST_PRIVACY = 6;
