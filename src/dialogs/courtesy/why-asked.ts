import { answers } from '../answers.ts';
import type { Awaits } from '../conversation.ts';
import { early } from '../crossing.ts';
import { namesAnyBody } from '../intake/body-names.ts';
import { saysWhere } from '../intake/place/told-where.ts';
import { stepOf } from '../questions.ts';
import { led, type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { vanished } from '../vanished.ts';
import { anyOf } from '../words/any-of.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { plainerKey } from './puzzled.ts';

/** More words tell something. */
const MOST_WORDS = 16;
const POINTED = '(?:eso|esto|ese dato|tanto|donde|quien|mi|mis|la|el|que)';
/** `¿Y para qué quiere saber eso?`, `¿por qué tengo que dar mi dirección?`, `why do you need my address?` */
const WHY_ASKED = anyOf(
  new RegExp(
    `\\b(?:para|pa) que (?:me |le |lo |la |se )?(?:quier|necesit|ocup|pregunt|pid)\\w*(?: (?:usted|ustedes|uds?))?(?: saber| que)?(?: ${POINTED}\\b.*)?$`,
  ),
  /\b(?:por que|porque|y que) (?:me |le |tanto )*(?:pregunt|pid|necesit|quier)\w*(?: (?:usted|ustedes|uds?))?(?: saber)? (?:eso|esto|tanto|donde|mi (?:direccion|casa|barrio|ubicacion|nombre|cedula|telefono)|mis datos|la (?:direccion|ubicacion)|el (?:lugar|barrio))\b/,
  /^(?:(?:y|pero|ah|no|oiga) )*(?:eso|esto|todo eso|tanto dato)(?: es)? (?:para|pa) que(?: es| sirve| quieren)?$/,
  /^(?:(?:y|pero|ah|no|oiga) )*(?:para|pa) que(?: es| sirve)?(?: (?:eso|esto|ese dato|tanto dato|tanta pregunta|tantas preguntas))?$/,
  /\bpor que (?:tengo|tenemos|hay|debo) que? ?(?:dar|decir|poner|escribir)\w*\b/,
  /^(?:(?:y|pero|a|usted|ustedes|eso) )*que (?:le |les )?(?:importa|interesa|tiene que ver|cambia)(?: (?:eso|esto|donde|quien|mi|mis)\b.*)?$/,
  /\b(?:es|son) (?:obligatori|necesari)\w+ (?:que (?:yo )?(?:de|diga|ponga)|dar|darles?|decir|decirles?|poner|escribir)\b|\btengo que (?:dar|decir|poner|escribir)(?:les?)? (?:mi|mis|el lugar|la direccion|la ubicacion|donde|quien)\b/,
  /\b(?:why do you (?:need|want|ask)|what do you (?:need|want) (?:it|that|this|my \w+|to know \w+) for|why (?:do|should|must) i (?:have to |need to )?(?:give|say|tell|write)|why does (?:it|that) matter|why is (?:that|this|it|my \w+|the \w+) (?:needed|necessary)|(?:do i have to|is it (?:necessary|mandatory|required|compulsory) to) (?:give|say|tell|write))\b/,
);
const OF_PLACE =
  /\b(ubicacion|lugar|direccion|donde|barrio|calle|casa|sitio|corregimiento|distrito|location|address|where|place|neighbou?rhood|street)\b/;
const OF_SELF =
  /\b(nombre|cedula|telefono|celular|numero|correo|datos|quien|identi\w+|personal\w*|privacidad|privad[oa]|name|phone|number|e?mail|id|details|privacy|who)\b/;

/**
 * Who asks why they are asked is told, in a line, and the question stays open: it is the desk's own, and never a body's. What
 * is told beside it answers it all the same.
 */
export const whyAsked: Topic = scene => {
  const { burst, state } = scene;
  if (state.awaits === null || burst.choice !== null || burst.files.length > 0) return null;
  if (early(scene) || vanished(scene)) return null;
  const rest = besideWhy(scene);
  if (rest === null) return null;
  const key = reasonKey(scene, state.awaits);
  const words = say(scene, key);
  const own = retold(scene, [rest]);
  const { places, services } = own.facts.reading;
  const isPlace = stepOf(state.awaits) === 'place';
  const isTold = places.length > 0 || (services[0]?.p ?? 0) >= TELLS || (isPlace && saysWhere(own, rest));
  if (rest === '' || !isTold)
    return { ...askedOtherwise(scene, state.awaits, key), replies: [replyOf(words)] };
  const move = answers(own);
  const [first, ...others] = move?.replies ?? [];
  if (move === null) return null;
  return first
    ? { ...move, replies: [led(words, first), ...others] }
    : { ...move, replies: [replyOf(words)], whole: true };
};

/** What was asked stays so, in other words; a summary is not shown again. */
function askedOtherwise(scene: Scene, awaits: Awaits, key: TextKey): Pick<Move, 'state' | 'whole'> {
  const isShown = ['confirm', 'fix'].includes(stepOf(awaits)) || key === 'asked.why_data';
  const asked = isShown ? {} : { awaits: { ...awaits, misses: Math.max(1, awaits.misses) } };
  return { state: withState(scene, { lost: 0, ...asked }).state, whole: !isShown };
}

/** From here on what stands beside it tells something. */
const TELLS = 0.5;

/** What they write beside the question why they are asked; null: they ask no such thing, or of a body's own questions. */
function besideWhy(scene: Scene): string | null {
  const { text } = scene.burst;
  if (plainWords(text).split(' ').length > MOST_WORDS || namesAnyBody(scene, text)) return null;
  const parts = clauses(text);
  const rest = parts.filter(part => !WHY_ASKED.test(plainWords(part)));
  return rest.length === parts.length ? null : rest.join(', ').trim();
}

function reasonKey(scene: Scene, awaits: Awaits): TextKey {
  const step = stepOf(awaits);
  const plain = plainWords(scene.burst.text);
  const [isOfPlace, isOfSelf] = [OF_PLACE.test(plain), OF_SELF.test(plain)];
  if (isOfSelf && !isOfPlace && step !== 'contact') return 'asked.why_data';
  if (step !== 'confirm' && step !== 'fix') return plainerKey(awaits);
  if (isOfPlace) return scene.state.draft?.place ? 'why.place' : 'plainer.place';
  return 'why.all';
}
