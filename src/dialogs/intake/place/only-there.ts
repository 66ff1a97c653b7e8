import type { Place } from '../../../cases/case.ts';
import type { Draft } from '../../conversation.ts';
import type { Scene } from '../../scene.ts';
import { sentences } from '../../words/clauses.ts';
import { plainWords } from '../../words/plain-words.ts';
import { surePlace } from './namesakes.ts';

const NOT_IT = /\b(?:eso|ese|esa|that|it) no es (?:el|la) (?:lugar|sitio|direccion)\b|\bnot the place\b/;
const ONLY =
  /^(?:(?:es|ponga|pon|solo|solamente|just|only)\s+)*(?:en\s+)?(.+?)\s+(?:nada m[aá]s|no ?m[aá]s|solamente|only)[.,;!\s]*$/iu;

/** `Eso no es el lugar. Chitré nada más`: the place as it should stand, and no word of the one before; null: none is named so. */
export function onlyThere({ burst, facts }: Scene, { place }: Draft): Place | null {
  if (place === null || !NOT_IT.test(plainWords(burst.text))) return null;
  const named = sentences(burst.text).flatMap(sentence => ONLY.exec(sentence)?.[1] ?? []);
  return surePlace(named.flatMap(name => facts.read(name).places));
}
