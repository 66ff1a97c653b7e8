import { inLanguage } from '../language.ts';
import { toPerson } from '../person/person.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

const CHARGES = new RegExp(
  [
    '^(hola |buenas |oiga |pero |y |disculpe )*(cuanto|que|algo) (me )?(cobran?|cuesta|vale|sale)( (ustedes|usted|por (esto|eso|el servicio|este servicio|ayudar\\w*)|(esto|este servicio|este chat|poner (una|la) (queja|denuncia)|hacer (una|la) (queja|denuncia)|reportar)))+( a ustedes)?$',
    '^(hola |buenas |oiga |pero |y |disculpe )*((esto|este servicio|el servicio|el 311|poner (una|la) (queja|denuncia)) )?(es|sera|seria) (gratis|gratuito|sin costo|de pago)( (esto|este servicio|el servicio|verdad|o (no|cobran|hay que pagar)))*$',
    '^(hola |buenas |oiga |pero |y |disculpe )*(ustedes |esto |me )*(cobran|tiene (algun )?costo|tengo que pagar|hay que pagar)( (algo|ustedes|por (esto|eso|el servicio|poner (una|la) queja)|esto))*$',
    '^(hola |buenas |oiga |pero |y |disculpe |no |pregunto |que |si )*(ustedes )?(los del 311 )?(le |les |me |nos )?(cobran?)( por (esto|poner (una|la) queja|(una|la) queja|reportar|hacer (una|la) (queja|denuncia)))?( o (es |no )?(gratis|cobran?|no))?$',
    '^(hi |hello |so )?(is (this|it) free|do (you|i|we) (charge|(have to |need to )?pay)|will (i|we) (have to )?pay|how much do you charge|does (this|it) cost( anything| money)?)( .{0,20})?$',
  ].join('|'),
);

const COSTS_IT =
  /^(?:(?:hola|oiga|disculpe|pero|y|una pregunta|joven|and|but) )*(?:(?:cuanto|que|how much) (?:me |le |se |es que |va a |does it |is it )*(?:cuesta|costar|vale|sale|cobran?|cobrar|paga|pago|cost)?|(?:tiene|hay) (?:algun )?costo|cual es el costo)(?: (?:eso|esto|todo esto|la queja|el reporte|por favor))*$/;

/** Whether the desk itself costs something: it does not. What is open is asked again behind it. */
export const costsNothing: Topic = scene => {
  const { burst, state } = scene;
  // After a procedure it is that which costs something, or nothing.
  if (scene.informed !== null || burst.choice !== null || burst.files.length > 0) return null;
  // `¿Esto tiene algún costo? Es que quiero poner una queja`
  const asked = [burst.text, ...sentences(burst.text).filter(sentence => sentence.includes('?'))];
  // `¿Cuánto cuesta?`, while a report is being taken down, asks of that.
  const isOfReport = state.draft !== null && COSTS_IT.test(plainWords(burst.text));
  if (!isOfReport && !asked.some(text => CHARGES.test(plainWords(text)))) return null;
  const isFree = state.awaits === null;
  return { state, replies: [replyOf(say(scene, 'free_of_charge'), isFree ? { asks: 'description' } : {})] };
};

const LED =
  '(hola |buenas |buenos dias |buenas tardes |oiga |y |disculpe |una pregunta |(quiero|quisiera|queria|para) (saber|preguntar) si )*';
const WHEN =
  '(los |en |de |a |el |dias? |por |las |todos |tambien |hoy |mañana |mensajes |quejas |aqui )*(feriad\\w+|domingos?|sabados?|fin(es)? de semana|de noche|noches?|24 horas|toda hora|siempre)( (tambien|o no|verdad|aqui))*';
const OPEN = new RegExp(
  [
    `^${LED}(el 311|ustedes|uds|este chat|aqui|ahi)( (si|tambien))? (atiende|atienden|trabaja|trabajan|responde|responden|contesta|contestan) ${WHEN}$`,
    `^${LED}(el 311|ustedes|uds|este chat)( (si|tambien))? (funciona|funcionan|esta abierto|estan abiertos|estan) ${WHEN}$`,
    '^(hola |buenas |oiga |y |disculpe )*(a que hora|que horario|cuando) (atiende|atienden|abren|trabajan|tienen|responden)( (el 311|ustedes|aqui|en el 311|en este chat))$',
    '\\b(is|are) (311|you|this chat) open\\b|^when are you open|^((hi|hello|and|so|please) )*(what are your (opening |working )?hours|what time do you (open|close)|what hours are you open|are you open (now|today|on \\w+|24 hours))( please)?$',
    `^${LED}(cual es|que es|cuales son) (su|el|sus|los) horarios?( de (atencion|ustedes|el 311|este chat|aqui))*$`,
  ].join('|'),
);

