import { isOpen } from '../../cases/lifecycle.ts';
import { answerOfCase } from '../asked/asked-in-general.ts';
import { stepOf } from '../questions.ts';
import { afterQuestion, type Scene, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { told } from './status.ts';

const LEAD =
  '(?:(?:y|e|o|pero|entonces|ok|bueno|oiga|hola|buenas|disculpe|gracias|a ver|digame|que|si|sera que|and|so|but|hi|hello|ya|por fin|al fin) )*';
const FILLER =
  '(?: (?:ya|algo|alguien|a alguien|nada|eso|esto|aqui|ahi|alla|hoy|ayer|anoche|por fin|al fin|a verl[oa]s?|a ver|a revisar(?:l[oa])?|a arreglar(?:l[oa])?|verdad|por favor|it|that|this|yet|already|by|here|out|anything|anybody|someone|somebody|to (?:see|check|fix)(?: it)?|today|yesterday|please))*';
const WHAT = '(?: (?:el|la|los|las|al|the) (?<what>[\\wñ]+))?';
/** `¿Ya lo revisaron?`, `y entonces, ¿vinieron?`, `have they fixed the hole yet?` */
const IF_DONE = [
  new RegExp(
    `^${LEAD}(?:(?:no )?(?:se|me|nos|lo|la|los|las|le|les) ?)*(?:\\w+(?:aron|ieron|eyeron|ijeron)|fueron|hubo|(?:han|ha) \\w+(?:ado|ido|isto|echo|ito|uelto))${WHAT}${FILLER}$`,
  ),
  new RegExp(
    `^${LEAD}(?:(?:did|have|has) (?:they|anybody|anyone|somebody|someone)|(?:has|is|was) it(?: been)?(?= (?:fixed|done|repaired|checked|solved|resolved|reviewed)))(?: (?:already|ever|been))? \\w+${WHAT}${FILLER}$`,
  ),
];
const MOST_WORDS = 9;

/**
 * Whether what was reported was done, asked of the one case that is open, however long ago it was filed: where that stands. What
 * the words sound like is no matter of theirs; and which procedure was meant is not asked again.
 */
export const askedIfDone: Topic = scene => {
  const { burst, facts, state } = scene;
  const plain = plainWords(burst.text);
  const [c, other] = facts.cases.filter(isOpen);
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  if (c === undefined || other !== undefined || !isFree || facts.reading.emergency !== null) return null;
  const isAsked = /\?\s*$/.test(burst.text) && plain.split(' ').length <= MOST_WORDS;
  const found = isAsked ? IF_DONE.map(pattern => pattern.exec(plain)).find(match => match !== null) : null;
  const what = found?.groups?.['what'];
  // `¿Ya pagaron las becas?` is asked of no hole.
  const isOfIt = what === undefined || plainWords(c.description.join(' ')).split(' ').includes(what);
  if (!found || !isOfIt) return null;
  const words = answerOfCase(scene, c, 'follow');
  return words && told(withoutOffer(scene), words, c.number);
};

function withoutOffer(scene: Scene): Scene {
  const { awaits } = scene.state;
  return awaits !== null && stepOf(awaits) === 'procedure' ? afterQuestion(scene) : scene;
}
