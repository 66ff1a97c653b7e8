import { answeredWith } from '../filed/case-answers.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { mayBeUnjoined } from '../filed/unjoined-by-act.ts';
import { wishesHidden } from '../intake/privacy.ts';
import { stepOf } from '../questions.ts';
import { lines, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { agreesBeside } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';

const THREAT =
  /\b(?:amenaz\w+|me (?:va|van|iba) a ir mal|me (?:va|van) a (?:pegar|golpear|matar|mandar a (?:pegar|matar))|(?:me|nos) (?:(?:van? a|pueden?) )?(?:hac\w+ (?:algo|daño)|busc\w+|encuentr\w+|encontr\w+|reconoc\w+|agarr\w+|persig\w+|persegu\w+|coge\w*)|represalias?|se (?:venga|vengan|desquitan?)|threat\w*|(?:hurt|beat|kill|find|recogni[sz]e|come after) me|retaliat\w*)\b/;
/** What they are to do, or what then. */
const ASKS =
  /^(?:y |pero |and |but )*(?:si|what if|if) |\b(?:debo|deberia|tengo que|que hago|que puedo hacer|a quien|a ?donde|donde|should i|do i|what (?:do|can|should) i|where)\b/;
const MOST_WORDS = 30;

/** `¿Y si me descubren me pueden botar?` */
const DISMISSED =
  /\b(?:me|nos) (?:(?:pueden?|van? a|podrian?|vayan a) )+(?:botar|despedir|echar|correr|destituir|sancionar)\b|\b(?:me|nos) (?:botan|despiden|echan|corren|destituyen)\b|\b(?:can|could|will|would) (?:they|he|she|my boss) fire me\b|\b(?:get|be) fired\b/;
const FOUND_OUT =
  /\b(?:si|if) (?:\w+ )?(?:(?:me|nos|se|lo) )*(?:descubr\w+|enter\w+|sab(?:en|e)|(?:averigu|supier)\w+|find out|discover|know)\b|\bpor (?:esto|denunciar\w*|reportar\w*|quejarme|la (?:queja|denuncia)|el reporte)\b|\bfor (?:this|reporting|complaining)\b/;

/** `Si digo algo de un funcionario, ¿me pueden botar?`, before anything is told. */
const IF_TOLD =
  /\b(?:si|if) (?:(?:yo|me|lo|la|i|uno) )*(?:digo|hablo|cuento|denuncio|reporto|quejo|pongo|hago|denuncia|reporta|say|tell|report|complain)\b/;
const NAMELESS = /\banonim\w*|\banonymous\w*|\bsin (?:dar |poner |decir )?(?:mi |el )?nombre\b/;

/** Is it being asked how it shall be kept, so that whoever supposes something asks what comes of it? */
function asksKeeping({ state: { awaits }, burst }: Scene): boolean {
  return awaits !== null && stepOf(awaits) === 'privacy' && !wishesHidden(plainWords(burst.text));
}

/** What may follow at work where it comes out who reported: not known; who learns of it here, and what then, is. */
export const ifDismissed: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isKeeping = asksKeeping(scene);
  const isFirst = state.draft === null && state.awaits === null && IF_TOLD.test(plain);
  const isOpen =
    state.draft?.summarised === true ||
    isKeeping ||
    isFirst ||
    caseMeant(scene) !== null ||
    mayBeUnjoined(scene);
  const isShort = plain.split(' ').length <= MOST_WORDS;
  if (burst.choice !== null || !isOpen || !isShort || facts.reading.emergency !== null) return null;
  const isAsked = burst.text.includes('?') || beginsAsQuestion(burst.text) || (isKeeping && ASKS.test(plain));
  const isOfIt = DISMISSED.test(plain) && (isKeeping || isFirst || FOUND_OUT.test(plain));
  if (!isAsked || agreesBeside(burst.text) || !isOfIt) return null;
  const kept = isFirst && NAMELESS.test(plain) ? say(scene, 'info.who_learns') : null;
  const words = lines(kept, say(scene, 'asked.dismissed'));
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
};

/**
 * `¿Y si el vendedor me amenaza?`, asked beside a report or a case: what to do now, and where a threat is reported; what they tell
 * with it is kept. Who has nothing open tells a matter.
 */
export const ifThreatened: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const c = state.draft === null ? caseMeant(scene) : null;
  const isKeeping = asksKeeping(scene);
  const isOpen = state.draft?.summarised === true || isKeeping || c !== null;
  if (burst.choice !== null || !isOpen || facts.reading.emergency !== null) return null;
  const isAsked =
    (burst.text.includes('?') || beginsAsQuestion(burst.text) || PUT.test(plain) || isKeeping) &&
    ASKS.test(plain);
  if (!isAsked || !THREAT.test(plain) || plain.split(' ').length > MOST_WORDS) return null;
  const words = say(scene, 'asked.threatened');
  if (c) return answeredWith(scene, c, words);
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
};

/** `Le pregunto si debo ir a la fiscalía por la amenaza`. */
const PUT = /\b(?:pregunt\w+|quiero saber|i am asking|i asked)\b/;

/** `¿Me van a quitar lo que tengo?`, `me cancelan la beca`: what a body gives. */
const LOSES =
  /\b(?:me|nos|le) (?:(?:(?:van?|vayan?|vas) a|pueden?|podrian?|iran a) )?(?:quit|sac(?!an? (?:foto|copia))|saqu|suspend|cancel|neg(?:ar|u)|nieg|cort(?!o)|elimin|borr)\w*\b|\b(?:lose|take away|cut off) (?:my|our|what)\b/;
/** `Si me quejo`, `por esto`. */
const IF_REPORTED =
  /\b(?:si|por|if|for) (?:(?:yo|me|lo|la|le|esto|esta|este|eso|esa|el|i|we|los|las) )*(?:quej\w*|report\w*|denunci\w*|reclam\w*|pong\w*|poner\w*|hago|hacer\w*|mand\w+|envi\w+|complain\w*|file)\b|\b(?:por|for) (?:esto|eso|this)\b/;
const WHAT_KIND =
  /\b(?:que|q|what) (?:es|s|significa|is|quiere decir) (?:(?:eso|esto|esta|una?|la|lo|de|a|that) )*(?:queja|denuncia|complaint)\b/;

/**
 * `¿Me van a quitar el 120 si me quejo?`: that it is a right, who reads it, and what then; a private fear is passed on to no body,
 * and is no word of the report. What a queja is, asked with it, is said first.
 */
export const ifLosing: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isOpen =
    state.draft !== null || caseMeant(scene) !== null || mayBeUnjoined(scene) || state.awaits === null;
  const isShort = plain.split(' ').length <= MOST_WORDS;
  if (burst.choice !== null || !isOpen || !isShort || facts.reading.emergency !== null) return null;
  const isAsked = burst.text.includes('?') || beginsAsQuestion(burst.text) || ASKS.test(plain);
  if (!isAsked || agreesBeside(burst.text) || !LOSES.test(plain) || !IF_REPORTED.test(plain)) return null;
  const kinds = WHAT_KIND.test(plain) ? say(scene, 'info.kinds') : null;
  const words = lines(kinds, say(scene, 'asked.benefit_feared'));
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
};
