import { replyOf, say, type Topic } from './scene.ts';
import { anyOf } from './words/any-of.ts';
import { plainWords } from './words/plain-words.ts';

const LED = '(?:(?:es que|porque|y|pero|la verdad|mejor|yo|no|ahorita|because|it s just that|i ll|i will) )*';
/** `No tengo tiempo`, `lo haré por teléfono`, `nadie hace caso`, `¿y si la pongo mañana?` */
const REASON = anyOf(
  new RegExp(
    `^${LED}(?:no tengo (?:tiempo|ganas|saldo|datos)|estoy (?:ocupad[oa]|trabajando|manejando)|(?:ya )?(?:lo|la) (?:hare|hago|pongo|pondre|reporte|puse|mande|hice|llamare) ?(?:por telefono|por otro lado|en otro lado|en persona|despues|mañana|luego|otro dia|alla|en la oficina)|(?:mañana|despues|luego|otro dia)(?: (?:lo|la) (?:hago|pongo|mando))?|(?:nadie|nunca|ellos no|no) (?:hacen?|van a hacer) (?:caso|nada)|(?:no vale|vale) la pena|do it (?:later|tomorrow|by phone)|no time|nobody (?:cares|listens|does anything))(?: (?:ahorita|ahora|hoy|la verdad|nunca|now))*$`,
  ),
  /^(?:(?:y|pero|and|but) )*(?:si |puedo |se puede |if i |can i )(?:(?:lo|la|ponerl[oa]|hacerl[oa]|mandarl[oa]|pongo|hago|mando|do|send|file|it) )*(?:mañana|despues|luego|otro dia|mas tarde|tomorrow|later|another day)$/,
);
/** `Me da miedo`. */
const FEAR = new RegExp(
  `^${LED}(?:me da (?:mucho )?(?:miedo|temor|pena)|tengo miedo|i m (?:afraid|scared)|i am (?:afraid|scared))(?: (?:que (?:se enteren?|sepan|me busquen|me hagan algo)|de (?:el|ella|ellos|represalias)|la verdad))*$`,
);

/** Why the report was just left: nothing is begun by it, and it can still be had back; who is afraid hears how it can be kept. */
export const whyLeft: Topic = scene => {
  const { left, burst, state } = scene;
  if (left === null || state.draft !== null || state.awaits !== null || burst.choice !== null) return null;
  const plain = plainWords(burst.text);
  const reason = REASON.test(plain) ? 'left.whenever' : null;
  const key = FEAR.test(plain) ? 'left.fear' : reason;
  return key && { state: { ...state, left, lost: 0 }, replies: [replyOf(say(scene, key))] };
};
