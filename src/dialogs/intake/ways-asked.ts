import { whoLearns } from '../asked/desk-answer.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { askedAgain } from '../lost.ts';
import { awaiting } from '../questions.ts';
import { type Burst, choiceOf, type Move, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksIfTold } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { isNo, isYes } from '../words/yes-no.ts';
import { notAnonymous } from './aside.ts';
import { saying } from './flow.ts';
import { asksHowKept, possiblePrivacy, privacySaid } from './privacy.ts';
import { asksWhichWay } from './which-way.ts';

const LEAD = '^(?:(?:y|e|pero|ay|oiga|bueno|entonces|ok|a mi|la verdad|and|but|so|eso|esto|it|i|s) )*';
const END = '(?: (?:la verdad|gracias|por favor|porfa|entonces|mejor|de verdad|really|please|thanks))*$';

/** `¿Eso es seguro?`, `¿me lo garantizan?`, `¿pueden rastrear mi teléfono?` */
const IF_SAFE = anyOf(
  new RegExp(
    `${LEAD}(?:(?:todo|aqui|este chat|esta pagina|de verdad|si) )*(?:es|sera|is (?:it|this|that)) (?:(?:bien|realmente|de verdad|100|really) )*(?:segur[oa]|confiable|safe|secure)(?: (?:eso|esto|aqui|este chat|denunciar|por aqui|here))*${END}`,
  ),
  new RegExp(
    `${LEAD}(?:(?:quien|como|ustedes|usted|me|nos|lo) )*garantizan?(?: (?:eso|esto|que no (?:se )?sep\\w+))?${END}`,
  ),
  new RegExp(
    `${LEAD}(?:no )?(?:(?:me|nos|lo|se|les|puede|pueden|van a|can they|can you) )*(?:rastre\\w+|ubi(?:can|car)\\w*|locali[sz]\\w+|track|trace)(?: (?:a|por|con|me|mi|my|el|la|de donde|desde donde|the|ip|phone|celular|telefono|numero|chat|internet|aqui|esto|eso|escribo))*${END}`,
  ),
);

/** `¿Quién ve eso?`, `y si me descubren`, `y si se dan cuenta`. */
const WHO_SEES = anyOf(
  new RegExp(
    `${LEAD}(?:a )?(?:quien|quienes|who) (?:mas )?(?:(?:lo|la|le|les|va a|van a|puede|pueden|will|can) )*(?:ven?|ver|leen?|leer|llegan?|recib\\w+|revisan?|see|sees|read|reads)(?: (?:eso|esto|todo|lo mio|ahi|aqui|(?:el|la|mi) (?:caso|denuncia|reporte|queja)|it|this|that|my report))*${END}`,
  ),
  new RegExp(
    `${LEAD}(?:que pasa |what )?(?:si|if) (?:(?:el|ella|ellos|alguien|they|he|she|the \\w+) )?(?:(?:me|nos|lo|se) )*(?:descubr\\w+|da cuenta|dan cuenta|find out|discover)(?: (?:que fui yo|de que fui yo|it was me))?${END}`,
  ),
);

/** Of what is anonymous. */
const ANONYMOUS = /\b(?:anonim\w*|anonymous\w*|sin (?:mi )?nombre)\b/;
/** Any of the ways. */
const KEPT = /\b(?:reserva|confidencial|confidential|anonim\w*|anonymous\w*|sin (?:mi )?nombre)\b/;
/** `¿Puedo cambiar después?`, `y si después quiero dar mi nombre`. */
const IF_LATER = new RegExp(
  `${LEAD}(?:(?:lo|la|se|me|que pasa) )*(?:(?:si|if) )?(?:(?:despues|luego|mas adelante|later|yo) )*(?:quiero|quisiera|decido|puedo|puede|podria|podre|can i|i want to) (?:\\w+ )?(?:cambi\\w+|dar|poner|quitar|change|give)(?: (?:de idea|la|lo|el|it|eso|mi nombre|mis datos|my name|de opinion|despues|luego|mas adelante|later))*${END}`,
);
const HOW_TOLD =
  /\b(?:como|donde|por donde|where|how) (?:(?:me|nos|yo|lo|la|le|les|do|will|can|i|hago para|puedo) )*(?:enter|entero|se|sabre|saber|veo|ver|sigo|seguir|doy seguimiento|avis|contest|respond|busco|know|find|see|follow)\w*/;
const ANSWERED = /\b(?:me|nos) (?:(?:va|van|pueden?) a? ?)?(?:contest|respond|avis|escrib|llega)\w*/;

