import { setsRight } from '../acts.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { awaiting } from '../questions.ts';
import { type Move, replyOf, type Scene, say, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { tellsOfSelf } from '../words/tells-of-self.ts';
import { touched } from './absorb.ts';
import { askWhatToFix } from './by-act.ts';
import { saying, showAdded, showSummary } from './flow.ts';
import { putsRight } from './place/place-words.ts';
import { saysOnlyWhere } from './place/told-where.ts';

const LEAD =
  '^(?:(?:y|e|pero|no|ay|a ver|oiga|ok|bueno|perdon|disculpe|espere|espera|por favor|porfa|ah|es que|yo|entonces|todavia|and|but|wait|sorry|please) )*';
const END = '(?: (?:por favor|porfa|porfis|gracias|señor|señora|joven|entonces|mejor|please|thanks))*$';

const AGAIN =
  '(?: (?:otra vez|de nuevo|nuevamente|una vez mas|again|once more|one more time|it|that|eso|esto|todo|completo|bien|(?:el|mi) (?:resumen|reporte|mensaje)|la queja|(?:the|my) (?:summary|report)|me|back))*';
/** `Repita`, `no leí bien`, `a ver otra vez`, `repeat please`. */
const SHOW_AGAIN = anyOf(
  new RegExp(
    `${LEAD}(?:(?:me|lo|la|se|puede|puedes|pueden|podria|can you|could you) )*(?:repit[ae](?:me)?(?:l[oa])?|repetir(?:me)?(?:l[oa])?|repeat|show|muestr[ae](?:me)?(?:l[oa])?|mostrar(?:me)?(?:l[oa])?|enseñ[ae](?:me)?(?:l[oa])?|le(?:a|e)(?:me)?l[oa]|vuelv[ae] a (?:mostrar|leer|repetir|enseñar|poner)(?:me)?(?:l[oa])?|say (?:it|that) again|read)${AGAIN}${END}`,
  ),
  new RegExp(`${LEAD}(?:otra vez|de nuevo|nuevamente|una vez mas|again|once more|one more time)${END}`),
  new RegExp(
    `${LEAD}(?:no (?:l[oa] )?(?:lei|vi|alcance a (?:leer|ver)|pude (?:leer|ver)|termine de leer)(?:l[oa])?|(?:i )?(?:did not|didn t|could not|couldn t) (?:read|see))${AGAIN}${END}`,
  ),
  new RegExp(`${LEAD}(?:(?:como|que) (?:dijo|dice|decia|era)|what did you say|come again)${END}`),
);

const MORE =
  '(?:algo(?: mas)?|(?:un |otro |mas )?(?:dato|detalle)s?|una cosa(?: mas)?|unas cosas|mas informacion|mas cosas|something(?: else)?|(?:one )?more (?:thing|detail)s?|more)';
/** `Quiero agregar algo`, `le falta algo`, `se me olvidó un dato`, and not yet what. */
const ADDS_LATER = anyOf(
  new RegExp(
    `${LEAD}(?:(?:le|me|te|lo|quiero|quisiera|queria|quiere|necesito|puedo|podria|voy a|vamos a|hay que|tengo que|se puede|me gustaria|falta|faltaria|i want to|i need to|i would like to|can i|let me) )+(?:agregar|añadir|decir|poner|incluir|sumar|contar|anotar|add|say|tell you)(?:le|les)? ${MORE}(?: (?:al|en el|a mi|to the|to my) (?:reporte|caso|report|case))?${END}`,
  ),
  new RegExp(
    `${LEAD}(?:(?:le|me|se|nos|todavia|aun|te) )*(?:falta|falto|faltan|olvide|olvido|hace falta|forgot) ?(?:(?:decir|agregar|poner|contar)(?:le)? )?${MORE}(?: (?:que (?:decir|agregar|contar)|por decir))?${END}`,
  ),
  new RegExp(
    `${LEAD}(?:tengo|hay|i have) ${MORE} (?:que|por|to) (?:decir|agregar|contar|añadir|say|add|tell you)(?:le|les)?${END}`,
  ),
  new RegExp(
    `${LEAD}(?:una cosa mas|algo mas|otro dato|un dato mas|one more thing|something else to add|le falta|falta)${END}`,
  ),
);
/** `Otra cosa`, `tengo otro problema`, and not yet which. */
const OTHER_LATER = new RegExp(
  `${LEAD}(?:(?:tengo|hay|quiero|quisiera|poner|reportar|decir|hacer|tambien|es|i have|there is) )*(?:un[oa]? )?(?:otr[oa]|another) (?:cosa|problema|asunto|queja|reporte|denuncia|tema|problem|thing|complaint|matter|issue)(?: (?:mas|aparte|que (?:decir|reportar|contar)))?${END}`,
);

const CHANGE =
  '(?:(?:hay que|quiero|quisiera|queria|necesito|puede|puedes|pueden|podria|se puede|puedo|tiene que|me|le|can you|i want to|please) )*(?:cambi(?:ar|e|a|en|arle|ele)|correg(?:ir|irle)|corrij[ae](?:le)?|arregl(?:ar|e|a)|modifi(?:car|que|ca)|edit(?:ar|e|a)?|change|fix|correct)';
const WRONG =
  '(?:(?:esta|quedo|salio|es) (?:mal|malo|mala|feo|fea|equivocad[oa]|incorrect[oa])|no es (?:ese|esa|asi)|no (?:me )?(?:gusta|sirve)|is wrong)';
/** A title is dictated with its name, so that is said. */
const TITLE = new RegExp(
  `${LEAD}(?:${CHANGE} (?:el|ese|al|the)? ?(?:titulo|encabezado|title)|(?:el|ese|the) (?:titulo|encabezado|title) ${WRONG})${END}`,
);
const WORDING = new RegExp(
  `${LEAD}(?:${CHANGE} (?:la|mi|esa|el|lo|the|my)? ?(?:descripcion|redaccion|texto|mensaje|que (?:escribi|puse|dice)|wording|text|description)|(?:la|el|esa|ese) (?:descripcion|redaccion|texto) ${WRONG})${END}`,
);
const SOMETHING = new RegExp(
  `${LEAD}${CHANGE} (?:algo|una cosa|un dato|unas cosas|something|one thing)${END}`,
);

/**
 * Words to a summary that are no part of it: to be shown it again, that something is still to be told or changed, and not yet
 * what; or who they are, which is a word of the report and no matter beside it. Null: they are none of these.
 */
export function saidToSummary(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const own = touched(scene, draft);
  if (tellsOfSelf(text))
    return showAdded(scene, { ...own, description: [...own.description, ...scene.burst.lines] });
  if (SHOW_AGAIN.test(plain)) return showSummary(scene, own);
  if (TITLE.test(plain)) return told(scene, draft, 'title_how');
  if (WORDING.test(plain)) return saying(scene, { draft: own, awaits: awaiting('reword') });
  if (SOMETHING.test(plain)) return askWhatToFix(scene, draft);
  if (ADDS_LATER.test(plain)) return announced(told(scene, draft, 'add_later'));
  return OTHER_LATER.test(plain) ? told(scene, draft, 'other_later') : null;
}

/** Said, and nothing asked: they are about to write it. */
function told(scene: Scene, draft: Draft, key: TextKey): Move {
  const { state } = withState(scene, { draft: touched(scene, draft), lost: 0 });
  return { state, replies: [replyOf(say(scene, key))], quiet: true };
}

function announced(move: Move): Move {
  const { awaits } = move.state;
  return awaits === null
    ? move
    : { ...move, state: { ...move.state, awaits: { ...awaits, announced: true } } };
}

/** What they said that they would add is added, whatever matter it sounds like; null: they set a field right, or ask. */
export function addedAsAnnounced(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const { text, lines } = scene.burst;
  const isOfField = setsRight(scene) || saysOnlyWhere(scene, text) || putsRight(text);
  if (awaits.announced !== true || isOfField || text.includes('?') || beginsAsQuestion(text)) return null;
  return showAdded(scene, { ...touched(scene, draft), description: [...draft.description, ...lines] });
}
