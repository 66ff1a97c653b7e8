import { withoutScolding } from '../../scolding.ts';
import { isTime, withoutTime } from './no-place.ts';
import { isOwnHome, withoutTail } from './place-clauses.ts';
import { withoutLeads } from './place-leads.ts';

/** The parts of words that say where, without what leads to them, sighs behind them or says when. */
export function whereParts(words: string): string[] {
  const parts = withoutScolding(words).split(/\s*[,\n]\s*/);
  const named = parts.filter(part => !isOwnHome(part) && !isTime(part));
  return (named.length > 0 ? named : parts)
    .map(part => withoutTime(withoutTail(withoutLeads(part))))
    .filter(part => part !== '')
    .map((part, i) => (i === 0 ? bare(part) : part));
}

/** Without what only puts something there: `en Chepo`, `el de David`. */
export function bare(words: string): string {
  return words.replace(/^(?:(?:en|in|at|de)|(?:el|la|los|las) de|the one (?:in|at))\s+(?=\S)/iu, '');
}
