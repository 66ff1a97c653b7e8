import { awaiting, stepOf } from '../questions.ts';
import { choiceOf, type Move, type Scene, say } from '../scene.ts';
import { chosenWord } from '../words/chosen.ts';
import { besideOrder } from '../words/clear-order.ts';
import { ordersFiling } from '../words/consent.ts';
import { isNo, isYes } from '../words/yes-no.ts';
import type { Answer } from './answers.ts';
import { withPrivacy } from './aside.ts';
import { answerConfirm } from './confirm.ts';
import { fileDraft } from './file.ts';
import { isSeen } from './filed-beside.ts';
import { showSummary } from './flow.ts';
import { keptAsSaid } from './kept-as-said.ts';
import { mendInWords } from './mend.ts';
import { bodyInstead } from './named-body.ts';
import { privacySaid } from './privacy.ts';
import { summaryChoices } from './summary.ts';

/**
 * Who was told that the body sees them as the report stands is asked whether it shall be sent in reserve: a bare `ok` to that
 * must not send it with their name.
 */
export function reserveAsked(scene: Scene, move: Move): Move {
  const { draft, awaits } = move.state;
  const isOpen = draft?.summarised === true && isSeen(draft) && awaits !== null;
  if (!isOpen || stepOf(awaits) !== 'confirm') return move;
  const seen = say(scene, 'info.sees_all').text;
  const last = move.replies.at(-1);
  if (last === undefined || last.asks !== 'none' || !last.text.includes(seen)) return move;
  const choices = [
    choiceOf(scene, 'choice.confidential', 'privacy:confidential'),
    choiceOf(scene, 'choice.normal', 'privacy:normal'),
  ];
  return { ...move, state: { ...move.state, awaits: awaiting('reserve', choices) } };
}

/** In reserve, or as it stands; whatever else they say is said to the summary. */
export const answerReserve: Answer = (scene, draft, awaits) => {
  const { text } = scene.burst;
  const picked = chosenWord(awaits.choices, scene.burst) ?? privacySaid(text);
  // `Con mis datos, pero al municipio` is more than how it is kept.
  if (bodyInstead(scene, draft) !== null)
    return mendInWords(scene, picked === 'confidential' ? withPrivacy(scene, draft, 'confidential') : draft);
  const isOrder = ordersFiling(text) || besideOrder(text) !== null;
  if (picked === 'normal' || (picked === null && isNo(text))) {
    const own = picked === null ? draft : { ...keptAsSaid(scene, draft, 'normal'), privacy: draft.privacy };
    return isOrder ? fileDraft(scene, own) : showSummary(scene, own);
  }
  if (picked === 'confidential' || isYes(text)) {
    const kept = keptAsSaid(scene, draft, 'confidential');
    return isOrder ? fileDraft(scene, kept) : showSummary(scene, kept, say(scene, 'corrected'));
  }
  return answerConfirm(scene, draft, awaiting('confirm', summaryChoices(scene, draft)));
};
