import { isOpen } from '../../cases/lifecycle.ts';
import type { Topic } from '../scene.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { askWithdraw } from './case-steps.ts';
import { nthFiled } from './nth-case.ts';
import { listed } from './status.ts';

const DROP =
  '(?:(?:retir|anul|cancel|borr|quit|elimin|sac|bot)(?:a|e|o|ar|en|al[oa]|el[oa]|arl[oa]|enl[oa])?|cancel|withdraw|delete|remove|drop)';
const CASE = '(?:caso|reporte|queja|denuncia|case|report|complaint)';
const NTH =
  '(?<nth>primer[oa]?|segund[oa]|ultim[oa]|nuev[oa]|viej[oa]|repetid[oa]|duplicad[oa]|de mas|que sobra|que esta de mas|first|second|last|latest|new|old|repeated|duplicated?|extra)';
const THE = '(?:el|la|ese|esa|the)';
/** `Quite el segundo`, `retire el caso repetido`, `cancel the second one`. */
const BY_PLACE = new RegExp(
  `(?<!\\bno )\\b${DROP} (?:lo de )?${THE} (?:${CASE} )?${NTH}(?: ${CASE}| one)?(?: que \\w+ \\w+| por favor| porfa| please)*$`,
);
/** `El segundo está repetido, bórrelo`. */
const IS_EXTRA = new RegExp(
  `\\b${THE} (?:${CASE} )?${NTH}(?: ${CASE}| one)?(?: (?:esta|es|is|sobra|quedo)(?: \\w+){0,2})?$`,
);
const DROPS_IT =
  /^(?:(?:por favor|entonces|mejor|please) )*(?:(?:retir|anul|cancel|borr|quit|elimin)(?:el[oa]|al[oa]|enl[oa])|(?:cancel|withdraw|delete|remove) it)\b/;
const SEVERAL =
  /\b(?:dos|2|tres|3|two|three) (?:casos|reportes|quejas|denuncias|cases|reports|complaints)\b|\b(?:repetid|duplicad)[oa]\b/;
const MOST_WORDS = 16;

/** `¿Ahora tengo dos casos? Quite el segundo`: of several, the one they mean is asked about by its number. */
export const withdrawsNth: Topic = scene => {
  const { burst, facts, state } = scene;
  const open = facts.cases.filter(isOpen);
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const plain = plainWords(burst.text);
  if (!isFree || plain.split(' ').length > MOST_WORDS) return null;
  const nth = nthIn(burst.text);
  // They take what was added for a case of its own: there is one.
  if (open.length === 1 && nth !== null && SEVERAL.test(plain)) return listed(scene);
  const c = open.length > 1 && nth !== null ? nthFiled(open.toReversed(), nth, false) : undefined;
  return c ? askWithdraw(scene, c) : null;
};

function nthIn(text: string): string | null {
  const parts = [plainWords(text), ...plainClauses(text)];
  const named = parts.map(part => BY_PLACE.exec(part)).find(match => match !== null);
  if (named) return named.groups?.['nth'] ?? null;
  if (!parts.some(part => DROPS_IT.test(part))) return null;
  return parts.map(part => IS_EXTRA.exec(part)?.groups?.['nth']).find(nth => nth !== undefined) ?? null;
}
