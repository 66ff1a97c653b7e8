import { led, type Move, replyOf, type Scene, say } from './scene.ts';

/** Says that the talk begins anew, where what was saved of it cannot be read: before the reply, but after danger. */
export function afresh(scene: Scene, move: Move): Move {
  const { mode, optedOut } = scene.conversation;
  if (!scene.facts.fresh || mode !== 'bot' || optedOut || move.quiet) return move;
  const news = say(scene, 'afresh');
  const { silence: _silence, ...spoken } = move;
  const [first, second, ...rest] = move.replies;
  if (first === undefined) return { ...spoken, replies: [replyOf(news)] };
  if (first.class === 'optOut') return move;
  if (first.class !== 'emergency') return { ...move, replies: [led(news, first), ...move.replies.slice(1)] };
  return { ...move, replies: [first, second ? led(news, second) : replyOf(news), ...rest] };
}
