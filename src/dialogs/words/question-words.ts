import type { Question } from '../../catalogue/act.ts';
import { anyOf } from './any-of.ts';
import { plainWords } from './plain-words.ts';

/** What a question of that sort is asked with, in whatever form. */
const KEYS: Partial<Record<Question, RegExp>> = {
  howlong:
    /\b(cuant\w*|cuando|tiempo|dias?|hora|semanas?|mes(es)?|demor\w*|tard\w*|dur\w*|plazo|pronto|rapido|fecha|how long|when|days?|time|soon|weeks?|fast|quick\w*)\b/,
  cost: /\b(cuest\w*|cost\w*|gratis|gratuit\w*|cobr\w*|pag\w*|vale|valen|precio|plata|dinero|chenchen|free|charge\w*|fees?|pay\w*|money|cuanto (es|sale))\b/,
  follow:
    /\b(enter\w*|avis\w*|seguimiento|segu\w*|sigo|sab\w*|se|estado|va|van|viene|revis\w*|consult\w*|ver|veo|noticia\w*|novedad\w*|respuesta|respond\w*|contest\w*|notific\w*|llam\w*|escrib\w*|llega\w*|check|follow\w*|track\w*|updates?|news|hear|heard|know|status|find out|see|tell|notif\w*|call|write|look|answer|reply)\b/,
  seen: /\b(nombre|datos|cedula|anonim\w*|reserv\w*|secret\w*|confiden\w*|privad\w*|aparec\w*|identi\w*|quien (soy|fui|fue|es uno|(lo|la) (puso|mando|hizo|lee|ve)|me ve|lee|ve (esto|mi|mis|lo que))|ve(n|ra|ran)? (esto|mi|mis|que|quien)|sab\w* (que|quien)|sep\w* (que|quien)|(me|nos) (ve|ven|reconoc\w*|identific\w*)|enter\w*|publi\w+|private|anonym\w*|who (reads|sees|will|can|knows)|(my|the) (name|number|details|identity)|know (it|that|who)|find out)\b/,
  shown:
    /\b(ver|veo|verlo|vea|muestr\w*|mostr\w*|enseñ\w*|dice|dij\w*|mand\w*|escrib\w*|envi\w*|pus\w*|pone|qued\w*|anot\w*|lee\w*|texto|copia|repit\w*|resum\w*|show\w*|see|read\w*|sent|send\w*|writ\w*|wrote|said|say\w*|look)\b/,
  duty: /\b(teng\w*|hay|debo|debemos|neces\w*|llev\w*|tra(er|igo)|present\w*|papel\w*|documento\w*|firm\w*|ir|voy|copia\w*|recibo|factura|foto\w*|cedula|requisito\w*|pide\w*|hace falta|obligat\w*|have to|need\w*|bring|must|required|paper\w*|do i)\b/,
  can: /\b(agreg\w*|añad\w*|poner|anot\w*|fotos?|videos?|audio\w*|mand\w*|envi\w*|retir\w*|quit\w*|cancel\w*|anul\w*|borr\w*|corr[ei]\w*|cambi\w*|modific\w*|otra persona|vecin\w*|unir\w*|sumar\w*|despues|luego|mas (datos|cosas)|photos?|pictures?|add|change|correct|withdraw|later|more|neighbo\w*|join)\b/,
  body: /\b(quien\w*|cual\w*|entidad\w*|institucion\w*|donde|adonde|telefono|numero|pagina|direccion|oficina|llam\w*|ell[oa]s|por que|toca|atiend\w*|ven?|van?|llega|que es|who|which|where|what is|body|phone|number|office|call|why|contact|handles?|goes|in charge)\b/,
};

/** Whether a price is the right one, or a thing lawful: only the body knows. */
const OF_RIGHT =
  /\b(precios?|tarifas?|fares?|prices?|rates?|(should|supposed)( \w+)? (to )?(have|be|cost|charge)|(debi[oa]|debia|deberia)n? (ser|cobrar\w*|costar\w*|haber|pagar\w*)|es (eso |esto )?(legal|ilegal|permitido)|is (it|this|that) (legal|illegal|allowed))\b/;

/** Is it asked which price is right, or whether something is lawful? */
export function asksWhatIsRight(text: string): boolean {
  return OF_RIGHT.test(plainWords(text));
}

/** What can be done with a report: added to, proved, corrected, taken back, joined. */
const WITH_REPORT =
  /\b(agreg\w*|añad\w*|pon(er|go|ga|erl[eoa]|erlas?|emos)\w*|puse|anot\w*|apunt\w*|inclu[iy]\w*|met(er|o|a)\w*|fotos?|videos?|audio\w*|captura\w*|grab\w*|adjunt\w*|mand\w*|envi\w*|subir\w*|pas[oa]\w*|escrib\w*|retir\w*|quit\w*|cancel\w*|anul\w*|borr\w*|sacar|echar|arrepent\w*|corr[ei]\w*|cambi\w*|modific\w*|arregl\w*|equivoqu\w*|firm\w*|unir\w*|sum\w*|apoy\w*|pegar\w*|preguntar|queja\w*|denuncia\w*|reporte?\w*|casos?|numero|pin|la (suya|mia|de (el|ella))|l[oa]s? mism[oa]s?|aparte|otra|pictures?|photos?|screenshots?|add\w*|attach\w*|send\w*|chang\w*|correct\w*|withdraw\w*|join\w*|put|edit\w*|delete|remove|sign\w*|report\w*|case|complain\w*)\b/;
