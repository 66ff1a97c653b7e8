import { replyOf, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const WHAT =
  '(?:que|como) (?:es|significa|quiere decir|seria)(?: (?:eso|esto|lo|ir|que va|que vaya|el|la|de))*';
/** `¿Qué significa con reserva?` */
const ASKS = anyOf(
  new RegExp(`\\b${WHAT} (?:con |en |la |bajo )?reserva\\b`),
  /\breserva (?:que es|que significa|que quiere decir)\b/,
  /\bwhat (?:does|do you mean by|is|s) (?:it |that )?(?:by )?confidential\b/,
);

/** What it means to be kept in reserve is told as such, however the report is kept. */
export const whatReserve: Topic = scene =>
  scene.burst.choice === null && ASKS.test(plainWords(scene.burst.text))
    ? { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'info.reserve_means'))] }
    : null;
