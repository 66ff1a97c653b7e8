import type { Place } from '../../../cases/case.ts';
import { plainWords } from '../../words/plain-words.ts';
import { type Door, doorsIn } from './spots.ts';

/** `53`, `53B`, `5ta`. */
const NUMBER = '(\\d+\\p{L}{0,3})(?!\\p{L})';
const DOOR = '(?:la |el |(?:la )?calle |(?:la )?casa |lote |apto |torre |piso )';
const SAYS = new RegExp(
  `(?:(?<!\\bno )\\b(?:es|era|seria) (?:en )?${DOOR}|^${DOOR}?)${NUMBER}(?! (?:de|y media|dias|años))`,
  'u',
);
const DENIES = new RegExp(`\\b(?:no|y no) (?:es |era )?(?:en )?${DOOR}?${NUMBER}`, 'u');
/** `Es la 5ta`, and no more: of the one street they told. */
const ALONE = new RegExp(
  `^(?:no |perdon |digo )*(?:es|era) (?:en )?(?:la |el )(?:(calle|casa|lote|apto|torre|piso) )?${NUMBER}$`,
  'u',
);
const BIDS = /\b(?:corrij|corrig|cambi|arregl)\w*\b.*\b(?:direccion|lugar|calle|casa|numero)\b/;

/**
 * `Es la 53, no la 50`, `corrija la dirección, es la 53`: the place with the number of its street or house put right; null: none
 * is, or it is no number of this place.
 */
export function numberPutRight(text: string, place: Place): Place | null {
  const km = kilometrePutRight(text, place);
  if (km) return km;
  const plain = plainWords(text);
  const said = SAYS.exec(plain)?.[1];
  const denied = DENIES.exec(plain)?.[1];
  const doors = doorsIn(place.text);
  // Of several numbers each takes its own place.
  const other = doorsIn(text).length > 1 ? null : numberOfSame(plain, doors);
  if (other !== null)
    return {
      ...place,
      text: place.text.replace(other.words, words => words.replace(/\d+\p{L}*/u, other.said)),
    };
  const [, of = doors[0]?.of] = ALONE.exec(plain) ?? [null, ''];
  const isBid = BIDS.test(plain) || (doors.length === 1 && of === doors[0]?.of);
  if (said === undefined || (denied === undefined && !isBid)) return null;
  const right = doors.find(door => numberOf(door) === said);
  const wrong = doors.find(door => (denied === undefined ? isOther(door, right) : numberOf(door) === denied));
  if (wrong === undefined) return null;
  const mended = right
    ? place.text.replace(wrong.words, '').replace(/(?:\s*,)+\s*(?=,|$)|^\s*,\s*/gu, '')
    : place.text.replace(wrong.words, () => wrong.words.replace(/\d+\p{L}*/u, said));
  return { ...place, text: mended.replace(/\s+,/gu, ',').trim() };
}

const KM = '(?:km|kil[oó]metro)\\.?\\s*(\\d+(?:[.,]\\d+)?)';
const IN_PLACE = /(?<=(?<!\p{L})(?:km|kil[oó]metro)\.?\s*)\d+(?:[.,]\d+)?/iu;
/** `Es el kilómetro 4.6`, `escriba solo km 4.6`, `km 4.6, no 4`. */
const SAYS_KM = new RegExp(
  `(?<!\\p{L})(?:(?<!no )(?:es|era)|escriba|ponga|diga|corrija|it is|it['’]s|write|put)(?:\\s+(?:s[oó]lo|en|el|que|a|only|just|at))*\\s+${KM}|(?<!no (?:el )?)(?<!\\p{L})${KM},?\\s+(?:y\\s+)?(?:no|not)(?!\\p{L})`,
  'iu',
);

/** The place with the kilometre put right, where it names one. */
function kilometrePutRight(text: string, place: Place): Place | null {
  const [, said, instead = said] = SAYS_KM.exec(text) ?? [];
  const before = IN_PLACE.exec(place.text)?.[0];
  if (instead === undefined || before === undefined || before === instead) return null;
  return { ...place, text: place.text.replace(IN_PLACE, instead) };
}

/** `La casa es la 121`, `envíelo con casa 121`, of `casa 112`: there is one of it. */
const OF_ONE =
  /\b(casa|lote|apto|apartamento|torre|piso|local)(?: (?:es|era|seria))?(?: (?:el|la|numero|num|no))* (\d+\p{L}{0,2})(?!\p{L})/u;

function numberOfSame(plain: string, doors: readonly Door[]): { words: string; said: string } | null {
  const [, of, said] = OF_ONE.exec(plain) ?? [];
  const same = doors.filter(door => door.of === of);
  const [door] = same;
  if (door === undefined || said === undefined || same.length > 1) return null;
  return numberOf(door) === said || plain.split(' ').length > MOST_WORDS ? null : { words: door.words, said };
}

/** More words tell of another house. */
const MOST_WORDS = 14;

/** Of the same kind as the one that is right; any, where that is new. */
function isOther(door: Door, right: Door | undefined): boolean {
  return right === undefined || (door !== right && door.of === right.of);
}

function numberOf({ words }: Door): string {
  return /\d+\p{L}*/u.exec(plainWords(words))?.[0] ?? '';
}
