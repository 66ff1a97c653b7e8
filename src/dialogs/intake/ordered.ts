import { ordersAtEnd } from '../consent.ts';
import { plainWords } from '../plain-words.ts';

/** `Si en el carril de la derecha. Mándelo`: ordered at the end, it makes a yes of the first word, where nothing is set against it. */
export function orderedAfterYes(text: string): string | null {
  if (!ordersAtEnd(text)) return null;
  const isAgainst = AGAINST.test(plainWords(text));
  if (!isAgainst && FIRST_YES.test(text)) return text.replace(FIRST_YES, '');
  // `No me contestó lo que pregunté, pero bueno. Mándelo`: whatever they mind, they want it sent.
  return MINDS.test(plainWords(text)) && !SETS_RIGHT.test(plainWords(text)) ? '' : null;
}
const MINDS =
  /\b(pero bueno|no me (contest|respond|dij)\w+|ya (llame|los llame|le dije)|ni modo|da igual|no importa)\b/;
const SETS_RIGHT =
  /\b(cambi\w+|corrij\w+|correg\w+|quit\w+|anonim\w*|reserva|otr[oa]|no es|no son|falta|sin)\b/;

const AGAINST = /\b(pero|but|no|cambi\w+|corrij\w+|correg\w+|quit\w+|sin|anonim\w*|con reserva|otr[oa])\b/;
const FIRST_YES = /^\s*(?:s[ií]|ok|dale|yes)[\s,.]+/iu;
