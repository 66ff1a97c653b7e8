import type { Case } from '../../cases/case.ts';
import type { Sentence } from '../../texts.ts';
import { caseAsItStands } from '../asked/of-record.ts';
import { askWithdraw, bodyOf, putRight } from '../filed/case-steps.ts';
import { keptOtherwise } from '../filed/filed-otherwise.ts';
import { caseMeant, isJustFiled } from '../filed/just-filed-case.ts';
import { touched } from '../intake/absorb.ts';
import { saidAgain } from '../intake/already-so.ts';
import { withPrivacy } from '../intake/aside.ts';
import { cutOf } from '../intake/cut-words.ts';
import { showSummary } from '../intake/flow.ts';
import { namesSelf, speaksOfOwnName } from '../intake/names-self.ts';
import { wantsDataOut } from '../intake/privacy.ts';
import { retoldWithoutName, wantsTakenOut, withoutAge } from '../intake/without-name.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainClauses } from '../words/clauses.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { isOfSelf, wantedOut, wantsQuestionOut } from '../words/wants-out.ts';
import { wantsErased } from './wants-erased.ts';

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
  const { state, burst } = scene;
  if (burst.choice !== null) return null;
  if (wantsDataOut(burst.text) && !wantsErased(scene)) return hidden(scene);
  if (WANTS_ALL.test(plainWords(burst.text))) return null;
  if (state.draft !== null) return retoldWithoutName(scene, state.draft) ?? withoutAge(scene, state.draft);
  const c = caseMeant(scene);
  return c ? outOfCase(scene, c) : null;
};

/** `Quite mis datos`, of a report that was read back or of a case: hidden from whoever reads it. */
function hidden(scene: Scene): Move | null {
  const { draft } = scene.state;
  if (draft === null) {
    const c = caseMeant(scene);
    return c && keptOtherwise(scene, c);
  }
  if (!draft.summarised) return null;
  const isHidden = draft.privacy === 'confidential' || draft.privacy === 'anonymous';
  if (isHidden && draft.contact === null) return saidAgain(scene, draft);
  const own = { ...touched(scene, draft), contact: null };
  return showSummary(
    scene,
    isHidden ? own : withPrivacy(scene, own, 'confidential'),
    say(scene, 'corrected'),
  );
}

function outOfCase(scene: Scene, c: Case): Move | null {
  const { text } = scene.burst;
  // `Bórrelo, quítelo, no hace falta`, of the whole: whether it is taken back is asked.
  if (scene.added === null && takesAllBack(text)) return askWithdraw(scene, c);
  const self = namesSelf(c.description);
  if (self && ASKS_OUT.test(plainWords(text)) && speaksOfOwnName(text, self.name))
    return cannotUnsay(
      scene,
      c,
      false,
      say(scene, 'follow.still_there', { number: c.number, words: self.words }),
    );
  const isUnread = isJustFiled(scene, c) && UNREAD.test(plainWords(text));
  const isOfThem = isJustFiled(scene, c) && wantsTakenOut(text);
  if (isUnread || isOfThem || wantsQuestionOut(text)) return cannotUnsay(scene, c, isUnread);
  const wish = wantedOut(text);
  const gone = wish && cutOf(c.description, wish.what)?.gone;
  if (wish === null) return null;
  const isAsked = wish.how === 'out' || wish.how === 'stands';
  if (gone) {
    // `Borre lo de los perros, esos no son de él` puts something right, and whoever has the case is to read that.
    if (!isAsked && !isOfSelf(wish.what) && PUTS_RIGHT.test(plainWords(wish.rest))) return putRight(scene, c);
    const still = say(scene, 'follow.still_there', { number: c.number, words: readable(gone) });
    return cannotUnsay(scene, c, false, isAsked ? still : null);
  }
  if (!isAsked && !isOfSelf(wish.what)) return null;
  const words = say(scene, 'record.case_words', { agency: bodyOf(scene, c), words: readable(c.description) });
  return {
    state: { ...scene.state, lost: 0 },
    replies: [
      replyOf(lines(say(scene, 'follow.not_there', { number: c.number }), words), { caseNumber: c.number }),
    ],
  };
}

/** `Ahí dice Elvia, ¿lo quitan o no?` */
const ASKS_OUT =
  /\b(?:quit|borr|tach|elimin|sac|saqu|remov|delet)\w*\b|\btake (?:it|that) out\b|\b(?:ahi|alli) (?:dice|sale|aparece|esta)\b/;

const DROP_IT =
  /^(?:(?:ya|y|pero|no|por favor|porfa|mejor|entonces|please|just) )*(?:borr(?:el[oa]|al[oa])|elimin(?:el[oa]|al[oa])|cancel(?:el[oa]|al[oa])|anul(?:el[oa]|al[oa])|retir(?:el[oa]|al[oa])|quit(?:el[oa]|al[oa])|delete it|cancel it|withdraw it)(?: (?:por favor|porfa|please|ya|entonces|mejor))*$/;
const NO_NEED =
  /\b(?:no hace falta|ya no (?:es necesario|hace falta|lo necesito|quiero)|me (?:equivoque|confundi)|fue (?:mi|un) error|(?:en verdad|en realidad|al final) (?:si|no)|not needed|no longer|my mistake|i was wrong)\b/;

/** Is it ordered that it go, by a clause of its own, where another says that it was wrong or is not needed? */
function takesAllBack(text: string): boolean {
  const parts = plainClauses(text);
  return parts.some(part => DROP_IT.test(part)) && parts.some(part => NO_NEED.test(part));
}

const PUTS_RIGHT =
  /\b(?:no (?:es|son|era|eran|fue|fueron)|equivo\w+|confund\w+|not (?:his|hers|theirs|mine)|(?:is|are|was|were) not|wrong|mistake)\b/;

/** Said with what is read there, or where it stands; a person looks. */
function cannotUnsay(scene: Scene, c: Case, isShown: boolean, still: Sentence | null = null): Move {
  const shown = isShown ? caseAsItStands(scene, c) : still;
  const words = lines(shown, say(scene, 'follow.cannot_unsay', { number: c.number }));
  return {
    state: { ...scene.state, lost: 0 },
    replies: [replyOf(words, { caseNumber: c.number })],
    set: { review: true },
  };
}
