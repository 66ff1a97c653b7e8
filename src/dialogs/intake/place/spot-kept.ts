import type { Place } from '../../../cases/case.ts';
import { plainWords } from '../../plain-words.ts';
import { DOORS, LANDMARKS, STREETS } from './kinds-of-place.ts';
import { deniedIn } from './place-words.ts';
import { spotsIn } from './spots.ts';

const ROAD = new RegExp(`\\b(?:${STREETS}|ruta|parada|puente|${DOORS})\\b`);
const INSTEAD =
  /\b(no|not|cambi\w*|corrij\w*|correg(?!imiento)\w*|change|instead|en vez|mejor|equivoc\w*|perdon|sorry|mal|wrong)\b/;
/** A building told by its name is the spot, and lies in none. */
const BUILDING = new RegExp(`\\b(?:${LANDMARKS})\\b`, 'i');
const LONGEST = 160;

/** `En Bella Vista`, told to `vía España`: the area that the spot lies in, and not another place; what is put right is. */
export function withSpotKept(before: Place | null, now: Place, text: string): Place {
  if (before === null || now.code === null || INSTEAD.test(plainWords(text)) || deniedIn(text).length > 0)
    return now;
  const [was, is] = [plainWords(before.text), plainWords(now.text)];
  const isSpot = ROAD.test(was) || spotsIn(before.text).length > 0;
  const isArea = !ROAD.test(is) && !BUILDING.test(now.text) && spotsIn(now.text).length === 0;
  const isThere = before.code?.slice(0, 4) === now.code.slice(0, 4);
  const isFree = !was.includes(is) && !is.includes(was) && before.text.length <= LONGEST;
  return isSpot && isArea && isThere && isFree ? { ...now, text: `${before.text}, ${now.text}` } : now;
}
