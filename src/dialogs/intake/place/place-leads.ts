import { rememberingLately } from '../../../catalogue/remembering.ts';
import { clauses } from '../../words/clauses.ts';
import { QUARTERS } from './kinds-of-place.ts';

/** What it is beside follows: `frente al parque`, `llegando a Guadalupe`. */
export const BESIDES =
  'al lado|al frente|al fondo|del lado|corner of|a un lado|a la (?:altura|entrada|salida|orilla)|a (?:unos|una|dos|tres|media|\\d+)|cerca|cerquita|frente|enfrente|en frente|detr[aá]s|atr[aá]s|diagonal|entre|donde|sobre|debajo|bajo|junto|llegando|saliendo|entrando|subiendo|bajando|pasando|yendo|antes|despu[eé]s|esquina|por (?:el|la|los|las)|in front|near|by|behind|between|next to|across|under';
/** A place follows: `en Chepo`, `frente al parque`. */
export const AT = `(?:en|de|del|por|al|a|in|at|on|${BESIDES})`;
/** Where the matter is, or they are. */
const BEING =
  "(?:es|era|fue|son|eran|ser[ií]a|est[aá]n?|estoy|estamos|estaba|queda|quedan|quedamos|qued[oó]|pasa|pas[oó]|ocurri[oó]|sucedi[oó]|vivo|vivimos|viven?|is|are|was|it is|is it|it[’']?s)";
/** The words for a place as such. */
const WHERE =
  '(?:(?:el|la|mi|the|my) )?(?:lugar|direcci[oó]n|ubicaci[oó]n|sitio|place|address|location)(?: correct[oa])?';
/** Kinds of places that stand before their name. */
const KINDS = `barrio|${QUARTERS}|pueblo|calle|avenida|casa|edificio|apartamento|torre|lote|manzana|escuela|colegio|neighbou?rhood|street|building|house`;

/** Calls, sighs and manners, which say nothing wherever they stand. */
const CALLS = [
  'j[aeij]{3,}|ya era hora|s[ií]+|ok(?:ay)?|yes|yeah|bueno|ah+|ay+|uy+|uf+|eh+|oh|pues|mire|mira|oiga|oye|vea|hola|hello|hi|ya',
  'buen[oa]s (?:d[ií]as|tardes|noches)|buenos(?! aires)|buenas|buen[oa](?=\\s*(?:[.,:;!]|$))|perd[oó]n(?:e|eme)?|disculp[ae](?:me)?|sorry|wait|please|thanks|thank you',
  '[1-9](?=\\s+esp[eé]r)|esp[eé]r(?:a|e|ate|ame|ese|eme|en|enme)|p[eé]r[ae](?:te|se)|(?:un )?momento|corrijo|correcci[oó]n|me equivoqu[eé](?: de (?:lugar|barrio|calle|direcci[oó]n|sitio|pueblo))?|(?:quise|quiero) decir|i meant?',
  'mejor(?: dicho)?|digo|as[ií] no|as[ií]|(?:lo que pasa )?es que|o sea|la verdad(?: es)?(?: que)?|creo que|pero|but|actually',
  '(?:ya )?(?:(?:es )?donde )?(?:(?:te|le|les|se lo|lo) )?(?:lo )?(?:dije|digo(?= que)|he dicho|repito)(?: que)?|(?:ay )?dios m[ií]o|por dios|por favor|porfa|gracias|sir|señor(?:a|es|ita)?|amig[oa]|joven',
  'y|e|and|que|tambi[eé]n|also|s[oó]lo|solamente|only|justo|exactamente|ning[uú]n[oa](?: de (?:es[ao]s|ell[ao]s|las dos|los dos))?|none(?: of (?:them|those|these))?',
].join('|');
const CALL = new RegExp(
  `^(?:(?:${CALLS})(?=[\\s.:,;!]|$)|n+o+p?(?=[.,;!]|\\s*$|\\s+(?:n+o+p?|${CALLS})(?=[\\s,;!]|$)))[\\s.:,;!]*`,
  'iu',
);

/** `cambie el lugar a`: what the desk shall change. */
const CHANGES = new RegExp(
  `^(?:cambi|corrij|corrig|modifi|actuali|arregl|change|fix|correct)\\p{L}*\\s+(?:${WHERE}(?::|\\s+(?:a|al|por|para|en|to)\\s|\\s*$)|(?:a|al|por|para|en|to)\\s)\\s*`,
  'iu',
);

