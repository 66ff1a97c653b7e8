import type { Awaits } from '../conversation.ts';
import { isPersonal } from '../intake/personal.ts';
import { isAnotherMatter } from '../likeness.ts';
import { askedAgain } from '../lost.ts';
import { afterQuestion, type Move, replyOf, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { questionKept } from './case-answers.ts';
import { answered } from './case-steps.ts';
import { tellsSomething } from './tells-something.ts';

const GIVES = '(?:mando|envio|busco|paso|doy|digo|escribo|consigo|traigo|pregunto|reviso|averiguo)';
const LATER = '(?:mas tarde|mas tardecito|luego|despues|ahorita|ahora|mañana|al rato|en un rato|esta noche)';
/** `Ahorita lo busco`, `se lo mando más tarde`, `let me look for it`. */
const WHEN_FOUND = anyOf(
  new RegExp(`\\b(?:lo|la|los|las) ${GIVES}(?: \\w+){0,3} (?:${LATER}|cuando|apenas)\\b`),
  new RegExp(
    `\\b(?:${LATER}|cuando \\w+(?: \\w+){0,3}) (?:(?:se|le|les|yo|te) )*(?:lo|la|los|las) ${GIVES}\\b`,
  ),
  /\b(?:dejeme|dejame|deja|tengo que|hay que|voy a|dejen) (?:ver|buscar\w*|revisar\w*|preguntar\w*|averiguar\w*|mirar|chequear)\b/,
  /\b(?:let me|i ll|i will|i have to|i need to) (?:look|check|find|ask|see|search|send (?:it|that) (?:later|tomorrow))\b/,
);
/** `¿Cuál contrato?`, `quién pregunta eso`, `¿eso sale en el recibo?` */
const ASKS_BACK = anyOf(
  /^(?:(?:y|pero|a ver|oiga|ay|and|but|so|sorry) )*(?:(?:a |de |con |en |por |para )?(?:cual(?:es)?|quien(?:es)?|cuando|donde|cuanto)|como (?:asi|que|hago|lo|se|puedo|voy)|(?:que|q|ke) (?:contrato|numero|es|son|significa|quiere|dato|recibo|papel|foto|cosa|debo|tengo que|pasa)|por ?que|(?:para|pa) que|what|which|who|when|where|why|how)\b/,
  /^(?:(?:y|pero) )*(?:eso|esto|ese (?:numero|dato)) (?:sale|viene|aparece|esta|es|lo dan|se saca|lo encuentro)\b/,
);
/** `¿Quién pregunta eso?` */
const WHO_ASKS =
  /^(?:(?:y|pero|oiga|and|but) )*(?:quien(?:es)?|who)(?: es el que| es la que| es| s)? (?:me )?(?:pregunta|quiere saber|pide|is asking|asks|wants to know)\b/;
const MOST_ASKED = 12;

/** A body's question: any words answer it but those that surely tell another matter, only promise an answer, or ask back. */
export function answerOfCase(scene: Scene, awaits: Awaits): Move | null {
  const c = scene.facts.cases.find(({ number }) => number === awaits.caseNumber);
  const { text, files, choice } = scene.burst;
  if (!c) return null;
  const plain = plainWords(text);
  const isPlain = text !== '' && files.length === 0 && choice === null && !/\d/.test(text);
  if (isPlain && WHEN_FOUND.test(plain)) {
    const words = say(scene, 'follow.answer_whenever', { number: c.number });
    return {
      state: { ...scene.state, lost: 0 },
      replies: [replyOf(words, { caseNumber: c.number })],
      quiet: true,
    };
  }
  if (isPlain && WHO_ASKS.test(plain))
    return { ...askedAgain(scene, null, say(scene, 'plainer.answer')), whole: true };
  const isOther = isAnotherMatter(scene, c);
  const asksBack = isPlain && plain.split(' ').length <= MOST_ASKED && ASKS_BACK.test(plain);
  if (asksBack && !isOther) return { ...questionKept(scene, c), whole: true };
  const isTold = tellsSomething(scene) && !isOther;
  return isTold || isPersonal(text) ? answered(afterQuestion(scene), c) : null;
}
