import { anyOf } from './any-of.ts';

/** Names and addresses, and all that says who wrote. */
const MINE =
  '(?:mis? (?:nombre|datos|identidad|cedula|telefono|numero|celular|direccion|cara)|(?:el )?(?:nombre|telefono|numero) mio|my (?:name|number|details|identity|phone))';
const IT_WAS_ME =
  '(?:fui yo|soy yo|quien soy|yo fui|(?:que|q) (?:es |fue |era )?yo|(?:que|q) uno (?:fue|puso)|(?:que|q) (?:yo )?(?:lo|la|los|las|me) (?:denuncie|acuse|reporte|puse|queje)|de mi$|it was me|who i am|about me)';
/** Who reported, said as of anybody: meant of themselves only where nothing else is asked. */
const WHO_DID =
  '(?:(?<!\\ba )quien (?:fue|llam[oe]|pus[oe]|denunci[oe]|report[oe]|avis[oe]|escribi[oe]?|hizo|se quej[oe]|mand[oe]|habl[oe]|(?:lo|la|los|las) (?:pus[oe]|denunci[oe]|acus[oe]|report[oe]))|who (?:called|reported|complained|told|wrote))';
const TELLS =
  '(?:dicen?|dices|diran?|digan?|decir(?:le|les)?|dan|das|daran|dar(?:le|les|an)?|cuent\\w+|contar\\w*|contaron|dieron|dijeron|avis\\w+|inform\\w+|pas(?:an?|aron|ar(?:le|les|an)?)|muestr\\w+|revel\\w+|entreg\\w+|filtr\\w+|compart\\w+|publi[cq]\\w+|sueltan?|tell|tells|give|gives|show|share|reveal)';
const LEARNS =
  '(?:(?:se (?:va|van|vaya|vayan|puede|pueden) a )?enter[ae]\\w*|(?:se )?(?:da|dan|dara|daran|darse|va a dar|van a dar) cuenta|sab(?:e|en|ra|ran|ria|rian)|(?:va|van|pueden?|podrian?|llegan?) (?:a )?(?:saber|ver|leer)|sep(?:a|an)|averigu\\w+|descubr\\w+|reconoc\\w+|ven?|vera|veran|lee|leen|leera|know|knows|find out|learns?|sees?)';

const OF_ME = new RegExp(
  `\\b(?:que |q )?(?:le|les) (?:van|va|vas) a decir a (?:el|ella|ellos|ellas|ese|esa|esos|esas)\\b|\\b(?:${TELLS}|${LEARNS})\\b.{0,40}(?:${MINE}|${IT_WAS_ME})|${MINE}\\b.{0,20}\\b(?:${TELLS}|sale|aparece|queda|le llega|les llega|ve|ven|sabe|saben)\\b`,
);
const OF_SOMEBODY = anyOf(
  new RegExp(`\\b(?:${TELLS}|${LEARNS})\\b.{0,30}${WHO_DID}`),
  /(?<!\buno )\bse (?:(?:va|van|pueden?) a )?enter(?:a|an|ar|ara|aran|arse)\b|\bse (?:da|dan|dara|daran) cuenta (?:si|de que|que)\b|\b(?:find|finds) out\b/,
);

/** How surely it may be about who wrote, of themselves or of somebody: `le dicen mi nombre`, `se enteran quién fue`. Null: it is not. */
export function whoIsTold(plain: string): 'me' | 'somebody' | null {
  if (OWN_DUTY.test(plain)) return null;
  const isWhom = (TO_LEARN.test(plain) || REACHES.test(plain)) && whomNamed(plain) !== null;
  if (OF_ME.test(plain) || isWhom || ONE_LEARNS.test(plain) || GETS_COPY.test(plain)) return 'me';
  const isOfWhom = (TELLS_WHOM.test(plain) || SEES_IT.test(plain)) && whomNamed(plain) !== null;
  const isOf = OF_SOMEBODY.test(plain) || isOfWhom;
  return isOf && !HOW_THEY.test(plain) ? 'somebody' : null;
}

