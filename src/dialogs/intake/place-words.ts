const BEFORE =
  '(?:(?:no|nop|as[ií] no|as[ií]|perd[oó]n|disculpe|oiga|mire|ay|uy|me equivoqu[eé]|corrijo|es que|pero|sorry)[\\s,.;:]+)*';
const IS = "(?:es|era|fue|queda|est[aá]|is|it['’]?s|was)";
const AT = '(?:en|de|por|in|at|el de|la de)';
/** Where it is not, before the place where it is: `no es en La Chorrera, es en Capira`. */
const NOT_THERE = new RegExp(
  `^${BEFORE}(?:no (?:${IS} (?:${AT} )?|${AT} )|it['’]?s not (?:in |at )?)[^,.;]+?(?:[,.;]\\s*|\\s+(?=(?:sino|${IS}) ))(?:sino\\s+|pero\\s+|but\\s+)?(?=\\S)`,
  'iu',
);
/** The same behind it: `es en Tocumen, no en Las Mañanitas`, `el de Natá, no el de Panamá`. */
const NOR_THERE =
  /[\s,.;]+(?:y |e |and )?(?:no|not)\s+(?:(?:es|era|fue|queda|est[aá]) )?(?:(?:(?:en|de|por|al|in|at)|(?:el|la|los|las)(?: (?:de|del))?|the one in)\s+|(?=\p{Lu}))[^,.;]+$/u;
/** And before it: `Vista Alegre no, Vacamonte`. */
const THAT_NOT =
  /^(?!(?:no|nop)\b)(?:[\p{L}\d]+ ){0,3}[\p{L}\d]+,? no[,.;]\s*(?:sino |es |en |es en )?(?=\p{L})/iu;
/** A name, and which of those that bear it: `mi San Felipe es el de Natá`. */
const WHICH = new RegExp(
  `^${BEFORE}(?:es |era |hablo de |me refiero a )?(?:mi |nuestr[oa] |el |la |al )?((?:[\\p{L}\\d]+ ){0,3}[\\p{L}\\d]+) (?:es|era|queda|est[aá]) (?:el|la|los|las) (?:de|del|que (?:queda|est[aá]) en)\\s+(?=\\S)`,
  'iu',
);
const NO_NAME =
  /\bque$|^(?:(?:el|la|mi) )?(?:lugar|direcci[oó]n|ubicaci[oó]n|barrio|sector|calle|casa|problema|asunto|eso|esto|todo|no|si|s[ií])$/iu;

/** What a correction says of where it is, without where it is not: `es en Las Cumbres`; other words stay as they are. */
export function asserted(text: string): string {
  const which = whichOf(text);
  return which === null ? withoutDenials(text) : `${which.name}, ${which.area}`;
}

/** The name and the area of `mi San Felipe es el de Natá`; null: it is not put so. */
export function whichOf(text: string): { name: string; area: string } | null {
  const rest = withoutDenials(text);
  const which = WHICH.exec(rest);
  const name = which?.[1];
  if (which === null || name === undefined || NO_NAME.test(name)) return null;
  return { name, area: rest.slice(which[0].length) };
}

function withoutDenials(text: string): string {
  return text.trim().replace(NOT_THERE, '').replace(THAT_NOT, '').replace(NOR_THERE, '');
}

/** Does a text take back one place for another: `no es en Pacora, es en Chepo`, `cambie el lugar a Chepo`? */
export function putsRight(text: string): boolean {
  return asserted(text) !== text.trim() || (BIDS[0]?.test(text.trim()) ?? false);
}

const WHERE =
  '(?:el |la |mi |the |my )?(?:lugar|direcci[oó]n|ubicaci[oó]n|sitio|barrio|place|address|location)';
/** Words that tell the desk what to change or to write, before what it shall write: `póngale en la entrada`. */
const BIDS = [
  new RegExp(
    `^(?:por favor |porfa |please )?(?:cambi|corrij|corrig|modifi|actuali|arregl|change|fix|correct)[\\p{L}]*\\s+(?:${WHERE}(?::|\\s+(?:a|al|por|para|en|to))|(?:a|al|por|para|en|to))\\s+`,
    'iu',
  ),
  new RegExp(
    '^(?:por favor |porfa |please )?(?:p[oó]ng[\\p{L}]+|pon(?:le|lo|la)?|an[oó]t[\\p{L}]+|escr[ií]b[\\p{L}]+|agr[eé]g[\\p{L}]+|a[ñn][aá]d[\\p{L}]+|que (?:diga|ponga)|put|write)\\s+' +
      `(?:que\\s+)?(?:${WHERE}\\s+)?(?:es\\s+)?(?=\\S)`,
    'iu',
  ),
  /^(?:el|la|los|las|mi|un|una|unos|unas) (?:[\p{L}]+ ){1,3}se llama\s+/iu,
  /^(?:(?:y|que|pero) )?(?:(?:eso|esto|ella|[eé]l) )?(?:queda|quedan|est[aá] (?:ubicad[oa]|situad[oa])|se ubica|ubicad[oa])\s+(?:en |por )?(?=\S)/iu,
  /^(?:que (?:es |queda |est[aá] )?(?=(?:en|la|el|por|frente|detr[aá]s|calle|casa)\b))/iu,
  /^(?:casa|apartamento|apto|negocio|trabajo|local) en (?=\p{Lu})/u,
];
/** What is told there begins, and no name of a place goes on so. */
const TELLS =
  /[\s,.]+(?:(?:y |e )?no (?:se demor\p{L}+|me|pasa|pasan|hay|sirve|llega|llegan|viene|vienen|recogen|funciona|prende|atienden|eres|es muy|tenemos|tengo|se|me|nos)|pero|porque|lo que|(?:y|que) (?:nadie|nunca|siempre)|llevamos|llevo|desde hace|hace (?:\d+|un[ao]?s?|dos|tres|varios|muchos|tiempo)|(?:ya )?(?:te|le|les) (?:dije|digo|repito)(?=[,.;]|$)|me llamo|mi nombre es|mi (?:c[eé]dula|tel[eé]fono|celular|correo)|soy |por favor|porfa|gracias|apur\p{L}+|es urgente|quiero|queremos|necesito|ustedes|my name is|please|thanks|i want|but|because)(?![\p{L}\d]).*$/isu;
/** A number to call or of a person: nothing of where. */
const OF_PERSON = /[\s,]*(?<!\d)(?:\d{1,2}-\d{2,4}-\d{2,6}|\d{3,4}-\d{4}|\d{7,8})(?!\d)/g;

/** Words of a place alone: what bids, tells, complains or names the writer is left out; never all of it. */
export function placeAlone(words: string): string {
  const cut = words.replace(TELLS, '').replace(OF_PERSON, '');
  const clauses = cut
    .split(/\s*[,;]\s*|\s+y (?=(?:queda|está|esta) )/u)
    .map(clause => withoutBids(clause.trim()));
  const rest = clauses.filter(clause => clause !== '').join(', ');
  return /[\p{L}\d]{2}/u.test(rest) ? rest.replace(/[\s,;:.-]+$/u, '') : words;
}

function withoutBids(clause: string): string {
  return BIDS.reduce((rest, bid) => rest.replace(bid, ''), clause);
}
