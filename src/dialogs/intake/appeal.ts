import type { Agency, Service } from '../../catalogue/catalogue.ts';
import type { Draft } from '../conversation.ts';
import type { Scene, View } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { namesBody } from './body-names.ts';

/** What a company does not do of what is claimed: `no me lo baja`, `no quieren devolverme la plata`. */
const UNDONE =
  '(?:no|tampoco|nunca|ni) (?:(?:me|nos|se|le|les|lo|la|los|las|quier\\w+|quis\\w+|va|van|iba\\w*|pued\\w+|pod\\w+|a) )*(?:baj(?!o\\b)|devolv|devuelv|reembols|ajust|rebaj|corrig|correg|correj|descont|descuent|reconoc|acept|anul|proced|aplic)\\w*';
const REFUSED =
  '(?:me|nos|lo|la|los|las|se|le|les|han|ha|fue|resulto|salio|claim|was|got|it|they) (?:lo |la |me |han |ha )?(?:neg(?:o|aron|ado|ada|aban)|rechaz(?:o|aron|ado|ada)|deneg\\w+|denied|rejected|refused|turned (?:it |me |us |my claim )?down)|(?:neg|rechaz|deneg)(?:o|aron|ado|ada) (?:el |mi |la |ese )?(?:reclam\\w+|quej\\w+|devolucion)|improcedente|no procede';
const ANSWERED_NO =
  '(?:dij\\w+|dic\\w+|respond\\w+|contest\\w+)(?: \\w+){0,3} que no(?:$| (?:$|y\\b|me\\b(?= (?:$|van|pueden))|van? a\\b(?= (?:hacer|quitar|devolv|ajust|rebaj|baj))|pued\\w+ hacer|hay nada que|es su (?:culpa|problema|responsabilidad)))|(?:said|say|told (?:me|us)|answered)(?: \\w+){0,2} no$|(?:said|told|say|answered)(?: \\w+){0,5} (?:won t|wouldn t|will not|would not|cannot|can t|refuse) \\w+';
const CLAIMED =
  '(?:(?<!\\b(?:numero|nro|num) de )reclam(?!os? (?:contra|por)\\b)\\w*|me queje|nos quejamos|quej(?:a|as|arme)|apele|por escrito|carta|ya (?:fui|fuimos|llame|llamamos|hable|hablamos|escribi|escribimos|pedi|presente|puse|meti|hice)|(?:i|we) (?:already |have already |ve already )?(?:complained|claimed|called|wrote|went|disputed)|(?:my|our|the|a) (?:claim|complaint|dispute))';
const UNANSWERED =
  '(?:no|nunca|nadie|ni) (?:(?:me|nos|lo|la|han|ha|quier\\w+|dan) )*(?:respond\\w+|contest\\w+|resolv\\w+|resuel\\w+|solucion\\w*|respuesta|hicieron caso|hacen caso)|(?:never|did not|didn t|have not|haven t|don t|do not|won t) (?:\\w+ )?(?:answer\\w*|repl\\w+|respond\\w*|solve\\w*|resolve\\w*|refund\\w*|fix\\w* it)';

/** The company has answered a claim, and its answer was no. */
const SAID_NO = anyOf(
  new RegExp(`\\b(?:${ANSWERED_NO})`),
  new RegExp(`\\b(?:dij|dic|respond|contest)\\w*(?: \\w+){0,3} que ${UNDONE}`),
  new RegExp(`\\b${CLAIMED}\\b.*\\b(?:${REFUSED}|${UNDONE})`),
  new RegExp(`\\b(?:${REFUSED})\\b.*\\b${CLAIMED}\\b`),
  /\bno (?:quiero|deseo) que (?:vuelva|regrese) a\b|\b(?:don t|do not) want it to go back to\b/,
);
const LEFT_OPEN = new RegExp(`\\b${CLAIMED}\\b.*\\b(?:${UNANSWERED})`);
/** Nothing was claimed, or nothing answered yet. */
const NOT_YET =
  /\b(no|todavia no|aun no|nunca|sin|haven t|have not|not yet) (he |hemos |habia |les |le )*(reclam\w+|me queje|quejado|complained|claimed)\b|\b(no|todavia no|aun no|nunca|sin|tampoco) (?:(?:me|les|le|he|hemos|se) )*(?:tengo|tenemos|hay|hice|hicimos|puse|pusimos|meti|presente|hecho|puesto|presentado|pude hacer|pude poner|pude presentar) (?:(?:el|un|ningun|mi|numero|nro|num|de|todavia|aun) )*reclamos?\b|\b(?:i |we )?(?:don t|do not|didn t|did not|never|haven t|have not) (?:(?:have|had|file|filed|make|made|get|got|put in) )+(?:(?:a|any|the|my) )?(?:claim|complaint)\b|\bsi (me|nos) (nieg|rechaz|dic)\w+\b/;