/** `¿Tengo que dar mi nombre?` asks what they must tell themselves. */
const OWN_DUTY =
  /\b(?:tengo que|tenemos que|hay que|debo|necesito|me (?:van a )?(?:piden?|pedir)|(?:do|must|should|can|may) i|need to|have to)\b/;

/** `¿Le van a decir a mi hermano?` */
const TELLS_WHOM = new RegExp(`\\b(?:le|les|you|they) (?:va |van |vas )?(?:a )?${TELLS}\\b`);
/** `¿Eso lo ve mi patrona?` */
const SEES_IT =
  /\b(?:esto|eso|lo que (?:puse|escribi|puso|pongo|escribo)) (?:lo |la )?(?:ve|ven|lee|leen|vera|veran|va a ver|van a ver|va a leer|puede ver)\b(?! (?:alguien|una persona)\b)/;
/** `¿Eso le llega a mi patrón?` */
const REACHES =
  /\b(?:esto|eso|(?:la|esta|mi) (?:queja|denuncia)|(?:el|este|mi) (?:reporte|caso|mensaje)|lo que (?:puse|escribi|pongo|escribo)) (?:no )?(?:le|les) (?:va a )?lleg(?:a|ara|aria|ar|an)\b|\b(?:does|will) (?:this|it|that) (?:go|get) to\b|\b(?:does|do|will|can) (?:\w+ ){1,3}(?:see|read|get|learn of|hear of) (?:this|it|that)\b/;
/** What only somebody beside the desk may come to do: `mi marido se da cuenta si pongo esto`. */
const TO_LEARN =
  /\bse (?:(?:va|van) a )?(?:enter(?:a|an|ar|ara|aran)|(?:da|dan|dar|dara|daran) cuenta)\b(?! (?:de )?(?:como|cuando|cuanto)\b)|\b(?:va|van) a (?:saber(?:lo)?|enterarse)(?: (?:de )?(?:esto|eso|mi|algo|nada|la queja|la denuncia|el reporte))*(?: o no| verdad)?$/;
/** `Will the teacher know?` */
const ONE_LEARNS =
  /^(?:(?:and|but|so) )*(?:will|does|can|is) (?:he|she|they|the (?:teacher|boss|owner|neighbou?r|landlord|landlady|director|principal|driver|doctor)|my (?:boss|landlord|landlady|neighbou?r|husband|wife|ex)) (?:(?:be|get|going to|ever) )*(?:know|find out|told|learn)(?: (?:about|of|it|this|me|that it was me))*$/;

/** `¿Le mandan copia a alguien?`, `¿a mi jefe le llega copia?` */
const GETS_COPY =
  /(?<!\b(?:me|nos) )\b(?:mandan?|envian?|dan|pasan|sacan|llega|send|sends|give|gives|get|gets) (?:una |alguna |a )?(?:copia|copy)\b/;

/** `¿Cómo se enteran ustedes de que pasó el camión?` */
const HOW_THEY = /\b(?:como|cuando|donde) (?:se|me|nos) (?:va a |van a )?enter|\bme enter/;

/** Who may not be told: a person or a firm beside the body, as they are called here. */
const WHOM =
  /(?<![\p{L}])(?:la|el|los|las|mi|mis|al)\s+(?:vecin\p{L}+|jef\p{L}+|patr[oó]n\p{L}*|due[nñ]\p{L}+|director\p{L}*|maestr\p{L}+|profesor\p{L}*|marido|espos\p{L}+|ex|famili\p{L}+|mam[aá]|pap[aá]|herman\p{L}+|ti[oa]s?|f[aá]brica|empresa|compa[nñ][ií]a|chofer\p{L}*|conductor\p{L}*|encargad\p{L}+|supervisor\p{L}*|administrador\p{L}*|caser[oa]|arrendador\p{L}*|inquilin\p{L}+|chin[oa]s?|pastor\p{L}*|doctor\p{L}*|enfermer\p{L}+|m[eé]dic[oa]s?)(?![\p{L}])|(?<![\p{L}])(?:(?:la )?migraci[oó]n|immigration)(?![\p{L}])/giu;

