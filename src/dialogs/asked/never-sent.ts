import type { Case } from '../../cases/case.ts';
import type { Sentence } from '../../texts.ts';
import { caseMatter } from '../filed/case-words.ts';
import { type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const HOW_IT_WENT = '(?:en )?(?:que|q) (?:quedo|qdo|paso|se hizo)(?: con)?';
const WHAT = '(?:lo|eso) (?:de|del|d)(?: (?:la|el|los|las))? (?<what>\\w{3,})';
/** `¿Y en qué quedó lo de Aduanas?`, `lo del agua ¿qué pasó?`, `¿y lo de la luz?` */
export const HOW_THAT_WENT = anyOf(
  new RegExp(`\\b${HOW_IT_WENT} ${WHAT}`),
  new RegExp(`\\b${WHAT} ${HOW_IT_WENT}`),
  new RegExp(`^(?:(?:y|oiga|ok|gracias|entonces|pero) )*${WHAT}(?: (?:tambien|entonces))?$`),
  /\bwhat happened (?:to|with) (?:the|that) (?<what>\w{3,}) (?:thing|one|part|report)/,
);
/** Of the case itself, and not of a matter. */
const OF_CASE =
  /^(?:plazo|dias?|fecha|fotos?|pin|numero|caso|reporte|queja|denuncia|reserva|anonim\w+|nombre|datos|telefono|lugar|otro|otra|respuesta)$/;
const ROOT = 5;

/** Of what was never sent that is said, with what was; null: a case of theirs is about it. */
export function neverSent(scene: Scene, c: Case | null): Sentence | null {
  const plain = plainWords(scene.burst.text);
  const what = HOW_THAT_WENT.exec(plain)?.groups?.['what'];
  const isLong = plain.split(' ').length > MOST_WORDS;
  if (c === null || what === undefined || OF_CASE.test(what) || isLong) return null;
  const root = what.slice(0, ROOT);
  const { later, awaits } = scene.state;
  const waiting = plainWords([...later, ...(awaits?.held?.lines ?? [])].join(' '));
  const isTold = scene.facts.cases.some(own => wordsOf(scene, own).includes(root));
  if (isTold || waiting.includes(root)) return null;
  return say(scene, 'asked.never_sent', { number: c.number, matter: caseMatter(scene, c) });
}

const MOST_WORDS = 14;

/** All that a case is called and tells. */
function wordsOf({ catalogue }: Scene, { description, serviceId, holder }: Case): string {
  const service = catalogue.services.get(serviceId ?? '');
  const body = catalogue.agencies.get(holder?.agencyId ?? '');
  const all = [...description, service?.name.es, ...(service?.words ?? []), body?.acronym, body?.name];
  return all.map(words => plainWords(words ?? '')).join(' ');
}
