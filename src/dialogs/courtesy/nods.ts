import type { Awaits, Draft } from '../conversation.ts';
import { askedAgain } from '../lost.ts';
import { stepOf } from '../questions.ts';
import { type Move, replyOf, type Scene, say } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isYes } from '../words/yes-no.ts';

const THANKS = /\b(gracias|thank|thanks|amable|bendi\w*|ty)\b/;

const POLITE =
  /\b(gracias|grasias|thank\w*|thx|ty|amable\w*|bendi\w*|dios|agradec\w*|hola|ola|buen[oa]s?|saludos?|que tal|hi|hello|hey|good (?:morning|afternoon|evening|day)|bye|adios|chao|excelente|perfecto|great|nice|hasta luego|feliz|cuidese|igualmente|de nada|appreciate\w*|grateful)\b/;
const MOST_BARE = 3;

/** May words be thanks or a greeting at all? What is told in more words without one of theirs is told, whatever it was read as. */
export function mayBeCourtesy(text: string): boolean {
  const plain = plainWords(text);
  return POLITE.test(plain) || plain.split(' ').length <= MOST_BARE;
}

/** `Ok`, `listo`: read, and nothing else. */
export function isNod(text: string): boolean {
  return isYes(text) && !THANKS.test(plainWords(text));
}

/** The question once more, without ado; the second time it is let be, unless nothing was told yet. */
export function nodded(scene: Scene, draft: Draft, awaits: Awaits): Move {
  if (awaits.misses > 0 && stepOf(awaits) === 'description') return { state: scene.state, replies: [] };
  return askedAgain(scene, draft);
}

/** Thanks or a greeting while something is asked: given back in a line, and what is asked stays so. */
export function courtesy(scene: Scene): Move {
  const { awaits } = scene.state;
  const isThanks = scene.facts.reading.intent === 'thanks';
  const step = isThanks && awaits !== null ? stepOf(awaits) : null;
  // Whether they want to go on they will say when they write again; and what is to be sent they have before their eyes.
  if (step === 'resume') return { state: scene.state, replies: [replyOf(say(scene, 'thanks'))], quiet: true };
  if (step === 'confirm')
    return { state: scene.state, replies: [replyOf(say(scene, 'thanks_unsent'), { asks: 'confirm' })] };
  return {
    state: scene.state,
    replies: [replyOf(say(scene, isThanks ? 'thanks_go_on' : 'greeting_go_on'))],
  };
}
