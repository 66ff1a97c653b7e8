import type { Draft } from '../conversation.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { tellsWhoCame } from '../words/tells-attempt.ts';
import { namedIn } from './already-so.ts';
import { holderOfDraft } from './guess.ts';
import { alikeAt, saysBodiesOnly, saysWhoIsAccused, withoutQuestions } from './named-body.ts';
import { MOST_PLACE_WORDS } from './place/mend-place.ts';
import { isMention } from './supplier.ts';

/** "Mi recibo es de ENSA": the body they name takes the place of the one the rule gave; null: they name none instead. */
export function mendedHolder(scene: Scene, draft: Draft): Draft | null {
  const { text } = scene.burst;
  // A body that a question names changes nothing.
  const named = withoutQuestions(text) === text ? namedIn(scene) : null;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const short = plainWords(scene.burst.text).split(' ').length <= MOST_PLACE_WORDS;
  if (named === null || named === held || !short || isMention(plainWords(scene.burst.text))) return null;
  if (saysWhoIsAccused(draft, text) || tellsWhoCame(text)) return null;
  // `Ahí dice MINSA, eso está mal` wants any other.
  if (READS.test(plainWords(scene.burst.text))) return null;
  const alike = alikeAt(scene, draft, named);
  const isBare = saysBodiesOnly(scene, text);
  return {
    ...draft,
    ...(alike ? { serviceId: alike.id, agencyId: null } : { agencyId: named }),
    reasons: [],
    description: isBare ? draft.description : [...draft.description, ...scene.burst.lines],
  };
}

/** What only says which body it is not, or what stands there. */
const READS =
  /\b(ahi|alli|aqui|me) (dice|pone|sale|aparece)\b|\bit says\b|^(que |pero |ya |eso )*no (es|era|va|le toca) (del?|de la|al?|la|el|para)? ?\w+( \w+){0,3}$/;
