import { anyOf } from './any-of.ts';
import { asksWhatIsRead } from './asks-noted.ts';
import { plainClauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';

/** What they call what was told here. */
export const REPORT = '(?:reporte|caso|queja|denuncia|idea|sugerencia|report|case|complaint)';
const FIELD = '(?:lugar|sitio|direccion|asunto|texto|mensaje|tipo|place|matter)';
/** `¿Qué dice lo que va a enviar?`, `muéstreme cómo quedó`, `¿el lugar cambió?` */
const SHOW = anyOf(
  // `¿Y qué fue lo que agregó?`; `¿qué le agrego?` asks what else there is to tell.
  /^(?:(?:y|pero|como|ok|entonces|oiga|and|but) )*(?:que|what) (?:(?:fue lo que|es lo que|exactamente|did you|have you|was it you|me|lo) )*(?:agreg(?:o|aron|aste)|añadi(?:o|eron|ste)|anot(?:o|aron|aste)|apunt(?:o|aron|aste)|add(?:ed)?)(?: (?:ya|ahi|usted|ustedes|exactamente|entonces|there|now|(?:al|a mi|en mi|en el|to my|to the) \w+))*$/,
  new RegExp(
    `\\b(?:muestr|mostrar|enseñ|ensen)\\w* (?:me )?(?:(?:otra vez|de nuevo|again) )?(?:(?:como|que) (?:queda|quedo|quedaria|va|esta|dice|fue|es|lo)|(?:el|la|mi|lo que|ese|esa)(?: ${REPORT})?\\b)`,
  ),
  new RegExp(
    `^(?:(?:y|pero|ok|no|a ver) )*(?:quiero |dejeme |puedo )?(?:ver|leer|releer) (?:como (?:queda|quedo|va)|(?:el|la|mi) ${REPORT}|lo que (?:va|van|mando|puso))`,
  ),
  /^(?:(?:y|pero|ok|entonces|bueno|a ver|exactamente) )*que (?:es lo que |fue lo que )?(?:dice|va a decir|va a (?:mandar|enviar)|se va a (?:mandar|enviar)|van a (?:mandar|enviar)|(?:le |les )?(?:mando|mandaron|enviaron|envio|pusieron|puso|escribio))(?: (?:lo que (?:va|van) a (?:mandar|enviar)|(?:ahora )?lo que (?:le |les |se )?(?:mandaron|enviaron|mando|envio|mande|pusieron|puso|escribieron|escribio)(?: a(?:l| la| los)? \w+)?|el reporte|la queja|la denuncia|el caso|mi reporte|mi queja|mi denuncia|mi caso|usted|ustedes|exactamente|ahi|alli|al final|ahora|entonces|a la entidad|mijo|mija|joven|señor(?:ita)?))*$/,
  new RegExp(
    `\\b(?:como|que|donde|cual) (?:queda|quedo|quedaria|dice|puso|pusieron)(?: (?:es|ya|ahora|al final|puesto|anotado))* (?:el|la|mi|ese|que es en)(?: ${FIELD}| ${REPORT}| \\w+)(?: ahora| al final)?$`,
  ),
  new RegExp(
    `^(?:(?:y|pero|entonces) )*(?:el|la|mi) ${FIELD} (?:ya )?(?:se )?(?:cambio|quedo|esta bien|quedo bien|fue cambiado)(?: ya| bien)?$`,
  ),
  /\b(?:es eso|eso es|eso) lo que (?:va|se va|manda|envia|van a (?:mandar|enviar)|va a (?:mandar|enviar))\b/,
  /^(?:(?:y|pero|ok) )*(?:lo|la) (?:puso|pusieron|cambio|cambiaron|corrigio) (?:asi|bien|ya)$/,
  /^(?:(?:y|pero|ok|entonces) )*(?:ya )?(?:cambio|quedo|corrigio|puso) (?:el|la|mi) (?:lugar|sitio|direccion|asunto)(?: ya| bien)?$/,
  /\b(?:ver|leer|leo|veo) (?:lo que|lo q|q|que) (?:\w+ )?(?:escribi\w+|puso|pusieron|mand\w+|dice|lee)\b|\b(?:see|read|show me) what (?:you|it|they) (?:wrote|says|put|sent|reads?)\b/,
  /\bwhat (?:does|did|will|exactly did) (?:it|the report|you|they) (?:say|send|write|read)\b|\bshow me (?:again |once more )?(?:(?:the|my|it)\b|what (?:you|it))|\bhow does (?:it|the place|the report) read\b|\bis it still (?:about|under|for|with)\b/,
);

const NOTED = '(?:escrit|anotad|apuntad|puest|registrad|guardad)[oa]';
/** `¿Qué tengo escrito en el caso?`, `¿qué dice mi reporte?`, `what is in my case?` */
const WRITTEN = anyOf(
  // `¿El reporte lleva el nombre de mi mamá?`
  new RegExp(
    `\\b(?:el|la|mi|ese) ${REPORT} (?:lleva|tiene|trae|incluye|dice|va con) (?:el nombre|los datos) de (?:mi|su|la|el|nuestr[oa]) \\w+(?: \\w+)?$`,
  ),
  new RegExp(
    `\\bque (?:es lo que |fue lo que |mas )?(?:tengo|hay|tiene|tienen|quedo|esta|salio|se) ${NOTED}(?! (?:por|del?|para)\\b)`,
  ),
  new RegExp(
    `\\bque (?:es lo que |fue lo que )?(?:dice|tiene|hay|quedo|salio|pone|puse|escribi) (?:en )?(?:el|la|mi|ese|esa|este|esta) ${REPORT}(?: ahora| exactamente| al final)*$`,
  ),
  /\bque (?:es lo que |fue lo que )?(?:me )?(?:escribio|escribiste|anoto|anotaste|apunto|apuntaste)(?: (?:usted|ahi|en el caso|del caso|de lo que le dije))*$/,
  /\b(?:leame|leeme|repitame|repiteme) (?:el|la|mi|lo que) (?:caso|reporte|queja|denuncia|dice|quedo|puse|escribi|hay|tiene)\b/,
  /\bwhat does (?:my|the|this) (?:case|report|complaint) say\b|\bwhat(?: is|s| does| do (?:you|they) have)?(?: written| noted)?(?: down)? (?:in|on|about) (?:my|the|this) (?:case|report|complaint)(?: say)?(?: now)?$|\bwhat (?:have you|did you) (?:written|noted|put)(?: down)?\b|\bread (?:me |my |the )+(?:case|report|complaint)\b/,
);

/** `¿Qué texto mandaron exactamente?`, `¿qué le llegó al MOP?`, of what was filed. */
const RECEIVED = anyOf(
  /\b(?:que|cual|el) (?:fue |es )?(?:el )?(?:texto|mensaje|reporte|palabras)(?: exact[oa]s?)? (?:(?:que |le |les |fue |es )*(?:mandaron|enviaron|mando|envio|recibio|recibieron|llego|mandaste))\b/,
  /\b(?:que|lo que|el que)(?: es lo que| fue lo que)? (?:exactamente )?(?:le|les) (?:llego|mandaron|enviaron|mando|envio)(?: (?:a|al|a la|a el|a ellos)(?: \w+)?)?(?: exactamente)?$/,
  /\b(?:muestr|enseñ|ensen|dig|dime)\w* (?:me )?(?:el texto|lo que|que)\b.*\b(?:mand|envi|llego|recib|caso)/,
  /^(?:(?:y|pero) )*(?:les|le) llego lo (?:de|del)\b/,
  /\bwhat (?:exactly )?(?:did|does|do) (?:they|the \w+|\w+) (?:get|receive|read)\b/,
);

const BIDS_SHOW =
  /^(?:(?:y|a ver|por favor|me lo|ok) )*(?:muestr|enseñ|ensen|show)\w*(?: (?:me|lo|la|por favor|porfa|it|please))*$|^(?:(?:y|a ver|por favor) )*(?:(?:me )?(?:lo|la) )?(?:puedes?|pueden|podria) (?:leer|releer|mostrar|enseñar|repetir)\w*(?: (?:por favor|porfa|otra vez))*$|^(?:(?:can|could) you )?read it(?: to me| back| please)*$/;

/** Is it to be shown as it reads: `que le mandaron, enséñeme`, the order in a clause of its own or not? */
export function asksToSee(text: string): boolean {
  const isAsked = (part: string): boolean => SHOW.test(part) || RECEIVED.test(part) || asksWhatIsRead(part);
  const parts = plainClauses(text);
  if ([plainWords(text), ...parts].some(part => WRITTEN.test(part))) return true;
  return isAsked(plainWords(text)) || (parts.some(part => BIDS_SHOW.test(part)) && parts.some(isAsked));
}

/** Is it asked how what was told here reads now? */
export function asksToShow(plain: string): boolean {
  return SHOW.test(plain) || asksWhatIsRead(plain);
}
