import { saysOnlyAsks } from '../asked/only-asks.ts';
import { sharesRoot } from '../likeness.ts';
import { led, say, type Topic, withState } from '../scene.ts';
import { questionKept } from './case-answers.ts';
import { isJustFiled } from './just-filed-case.ts';

/** In more words something is told as well. */
const MOST_WORDS = 20;

/**
 * `No quiero otro reporte, solo pregunto por la nevera`, to a report begun with a question that was put just after a case was filed: it
 * goes, and what is asked is kept with the case, as it is where none was begun. Null: the report was begun with a matter.
 */
export const onlyAsksOfFiled: Topic = scene => {
  const { burst, facts, state } = scene;
  const [c, other] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isAsked = burst.choice === null && saysOnlyAsks(burst.text);
  if (c === undefined || other !== undefined || !isAsked || burst.text.split(/\s+/).length > MOST_WORDS)
    return null;
  if (state.draft === null)
    return state.awaits === null && sharesRoot(scene, c) ? questionKept(scene, c) : null;
  const told = state.draft.description.filter(line => !c.description.some(known => known.includes(line)));
  if (told.some(line => !/[?¿]/.test(line))) return null;
  const move = questionKept(withState(scene, { draft: null, awaits: null }), c);
  return {
    ...move,
    replies: move.replies.map((reply, i) => (i === 0 ? led(say(scene, 'follow.not_sent'), reply) : reply)),
  };
};
