import type { Draft } from '../conversation.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { contentWords } from '../likeness.ts';
import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { sentences } from '../words/clauses.ts';
import { excerpt } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';

const VALUE =
  '(?:numero|num|nro|placa|fecha|hora|dia|monto|cantidad|valor|expediente|nic|cuenta|number|plate|date|time|amount|account)';
/** `¿Cuál número quedó, el viejo o el nuevo?`, `which file number do they have?` */
const WHICH = anyOf(
  new RegExp(
    `\\b(?:cual|que|which|what)\\b(?: \\w+){0,4}? ${VALUE}\\b(?: \\w+){0,5}? (?:quedo|quedaron|esta|estan|tienen|tiene|puso|pusieron|puse|anotaron|anoto|apuntaron|apunto|salio|sale|aparece|le llego|leen|ven|va|have|has|had|see|sees|did (?:you|i) (?:put|write|add|give)|got|stands?|goes|went)\\b`,
  ),
  new RegExp(`\\b(?:con|de) (?:cual|que) ${VALUE}\\b`),
  new RegExp(
    `\\b${VALUE}\\b.*\\b(?:el|la|the) (?:viej[oa]|primer[oa]?|mal[oa]|old|first|wrong)( one)? (?:o|or) (?:el|la|the) (?:nuev[oa]|segund[oa]|ultim[oa]|buen[oa]|corregid[oa]|new|second|last|right|corrected)\\b`,
  ),
);
/** The number of the case itself, or of a body's telephone, stands in no words of theirs. */
const OF_DESK =
  /\b(?:numero|number) (?:de|of|del) (?:mi |el |my |the )?(?:caso|reporte|queja|denuncia|case|report|telefono|phone)\b|\b(?:case|phone|telephone) number\b|\b(?:telefono|pin)\b/;
const MOST_WORDS = 18;
const MOST_QUOTED = 80;

/** Which number, plate or date stands in the report or the case: quoted from what they told, and asked of no body. */
export const whichNoted: Topic = scene => {
  const { burst, state } = scene;
  const plain = plainWords(burst.text);
  const isAsked = burst.choice === null && WHICH.test(plain) && !OF_DESK.test(plain);
  if (!isAsked || plain.split(' ').length > MOST_WORDS) return null;
  const c = state.draft === null ? caseMeant(scene) : null;
  const told = toldOf(state.draft ?? c, plain);
  const last = told.at(-1);
  if (last === undefined) return null;
  return {
    state: withState(scene, { lost: 0 }).state,
    replies: [replyOf(quoted(scene, told.slice(0, -1), last), c ? { caseNumber: c.number } : {})],
  };
};

function quoted(scene: Scene, before: readonly string[], last: string): ReturnType<typeof say> {
  const words = excerpt(last, MOST_QUOTED);
  const first = before.at(-1);
  return first === undefined
    ? say(scene, 'if_noted.was', { words })
    : say(scene, 'if_noted.both', { first: excerpt(first, MOST_QUOTED), words });
}

/** The sentences with a number in them that share a word with what is asked; all with one where none does. */
function toldOf(told: Pick<Draft, 'description'> | null, plain: string): string[] {
  const parts = (told?.description ?? [])
    .flatMap(sentences)
    .filter(part => /\d/.test(part) && !part.includes('?'));
  const asked = new Set(contentWords(plain));
  const near = parts.filter(part => contentWords(part).some(word => asked.has(word) && !WEAK.test(word)));
  return near.length > 0 ? near : parts.length <= MOST_APART ? parts : [];
}

const MOST_APART = 2;
const WEAK = /^(?:numero|number|they|have|which|cual|tienen|quedo|what|viejo|nuevo)$/;
