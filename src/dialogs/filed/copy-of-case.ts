import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { plainWords } from '../words/plain-words.ts';
import { caseMeant } from './just-filed-case.ts';

const LED =
  '(?:(?:y|e|ok|okay|bueno|gracias|hola|oiga|disculpe|por favor|porfa|pero|entonces|tambien|and|so|please|hi|thanks) )*';
const GIVES =
  '(?:(?:me|nos|le|lo|la|se|no|yo|usted|ustedes|puede|pueden|podria|podrian|puedo|quiero|quisiera|necesito|queria|dan|da|hay|tienen|tiene|deme|denme|dame|mand\\w+|envi\\w+|lleg\\w+|van? a|pas\\w+|regal\\w+|reenvi\\w+|expid\\w+|gener\\w+|imprim\\w+|descarg\\w+|bajar|sacar|donde|como|saco|obtengo|consigo|can|could|you|i|want|need|get|send|give|us|to|have|print|download|do) )*';
const OF_IT =
  '(?: (?:del?|de la|de mi|de este|de esta|de eso|of|for|my|the|mi|el|la|ese|esa|caso|reporte|queja|denuncia|tramite|case|report|complaint|it|this|por favor|porfa|please|gracias|aqui|here|escrit[oa]|impres[oa]|digital|pdf|en))*$';
const PAPER =
  '(?:comprobante|constancia|recibo|acuse(?: de recibo)?|copia|respaldo|certificado|captura|receipt|proof|copy|confirmation)';
const MAIL = '(?:e ?mail|mail|correo(?: electronico)?|gmail|whatsapp|wasap)';
/** `Mándeme el comprobante`, `¿dan una constancia del caso?`, `quiero imprimirlo`. */
const PAPER_ASKED = anyOf(
  new RegExp(`^${LED}${GIVES}(?:(?:el|la|un|una|algun|alguna|mi|otra|a|the|some|my|any) )?${PAPER}${OF_IT}`),
  new RegExp(
    `^${LED}${GIVES}(?:imprimirl[oa]|descargarl[oa]|bajarl[oa]|guardarl[oa]|print it|download it|save it)${OF_IT}`,
  ),
);
/** `Me lo manda al correo`, `mándeme copia al correo`. */
const BY_MAIL = new RegExp(
  `^${LED}${GIVES}(?:(?:el|la|un|una|mi|a|the) )?(?:${PAPER} )?(?:(?:eso|esto|todo|el caso|el numero|la respuesta|that|it|this) )?(?:tambien )?(?:a|al|por|en|to|by|via)(?: (?:mi|el|my|the))? ${MAIL}(?: (?:tambien|por favor|porfa|please|too|eso|esto|lo|la|mejor))*$`,
);
/** `¿Dónde veo mi caso?` */
const WHERE_SEEN = new RegExp(
  `^${LED}(?:(?:a|por|en) )?(?:donde|en que pagina|where) (?:(?:yo|lo|la|se|puedo|podria|can|could|do|would|i|me) )*(?:veo|ver|verl[oa]|mirar?|miro|consult\\w+|revis\\w+|encuentro|encontrar|check|see|find|look at)(?: (?:mi|el|ese|este|la|esa|mis|los|my|the|como va|estado|status|del?|of) ?)*(?:caso|casos|reporte|queja|denuncia|case|report|complaint|it)?$`,
);

/**
 * What they can keep of a case that was filed, and where it is seen: its number, the page, and the mail where news can go too.
 * Nothing is sent to an address that was not proven.
 */
export const copyOfCase: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || burst.files.length > 0) return null;
  const plain = plainWords(burst.text);
  if (state.draft !== null) return state.draft.summarised ? beforeSending(scene, plain) : null;
  const c = caseMeant(scene);
  if (c === null) return null;
  const key = keyFor(plain);
  if (key === null) return null;
  const words = say(scene, key, { number: c.number, url: `${scene.publicUrl}/caso` });
  const byMail = key === 'follow.copy' && canBeMailed(scene) ? say(scene, 'follow.copy_by_mail') : null;
  return {
    state: withState(scene, { lost: 0 }).state,
    replies: [replyOf(lines(words, byMail), { caseNumber: c.number })],
  };
};

/** Asked for before there is a case. */
function beforeSending(scene: Scene, plain: string): Move | null {
  if (!PAPER_ASKED.test(plain) && !BY_MAIL.test(plain)) return null;
  const words = say(scene, 'record.receipt', { url: `${scene.publicUrl}/caso` });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
}

function keyFor(plain: string): 'follow.copy' | 'follow.receipt' | 'follow.where_seen' | null {
  if (BY_MAIL.test(plain)) return 'follow.copy';
  if (PAPER_ASKED.test(plain)) return 'follow.receipt';
  return WHERE_SEEN.test(plain) ? 'follow.where_seen' : null;
}

function canBeMailed({ facts }: Scene): boolean {
  return facts.roads.some(({ capabilities }) => capabilities.writesTo === 'mail');
}
