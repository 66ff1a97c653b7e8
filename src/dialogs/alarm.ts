import type { ConversationState } from './conversation.ts';
import { type Move, replyOf, type Scene, say, withState } from './scene.ts';

const DAY_MS = 24 * 3_600_000;

/** When a talk wants to be woken without a message: to be reminded of its draft once, then to let it go. */
export function wakeAtOf(
  { draft }: ConversationState,
  { catalogue: { centre }, facts }: Scene,
  mayNudge: boolean,
): Date | null {
  if (draft === null) return null;
  const since = Date.parse(draft.touchedAt);
  if (!draft.nudged && mayNudge) return new Date(Math.max(since + centre.nudgeAfterMs, facts.now.getTime()));
  return new Date(since + centre.draftDays * DAY_MS);
}

/** The talk's own alarm rang: one nudge, the end of a draft nobody came back to, or that of a talk that only says goodbye. */
export function alarm(scene: Scene): Move {
  const { state, facts, catalogue, conversation } = scene;
  const isUnheard = conversation.lastInboundAt === null && facts.cases.length === 0;
  if (conversation.state.passing && isUnheard) {
    const erase = { conversationId: conversation.id, caseIds: [], onlyUnheard: true };
    return { state, replies: [], silence: 'erased', erase };
  }
  const { draft } = state;
  if (draft === null || conversation.mode !== 'bot') return { state, replies: [], silence: 'nothing_due' };
  const fresh = withoutOldDraft(scene);
  if (fresh !== scene) return { state: fresh.state, replies: [], silence: 'draft_expired' };
  const age = facts.now.getTime() - Date.parse(draft.touchedAt);
  if (draft.nudged || age < catalogue.centre.nudgeAfterMs || conversation.optedOut) {
    return { state, replies: [], silence: 'nothing_due' };
  }
  const next = withState(scene, { draft: { ...draft, nudged: true } });
  return { state: next.state, replies: [replyOf(say(scene, 'nudge'))] };
}

/** The scene without a draft nobody came back to; the same scene while it may still be taken up. */
export function withoutOldDraft(scene: Scene): Scene {
  const { draft } = scene.state;
  const { centre } = scene.catalogue;
  const age = draft ? scene.facts.now.getTime() - Date.parse(draft.touchedAt) : 0;
  return age < centre.draftDays * DAY_MS ? scene : withState(scene, { draft: null, awaits: null, later: [] });
}
