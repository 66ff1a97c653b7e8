import { replyOf, say, type Topic } from '../scene.ts';
import { isUnfinished } from '../words/unfinished.ts';

/** `Mire`, `es que`: who has only begun to tell is listened to, and asked nothing new; that is no answer, and not lost either. */
export const unfinished: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || burst.files.length > 0 || !isUnfinished(burst.text)) return null;
  return state.awaits === null
    ? { state, replies: [replyOf(say(scene, 'listening'), { asks: 'description' })] }
    : { state, replies: [replyOf(say(scene, 'listening_on'))] };
};
