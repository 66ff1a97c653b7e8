import type { Move, Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { numbersReply } from './numbers.ts';

const NOW = '(?:ya|ahora|ahorita|ya mismo|ahora mismo|right now|now)';
/** `¿A quién llamo ahorita?`, `¿no hay que llamar a alguien?`, `¿y si se muere?` */
const ASKS_NOW = anyOf(
  new RegExp(
    `\\b(?:(?:a )?quien(?:es)?|que numero|adonde|donde|who) (?:le |les |puedo |debo |hay que |tengo que |do i |should i |can i )*(?:llamo|llamamos|llamar|aviso|avisamos|avisar|call)(?: \\w+)? ${NOW}\\b`,
  ),
  /\b(?:no )?(?:hay|habra|habria|tengo|tenemos) (?:que|q) (?:llamar|avisarle?) a (?:alguien|la policia|una ambulancia)\b/,
  /\b(?:y )?si se (?:nos |me )?muere\b|\bwhat if (?:he|she|they) dies?\b/,
);

/** Who asks whom to call now has the numbers before whatever else is said: a day for an answer is no help. */
export function withNumbersAsked(scene: Scene, move: Move): Move {
  const { burst, catalogue, facts, state } = scene;
  const isOfMatter = state.draft !== null || facts.cases.length > 0;
  if (!isOfMatter || burst.choice !== null || !ASKS_NOW.test(plainWords(burst.text))) return move;
  const general = [...catalogue.emergencies.values()].find(category => category.general);
  const isTold = move.replies.some(reply => reply.class === 'emergency');
  if (general === undefined || isTold || move.set?.mode === 'waiting') return move;
  return { ...move, replies: [numbersReply(scene, general), ...move.replies] };
}
