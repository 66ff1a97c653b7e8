import { stepOf } from '../questions.ts';
import { type Topic, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isYes } from '../words/yes-no.ts';

const LED =
  '^(?:(?:si|ya|perdon|perdone|disculpe|disculpa|hola|buenas|buenos|dias|tardes|es que|ay|oiga|pero|yes|sorry|hello) )*';
/** `Aquí estoy`, `perdón, estaba trabajando`, `ya regresé`. */
const HERE = new RegExp(
  `${LED}(?:aqui (?:estoy|sigo|ando|toy)|sigo aqui|regrese|volvi|(?:me )?(?:estaba|andaba|estuve|quede) (?:muy )?(?:ocupad[oa]|trabajando|manejando|comiendo|en (?:el trabajo|el bus|una reunion|clases?|misa)|dormid[oa]|sin (?:saldo|datos|señal|bateria|carga))|no (?:habia|pude) (?:visto|ver|contestar|responder)\\w*(?: (?:el|su|este) mensaje)?|i m (?:here|back)|(?:i )?was (?:busy|working|driving|asleep|at work)|still here)(?: (?:todavia|aun|ya|perdon|gracias|disculpe|antes|sorry))*$`,
);
/** `¿Cuál era la pregunta?`, `¿en qué íbamos?` */
const WHAT_WAS_ASKED = new RegExp(
  `${LED}(?:(?:cual|que|q) (?:era|es|fue) (?:la pregunta|lo que (?:me )?pregunt\\w+)|(?:que|q) (?:me )?(?:pregunto|preguntaba|preguntaron|habia preguntado)|(?:en )?(?:que|donde) (?:estabamos|ibamos|quedamos|nos quedamos)|what was the question|what did you ask|where were we)(?: (?:usted|ustedes|perdon|me|gracias))*$`,
);
/** Questions that a yes answers. */
const YES_ANSWERS = [
  'confirm',
  'fix',
  'resume',
  'leave',
  'offer',
  'also',
  'insist',
  'split',
  'privacy',
  'reserve',
];

/** Who comes back to a report, or has forgotten what was asked, is asked it again; they answer nothing by it. */
export const stillHere: Topic = scene => {
  const { burst, state } = scene;
  const { draft, awaits } = state;
  if (draft === null || awaits === null || burst.choice !== null || burst.files.length > 0) return null;
  const plain = plainWords(burst.text);
  // Asked whether they are still there, and where it is: a yes says the first.
  const isThere =
    draft.nudged && isYes(burst.text) && awaits.choices.length === 0 && !YES_ANSWERS.includes(stepOf(awaits));
  if (!isThere && !HERE.test(plain) && !WHAT_WAS_ASKED.test(plain)) return null;
  const touched = { ...draft, touchedAt: scene.facts.now.toISOString() };
  return { state: withState(scene, { draft: touched, lost: 0 }).state, replies: [], whole: true };
};
