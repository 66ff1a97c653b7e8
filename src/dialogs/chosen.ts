import { distance } from 'fastest-levenshtein';
import { plainWords } from '../catalogue/words.ts';
import type { Choice } from '../channels/channel.ts';
import type { Burst } from './scene.ts';

/** Longer texts are no bare answer. */
const MOST_WORDS = 5;

const YES = new Set(
  `si sii siii sip see sisas dale claro ok oki okay okey vale correcto exacto afirmativo confirmo confirmado listo
   enviar envie envialo envielo enviala enviela enviar mandalo mandelo simon perfecto sale yes yep yeah yup sure
   right send y s bueno acepto adelante quiero`.split(/\s+/),
);
const YES_PHRASES = [
  'de acuerdo',
  'asi es',
  'esta bien',
  'todo bien',
  'por supuesto',
  'send it',
  'go ahead',
  'eso es',
];
const NO = new Set(
  'no nop nope noo nooo nel negativo jamas nunca n nah incorrecto equivocado mal'.split(/\s+/),
);
const NO_PHRASES = [
  'para nada',
  'eso no',
  'asi no',
  'esta mal',
  'no es eso',
  'not that',
  'no gracias',
  'todavia no',
];
const ADDED = new Set(
  'si no por favor porfa gracias senor señor señora please thanks asi esta bien todo eso es lo la envie ya'.split(
    ' ',
  ),
);
const ORDINALS: Record<string, number> = {
  ...{
    primero: 1,
    primera: 1,
    first: 1,
    segundo: 2,
    segunda: 2,
    second: 2,
    tercero: 3,
    tercera: 3,
    third: 3,
  },
  ...{
    cuarto: 4,
    cuarta: 4,
    fourth: 4,
    quinto: 5,
    quinta: 5,
    uno: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
  },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, seis: 6, six: 6 },
};

/** Is this nothing but a yes? */
export function isYes(text: string): boolean {
  if (/^\s*(👍|👌|✅|🆗)/u.test(text)) return true;
  return isBare(text, YES, YES_PHRASES) && !NO.has(plainWords(text).split(' ')[0] ?? '');
}

/** Is this nothing but a no? */
export function isNo(text: string): boolean {
  if (/^\s*(👎|❌|🚫)/u.test(text)) return true;
  return isBare(text, NO, NO_PHRASES);
}

function isBare(text: string, words: Set<string>, phrases: string[]): boolean {
  const plain = plainWords(text);
  if (phrases.some(phrase => plain === phrase || plain === `si ${phrase}` || plain === `no ${phrase}`))
    return true;
  const [first = '', ...rest] = plain.split(' ');
  return (
    words.has(first) && rest.length < MOST_WORDS && rest.every(word => words.has(word) || ADDED.has(word))
  );
}

/** The offered choice a citizen tapped, or meant by number, words, synonym or with a typo; null: none of them. */
export function chosen(choices: readonly Choice[], burst: Pick<Burst, 'choice' | 'text'>): Choice | null {
  const tapped = choices.find(({ value }) => value === burst.choice);
  if (tapped) return tapped;
  const plain = plainWords(burst.text);
  if (plain === '' && !/\S/.test(burst.text)) return null;
  return (
    byNumber(choices, plain) ??
    byLabel(choices, plain) ??
    byYesOrNo(choices, burst.text) ??
    byTypo(choices, plain)
  );
}

const NUMBER =
  /^(?:(?:la|el|opcion|numero|number|option|caso|case|es) )*([0-9]{1,2}|[a-z]+)(?: (?:porfa|por favor|gracias|please))?$/;

function byNumber(choices: readonly Choice[], plain: string): Choice | null {
  const word = NUMBER.exec(plain)?.[1];
  if (word === undefined) return null;
  if (word === 'ultimo' || word === 'ultima' || word === 'last') return choices.at(-1) ?? null;
  return choices[(ORDINALS[word] ?? Number(word)) - 1] ?? null;
}

/** The words of one label and of no other. */
function byLabel(choices: readonly Choice[], plain: string): Choice | null {
  const exact = choices.find(({ label, value }) => plainWords(label) === plain || value === plain);
  if (exact) return exact;
  if (plain.length < 4 || plain.split(' ').length > MOST_WORDS + 2) return null;
  const near = choices.filter(({ label }) => {
    const padded = ` ${plainWords(label)} `;
    return padded.includes(` ${plain} `) || (padded.length > 6 && ` ${plain} `.includes(padded));
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

function byYesOrNo(choices: readonly Choice[], text: string): Choice | null {
  const meant = isYes(text) ? 'yes' : isNo(text) ? 'no' : null;
  return meant === null
    ? null
    : (choices.find(({ value }) => value === meant || value.endsWith(`:${meant}`)) ?? null);
}

function byTypo(choices: readonly Choice[], plain: string): Choice | null {
  if (plain.length < 4) return null;
  const near = choices.filter(({ label }) => {
    const most = plain.length > 7 ? 2 : 1;
    return plainWords(label)
      .split(' ')
      .concat(plainWords(label))
      .some(part => part.length > 3 && distance(part, plain) <= most);
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

const MARKS: [RegExp, number][] = [
  [/\b(pesim\w*|muy mal\w*|horrible|terrible|malisim\w*|worst|awful)\b/, 1],
  [/\b(excelente\w*|muy bueno|muy bien|perfect\w*|buenisim\w*|excellent|great)\b/, 5],
  [/\b(regular|mas o menos|so so)\b/, 3],
  [/\b(mal\w*|bad)\b/, 2],
  [/\b(bien|buen\w*|good)\b/, 4],
];

/** Marks from 1 to 5 in a text, with what else it says; null when there are none. */
export function marksIn(text: string): { rating: number; cause: string | null } | null {
  const plain = plainWords(text);
  const digit = /(?:^|\s)([1-5])(?:\s*(?:\/|de|out of)\s*5)?(?:\s|$)/.exec(plain);
  const stars = [...text.matchAll(/⭐|🌟/gu)].length;
  const [first = ''] = plain.split(' ');
  const named = MARKS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
  const ordinal = (ORDINALS[first] ?? 9) <= 5 ? ORDINALS[first] : undefined;
  const rating = digit ? Number(digit[1]) : stars > 0 && stars <= 5 ? stars : (ordinal ?? named);
  if (rating === undefined || rating === null) return null;
  const rest = text.replace(/^\s*[1-5](\s*(\/|de)\s*5)?[\s,.:;-]*/, '').trim();
  return { rating, cause: plainWords(rest).split(' ').length >= 3 ? rest : null };
}
