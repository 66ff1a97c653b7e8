import type { ConversationState } from './conversation.ts';
import { led } from './intake/flow.ts';
import { pendingQuestion } from './questions.ts';
import { type Move, replyOf, type Scene, say, withState } from './scene.ts';

const DAY_MS = 24 * 3_600_000;

/** When a talk wants to be woken without a message: to be reminded of its draft once, then to let it go. */
export function wakeAtOf(state: ConversationState, { catalogue: { centre }, facts }: Scene): Date | null {
  const { draft } = state;
  if (draft === null) return null;
  const since = Date.parse(draft.touchedAt);
  if (!draft.nudged) return new Date(Math.max(since + centre.nudgeAfterMs, facts.now.getTime()));
  return new Date(since + centre.draftDays * DAY_MS);
}

/** The talk's own alarm rang: one nudge, or the end of a draft nobody came back to. */
export function alarm(scene: Scene): Move {
  const { state, facts, catalogue, conversation } = scene;
  const { draft } = state;
  if (draft === null || conversation.mode !== 'bot') return { state, replies: [], silence: 'nothing_due' };
  const age = facts.now.getTime() - Date.parse(draft.touchedAt);
  if (age >= catalogue.centre.draftDays * DAY_MS) {
    const { state: free } = withState(scene, { draft: null, awaits: null, later: [] });
    return { state: free, replies: [], silence: 'draft_expired' };
  }
  if (draft.nudged || age < catalogue.centre.nudgeAfterMs || conversation.optedOut) {
    return { state, replies: [], silence: 'nothing_due' };
  }
  const next = withState(scene, { draft: { ...draft, nudged: true } });
  const question = pendingQuestion(next);
  const lead = say(scene, 'nudge');
  return { state: next.state, replies: [question ? led(lead, question) : replyOf(lead)] };
}
