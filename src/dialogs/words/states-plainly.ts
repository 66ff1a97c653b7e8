import { asksBack, beginsAsQuestion, putsQuestion, tellsEachTime } from './asking.ts';
import { plainWords } from './plain-words.ts';

const LEAD = /^(?:(?:y|e|tambien|ademas|es que|pero|ah|ay|oiga|mire|bueno|and|also|but) )*/;
/** What is there, was done or goes on, told from its verb on. */
const STATES =
  /^(?:tengo|tenemos|hay|habia|son|somos|es|era|eran|fue|fueron|sale|salen|vive|viven|trabaja|trabajo|trabajamos|llevo|llevamos|ya (?:fui|llame|fuimos|llamamos|van|vamos|son|tengo|hable|puse)|desde|hace|todos? los|todas las|cada|siempre|nunca|a veces|i have|we have|there (?:is|are)|it is|it was|they are|it s)\b/;
/** A word that asks, or may: one of them is in nearly every question that has no sign. */
const MAY_ASK =
  /\b(?:que|q|k|quien|quienes|cual|cuales|como|cuanto|cuanta|cuantos|cuantas|donde|adonde|puedo|podemos|puede|pueden|debo|deberia|o|or|verdad|cierto|sera|seria|podria|podrian|va a|van a|si|no se|saber|pregunto|digame|what|who|which|how|where|when|can|could|will|would|should|do|does|did|if|whether|right|wonder\w*|cuando (?:me|se|lo|la|le|van|va|vienen))\b/;

/** Is a fact told, with no word in it that could ask: `tengo testigos`, `y también sale con mal olor cuando llega`? */
export function statesPlainly(text: string): boolean {
  if (tellsEachTime(text)) return true;
  if (/[?¿]/.test(text) || beginsAsQuestion(text) || putsQuestion(text) || asksBack(text)) return false;
  const plain = plainWords(text).replace(LEAD, '');
  return STATES.test(plain) && !MAY_ASK.test(plain);
}
