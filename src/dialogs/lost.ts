import type { Ask } from '../channels/channel.ts';
import type { Sentence } from '../texts.ts';
import type { Draft, StepName } from './conversation.ts';
import { proceed } from './intake/flow.ts';
import { withNameAlone } from './intake/place/where.ts';
import { toPerson } from './person/person.ts';
import { stepOf } from './questions.ts';
import { afterQuestion, lines, type Move, replyOf, type Scene, say, withState } from './scene.ts';

/** So many answers to one question that cannot be read; then it is given up. */
const MOST_MISSES = 2;
/** Slots a report can be filed without. */
const OPEN_SLOTS: Ask[] = ['place', 'agency', 'kind', 'contact', 'privacy'];
/** Questions nobody needs a person for: unanswered, they are let be. */
export const LET_BE: readonly StepName[] = [
  'rating',
  'cause',
  'split',
  'insist',
  'offer',
  'also',
  'procedure',
  'erase',
  'withdraw',
  'leave',
  'moved',
  'pin',
];

/**
 * An answer that cannot be read: the question once more; the second time it is left open, or, where nothing can be done
 * without it, a person takes over.
 */
export function missed(scene: Scene, draft: Draft | null = scene.state.draft): Move {
  const { awaits } = scene.state;
  if (awaits === null) return notUnderstood(scene);
  const misses = awaits.misses + 1;
  if (misses >= MOST_MISSES) return giveUp(scene, draft);
  const { state } = withState(scene, { draft, awaits: { ...awaits, misses } });
  return { state, replies: [replyOf(say(scene, awaits.choices.length > 0 ? 'unread_choice' : 'unread'))] };
}

/** The question once more without ado, `lead` before it; the second time it is missed as any other answer. */
export function askedAgain(
  scene: Scene,
  draft: Draft | null = scene.state.draft,
  lead: Sentence | null = null,
): Move {
  const { awaits } = scene.state;
  if (awaits === null || awaits.misses > 0) return missed(scene, draft);
  const { state } = withState(scene, { draft, awaits: { ...awaits, misses: 1 }, lost: 0 });
  return { state, replies: lead ? [replyOf(lead)] : [] };
}

function giveUp(scene: Scene, draft: Draft | null): Move {
  const { awaits } = scene.state;
  const step = awaits && stepOf(awaits);
  if (step && LET_BE.includes(step)) {
    return { state: afterQuestion(scene).state, replies: [replyOf(say(scene, 'fine'))] };
  }
  const ask = awaits?.ask;
  if (draft === null || step !== ask || !ask || !OPEN_SLOTS.includes(ask))
    return toPerson(scene, 'not_understood');
  return proceed(scene, leftOpen(scene, draft, ask), say(scene, 'left_open'));
}

/** The draft without what was asked for. */
export function leftOpen({ state }: Scene, draft: Draft, ask: Ask): Draft {
  const privacy = ask === 'privacy' ? (draft.privacy ?? 'confidential') : draft.privacy;
  const open = { ...draft, privacy, declined: [...draft.declined, ask] };
  return ask === 'place' ? withNameAlone(open, state.awaits?.choices ?? []) : open;
}

/** The last of the topics: nothing was understood. Once with what can be done here, then a person. */
export const notUnderstood = (scene: Scene): Move => {
  // A line of several that are written one after the other says little by itself.
  if (isOfMany(scene))
    return {
      state: scene.state,
      replies: [replyOf(say(scene, 'listening'), { asks: 'description' })],
    };
  const lost = scene.state.lost + 1;
  if (lost >= MOST_MISSES) return toPerson(scene, 'not_understood');
  const { state } = withState(scene, { lost });
  const { burst } = scene;
  const what = burst.text === '' ? wordlessWords(scene) : say(scene, 'lost');
  return { state, replies: [replyOf(what, { asks: 'description' })] };
};

/** So soon after the line before, and in so few words, a line goes on with it; after so many it is told apart. */
const SOON_MS = 30_000;
const MOST_WORDS = 3;
const MOST_LINES = 8;

function isOfMany({ state, facts, burst }: Scene): boolean {
  const last = state.recent.at(-1) ?? Number.NEGATIVE_INFINITY;
  const isShort =
    burst.text !== '' && burst.text.split(/\s+/).length <= MOST_WORDS && /\p{L}{2}/u.test(burst.text);
  return isShort && facts.now.getTime() - last < SOON_MS && state.recent.length <= MOST_LINES;
}

/** A pin beyond the map, or a file that could not be taken (which is said anyway). */
function wordlessWords(scene: Scene): Sentence {
  const pin = scene.burst.pinned ? say(scene, 'pin_unknown') : null;
  return lines(pin, say(scene, 'ask.description'));
}
