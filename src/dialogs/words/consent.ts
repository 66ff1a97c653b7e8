import { asksBack } from './asking.ts';
import { afterFirst, clauses, sentences, signedClauses } from './clauses.ts';
import type { Sort } from './consent-words.ts';
import { plainWords } from './plain-words.ts';
import { fromWord, LONGEST, ORDERING, type Said, saidIn, saidOf, sortsOf, wordsIn } from './said.ts';

/**
 * What an answer makes of the report it is asked about: `yes` agrees, `no` alone does not, `hold` wants it kept a while,
 * `drop` leaves it; `doubt` may, and they are asked; `solved` says that the matter is over.
 */
export type Consent = 'yes' | 'no' | 'hold' | 'drop' | 'doubt' | 'solved';

/** What is set against the rest, or wished instead of it. */
const CONTRASTS =
  /\b(pero|sino|aunque|(?<!\bno )quiero|(?<!\bno )quisiera|cambi\w+|corrij\w+|but|instead|i want)\b/;

/** What might be, and is not wished: "¿y si lo cancelo después?" */
const SUPPOSES = /^(y |and )*(si|que pasa si|what if|if) .*\?$/;

/** All is well: with the report, or with what was wrong? */
const IS_WELL = /^(ya )+(todo )?(esta|quedo) (todo )?bien( gracias.{0,20})?$/;

/** `Y eso qué es`: asked with words of agreement in it, and no sure yes before it. */
function onlyAsksBack(text: string): boolean {
  return asksBack(text) && !demands(text);
}

/** Who surely says yes may ask something besides. */
const DEMANDS =
  /^(si|sip|yes|yeah|claro que si|por supuesto|correcto|exacto|asi es|correct|exactly)\b(?! (que|quien|es que|me|se|le|lo|la|no|hay)\b)/;

/** `Ok sí. ¿Y cuánto me toca?`: a light word before the yes, which a stop or a joining word sets apart from an if. */
const LED_YES =
  /^\s*(?:(?:ok|okay|bueno|ya|ah|pues|dale|listo|claro|gracias|well)[\s,.!]+)+(?:pues\s+|que\s+)?(?:s[ií]+|sip|yes|yeah)(?=\s*(?:[.,;:!¿]|$)|\s+(?:y|and)\s(?!\s*si\s))/iu;

/** `Dele. ¿Y cuánto tardan?`: bidden in a sentence of its own. */
const GO_ON =
  /^\s*(?:s[ií]+|yes)\s*[,.;:!]+\s*\S|^\s*(?:d[ea]le|h[aá]gale|as[ií] es|correcto|exacto)(?: pues| nomas| nom[aá]s)?\s*[.!]+\s*\S/iu;

function demands(text: string): boolean {
  return DEMANDS.test(plainWords(text)) || LED_YES.test(text) || GO_ON.test(text);
}

/** What an answer makes of a report that waits; null: it says something else, or something besides. */
export function consentIn(text: string): Consent | null {
  if (text.length > LONGEST || SUPPOSES.test(text.toLowerCase().replace('¿', '').trim())) return null;
  if (IS_WELL.test(plainWords(text)) && !ordersAtEnd(text)) return 'doubt';
  if (onlyAsksBack(text)) return null;
  const parts = clauses(text);
  const said = parts.map(saidIn);
  const isWhole = (parts: readonly Said[]): boolean => parts.every(({ sort }) => sort !== null);
  if (said.every(isWhole)) {
    const sorts = sortsOf(said.flat());
    const meant = verdict(sorts);
    // `Chao`, `bueno, chao`: what is open waits.
    if ((meant === 'yes' || meant === null) && takesLeave(text)) return 'hold';
    // "¿Todo bien?" asks; "¿lo envía?" asks for it.
    return meant === 'yes' && text.includes('?') && !sorts.has('file') ? null : meant;
  }
  // What they leave they may explain: "no lo mande, voy yo mañana".
  const leaves = said.some(parts => isWhole(parts) && verdict(sortsOf(parts)) === 'drop');
  const rest = parts.filter((_, i) => !isWhole(said[i] ?? [])).join(' ');
  const files = leaves && parts.some(clause => sortsOf(saidOf(clause, true)).has('file'));
  return leaves && !files && !CONTRASTS.test(plainWords(rest)) ? 'doubt' : null;
}