/** What only the body of the matter lets somebody do, for whom and where: `¿puede cobrar otra persona?`, `¿a dónde la llevo?` */
const WITH_BODY =
  /\b(cobr(ar|e|en|a|o|arl[eoa]|arselo)|collect)\b|\b(retir|sac|recog|busc)\w* (la |el |los |las |su |mi |mis |sus )?(plata|dinero|pago|cheque|tarjeta|medicinas?|pastillas?|resultados?|money|check)\b/;
const WHERE_TO =
  /\b(a ?donde|donde|where)\b(?! (mand|envi|sub|adjunt|pong|send|upload)\w*).*\b(llev\w+|voy|ir|vamos|vaya|pag\w+|cobr\w+|compr\w+|atiend\w+|consig\w+|retir\w+|busc\w+|take|go|get|buy|pay)\b/;

/** `¿Qué papeles necesito para la licencia?` */
const FOR_PAPER =
  /\b(?:para|de|for|get) (?:(?:la|el|mi|un|una|sacar|renovar|pedir|tramitar|hacer|my|the|a) )*(?:licencia|pasaporte|cedula|beca|permiso|certificad[oa]|visa|carnet|placa|patente|residencia|record policivo|licence|license|passport|permit|certificate|scholarship|residency)\b/;

/** What is told of somebody: `mi cédula`, `los datos de ella`. */
const DATA = '(?:datos|nombres?|cedula|telefono|numero|direccion|names?|details|id|data|phone)';
const HOW_TO_ADD = anyOf(
  /\b(?:como|donde|how (?:do|can|should) (?:i|we)|where (?:do|can|should) (?:i|we)) (?:le |lo |la |los |las |se |puedo |podria |hago para )*(?:(?:agreg|anot|mand)(?:o|ar)|(?:añad|escrib|inclu)(?:o|ir)|incluyo|pong[oa]|poner|corregir|corrijo|add|put|write|correct|send)(?:l[eo]s?|las?)?\b(?! (?:una? |la |el |mi |esta |este |a |the |my )?(?:queja|denuncia|reporte|reclamo|complaint|report))/,
  // `¿Le pongo los datos de ella o los míos?`, `¿debo poner mi cédula o la de ella?`
  new RegExp(
    `\\b(?:pongo|doy|mando|paso|escribo|dejo|uso|agrego|poner|dar|mandar|escribir|usar|put|use|give|write)(?:le|les)? (?:el|la|los|las|mi|mis|my|the) ?${DATA}?\\b.* (?:o|or) (?:(?:el|la|los|las) )?(?:mi[oa]s?|de|mine|the|my|hers|his)\\b`,
  ),
  // `¿Qué datos mando?`
  new RegExp(
    `^(?:(?:y|pero|oiga|and) )*(?:que|cuales|de quien|which|whose) ${DATA} (?:le |les )?(?:pongo|doy|mando|paso|escribo|dejo|uso|va|van|do i|should i)\\b`,
  ),
);

/** Is it asked how to tell more of it, or of whom: `¿cómo agrego su nombre?`, `¿le pongo los datos de ella o los míos?` */
export function asksHowToAdd(text: string): boolean {
  const plain = plainWords(text);
  return (
    HOW_TO_ADD.test(plain) && !/\b(?:fotos?|videos?|audios?|archivos?|photos?|pictures?|files?)\b/.test(plain)
  );
}

/** Is it asked what a paper or a licence takes: `¿qué papeles necesito para la licencia?` */
export function asksOfPaper(text: string): boolean {
  const plain = plainWords(text);
  return (
    FOR_PAPER.test(plain) &&
    /\b(?:papeles|requisitos|documentos|necesito|piden|llevo|cuesta|saco|sacar|renovar|need|bring|get|cost)\b/.test(
      plain,
    )
  );
}

/** Is what can or must be done asked of a report, and not of what it is about? Of that only the body knows. */
export function isOfReportItself(question: Question, text: string): boolean {
  const plain = plainWords(text);
  if (question === 'can') return WITH_REPORT.test(plain) && !WITH_BODY.test(plain) && !WHERE_TO.test(plain);
  return question !== 'duty' || !(WHERE_TO.test(plain) || WITH_BODY.test(plain) || FOR_PAPER.test(plain));
}

/** `¿Cuánto me tienen que pagar?` asks for no day. */
const OF_MONEY =
  /\bcuant[oa]s? (?:(?:plata|dinero|balboas|dolares)\b|(?:(?:me|nos|le|les|se|va|van|tienen?|deben?|deberian?|a|que|toca) )*(?:pag|deb|cobr|dan\b|dar|toca\b|corresponde)\w*)|\bhow much (?:money|do they|should they|will they)/;

/** Has a question the words of its sort, or is of a sort that has none of its own? */
export function stands(question: Question, text: string): boolean {
  if (question === 'howlong' && OF_MONEY.test(plainWords(text))) return false;
  return KEYS[question]?.test(plainWords(text)) ?? true;
}

/** The same, and by its own words. */
export function standsByWords(question: Question, text: string): boolean {
  return KEYS[question] !== undefined && stands(question, text);
}
