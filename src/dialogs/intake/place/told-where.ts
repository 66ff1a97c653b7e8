import type { Scene } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { DOORS, LANDMARKS, QUARTERS, STREETS } from './kinds-of-place.ts';
import { asideIn } from './no-part.ts';
import { isTime } from './no-place.ts';
import { AT, BESIDES, kindsNamed, withoutLeads } from './place-leads.ts';
import { asserted } from './place-words.ts';
import { whereParts } from './where-parts.ts';

/** A text taken apart. */
export interface Told {
  /** The parts that say where, without what leads to them. */
  where: string[];
  /** What is told, asked or wished beside them, clause by clause. */
  beside: string[];
}

/** What tells which words say where. */
export type Learned = Pick<Scene, 'facts'>;

/**
 * Which words of an answer say where, and what stands beside them; what is denied is neither. Where nobody learned to tell
 * them apart, all of it may say where.
 */
export function toldWhere({ facts }: Learned, text: string): Told {
  const said = kindsNamed(asserted(text)).replace(NUMBER, '$1 ');
  const asked = facts.where(said, true);
  if (asked === null) return { where: whereParts(said), beside: [] };
  const parts = asked.length > 0 ? asked : (facts.where(said, false) ?? []);
  const where = parts.flatMap(whereParts);
  const led = where.length === 0 ? ledTo(said) : [];
  const aside = asideIn(text);
  return led.length > 0
    ? { where: led, beside: aside }
    : { where, beside: [...besideOf(said, parts), ...aside] };
}

/** A few words that lead to a spot, though nobody learned to know it: `en mi calle`, `bloque no. 4`. */
function ledTo(words: string): string[] {
  const parts = whereParts(words);
  return parts.every(isLed) ? parts : [];
}

function isLed(part: string): boolean {
  const isShort = part.split(' ').length <= MOST_LED;
  return (
    isShort &&
    beginsWhere(part) &&
    !HAPPENS.test(plainWords(part)) &&
    !isTime(part.replace(/^(?:por|en|for|in) /iu, ''))
  );
}

/** Words of what happens, and of no name. */
export const HAPPENS =
  /\b(?:hay|estan?|estamos|estoy|sigue|siguen|no(?! \d)|ya|se|me|que|tienen?|tengo|es|is|are|am)\b/;
/** `Bloque no. 4`: no stop. */
const NUMBER = /(?<!\p{L})(no|nro|num)\. ?(?=\d)/giu;

const MOST_LED = 6;

function besideOf(text: string, parts: readonly string[]): string[] {
  const rest = parts.reduce((left, part) => left.replace(part, () => ';'), text);
  return rest
    .split(/[,;.:!\n]+|(?<=\?)|(?=¿)/u)
    .map(clause => withoutLeads(clause.trim()).replace(LEADING, ''))
    .filter(clause => /[\p{L}\d]{2}/u.test(clause));
}

/** What only leads on to a place: `y vivo en`. */
const LEADING =
  /(?:(?:^|\s+)(?:y|e|que|es|era|fue|est[aá]n?|estoy|estamos|queda|quedan|vivo|vivimos|vive|aqu[ií]|all[aá]|ah[ií]|en|por|a|al|de|del|la|el|los|las|and|i|we|live|it|is|in|at|on|near))+$/iu;

/** The words of a text that say where, alone; all of them where none of them was learned to. */
export function placeAlone(scene: Learned, words: string): string {
  return toldWhere(scene, words).where.join(', ') || words;
}

/** Does it begin as what says where does: `en …`, `frente a …`, `calle …`? */
export function beginsWhere(words: string): boolean {
  return LED.test(words);
}

