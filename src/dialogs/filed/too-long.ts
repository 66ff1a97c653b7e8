import { isProposal } from '../../cases/lifecycle.ts';
import { lines, replyOf, retold, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { signedClauses } from '../words/clauses.ts';
import { dayText } from '../words/day-text.ts';
import { plainWords } from '../words/plain-words.ts';
import { added, bodyOf, capital } from './case-steps.ts';
import { caseMeant, isJustFiled } from './just-filed-case.ts';

const LED =
  '(?:(?:que|como|y|pero|no+|ay|hasta|para|ok|bueno|en serio|de verdad|dios mio|es que|osea|asi|con|recien|apenas|what|until|but|and) )*';
const SPAN =
  '(?:(?:un|una|dos|tres|one|two|a|casi|mas de|\\d{1,3}) (?:casi )?(?:mes(?:es)?|semanas?|dias|months?|weeks?|days)(?: (?:habiles|complet[oa]|enter[oa]|mas|para (?:eso|contestar|responder)))?)';
const MONTH =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december)';
const DAY = `(?:(?:el )?\\d{1,2} de ${MONTH}|${MONTH} \\d{1,2}(?:th|st|nd|rd)?)`;
const LONG = '(?:(?:tanto|todo ese|mucho) tiempo|tanto|tantos dias|that long|so long)';
/** The span itself, cried out: `¿un mes??`, `hasta el 30 de diciembre!` */
const CRIED = new RegExp(`^${LED}(?:${SPAN}|${DAY}|${LONG})$`);
/** `Eso es mucho`, `por qué tan lejos`, `¿no puede ser antes?` */
const TOO_LONG = anyOf(
  /^(?:(?:y|pero|no|ay|ok|bueno|es que) )*(?:eso |ese tiempo |ese plazo |un mes |(?:that|it|a month) )?(?:es|esta|s|is|queda) (?:mucho|demasiado|muy largo|muy lejos|muy tarde|larguisim[oa]|una barbaridad|too long|too late|too much|a long time)(?: tiempo)?$/,
  /\b(?:por que|porque|why) (?:tanto tiempo|tan (?:tarde|lejos|largo)|se demoran tanto|(?:so|that) (?:long|late))\b/,
  /^(?:(?:y|pero|no|es que) )*(?:no )?(?:(?:puede|podria|pueden|podrian) (?:ser|venir|hacerlo|arreglarlo|contestar)|(?:se )?(?:puede|podria)) (?:mas rapido|antes|mas pronto|mas temprano)(?: de eso)?$/,
  /^(?:(?:y|pero|no|es que) )*(?:no (?:puedo|podemos|se puede|pueden)|imposible) esperar (?:tanto|un mes|hasta (?:alla|ese dia|esa fecha))\b/,
);
/** Fewer words beside it are no fact. */
const LEAST_TOLD = 3;

/**
 * Who cries out at the day of a case that was just filed hears that it is the latest, and what to do where somebody is in danger;
 * what they tell with it stands in the case. The span itself is no word of it.
 */
export const tooLong: Topic = scene => {
  const { burst, state } = scene;
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  const c = isFree && burst.files.length === 0 ? caseMeant(scene) : null;
  if (c === null || !isJustFiled(scene, c) || c.holder === null || isProposal(c.kind)) return null;
  const parts = signedClauses(burst.text);
  if (!parts.some(saysLong)) return null;
  const told = parts.filter(part => !saysLong(part) && !/[?¿]/.test(part));
  const asked = parts.filter(part => !saysLong(part) && /[?¿]/.test(part));
  if (asked.some(part => plainWords(part).split(' ').length >= LEAST_TOLD)) return null;
  const more = told
    .join('')
    .replace(/^[\s,.;:!?]+/, '')
    .trim();
  const day = dayText(c.dueAt, state.language);
  const latest = say(scene, 'follow.too_long', { day, agency: capital(bodyOf(scene, c)) });
  const isTold = plainWords(more).split(' ').length >= LEAST_TOLD;
  const noted = isTold ? say(scene, 'follow.too_long_noted', { number: c.number }) : null;
  const words = lines(noted, latest, say(scene, 'follow.if_danger'));
  if (isTold) return added(retold(scene, [more]), c, words);
  return {
    state: withState(scene, { lost: 0 }).state,
    replies: [replyOf(words, { caseNumber: c.number })],
  };
};

/** A span alone is cried out with a sign; what says that it is long needs none. */
function saysLong(part: string): boolean {
  const plain = plainWords(part);
  return TOO_LONG.test(plain) || (/[?¿!]/.test(part) && CRIED.test(plain));
}
