import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

const SAME =
  /\b((es|eso es|son) (de )?(lo mismo|el mismo (caso|reporte|asunto)|la misma (queja|denuncia))|(de|del|al|a|para|en) (el )?(mismo|mi|ese|este|anterior) (caso|reporte)|no es (un |una )?(otr[oa]|nuev[oa])( (caso|reporte|queja|asunto))?|(agreg\w+|pong\w+|anot\w+|sum\w+)( \w+){0,3} (al|a mi|en mi|en el) (caso|reporte|denuncia|queja)( de antes| anterior)?|(the|my) same (\w+ ){0,2}(case|report|thing)|same (case|report)|(parte )?(de|para|con|en) (la|el) mism[oa] (idea|sugerencia|propuesta|cosa)|va(n|ya)? (junto )?(con|en) (lo|la|el) (de(l| la| los| las)?|mism[oa]|otr[oa]|idea|sugerencia|propuesta)\b|(es|son) (parte |mas )?de (la|esa|mi) (idea|sugerencia|propuesta)|not (a|another) (new )?(case|report|one)\b|es lo (de(l| la| los| las)? )?(\w+ ){1,3}mism[oa]\b|(add|includ)\w* (it |that |this )?(to|in) (my |the )?(case|report)|add (it|that|this) to (my|the) (case|first))\b/;

/** Do words say that they are of the case that was filed: `es para el mismo caso`, `agréguelo a mi denuncia`? */
export function saysSameCase(text: string): boolean {
  return SAME.test(plainWords(text)) || plainClauses(text).some(clause => NO_OTHER.test(clause));
}

/** `Es la misma, no mande otra`. */
const NO_OTHER =
  /^(?:(?:no|que|pero|y|ya|si|porque|and|but) )*(?:(?:es|era|son) (?:la|el) mism[oa]s?|(?:no|ni) (?:me |le |la |lo |quiero que )?(?:mand|envi|pong|abr|hag)\w* (?:otr[oa]|dos|un[oa] nuev[oa])(?: (?:caso|queja|reporte|denuncia))?|it s the same(?: one)?|(?:do not|don t) (?:send|open|file|make) (?:another|a second|a new)(?: one| case| report)?)$/;