const LED = new RegExp(
  `^(?:${AT}|(?:(?:el|la|los|las|un|una|mi|nuestr[oa]|the|my) )?(?:${STREETS}|${DOORS}|${LANDMARKS}|${QUARTERS}|finca|barrio|entrada|camino|salida))(?![\\p{L}\\d])` +
    // No place follows: `por la mañana`, `en serio`.
    '(?! (?:(?:la )?(?:mañana|tarde|noche|madrugada|d[ií]a)|favor|eso|esto|fin|cuanto|que|serio|verdad|realidad|general|ahora|ejemplo|supuesto|todo|nada|dios|cierto|lo|mi parte|veces|ella|él|usted|las \\d)(?![\\p{L}]))',
  'iu',
);

/** Does a text say where, whatever else it tells? */
export function saysWhere(scene: Learned, text: string): boolean {
  return toldWhere(scene, text).where.length > 0;
}

/** Does it say where, and tell nothing beside? */
export function saysOnlyWhere(scene: Learned, text: string): boolean {
  const { where, beside } = toldWhere(scene, text);
  return where.length > 0 && beside.length === 0;
}

/** Is a further place put beside the one that was told: `en Antón también`, `faltó calle 50`? */
export function addsPlace(scene: Learned, text: string): boolean {
  return FURTHER.test(plainWords(text)) && saysWhere(scene, text);
}

const FURTHER = /\b(?:tambien|also|too)\b|^(?:(?:me|se me|le) )?falt(?:o|a|aba) (?!de\b)/;

/** Does it say nothing but beside what it is, and no name by itself: `frente al parque`, `por el km 40`? */
export function tellsSpot(scene: Learned, text: string): boolean {
  return every(scene, text, clause => BESIDE.test(clause.replace(HOUSE, '')));
}

/** Is one of its parts such a spot: `en la principal, frente al minisúper`? */
export function holdsSpot(scene: Learned, text: string): boolean {
  return toldWhere(scene, text).where.some(clause => BESIDE.test(clause));
}

/** Does it say only on which side of a place, or before or behind which: `del lado de Arraiján`, `salida de Villa Lucre`? */
export function tellsSide(scene: Learned, text: string): boolean {
  return every(scene, text, isToward);
}

/** Is this what one part says? */
export function isToward(part: string): boolean {
  return TOWARD.test(part);
}

function every(scene: Learned, text: string, is: (part: string) => boolean): boolean {
  const { where } = toldWhere(scene, text);
  return where.length > 0 && where.every(is);
}

const BESIDE = new RegExp(`^(?:${BESIDES})(?![\\p{L}\\d])`, 'iu');
/** `La casa al lado de la tienda El Progreso` lies beside that, and in no El Progreso. */
const HOUSE =
  /^(?:la|mi|una|su|nuestra|the|my) (?:casa|puerta|entrada|vivienda|finca|residencia|house)(?: (?:azul|verde|blanca|amarilla|roja|rosada))? (?:que )?(?:est[aá] |queda )?/iu;
/** A way past a place or toward it: what is named lies there, not where it is. */
const TOWARD =
  /^(?:del lado|lado|saliendo|salida|entrada|entrando|rumbo|hacia|camino|llegando|antes|despu[eé]s|pasando|viniendo|yendo|bajando|subiendo)(?![\p{L}])/iu;

/** The words without the number of a meter, an account or a plate, which sounds like a matter of its own. */
export function withoutAccount(text: string): string {
  return text.replace(OF_ACCOUNT, ' ').trim();
}

/** `Medidor 4455123`: the number of what they have, and nothing of where. */
const OF_ACCOUNT =
  /(?:^|\s)(?:y |con )?(?:(?:el|mi|su|la) )?(?:(?:n[uú]mero|num|nro|no)\.? (?:de |del )?(?:la |el |mi )?)?(?:medidor|nic|nis|contrato|cuenta|cliente|recibo|factura|meter|account|placa):? (?:(?:es|era|n[uú]mero|num|nro|no|is)\.? )*[a-z]{0,3} ?\d[\d-]{3,}(?: (?:creo )?o (?:el |la )?\d{3,}| creo)*(?=\s|$)/iu;
