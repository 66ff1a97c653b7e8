import type { Ask } from '../channels/channel.ts';
import type { Sentence } from '../texts.ts';
import type { Draft } from './conversation.ts';
import { led, proceed } from './intake/flow.ts';
import { toPerson } from './person.ts';
import { pendingQuestion } from './questions.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from './scene.ts';

/** So many answers to one question that cannot be read; then it is given up. */
const MOST_MISSES = 2;
/** Slots a report can be filed without. */
const OPEN_SLOTS: Ask[] = ['place', 'agency', 'kind', 'contact', 'privacy'];

/**
 * An answer that cannot be read: the question once more in other words; the second time it is left open, or, where
 * nothing can be done without it, a person takes over.
 */
export function missed(scene: Scene, draft: Draft | null = scene.state.draft): Move {
  const { awaits } = scene.state;
  const misses = (awaits?.misses ?? 0) + 1;
  if (awaits === null) return notUnderstood(scene) as Move;
  if (misses >= MOST_MISSES) return giveUp(scene, draft, awaits.ask);
  const next = withState(scene, { draft, awaits: { ...awaits, misses } });
  const question = pendingQuestion(next);
  const hint = say(scene, awaits.choices.length > 0 ? 'unread_choice' : 'unread');
  return { state: next.state, replies: question ? [led(hint, question)] : [replyOf(hint)] };
}

function giveUp(scene: Scene, draft: Draft | null, ask: Ask): Move {
  if (draft === null || !OPEN_SLOTS.includes(ask)) return toPerson(scene, 'not_understood');
  const privacy = ask === 'privacy' ? 'confidential' : draft.privacy;
  const open = { ...draft, privacy, declined: [...draft.declined, ask] };
  return proceed(scene, open, say(scene, 'left_open'));
}

/** The last of the topics: nothing was understood. Once with what can be done here, then a person. */
export const notUnderstood: Topic = scene => {
  const lost = scene.state.lost + 1;
  if (lost >= MOST_MISSES) return toPerson(scene, 'not_understood');
  const { state } = withState(scene, { lost });
  const { burst } = scene;
  const what = burst.files.length > 0 || burst.unreadable > 0 ? fileWords(scene) : say(scene, 'lost');
  return { state, replies: [replyOf(what, { asks: 'description' })] };
};

function fileWords(scene: Scene): Sentence {
  const { files, unreadable } = scene.burst;
  const bad = unreadable > 0 ? say(scene, 'files_unreadable') : null;
  const sound = files.some(({ type }) => type.startsWith('audio/'));
  return lines(bad, say(scene, files.length === 0 ? 'lost' : sound ? 'voice_alone' : 'file_alone'));
}
