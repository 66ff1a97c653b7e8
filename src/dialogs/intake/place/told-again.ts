import type { Place } from '../../../cases/case.ts';
import { signedClauses } from '../../words/clauses.ts';
import { plainWords } from '../../words/plain-words.ts';

const NOUN =
  '(?:casa|calle|lugar|direccion|sitio|barrio|barriada|sector|ubicacion|place|address|house|street)';
const LEAD = '(?:(?:y|pero|que|si|eso|es|queda|it|is|s|en|in|at) )*';
const IT = '(?:(?:la|el|the) (?:mism[oa]|same))';
const TAIL = '(?: (?:de antes|de siempre|que (?:le |les )?(?:dije|puse|di)))*';
/** `La casa es la misma`, `es en el mismo lugar`. */
const SAME = new RegExp(
  `^${LEAD}(?:(?:la|el|the) ${NOUN} (?:es|queda|esta|is|sigue siendo) ${IT}|${IT} ${NOUN})${TAIL}$`,
);
const SAID =
  /^(?:(?:y|pero|que|eso|ya|yo|como) )*(?:(?:se|te|le|les|lo|la) )*(?:dije|puse|di|escribi|mande|conte|told you|said)(?: (?:antes|ya|arriba|before|already))*$/;

/** A text without the clauses that only say again where it is, as it stands there already: `la casa es la misma, calle 3, ya se lo dije`. */
export function withoutPlaceAgain(text: string, place: Place | null): string {
  if (place === null) return text;
  const known = new Set(plainWords([place.text, place.corregimiento, place.district].join(' ')).split(' '));
  const isAgain = (plain: string): boolean =>
    SAME.test(plain) || plain.split(' ').every(word => known.has(word));
  const parts = signedClauses(text);
  if (!parts.some(part => isAgain(plainWords(part)))) return text;
  return parts
    .filter(part => !isAgain(plainWords(part)) && !SAID.test(plainWords(part)))
    .join('')
    .trim();
}
