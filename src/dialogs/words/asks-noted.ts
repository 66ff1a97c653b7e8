import { anyOf } from './any-of.ts';

const DONE =
  '(?:puso|pusieron|pusiste|anoto|anotaron|anotaste|apunto|apuntaron|apuntaste|agrego|agregaron|agregaste|incluyo|incluyeron|incluiste|escribio|escribiste)';
const I_DID = '(?:puse|escribi|mencione|anote|inclui|dije|conte)';
const STANDS = '(?:quedo|quedaron|esta|estan|sale|salen|salio|salieron|se fue|se fueron)';
const GOES =
  '(?:va|van|ira|iran|entra|entran|aparece|aparecen|queda|quedo|quedaron|fue|fueron|esta|estan|sale|salen)';
const HOLDS = '(?:dice|lleva|trae|incluye|menciona|cuenta|tiene)';
const NOTED = '(?:puest|anotad|apuntad|incluid|escrit|agregad|registrad|mencionad)[oa]s?';
const VALUE = '(?:numeros?|placa|nombre|hora|fecha|datos?|telefonos?|celular(?:es)?|correo)';
const THING = 'lo (?:de(?:l| la| las| los)?|que|q)\\b';
const REPORT = '(?:reporte|queja|denuncia|caso|mensaje|texto|report|complaint|case)';

/** Is it asked whether one thing stands in the report or the case: `¿le puso lo de las ratas?`, `¿eso va en la queja?` */
const ASKS = new RegExp(
  [
    // `Me escribió que me va a ir mal` tells what somebody else wrote.
    `\\b(?<!\\b(?:me|nos) (?=escrib))${DONE} (?:ahi )?(?:lo|los|la|las|el|que|q|mi|eso)\\b`,
    `\\b${I_DID} (?:ahi |ya )*${THING}`,
    `\\b${STANDS} (?:ahi |ya )*${NOTED}\\b`,
    `\\b${STANDS} (?:ahi |ya |si |bien |con |${NOTED} )*(?:lo de(?:l| la| las| los| que)?|(?:el|la|los|las|mi|mis) ${VALUE})\\b`,
    `\\b(?:lo|los|la|las) (?:del?|de la) .* (?:${STANDS}|(?:me )?l[oa]s? (?:${DONE}))(?: ahi| ya| bien| ${NOTED}| si| o no)*$`,
    `\\blo (?:que|q) (?:(?:yo|ya|le|les) )*${I_DID} (?:del?|sobre) .* ${STANDS}(?: ahi| ya| bien| ${NOTED}| si| o no)*$`,
    `\\b(?:el|la|los|las) ${VALUE} (?:\\w+ ){0,4}?${STANDS}(?: ahi| ya| bien| ${NOTED}| si| o no)*$`,
    `\\b(?:mi|mis|el|los) ${VALUE} .*\\b${STANDS}\\b`,
    // `¿El reporte dice lo del camión?`, `¿lo del décimo quedó en el mismo?`
    `\\b(?:el|la|mi|ese|esa) ${REPORT} (?:ya |si |tambien |no )*${HOLDS} (?:ya |tambien )*(?:lo de(?:l| la| las| los)?|que|q)\\b`,
    `\\b${GOES} (?:todo |tambien |ya |junto )*en (?:el|la) mism[oa](?: ${REPORT})?(?: tambien| o no| o aparte)*$`,
    `\\b${GOES} (?:\\w+ ){0,2}?(?:en|con|dentro del?) (?:el |la |mi |ese |esa |este |esta |l )?${REPORT}(?: tambien| o no)?$`,
    `\\b(?:la|el|los|las|mi|mis) ${VALUE}(?: (?:del?|de la) \\w+){0,2} (?:ya |si |se |te |les? )*(?:la|lo|los|las) (?:${I_DID}|${DONE}|di|mande|pase)\\b`,
    '\\bdid (?:you|i) (?:put|add|write|include|give you)\\b',
    '\\b(?:is|was|are|were|does|did) (?:the|my|that|it) .*\\b(?:in (?:it|there|the (?:report|case|complaint))|included|written down|mention|include)\\b',
  ].join('|'),
);

/** Is it asked whether one thing stands in it? */
export function asksIfNoted(plain: string): boolean {
  return ASKS.test(plain);
}

/** Asked without a sign: `si quedó lo del bus`, `lo de las ratas quedó`. */
const OUTRIGHT = new RegExp(
  `^(?:(?:y|pero|oye|oiga|entonces|solo|no|yo|le|te|digo|pregunt\\w+|quiero saber|digame|dime|me (?:dice|confirma)|confirmeme) )*si (?:ya |${THING} (?:\\w+ ){1,6}?)?${STANDS}(?: |$)| (?:quedo|quedaron)$|\\b${STANDS} o no(?: ${STANDS})?(?: |$)`,
);

/** Is it asked in words that need no sign? */
export function asksIfNotedOutright(plain: string): boolean {
  return OUTRIGHT.test(plain);
}

/** `¿Quedó El Titán?`, `¿dice Los Andes?`: a thing or a name alone, and nothing that was done to it. */
const NAMED =
  /^(?:(?:y|pero|oiga|entonces|ya|si|al final|ahora|so|and) )*(?:quedo|quedaron|salio|salieron|sale|dice|aparece|puso|pusieron|does it say|did you put) (?!alg[ou]|nad|bien|mal|asi|que |quien)(?!(?:\w+ )*\w{3,}[ai]d[oa]s?\b)(?:\w+ ){0,4}\w{3,}$/;

