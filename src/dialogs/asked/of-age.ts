import type { Procedure } from '../../catalogue/catalogue.ts';
import { plainWords } from '../words/plain-words.ts';

/** What a procedure is meant with, and how surely. */
interface Likely {
  id: string;
  p: number;
}

const CHILD =
  /\b(hij[oa]s?|hijit[oa]s?|niñ[oa]s?|beb[ea]s?|nen[ea]s?|niet[oa]s?|sobrin[oa]s?|menor(es)?|son|daughter|child|kid|baby|minor|([1-9]|1[0-7]) (añ(it)?os|meses|years?|months?))\b/;
/** Who comes of age, or goes with them. */
const OF_AGE =
  /\b(1[89]|[2-9]\d) (años|years?)\b|\bmayor de edad\b|\b(para|for) (mi|me)( mism[oa])? (y|e|and)\b|\b(y|and) (yo|me|myself|(mi )?(espos[oa]|marido|mujer))\b|\b(yo|nosotros) y\b/;
const GROWN = /\bmayor de edad\b/;
const YOUNG = /\b(menor|juvenil)\b/;

/** What may be meant, with that of children in the stead of that of adults where it is asked for a child: `mi hijo de 8 años`. */
export function ofAge(
  likely: readonly Likely[],
  text: string,
  all: ReadonlyMap<string, Procedure>,
): readonly Likely[] {
  if (!ofChild(plainWords(text))) return likely;
  const sums = new Map<string, number>();
  for (const { id, p } of likely) {
    const meant = youngOf(all.get(id), all)?.id ?? id;
    sums.set(meant, Math.min(1, (sums.get(meant) ?? 0) + p));
  }
  return [...sums].map(([id, p]) => ({ id, p })).toSorted((a, b) => b.p - a.p);
}

/** Is it asked for a child, in plain words? */
export function ofChild(plain: string): boolean {
  return YOUNG.test(plain) || (CHILD.test(plain) && !OF_AGE.test(plain));
}

/** The procedure of the same paper for children, of one for adults. */
function youngOf(
  procedure: Procedure | undefined,
  all: ReadonlyMap<string, Procedure>,
): Procedure | undefined {
  if (procedure === undefined || !GROWN.test(plainWords(procedure.name.es))) return undefined;
  const paper = paperOf(procedure);
  return [...all.values()].find(
    other => YOUNG.test(plainWords(other.name.es)) && paperOf(other) === paper && !GROWN.test(other.name.es),
  );
}

function paperOf({ agency, name }: Procedure): string {
  return `${agency} ${plainWords(name.es).split(' ')[0]}`;
}
