import type { Case } from '../../cases/case.ts';
import { relation } from '../likeness.ts';
import { retold, type Scene } from '../scene.ts';
import { sentences, signedClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

/** `El de la basura no`, `la luz todavía no`. */
const NOT_THAT =
  /^(?:(?:y|pero|and|but) )*(?:el|la|lo|los|las|the)(?: (?:caso|otr[oa]|one))?(?: (?:\w+ ){0,3}\w+)? (?:(?:todavia|aun|eso|ese|esa) )*(?:no|tampoco|sigue(?:n)? (?:igual|abiert[oa]|sin \w+)|not(?: yet)?)$/;
const MOST_NAMING = 9;

/**
 * What is said of one of several cases, where another is only named to be left as it is: `ya llegó el agua, cierre ese. El de la
 * basura no`. Null: none is, or it stays open which is meant.
 */
export function ofOneLeft(scene: Scene, cases: readonly Case[]): { own: Scene; c: Case } | null {
  const { text, choice } = scene.burst;
  const parts = sentences(text).length > 1 ? sentences(text) : signedClauses(text);
  if (choice !== null || parts.length < 2) return null;
  const left = parts.filter(part => namesToLeave(scene, cases, part));
  const rest = parts
    .filter(part => !left.includes(part))
    .join(' ')
    .trim();
  if (left.length === 0 || rest === '') return null;
  const own = retold(scene, [rest]);
  const out = left.flatMap(part => only(scene, cases, part) ?? []);
  const [c, other] = cases.filter(one => !out.includes(one) && relation(own, one) > 0);
  return c === undefined || other !== undefined ? null : { own, c };
}

function namesToLeave(scene: Scene, cases: readonly Case[], part: string): boolean {
  const plain = plainWords(part);
  const isBrief = plain.split(' ').length <= MOST_NAMING;
  return isBrief && !part.includes('?') && NOT_THAT.test(plain) && only(scene, cases, part) !== null;
}

/** The one case that words name. */
function only(scene: Scene, cases: readonly Case[], part: string): Case | null {
  const telling = retold(scene, [part]);
  const [c, other] = cases.filter(one => relation(telling, one) === 2);
  return c !== undefined && other === undefined ? c : null;
}
