import { anyOf } from './any-of.ts';
import { clauses, plainClauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';

/** `No lo cancele`, `dije que no la borre`, `no quiero retirarla`, `don't cancel it`; `ya no botan basura` tells how it is. */
const NOT_LEFT = anyOf(
  /\bno (?:(?:me|se|quiero|queria|que) )*(?:(?:lo|la|los|las) )?(?:(?:cancel|anul|borr|elimin|descart)(?:en?|es)|retiren?)\b/,
  /\bno (?:(?:me|se|quiero|queria|que) )*(?:lo|la|los|las) (?:quiten?|bot[ea]n?)\b/,
  /\bno (?:quiero|queria|(?:lo |la )?vayan? a) (?:que )?(?:cancel|retir|anul|borr|elimin|descart|quit|bot)ar(?:l[oa]s?)?\b/,
  /\b(?:don t|do not|dont|never) (?:(?:want|to|you) )*(?:cancel|withdraw|delete|drop|discard)/,
);
/** `Siga`, `sigamos`, `quiero que siga`, `keep it`. */
const GOES_ON = anyOf(
  /^(?!(?:ya )?no (?:quiero|queria) )(?:(?:no|ay|mejor|bueno|ya|pero|que|quiero|yo|please|por favor|entonces|ok) )*(?:siga|sigan|sigamos|continue|continuemos|manteng\w+|conserv\w+|keep (?:it|going)|go on)(?: (?:con|el|la|lo|mi|eso|esto|ese|reporte|caso|queja|denuncia|adelante|por|favor|usted|asi|como|estaba|it|please))*$/,
  /^(?:(?:no|ay) )+(?:(?:lo|la|mejor|me|por favor) )*(?:dejel[oa]|dejal[oa]|leave it)(?: (?:asi|como|esta|estaba|abiert[oa]|ahi|por favor|as it is))*$/,
);
const SORRY = anyOf(
  /\b(?:me )?arrepent\w+\b(?! de (?:haber|habl|escrib|cont|denunci|report|pon|quej))|\bcambie de (?:idea|opinion|parecer)\b|\bi changed my mind\b/,
  /\b(?:por que|porque|why) (?:\w+ ){0,2}(?:cancel|retir|borr|withdr|drop)\w*/,
  /\b(?:quiero|queria|necesito) que (?:si )?(?:lo |la |me lo |me la )?(?:siga|sigan|mand\w+|envi\w+|atiend\w+|arregl\w+)|\bi (?:still )?want (?:you to (?:send|keep|file) )?(?:it|the (?:complaint|report|case))\b/,
);

/** Asked whether it shall be left, do they want it to stay: `no lo cancele`, `siga`, `no, déjelo`? */
export function wantsKept(text: string): boolean {
  const all = plainClauses(text);
  return all.some(isKept) || GOES_ON.test(plainWords(text));
}

/** Do they forbid that it be left, in so many words: `no quiero que lo cancelen`? */
export function forbidsLeaving(text: string): boolean {
  return plainClauses(text).some(clause => NOT_LEFT.test(clause));
}

/** Once it was left, do they want it back: `me arrepentí`, `¿por qué lo canceló? quiero que siga`? */
export function wantsBack(text: string): boolean {
  return wantsKept(text) || SORRY.test(plainWords(text));
}

function isKept(clause: string): boolean {
  return NOT_LEFT.test(clause) || GOES_ON.test(clause);
}

/** What is told beside such a wish: `el bar sigue con la música` of `no lo cancele. el bar sigue con la música`. */
export function besideRegret(text: string): string[] {
  return clauses(text)
    .map(clause => clause.trim())
    .filter(clause => !isRegret(plainWords(clause)) && plainWords(clause).split(' ').length >= LEAST_TOLD);
}

const LEAST_TOLD = 3;

function isRegret(clause: string): boolean {
  return isKept(clause) || SORRY.test(clause);
}
