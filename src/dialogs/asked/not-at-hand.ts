import { isJustFiled } from '../filed/just-filed-case.ts';
import { replyOf, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const LACKS =
  '(?:no (?:lo |la )?(?:me )?(?:se|sabemos|tengo|tenemos|recuerdo|acuerdo|encuentro|veo|conozco)|se me (?:perdio|olvido)|perdi|i (?:do not|don t|can t|cannot) (?:know|have|remember|find)|i (?:lost|forgot))';
const THING =
  '((?:file|court|meter|account|client|customer) numbers?|numeros?(?= (?:de|del) (?!caso|reporte|pin))|nic|expediente|placas?|recibos?|facturas?|cedula|contrato|medidor|cliente|cuenta|folio|finca|codigo|comprobante|nombres?|apellidos?|plate|receipt|invoice|bill|contract|meter|account|name)';
const NOT_AT_HAND = new RegExp(
  `^(?:(?:no|es|que|pero|y|ay|aun|todavia|la|verdad|but|and|sorry|yo) )*${LACKS} (?:(?:a|la|mano|ahora|mismo|cual|es|the|my|his|el|los|las|mi|su|un|una|ningun|ninguna|de|del|bien) )*${THING}(?: (?:de|del|of|for) (?:(?:la|el|mi|su|the|my|his) )?[\\wñ]+(?: [\\wñ]+)?| (?:a mano|ahora|aqui|right now|here|with me))*$`,
);

/** `No sé el número de expediente`, which nobody asked for: it is not needed, and what is open goes on. */
export const notAtHand: Topic = scene => {
  const { burst, state, facts } = scene;
  if (burst.choice !== null || burst.files.length > 0 || burst.text.includes('?')) return null;
  const thing = NOT_AT_HAND.exec(plainWords(burst.text))?.[1];
  // `No tengo la placa`, of a plate that does not come, is the matter itself.
  const told = plainWords(state.draft?.description.join(' ') ?? '').split(' ');
  if (thing === undefined || told.includes(thing)) return null;
  if (state.draft?.summarised === true) return { state, replies: [replyOf(say(scene, 'not_at_hand'))] };
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isFree = state.draft === null && state.awaits === null;
  if (!isFree || c === undefined) return null;
  return { state, replies: [replyOf(say(scene, 'not_at_hand_filed', { number: c.number }))] };
};
