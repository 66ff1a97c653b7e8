import { plainWords } from './plain-words.ts';

const NAMED: [RegExp, number][] = [
  [/\b(pesim\w*|muy mal\w*|horrible|terrible|malisim\w*|fatal|worst|awful)\b/, 1],
  [/\b(excelente\w*|muy buen\w*|muy bien|perfect\w*|buenisim\w*|excellent|great)\b/, 5],
  [/\b(regular|mas o menos|so so|ahi ahi)\b/, 3],
  [/\b(mal\w*|bad)\b/, 2],
  [/\b(bien|buen\w*|good)\b/, 4],
];
const WORDS = ['uno', 'dos', 'tres', 'cuatro', 'cinco'];
/** Longer texts name no mark by an adjective: they tell something. */
const MOST_WORDS = 8;

/** Marks from 1 to 5 in a text, with what else it says; null when there are none. */
export function marksIn(text: string): { rating: number; cause: string | null } | null {
  const plain = plainWords(text);
  const rating = digitIn(plain) ?? beyondIn(plain) ?? starsIn(text) ?? namedIn(plain);
  return rating === null ? null : { rating, cause: causeIn(text) };
}

function digitIn(plain: string): number | null {
  const found =
    /^(?:de(?:l)? 1 a(?:l)? 5 |from 1 to 5 )?(?:(?:le|les|doy|pongo|un|una|el|la|es|nota|calificacion|i|give|it|you|them|a|los|yo) )*([1-5])(?: (?:de|sobre|out of)? ?5)?(?: |$)/;
  const digit = found.exec(plain)?.[1];
  if (digit !== undefined) return Number(digit);
  const at = WORDS.indexOf(plain.split(' ')[0] ?? '');
  return at === -1 ? null : at + 1;
}

/** `Un 10`, `10 de 10`, `cero`: beyond the scale, and plain all the same; a bare figure may be a slip. */
function beyondIn(plain: string): number | null {
  const found =
    /^(?:(?:le|les|doy|pongo|un|una|el|la|es|nota|calificacion|i|give|it|a|los) )*(?:(10|100|20|diez|cien|mil|ten|twenty)|(0|cero|zero))(?: (?:de|sobre|out of) (?:10|100|20|5))?(?: (?:puntos?|estrellas?|gracias|points|stars))*$/.exec(
      plain,
    );
  if (found === null || /^\d+$/.test(plain)) return null;
  return found[1] === undefined ? 1 : 5;
}

function starsIn(text: string): number | null {
  const stars = [...text.matchAll(/⭐|🌟|★/gu)].length;
  return stars >= 1 && stars <= 5 ? stars : null;
}

function namedIn(plain: string): number | null {
  if (plain.split(' ').length > MOST_WORDS) return null;
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

function causeIn(text: string): string | null {
  const rest = text.replace(/^\s*[1-5](?!\d)(\s*(\/|de|sobre)\s*5)?[\s,.:;-]*/, '').trim();
  const told = plainWords(rest).replace(
    /^((del? 1 al? 5|from 1 to 5|le|les|doy|pongo|un|una|el|la|es|nota|calificacion|i|give|it|a|de|10|[1-5])(?: |$))+/,
    '',
  );
  return told.split(' ').length >= 3 ? rest : null;
}
