import { numbersReply } from '../danger/numbers.ts';
import { type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';

const LEAD =
  '^(?:(?:hola|buenas|buenos|dias|tardes|noches|saludos|disculpe|oiga|oye|y|pero|una|consulta|pregunta|por favor|quiero|quisiera|necesito|me gustaria|saber|preguntar|si|es que|soy (?:extranjer[oa]|turista|venezolan[oa]|colombian[oa])|hi|hello|please|and|so) )*';
const END =
  '(?: (?:aqui|aca|con ustedes|por aqui|por este chat|al 311|yo|por favor|porfa|verdad|o no|here|please))*$';
const REPORT = '(?:queja|denuncia|reporte|reclamo|sugerencia|caso|complaint|report)';
const PUT =
  '(?:poner|pongo|pone|hacer|hago|hace|presentar|presento|presenta|meter|meto|mandar|enviar|file|make|send)';

/** `Necesito un número de emergencia`, with no danger told. */
const EMERGENCY_NUMBER = anyOf(
  new RegExp(
    `${LEAD}(?:(?:deme|dame|denme|cual es|cuales son|me da|me dan|tienen|tiene|hay|un|una|el|los|las|algun|what is|the|an|i need) )*(?:numeros?|telefonos?|lineas?) (?:de |para |del? )(?:(?:una|las|la) )?emergencias?${END}`,
  ),
  new RegExp(
    `${LEAD}(?:a )?(?:que|cual) (?:numero )?(?:llamo|se llama|hay que llamar|puedo llamar|llamar) (?:(?:si|en|cuando|para) )*(?:hay |tengo |caso de )?(?:una )?emergencias?${END}`,
  ),
  new RegExp(`${LEAD}(?:(?:what is|the|an|i need|emergency) )*emergency (?:phone )?numbers?${END}`),
);

/** What is asked of the desk before anything is reported, and what it says. */
const TABLE: readonly [RegExp, TextKey][] = [
  [
    anyOf(
      new RegExp(
        `${LEAD}(?:puedo|podria|podemos|se puede|uno puede|can i|may i|could i) (?:(?:quejarme|quejarse|reclamar|denunciar|reportar|complain)|${PUT} (?:una |un |mi |a )?${REPORT})(?: (?:algo|siendo extranjer[oa]|si soy extranjer[oa]|sin cedula|sin papeles|something))?${END}`,
      ),
    ),
    'before.may_report',
  ],
  [
    new RegExp(
      `${LEAD}(?:como|donde|how|where) (?:(?:se|puedo|puede|uno|le|do|can|i|to) )*${PUT}(?:la|lo)? (?:una |un |la |mi |a |my )?${REPORT}${END}`,
    ),
    'before.how',
  ],
  [
    anyOf(
      new RegExp(
        `${LEAD}(?:en )?(?:cuanto|que) (?:tiempo )?(?:(?:es que|se|me) )*(?:tardan?|demoran?|toma|dura|responden|contestan)(?: (?:en|una?|la|mi|las|el|los|responder|contestar|resolver|atender|ustedes|me|respuesta|quejas?|denuncias?|reportes?|casos?|responden))*${END}`,
      ),
      new RegExp(
        `${LEAD}how long (?:does|do|will|would) (?:it|this|a complaint|a report|an answer|they|you) (?:take|need)(?: to (?:answer|reply|respond))?${END}`,
      ),
    ),
    'before.how_long',
  ],
  [
    anyOf(
      new RegExp(
        `${LEAD}(?:ustedes|uds|el 311|aqui|esto|you|do you) (?:(?:si|de verdad|me|really|can) )*(?:resuelven?|solucionan?|arreglan?|ayudan?|solve|fix|help)(?: (?:algo|de verdad|los problemas|las quejas|things|anything|problems))*${END}`,
      ),
      new RegExp(
        `${LEAD}(?:que|what) (?:pasa|sigue|hacen|happens)(?: (?:despues|luego|cuando|si|de que|que|con|after|when|if|i|uno|yo|la|el|mi|una|un|pongo|pone|hago|presento|mando|envio|file|make|a|my))* ${REPORT}${END}`,
      ),
    ),
    'before.what_is_done',
  ],
  [
    anyOf(
      new RegExp(
        `${LEAD}(?:donde|adonde|where) (?:quedan?|estan?|es|is|are|voy|puedo ir)(?: (?:el|la|su|sus|las|the|your|oficinas?|del?|311|ustedes|uds|office|you))*${END}`,
      ),
      new RegExp(
        `${LEAD}(?:puedo|se puede|hay que|tengo que|can i) (?:ir|pasar|acercarme|come|go) (?:en persona|personalmente|a (?:la|su|una) oficina|in person)${END}`,
      ),
      new RegExp(
        `${LEAD}(?:(?:ustedes|uds|el 311|no|do you|you) )*(?:tienen?|hay|have) (?:(?:un|una|algun|alguna|otro|numero de|linea de|a|an) )*(?:whatsapp|telefono|numero|correo|oficinas?|pagina|phone|office|email)(?: number)?${END}`,
      ),
      new RegExp(
        `${LEAD}(?:(?:cual es|deme|me da|el|what is|the|your) )*(?:numero(?: de (?:telefono|whatsapp))?|telefono|phone number|number) (?:del 311|de ustedes|de aqui|of 311)$`,
      ),
    ),
    'before.where',
  ],
];

/**
 * What a newcomer asks of the desk before they tell anything: whether and how they may report, how long it takes, what is done
 * with it, where it is. Whoever has a report, a case or a card before them asks of that.
 */
export const beforeReport: Topic = scene => {
  const { burst, state, facts, informed } = scene;
  const plain = plainWords(burst.text);
  const isOpen = state.draft === null && burst.choice === null && burst.files.length === 0;
  if (!isOpen || facts.reading.emergency !== null) return null;
  if (EMERGENCY_NUMBER.test(plain)) return numbersAsked(scene);
  const isFirst = facts.cases.length === 0 && informed === null && state.awaits === null;
  const key = isFirst ? TABLE.find(([pattern]) => pattern.test(plain))?.[1] : undefined;
  if (key === undefined) return null;
  return {
    state: withState(scene, { lost: 0 }).state,
    replies: [replyOf(say(scene, key), { asks: 'description' })],
  };
};

/** The numbers for any danger. */
function numbersAsked(scene: Scene): Move | null {
  const general = [...scene.catalogue.emergencies.values()].find(category => category.general);
  return general ? { state: scene.state, replies: [numbersReply(scene, general)] } : null;
}
