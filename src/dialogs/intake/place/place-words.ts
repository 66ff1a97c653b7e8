import { rememberingLately } from '../../../catalogue/remembering.ts';
import { withoutHome } from './home.ts';
import { LANDMARKS, QUARTERS, STREETS } from './kinds-of-place.ts';
import { withoutAside } from './no-part.ts';
import { bidsPlace, readable, withoutLeads } from './place-leads.ts';

const IS = "(?:es|era|fue|son|eran|queda|est[aá]|pas[oó]|is|was|isn['’]?t|wasn['’]?t|it['’]?s)";
const AT = '(?:en|de|por|al|in|at|el de|la de|el|la|los|las|the one in)';
const SUBJECT = '(?:eso|esto|ah[ií]|aqu[ií]|it|that|(?:el|la|los|las|mi) \\p{L}+)';
/** `Yo no dije San Pablo Viejo`: what the desk put there by itself. */
const UNSAID =
  "(?:(?:no|yo|i) )*(?:no|nunca|jam[aá]s|never|did not|didn[’']t) (?:le |les |he )?(?:dije|dicho|puse|escrib[ií]|mencion[eé]|habl[eé] de|said|say|mention(?:ed)?) (?:(?:que )?(?:era|es|fuera|it was) )?(?:en )?(?!(?:que|nada|eso|esto|lo|as[ií])(?!\\p{L}))";
/** Where it is not: `no es en La Chorrera`, `not Bella Vista`, `el hueco no es en Pacora`. */
const NOT_THERE = new RegExp(
  `^(?:${SUBJECT} )?(?:(?:no+|not|it['’]?s not|it is not|is not|isn['’]?t) (?:${IS} (?:${AT} )?|${AT} )|(?:it |that )?isn['’]?t |(?:no+|not) (?=(?:frente|cerca|detr[aá]s|diagonal|al lado|in front|behind) )|(?:qu[ií]te(?:le|n)?|remove) (?!(?:mis?|my|lo|la|el|eso|ese|todo) )|${UNSAID})(?=\\S)`,
  'iu',
);
/** What comes before a name that is denied: `no`, `el hueco not`. */
const NOT = new RegExp(`^(?:${SUBJECT} )?(?:no+|not|it['’]?s not|it is not|is not|isn['’]?t) (?=\\S)`, 'iu');
const CAPITAL = /^\p{Lu}/u;
/** The same after the name: `Vista Alegre no`, `calle 6ta no es`. */
const THAT_NOT =
  /^(?!(?:eso|esto|as[ií]|ah[ií]|all[ií]|all[aá]|aqu[ií]|ac[aá]|ese|esa|yo|[eé]l|ella|todav[ií]a|pero|si|s[ií]|ya|que|lo que) no)((?:[\p{L}\d]+ ){0,4}[\p{L}\d]+) no(?: (?:es|era|fue|queda))?$/iu;
/** `Compa`: what they call the desk denies nothing. */
const CALL = /\s+(?:pues|mij[oa]|bro|fren|compa|por favor|porfa)$/iu;
/** What else `no` stands before. */
const NO_DENIAL =
  /^(?:el |la |lo |los |las )?(?:que|un|una|se|me|le|urgente|serio|verdad|problema|mismo|todo)(?![\p{L}])|^(?:otra|other|other one|otro)$/iu;
