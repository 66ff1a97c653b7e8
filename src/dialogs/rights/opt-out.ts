import type { StoredMessage } from '../../storage/store.ts';
import { type Move, replyOf, type Scene, say } from '../scene.ts';

/**
 * The citizen wants no more messages here, or wants them again: one acknowledgement, where the platform does not give
 * it itself. Null: nothing of the kind, go on.
 */
export function optOut(scene: Scene, messages: StoredMessage[]): Move | null {
  const last = messages.findLast(({ signal }) => signal !== null);
  const { optedOut } = scene.conversation;
  if (!last) return optedOut ? unheard(scene) : null;
  const set = { optedOut: last.signal === 'optOut' };
  if (last.signalAnswered) return { state: scene.state, set, replies: [], silence: 'platform_answered' };
  if (last.signal === 'optOut')
    return { state: scene.state, set, replies: [replyOf(say(scene, 'opted_out'), { class: 'optOut' })] };
  return { state: scene.state, set, replies: [replyOf(say(scene, 'opted_in'), { class: 'optOut' })] };
}

/**
 * The scene as it is heard once a platform itself resumed our messages (they unblocked us) and words came along with
 * that: the words are answered. Null: nothing of the kind.
 */
export function resumed(scene: Scene, messages: StoredMessage[]): Scene | null {
  const last = messages.findLast(({ signal }) => signal !== null);
  const spoke = messages.some(({ signal, text, choice }) => {
    return signal === null && (choice !== null || (text ?? '').trim() !== '');
  });
  if (last?.signal !== 'optIn' || !last.signalAnswered || !spoke) return null;
  const isWordless = messages.every(({ signal, text }) => signal === null || (text ?? '') === '');
  return isWordless ? { ...scene, conversation: { ...scene.conversation, optedOut: false } } : null;
}

/** Who wants no messages and writes all the same: a person should look; danger is answered in any case. */
function unheard(scene: Scene): Move | null {
  if (scene.facts.reading.emergency) return null;
  const set = { review: true, reason: 'opted_out', since: scene.facts.now };
  return { state: scene.state, set, replies: [], silence: 'opted_out' };
}
