import { plainWords } from '../catalogue/words.ts';

const ASKS =
  /^(y |e |pero |mejor |hola |buenas |oiga |and |but |(quiero|quisiera|necesito|queria|i want to|i would like to) (saber|know) )*(a |para |por )?(cuant[oa]s?|cuando|como|a?donde|que|quien(es)?|cual(es)?|how|when|where|why|what|who|which|digame|dime|(me )?(puede|podria) decir(me)?|tell me)\b/;

const WHETHER =
  /^(hola |buenas |buenos dias |buenas tardes |oiga |disculpe |es |solo |para |queria |quiero |quisiera |necesito |deseo |me gustaria |una (consulta|pregunta) )*(saber si|i want to know if|i would like to know (if|whether)) (?!(me |nos )?(pueden|podrian|van a|puede|podria)\b)/;

const IS_IT = /\b(es|sera|eso es|is (it|this|that)) (verdad|cierto|true)$/;

/** Does it only ask whether something is so: `para saber si ya salió mi pensión`, `¿es verdad?` Whether they can come wishes it. */
export function asksWhether(text: string): boolean {
  const plain = plainWords(text);
  return WHETHER.test(plain) || (text.includes('?') && IS_IT.test(plain));
}

/** In more words a question is part of what is told. */
const MOST_ASKED = 12;

/** Has a text a sentence that begins as a question and ends as one: `thank you. how do I pay?` */
export function holdsQuestion(text: string): boolean {
  if (beginsAsQuestion(text)) return text.includes('?');
  const isShort = text.split(/\s+/).length <= MOST_ASKED;
  return isShort && (text.match(/[^.;!?¡¿\n]+\?/g) ?? []).some(beginsAsQuestion);
}

/** Does a text begin as a question does, with its sign or without: `y cuánto cuesta`, `mejor dígame dónde queda`? */
export function beginsAsQuestion(text: string): boolean {
  return ASKS.test(plainWords(text));
}
