import { wordSet } from '../../../catalogue/words.ts';
import type { Burst } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';

const ABOUT_PLACES =
  /^(el |la |ese |esa )?(lugar|direccion|ubicacion) (esta |es )?(mal|equivocad|incorrect|errone)\w*$/;
const HASTE =
  /^((apur|rapid|urgent|esper|moment|tranquil)\w*|es urgente|ya( ya)*|un momento|por favor|porfa|hurry( up)?|wait)$/;
const SIGH = [
  'que (lastima|pena|mal|barbaridad|verguenza|fastidio|horror|pereza|vaina|cosas?|triste|feo|problema|desastre)',
  '(ay|uy|uff*|ah|oh|eh|mm+|hmm+|wow|caramba|chuleta|pucha|dios|dios mio|santo dios|por dios|virgen|lol|(ja)+)',
  '(aqui|aca|ahi|alla|alli)( mismo| mismito)?|por (aqui|aca|ahi|alla)|here|there',
  '(ok|okey|okay|bueno|pues|ya veo|entiendo|en serio|de verdad|claro|es triste|a ver|what a (pity|shame|mess)|oh no)',
].join('|');
const SIGHS = new RegExp(`^(?:(?:${SIGH})(?: |$))+$`);

/** Talk about the place, a sigh, or haste instead of the place: `el lugar está mal`, `qué lástima`, `apúrense`. */
export function isNoPlace({ text, pin }: Pick<Burst, 'text' | 'pin'>): boolean {
  const plain = plainWords(text);
  if (pin !== null) return false;
  return ABOUT_PLACES.test(plain) || HASTE.test(plain) || SIGHS.test(plain) || !/[a-zñ]{2}/.test(plain);
}

const RESUMES = [
  '(sigamos|continuemos|prosigamos) (con|en)|retomemos|(volvamos|regresemos) (a|al|con)',
  'lets get back to|let (s|us) get back to|back to|going back to',
].join('|');
const GOES_ON = [
  'seguir|continuar|sigamos|seguimos|sigo|siga|continuemos|continuamos|continuo|continue|prosigamos|volvamos|retomamos|retomando',
  '(volviendo|vuelvo|regresando) (a|al)|como (le|te|les) (decia|dije|estaba diciendo|venia diciendo|conte|contaba)',
  '(en que|donde) (ibamos|quedamos)|lets (go on|continue)|let (s|us) (go on|continue)|go on|where were we|as i (was saying|said)',
].join('|');
const BEFORE =
  '(?:(?:bueno|ok|okay|ya|(?:ya )?(?:todo )?(?:esta|ta|estamos|estoy) bien|pues|entonces|y|si|listo|gracias|mire|well|so|mejor) )*';
const RESUMING = new RegExp(`^${BEFORE}(?:${RESUMES})\\b`);
const LEADS_ON = new RegExp(`^${BEFORE}(?:${GOES_ON})\\b`);
const OF_MATTER =
  /^(?:y |pero )?(?:es )?(?:lo|el asunto|el tema|el caso|la queja) (?:de|del)\b|^(?:and )?about (?:the|my)\b/;
/** What may stand beside the words of the matter they go on with: `con lo del perro`, `con la queja`. */
const BESIDE_MATTER = wordSet(
  `con a en de del al lo el la los las mi su ese esa eso esto este esta y que mismo misma por favor porfa gracias usted
   entonces pues queja denuncia reporte caso tema asunto problema pregunta reclamo anterior primero antes aqui como le
   decia dije with to the my of what i was saying said about it that report complaint case matter please on now`,
);
const MOST_RESUMING = 10;

/** Nothing but the wish to go on with the matter that was told: `sigamos con lo del perro`, `como le decía`. */
export function goesOn(text: string, description: readonly string[]): boolean {
  const plain = plainWords(text);
  if (plain.split(' ').length > MOST_RESUMING) return false;
  if (RESUMING.test(plain)) return true;
  const lead = (LEADS_ON.exec(plain) ?? OF_MATTER.exec(plain))?.[0];
  const told = new Set(plainWords(description.join(' ')).split(' '));
  const rest = plain.slice(lead?.length).split(' ');
  return lead !== undefined && rest.every(word => word === '' || BESIDE_MATTER.has(word) || told.has(word));
}

const OPENS_TIME = new Set(['desde', 'hace', 'ayer', 'anteayer', 'antier', 'anoche', 'hoy', 'since', 'for']);
const POINTS = wordSet(
  `ayer anteayer antier anoche hoy temprano yesterday today lunes martes miercoles jueves viernes sabado domingo
   hora horas dia dias semana semanas mes meses año años rato tiempo minuto minutos mañana tarde noche madrugada mediodia
   hour hours day days week weeks month months year years morning night`,
);
const MONTHS = wordSet(
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
);
/** What stands between the words of a time. */
const BETWEEN = wordSet(
  `desde hace hasta since for almost ago last un una unos unas dos tres cuatro cinco seis siete ocho nueve diez quince
   veinte treinta varios varias muchos muchas pocos mucho mucha algun one two three four five several a al de del el la
   los las y o ya van llevamos llevo tenemos como casi mas toda todo todos todas cada este esta pasado pasada que am pm m
   p the of this solo misma mismo ahora`,
);
const IN_PART = /\b(?:en|por) (la (?:mañana|tarde|noche|madrugada))\b/g;

/** `Desde las 3`, `a eso de las 10 y media`. */
const AT_HOUR =
  /^(?:desde|a eso de|hasta|since|como a|a) (?:como )?(?:a )?las? (?:\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)(?: y (?:\d{1,2}|media|cuarto|pico))?(?: \d\d)?(?: ?[ap] ?m)?(?: de la (?:mañana|tarde|noche|madrugada))?$/;

/** Nothing but a time: `desde el lunes`, `hace dos semanas`. A date alone may be the name of a barriada. */
export function isTime(text: string): boolean {
  const plain = plainWords(text).replace(IN_PART, '$1');
  const words = plain.split(' ');
  if (AT_HOUR.test(plain)) return true;
  const isDated = OPENS_TIME.has(words[0] ?? '') && words.some(word => MONTHS.has(word));
  return (isDated || words.some(word => POINTS.has(word))) && words.every(isTimeWord);
}

function isTimeWord(word: string): boolean {
  return /^\d+$/.test(word) || [OPENS_TIME, POINTS, MONTHS, BETWEEN].some(known => known.has(word));
}
