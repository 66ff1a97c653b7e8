import { type Move, replyOf, type Scene, say, withState } from '../scene.ts';

/** What was filed without a name is not seen from here: said, with how it is seen. */
export function unseen(scene: Scene): Move {
  const { state } = withState(scene, { lost: 0 });
  return { state, replies: [replyOf(say(scene, 'pin.anonymous', { url: `${scene.publicUrl}/caso` }))] };
}