/** `Bueno, chao` takes leave, and agrees to nothing; `sí, envíelo, chao` does. */
function takesLeave(text: string): boolean {
  const sorts = sortsOf(clauses(text).flatMap(clause => saidOf(clause, true)));
  return sorts.has('parting') && !sorts.has('file') && !demands(text);
}

function verdict(sorts: ReadonlySet<Sort | null>): Consent | null {
  const has = (sort: Sort): boolean => sorts.has(sort);
  const agrees = has('yes') || has('file');
  // "No cancele": what is to stay is no word of leaving it.
  if (has('keep')) return null;
  // `Espere, ya llegó, no mande nada`: they wait for nothing.
  if (has('drop') && has('hold')) return has('solved') ? 'drop' : 'hold';
  if (has('drop')) return has('file') ? null : has('yes') ? 'doubt' : 'drop';
  if (has('hold')) return has('file') ? null : 'hold';
  if (has('solved')) return has('no') || has('doubt') ? 'drop' : has('file') ? null : 'solved';
  if (has('doubt')) return has('file') ? null : 'doubt';
  if (has('no')) return agrees ? null : 'no';
  return agrees ? 'yes' : null;
}

/**
 * An answer given in clauses of its own among others: `ya vienen, sí haga el reporte, es en la calle 3`, and what the
 * others say. Null: no clause answers, or each something else.
 */
export function answerAmong(text: string): { meant: Consent; rest: string } | null {
  const told = text.length > LONGEST ? [] : signedClauses(text);
  const said = told.map(clause => ({ clause, parts: saidIn(clauses(clause)[0] ?? '') }));
  const answers = said.filter(
    ({ clause, parts }) =>
      !clause.includes('?') &&
      !onlyAsksBack(clause) &&
      parts.every(({ sort }) => sort !== null) &&
      verdict(sortsOf(parts)) !== null,
  );
  const meant = verdict(sortsOf(answers.flatMap(({ parts }) => parts)));
  if (meant === null || answers.length === said.length || (meant === 'yes' && takesLeave(text))) return null;
  const rest = said.filter(part => !answers.includes(part)).map(({ clause }) => clause);
  return {
    meant,
    rest: rest
      .join('')
      .replace(/^[\s.,;:!?]+/, '')
      .trim(),
  };
}

/** What is told after clauses that leave what was begun: `olvídese de eso, no hay agua`. Null: none, or nothing else. */
export function afterLeaving(text: string): string | null {
  const [first, ...rest] = clauses(text);
  if (first === undefined || rest.length === 0 || text.length > LONGEST) return null;
  const said = saidIn(first);
  const leaves = said.every(({ sort }) => sort !== null) && verdict(sortsOf(said)) === 'drop';
  return leaves ? afterFirst(text) : null;
}

/** Do they order that it be sent, whatever was asked: `no, envíelo`, after "¿dejo de hacer el reporte?" */
export function ordersFiling(text: string): boolean {
  const said = saidIn(text);
  const sorts = sortsOf(said);
  return sorts.has('file') && said.every(({ sort }) => sort !== null && ORDERING.has(sort));
}

/** Is the last of several sentences an order to send: `ok, ya llamé a los bomberos. Mándelo`? */
export function ordersAtEnd(text: string): boolean {
  const parts = sentences(text);
  return parts.length > 1 && ordersFiling(parts.at(-1) ?? '');
}

/** The order to send that a text ends with, in a clause of its own: `mándelo` of `es detrás de la iglesia, mándelo`; null: none. */
export function orderInLastClause(text: string): string | null {
  const parts = clauses(text);
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && ordersFiling(last) ? last : null;
}

const STAYS =
  /^(no |nada |asi |mejor )*(dej[ae]l?[oa]?|dejemoslo|leave it)( asi| as it is)?( no ?mas)?( gracias)?$/;

/** Asked what to change: does it stay as it is, `déjelo así`? */
export function staysSo(text: string): boolean {
  return STAYS.test(plainWords(text));
}

const THANKS = /\b(gracias|agradec\w+|thanks?|thx|ty|dios|bendi\w+|god)\b/;

/** Is it nothing but thanks and blessings: `muchas gracias, Dios los bendiga`? */
export function onlyThanks(text: string): boolean {
  if (text.length > LONGEST || text.includes('?') || !THANKS.test(plainWords(text))) return false;
  return clauses(text).every(clause =>
    saidIn(clause).every(({ sort }) => sort === 'polite' || sort === 'parting'),
  );
}

