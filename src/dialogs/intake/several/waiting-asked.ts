import { contentWords } from '../../likeness.ts';
import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';

const WAITING =
  /^(?:(?:y|and|pero|entonces|ok) )*(?:que (?:pasa|hay) con |what about )?(?:el|la|lo|the one|the) (?:(?:otr[oa]|segund[oa]|second|other)(?: (?:caso|asunto|tema|one))?|(?:(?:caso|asunto|tema|otr[oa]) )?(?:de(?:l| la| los| las)?|about the|about) (\w+(?: \w+){0,3}))$/;

/** Is it only asked after a matter that waits to be opened next, which is asked about anyway: `¿y el de la basura?` */
export function asksOfWaiting({ burst, state }: Scene): boolean {
  const plain = plainWords(burst.text);
  const found = WAITING.exec(plain);
  const named = found?.[1] ?? '';
  const waiting = new Set(state.later.flatMap(line => plainWords(line).split(' ')));
  return found !== null && waiting.size > 0 && contentWords(named).every(word => waiting.has(word));
}
