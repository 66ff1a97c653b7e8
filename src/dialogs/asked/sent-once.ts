import { bodyOf } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { replyOf, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const SEND = '(?:mand|envi|pong|hag|repit|met|registr)';
/** `No lo mande dos veces`, `ya ese lo habían mandado`, `don't send it twice` */
const SENT_BEFORE = anyOf(
  new RegExp(
    `\\bno (?:me )?(?:lo|la|el|ese|esa) ?(?:vay\\w+ a |vuelv\\w+ a )?${SEND}\\w* (?:\\w+ )?(?:dos veces|doble|duplicad[oa]|repetid[oa]|otra vez|de nuevo)\\b`,
  ),
  /\bya (?:ese|esa|eso|este|esta)(?: mism[oa])? (?:ya )?(?:me |nos )?(?:lo|la) (?:habian?|hemos|habias?|han?|has) (?:mandado|enviado|puesto|reportado)\b/,
  /^(?:no )*ya (?:ese|esa|eso|este|esta) (?:ya )?(?:lo|la) (?:mand|envi|pus)(?:aron|ieron|aste|iste|o|e|amos)\b/,
  /\b(?:do not|don t) send it (?:twice|again)\b|\b(?:that one|it) was (?:already )?sent already\b/,
);
const MOST_WORDS = 18;

/** `Ya ese lo habían mandado, no lo mande dos veces`: the same matter begun once more goes, and which case it is, is said. */
export const sentOnce: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isSaid = burst.choice === null && burst.files.length === 0 && SENT_BEFORE.test(plain);
  if (!isSaid || plain.split(' ').length > MOST_WORDS || facts.reading.emergency !== null) return null;
  const { draft } = state;
  const c = facts.cases.find(
    filed => isJustFiled(scene, filed) && (draft === null || filed.serviceId === draft.serviceId),
  );
  if (c === undefined) return null;
  const words = say(scene, 'asked.sent_once', { number: c.number, agency: bodyOf(scene, c) });
  return {
    state: withState(scene, { draft: null, awaits: null, lost: 0 }).state,
    replies: [replyOf(words, { caseNumber: c.number })],
  };
};
