import { anyOf } from './any-of.ts';
import { clauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';

/** `Yo no quiero una persona`, `no quiero que me llame ningún jefe`. */
export const DECLINES_PERSON =
  /\bpersona no\b(?! (con|un|una|el|la|maquinas?|robots?|bots?)\b)|\bno (quiero|deseo|necesito|hace falta)( que| q| me| hablar| llam\w+| escrib\w+| atiend\w+| pas\w+| con| a)* (un |una |el |la |ningun |ninguna )?(?:persona|jef[ea]|encargad[oa]|gerente|supervisora?)\b/;

const SOMEBODY =
  '(?:(?:un|una|alguna?|algun|otra|la|el|su|a|an|the|your) )?(?:verdadera |real )?(?:persona|ser humano|human[oa]|agente|operadora?|asesora?|representante|supervisora?|jef[ea]|encargad[oa]|gerente|superior|manager|boss|supervisor|person in charge|person|human|agent|operator|representative|alguien (?:de verdad|real|humano)|somebody real|someone real)\\b';
const WISH =
  '(?<!\\b(?:no|ni|nunca|not|don t|dont) )(?<!\\b(?:no me|no se) )\\b(?:quiero|quisiera|necesito|prefiero|exijo|deseo|puedo|podria|pueden|puede|podrian|i want|i need|i would like|can i|may i|could i|let me)';
const OUTRIGHT = anyOf(
  // `Deme una persona`, `mejor páseme con una persona`.
  new RegExp(
    `(?<!\\bno (?:me )?)\\b(?:deme|dame|denme|paseme|pasame|pasenme|pongame|ponme|comuniqueme|comunicame|comuniquenme|conecteme|conectame|transfierame|transfiereme|me (?:conecta|pasa|comunica|pone|transfiere)s?|give me|get me|connect me|transfer me|put me through)(?: (?:ya|con|a|to|with|mejor|por favor))* ${SOMEBODY}`,
  ),
  new RegExp(
    `${WISH}(?: (?:ya|mejor|a|es))* ${SOMEBODY}(?: (?:real|de verdad|humana|por favor|porfa|please|ya|ahora|now))*$`,
  ),
  // `Quiero hablar con una persona`, `necesito que me atienda una persona`.
  new RegExp(
    `${WISH}(?: (?:ya|mejor|que|yo|me|to|usted|ustedes|es))* (?:hablar|comunicarme|comunicar|chatear|conversar|pasarme|pasar|poner|conectarme|transferirme|atienda|atender|llame|hable|conteste|responda|escriba|talk|speak|chat)(?: (?:ya|mejor|directamente|aqui|con|to|with|por favor))* ${SOMEBODY}`,
  ),
  new RegExp(
    `\\b(?<!\\bno )(?:que|q) (?:me|nos) (?:llame|hable|atienda|escriba|conteste) (?:ya )?${SOMEBODY}`,
  ),
  // `Que una persona me averigüe el teléfono`, `que me lo busque alguien de verdad`.
  new RegExp(
    `\\b(?<!\\bno (?:\\w+ )?)(?:que|q) ${SOMEBODY} (?:(?:me|nos|se|lo|la|los|las) ){1,2}(?:averigu|busqu|consig|consult|llam|ayud|atiend|escrib|contest|respond|diga|expliqu)`,
  ),
  new RegExp(
    `\\b(?<!\\bno (?:\\w+ )?)(?:que|q) (?:(?:me|nos|se|lo|la|los|las) ){1,2}(?:averigue|busque|consiga|consulte|explique) ${SOMEBODY}`,
  ),
  // `¿Me ayuda una persona?`
  new RegExp(
    `^(?:(?:y|no|mejor|por favor|entonces|pero|si) )*(?:me|nos) (?:ayuda|atiende|escucha|explica|(?:puede|podria) (?:ayudar|atender|explicar|escribir|llamar)) ${SOMEBODY}(?: (?:de|del) 311)?$`,
  ),
  /^(?:(?:mejor|entonces|ya|por favor|pero) )*(?:hablar|talk|speak) (?:con|to|with) (?:una|a) (?:persona|person|human)\b/,
);
/** `Necesito hablar con una persona del banco`, `con el jefe de la ATTT`, and `una persona tirada`: no one here. */
const ELSEWHERE =
  /\b(?:persona|jef[ea]|encargad[oa]|gerente|supervisora?|superior|manager|boss|supervisor) (?:del? (?!311\b|verdad\b|carne\b|aqui\b|ustedes\b|turno\b)\w+|(?:of|at|from) (?!311\b|you\b|here\b)\w+|tirad|herid|muert)/;

/** Is a person plainly asked for in a clause of its own, whatever stands beside it? */
export function asksForPerson(text: string): boolean {
  const all = clauses(text).map(plainWords);
  return all.some(
    clause => OUTRIGHT.test(clause) && !DECLINES_PERSON.test(clause) && !ELSEWHERE.test(clause),
  );
}

/** `Tengo que hablar con mi jefe primero`: theirs, and none of the desk. */
const OF_THEIRS =
  /\b(?:mis?|nuestr[oa]|my|our) (?:jef[ea]s?|encargad[oa]|gerente|supervisora?|boss|manager)\b/;

const TOLD_OF =
  /\b(?:soy|somos|es) (?:una )?personas? (?:muy )?(?:mayor|adulta|anciana|discapacitada|enferma|sola|de edad|con|de la tercera)|\b(?:hable|hablamos|hablaron|llame|llamamos|fui) (?:\w+ ){0,3}(?:una|la|esa|otra) persona\b|\b(?:una|la|esa|otra|cada) persona (?:encargada )?(?:(?:del?|en|alla) (?:\w+ ){0,3})?(?!(?:me|nos) (?:llame|atienda|ayude|escuche|explique|conteste|responda|hable|escriba)\b|que (?:me|nos|sepa)\b)(?:no|me|nos|le|se|que|tirada|herida|venga|vaya|recoja|dijo|atendio)\b/;

/** Is somebody only told of: `ya hablé con una persona y me colgó`, `mi jefe`, `una persona me dijo que …`, `hay una persona tirada`? */
export function tellsOfPerson(text: string): boolean {
  const plain = plainWords(text);
  return (TOLD_OF.test(plain) || OF_THEIRS.test(plain)) && !asksForPerson(text);
}