/** `¿A qué hora atienden?`, `horario de la atención`, with nobody else spoken of before. */
const HOURS = new RegExp(
  `^${LED}(?:(?:cual|que) (?:es |tienen? )?(?:el |su )?|el |su |me da el )?(?:horarios?(?: (?:de|la|atencion|servicio|trabajo|ustedes|uds|del|311|aqui|este|chat|tienen|atienden|trabajan))*|(?:(?:a|hasta|desde) )?(?:que )?(?:horas?|dias?) (?:es que |me )?(?:atienden?|abren?|cierran?|trabajan?|contestan?|responden?)(?: (?:ustedes|uds|aqui|el 311|hoy|este chat|por favor))*|what are your (?:opening )?hours|what time do you (?:open|close))$`,
);

/** When the desk itself is open: always; when a person answers, the word for one tells. */
export const alwaysOpen: Topic = scene => {
  const { burst, state } = scene;
  const isFirst = scene.informed === null && scene.procedure === null && scene.facts.cases.length === 0;
  const isIt =
    sentences(burst.text).some(part => OPEN.test(plainWords(part))) ||
    (isFirst && HOURS.test(plainWords(burst.text)));
  if (burst.choice !== null || burst.files.length > 0 || state.draft !== null || !isIt) return null;
  if (scene.facts.reading.places.length > 0) return null;
  return {
    state,
    replies: [replyOf(say(scene, 'always_open'), state.awaits === null ? { asks: 'description' } : {})],
  };
};

const RECORDED = anyOf(
  /\b(esto|este chat|el chat|esta conversacion|lo que (escribo|digo|cuento)|mis mensajes|aqui) (se )?(queda|quedan|graba|guarda|guardan|borra)\w*( (grabad|guardad|registrad)\w+)?\b/,
  /\b(queda|quedan) (grabad|guardad|registrad)\w+( (esto|este chat|aqui|la conversacion))?/,
  /\b(como|puedo) borr\w+ (este|el|esta|la) (chat|conversacion)/,
  /\bwho (reads|sees) (this|my messages)|\bis this (chat )?(recorded|saved|stored)/,
);

/** Whether what they write stays somewhere: here, and on their own telephone, where others may look. */
export const isRecorded: Topic = scene => {
  const { burst, state } = scene;
  const asks = burst.text.includes('?') && RECORDED.test(plainWords(burst.text));
  return asks && burst.choice === null ? { state, replies: [replyOf(say(scene, 'is_recorded'))] } : null;
};

