import type { PlaceGuess, Ranked } from './classifier.ts';
import type { Evidence } from './evidence.ts';
import type { NamedAgency } from './named-agencies.ts';
import type { Reading } from './reading.ts';
import type { Match } from './spots.ts';

const AT_MOST = 3;
const LONGEST = 60;
/** How sure a place must be to be a reason. */
const SURE_PLACE = 0.5;

/** What decided, cut from the text as the citizen wrote it: the matter first, then the body named, then the place. */
export function reasonsOf(
  reading: Reading,
  {
    evidence,
    services,
    named,
    places,
  }: {
    evidence: Evidence[];
    services: Ranked[];
    named: NamedAgency[];
    places: PlaceGuess[];
  },
): string[] {
  const top = services[0]?.id;
  const matches = evidence.flatMap(source => source.matches.filter(({ owner }) => owner === top));
  const matter = matches.sort(byWorth).map(match => cut(reading, match.units));
  const body = named.filter(({ byName }) => byName).map(({ match }) => cut(reading, match.units));
  const place = places.filter(({ p }) => p >= SURE_PLACE).map(({ text }) => text);
  const rest = [...body.slice(0, 1), ...place.slice(0, 1)];
  return withoutRepeats([...withoutRepeats(matter).slice(0, AT_MOST - rest.length), ...rest]);
}

function byWorth(a: Match, b: Match): number {
  return b.length * b.quality - a.length * a.quality || (a.units[0] ?? 0) - (b.units[0] ?? 0);
}

/** From the first word to the last one, with the negation and the pronouns before it: `no me llega`, `se fue`. */
function cut({ text, tokens, units }: Reading, covered: number[]): string {
  const first = units[covered[0] ?? 0];
  const last = units[covered.at(-1) ?? 0];
  if (!first || !last) return '';
  const negation = first.negated ? negationBefore(first.at, tokens) : first.at;
  const start = tokens[withPronouns(negation, tokens)]?.start ?? 0;
  const whole = text.slice(start, tokens[last.at]?.end ?? start).replace(/\s+/g, ' ');
  return whole.length <= LONGEST ? whole : text.slice(start, tokens[first.at]?.end);
}

const PRONOUN = /^(se|me|nos|te|le|les)$/;

/** `Se` belongs to `fue`: without it nobody takes the words for their own. */
function withPronouns(at: number, tokens: Reading['tokens']): number {
  const before = tokens[at - 1];
  const isOne = before?.sentence === tokens[at]?.sentence && PRONOUN.test(before?.word ?? '');
  if (isOne) return withPronouns(at - 1, tokens);
  return isNegation(before) && PRONOUN.test(tokens[at]?.word ?? '') ? at - 1 : at;
}

const NEGATES = /^(no|sin|ni|nunca|jamas|tampoco|nadie|without|not|never)$/;

function isNegation(token: Reading['tokens'][number] | undefined): boolean {
  return NEGATES.test(token?.word ?? '');
}

function negationBefore(at: number, tokens: Reading['tokens']): number {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    if (isNegation(tokens[before])) return before;
  }
  return at;
}

/** Leaves out what an earlier reason already says. */
function withoutRepeats(reasons: string[]): string[] {
  const kept: string[] = [];
  for (const reason of reasons) {
    const small = reason.toLowerCase();
    if (small !== '' && !kept.some(before => before.toLowerCase().includes(small))) kept.push(reason);
  }
  return kept;
}
