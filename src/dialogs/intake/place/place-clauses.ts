import { wordSet } from '../../../catalogue/words.ts';
import { anyOf } from '../../any-of.ts';
import { plainWords } from '../../plain-words.ts';
import { DOORS } from './kinds-of-place.ts';
import { AT, BESIDES, readable, withoutLeads } from './place-leads.ts';

/** A clause ends: at a comma, a full stop that shortens no word, or where something else is told beside. */
const ENDS = anyOf(
  /\s*[,;!\n]+\s*/iu,
  /(?<!(?<![\p{L}\d])(?:av|ave|sta|sto|st|no|nro|num|dr|dra|sr|sra|urb|bo|km|prof|lic|gral|\p{L}))\.+\s+/iu,
  /(?<=\?)\s*|\s*(?=¿)|\s+y (?=(?:queda|est[aá]|vivo|vive|mi|soy|es|me|quiero|necesito|ya)\b)/iu,
  /\s+(?:pero|but)\s+|\s+and (?=(?:i|my|it|please)\b)/iu,
  /\s+y (?=(?:el |su )?nombre\b)|\s+(?=mi (?:nombre|tel[eé]fono|celular|c[eé]dula|correo)\b)/iu,
);
/** What is told there begins, and no name of a place goes on so. */
const TELLS =
  /(?:^|\s+)(?:(?:y |e )?no (?:se demor\p{L}+|me|pasa|pasan|pas[oó]|pasaron|lleg[oó]|vino|hay|sirve|llega|llegan|viene|vienen|recogen|funciona|prende|atienden|dejan?|eres|es muy|tenemos|tengo|tiene|tienen|se|nos)|porque|lo que|(?:y|que) (?:nadie|nunca|siempre|tengo|tenemos|me|nos|no)|llevamos|llevo|hay|desde hace|hace (?:\d+|un[ao]?s?|dos|tres|varios|muchos|tiempo)|me llamo|mi (?:nombre|c[eé]dula|tel[eé]fono|cel|celular|n[uú]mero|correo)|soy|apur\p{L}+|es urgente|x ?fa(?:vor)?|xfa|manden?|env[ií]en|vengan|ay[uú]den\p{L}*|por cierto|quiero|queremos|necesito|ustedes|my (?:name|phone|number)|i want|because)(?![\p{L}\d]).*$/isu;
/** Nothing that is wanted stands behind a place. */
const TAIL =
  /[\s.]+(?:pues|creo|digo|vea|por favor|porfa|x ?fa|please|hurry(?: up)?|gracias|thanks|ok|tambi[eé]n|also|too|(?:ya )?(?:te|le|les|lo) (?:dije|digo|repito)|urgente|d[oó]nde m[aá]s|d[oó]nde va a ser|si (?:quiere|gusta|puede)n?|(?:nada|no) m[aá]s|nom[aá]s|namas|y ya|entonces|corrija(?:lo|la)?|me confund[ií]|(?:y |o )?un[oa] (?:persona|no|ya)|mij[oa]|mi (?:amor|rey|reina|vida|hermano|gente)|bro|fren|compa|papi|mami)[\s.]*$/iu;
/** A number to call or of a person: nothing of where. */
const OF_PERSON = /[\s,]*(?<!\d)(?:\d{1,2}-\d{2,4}-\d{2,6}|\d{3,4}-\d{4}|\d{7,8})(?!\d)/g;
/** Somebody's data. */
const DATA =
  /^(?:(?:mi |my |el |su |y )*(?:nombre|name|tel|cel|cell|telefono|celular|phone|numero de (?:telefono|celular)|cedula|correo|email)\b(?: es| is)?|firma|atte|atentamente|saludos|a nombre de)/;
