import { isAfterDanger } from '../danger/after-danger.ts';
import { replyOf, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

/** `¿311?`, `¿hay alguien ahí?`, `are you there?` */
const CALLS =
  /^(?:(?:hola|buenas|alo|oiga|oye|disculpe|hey|hello|hi|ey|eh|y|si) )*(?:(?:(?:hablo|estoy hablando|escribo|me comunico|llegue|es|este es|esto es) )?(?:con |es |al? |to )?(?:el )?311|hay alguien|alguien (?:ahi|me (?:lee|escucha|oye|contesta|copia))|me (?:escuchan?|leen?|oyen?|copian?|reciben?)|(?:estan?|siguen?|andan?) ahi|(?:is )?(?:anyone|anybody|someone|somebody) (?:there|here)|are you (?:still )?there|can you (?:hear|read) me)(?: (?:ahi|aqui|en linea|por ahi|por aqui|conectad[oa]|atendiendo|del|al|el|311|hola|alo|por favor|porfa|please))*$/;

/** Who only calls out to see whether anybody is there is greeted, and asks for nobody; what was asked is asked again. */
export const callsOut: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || burst.files.length > 0 || !CALLS.test(plainWords(burst.text))) return null;
  // What is being reported may be the desk's own.
  if (state.draft !== null && /^(?:el )?311$/.test(plainWords(burst.text))) return null;
  // Behind the numbers of a danger they want somebody.
  if (isAfterDanger(scene)) return null;
  if (state.awaits !== null) return { state, replies: [replyOf(say(scene, 'greeting_go_on'))] };
  // The first time the bot says who it is before anything else.
  const isGreeting = !state.greeted && scene.facts.reading.intent === 'greeting';
  const key = isGreeting ? 'greeting' : 'greeting_again';
  return { state: { ...state, lost: 0 }, replies: [replyOf(say(scene, key), { asks: 'description' })] };
};