/** Is it asked whether the name that follows stands there? What else is asked with such words only their case can tell. */
export function asksIfNamed(plain: string): boolean {
  return NAMED.test(plain);
}

/** Words of the question itself. */
const ASKING =
  /^(?:puso|puse|pusi\w+|anot\w+|apunt\w+|agreg\w+|inclu\w+|escri[bt]\w+|registr\w+|mencion\w+|dije|dice|conte|quedo|quedaron|puest\w+|sale\w*|salio|salieron|aparece\w*|entra\w*|oiga|oye|disculpe|entonces|digame|confirm\w+|tambien|perfecto|gracias|bueno|report\w*|mensaje|texto|queja|denuncia|complaint|there|part|about|have|written|mention|put|add|write|did|does|was|were|verdad|cierto|caso|mism[oa]|lleva|trae|pregunta)$/;

/** Is a word one that asks, and not of what is asked about? */
export function isAskingWord(word: string): boolean {
  return ASKING.test(word);
}

/** The words that ask, before what is asked about and behind it. */
const BEFORE =
  /^[\s¿]*(?:(?:y|ok|pero|entonces|oiga|oye|no|digo|solo|so|and)[\s,]+)*(?:(?:quiero saber|(?:yo )?(?:le |te )?pregunt\p{L}+|me (?:dice|confirma)|conf[ií]rmeme|d[ií]game)\s+)?(?:(?:si|s[ií]|ya|le|les|lo|yo)\s+)*(?:no sali[oó]|puso|pusieron|pusiste|anotaste|apuntaste|agregaste|anot[oó]|anotaron|apunt[oó]|apuntaron|agreg[oó]|agregaron|incluy[oó]|incluyeron|escribi[oó]|puse|escrib[ií]|mencion[eé]|anot[eé]|inclu[ií]|dije|cont[eé]|qued[oó]|quedaron|est[aá]n?|sali[oó]|salieron|did you (?:put|add|write|include))(?:\s+(?:puest|anotad|apuntad|incluid|escrit|agregad|registrad|mencionad)[oa]s?)?(?:\s+(?:ah[ií]|ya|tambi[eé]n))*(?:\s+lo (?:que|q) (?:le |les )?(?:cont[eé]|dije|puse|escrib[ií]) (?:de|sobre))?(?:\s+(?:que|q|that)(?=\s))?\s+/iu;
const REPORT_BEFORE =
  /^[\s¿]*(?:(?:y|pero|oiga|oye|entonces)[\s,]+)*(?:el|la|mi|ese|esa) (?:reporte|queja|denuncia|caso) (?:(?:ya|s[ií]|tambi[eé]n) )*(?:dice|lleva|trae|incluye|menciona|cuenta|tiene) (?:(?:ya|tambi[eé]n) )*(?:(?:que|q) )?/iu;
const LEAD = /^[\s¿]*(?:(?:y|ok|pero|entonces|oiga|oye|so|and)[\s,]+)+/iu;
const BEHIND =
  /(?:[\s,.…]+(?:eso|esto|lo))?\s+(?:va|van|entra|entran|aparece|aparecen|queda|qued[oó]|quedaron|est[aá]n?|sale|salen|fue)\s+(?:\p{L}+\s+){0,2}?(?:en|con|dentro del?)\s+(?:\p{L}+\s+)?(?:reporte|queja|denuncia|caso|mensaje|texto|report|complaint|case)(?:\s+(?:tambi[eé]n|o no))?\s*\?+|\s+(?:qued[oó]|quedaron)\s*\?+|(?:[\s,]+(?:o no|verdad|cierto|in it|there|ah[ií]))?\s*\?+/u;

/** What is asked about, as a fact: `lo del niño`, of `¿quedó puesto lo del niño?` */
export function factAsked(text: string): string {
  const fact = text
    .replace(BEHIND, '.')
    .replace(REPORT_BEFORE, '')
    .replace(BEFORE, '')
    .replace(LEAD, '')
    .trim()
    .replace(/[.…\s]+$/, '');
  return fact === '' ? text : fact;
}

/** What the body reads of what they wrote: `qué es lo que lee la policía de lo que puse`. */
const READ_BY = anyOf(
  /\bque (?:es )?(?:lo )?(?:que )?(?:es )?(?:lee|leen|ve|ven|recibe|reciben|le llega|les llega)(?: \w+){0,5} de (?:lo que|mi (?:queja|denuncia|reporte|caso)|todo lo que)\b/,
  /\b(?:que|cual) (?:es lo que |parte |cosas |texto (?:mio )?(?:es el que )?)?(?:exactamente )?(?:va a leer|van a leer|leen|lee|recibe|reciben)(?: (?:ellos|ellas|exactamente|la \w+|el \w+|los \w+|alla|ahi|mio|de mi))*(?: (?!en\b|la\b|el\b)\w+)?$/,
  /\bque texto (?:mio )?(?:ve|ven|tienen?|le llego|le llega|les llego|les llega)\b/,
  /\bwhat (?:exactly )?(?:does|do|did|will) (?:the )?\w+(?: \w+)? (?:read|get to read)(?: exactly| of (?:me|mine|it))?$/,
);

/** Is it asked what the body reads? */
export function asksWhatIsRead(plain: string): boolean {
  return READ_BY.test(plain);
}
