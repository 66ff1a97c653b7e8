import type { StepName } from '../conversation.ts';
import { goesWrong } from '../intake/matter.ts';
import { contentWords } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { retold, type Topic, withState } from '../scene.ts';
import { consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { answeredBeside, ofAgency, ofSureProcedure } from './information.ts';
import { withoutWavedAside } from './of-procedure.ts';

/** `No, licencia de maternidad`, `no, la de embarazo`: what was meant instead, and nothing that happens. */
const NO =
  /^\s*(?:(?:ay|pero|oiga|ah)[\s,]+)*no+(?:[\s]*[,.!;:]+\s*|\s+(?=(?:es|era|hablo|me refiero|digo|pregunto|la de|el de|lo de)\s))/iu;
/** `Le digo que es para registrar el nacimiento`. */
const PURPOSE =
  /^(?:(?:otra cosa|no|pero|ya|le digo|le dije|digo|es que|que|eso) )*(?:es|era) para (?=(?:registrar|inscribir|sacar|tramitar|renovar|obtener|titular|solicitar)(?:lo|la)?\b)/;
const TELLS =
  /^(?:ya|yo|me|se|le|les|nos|es que|porque|pero|ahora|mejor|quiero|tengo|no|si|ella|ellos|el (?:no|me|se|le)|muchas|gracias|todo|nada|asi|esta|estoy|i|it|they|thanks)\b/;
const MOST_WORDS = 10;
/** Questions behind an answer, which words that put it right leave open no more. */
const OF_ANSWER: readonly StepName[] = ['also', 'procedure'];

/**
 * What was asked was taken for something else, and they say what they mean: `no, licencia de maternidad`, `qué licencia de conducir ni
 * qué nada, maternidad`. It is answered anew, and no report is made of it.
 */
export const putRightAsked: Topic = scene => {
  const { burst, state, informed } = scene;
  const { awaits } = state;
  const isOpen = state.draft !== null || (awaits !== null && !OF_ANSWER.includes(stepOf(awaits)));
  if (informed === null || isOpen || burst.choice !== null || burst.files.length > 0) return null;
  const meant = meantInstead(burst.text);
  if (meant === null || consentIn(burst.text) !== null || goesWrong(meant)) return null;
  const free = withState(scene, { awaits: null, lost: 0 });
  const alone = retold(free, [meant]);
  if (ofSureProcedure(alone) !== null || ofAgency(alone) !== null) return answeredBeside(alone);
  // Of those that were offered it may be one.
  if (awaits !== null && stepOf(awaits) === 'procedure') return null;
  return answeredBeside(retold(free, [`${withoutWavedAside(plainWords(informed))} ${meant}`]));
};

/** What they say they mean; null: they put nothing right. */
function meantInstead(text: string): string | null {
  const plain = plainWords(text);
  const purpose = plain.replace(PURPOSE, '');
  if (purpose !== plain) return purpose;
  if (plain.split(' ').length > MOST_WORDS || text.includes('?')) return null;
  const rest = plainWords(text.replace(NO, ''));
  const isDenied = rest !== plain;
  const meant = withoutWavedAside(rest);
  const isPut = isDenied || (meant !== rest && /\bni (?:que )?(?:nada|ocho cuartos)\b/.test(rest));
  return isPut && !TELLS.test(meant) && contentWords(meant).length > 0 ? meant : null;
}
