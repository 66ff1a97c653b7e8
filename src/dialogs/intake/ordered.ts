import { saysUnanswered } from '../asked/no-report.ts';
import { afterFirst, clauses, sentences } from '../words/clauses.ts';
import { afterOrder, type Consent, consentIn, ordersAtEnd, ordersFiling } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';

/**
 * What is told before an order at the end that files, where nothing is set against it: `Si en el carril de la derecha.
 * Mándelo`; null: it is no such order. A reproach to the desk is no word of the report.
 */
export function orderedAfterYes(text: string): string | null {
  if (!ordersAtEnd(text)) return orderedAmong(text);
  const plain = plainWords(text);
  if (!AGAINST.test(plain) && FIRST_YES.test(text)) return text.replace(FIRST_YES, '');
  // `No me contestó lo que pregunté, pero bueno. Mándelo`: whatever they mind, they want it sent.
  if (!MINDS.test(plain) || SETS_RIGHT.test(plain)) return null;
  const told = sentences(text).slice(0, -1);
  return told.filter(sentence => !saysUnanswered(sentence)).join(' ');
}

/** `El Machetazo es el almacén. Sí, mándela, era como a las 7`: ordered at the head of a later sentence. */
function orderedAmong(text: string): string | null {
  const told = sentences(text);
  const at = told.findIndex(sentence => behindOrder(sentence) !== null);
  const [before, after] = [told.slice(0, at), [behindOrder(told[at] ?? '') ?? '', ...told.slice(at + 1)]];
  const rest = [...before, ...after]
    .filter(part => part !== '')
    .join(' ')
    .replace(/^(?:pero|but)\s+(?=con mi nombre|con mis datos|a nombre de|with my name)/iu, '');
  const isSet = SETS_RIGHT.test(plainWords(rest)) || /\b(pero|but|wait|esper)/.test(plainWords(rest));
  // An order alone at the head is no news here; with what it is to be sent with, it is.
  const isOrder = at > 0 || (at === 0 && afterOrder(told[0] ?? '') !== null);
  // `No sé. Mándelo, no, mejor no`: the last word counts.
  const isLeft = clauses(rest).some(clause => LEAVES.includes(consentIn(clause) ?? 'yes'));
  return !isOrder || isSet || isLeft || text.includes('?') ? null : rest;
}

/** What stands behind an order to send at the head of a sentence: `y diga lo del dolor`; null: it has none there. */
function behindOrder(sentence: string): string | null {
  return ordersFiling(clauses(sentence)[0] ?? '') ? afterFirst(sentence) : afterOrder(sentence);
}

const LEAVES: readonly Consent[] = ['no', 'hold', 'drop', 'doubt', 'solved'];

const AGAINST = /\b(pero|but|no|cambi\w+|corrij\w+|correg\w+|quit\w+|sin|anonim\w*|con reserva|otr[oa])\b/;
const FIRST_YES = /^\s*(?:s[ií]|ok|dale|yes)[\s,.]+/iu;
const MINDS =
  /\b(pero bueno|no me (contest|respond|dij)\w+|ya (llame|los llame|le dije)|ni modo|da igual|no importa)\b/;
const SETS_RIGHT =
  /\b(cambi\w+|corrij\w+|correg\w+|quit\w+|anonim\w*|reserva|otr[oa]|no es|no son|falta|sin)\b/;
