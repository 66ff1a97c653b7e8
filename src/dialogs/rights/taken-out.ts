import { isJustFiled } from '../filed/just-filed-case.ts';
import { retoldWithoutName, wantsTakenOut, withoutAge } from '../intake/without-name.ts';
import { replyOf, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** Who wants all their data gone is asked about that. */
const WANTS_ALL = /\b(mis|todos?|todas?) (mis |los |las )?(datos|mensajes|casos)\b|\btodo\b|\bmy data\b/;

/**
 * What they told of themselves and want out again, whatever is asked just then: taken out of the report; of a case that was
 * filed the desk cannot, which is said, and a person looks.
 */
export const takenOut: Topic = scene => {
  const { state, burst, facts } = scene;
  if (burst.choice !== null || WANTS_ALL.test(plainWords(burst.text))) return null;
  if (state.draft !== null) return retoldWithoutName(scene, state.draft) ?? withoutAge(scene, state.draft);
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  if (!c || !wantsTakenOut(burst.text)) return null;
  const words = say(scene, 'follow.cannot_unsay', { number: c.number });
  return {
    state: { ...state, lost: 0 },
    replies: [replyOf(words, { caseNumber: c.number })],
    set: { review: true },
  };
};