/** `Medidor 4455123`: the number of what they have, and nothing of where. */
const OF_ACCOUNT =
  /(?:^|\s)(?:y |con )?(?:(?:el|mi|su|la) )?(?:(?:n[uú]mero|num|nro|no)\.? (?:de |del )?(?:la |el |mi )?)?(?:medidor|nic|nis|contrato|cuenta|cliente|recibo|factura|meter|account|placa):? (?:(?:es|era|n[uú]mero|num|nro|no|is)\.? )*[a-z]{0,3} ?\d[\d-]{3,}(?: (?:creo )?o (?:el |la )?\d{3,}| creo)*(?=\s|$)/iu;
/** `El nombre de mi abuela, Eudocia Bejerano`: said in one breath. */
const NAME_APART = /(nombre (?:de|d|del) (?:mi |la |el |su )?\p{L}+)\s*[,:]\s*((?:\p{Lu}\p{L}+ ?){1,4})/giu;

/** `soy Marta`, `me llamo Luis Ortega`. */
const MINE = /^(?:soy|me llamo) (?:\p{Lu}\p{L}+ ?){1,4}$/u;
/** `se llama Kevin Brown`: two names and no word for a place among them. */
const SOMEBODY =
  /^se llaman? (?!(?:fonda|restaurante|mini|s[uú]per|tienda|bar|cantina|taller|escuela|colegio|hotel|hostal|farmacia|cl[ií]nica|kiosco|ph|edificio|barriada|urbanizaci[oó]n|residencial|villas?|altos|brisas|muebler[ií]a|panader[ií]a|ferreter[ií]a|almac[eé]n|club|iglesia|parque|finca|hacienda|comercial|plaza|mercado|jard[ií]n) )(?:\p{L}+ ?){2,4}$/iu;
/** What they want done. */
const ORDER =
  /^(?:(?:pueden?|podr[ií]an?|ojal[aá]|para que|que) )?(?:m[aá]nd|env[ií]|arr[eé]gl|rep[aá]r|veng|ap[uú]r|rev[ií]s|res[uo]+elv|hag|l[ií]mpi|rec[oó]j|ay[uú]d|send|fix|come|help)\p{L}*(?![\p{L}])/iu;
const NAMED = /^(?:que )?(?:se llaman?|llamad[oa]s?|(?:it )?is called|called)\s+/iu;
/** Who says them tells, wishes or asks; no place bears these words. */
const TELLING = wordSet(
  `lo se que me le les nos yo usted ustedes hay no porque quiero quisiera necesito puedo tengo tenemos tiene tienen digo dije
   decia diga entiendo tampoco nunca siempre necesitamos queremos pedimos estamos estoy alguien nadie nada cuando ayuda ayuden viene vienen vengan manden mande haga hagan
   envien envie arreglen arregle pasen dejan deja gracias urgente i you we they are not please hurry help send`,
);
/** No place follows: `por la mañana`, `en serio`. */
const NO_PLACE =
  '(?! (?:(?:la )?(?:mañana|tarde|noche|madrugada|d[ií]a)|favor|eso|esto|fin|cuanto|que(?! (?:va|da|sale|lleva|sube|baja|pasa|viene|conduce|entra|queda|est[aá]|llega)(?![\\p{L}]))|serio|verdad|realidad|general|ahora|ejemplo|supuesto|todo|nada|dios|cierto|lo visto|lo menos|mi parte|veces|ella|él|usted|las \\d)(?![\\p{L}]))';
const PLACED = new RegExp(
  `^(?:${AT}|${BESIDES}|(?:(?:el|la|los|las|un|una|the) )?(?:calle|avenida|v[ií]a|${DOORS}|finca|barrio|barriada|sector|entrada|parada))(?![\\p{L}\\d])${NO_PLACE}`,
  'iu',
);
const BESIDE = new RegExp(`^(?:${BESIDES})(?![\\p{L}\\d])${NO_PLACE}`, 'iu');

