import { anyOf } from './any-of.ts';
import { clauses, plainClauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';

const LEAVES = '(?:cancel|retir|anul|borr|elimin|descart|quit|bot)\\w*';
/** `No lo cancele`, `dije que no la borre`, `don't cancel it`. */
const NOT_LEFT = new RegExp(
  `\\bno (?:(?:me|lo|la|los|las|se|quiero|queria|que|vaya|vayan|a) )*${LEAVES}|\\b(?:don t|do not|dont|never) (?:(?:want|to|you) )*(?:cancel|withdraw|delete|drop|discard)`,
);
/** `Siga`, `sigamos`, `quiero que siga`, `keep it`. */
const GOES_ON = anyOf(
  /^(?:(?:no|ay|mejor|bueno|ya|pero|que|quiero|yo|please|por favor|entonces|ok) )*(?:siga|sigan|sigamos|continue|continuemos|manteng\w+|conserv\w+|keep (?:it|going)|go on)(?: (?:con|el|la|lo|mi|eso|esto|ese|reporte|caso|queja|denuncia|adelante|por|favor|usted|asi|como|estaba|it|please))*$/,
  /^(?:(?:no|ay) )+(?:(?:lo|la|mejor|me|por favor) )*(?:dejel[oa]|dejal[oa]|leave it)(?: (?:asi|como|esta|estaba|abiert[oa]|ahi|por favor|as it is))*$/,
);
const SORRY = anyOf(
  /\b(?:me )?arrepent\w+\b|\bcambie de (?:idea|opinion|parecer)\b|\bi changed my mind\b/,
  /\b(?:por que|porque|why) (?:\w+ ){0,2}(?:cancel|retir|borr|withdr|drop)\w*/,
  /\b(?:quiero|queria|necesito) que (?:si )?(?:lo |la |me lo |me la )?(?:siga|sigan|mand\w+|envi\w+|atiend\w+|arregl\w+)|\bi (?:still )?want (?:you to (?:send|keep|file) )?(?:it|the (?:complaint|report|case))\b/,
);

/** Asked whether it shall be left, do they want it to stay: `no lo cancele`, `siga`, `no, déjelo`? */
export function wantsKept(text: string): boolean {
  const all = plainClauses(text);
  return all.some(isKept) || GOES_ON.test(plainWords(text));
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