/** Nobody writes it. */
const BREAK = '\x1F';
/** Where one part of a correction ends and the next begins: a comma, `sino`, `no en …`, `es en …` after what it is not. */
const PARTS = new RegExp(
  [
    `\\s*(?:[,;${BREAK}]|\\.(?!\\s*\\d))\\s*`,
    `\\s+(?=(?:sino|but)[\\s${BREAK}])`,
    `(?<=(?:^|\\s)(?:no|not) [^,.;]*)(?<!\\s(?:no|not))\\s+(?=(?:es|era|fue|queda|it['’]?s|is) )`,
  ].join('|'),
  'iu',
);
/** The space before a denial, and how its name begins: ` no es en La Chorrera`. */
const BEFORE_DENIAL = new RegExp(
  `(?<!(?:^|[,;.]\\s*)(?:${SUBJECT}|it['’]?s|it is|is|n+o+|ay|s[ií]))\\s+(?=(?:(?:y|e|and) )?(?:no|not) (?:(?:es|era|fue|queda|est[aá]) )?((?:en|de|por|al|in|at|el|la|los|las|the|${STREETS}|${QUARTERS}) |\\p{L}))`,
  'giu',
);
const JOINS = /^(?:sino|pero|but|y|e|and)\s+/iu;
/** A name, and which of those that bear it: `mi San Felipe es el de Natá`, `Santa Rosa la de San Carlos`. */
const WHICH =
  /^(?:es |era |hablo de |me refiero a )?(?:mi |nuestr[oa] |el |la |al )?((?:[\p{L}\d]+ ){0,3}?[\p{L}\d]+)(?:,? (?:es|era|queda|est[aá])|,)? (?:el|la|los|las) (?:de|del|que (?:queda|est[aá]) en)\s+(?=\S)/iu;
const NO_NAME =
  /\bque$|\b(?:en|de|por|con|a)$|^(?:(?:el|la|mi) )?(?:lugar|direcci[oó]n|ubicaci[oó]n|barrio|sector|calle|casa|problema|asunto|eso|esto|todo|no|si|s[ií]|es|era)$/iu;

/** `El parque Porras, el del centro`: which of the town's. */
const NO_AREA =
  /^(?:la |el |los |las )?(?:centro|medio|frente|lado|fondo|final|pueblo|parque|iglesia|esquina|puente|r[ií]o|entrada|arriba|abajo|otro lado|atr[aá]s|enfrente)(?![\p{L}])/iu;

/** A correction taken apart. */
interface Correction {
  /** What it says of where it is. */
  said: readonly string[];
  /** The names it denies. */
  denied: readonly string[];
}

/** `No la luz no era en calle 50`: the first no only calls. */
const TWICE_NO = /^n+o+ (?=(?:el|la|los|las|mi|eso|esto)(?: \p{L}+)? no )/iu;

/** `Chitré no queda en Las Minas`: of two names, the one is meant. */
const LIES_NOT =
  /^(?!(?:eso|esto|ah[ií]|aqu[ií]|el|la|los|las|mi|it|that|y|pero|no|que) )(?<here>\p{L}+(?: \p{L}+){0,2}) no (?:queda|pertenece|est[aá] ubicad[oa]) (?:en|a|por) (?<notHere>[^,.;]{3,40})$/iu;
/** `Q no es San Pablo Viejo!! es en Las Lomas`, as telephones write it. */
const SHOUTS = /!+(?=\s*\p{L})/gu;
const QUE = /(?<=^|[,.;]\s*)q (?=no )/giu;

const correctionIn = rememberingLately((text): Correction => {
  const found: { said: string[]; denied: string[] } = { said: [], denied: [] };
  const told = readable(withoutHome(withoutAside(text)))
    .replace(TWICE_NO, '')
    .replace(SHOUTS, ',')
    .replace(QUE, '');
  for (const part of denialsApart(told).split(PARTS)) {
    const bare = withoutLeads(part.trim()).replace(JOINS, '');
    const { here, notHere } = LIES_NOT.exec(bare)?.groups ?? {};
    if (here !== undefined && notHere !== undefined) {
      found.said.push(here);
      found.denied.push(notHere);
      continue;
    }
    const not = deniedBy(bare) ?? deniedBy(part.trim());
    if (not !== null) found.denied.push(not);
    else if (bare !== '' || part.trim() !== '') found.said.push(part.trim().replace(JOINS, ''));
  }
  return found;
});

function deniedBy(part: string): string | null {
  const before = NOT_THERE.exec(part)?.[0] ?? beforeName(part);
  const name = before === undefined ? THAT_NOT.exec(part.replace(CALL, ''))?.[1] : part.slice(before.length);
  if (name === undefined || name.split(' ').length > MOST_DENIED || NO_DENIAL.test(name)) return null;
  if (withoutLeads(name) === '' || /^n+o+$/iu.test(name)) return null;
  return name.trim();
}

