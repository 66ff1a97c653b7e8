import type { ConversationState } from '../conversation.ts';
import { askLeave } from '../leave.ts';
import { stepOf } from '../questions.ts';
import { afterQuestion, replyOf, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { ordersBeside } from '../words/clear-order.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';

const CAME = anyOf(
  /^(gracias |ok |listo |si )*(ya |por fin |que |dicen que )*(viene|vienen|vino|vinieron|llego|llegaron|esta llegando) (la |el |los |una |un )?(ambulancia|bomberos|policias?|patrulla|unidad)( \w+){0,2}$/,
  /^(gracias |ok |listo |si )*(ya |por fin )+(me |nos |lo |la )?(llego|llegaron|vino|vinieron|vienen|viene|estan|atendieron|atiende)\b.*\b(ambulancia|bomberos|policia|patrulla|911|104|103|sinaproc|aqui|camino)\b/,
  /^(ok |si |ah |listo |gracias |bueno |perfecto )*(ya )+(llame|los llame|la llame|llamamos|los llamamos|hable)( (al \d+|a (?:los )?bomberos|a (?:la )?policia|a (?:la |una )?ambulancia|con ellos))*( (y )?(ya |que ya )?(vienen|viene|vienen en camino|estan en camino|vinieron|vino|llegaron|llego|estan aqui)( (los |la |el |una )?(bomberos|policias?|ambulancia|patrulla|unidad))?)?( gracias)?$/,
  /^(gracias |ok |listo |si |ya )*(la |el |los |las |una )?(ambulancia|bomberos|policias?|patrulla|unidad) (ya )?(esta|estan|llego|llegaron|vino|vinieron|viene|vienen)( (ya|aqui|ahi|alli|en camino|en el lugar|con nosotros|gracias))*$/,
  /\b(ambulance|police|firemen|fire brigade|help) (is|are|has|have)? ?(here|arrived|came|coming|on (the|its|their) way)\b/,
);
/** Who called is not yet helped. */
const ONLY_CALLED =
  /\b(?:llame|llamamos|hable)\b(?!.*\b(?:viene|vienen|vinieron|vino|llegaron|llego|estan)\b)/;
const LEAD = '(?:(?:gracias|ok|listo|si|bueno|tranquil[oa]|no se preocupen?|no|ah) )*';
const THEY = 'el|ella|ellos|esa gente|los tipos|el tipo|el hombre';
const ENDED = [
  'ya (?:paso|termino|acabo)(?: todo| lo peor| el peligro)?',
  '(?:ya )?(?:estoy|estamos|esta|estan) (?:a salvo|fuera de peligro)',
  `ya se (?:fue|fueron|calmo|calmaron|apago|controlo|lo llevaron)(?: (?:${THEY}))?`,
  '(?:(?:los bomberos )?ya|ya (?:los bomberos|la policia|la ambulancia)) (?:lo|la) (?:apagaron|controlaron|sacaron|rescataron|atendieron|encontraron)(?: los bomberos)?',
  'ya (?:la|lo|las|los) (?:sacamos|rescatamos|encontramos|llevamos|atendimos|apagamos)(?: (?:de (?:ahi|la casa|alli)|al hospital))?',
  'ya (?:apagaron|controlaron) (?:el (?:fuego|incendio)|la candela)',
].join('|');
/** `Sigo con lo de la basura`: back to the report, and nothing that it should hold. */
const GOES_ON =
  '(?:ahora )?(?:sigo|sigamos|seguimos|siga|continuo|continuemos|volvamos|vuelvo|quiero seguir|podemos seguir)(?: (?:con|a) (?:lo|el|la|mi)(?: \\w+){0,5})?';
const CAME_TOO =
  'ya (?:vino|vinieron|llego|llegaron) (?:la|el|los|una) (?:policias?|patrulla|ambulancia|bomberos|unidad)';
/** `Ya pasó, ya vino la policía`, `ya estoy a salvo`, `ya se fue`. */
const OVER = anyOf(
  new RegExp(
    `^${LEAD}(?:(?:${CAME_TOO}) (?:y )?)?(?:${ENDED})(?: (?:y )?(?:${ENDED}|${CAME_TOO}|${GOES_ON}))*(?: gracias)?$`,
  ),
  /^((ok|yes|thanks|thank you) )*(it s over|it is over|(i am|i m|we are|we re|she is) safe|(he|they) left)( now)?( (and )?(the )?(police|ambulance) (came|is here|are here|arrived))?$/,
);
/** More words tell something else besides. */
const MOST_CAME = 10;

/**
 * `Ya llegó la ambulancia`, after a danger: no complaint about it; whether what was begun of it is still wanted is asked. Who
 * says that it is over is safe, and asked on.
 */
export const helpCame: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  // `Ya llegó la policía. Sí, hágalo, es en la calle 3` answers what was asked.
  if (state.awaits !== null && ordersBeside(burst.text)) return null;
  const isShort = plain.split(' ').length <= MOST_CAME;
  if (!isShort || burst.choice !== null || facts.reading.flags.length > 0 || !isAfterDanger(scene))
    return null;
  if (OVER.test(plain)) return { state: withoutDanger(scene), replies: [replyOf(say(scene, 'danger_over'))] };
  if (!CAME.test(plain)) return null;
  const isCalled = ONLY_CALLED.test(plain);
  const replies = [replyOf(say(scene, isCalled ? 'help_called' : 'help_came'))];
  const isOffer = state.awaits !== null && stepOf(state.awaits) === 'offer';
  // What a body may see to is still offered; who lies in the street is with those who help.
  if (isOffer && (categoryTold(scene)?.report ?? null) !== null) return { state, replies };
  if (isOffer) return { state: afterQuestion(scene).state, replies };
  const isOfDanger = state.draft?.description.some(line => facts.read(line).emergency !== null);
  return isOfDanger ? { ...askLeave(scene), replies } : { state, replies };
};

/** What ended is no matter to ask about once the report is filed. */
function withoutDanger({ state, facts }: Scene): ConversationState {
  return { ...state, later: state.later.filter(line => facts.read(line).emergency === null) };
}