/** Do words say that a company has refused a claim, or (`isOpen`) left it without an answer? */
export function tellsRefusal(text: string, isOpen = true): boolean {
  if (sentences(text).some(sentence => sentence.includes('?') && SAID_NO.test(plainWords(sentence))))
    return false;
  const plain = plainWords(text);
  return !NOT_YET.test(plain) && (SAID_NO.test(plain) || (isOpen && LEFT_OPEN.test(plain)));
}

/** The service of who decides over the companies that share out another one; null: nobody does, or not over all of them. */
export function appealOf({ catalogue }: View, serviceId: string | null): Service | null {
  const service = serviceId === null ? undefined : catalogue.services.get(serviceId);
  // A failure of the whole area is mended by the company, whatever it answered.
  if (service === undefined || service.area) return null;
  const appeals = new Set(service.holder.map(({ agency }) => catalogue.centre.appeals[agency]));
  const [only] = appeals;
  return only !== undefined && appeals.size === 1 ? (catalogue.services.get(only) ?? null) : null;
}

/** The body that decides where this one refused a claim; null: none does. */
export function bodyOfAppeal({ catalogue }: Pick<View, 'catalogue'>, agencyId: string): Agency | null {
  const service = catalogue.services.get(catalogue.centre.appeals[agencyId] ?? '');
  return catalogue.agencies.get(service?.holder[0]?.agency ?? '') ?? null;
}

/** The same over a company that is named, where the matter needs no place to be found: `Tigo no me devuelve la plata`. */
function appealNamed(view: View, serviceId: string | null, text: string): Service | null {
  const { services, centre } = view.catalogue;
  const named = Object.keys(centre.appeals).filter(id => namesBody(view, text, id));
  const isFree = serviceId === null || services.get(serviceId)?.needs.includes('place') === false;
  return (isFree && services.get(centre.appeals[named[0] ?? ''] ?? '')) || null;
}

/** The draft for who decides once the company refused: `ya reclamé y me negaron`. Null: it did not, or nobody decides over it. */
export function appealed(view: View, draft: Draft, text: string): Draft | null {
  const { serviceId } = draft;
  const isOpen = !view.catalogue.services.get(serviceId ?? '')?.needs.includes('place');
  if (!tellsRefusal(text, isOpen)) return null;
  const appeal = appealOf(view, serviceId) ?? appealNamed(view, serviceId, text);
  return appeal === null || appeal.id === serviceId
    ? null
    : { ...draft, serviceId: appeal.id, agencyId: null, reasons: [] };
}

/** The same with what was told before, of a report that was not read back yet. */
export function appealedIn(scene: Scene, draft: Draft): Draft {
  const told = draft.summarised ? scene.burst.text : [...draft.description, scene.burst.text].join('. ');
  return appealed(scene, draft, told) ?? draft;
}

/** Where it is, and that the company refused it, told in one breath; what was put right by another body or matter stays so. */
export function appealedBeside(scene: Scene, mended: Draft): Draft {
  const isSame = mended.serviceId === scene.state.draft?.serviceId && mended.agencyId === null;
  return (isSame && appealed(scene, mended, scene.burst.text)) || mended;
}
