import type { Awaits } from '../conversation.ts';
import { askedAgain } from '../lost.ts';
import { afterQuestion, type Move, replyOf, type Scene, say, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

/** `No quiero calificar`, `paso`, `después califico`, `I'd rather not rate`. */
const REFUSED = anyOf(
  /\b(?:no|not|don t|nunca|ni) (?:(?:lo|la|les?|se|me|yo|quiero|voy|deseo|puedo|gusta|sabria|a|want|to|going|know|how|will|gonna) )*(?:calific|evalu|puntu|poner(?:les?)? (?:una )?(?:nota|calific)|dar(?:les?)? (?:una )?(?:nota|calific|opini)|opin|rate\b|rating|give (?:a |any )?(?:mark|rating|opinion))/,
  /^(?:(?:no|gracias|ahorita|ahora|yo) )*(?:paso|despues|luego|mas tarde|otro dia|(?:despues|luego) (?:les? )?(?:califico|digo)|no se (?:que (?:poner|decir)|cuanto)|pass|later|maybe later|rather not|i d rather not)(?: (?:gracias|thanks))*$/,
);
/** `¿Qué es eso?`, `¿para qué sirve?`, `¿quién ve la calificación?` */
const WHAT_FOR = anyOf(
  /^(?:(?:y|pero|oiga|ah|and|but|so) )*(?:(?:que|q|what) (?:es|is|s) (?:eso|esto|that|this)|(?:eso |esto )?(?:para|pa) (?:que|q) (?:es|sirve|quieren|lo quieren)(?: (?:eso|esto|la nota|la calificacion))*|what (?:is|s) (?:that|this|it) for|why do you (?:ask|want)(?: \w+){0,3})$/,
  /\b(?:quien(?:es)?|who) (?:va a |van a |puede |will |can )?(?:ven?|leen?|ver|leer|sees?|reads?) (?:la |esa |mi |the |my )?(?:calificacion|nota|opinion|rating|mark)\b/,
);
/** `Se demoraron mucho`, `muy lentos`, said of how it went instead of a mark. */
const SLOW =
  /^(?:(?:pues|bueno|ay|la verdad|es que|pero|well|but) )*(?:se (?:demor|tard)\w+|(?:muy |demasiado |super |very |too |so )(?:lent|demorad|tardad|slow|late)\w*|(?:they|it) took (?:too |so |very )?(?:long|much|a long|forever))(?: (?:mucho|demasiado|bastante|un mundo|tiempo|time|but|pero|al final|si|vinieron|lo|hicieron|en venir|para|venir))*$/;

/**
 * What stands for a mark and is none: who will not give one is let be, who asks what it is for is told, and what they say of
 * how it went is kept for the mark. Null: it is something else.
 */
export function besideRating(scene: Scene, awaits: Awaits): Move | null {
  const { text, choice } = scene.burst;
  if (choice !== null || text === '') return null;
  const plain = plainWords(text);
  if (WHAT_FOR.test(plain)) return { ...askedAgain(scene, null, say(scene, 'plainer.rating')), whole: true };
  if (REFUSED.test(plain))
    return { state: afterQuestion(scene).state, replies: [replyOf(say(scene, 'fine'))] };
  if (!SLOW.test(plain)) return null;
  const held = { lines: [...(awaits.held?.lines ?? []), text], files: [] };
  const own = withState(scene, { awaits: { ...awaits, held }, lost: 0 });
  return { state: own.state, replies: [replyOf(say(scene, 'solution.and_mark'))], whole: true };
}
