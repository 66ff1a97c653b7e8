import { caseAsItStands } from '../asked/of-record.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { retoldWithoutName, wantsTakenOut, withoutAge } from '../intake/without-name.ts';
import { lines, replyOf, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

/** Who wants all their data gone is asked about that. */
const WANTS_ALL = /\b(mis|todos?|todas?) (mis |los |las )?(datos|mensajes|casos)\b|\btodo\b|\bmy data\b/;

const WORDS = '(?:eso|esto|lo (?:otro|de|del|que)|esa parte|that|the other thing|what i)';
const READ = '(?:lea|lean|leyera|vea|vean|sepa|sepan|enteren?|llegue|manden?|read|see|know)';
/** `No quiero que eso lo lea el MIDES`, `que no sepan lo otro`: words they told, and not who they are. */
const UNREAD = anyOf(
  new RegExp(
    `\\bno (?:quiero|deseo|quisiera|me gusta) que ${WORDS}\\b(?: (?!que\\b)\\w+){0,3}? (?:se )?(?:lo |la |les? )*${READ}\\b`,
  ),
  new RegExp(`\\bque ${WORDS}\\b(?: (?!que\\b)\\w+){0,3}? no (?:se )?(?:lo |la |les? )*${READ}\\b`),
  new RegExp(
    `\\b(?:no (?:quiero|deseo|quisiera) que|que no)(?: \\w+){0,3}? (?:se )?(?:lo |la |les? )*${READ}(?: el| la| los| ellos| de)?(?: \\w+)?? ${WORDS}(?! (?:que )?(?:fui|soy)\\b)`,
  ),
  new RegExp(`\\b(?:don t|do not) want (?:\\w+ ){1,3}to ${READ} ${WORDS}`),
  /^(?:(?:no|pero|ay|por favor|porfa|mejor|please|but|y) )*(?:quitel[oa]|saquel[oa]|borrel[oa] de ahi|(?:quite|saque|borre) (?:eso|esto|esa parte|lo ultimo)|take (?:that|it) out|remove that)(?: (?:de ahi|del caso|por favor|porfa|please|ya))*$/,
);

/**
 * What they told and want out again, whatever is asked just then: taken out of the report; of a case that was filed the desk
 * cannot, which is said with what is read there, and a person looks. Such a wish is no word of the case itself.
 */
export const takenOut: Topic = scene => {
  const { state, burst, facts } = scene;
  if (burst.choice !== null || WANTS_ALL.test(plainWords(burst.text))) return null;
  if (state.draft !== null) return retoldWithoutName(scene, state.draft) ?? withoutAge(scene, state.draft);
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isUnread = UNREAD.test(plainWords(burst.text));
  if (!c || !(isUnread || wantsTakenOut(burst.text))) return null;
  const cannot = say(scene, 'follow.cannot_unsay', { number: c.number });
  const words = isUnread ? lines(caseAsItStands(scene, c), cannot) : cannot;
  return {
    state: { ...state, lost: 0 },
    replies: [replyOf(words, { caseNumber: c.number })],
    set: { review: true },
  };
};
