import type { Place } from '../../../cases/case.ts';
import { plainWords } from '../../words/plain-words.ts';
import { LANDMARKS } from './kinds-of-place.ts';
import { deniedIn } from './place-words.ts';
import { namesSpot } from './spots.ts';

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
  const isSpot = namesSpot(before.text);
  const isArea = !namesSpot(now.text) && !BUILDING.test(now.text);
  const isThere = before.code?.slice(0, 4) === now.code.slice(0, 4);
  const isFree = !was.includes(is) && !is.includes(was) && before.text.length <= LONGEST;
  return isSpot && isArea && isThere && isFree ? { ...now, text: `${before.text}, ${now.text}` } : now;
}
