import { added } from '../filed/case-steps.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { touched } from '../intake/absorb.ts';
import { showAdded } from '../intake/flow.ts';
import { replyOf, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';

const LACKS =
  '(?:no (?:lo |la )?(?:me )?(?:se|sabemos|tengo|tenemos|recuerdo|acuerdo|encuentro|veo|conozco)|se me (?:perdio|olvido)|perdi|i (?:do not|don t|can t|cannot) (?:know|have|remember|find)|i (?:lost|forgot))';
const THING =
  '((?:file|court|meter|account|client|customer) numbers?|numeros?(?= (?:de|del) (?!caso|reporte|pin))|nic|expediente|placas?|recibos?|facturas?|cedula|contrato|medidor|cliente|cuenta|folio|finca|codigo|comprobante|nombres?|apellidos?|plate|receipt|invoice|bill|contract|meter|account|name)';
const NOT_AT_HAND = new RegExp(
  `^(?:(?:no|es|que|pero|y|ay|aun|todavia|la|verdad|but|and|sorry|yo) )*${LACKS} (?:(?:a|la|mano|ahora|mismo|cual|es|the|my|his|el|los|las|mi|su|un|una|ningun|ninguna|de|del|bien) )*${THING}(?: (?:de|del|of|for) (?:(?:la|el|mi|su|the|my|his) )?[\\wñ]+(?: [\\wñ]+)?| (?:a mano|ahora|aqui|right now|here|with me))*$`,
);

const BUT = /[,;]?\s+(?:pero|but)\s+/iu;

/** `No sé el número de expediente`, which nobody asked for: it is not needed, and what is open goes on; what they tell behind it is kept. */
export const notAtHand: Topic = scene => {
  const { burst, state, facts } = scene;
  if (burst.choice !== null || burst.files.length > 0 || burst.text.includes('?')) return null;
  const [first = '', ...behind] = burst.text.split(BUT);
  const thing = NOT_AT_HAND.exec(plainWords(first))?.[1];
  const { draft } = state;
  // `No tengo la placa`, of a plate that does not come, is the matter itself.
  const told = plainWords(draft?.description.join(' ') ?? '').split(' ');
  if (thing === undefined || told.includes(thing)) return null;
  const tellsMore = behind.length > 0;
  if (draft?.summarised === true) {
    const words = say(scene, 'not_at_hand');
    const more = { ...touched(scene, draft), description: [...draft.description, ...burst.lines] };
    return tellsMore ? showAdded(scene, more) : { state, replies: [replyOf(words)] };
  }
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  if (draft !== null || state.awaits !== null || c === undefined) return null;
  const words = say(scene, 'not_at_hand_filed', { number: c.number });
  return tellsMore ? added(scene, c) : { state, replies: [replyOf(words)] };
};
