import type { Procedure } from '../../catalogue/catalogue.ts';
import type { Ranked } from '../../nlu/classifier.ts';
import { plainWords } from '../words/plain-words.ts';
import { ofChild } from './of-age.ts';

/** How a paper is got: for the first time, again as it ran out, or again as it is gone. */
export type Way = 'first' | 'renewed' | 'replaced';

const NAMED: Readonly<Record<Way, RegExp>> = {
  first: /\b(?:por primera vez|primera cedula|first)\b/,
  renewed: /\b(?:renovacion|renewal)\b/,
  replaced: /\b(?:duplicado|reposicion|perdid[oa]|replacement|lost)\b/,
};

/** The way that a procedure bears in its name; null: it bears none. */
export function wayOf({ name }: Procedure): Way | null {
  return waysIn(plainWords(name.es))[0] ?? null;
}

function waysIn(plain: string): Way[] {
  return (Object.keys(NAMED) as Way[]).filter(way => NAMED[way].test(plain));
}

const WISHED: Readonly<Record<Way, RegExp>> = {
  first:
    /\b(?:(?:por )?(?:la |su |mi |es )*primera vez|(?:no )?(?:(?:lo|la|he|ha|han|hemos) )*nunca (?:(?:lo|la|se|le) )*(?:he |ha |han |hemos )?(?:tenid|tuv|sacad|sac[oeó])\w*|no (?:ha|he|han|hemos) (?:tenido|sacado) nunca|nunca antes|first time|never had)\b/,
  renewed: /\b(?:renovacion|renov\w+|renuev\w+|vencid[oa]|vencio|renew\w*|expired)\b/,
  replaced:
    /\b(?:duplicado|reposicion|perdi\w*|extravi\w+|robaron|robad[oa]|hurt\w+|deterior\w+|dañad[oa]|daño|mojo|rompio|replac\w+|lost|stolen)\b/,
};

const DENIES =
  /\b(?:no|ni) (?:(?:es|era|quiero|necesito|busco|hablo de|pregunto por|pido|se trata de|por|de|el|la|un|una|lo) )*(?:duplicado|renovacion|renovar(?:l[oa])?|reposicion|perdid[oa]|primera vez)\b|\b(?:eso|esto|that) (?:es|sigue siendo|is|s) (?:(?:el|un|una|la|para|del?|por|lo|a|the|for) )*(?:duplicado|renovacion|reposicion|primera vez|replacement|renewal)\b|\bno (?:(?:se|me|lo|la|le) )*(?:perdi\w*|robaron|daño)\b|\b(?:not|isn t) (?:(?:a|the|for|my) )*(?:replacement|renewal|renew\w*|first time|lost)\b/g;

/** Which way words want a paper to be got, and which not: `no es renovación, es primera vez`. */
export function waysSaid(text: string): { wanted: Way[]; denied: Way[] } {
  const plain = plainWords(text);
  const denied = (plain.match(DENIES) ?? []).flatMap(part => waysWished(part));
  return { wanted: waysWished(plain.replace(DENIES, ' ')), denied };
}

function waysWished(plain: string): Way[] {
  return (Object.keys(WISHED) as Way[]).filter(way => WISHED[way].test(plain));
}

/** What may be meant, each got the way that is wanted, where that is known: `renuevo el pasaporte` means no first one. */
export function inWay(
  likely: readonly Ranked[],
  text: string,
  all: ReadonlyMap<string, Procedure>,
): readonly Ranked[] {
  const { wanted } = waysSaid(text);
  const [way] = wanted.length === 1 ? wanted : [];
  const sums = new Map<string, number>();
  for (const { id, p } of likely) {
    const procedure = all.get(id);
    const isIt = procedure === undefined || isWayOf(procedure, text);
    const other = isIt || way === undefined ? undefined : sameByWay(procedure, way, all);
    const meant = isIt ? id : other && isWayOf(other, text) ? other.id : undefined;
    if (meant !== undefined) sums.set(meant, Math.min(1, (sums.get(meant) ?? 0) + p));
  }
  return [...sums].map(([id, p]) => ({ id, p })).toSorted((a, b) => b.p - a.p);
}

/** Can a paper got this way be what is asked, where another way is wanted, or this one denied? */
function isWayOf(procedure: Procedure, text: string): boolean {
  const way = wayOf(procedure);
  if (way === null || !isNamed(procedure, text)) return true;
  const { wanted, denied } = waysSaid(text);
  const isOther = wanted.length === 1 && wanted[0] !== way;
  const plain = plainWords(text);
  // The card of a child is got another way than that of who comes of age.
  const isOfChild = way === 'first' && /\bcedula\b/.test(plainWords(procedure.name.es)) && ofChild(plain);
  return !isOther && !denied.includes(way) && !isOfChild;
}

/** The same paper got another way, by the same body; undefined: none is known. */
export function sameByWay(
  { id, agency, name }: Procedure,
  way: Way,
  all: ReadonlyMap<string, Procedure>,
): Procedure | undefined {
  const own = paperIn(name.es);
  return [...all.values()].find(other => {
    const words = paperIn(other.name.es);
    return (
      other.id !== id &&
      other.agency === agency &&
      wayOf(other) === way &&
      own.every(word => words.includes(word))
    );
  });
}

/** Is only known how such a paper is had again, where nobody said that it is gone? */
export function onlyReplaced(
  procedure: Procedure,
  text: string,
  all: ReadonlyMap<string, Procedure>,
): boolean {
  const isReplaced = wayOf(procedure) === 'replaced' && sameByWay(procedure, 'first', all) === undefined;
  return isReplaced && !waysSaid(text).wanted.includes('replaced');
}

/** Are they several of one paper, that is named: `cuánto demora el pasaporte`, whichever way it is got? */
export function areOfNamed(
  near: readonly { id: string }[],
  procedures: ReadonlyMap<string, Procedure>,
  text: string,
): boolean {
  const papers = near.map(({ id }) => procedures.get(id));
  const [name, ...others] = new Set(papers.map(paper => (paper ? paperIn(paper.name.es)[0] : undefined)));
  const isOne = papers.length > 1 && others.length === 0;
  return isOne && name !== undefined && plainWords(text).split(' ').includes(name);
}

/** Is the paper named? `I lost my backpack` speaks of none. */
function isNamed({ name }: Procedure, text: string): boolean {
  const said = ` ${plainWords(text)} `;
  const words = [
    ...paperIn(name.es),
    ...paperIn(name.en),
    ...plainWords(name.en.replace(/^.*\(|\).*$/g, '')).split(' '),
  ];
  return words.some(word => said.includes(` ${word}`) && word.length > 3);
}

/** The words of a name that say which paper it is: `licencia de conducir`. */
function paperIn(name: string): string[] {
  return plainWords(name.replace(/\(.*\)/, ''))
    .split(' ')
    .filter(word => word.length > 3 && !NO_PAPER.test(word));
}

const NO_PAPER =
  /^(?:first|renewal|replacement|lost|stolen|damaged|expired|driving|with|from|card|renovacion|duplicado|reposicion|primera|perdid[oa]|robad[oa]|dañad[oa]|vencid[oa])$/;