/** Where somebody comes from is where it is only when nothing else is told: `soy de Guna Yala pero vivo en Vacamonte`. */
const ORIGIN = /^(?:(?:yo|mire|joven|bueno),? )*(?:soy|somos|vengo|venimos|nac[ií]) (?:de|en) /iu;
/** `Mi hijo está enfermo`: how somebody is. */
const STATE = new RegExp(`^\\S+(?: \\S+)* est[aá]n? (?!${AT} )`, 'iu');

/** `Mi primo vende cosas robadas`: what somebody does. */
const DOES =
  /^(?:(?:mi|mis|el|la|su|y mi) (?:mam[aá]|pap[aá]|hij[oa]s?|abuel[oa]s?|abuelit[oa]s?|espos[oa]|herman[oa]s?|ni[nñ][oa]s?|beb[eé]s?|señora|vecin[oa]s?|t[ií][oa]s?) (?:tambi[eé]n )?(?:es|son|padece\p{L}*|sufre\p{L}*) \p{L}|(?:mi|mis|ell[oa]s|[eé]l|ese|esa|esos|un|una) (?:\p{L}+ )?(?:vend|tien|hac|dic|bot|rob|trabaj|manej|pon|quier|anda|viene|peg|grit|cobr|roba|llev|mat)\p{L}* \p{L})/iu;

/** What of an answer says where. */
export interface Clauses {
  /** The clauses that say where, or may, each without what leads to it. */
  where: string[];
  /** What is told, asked or wished beside it. */
  aside: string[];
  /** Who they are and how to reach them. */
  data: string[];
}

/** Takes an answer apart: what says where, and what is told, asked or named beside it. */
export function placeClauses(words: string): Clauses {
  const found: Clauses = { where: [], aside: [], data: [] };
  const parts = readable(words.replace(NAME_APART, '$1 $2'))
    .split(ENDS)
    .map(part => part.trim());
  for (const part of parts) add(found, part);
  const others = parts.filter(part => !ORIGIN.test(part));
  return others.length < parts.length && clausesOfAny(others) ? placeClauses(others.join(', ')) : found;
}

function clausesOfAny(parts: readonly string[]): boolean {
  const found: Clauses = { where: [], aside: [], data: [] };
  for (const part of parts) add(found, part);
  return found.where.length > 0;
}

function add(found: Clauses, clause: string): void {
  const { where, aside, data } = found;
  const account = OF_ACCOUNT.exec(clause)?.[0] ?? '';
  if (account !== '') aside.push(account.trim());
  const part = clause.replace(account, ' ').trim();
  const unnumbered = part.replace(OF_PERSON, '');
  const said = withoutLeads(unnumbered).replace(TAIL, '');
  const isData = DATA.test(plainWords(said)) || MINE.test(said);
  if (isData || unnumbered !== part)
    data.push(isData ? part : part.slice(unnumbered.length).replace(/^[\s,]+/, ''));
  const cut = said.replace(TELLS, '');
  const rest = withoutLeads(cut.replace(TAIL, ''))
    .replace(NAMED, '')
    .replace(/[\s,;:.!-]+$/u, '');
  if (said === '' || isData) return;
  if (SOMEBODY.test(said)) aside.push(said);
  else if (rest === '' || /[?¿]/.test(part) || isTold(rest)) aside.push(said);
  else {
    // Behind another, a name needs no word that leads to it: `Tours del Mar, Bocas`.
    where.push(where.length > 0 ? rest.replace(/^en (?=\p{Lu})/u, '') : rest);
    if (cut !== said) aside.push(said.slice(cut.length).trim());
  }
}

function isTold(rest: string): boolean {
  if (ORDER.test(rest) || DOES.test(rest)) return true;
  const words = plainWords(rest).split(' ');
  return !PLACED.test(rest) && (STATE.test(rest) || words.some(word => TELLING.has(word)));
}

/** Words of a place without what is wanted or sighed behind it: `Chepo, por favor`. */
export function withoutTail(words: string): string {
  return words.replace(WISH, '').replace(TAIL, '');
}

