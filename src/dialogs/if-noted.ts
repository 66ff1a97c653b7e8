import { isOpen } from '../cases/lifecycle.ts';
import { addToCase } from '../cases/steps.ts';
import { questionIn, SURE_ACT } from './acts.ts';
import { changed, wordsOf } from './filed/case-change.ts';
import { isJustFiled } from './filed/just-filed-case.ts';
import { showSummary } from './intake/flow.ts';
import { contentWords } from './likeness.ts';
import { plainWords } from './plain-words.ts';
import { replyOf, say, type Topic } from './scene.ts';

const DONE =
  '(?:puso|pusieron|pusiste|anoto|anotaron|apunto|apuntaron|agrego|agregaron|incluyo|incluyeron|escribio)';
const STANDS = '(?:quedo|quedaron|esta|estan|sale|salen)';
const ASKS = new RegExp(
  [
    `\\b${DONE} (?:ahi )?(?:lo|los|la|las|el|que|q|mi|eso)\\b`,
    `\\b${STANDS} (?:ahi |ya )*(?:puest|anotad|apuntad|incluid|escrit|agregad)[oa]s?\\b`,
    `\\b(?:lo|los|la|las) (?:del?|de la) .* (?:${STANDS}|lo (?:${DONE}))(?: ahi| puesto)?$`,
    '\\bdid you (?:put|add|write|include)\\b',
  ].join('|'),
);
const ASKS_OF_SELF =
  /\bmi (nombre|cedula|telefono|celular|numero|correo|direccion)\b|\bmy (name|phone|number|e ?mail|address)\b/;
const MOST_WORDS = 24;
/** Words of the question itself. */
const ASKING =
  /^(?:puso|pusi\w+|anot\w+|apunt\w+|agreg\w+|inclu\w+|escrib\w+|quedo|quedaron|puest\w+|sale\w*|oiga|disculpe|entonces)$/;

/** `¿Le puso lo del sector 2?`: what is in the report the desk itself knows, and what is not goes there now. */
export const ifNoted: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isHow = /^(y |oiga |disculpe )*(como|donde|cual|que|q|quien|cuando)\b/.test(plain);
  const asks = !isHow && ASKS.test(plain) && (burst.text.includes('?') || / (?:quedo|quedaron)$/.test(plain));
  if (!asks || burst.choice !== null || plain.split(' ').length > MOST_WORDS) return null;
  // What they told of themselves is no word of the report.
  if (ASKS_OF_SELF.test(plain) || questionIn(scene, SURE_ACT) === 'seen') return null;
  if (state.draft?.summarised) {
    const { draft } = state;
    if (isTold(plain, draft.description)) return showSummary(scene, draft, say(scene, 'if_noted.before'));
    const told = { ...draft, description: [...draft.description, ...burst.lines] };
    return showSummary(scene, told, say(scene, 'if_noted.now'));
  }
  const open = facts.cases.filter(isOpen);
  const c = open.find(filed => isJustFiled(scene, filed)) ?? (open.length === 1 ? open[0] : undefined);
  if (state.draft !== null || !c) return null;
  if (!isTold(plain, c.description)) {
    const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
    return changed(scene, change, say(scene, 'if_noted.now'));
  }
  return {
    state: { ...state, lost: 0 },
    replies: [replyOf(say(scene, 'if_noted.before'), { caseNumber: c.number })],
  };
};

/** Do half of the words that are asked about stand in what was told? */
function isTold(plain: string, description: readonly string[]): boolean {
  const asked = contentWords(plain).filter(word => !ASKING.test(word));
  const told = new Set(contentWords(description.join(' ')));
  return asked.filter(word => told.has(word)).length * 2 >= asked.length;
}