/** Words that agree only while nothing follows: "bueno, es que", "va para tres días". */
const LOOSE = /^(see?|bueno|va|vale|ya|right|correct|send|eso|todo|bien|quiero|conforme|como|asi|y|s)( |$)/;
/** What follows an order belongs to it: `mándelo al MOP`, `sí, envíelo con reserva`. */
const BELONGS =
  /^(al?|con|en|como|anonim\w+|sin|hasta|cuando|para|del?|por|que|desde|si|to|with|as|without)\b/;

function isStrong({ sort, words }: Said): boolean {
  return sort === 'yes' && !LOOSE.test(words);
}

/** What is told or asked besides a yes that stands for itself: `Yes. But what about the oxygen?`; with a «but» in the same clause it does not. */
export function besideYes(text: string): string | null {
  const among = answerAmong(text);
  if (among?.meant === 'yes') return isLight(text, among.rest) ? null : among.rest;
  const after = afterYes(text);
  return after !== null && !/^(pero|but)\b/.test(plainWords(after)) ? after : null;
}

/** `¿Y si me demandan?`, `si se enteran me botan`: an if, and no yes. */
const IF =
  /^\s*¿?(?:(?:y|e|and)\s+si\s+\p{L}|(?:pero\s+)?si\s+(?:(?:se|me|lo|la|los|las|le|les|nos|no|ell[oa]s?|él|mi\s+\p{L}+)\s+)+\p{L}|(?:pero\s+)?si\s+[^,.;!?\n]+\?)/iu;

/** `Ok, ¿cuánto tarda?`: what is asked is no order, unless they surely say yes or order it. */
function isLight(text: string, rest: string): boolean {
  return asks(rest) && !demands(text) && !sortsOf(saidOf(text, true)).has('file');
}

function asks(text: string): boolean {
  return text.includes('?') || asksBack(text);
}

/** What may stand between a yes and what is told with it; `si quiere`, `dale tiempo` and `está bien caro eso` are no yes at all. */
const JOINS =
  /^(y|e|and|pero|but|porque|because|que(?! (no|es|son|mas|si)\b)|ademas|tambien|also|por ?fa\w*|por favor|gracias|please|thanks)\b/;
/** An accent, as few write it, tells a yes from an if. */
const ACCENTED = /^\s*(?:pues\s+|ah\s+|ay\s+)?sí\s/iu;

/** Is the rest of an answer set apart from its yes, by a stop or by a word that joins? A question is none with a lighter yes. */
function standsApart(text: string, rest: string): boolean {
  const before = text.slice(0, text.length - rest.length);
  const isApart = /[.,;:!?¡¿\n–-]\s*$/.test(before);
  if (asks(rest))
    return (isApart || JOINS.test(plainWords(rest)) || ACCENTED.test(text)) && !isLight(before, rest);
  return isApart || JOINS.test(plainWords(rest)) || ACCENTED.test(text);
}

/** The words after those that agree: `tampoco hay agua` of `sí, y tampoco hay agua`. Null: they agree to nothing, or only so. */
export function afterYes(text: string): string | null {
  const rest = behindYes(text);
  return rest !== null && standsApart(text, rest) ? rest : null;
}

/** The same, whether they agree or only say so before they ask: `está bien pero cuánto tarda`. */
export function behindYes(text: string): string | null {
  if (IF.test(text) || takesLeave(text)) return null;
  const said = saidIn(text);
  const head = said.slice(
    0,
    said.findIndex(({ sort }) => sort === null || !ORDERING.has(sort) || sort === 'no'),
  );
  if (head.length === said.length || !head.some(isStrong)) return null;
  const agreed = head.findLastIndex(part => part.sort === 'file' || isStrong(part));
  const rest = fromWord(text, wordsIn(head.slice(0, agreed + 1)));
  const isOrder = head[agreed]?.sort === 'file' && BELONGS.test(plainWords(rest));
  return rest === '' || isOrder ? null : rest;
}

/** Does a text agree and do something beside it: `sí, y ¿cuánto demora?` */
export function agreesBeside(text: string): boolean {
  return besideYes(text) !== null || afterYes(text) !== null || orderInLastClause(text) !== null;
}
