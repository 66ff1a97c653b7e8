import { plainWords } from '../../catalogue/words.ts';

const ONE_ONLY =
  /\b(es|son|era|it is|it s|its) (solo |todo )?(uno|una|un solo|una sola|lo mismo|el mismo|la misma|un mismo|one|the same)( (solo|sola|nada mas|asunto|caso|problema|cosa|matter|thing|issue))?$|\b(es|era|son) (uno solo|una sola|un solo (asunto|caso|problema)|lo mismo|el mismo (asunto|caso|problema))\b|\bno es (otro (asunto|caso|problema)|otra (cosa|queja))\b|\b(is|s) not (another|a different) (matter|case|thing|issue|problem)\b/;

/** What was taken for several matters is one: `no, es lo mismo`. */
export function saysOne(text: string): boolean {
  return ONE_ONLY.test(plainWords(text));
}

const SENT =
  /\bya (me |se |te )?(lo|la|los|las|le) (hab\w+ )?(mand|envi|report|dij|dije|cont|puse|pusi|abri|anot|registr|hiz|hice)\w*|\bya (est[ao]|estaba|quedo|fue) (enviad|mandad|reportad|puest|incluid|anotad|hech)\w*|\bya (mand|envi|report)(aste|e|aron|o)\b|\balready (sent|reported|filed|told|did)\b/;

/** What is offered they have sent or told already: `pero si ya lo mandaste`. */
export function saysSent(text: string): boolean {
  return SENT.test(plainWords(text));
}
