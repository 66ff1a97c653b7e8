import type { Agency } from '../../catalogue/catalogue.ts';
import type { View } from '../scene.ts';
import { signedClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { bodyNames } from './body-names.ts';

/** What leads to the name of a body that it is not for: `eso no es con la`, `that is not for the`. */
const NOT_FOR =
  /^(?:(?:y|pero|but|que|ya|no|ay|eso|esto|esa|ese|it|that|this|s|is) )*(?:no (?:es|era|va|le toca|corresponde)|no(?= del? )|no quiero (?:nada )?(?=(?:con|del?|al?) )|(?:is |s )?not|isn t|don t want) (?:(?:to|cosa|asunto|con|para|de|del|a|al|el|la|los|las|un|una|for|the|of) )*$/;
/** `Qué SINAPROC ni qué nada`, `¿¿aduana??`: what the desk named, thrown back. */
const SCORNS = /^(?:(?:no|ay|pero|y) )*(?:que|q|k|cual) (?:(?:el|la|los|las) )?$/;
const SCORNED = /^ ?ni (?:que|q|k|cual|nada|ocho)\b/;
/** Before a body whose name a no stands behind, or `no tiene nada que ver`. */
const LEADS = /^(?:(?:no|pero|y|ya|le|dije|que|eso|a|al|con|el|la|los|las|but|to|the|mandelo|envielo) )*$/;
const NO_BEHIND =
  /^ (?:ya )?(?:no|not)(?: please| gracias| por favor)?(?:$| (?:que|q|k|porque|pq|xq|ellos|esos|because|they)\b)|^ (?:aqui |ahi )?(?:no (?:tiene|pinta)|has|got|does not have) (?:nada|nothing|anything|que ver)\b/;
/** `No`, `eso no`, before they say what it is not. */
const BARE = /^(?:(?:no|eso|esto|ese|esa|ay|pero|that|not) )*(?:no|not)$/;
/** The bodies that a text says it is not for: `el municipio no, que ellos no hacen nada`, `IDAAN has nothing to do with it`. */
export function bodiesDenied(view: View, text: string): readonly Agency[] {
  return signedClauses(text).flatMap(clause => deniedBy(view, clause) ?? []);
}

/** A text without the clauses that only say which body it is not for, but for those of `kept`. */
export function withoutBodiesDenied(view: View, text: string, kept: (body: Agency) => boolean): string {
  const rest = signedClauses(text).filter(clause => {
    const body = deniedBy(view, clause);
    return (body === null || kept(body)) && !BARE.test(plainWords(clause));
  });
  return rest.join('').trim();
}

/** The body that a clause says it is not for, and nothing else; null: none. */
export function deniedBy(view: View, clause: string): Agency | null {
  const plain = plainWords(clause)
    .replace(/\bpolice\b/g, 'policia')
    .replace(/\b(?:town|city) hall\b/g, 'municipio');
  const isExclaimed = /[?!]/.test(clause);
  const found = bodyNames(view).find(({ name }) => {
    const at = ` ${plain} `.indexOf(` ${name} `);
    if (at < 0) return false;
    const [before, after] = [plain.slice(0, at), plain.slice(at + name.length)];
    if (NOT_FOR.test(before)) return after === '';
    if (SCORNS.test(before)) return SCORNED.test(after) || (after === '' && isExclaimed);
    return LEADS.test(before) && NO_BEHIND.test(after);
  });
  return found?.body ?? null;
}