/** `Usted decida`, `me da igual`, `la más segura`, and no more: the safer way. */
const LEFT_OPEN = new RegExp(
  `${LEAD}(?:no (?:me )?importa cual|no me importa|(?:me |nos )?da (?:igual|lo mismo)|es (?:igual|lo mismo)|(?:como|lo que|la que|cual) (?:sea|quiera[ns]?|quieres|(?:usted|ustedes|tu|vos)(?: \\w+)?|gusten?|diga[ns]?|prefieran?|mejor(?: les| le)? parezca|convenga|recomienden?|me (?:recomiende|convenga|proteja)\\w*)|cualquiera|(?:usted|ustedes|tu) (?:(?:me )?(?:decid[ae]n?|decides|escoja[ns]?|escoge[ns]?|elija[ns]?|eliges|dira[ns]?|sabra[ns]?|sabe[ns]?))|(?:decid[ae]|escoja|elija)n?(?:lo|la)? (?:usted|ustedes|tu)|(?:la|lo|el) (?:que (?:sea )?)?mas (?:segur[oa]|protegid[oa]|(?:me )?protej[ae]|protege)|don t care|doesn t matter|does not matter|whatever|either(?: one)?|any(?: of them)?|you (?:choose|decide|pick)|up to you|the safest(?: one)?)(?: (?:de l[ao]s (?:tres|dos)|para mi|is fine|to me|for me|works))*${END}`,
);

/** Is it left to the desk how it is kept, in no more than the words for that? */
export function leavesOpen(text: string): boolean {
  return LEFT_OPEN.test(plainWords(text)) && !text.includes('?');
}

/** A bare yes or no chose none of the ways: asked so that the next one does. */
const BARE = /^(?:ya|ya esta|listo|esta bien|asi|asi mismo|ok|okay|bueno|si|no)$/;

/**
 * Asked how it is to be kept, they ask back what comes of it, or say no more than yes: answered, or asked so that a yes or a no
 * is an answer. Null: neither.
 */
export function askedOfWays(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  const { text } = scene.burst;
  if (privacySaid(text) !== null) return null;
  const plain = plainWords(text);
  const isBare = isYes(text) || isNo(text) || BARE.test(plain);
  if (isBare && !isShownAsked(awaits)) return askShown(scene, draft);
  const answer = answerOfWays(scene, text);
  return answer && askedAgain(scene, draft, answer);
}

/** Is something asked of the ways it can be kept, which is told before they choose? */
export function asksOfWays(text: string): boolean {
  const plain = plainWords(text);
  return (
    asksHowTold(text) ||
    asksWhichWay(text) ||
    [WHO_SEES, IF_SAFE, IF_LATER].some(pattern => pattern.test(plain))
  );
}

/** `Si es anónima, ¿cómo me entero?`, `si es con reserva, ¿me contestan?` */
function asksHowTold(text: string): boolean {
  const plain = plainWords(text);
  if (!KEPT.test(plain)) return false;
  return HOW_TOLD.test(plain) || asksIfTold(plain) || (ANSWERED.test(plain) && asksHowKept(text));
}

function answerOfWays(scene: Scene, text: string): ReturnType<typeof say> | null {
  const plain = plainWords(text);
  if (asksHowTold(text) && ANONYMOUS.test(plain))
    return possiblePrivacy(scene, 'anonymous') === 'anonymous'
      ? say(scene, 'plainer.anonymous_news', { url: `${scene.publicUrl}/caso` })
      : notAnonymous(scene);
  if (asksHowTold(text)) return say(scene, 'asked.told_here', { url: `${scene.publicUrl}/caso` });
  if (WHO_SEES.test(plain)) return whoLearns(scene);
  if (IF_LATER.test(plain)) return say(scene, 'general.can');
  return IF_SAFE.test(plain) ? say(scene, 'plainer.safe') : null;
}

/** Whether the body may see who they are. */
function askShown(scene: Scene, draft: Draft): Move {
  const anonymous = possiblePrivacy(scene, 'anonymous') === 'anonymous';
  const choices = [
    choiceOf(scene, 'choice.yes', 'shown:normal'),
    choiceOf(scene, 'choice.no', 'shown:confidential'),
    ...(anonymous ? [choiceOf(scene, 'choice.anonymous', 'shown:anonymous')] : []),
  ];
  return saying(scene, { draft, awaits: awaiting('privacy', choices, { misses: 1 }) });
}

function isShownAsked({ choices }: Awaits): boolean {
  return choices.some(({ value }) => value.startsWith('shown:'));
}

/** What a yes or a no to that means; null: it was not asked, or they say something else. */
export function shownAs(awaits: Awaits, { text, choice }: Burst): 'normal' | 'confidential' | null {
  if (!isShownAsked(awaits) || choice !== null) return null;
  return isYes(text) ? 'normal' : isNo(text) ? 'confidential' : null;
}
