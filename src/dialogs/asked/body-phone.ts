import { isAfterDanger } from '../danger/after-danger.ts';
import { replyOf, type Scene, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { contactAsked } from './agency-words.ts';
import { bodyAsked } from './body-asked.ts';
import { told } from './information.ts';
import { saysOnlyAsks } from './only-asks.ts';

/** The number that belongs to a report is no telephone. */
const OF_CASE = /\b(caso|reporte|queja|denuncia|tramite|pin|case|report|complaint)\b/;
const TELEPHONE = /\b(numero|telefono|telefonos|whatsapp|contacto|phone|number|contact)\b/;

/**
 * `¿A la compañía de luz también hay que llamarla? ¿Cuál es el número?`, after a danger, beside a report or after one: the
 * telephone of that body, and no other's.
 */
export const bodyPhone: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  const isFree = state.draft === null && facts.cases.length === 0 && !isAfterDanger(scene);
  if (isFree || burst.choice !== null || facts.reading.emergency !== null) return null;
  // `No quiero mandar nada, solo el número` leaves the report too.
  if (!TELEPHONE.test(plain) || OF_CASE.test(plain) || saysOnlyAsks(burst.text)) return null;
  const words = contactAsked(scene, burst.text);
  return words && told(scene, words);
};

const WHETHER_TO_CALL =
  /^(y |e |o |entonces |ok |pero |mejor |oiga |and |so |or )*(si )?(llamo|llamamos|debo llamar|debemos llamar|tengo que llamar|tenemos que llamar|hay que llamar|puedo llamar|me toca llamar|(should|do|can|must) (i|we) (have to |need to )?call)( yo)? (al? |a la |a los |the )?([\wñ]+)( (ya|ahora|ahorita|mejor|entonces|primero|now|first|then))*$/;
/** The end of which names who is called. */
const WHO = 9;

/** `¿Llamo al 911?`: yes, where there is danger, and what to tell there. */
export const whetherToCall: Topic = scene => {
  const { burst, state } = scene;
  const asked = WHETHER_TO_CALL.exec(plainWords(burst.text));
  const isAsked = burst.choice === null && burst.text.includes('?');
  const number = isAsked && asked ? lineOf(scene, asked[WHO] ?? '') : null;
  return number === null
    ? null
    : { state, replies: [replyOf(say(scene, 'emergency.call_it', { number }), { class: 'emergency' })] };
};

/** The number of who is sent out in a danger, by its number or its name; null: that is nobody of them. */
function lineOf(scene: Scene, who: string): string | null {
  if (/^ambulanc/.test(who)) return AMBULANCE;
  const sentOut = new Set(
    [...scene.catalogue.emergencies.values()].flatMap(({ lines }) => lines.map(({ number }) => number)),
  );
  if (sentOut.has(who)) return who;
  return bodyAsked(scene, who)?.phones.find(phone => sentOut.has(phone)) ?? null;
}

const AMBULANCE = '911';
