import type { Place } from '../../../cases/case.ts';
import { plainWords } from '../../words/plain-words.ts';
import { type Door, doorsIn } from './spots.ts';

const SAYS =
  /(?<!\bno )\b(?:es|era|seria) (?:en )?(?:la|el|calle|casa|lote|apto|torre|piso) (\d+\p{L}?)\b(?! (?:de|y media|dias|años))/u;
const DENIES = /\b(?:no|y no) (?:es |era )?(?:en )?(?:la|el|calle|casa|lote|apto|torre|piso) (\d+\p{L}?)\b/u;
const BIDS = /\b(?:corrij|corrig|cambi|arregl)\w*\b.*\b(?:direccion|lugar|calle|casa|numero)\b/;

/**
 * `Es la 53, no la 50`, `corrija la dirección, es la 53`: the place with the number of its street or house put right; null: none
 * is, or it is no number of this place.
 */
export function numberPutRight(text: string, place: Place): Place | null {
  const plain = plainWords(text);
  const said = SAYS.exec(plain)?.[1];
  const denied = DENIES.exec(plain)?.[1];
  if (said === undefined || (denied === undefined && !BIDS.test(plain))) return null;
  const doors = doorsIn(place.text);
  const right = doors.find(door => numberOf(door) === said);
  const wrong = doors.find(door =>
    denied === undefined ? door !== right && door.of === right?.of : numberOf(door) === denied,
  );
  if (wrong === undefined) return null;
  const mended = right
    ? place.text.replace(wrong.words, '').replace(/(?:\s*,)+\s*(?=,|$)|^\s*,\s*/gu, '')
    : place.text.replace(wrong.words, () => wrong.words.replace(/\d+\p{L}?/u, said));
  return { ...place, text: mended.replace(/\s+,/gu, ',').trim() };
}

function numberOf({ words }: Door): string {
  return /\d+\p{L}?/u.exec(plainWords(words))?.[0] ?? '';
}
