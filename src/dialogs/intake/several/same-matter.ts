import { contentWords } from '../../likeness.ts';
import { anyOf } from '../../words/any-of.ts';
import { plainClauses, signedClauses } from '../../words/clauses.ts';
import { besideOrder } from '../../words/clear-order.ts';
import { plainWords } from '../../words/plain-words.ts';

const ONE_ONLY = anyOf(
  /\b(es|son|era|it is|it s|its) (solo |todo )?(uno|una|un solo|una sola|lo mismo|el mismo|la misma|un mismo|one|the same)( (solo|sola|nada mas|asunto|caso|problema|cosa|matter|thing|issue))?$/,
  /\b(es|era|son) (uno solo|una sola|un solo (asunto|caso|problema)|lo mismo|el mismo (asunto|caso|problema))\b/,
  /(?<!\bno )\b(es|viene|pasa|son) (por|de) (lo mismo|la misma causa|el mismo problema)\b/,
  /\bno es (otro (asunto|caso|problema)|otra (cosa|queja))\b/,
  /\b(is|s) not (another|a different) (matter|case|thing|issue|problem)\b/,
);

/** What was taken for several matters is one: `no, es lo mismo`. */
export function saysOne(text: string): boolean {
  return plainClauses(text).some(clause => ONE_ONLY.test(clause) && !NOT_ONE.test(clause));
}

/** As many words say that it is one; more tell something beside. */
const MOST_OF_ONE = 12;

/** The same with no order, question or longer telling beside it: `no es otro asunto, es la misma finca`. */
export function saysNoMoreThanOne(text: string): boolean {
  const isShort = plainWords(text).split(' ').length <= MOST_OF_ONE;
  return isShort && saysOne(text) && !text.includes('?') && besideOrder(text) === null;
}

/** Without its comma `no es lo mismo` says the opposite. */
const NOT_ONE = /\bno (es|son|era) (lo mismo|el mismo|la misma|un[oa]? sol[oa])\b|\bnot the same\b/;

const SENT = anyOf(
  /\bya (ese |eso |esa |este |esta )?(me |se |te )?(lo|la|los|las|le) (hab\w+ )?(mand|envi|report|dij|dije|cont|puse|pusi|abri|anot|registr|hiz|hice)\w*/,
  /\bya (est[ao]|estaba|quedo|fue) (enviad|mandad|reportad|puest|incluid|anotad|hech)\w*/,
  /\bya (ese|esa|este|esta|eso) (caso |queja |reporte |asunto )?(existe|esta|fue|se abrio|tiene numero|lo tengo)\b/,
  /\bya (mand|envi|report)(aste|e|aron|o)\b|\balready (sent|reported|filed|told|did)\b/,
);

/** What is offered they have sent or told already: `pero si ya lo mandaste`. */
export function saysSent(text: string): boolean {
  return SENT.test(plainWords(text));
}

/** What they did about it before, and how they were answered: `ya fui a la junta comunal y no me hicieron caso`. */
const TRIED = anyOf(
  /\bya (yo |lo |la |les |le |me |nos |se lo )*(fui|fuimos|llame|llamamos|reclame|reclamamos|hable|hablamos|puse|pusimos|me queje|nos quejamos|dije|dijimos|denuncie|reporte|reportamos|estuve|escribi)\b/,
  /\b(no|nadie|ni) (me |nos |le |les )*(hicieron|hacen|hizo|hace) (caso|nada)\b/,
  /\bi (already|have already) (went|called|complained|reported|told)\b/,
  /\b(they|nobody) (ignored|did nothing|did not listen)\b/,
);
/** What it is that was told of before: `el palo es del vecino`, after `hay un palo de mango`. */
const THAT_THING =
  /^(?:(?:y|pero|es que|ah|porque|and|but) )*(?:el|la|los|las|ese|esa|esos|esas|este|esta|the|that|this|those) (\w+) (?:ya |no |se |me |nos |lo |la |le )*(?:es|son|era|esta|estan|queda|tiene|tienen|lleva|pertenece|sigue|is|are|was|has|belongs)\b/;

/** Does a text tell more of what was told before, whatever service it sounds like by itself? */
export function tellsOfSame(text: string, told: readonly string[]): boolean {
  const plain = plainWords(text);
  const thing = THAT_THING.exec(plain)?.[1];
  const isThing =
    thing !== undefined && contentWords(told.join(' ')).includes(thing) && contentWords(thing).length > 0;
  return TRIED.test(plain) || isThing;
}

/** When it happens, and nothing else: `es todos los sábados`, `siempre los fines de semana`. */
const WHENEVER =
  /^(?:(?:y|es|era|pasa|ocurre|son|siempre|solo|sobre todo|it is|it s|it happens|always|only) )*(?:todos los|todas las|cada|los|las|every|each|on) (?:dias?|noches?|mañanas?|tardes?|semanas?|meses|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|fin(?:es)? de semana|days?|nights?|mornings?|weeks?|weekends?|mondays?|fridays?|saturdays?|sundays?)(?: (?:y|and|a|en|por|la|las|los|de|desde|the|noche|mañana|tarde|madrugada|sabados?|domingos?|in|at|night|morning|\d+|am|pm))*$/;

/** Does a text tell only when it happens? */
export function tellsWhen(text: string): boolean {
  return WHENEVER.test(plainWords(text));
}

const WHOEVER =
  '(?:(?:y|a|pero|es que|ah|bueno|and|but|yo|el|ella|ellos|ellas|nosotros|i|he|she|they|we|mi|mis|su|my|his|her|la|los|las|se|me|le|les|nos|lo|ya|antes|siempre|fue) |(?:mama|papa|madre|padre|hij[oa]s?|herman[oa]|abuel[oa]|espos[oa]|señora?|tia|tio|mother|father|son|daughter|wife|husband) )*';
const STAYS_AT =
  '(?:cobr(?:a|an|o|aba|aban|abamos|amos)|trabaj(?:a|an|o|aba|aban|abamos|amos|e|aron)|labor(?:a|o|aba|e)|estudi(?:a|an|o|aba|e)|viv(?:e|en|o|ia|ian|imos)|resid(?:e|o|en)|pag(?:an|aban|a)|deposit(?:an|aban|a)|atendieron|atendio|atienden|operaron|trataron|tratan|compre|compramos|(?:esta|estaba|estuvo) (?:internad|hospitalizad|asegurad|afiliad)[oa]|works?|worked|lives?|lived|studies|studied|(?:is|are|was|were|gets?|got) (?:paid|treated)|bought (?:it|them))';
/** Who stays, works or is paid where, and nothing of what goes wrong there. */
const SETTING = new RegExp(
  `^${WHOEVER}${STAYS_AT} (?:en|por|con|de|para|como|at|in|by|through|for|from) (?!(?:que|ser)\\b)(?:(?!(?:y|e|no|ni|sin|nunca|nadie|hay|pero|que|donde|porque|and|but|not|never|where|that|which|because)\\b)[\\wñ]+ ?){1,12}$`,
);

/**
 * A text without the clauses that tell where somebody of the story is paid, works, lives or was treated, as they sound like
 * the body that is named there: `ella cobra en el Banco Nacional, es desde septiembre`. What else is told stays.
 */
export function withoutSetting(text: string): string {
  const told = signedClauses(text);
  const kept = told.filter(clause => !SETTING.test(plainWords(clause)));
  return kept.length === told.length ? text : kept.join('').trim();
}