/** Usual words of languages that are written to the desk and that it does not speak; none is a word of Spanish or English. */
const FOREIGN: readonly ReadonlySet<string>[] = [
  'nao voce voces obrigado obrigada tem minha meu sim oi ola bom boa estou preciso tenho em moro rua ajuda meus minhas agora isso sem muito fala falo portugues alguem',
  'bonjour bonsoir je ne pas vous nous merci eau mon chez suis dans avec parle parlez francais plait pour une depuis maison rue toujours',
  'bonjou mwen pa gen dlo tanpri nou ki lakay kreyol pale bezwen',
  'ciao non sono acqua grazie buongiorno parlo italiano ho bisogno della nella',
  'ich nicht bitte guten wir haben kein wasser strom danke spreche deutsch ist und',
].map(words => new Set(words.split(' ')));
/** Letters of neither language: Chinese, Cyrillic, Arabic, Hebrew, Greek, Hindi, Korean, Japanese. */
const OTHER_LETTERS =
  /[\p{Script=Han}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const FEWEST_LETTERS = 2;
/** So many words of one such language, and half of all there are; or so many different ones, whatever stands between them. */
const FEWEST_WORDS = 2;
const SURELY = 3;

/** Is a text written in a language that is neither Spanish nor English, as its usual words or its letters tell? */
export function isForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const others = text.match(OTHER_LETTERS)?.length ?? 0;
  if (others >= FEWEST_LETTERS && others * 2 > letters) return true;
  const words = plainWords(text.replace(/['’]/g, ' ')).split(' ');
  return FOREIGN.some(known => {
    const found = words.filter(word => known.has(word)).length;
    return (
      new Set(words.filter(word => known.has(word))).size >= SURELY ||
      (found >= FEWEST_WORDS && found * 2 >= words.length)
    );
  });
}

const SPOKEN =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|hola|buenas|buenos dias|buenas tardes|oiga|disculpe|please|por favor|sorry|excuse me) )*(?:(?:(?:do|does|can|could) (?:you|u|ya|yall|anyone|anybody|someone|somebody|y all)|(?:is )?(?:there )?(?:anyone|anybody|someone|somebody)(?: (?:here|there))?(?: (?:who|that))?|(?:usted|ustedes|alguien|aqui|ahi)(?: (?:me |le |les )?(?:puede|pueden))?|hay alguien que|(?:puedo|podria|se puede|can i|could i|may i)) )?(?:speaks?|spoken|understands?|write|escribir(?:les|le)?|escribo|habla|hablan|hablas|hablar|entiende|entienden|atienden|atender|responden)(?: (?:en|in|any|some|el|also|tambien))* (\p{L}+)(?: (?:please|por favor|porfa|here|there|aqui|tambien|too))*$/u;
const ENGLISH = /^(?:english|ingles)$/;
const SPANISH = /^(?:español|espanol|spanish|castellano)$/;
/** Of the peoples of this land: a person answers them. */
const NATIVE =
  /^(?:ngabere|ngobere|ngabe|guaymi|guna|kuna|dulegaya|embera|wounaan|buglere|bugle|naso|teribe|bribri)$/;
const OTHERS =
  /^(?:portugues|portuguese|frances|french|creole|criollo|kreyol|italiano|italian|aleman|german|chino|chinese|mandarin|arabe|arabic|ruso|russian|hebreo|hebrew)$/;

/** `¿En qué idioma habla?` */
const WHICH_TONGUE =
  /^(?:(?:y|hola|oiga|disculpe|and|hi) )*(?:(?:en |in )?(?:que|cuales|what|which) (?:idiomas?|lenguas?|languages?)|(?:cuantos|how many) (?:idiomas|languages))(?: (?:me|le|do|does|can|you|i|usted|ustedes|se|puedo|puede|pueden|podemos|hay|are|there|son|los que))*(?: (?:habl|escrib|atiend|contest|entiend|respond|spe[ak]|write|understand|answer)\w*)?(?: (?:usted|ustedes|aqui|here|por aqui|this|chat))*$/;

/** `Do you speak English?`: which languages are spoken here, in the one that was asked for. */
export const languagesAsked: Topic = scene => {
  const { burst, facts } = scene;
  const isOpen = burst.choice === null && facts.reading.emergency === null;
  if (isOpen && WHICH_TONGUE.test(plainWords(burst.text)))
    return { state: scene.state, replies: [replyOf(say(scene, 'languages'))] };
  const asked = burst.choice === null ? SPOKEN.exec(plainWords(burst.text))?.[1] : undefined;
  if (asked === undefined || facts.reading.emergency !== null) return null;
  if (NATIVE.test(asked)) return toPerson(scene, 'language');
  if (OTHERS.test(asked)) return languagesTold(scene);
  if (!ENGLISH.test(asked) && !SPANISH.test(asked)) return null;
  const own = inLanguage(scene, ENGLISH.test(asked) ? 'en' : 'es');
  const about = own.state.awaits === null ? { asks: 'description' as const } : {};
  return { state: own.state, replies: [replyOf(say(own, 'languages'), about)] };
};

/** Who writes in another language is told which two are spoken here; a person takes over when they cannot go on so. */
export const otherTongue: Topic = scene => {
  const { burst, state, facts } = scene;
  if (burst.choice !== null || facts.reading.emergency !== null || !isForeign(burst.text)) return null;
  if (state.lost > 0) return toPerson(scene, 'language');
  return languagesTold(scene);
};

function languagesTold(scene: Scene): Move {
  const { state } = withState(scene, { lost: 1 });
  const both = (['es', 'en'] as const).map(language => scene.texts.say(language, 'languages'));
  return {
    state,
    replies: [replyOf(lines(...both), state.awaits === null ? { asks: 'description' } : {})],
  };
}
