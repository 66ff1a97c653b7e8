import type { Reply } from '../../channels/channel.ts';
import { led, type Move, replyOf, type Scene, say } from '../scene.ts';

/** A file that could not be taken is said, whatever else was; behind the numbers where there is danger, and not to who speaks of dying. */
export function withFileNews(scene: Scene, move: Move): Move {
  const [first, ...rest] = move.replies;
  if (scene.burst.unreadable === 0 || !first || move.set?.reason === 'distress') return move;
  const news = say(scene, 'files_unreadable');
  if (first.class !== 'emergency') return { ...move, replies: [led(news, first), ...rest] };
  const [next, ...others] = rest;
  return { ...move, replies: [first, next ? led(news, next) : replyOf(news), ...others] };
}

/** The first time it speaks, the bot says that it is one; the words about a danger say so themselves. */
export function introduced(scene: Scene, move: Move): Move {
  const [first, ...rest] = move.replies;
  if (scene.state.greeted || !first) return move;
  if (first.class === 'emergency') return { ...move, state: { ...move.state, greeted: true } };
  const isGreeting = scene.facts.reading.intent === 'greeting' && move.state.awaits === null;
  const isSaid = first.text.startsWith(say(scene, 'am_automatic').text);
  const replies: Reply[] = [isGreeting || isSaid ? first : led(say(scene, 'introduction'), first), ...rest];
  return { ...move, replies, state: { ...move.state, greeted: true } };
}
