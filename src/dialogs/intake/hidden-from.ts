import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { wishesHidden } from './privacy.ts';

const BECAUSE = / (?:porque|pq|xq|ya que|es que|because|cause) /;
/** How they know whom they accuse: read there, it would show who wrote. */
const KNOWN =
  /\b(?:(?:l[oa]s?|le) (?:veo|vemos|conozco|conocemos|trato|topo|encuentro)|(?:me|nos) (?:conocen?|ven?|ubican?)|(?:viven?|vivo|vivimos|trabajan?|trabajo) (?:al lado|cerca|aqui|ahi|conmigo|con (?:el|ella|ellos)|en (?:el|la) mism[oa]|frente|por (?:aqui|ahi))|sabe donde vivo|(?:es|son|somos) (?:mis? )?(?:vecin|jef|prim|compadre|compañer|famili|casero)\w*|(?:i see|i know|i work with|i live (?:near|by|next to)) (?:him|her|them)|(?:he|she|they) (?:knows?|sees?) me|(?:he|she) lives (?:next|near|here))\b/;
/** The question was not understood, or is passed over. */
const UNSURE =
  /^(?:(?:y|pero|es que|yo|la verdad|ay) )*(?:(?:no (?:se|entiendo|entendi)|i (?:don t|do not) know)(?: (?:bien|muy|que|q|lo|como|cual|es|eso|esto|de|what|that|is))*|si|no|ok|bueno|mire|gracias|por favor|porfa)$/;

/** Nothing but that somebody must not learn of it, with how they know each other: `no quiero que el chofer sepa porque lo veo a diario`. */
export function onlyHidesFrom(text: string): boolean {
  if (text.includes('?')) return false;
  const parts = clauses(text).map(plainWords);
  return parts.some(hides) && parts.every(part => hides(part) || UNSURE.test(part) || KNOWN.test(part));
}

function hides(part: string): boolean {
  const [wish = '', ...reasons] = part.split(BECAUSE);
  return wishesHidden(wish) && reasons.every(reason => KNOWN.test(reason));
}