/** Who of those that are named might be told, as it reads behind `a`: `la fábrica`, `su jefe`; null: nobody is named. */
export function whomNamed(asked: string): string | null {
  const [named] = [...asked.matchAll(WHOM)].map(([words]) => words.toLowerCase().replace(/\s+/g, ' '));
  if (named === undefined) return null;
  const told = named.replace(/^mi(s?) /, 'su$1 ').replace(/^al /, 'el ');
  return told
    .replace(/^(?:la )?migraci[oó]n$|^immigration$/, 'Migración')
    .replace(/fabrica|compa[nñ]ia|medic|mama|papa|due[nñ]/, plain => SPELT[plain] ?? plain);
}

/** As they are spelt, whatever was left out in haste. */
const SPELT: Record<string, string> = {
  fabrica: 'fábrica',
  compania: 'compañía',
  compañia: 'compañía',
  medic: 'médic',
  mama: 'mamá',
  papa: 'papá',
  duen: 'dueñ',
};

const KEEPS =
  '(?:guard\\w+|almacen\\w+|conserv\\w+|grab(?:an?|ado|aron)|tiene[ns]?|tenian?|sacaron|sacaste|consigui\\w+|saben?|keep|store|have|got|know)';
const OF_REACH =
  '(?:mis? (?:telefono|numero|celular|cel|correo|cedula|datos|informacion|direccion)|(?:el )?(?:telefono|numero|celular) mio|datos mios|my (?:phone(?: number)?|number|data|details|address|e ?mail))';
const OTHER_NUMBER =
  /\b(?:numero|number) (?:de |del |of )?(?:mi |la |el |the |my )?(?:caso|queja|denuncia|reporte|reclamo|medidor|cuenta|contrato|factura|cliente|finca|placa|case|complaint|account)\b/;
/** `¿Qué guardan de mí?`, `mi teléfono lo tienen o no`. */
const KEPT = anyOf(
  new RegExp(
    `\\b${KEEPS}\\b.{0,16}\\b${OF_REACH}\\b|\\b${OF_REACH}\\b(?: (?:ya|lo|la|los|las|si|no|aqui|ahi|ustedes|usted|you|do))* ${KEEPS}\\b`,
  ),
  /\b(?:que|q|what)\b.{0,12}\b(?:guard\w+|almacen\w+|tienen|saben|keep|store|have|know)\b.{0,24}\b(?:de mi|mio|mia|sobre mi|about me|on me)\b/,
  /\b(?:que|q) (?:es lo que )?(?:me )?guardan\b(?: (?:ustedes|usted|aqui|ahi|de uno))*$/,
  /^(?:(?:y|pero|oiga|and|but) )*(?:(?:para )?que|what)(?: \w+){0,2} (?:hacen|van a hacer|haran|pasa|happens|do)(?: \w+){0,2} (?:con|to|with) (?:mis datos|mi (?:informacion|numero|telefono)|my (?:data|details|number|information))$/,
  /\bwhat (?:data|details|information) (?:do|does) (?:you|311) (?:keep|have|store)\b|\bque (?:datos|informacion) (?:mi[oa]s? )?(?:tienen|guardan)\b|\b(?:numero|nombre|telefono|datos) me (?:tienen|guardan|registraron)\b/,
);
/** Somebody else has it: `la compañía tiene mi número`. */
const BY_OTHERS =
  /\b(?:(?:la|el|los|las|esa|ese|un|una) (?:compañia|empresa|banco|policia|jefe|vecin\w+|tipo|señor\w*|gente|migracion|caja|estafador\w*|entidad|alcaldia)|the (?:company|police|bank|body))\b/;

/** Is it asked what this desk keeps of who writes, or whether it has their telephone? */
export function asksWhatIsKept(plain: string): boolean {
  return KEPT.test(plain) && !OTHER_NUMBER.test(plain) && !BY_OTHERS.test(plain);
}

const THING =
  '(?:fot(?:o|os|ico|icos)|imagen(?:es)?|videos?|audios?|notas? de voz|mensajes? de voz|voice notes?|grabacion(?:es)?|pdf|documentos?|papel(?:es|ito)?|recibos?|facturas?|comprobantes?|talonarios?|decretos?|cartas?|pruebas?|evidencias?|capturas?|pantallazos?|contratos?|volantes?|constancias?|certificados?|archivos?|resoluci\\w+|boletas?|chats|fichas?|recetas?|pictures?|photos?|proof|screenshots?|papers?|documents?|files?|receipts?)';
