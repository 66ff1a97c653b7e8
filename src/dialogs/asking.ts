import { plainWords } from '../catalogue/words.ts';

const ASKS =
  /^(y |e |pero |mejor |and |but )*(a |para |por )?(cuant[oa]s?|cuando|como|a?donde|que|quien(es)?|cual(es)?|how|when|where|why|what|who|which|digame|dime|(me )?(puede|podria) decir(me)?|tell me)\b/;

/** Does a text begin as a question does, with its sign or without: `y cuánto cuesta`, `mejor dígame dónde queda`? */
export function beginsAsQuestion(text: string): boolean {
  return ASKS.test(plainWords(text));
}
