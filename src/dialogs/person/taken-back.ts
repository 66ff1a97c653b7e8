import { type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const PERSON = /\b(persona|alguien|human[oa]|operador\w*|person|human|somebody|someone|agent)\b/;
/** `Ya no hace falta`, `que no lo haga`, of the person that was spoken of. */
const NO_MORE =
  /\b(?:ya )?no (?:me |la |lo |nos )*(?:hace falta|(?:la |lo )?necesito|es necesari[oa]|escriba|llame|contacte|moleste)\b|\bque (?:ya )?no (?:lo |me |la )*(?:haga|escriba|llame|moleste|contacte)\b|\b(?:no (?:need|longer need)|don t need|doesn t (?:have|need) to)\b/;
const MOST_WORDS = 20;

/** `¿Y la persona me va a escribir? Ya no hace falta`, of who went on with the bot: nobody writes, said in so many words. */
export const personTakenBack: Topic = (scene: Scene): Move | null => {
  const { burst, conversation, state } = scene;
  const plain = plainWords(burst.text);
  const isShort = plain.split(' ').length <= MOST_WORDS;
  const isIt = conversation.mode === 'bot' && burst.choice === null && burst.files.length === 0;
  if (!isIt || !isShort || !PERSON.test(plain) || !NO_MORE.test(plain)) return null;
  return { state, replies: [replyOf(say(scene, 'person.taken_back'))] };
};
