import { plainWords } from '../catalogue/words.ts';

const ASKS =
  /^(y |e |pero |mejor |and |but )*(a |para |por )?(cuant[oa]s?|cuando|como|a?donde|que|quien(es)?|cual(es)?|how|when|where|why|what|who|which|digame|dime|(me )?(puede|podria) decir(me)?|tell me)\b/;

const WHETHER =
  /^(hola |buenas |buenos dias |buenas tardes |oiga |disculpe |es |solo |para |queria |quiero |quisiera |necesito |deseo |me gustaria |una (consulta|pregunta) )*(saber si|i want to know if|i would like to know (if|whether)) (?!(me |nos )?(pueden|podrian|van a|puede|podria)\b)/;

/** Does it only ask whether something is so: `para saber si ya salió mi pensión`? Whether they can come wishes it. */
export function asksWhether(text: string): boolean {
  return WHETHER.test(plainWords(text));
}

/** Does a text begin as a question does, with its sign or without: `y cuánto cuesta`, `mejor dígame dónde queda`? */
export function beginsAsQuestion(text: string): boolean {
  return ASKS.test(plainWords(text));
}