const SENDS_IT =
  '(?:(?:se |te |le |les )?(?:la|lo|las|los) (?:mando|envio|paso|subo|adjunto|pongo|anexo|hago llegar|puedo (?:mandar|enviar|pasar|subir))|(?:mando|envio|paso|subo|adjunto|anexo|hago llegar)|(?:puedo|podria|podemos|se puede|como|donde|quiero|quisiera|can i|could i|may i|how (?:do|can) i|where (?:do|can) i)(?: \\w+){0,3}? (?:mandar|enviar|pasar|subir|adjuntar|anexar|hacer\\w* llegar|send|upload|attach|share)\\w*|(?:mandar|enviar|pasar|subir|adjuntar)(?:le|les)?(?:la|lo|las|los))';
const HERE =
  '(?:por )?(?:aqui|aca|este (?:chat|medio|numero|whatsapp)|(?:el|this) chat|here|al (?:reporte|caso)|(?:a|con) (?:la|el|mi) (?:queja|denuncia|reporte|caso))';
const FILE = new RegExp(`\\b${THING}\\b`);
const SENT = new RegExp(`\\b${SENDS_IT}\\b`);
const SENT_HERE = new RegExp(`\\b${SENDS_IT}(?: \\w+){0,5}? ${HERE}\\b|\\b${HERE}\\b.*\\b${SENDS_IT}\\b`);
/** `Tengo el talonario`: what is spoken of before it is asked whether it may be sent. */
const HAS =
  /\b(?:tengo|tenemos|guarde|saque|tome|me dieron|i have|i took) (?:\w+ )?(?:el|la|los|las|un|una|unos|unas|the|a)\b/;

/** Is it asked, in one sentence of a text, whether a photo or a paper may be sent, and to this chat by its words? */
export function asksToSend(asked: string, whole: string): 'here' | 'somewhere' | null {
  if (!SENT.test(asked) || !(FILE.test(whole) || HAS.test(whole))) return null;
  if (SENT_HERE.test(asked)) return 'here';
  return FILE.test(asked) || HAS.test(whole) ? 'somewhere' : null;
}

/** Is it a recording of their voice that is spoken of? */
export function speaksOfVoice(plain: string): boolean {
  return /\b(?:audios?|(?:notas?|mensajes?) de voz|voice (?:notes?|messages?))\b/.test(plain);
}

/** `¿Me avisan por aquí?`, `la respuesta me llega por acá`. */
const TOLD_HERE = new RegExp(
  [
    `(?<!\\bno )\\b(?:me|nos) (?:van? a )?(?:avis\\w+|escrib\\w+|contest\\w+|respond\\w+|notific\\w+|inform\\w+|lleg\\w+|mandan)(?: \\w+){0,4} (?:por |en )?(?:aqui|aca|este (?:mismo )?(?:chat|medio|numero|whatsapp))\\b`,
    '(?<!\\bno )\\b(?:me|nos) lleg(?:a|ara|an|aria)(?: a (?:mi|nosotros))?(?: \\w+)? (?:la |una |alguna )?(?:respuesta|noticia|contestacion|aviso)\\b',
    '\\b(?:respuesta|contestacion)(?: \\w+){0,2} (?:me|nos) (?:va a )?lleg\\w+\\b',
    '^(?:y |pero |oiga |entonces )*(?:donde|como|por donde) (?:me|nos) (?:va a |van a )?(?:lleg\\w+|mandan|dan|contest\\w+|respond\\w+|avis\\w+)(?: \\w+){0,2}$',
    '\\b(?:aqui|aca|por este (?:mismo )?(?:chat|medio)) (?:mismo )?(?:es que )?(?:me|nos) (?:avis|contest|respond|escrib|lleg)\\w+',
    '\\b(?:will|do) (?:you|they) (?:tell|write|answer|notify|text|let)(?: \\w+){0,4} (?:here|in this chat)\\b',
  ].join('|'),
);

/** Is it asked whether news or the answer comes here? */
export function asksIfToldHere(plain: string): boolean {
  return TOLD_HERE.test(plain);
}
