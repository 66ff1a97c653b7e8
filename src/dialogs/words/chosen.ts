import { distance } from 'fastest-levenshtein';
import type { Choice } from '../../channels/channel.ts';
import type { Burst } from '../scene.ts';
import { plainClauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';
import { isNo, isYes } from './yes-no.ts';

/** Longer texts are no bare answer. */
const MOST_WORDS = 7;

const ORDINALS: Record<string, number> = Object.fromEntries(
  [
    'uno una primero primera one first',
    'dos segundo segunda two second',
    'tres tercero tercera tercer three third',
    'cuatro cuarto cuarta four fourth',
    'cinco quinto quinta five fifth',
    'seis sexto sexta six sixth',
  ].flatMap((words, i) => words.split(' ').map(word => [word, i + 1])),
);

/** The offered choice a citizen tapped, or meant by number, words, synonym or with a typo; null: none of them. */
export function chosen(choices: readonly Choice[], burst: Pick<Burst, 'choice' | 'text'>): Choice | null {
  const tapped = choices.find(({ value }) => value === burst.choice);
  if (tapped) return tapped;
  if (burst.text.trim() === '') return null;
  const plain = plainWords(burst.text);
  return (
    byNumber(choices, plain) ??
    byLabel(choices, plain) ??
    byYesOrNo(choices, burst.text) ??
    byTypo(choices, plain)
  );
}

/** What is chosen, without what it is about: `yes` of `solved:311-…:yes`. */
export function chosenWord(choices: readonly Choice[], burst: Pick<Burst, 'choice' | 'text'>): string | null {
  return chosen(choices, burst)?.value.split(':').at(-1) ?? null;
}

const POINTS =
  /^(?:(?:es|era|seria|sera|creo que es|it is|it s|its) )?(?:el|la|lo|los|las|the one|the) (?:de la|de los|del|de|que|about|of|with) /;

/** The choice that words point to before they say more of it: `es el de paz, el que queda en …`; null: none. */
export function pointedTo(choices: readonly Choice[], text: string): Choice | null {
  const first = plainClauses(text)[0] ?? '';
  return POINTS.test(`${first} `) ? byLabel(choices, first) : null;
}

const NUMBER =
  /^(?:(?:la|el|lo|opcion|numero|number|option|caso|case|es|seria|elijo|escojo|quiero|the) )*([0-9]{1,2}|[a-z]+)(?: (?:porfa|por favor|gracias|please|one|creo|mejor|pues|entonces|ese|esa|si))*$/;

function byNumber(choices: readonly Choice[], plain: string): Choice | null {
  const word = NUMBER.exec(plain)?.[1];
  if (word === undefined) return null;
  if (word === 'ultimo' || word === 'ultima' || word === 'last') return choices.at(-1) ?? null;
  return choices[(ORDINALS[word] ?? Number(word)) - 1] ?? null;
}

const LIGHT = new Set('el la los las lo un una de del a al en que es por favor the of'.split(' '));

/** The words that tell one label from another. */
function words(text: string): string[] {
  const all = plainWords(text).split(' ');
  const heavy = all.filter(word => !LIGHT.has(word));
  return heavy.length > 0 ? heavy : all;
}

/** The words of one label and of no other. */
function byLabel(choices: readonly Choice[], plain: string): Choice | null {
  const exact = choices.find(({ label, value }) => plainWords(label) === plain || value === plain);
  if (exact) return exact;
  const said = words(plain);
  if (plain.length < 4 || said.length > MOST_WORDS) return null;
  return only(choices, label => {
    const own = words(label);
    return said.every(word => own.includes(word)) || (own.length > 1 && isPart(own, said));
  });
}

function isPart(part: string[], whole: string[]): boolean {
  return ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `);
}

function only(choices: readonly Choice[], fits: (label: string) => boolean): Choice | null {
  const fitting = choices.filter(({ label }) => fits(label));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function byYesOrNo(choices: readonly Choice[], text: string): Choice | null {
  const meant = isYes(text) ? 'yes' : isNo(text) ? 'no' : null;
  if (meant === null) return null;
  return choices.find(({ value }) => value === meant || value.endsWith(`:${meant}`)) ?? null;
}

function byTypo(choices: readonly Choice[], plain: string): Choice | null {
  const said = words(plain).join(' ');
  if (said.length < 4) return null;
  const most = said.length > 7 ? 2 : 1;
  return only(choices, label => {
    const own = words(label);
    return [...own, own.join(' ')].some(part => part.length > 3 && distance(part, said) <= most);
  });
}