function beforeName(part: string): string | undefined {
  const before = NOT.exec(part)?.[0];
  return before !== undefined && CAPITAL.test(part.slice(before.length)) ? before : undefined;
}

/** With a break before each denial of a name or of where something is, as in `es en Chepo no Pacora`. */
function denialsApart(text: string): string {
  return text.replace(BEFORE_DENIAL, (space, next: string) =>
    next.endsWith(' ') || CAPITAL.test(next) ? `${BREAK}${space}` : space,
  );
}

const MOST_DENIED = 7;

/** The names a correction says that it is not: `Bella Vista` of `no es Bella Vista, es San Francisco`. */
export function deniedIn(text: string): readonly string[] {
  const { said, denied } = correctionIn(text);
  return said.some(isNamed) ? denied : [];
}

/** Is it more than a call before what is denied? */
function isNamed(part: string): boolean {
  return withoutLeads(part) !== '';
}

/** `El de David`, `es la que está en Tonosí`, `the one in David`: which of those that bear a name; its area, or null. */
export function whichArea(text: string): string | null {
  const rest = withoutLeads(withoutDenials(text));
  const area = OF_AREA.exec(rest)?.[1];
  return area === undefined ? null : withoutLeads(area.trim());
}

/** The words of a place without what says that it is one of several: `David` of `el de David`. */
export function withoutWhich(words: string): string {
  return words.replace(
    /^(?:el|la|los|las) (?:otr[oa] )?(?:de|del|en|que (?:es|queda|est[aá]) (?:en|por)) /iu,
    '',
  );
}

const OF_AREA =
  /^(?:(?:el|la|los|las) (?:otr[oa] )?(?:de|del|en|que (?:es|queda|est[aá]) (?:en|por))|(?:the )?one (?:in|at|of)) ([^,.;]+)/iu;

/** `Calle 50... no espera, calle 53`: what stands before is taken back in the same breath. */
const TAKEN_BACK =
  /^.*\S(?:[.,;…]+\s*|\s+)(?:(?:ay|uy|ah)\s+)?(?:no+,?\s+no+|no+,?\s+esper[ae]|esper[ae],?\s+no+|wait,?\s+no|no,?\s+wait)[\s,.:]+(?=\p{L}.*[\p{L}\d]{2})|^.*\S[.,;…]+\s*(?:perd[oó]n|digo|mejor dicho)[\s,.:]+(?=\p{L}.*[\p{L}\d]{2})/iu;

/** `Casa 45, no perdón la 54`: the number of the house is put right in the same breath. */
const OTHER_NUMBER =
  /(?<![\p{L}\d-])(\d+\p{L}?)[\s,.;…]+(?:(?:ay|uy|no|espere?|mentira)[\s,.]+)*(?:perd[oó]n|digo|mejor dicho|corrijo|no no|sorry|i mean),?\s*(?:(?:es|son|it is) )?(?:(?:el|la|los|las) )?(\d+\p{L}?)(?![\p{L}\d-])/giu;
/** `Es 72 oeste, no 73`: the number that it is not. */
const NOT_NUMBER =
  /(?<![\p{L}\d-])(\d+\p{L}{0,3}(?: (?:este|oeste|norte|sur|final))?),? (?:no|not) (?:(?:es|era) )?(?:(?:el|la) )?\d+\p{L}{0,3}(?=[\s,.;]|$)/giu;

/** `… en La Concepción, quite lo del centro de salud`: an order, and nothing of where. */
const TAKEN_OUT =
  /(?<=\S)[\s,.;]+(?:y\s+)?(?:qu[ií]t(?:e|en|ele|elo)|saque|borre|elimine|remove)\s+(?:lo|la parte|eso|the part)\s+(?:de|del|que|about)\s+.*$/iu;