/** `Casa B-12 x fa manden carro cisterna`: what is wanted there. */
const WISH = /\s+(?:x ?fa(?:vor)?|por favor|porfa|please)(?!\p{L}).*$/isu;

/** The words without the number of a meter, an account or a plate, which sounds like a matter of its own. */
export function withoutAccount(text: string): string {
  return text.replace(OF_ACCOUNT, ' ').trim();
}

/** Is a further place put beside the one that was told: `en Antón también`, `faltó calle 50`? */
export function addsPlace(text: string): boolean {
  return FURTHER.test(plainWords(text)) && placeClauses(text).where.length > 0;
}

const FURTHER = /\b(?:tambien|also|too)\b|^(?:(?:me|se me|le) )?falt(?:o|a|aba) (?!de\b)/;

/** Is something told beside where it is, which is to be kept? */
export function tellsBeside(text: string): boolean {
  return placeClauses(text).aside.some(part => part.split(' ').length > 2 || /\d{4}/.test(part));
}

/** `(mi) calle en Las Mañanitas`: a house or a street without a name of its own. */
const NO_NAME = /^(?:mi )?(?:calle|casa|barriada|apartamento)\s+en\s+(?=\p{L})/iu;

const OWN_HOME =
  /^(?:(?:en|por|frente|al|a|la|el|lado|esquina|cerca|detras|de|del) )*(?:mi|nuestra|my) (?:casa|apartamento|cuarto|finca|house)$/;

/** `La esquina de mi casa` says who writes, and where only to them. */
export function isOwnHome(words: string): boolean {
  return OWN_HOME.test(plainWords(words));
}

/** Words of a place alone: what bids, tells, complains or names the writer is left out; never all of it. */
export function placeAlone(words: string): string {
  const { where } = placeClauses(words);
  const named = where.filter(part => !isOwnHome(part));
  const rest = (named.length > 0 ? named : where).join(', ').replace(NO_NAME, '');
  return /[\p{L}\d]{2}/u.test(rest) ? rest : words;
}

/** Does an answer say nothing but beside what it is, and no name by itself: `frente al parque`, `por el km 40`? */
export function tellsSpot(text: string): boolean {
  const { where } = placeClauses(text);
  return where.length > 0 && where.every(clause => BESIDE.test(clause.replace(HOUSE, '')));
}

/** `La casa al lado de la tienda El Progreso` lies beside that, and in no El Progreso. */
const HOUSE =
  /^(?:(?:es|queda) )?(?:la|mi|una|su|nuestra|the|my) (?:casa|puerta|entrada|vivienda|finca|residencia|house)(?: (?:azul|verde|blanca|amarilla|roja|rosada))? (?:est[aá] |queda |que (?:est[aá]|queda) )?/iu;

/** Is one of its clauses such a spot: `en la principal, frente al minisúper`? */
export function holdsSpot(text: string): boolean {
  return placeClauses(text).where.some(clause => BESIDE.test(clause));
}

/** A way past a place or toward it: what is named lies there, not where it is. */
const TOWARD =
  /^(?:del lado|lado|saliendo|salida|entrada|entrando|rumbo|hacia|camino|llegando|antes|despu[eé]s|pasando|viniendo|yendo|bajando|subiendo)(?![\p{L}])/iu;

/** Does it say only on which side of a place, or before or behind which: `del lado de Arraiján`, `salida de Villa Lucre`? */
export function tellsSide(text: string): boolean {
  const { where } = placeClauses(text);
  return where.length > 0 && where.every(clause => TOWARD.test(clause));
}

/** Is everything in it said of where: `agregue que es en el sector Nueva Esperanza`? */
export function tellsWhere(text: string): boolean {
  const { where, aside } = placeClauses(text);
  return aside.length === 0 && where.length > 0 && where.every(clause => PLACED.test(clause));
}

/** Does it begin as what says where does: `en …`, `frente a …`, `calle …`? */
export function beginsWhere(words: string): boolean {
  return PLACED.test(withoutLeads(words));
}
