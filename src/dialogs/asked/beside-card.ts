import type { Agency, Procedure } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { namesAnyBody } from '../intake/body-names.ts';
import { beginReport } from '../intake/flow.ts';
import { lines, type Move, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { waysTo } from './agency-words.ts';
import { answeredAlone } from './information.ts';

const LED = '(?:(?:ok|okay|bueno|ah|gracias|listo|perfecto|muchas|pero|and|y|e|ahora) )*';
/** `Ok, y la cédula`: another paper, and nothing told of it. */
const OTHER_PAPER = new RegExp(
  `^${LED}(?:y|and|what about) (?:(?:lo|de|del|el|la|los|las|mi|sacar|the|my) )*(?<paper>[a-zñ]{5,})(?: (?:tambien|entonces|too))?$`,
);
/** `Cuánto dura el pasaporte`: how long the paper is good for, and not how long it takes. */
const VALIDITY =
  /\bcuanto (?:tiempo )?(?:me )?(?:dura|sirve|es valid[oa]|esta vigente) (?:el|la|un|una|mi|ese|esa) (?!tramite|proceso|espera|cita|entrega|gestion|diligencia)|\b(?:vigencia|validez)\b|\b(?:cada cuanto|cuando|en cuanto) (?:se |me )?(?:vence|renueva|caduca|expira)\b|\b(?:por|de|es por) cuantos años\b|\bhow long is (?:it|the \w+) (?:valid|good)\b|\bwhen does (?:it|the \w+) expire\b/;
/** `La página no abre`. */
const PAGE_DOWN =
  /\b(?:pagina|web|sitio|sistema en linea|enlace|link|plataforma|page|website|site)\b.*\b(?:no (?:me |se |la |lo |deja )*(?:abr|carg|funcion|sirv|entr|respond|deja|sale)\w*|(?:esta )?caid[oa]|da error|(?:does not|doesn t|won t) (?:open|load|work)|is down)|\bno (?:me )?(?:abre|carga|funciona) (?:la pagina|la web|el enlace|el link|el sitio)\b/;
const NO_USE =
  /^(?:(?:pero|eso|esto|no|ay|ah|gracias|pues|that|it|this|but) )*(?:no (?:me |nos )?(?:sirve|ayuda|resuelve|funciona)|(?:does not|doesn t|didn t) help(?: me)?)(?: (?:eso|esto|nada|de nada|para nada|mucho|that|esa informacion|la informacion))*$/;
/** `Ya fui y me dijeron que no hay sistema`. */
const WENT =
  /\b(?:fui|fuimos|estuve|estuvimos|llegue|he ido|vengo de (?:ahi|alla)|i went)\b.*\b(?:no (?:hay|habia|tienen|tenian|tiene) (?:sistema|cupos?|citas?|material|plastico|nadie|luz|personal)|no (?:me |nos )*(?:atend|quis|dej|dier|resolv|hicier|recib)\w+|(?:me|nos) (?:devolvieron|mandaron (?:para|a) (?:la )?casa|cerraron|sacaron|trataron mal|tuvieron)|se (?:cayo|fue) el sistema|estaba cerrad[oa]|would not|closed|no system)\b/;
const MOST_WORDS = 22;

/**
 * What is said to the card of a procedure that was told just before, and no rule of its fields hears: another paper, how long it is
 * good for, that its page does not open, that it helps nothing, or what went wrong where they went with it.
 */
export const besideCard: Topic = scene => {
  const { burst, state, facts, catalogue } = scene;
  const procedure = catalogue.procedures.get(scene.procedure ?? '');
  const agency = catalogue.agencies.get(procedure?.agency ?? '');
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  const plain = plainWords(burst.text);
  if (!procedure || !agency || !isFree || facts.reading.emergency !== null) return null;
  if (plain.split(' ').length > MOST_WORDS) return null;
  if (WENT.test(plain) && !namesAnyBody(scene, burst.text)) return wentThere(scene, agency);
  return otherPaper(scene, procedure, plain) ?? saidOfCard(scene, procedure, agency, plain);
};

function saidOfCard(scene: Scene, procedure: Procedure, agency: Agency, plain: string): Move | null {
  const knows = lines(say(scene, 'info.rest', { agency: agency.acronym }), waysTo(scene, agency));
  if (PAGE_DOWN.test(plain))
    return telling(scene, procedure, lines(say(scene, 'info.page_down'), waysTo(scene, agency)));
  if (VALIDITY.test(plain)) return telling(scene, procedure, lines(say(scene, 'info.validity'), knows));
  return NO_USE.test(plain) ? telling(scene, procedure, say(scene, 'info.no_use')) : null;
}

function telling(scene: Scene, { id }: Procedure, words: Sentence): Move {
  const informed = scene.informed ?? scene.burst.text;
  return { state: { ...scene.state, lost: 0, informed, procedure: id }, replies: [replyOf(words)] };
}

/** What is needed for the other paper, or which of its procedures they mean; null: none is called so, or it is the same. */
function otherPaper(scene: Scene, told: Procedure, plain: string): Move | null {
  const paper = OTHER_PAPER.exec(plain)?.groups?.['paper'];
  if (paper === undefined) return null;
  const isNamed = ({ name }: Procedure): boolean => plainWords(name.es).split(' ').includes(paper);
  const isKnown = [...scene.catalogue.procedures.values()].some(isNamed);
  return isKnown && !isNamed(told) ? answeredAlone(retold(scene, [`¿Qué necesito para ${paper}?`])) : null;
}

/** A report of where they went with it: the body of the card, which they need not name again. */
function wentThere(scene: Scene, { id }: Agency): Move {
  const services = [...scene.catalogue.services.values()].filter(service => {
    const routing = scene.route(service, null);
    return 'holder' in routing && routing.holder.agencyId === id;
  });
  const [service, other] = services;
  const serviceId = service !== undefined && other === undefined ? service.id : null;
  return beginReport(scene, { serviceId, agencyId: serviceId === null ? id : null });
}
