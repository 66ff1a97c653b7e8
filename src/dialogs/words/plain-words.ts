import { rememberingLately } from '../../catalogue/remembering.ts';
import { bareWords } from '../../catalogue/words.ts';

/** How people on a telephone write the shortest words; a `k` may be the name of a street or a block. */
const SHORT =
  /(?<!\b(?:calle|avenida|av|ave|via|sector|etapa|manzana|bloque|torre|casa|lote|edificio|grupo|letra) )\b(?:q|k|qe|ke)\b/g;
const SHORTER: readonly [RegExp, string][] = [
  [SHORT, 'que'],
  [/\b(?:xq|xk|pq|pk|porq)\b/g, 'porque'],
  [/\bpa\b/g, 'para'],
  [/\b(?:tb|tmb|tbn|ta[nm]bi?e?n)\b/g, 'tambien'],
  [/\bno(?:h?ai|h?ay)\b/g, 'no hay'],
];

/** Words as a talk compares them: plain, and the shorthand of the telephone written out, word for word: `q` is `que`. */
export const plainWords = rememberingLately((text: string): string =>
  SHORTER.reduce((plain, [short, whole]) => plain.replace(short, whole), bareWords(text)),
);
