import { addToCase } from '../../cases/steps.ts';
import { contentWords } from '../likeness.ts';
import { lines, replyOf, retold, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { signedClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { changed, wordsOf } from './case-change.ts';
import { caseMeant } from './just-filed-case.ts';

const WISHES =
  '(?:quiero|quisiera|necesito|deseo|voy a|vamos a|puedo|se puede|podria|me gustaria|hay que|mejor|i want to|i would like to|can i|let me|should i)';
const REPORT = '(?:queja|reporte|caso|denuncia|reclamo|complaint|report|case)';
/** `Quiero poner otra queja de lo mismo`, `can I file it again?` */
const AGAIN = anyOf(
  new RegExp(
    `\\b${WISHES} (?:\\w+ ){0,3}(?:otr[oa]s?|una? nuev[oa]|nuev[oa]|segund[oa]|mas|dos|another|a new|a second|more) (?:\\w+ )?${REPORT}s?\\b.*\\b(?:lo mismo|la misma|el mismo|mismo|misma|eso mismo|esto mismo|same)\\b`,
  ),
  new RegExp(
    `\\b${WISHES} (?:\\w+ ){0,2}(?:poner|hacer|mandar|enviar|presentar|meter|repetir|reportar|file|send|make|report)(?:l[oa])?(?: (?:la|el|mi|misma|mismo|esa|ese|the|my|same|it|${REPORT}))* (?:otra vez|de nuevo|nuevamente|again)\\b`,
  ),
  new RegExp(`\\b${WISHES} (?:\\w+ ){0,2}repetir (?:la|el|mi) (?:misma |mismo )?${REPORT}\\b`),
);

/** Who wants a second case of what one they have is about is told that it would help nothing, and what would. */
export const anotherOfSame: Topic = scene => {
  const { burst, state } = scene;
  const c = state.draft === null && burst.choice === null ? caseMeant(scene) : null;
  if (c === null || !AGAIN.test(plainWords(burst.text))) return null;
  const words = say(scene, 'follow.same_case', { number: c.number });
  const told = signedClauses(burst.text)
    .filter(part => !AGAIN.test(plainWords(part)) && contentWords(part).length >= LEAST_TOLD)
    .join('')
    .replace(/[\s,;:]+$/u, '');
  if (told === '' || told === burst.text.trim())
    return { state: { ...state, lost: 0 }, replies: [replyOf(words, { caseNumber: c.number })] };
  const own = retold(scene, [told]);
  const change = addToCase(c, { ...wordsOf(own), by: 'citizen' });
  return changed(own, change, lines(say(scene, 'follow.added', { number: c.number }), words));
};

/** Fewer words beside it tell nothing. */
const LEAST_TOLD = 2;
