import { isOpen } from '../../cases/lifecycle.ts';
import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isJustFiled } from './just-filed-case.ts';

const LEAD =
  '(?:(?:no|ya|ay|y|mejor|que|por favor|porfa|ok|bueno|gracias|pero|entonces|please|then|just|oh|si) )*';
const TAIL =
  '(?: (?:nada|mas|eso|esto|ya|todavia|aun|por ahora|ahora|por favor|porfa|gracias|mejor|nuevo|otro|otra|it|this|that|anything|nothing|more|else|yet|now|please|thanks))*$';
/** `No enviar nada`, `no lo mande`, `olvídelo`: of a case or a report nothing is said. */
const NOT_SENT = [
  new RegExp(
    `^${LEAD}no (?:(?:me|lo|la|los|las|le|les|se|quiero|deseo|voy a|van a|hay que|que) )*(?:envi(?:e|es|en|ar|arlo|arla|o)|mand(?:e|es|en|ar|arlo|arla|o))${TAIL}`,
  ),
  new RegExp(`^${LEAD}(?:don t|dont|do not|didn t) (?:want to |you )?(?:send|submit|file)${TAIL}`),
  new RegExp(
    `^${LEAD}(?:olvid(?:al|el|enl)[oa]|olvid(?:ese|ate)(?: de eso)?|forget (?:it|about it|that)|never ?mind)${TAIL}`,
  ),
  /^(?:ok )?(?:nada|nothing) (?:que|para|por|to) (?:enviar|mandar|send)$/,
];

/** `No es otro problema`, `no quiero poner otra queja`. */
const NO_OTHER = new RegExp(
  `^${LEAD}no (?:es |era |quiero |deseo |voy a |hay |tengo )(?:(?:poner|hacer|abrir|mandar) )?(?:otr[oa]|nuev[oa]) (?:problema|asunto|caso|reporte|queja|denuncia)${TAIL}`,
);
/** `No, es otro problema` says that it is one. */
const NO_APART = /(?<!\p{L})no\s*[,.;:]+\s*(?:es|era|hay|tengo|quiero)(?!\p{L})/iu;

function wantsNone(text: string): boolean {
  const plain = plainWords(text);
  const isNoOther = NO_OTHER.test(plain) && !NO_APART.test(text);
  return isNoOther || NOT_SENT.some(pattern => pattern.test(plain));
}

/**
 * `No enviar nada`, where nothing waits to be sent: nothing new was, and the case that was filed goes on. How it is taken back is
 * said, and asked of nobody who did not speak of it.
 */
export const nothingNew: Topic = scene => {
  const { burst, state } = scene;
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  if (!isFree || burst.files.length > 0) return null;
  const number = caseThere(scene);
  if (number === undefined || !wantsNone(burst.text)) return null;
  const words = say(scene, 'follow.nothing_new', { number });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words, { caseNumber: number })] };
};

function caseThere(scene: Scene): string | undefined {
  const open = scene.facts.cases.filter(isOpen);
  return (open.find(c => isJustFiled(scene, c)) ?? open[0])?.number;
}