/** `La señora se llama Yadira Moreno, de la policlínica de Betania`: where she is, without her name. */
const WHO_IS_THERE = new RegExp(
  `^(?:[\\p{L}]+ ){0,3}(?:se llama|llamad[oa]|is called)\\s+(?:[\\p{L}]+[ ,]+){1,4}?(?:de|del|en|from|at)\\s+(?=(?:la |el |los |las |the )?(?:${LANDMARKS}|oficina|regional|sucursal|agencia)(?!\\p{L}))`,
  'iu',
);

/** `Iba de Tocumen pa el centro y había un McDonald's`: it is at neither end, where they tell more. */
const ON_THE_WAY = new RegExp(
  '(?<!\\p{L})(?:yo )?(?:iba|[ií]bamos|iban|ven[ií]a(?:mos|n)?|viajaba(?:mos)?|i was going|we were going|coming)\\s+' +
    '(?:en (?:el )?\\p{L}+\\s+)?(?:de|desde|from)\\s+(?:la |el |los |las )?[\\p{L}\\d ]{2,25}?\\s+' +
    '(?:pa|para|a|al|hasta|hacia|rumbo a|to)\\s+(?:el |la |los |las |mi )?[\\p{L}\\d]+' +
    '(?=\\s*[,.;]|\\s+(?:y|cuando|and|when)\\s)\\s*(?:[,.;]|(?:y|cuando|and|when)\\s)?\\s*',
  'giu',
);

/** `Calle 7 pero de Pueblo Nuevo`: the word joins no part of a place. */
const BUT_IN = /([\p{L}\d])\s+(?:pero|but)\s+(?:es\s+)?(?=(?:de|del|en|in|of)\s)/giu;

/** `Llegué tarde a la U`: where they wanted to be, and not where it is. */
const LATE_AT =
  /(?<!\p{L})(?:lleg\p{L}+|late|tarde)(?:\s+(?:muy|bien|s[uú]per|tan|a las \d\S*))*(?:\s+(?:tarde|late))?(?<=tarde|late)\s+(?:al?|para|for|to)\s+(?:(?:la|el|las|los|mi|my|the)\s+)?[^,.;\n]+/giu;

/** `…, yo me confundí`, behind the right place. */
const SORRY =
  /(?<=\S)[\s,.;]+(?:(?:yo|es que|perd[oó]n|disculpe|sorry)[\s,]+)*(?:me (?:confund[ií]|equivoqu[eé])|(?:fue|es) (?:mi|un) error|(?:it was )?my mistake|i was wrong)[\s.!]*$/iu;

/** What a correction says of where it is, without where it is not: `es en Las Cumbres`; other words stay as they are. */
export function asserted(told: string): string {
  const text = withoutHome(withoutAside(told))
    .replace(OTHER_NUMBER, '$2')
    .replace(NOT_NUMBER, '$1')
    .replace(SORRY, '')
    .replace(TAKEN_BACK, '')
    .replace(BUT_IN, '$1 ')
    .replace(TAKEN_OUT, '')
    .replace(ON_THE_WAY, '')
    .replace(LATE_AT, '')
    .replace(WHO_IS_THERE, '');
  const which = whichOf(text);
  return which === null ? withoutDenials(text) : `${which.name}, ${which.area}`;
}

/** The name and the area of `mi San Felipe es el de Natá`; null: it is not put so. */
export function whichOf(text: string): { name: string; area: string } | null {
  const rest = withoutLeads(withoutDenials(text));
  const which = WHICH.exec(rest);
  const name = which?.[1];
  if (which === null || name === undefined || NO_NAME.test(name)) return null;
  const area = rest.slice(which[0].length);
  return NO_AREA.test(area) ? null : { name, area };
}

function withoutDenials(text: string): string {
  if (deniedIn(text).length === 0) return text.trim();
  return correctionIn(text).said.filter(isNamed).join(', ');
}

/** Does a text take back one place for another: `no es en Pacora, es en Chepo`, `cambie el lugar a Chepo`? */
export function putsRight(text: string): boolean {
  return asserted(text) !== withoutHome(withoutAside(text)).trim() || bidsPlace(text);
}
