import { plainWords } from '../words/plain-words.ts';
import { isNo, isYes } from '../words/yes-no.ts';

const LED =
  '(?:(?:no|pero|y|pues|bueno|ay|la verdad|ahora|esta|estan|todo|eso|esto|es|son|it s|it is|it|that s|that is|this is|is|they re|they are|all|but|well|now) )*';
/** `Peor que antes`, `that's a lie`, `puro cuento`, `it was never fixed`. */
const NOT_SO = new RegExp(
  `^${LED}(?:peor(?: que (?:antes|nunca))?|igual(?:it[oa])?(?: que (?:antes|siempre))?|lo mismo(?: de siempre)?|mentiros[oa]s|embuster[oa]s|(?:una |pura |puras |que )?mentiras?|puro cuento|worse(?: than (?:before|ever))?|(?:the )?same(?: as (?:before|always))?|liars?|(?:a )?lies?|not true|false|only half)(?: (?:ahora|now|todavia|todo|eso|que))*$|^(?:still|it was never|they never|nobody (?:came|has come|fixed)|never (?:fixed|came|done))\\b`,
);
/** `Ciérrelo`, `ya pueden cerrar`, `creo que sí`, `close it`. */
const SO = new RegExp(
  `^${LED}(?:(?:ya |si |yes |please |por favor |you can )*(?:cierr(?:e|en)(?:l[oa])?|(?:lo |la )?puede[ns]? cerrar(?:l[oa])?|close (?:it|the case|my case))(?: (?:el|mi|ese|este) caso)?|(?:por|de) mi (?:parte|lado) (?:ya )?(?:si|esta bien)|(?:yo )?(?:creo|pienso|parece|supongo|diria) que (?:ya )?si|i (?:think|guess|believe) so|it (?:seems|looks) so|for (?:my part|me) yes)(?: (?:gracias|ya|ahora|entonces|please|thanks|por favor))*$`,
);

/** Do words say that it is not solved? */
export function saysNo(text: string): boolean {
  const plain = plainWords(text);
  return (
    isNo(text) ||
    NOT_SO.test(plain) ||
    /^(no|not|nop|todavia|aun|falso|mentira|sigue|siguen|nada|nadie|falta\w*)\b/.test(plain)
  );
}

/** Do words say that it is solved? A bare "gracias" agrees to nothing. */
export function saysYes(text: string): boolean {
  const plain = plainWords(text);
  return (
    isYes(text) ||
    SO.test(plain) ||
    /^(si|yes|ya (esta|quedo|si|llego|hay|vinieron|volvio)|quedo|listo)\b/.test(plain)
  );
}