/** What may stand before a place and is no part of it, in any order and number. */
const LEADS: readonly RegExp[] = [
  CALL,
  new RegExp(
    `^(?:(?:por )?(?:aqu[ií]|ac[aá]|all[aáií]|ah[ií])|here|there)(?: mism(?:it)?o)? (?=${AT} )`,
    'iu',
  ),
  // `vivo en`, `es en`, `la niña está en`, `pasó lo mismo en`.
  new RegExp(
    `^(?:(?:es[eoa]|est[eoa]|ella|[eé]l|ellos|todo|yo|nosotros|aqu[ií]|all[aá]|it|that|this|i|we|mi (?:mam[aá]|pap[aá])|(?:el|la|los|las|mis?|un|una|es[ea]|est[ea]|the|my) (?!(?:reporte|queja|denuncia|caso|asunto|reclamo|multa) (?:es|era|fue) (?:por|de|del|al?) )\\p{L}+(?: de \\p{L}+)?) )?${BEING} (?:(?:lo mismo|igual|otra vez|ubicad[oa]s?|situad[oa]s?) )?(?=(?:${AT}|(?:por )?(?:aqu[ií]|ac[aá]|all[aá]|ah[ií])) )`,
    'iu',
  ),
  // `el problema es en Pacora`, `la falla está en`.
  /^(?:el|la|the) (?:problema|asunto|falla|daño|fuga|hueco|lío|caso|problem|leak|hole)(?: (?:real|verdadero))? (?:es|son|est[aá]|queda|fue|is)\s+(?=\S)/iu,
  // `eso fue el 3 de octubre en`, `pasó ayer en`.
  new RegExp(
    `^(?:(?:eso|esto|it|that) )?(?:${BEING} )?(?:(?:el )?(?:d[ií]a )?\\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)(?: de[l]? \\d{4})?|ayer|anoche|anteayer|hoy|(?:el )?(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)(?: pasado)?|yesterday|last night)(?: por la (?:mañana|tarde|noche))? (?=${AT} )`,
    'iu',
  ),
  /^(?:es|era|fue|son|eran|ser[ií]a|queda|quedan|is|it is|it['’]?s)\s+(?:(?:el|la) (?=(?:El|La|Los|Las) ))?/iu,
  /^(?:est[aá]n?|vivo|vivimos|viven?|(?:trabaj|labor)[\p{L}]+|estudio|i (?:live|work)|we live|ubicad[oa]s?|se ubica)\s+(?=(?:en|por|in|at|near|frente|al|cerca|detr[aá]s|atr[aá]s) )/iu,
  /^(?:soy|somos)(?: (?:vecin|resident|morador)\p{L}+)? (?:de|en) (?=\S)/iu,
  new RegExp(
    `^(?:(?:es|en) )?${WHERE}(?: s[oó]lo| nada m[aá]s)?\\s*(?:es |era |ser[ií]a |deber[ií]a ser |debe ser |tiene que ser |is |was |should be |must be |has to be |:|-\\s)[\\s:]*`,
    'iu',
  ),
  CHANGES,
  new RegExp(
    `^(?:p[oó]ng\\p{L}+|pon(?:le|lo|la)?|an[oó]t\\p{L}+|escr[ií]b\\p{L}+|agr[eé]g\\p{L}+|a[ñn][aá]d\\p{L}+|(?:diga|ponga)|(?:tiene|debe) (?:que|q) (?:decir|salir)|put|write|add)\\s+(?:(?:como|as) )?(?:que )?(?:${WHERE}(?: (?:es|is))?\\s*)?(?=\\S)`,
    'iu',
  ),
  /^(?:mi )?(?:calle|casa|barriada|apartamento|apto|negocio|trabajo|local) en (?=\p{L})/iu,
];
/** `La calle es de tierra`: what it is like. */
const LIKE =
  '(?:de (?:tierra|piedra|lodo|asfalto|concreto|cemento|material|grava|dos|un|una)|muy|bien|poco|demasiado|peligros[oa]|oscur[oa]|estrech[oa]|angost[oa]|ancha|priva(?:da|do)|p[uú]blic[oa]|nuev[oa]|viej[oa](?=\\s*(?:[,.;]|$))|mal[oa]|dirt|gravel|narrow|dark|very)(?!\\p{L})';
const EACH_KIND = new RegExp(
  `(?<!\\p{L})(?:el|la|los|las|mi|the|my) (${KINDS}) (?:es|era|is|se llama) (?:(?:el|la|los|las|the) (?=\\d))?(?=[\\p{L}\\d])(?!(?:la|el) (?:de|del|que)(?!\\p{L})|${LIKE})`,
  'giu',
);
/** `El hotel se llama Playa Tortuga`, `la tienda q se llama El Ahorro`: a house of trade, by its name. */
const CALLED =
  /(?<=(?:^|[\s,.;])(?:el|la|un|una|al|del|the|a|mi|my) )(hotel|hostal|tienda|almac[eé]n|negocio|restaurante|fonda|bar|farmacia|s[uú]per|supermercado|minis[uú]per|muebler[ií]a|ferreter[ií]a|taller|empresa|finca|residencial|escuela|colegio|edificio|ph|store|shop|restaurant|school|company) (?:(?:que |q |which |that )?(?:se llama|is called|is named)|llamad[oa]|called|named) (?=[\p{L}\d])/giu;

/** Where it is stands in so many characters of a message, or nowhere. */
const MOST_READ = 1200;

/** The part of a text that is read for a place, with single spaces. */
export function readable(text: string): string {
  return text
    .slice(0, MOST_READ)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Words without what only leads to the place in them: `me equivoqué, es en Chepo` is `en Chepo`. */
export const withoutLeads = rememberingLately((words: string): string => {
  const shorter = kindsNamed(LEADS.reduce((rest, lead) => rest.replace(lead, ''), readable(words)));
  return shorter === words ? words : withoutLeads(shorter);
});

/** `Calle La Gloria`, of `la calle es La Gloria`: the kind stays before the name, wherever that is said. */
export function kindsNamed(text: string): string {
  return text.replace(CALLED, '$1 ').replace(EACH_KIND, '$1 ');
}

/** Does it say what the barrio, the street or the house is or is called? */
export function isCalledByKind(text: string): boolean {
  return kindsNamed(text) !== text;
}

/** Does a text bid to change the place, or to write another: `cambie el lugar a Chepo`? */
export function bidsPlace(text: string): boolean {
  return clauses(text).some(part =>
    CHANGES.test(part.trim().replace(/^(?:por favor|porfa|please)\s+/iu, '')),
  );
}
