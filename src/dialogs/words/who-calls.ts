import { anyOf } from './any-of.ts';
import { clauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';

const CALL = '(?:llam|avis)(?:o|amos|ar|arl[eoa]s?|an|a|e|emos)';
const HELP =
  '(?:911|104|103|bomberos?|policias?|patrulla|ambulancias?|sinaproc|emergencias?|ambulance|police|fire)';
/** `¿Yo llamo al 911 o ustedes?`, `ustedes llaman o tengo que llamar yo`, `do I call or do you?` */
const WHO_CALLS = anyOf(
  new RegExp(
    `\\b(?:(?:yo|uno|nosotros) (?:mism[oa] )?(?:(?:tengo|tenemos|hay) que |deb[eo]mos? |debo )?${CALL}|${CALL} (?:yo|nosotros|uno))\\b(?: \\w+){0,5} o (?:ya )?(?:(?:${CALL}|lo hacen|se encargan) )?usted(?:es)?\\b`,
  ),
  new RegExp(
    `\\busted(?:es)? (?:mism[oa]s? )?(?:(?:le|les|los|la) )?${CALL}\\b(?: \\w+){0,5} o (?:(?:tengo|tenemos|hay) que |debo )?(?:${CALL}|yo|nosotros|uno)\\b`,
  ),
  /\b(?:do|should|must) (?:i|we) (?:call|phone)\b(?: \w+){0,5} or (?:do|will|are|can) you\b|\b(?:do|will|are|can) you (?:call|calling|going to call)\b(?: \w+){0,5} or (?:do|should|must) (?:i|we)\b/,
);
const OF_HELP = new RegExp(`\\b${HELP}\\b`);

/** Is it asked whether they have to call those who help in a danger, or the desk does? Of what is no danger, help must be named. */
export function asksWhoCalls(text: string, inDanger: boolean): boolean {
  return clauses(text)
    .map(plainWords)
    .some(part => WHO_CALLS.test(part) && (inDanger || OF_HELP.test(part)));
}
