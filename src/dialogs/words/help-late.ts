import { anyOf } from './any-of.ts';
import { signedClauses } from './clauses.ts';
import { plainWords } from './plain-words.ts';

const HELP =
  '(?:ambulancias?|bomberos?|policias?|patrullas?|tongos|unidad|ayuda|sinaproc|911|104|103|ambulance|police|firemen|fire brigade|help)';
const SPAN =
  '(?:(?:media|una|un|dos|tres|cuatro|varias|\\d{1,3}|half an?|an?|two|three) (?:y media )?(?:horas?|minutos?|min|rato|hours?|minutes?))';
/** Nobody came yet, or it takes long: `nadie viene`, `la ambulancia llega en una hora`, `llevamos media hora esperando`. */
const LATE = anyOf(
  /\b(?:nadie|ninguno) (?:(?:ha|han|me|nos|los|todavia|aun) )*(?:viene|vienen|venido|llega|llego|llegado|aparece|aparecido|vino|se aparece|asoma)\b/,
  /\b(?:todavia|aun|y) no (?:ha |han )?(?:llega|llegan|llego|llegaron|llegado|viene|vienen|vino|vinieron|venido|aparecen?)(?= (?:nadie|ningun\w*|los|la|el|ya|aqui|y|ni)\b|$)/,
  /\bno (?:ha |han )?(?:llegan|llegado|vienen|vinieron|venido|llegaron|aparecen)(?= (?:nadie|ningun\w*|todavia|aun|ni|y)\b|$)/,
  new RegExp(
    `\\b${HELP}(?: (?!ya|que|en)[\\wñ]+){0,4} (?:no (?:ha |han )?(?:llega|viene|vien|lleg|ven)\\w*|(?:viene|vienen|llega|llegan|tarda|tardan|se demoran?|demoran?|se tardan?)(?: \\w+){0,2} ${SPAN}|isn t here|is not here|has not come|hasn t come|in ${SPAN}|takes? ${SPAN})`,
  ),
  new RegExp(
    `\\b(?:ya )?(?:llevo|llevamos|paso|pasaron|hace|va|van|tengo|tenemos) (?:ya |mas de |como |casi )*${SPAN}(?: [\\wñ]+){0,4} (?:esperando|esperandolos|y nada|y nadie|y no|sin que)\\b`,
  ),
  new RegExp(
    `\\bno (?:hay|tienen|mandan|quieren mandar|quieren venir)(?: (?:la|el|una?|ninguna?|mas))? ?${HELP}`,
  ),
  /\b(?:nobody|no one|they) (?:(?:has|have|is|are|still|did|not|haven t|hasn t|aren t|didn t|never) )+(?:come|came|coming|arrived?|shown? up|here)\b|\bnobody (?:comes|came|arrived|showed up)\b/,
);
/** `¿Llegaron los de ENSA?`, `¿a qué hora vienen los bomberos?` */
const ASKS_IF_COMING = anyOf(
  /^(?:(?:y|o|pero|oiga|hola|ok|disculpe|entonces|por fin|sera que|si|ya|a que hora|cuando|en cuanto|por donde|no) )*(?:llegaron|llegan|llegaran|vinieron|vienen|vendran|salieron|mandaron|van a (?:venir|llegar|mandar)|estan viniendo|vienen en camino)(?: (?:ya|a|los|la|el|de|del|una|alguien|nadie|aqui|hoy|en camino|por fin|todavia|[\wñ]+)){0,6}$/,
  /^(?:(?:and|but|so|hello) )*(?:have|has|did|are|is) (?:they|anybody|anyone|somebody|someone|the \w+|\w+)(?: \w+)? (?:come|came|coming|arrived?|on (?:the|their) way)(?: yet| already)?$/,
);
/** What else does not come: `no ha llegado el agua`, `nadie viene por la basura`. */
const OTHER = /\b(?:agua|luz|corriente|basura|plata|dinero|pago|recibo|factura|water|power|trash|bill)\b/;
const MOST_WORDS = 45;

/** Do they say that they have called and help is slow, or does not come? */
export function isHelpLate(text: string): boolean {
  const plain = plainWords(text);
  if (plain.split(' ').length > MOST_WORDS) return false;
  const parts = signedClauses(text);
  const isTold = [plain, ...parts.map(plainWords)].some(part => LATE.test(part) && !OTHER.test(part));
  return isTold || parts.some(part => part.includes('?') && ASKS_IF_COMING.test(plainWords(part)));
}
