import { contentWords } from '../likeness.ts';
import { plainWords } from '../words/plain-words.ts';

/** A part with more words of its own beside what is named is not dropped whole. */
const MOST_OTHERS = 4;
/** So much must stay of it. */
const LEAST_LEFT = 3;
/** Where a phrase begins that tells for what, with what or since when, and may go whole. */
const PHRASE =
  /\s+(?=(?:para|por|con|sin|cuando|mientras|desde|a cambio de|for|with|without|since|when)\s)/iu;
/** Where a thing is told nearer, `de cuarto grado`, `en citas`, up to what is done: `le pega`. */
const NEARER =
  /\s+(?=(?:del?|en|al?|como|of|in|at|as)\s|(?:les?|se|me|nos|no|que|es|son|est[aá]n?|is|are)\s)/iu;

/**
 * A part of what was told without the phrase that names something, where more is told in it: `una funcionaria cobra 20 dólares`, of
 * `… para dar cupo de citas`. Null: little else is told in it, or no phrase of it names that.
 */
export function withoutNaming(
  part: string,
  named: readonly string[],
  speaks: (words: string, named: readonly string[]) => boolean,
): { left: string; gone: string } | null {
  const isOther = (word: string): boolean => !speaks(word, named.slice(0, 1));
  if (contentWords(part).filter(isOther).length <= MOST_OTHERS) return null;
  for (const border of [PHRASE, NEARER]) {
    const [head = '', ...phrases] = part.split(border);
    const at = phrases.findIndex(phrase => speaks(phrase, named));
    const gone = phrases[at];
    if (gone === undefined) continue;
    const left = [head, ...phrases.toSpliced(at, 1)].join(' ').trim();
    const sign = /[,.;!?]$/u.test(gone.trim()) && !/[,.;!?]$/u.test(left) ? gone.trim().slice(-1) : '';
    if (plainWords(left).split(' ').length > LEAST_LEFT && !speaks(left, named))
      return { left: left + sign, gone };
  }
  return null;
}
