import type { Place } from '../../cases/case.ts';
import { plainWords } from '../../catalogue/words.ts';
import type { Scene } from '../scene.ts';
import { saysFurther } from './matter.ts';
import { surePlace } from './namesakes.ts';

const SAME =
  /\b(ahi mismo|aqui mismo|alli mismo|en el mismo (lugar|sitio|barrio|sector)|(en )?la misma (calle|barriada|zona|cuadra)|same (place|street|spot)|right there)\b/;
/** So soon after a case, a further matter without a place is of the same one. */
const SOON_MS = 3_600_000;

/** The place of the case filed just before, for a matter that is told beside it or lies where it does; null: none. */
export function samePlace({ facts, burst }: Scene): Place | null {
  const [c] = facts.cases;
  const isSoon = c !== undefined && facts.now.getTime() - c.openedAt.getTime() < SOON_MS;
  if (!isSoon || surePlace(facts.reading.places) !== null) return null;
  return SAME.test(plainWords(burst.text)) || saysFurther(burst.text) ? c.place : null;
}
