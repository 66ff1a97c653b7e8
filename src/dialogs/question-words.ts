import type { Question } from '../catalogue/act.ts';
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

/** Has a question the words of its sort, or is of a sort that has none of its own? */
export function stands(question: Question, text: string): boolean {
  return KEYS[question]?.test(plainWords(text)) ?? true;
}

/** The same, and by its own words. */
export function standsByWords(question: Question, text: string): boolean {
  return KEYS[question] !== undefined && stands(question, text);
}
