import { replyOf, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

/** `No me escriban más`, `no quiero recibir más mensajes`, in a sentence and not in the one word that does it. */
const NO_MORE = anyOf(
  /\bno (quiero|deseo|kiero) (recibir |que me (escriban|manden|envien) )?(mas )?(mensajes|avisos|notificaciones)\b/,
  /\b(ya )?no me (escriban|escriba|manden|mande|avisen|envien)( (mas|nada|nunca|mensajes|avisos|por aqui|por favor|ustedes))+$/,
  /\b(dejen|deje|paren) de (escribirme|mandarme|avisarme)\b/,
  /\b(como|que) (le )?hago (pa|para) (q|que) no me (escriban|manden|avisen)\b/,
  /\bstop (all |sending )?(me )?(messages|texts|texting|writing|notifications)\b|\bno more (messages|notifications|texts)\b/,
);
const MOST_WORDS = 14;

/** The one word that stops messages where the desk writes first; here it reaches the dialog as it is. */
const WORD = /^(?:alto|baja|parar|stop|unsubscribe)$/;
/** The one of them that leaves no report. */
const ONLY_MESSAGES = /^(?:baja|unsubscribe)$/;

/** `BAJA`, where nothing is being told that the word could answer, or `stop` could leave. */
function saysWord({ state: { draft } }: Scene, plain: string): boolean {
  return WORD.test(plain) && (draft === null || (draft.summarised && ONLY_MESSAGES.test(plain)));
}

/** Who wants no more messages is told the word that stops them; where nobody writes first, that. */
export const noMoreMessages: Topic = scene => {
  const { burst, facts, state } = scene;
  const plain = plainWords(burst.text);
  const isWished = NO_MORE.test(plain) || saysWord(scene, plain);
  if (burst.choice !== null || plain.split(' ').length > MOST_WORDS || !isWished) return null;
  const key = facts.channel.capabilities.pull ? 'no_more.here' : 'no_more.word';
  return { state: { ...state, lost: 0 }, replies: [replyOf(say(scene, key))] };
};
