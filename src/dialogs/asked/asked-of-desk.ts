import type { Sentence } from '../../texts.ts';
import { answers } from '../answers.ts';
import { asksAfterEarlier } from '../filed/earlier-case.ts';
import { caseMeant, isJustFiled } from '../filed/just-filed-case.ts';
import { doesSomething } from '../intake/asked-and-told.ts';
import { beginReport } from '../intake/flow.ts';
import { holderOfDraft, sureService } from '../intake/guess.ts';
import { stepOf } from '../questions.ts';
import { led, type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { asksBack, beginsAsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { keptOf, whoLearns } from './desk-answer.ts';

/** What is asked of the desk itself, of the report or of the talk, and what it answers. */
interface Asked {
  pattern: RegExp;
  /** What is answered: a text, or what the desk knows of it. */
  key: TextKey | ((scene: Scene) => Sentence);
  /** Asked in these words without a sign too. */
  outright?: true;
  /** Where it has another meaning. */
  unless?: (scene: Scene) => boolean;
}

const OF_REPORT = '(la|esta|esa|una|el|este|ese|un|mi) (queja|denuncia|reporte|caso|reclamo)';
const TO_REPORT = new RegExp(`(poner|hacer|presentar|mandar|enviar) ${OF_REPORT}`);

const ONE =
  '(un |una |el |la |a |an |the )?(robots?|bot|chatbot|maquina|computadora|grabacion|contestadora|programa|ia|ai|inteligencia artificial|chat ?gpt|gpt|gemini|siri|alexa|persona( real)?|real person|person|human[oa]?|ser humano|machine|real)';
const OR_ANOTHER = `( (o|u|or) (con |es |que )?(no|${ONE}))?( de verdad| real)?`;
const OF_ITSELF = new RegExp(
  [
    '^((hola|xopa|que xopa|fren|bro|ey|oye|oiga|disculpe|perdon|pero|y|ok|no|joven|una pregunta|digame|si|acaso|espera|hey|hi|so|tu|ustedes|usted|esto|eso) )*(',
    `(eres|es usted|sos|es|son|sera|are you|is this|es esto|esto es|estoy hablando con|hablo con|am i talking to|quien habla es) (tu |usted )?${ONE}${OR_ANOTHER}`,
    `|${ONE} (es (el|la|lo|quien) que )?(me |nos )?(contesta|atiende|responde|escribe|habla|lee)( aqui| esto)?`,
    `|(me|nos) (contesta|atiende|responde|escribe|habla) ${ONE}${OR_ANOTHER}`,
    '|quien (eres|es usted|me atiende|me habla|me escribe)|who are you',
    ')( (tu|usted|por favor|jaja|jajaja|verdad|cierto|no))*$',
  ].join(''),
);

const THEY =
  '(ustedes|usted|uds|esto|eso|el 311|este (chat|numero|servicio|whatsapp)|(poner|hacer) (una )?(queja|denuncia|reporte)s?|quejarse|reportar|las quejas)';
/** What the desk is for, whether anybody reads what is written here, and whether it helps. */
const ANY_USE = anyOf(
  new RegExp(
    `\\b${THEY} (para|pa|de) que (es|son|sirven?|sirve|funciona)\\b|\\b(para|pa|de) que (me |nos )?(es|son|sirven?) ${THEY}`,
  ),
  new RegExp(
    `\\b(sirve|sirven) (de|para) algo ${THEY}|\\b${THEY} (si |de verdad |en verdad |realmente )*(sirven?|funciona) (de|para) algo`,
  ),
  /\b(si )?(alguien|una persona|persona alguna) (de verdad |si )?(lee|ve|revisa|mira|atiende) (esto|eso|aqui|(las|los|mis|estas|estos) (quejas|mensajes|reportes|denuncias)|lo que (uno|la gente|yo) (pone|escribe|escribo|pongo|manda))\b|^(y |pero |oiga |oye )*(esto|eso|aqui|las quejas|los mensajes) (lo |las |los )?(lee|ve|revisa|mira) (alguien|una persona)\b|^(y |pero |oiga |oye )*(hacen|hace) caso (de verdad|aqui|ustedes)|\bes puro cuento\b/,
  /\b(que es (el|esto del) 311|que hacen ustedes|que puedo (hacer|poner|reportar) aqui|que (cosas )?se puede (hacer|poner|reportar) aqui)\b/,
  /\b(what is (311|this (chat |number |service )?for)|what (do|can) you do|does (anyone|anybody|somebody|someone) (read|see|look at) (this|these|the complaints)|is (this|it) any use)\b/,
);

/** `¿Ustedes son del gobierno?` */
const WHOSE = new RegExp(
  `^(?:(?:hola|oiga|disculpe|perdon|pero|y|and|so) )*(?:(?:${THEY}|quienes|you|this|it) )?(?:eres|es|son|pertenecen?|trabajan?|are you|is this|are|is|do you work)(?: ustedes| usted| esto)? (?:parte )?(?:una |un |a |el |la |the )?(?:empresa privada|privad[oa]s?|private(?: company)?|(?:del?|para el|al|of the|for the|from the)?(?: el)? ?(?:gobierno|estado|government))(?: de panama| o privad[oa]s?| o que| verdad)?$`,
);

const COSTS =
  '(?:cuestan?|cobran?|cobra|vale|sale|gratis|gratuit[oa]s?|(?:tiene|con) costo|pag(?:a|o|ar)|free|costs?|charged?|pay)';
const CALL = '(?:llamadas?|llamar(?:l[oe]s?|l[oa])?|llamo|call|calling|calls)';
const DESK = '(?:(?:al?|el|to|del?) )?(?:311|ustedes|uds|aqui|you)';
/** What a call to the desk costs, and no call to another. */
const CALL_COSTS = new RegExp(
  [
    `\\b${DESK} (?:\\w+ )?${COSTS}(?: \\w+){0,2} ${CALL}\\b`,
    `\\b${CALL} ${DESK} (?:\\w+ ){0,2}?${COSTS}\\b`,
    `\\b${COSTS}(?: \\w+){0,2} ${CALL} ${DESK}\\b`,
    `^(?:(?:y|pero|and) )*(?:la llamada (?:\\w+ ){0,2}?${COSTS}|(?:\\w+ )?${COSTS} la llamada)$`,
  ].join('|'),
);

const TABLE: readonly Asked[] = [
  {
    // `¿Eso es privado, verdad?`, of what they tell and of no company.
    pattern:
      /^(?:(?:y|pero|no|mejor|and) )*(?:eso|esto|todo esto|lo que (?:escribo|digo|cuento|puse)|this|that|it|is this|is it|is that)(?: (?:aqui|es|queda|va|se queda|is|stays))* (?:privad[oa]|secret[oa]|confidencial|private|confidential|secret)(?: (?:verdad|cierto|no|o no|o que|right|aqui|here))*$/,
    key: whoLearns,
  },
  {
    // `¿Ustedes son del gobierno?`, `esto es del estado`
    pattern: WHOSE,
    outright: true,
    key: 'asked.whose_desk',
  },
  {
    // `¿Usted es un robot?`, `es máquina o no`, `¿me contesta un robot?`, `quién eres`
    pattern: OF_ITSELF,
    outright: true,
    key: 'am_automatic',
  },
  {
    // `¿Me piden cédula?`, `¿para poner esta queja necesito papeles?`
    pattern:
      /\b(piden|pide|pediran|pedira|exigen|necesito|necesitan|necesita|hace falta|hay que (dar|tener)|tengo que (dar|tener|mostrar)|debo (dar|tener)) (?:(?:mi|el|su) nombre (?:y|o|ni) )?(la |mi |el |un |una |numero de )?(cedula|pasaporte|papeles|identificacion|documentos?|residencia)\b(?! para (?:el|la|los|las|mi|un|una|sacar|renovar|tramitar|pedir)(?! (?:queja|denuncia|reporte|caso)))/,
    key: 'asked.papers',
    unless: scene => !isOfReport(scene) || needsName(scene),
  },
  {
    // `No me ha pedido el nombre de él, ¿cómo van a saber quién es?`
    pattern:
      /\bno me (ha |han |has )?(pedido|pidio|pidieron|pidiste) (el |mi |su |la |los |ni )*(nombres?|cedula|datos|telefono)\b|\b(mi |el )?(numero de (cliente|contrato|cuenta|medidor)|nac|nic)( \w+){0,2} (no )?(me |se )?(lo )?(pides?|piden|pediste|necesitas?|necesitan|hace falta)\b|\b(no |me )*(pides?|piden|necesitas?|necesitan) (mi|el) (numero de (cliente|contrato|cuenta|medidor)|nac|nic)\b|\b(need|want|ask for) my (customer|client|account|contract|meter) number\b|\bcomo (van a |va a |lo van a |la van a |me van a )?(saber|sabran|encontrar\w*|buscar\w*|ubicar\w*) (quien|de quien|cual) (es|soy|somos)\b/,
    key: 'asked.whose',
    outright: true,
    unless: scene => !isOfReport(scene),
  },
  {
    // `¿Ustedes le avisan a Migración?`
    pattern:
      /\b(le|les|me|lo|la|los) (avisan|reportan|informan|cuentan|dicen|entregan|denuncian|acusan|echan|avisaran|van? a (avisar|reportar|informar|contar|decir|denunciar)) (a |al |con )(la |el |mi |los )?(migracion|policia|jefe|patron|patrona|duen[oa]|marido|esposo|ex|mama|papa|familia|tongos?|gobierno)\b|\bse (va a |van a )?(entera|enteran|enterar) (la |el |los )?(migracion|policia|tongos?|gobierno)\b|\b(eso|esto|ese reporte|el reporte) (le |les )?(llega|llegara|va a llegar|va) (directo )?(al|a la|a los|a) (chofer|jefe|patron|vecin[oa]|duen[oa]|director\w*|maestr[oa]|profesora?|empresa|denunciad[oa])\b/,
    key: whoLearns,
  },
  {
    // `¿Para qué quieren mis datos?`
    pattern:
      /\b(para que|por que|why) (quieren|necesitan|piden|me piden|do you (want|need)) (mis|los|my) (datos|nombre|data|name)\b|\b(do|must|should) i (have to |need to )?(give|say|tell|leave) (you )?my name\b|\b(tengo|hay) que (dar|decir|poner|dejar) (mi|el) nombre\b/,
    key: 'asked.why_data',
  },
  {
    // `¿Y eso cuesta algo?`, of the report that is being taken down.
    pattern:
      /^(y |pero |oiga )*(eso|esto|el reporte|la queja|el tramite) (me )?(va a )?(cuesta|costar|cobran|vale|tiene costo)( algo| plata| dinero| mucho)?$/,
    key: 'free_of_charge',
    unless: ({ state }) => state.draft === null,
  },
  {
    // `¿Y si mañana se daña otra vez abro otro caso o el mismo?`
    pattern:
      /^(y |pero |oiga |entonces |and )*(si|if) .*\b((se )?(vuelven?|volviera) a (ir|dañar|pasar|fallar|romper|salir|quitar|suceder)\w*|(dañ|pas|rompe|falla|suced|va)\w* (otra vez|de nuevo)|otra vez (se )?(dañ|pas|va|romp|fall)\w*|(breaks|happens|fails) again)\b/,
    key: 'asked.if_again',
    unless: ({ state, facts }) => state.draft !== null || facts.cases.length === 0,
  },
  {
    // `¿El mismo caso de marzo o uno nuevo?`, where the earlier one is not known here.
    pattern:
      /\b((el|ese|al|del|es el|seria el) mismo (caso|reporte)|(el|ese|mi) (caso|reporte) (de|que) \S+).* o (es |seria |abre |abren |ponen )?(un |uno |otro |una |otra )?(nuevo|nueva|otro|aparte)\b/,
    key: 'asked.new_case',
    unless: scene => scene.facts.cases.length > 0,
  },
  {
    // `¿El 311 cuesta la llamada?`
    pattern: CALL_COSTS,
    key: 'call_charge',
  },
  {
    // `¿El servicio del 311 es gratis?`, `¿cuánto cuesta usar este chat?`
    pattern:
      /\b(servicio|chat|311|whatsapp|linea|reporte|queja)\b.{0,20}\b(es gratis|es gratuito|tiene costo|is free)\b|\b(cuanto cuesta|cobran por|me cobran por) (usar|escribir(les|le)?|poner|hacer)( (este|esta|el|la|una?))? (chat|queja|denuncia|reporte|aqui|servicio)\b/,
    key: 'free_of_charge',
  },
  {
    // `Ustedes para qué sirven`, `alguien lee las quejas o es puro cuento`
    pattern: ANY_USE,
    outright: true,
    key: 'asked.any_use',
    unless: ({ state, facts, informed }) =>
      state.draft !== null || facts.cases.length > 0 || informed !== null,
  },
  {
    // `Eso de guardar cifrados, ¿quién lo lee?`
    pattern:
      /\b(guard\w+|cifrad\w+|encrypted|stored?)\b.*\b(quien(es)? (mas )?(lo |los |la )?(lee|leen|ve|ven|puede\w* (ver|leer))\w*|who (reads|sees))\b|\bquien(es)? (mas )?(lee|leen|ve|ven) lo (guardado|que guardan)\b/,
    outright: true,
    key: whoLearns,
  },
  {
    // `¿Guarda algo mío este chat?`
    pattern:
      /\b(guardan?|almacenan?|conservan?|graban?) (\w+ ){0,3}(mio|mia|mis (datos|mensajes)|de lo que (escribo|digo)|lo que (escribo|digo)|(este|el) chat)\b/,
    key: keptOf,
  },
  {
    // `¿Eso de borrar mis datos me borra la pensión?`
    pattern:
      /\b(borr|elimin)\w+ (todos )?mis datos\b.*\b(me|se|nos) (borra|quita|elimina|cancela|cae|pierde|afecta)|^(y |oiga |joven )*(que (es|pasa|significa)|eso de|lo de) .*\b(borr|elimin)\w+ mis datos\b/,
    key: 'asked.erasing',
  },
];

/** A question about the desk, the report or the talk: answered at once, and what was asked is asked again. */
export const askedOfDesk: Topic = scene => {
  const { burst } = scene;
  if (burst.choice !== null || burst.files.length > 0) return null;
  const isAsked = burst.text.includes('?') || beginsAsQuestion(burst.text) || asksBack(burst.text);
  const parts = clauses(burst.text);
  const found = TABLE.find(
    row => (isAsked || row.outright) && asksIt(row, burst.text, parts) && !row.unless?.(scene),
  );
  if (!found) return null;
  const { key } = found;
  const words = typeof key === 'string' ? say(scene, key) : key(scene);
  const rest = parts.filter(part => !found.pattern.test(plainWords(part)));
  // `El mes pasado puse un reporte y nadie me contestó, ¿para qué sirve esto?` asks after that one.
  if (rest.length > 0 && rest.length < parts.length && asksAfterEarlier(retold(scene, [rest.join(', ')])))
    return null;
  const move = answeredWith(scene, words, rest.length < parts.length ? rest : []);
  const isFree = found.outright === true && move.state.awaits === null && move.state.draft === null;
  return isFree ? { ...move, replies: move.replies.map(reply => ({ ...reply, asks: 'description' })) } : move;
};

function asksIt({ pattern }: Asked, text: string, parts: readonly string[]): boolean {
  return [text, ...parts].some(part => pattern.test(plainWords(part)));
}

/** What is told beside the question is taken up behind its answer: a matter, or the place that was asked. */
export function answeredWith(scene: Scene, words: Sentence, rest: readonly string[]): Move {
  const told = retold(scene, rest.length > 0 ? [rest.join(', ')] : []);
  const { services, places } = told.facts.reading;
  const isTold = told.burst.text !== '';
  const isFree = scene.state.draft === null && caseMeant(scene) === null;
  if (isTold && isFree && sureService(told, services, null) !== null) return beginReport(told, {}, words);
  const { state } = scene;
  const { awaits } = state;
  const isPlace = isTold && places.length > 0 && awaits !== null && stepOf(awaits) === 'place';
  const isAnswer = isTold && state.draft !== null && awaits !== null && doesSomething(told, awaits);
  const move = isPlace || isAnswer ? answers(told) : null;
  const [first, ...others] = move?.replies ?? [];
  if (move && first) return { ...move, replies: [led(words, first), ...others] };
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
}

/** A report is being taken down, was filed just now, or they name one; after a procedure it is that which needs papers. */
function isOfReport(scene: Scene): boolean {
  const { state, burst, facts, informed } = scene;
  const isFiled = informed === null && facts.cases.some(c => isJustFiled(scene, c));
  return state.draft !== null || isFiled || TO_REPORT.test(plainWords(burst.text));
}

/** The body that gets the report takes none without a name. */
function needsName(scene: Scene): boolean {
  const { draft } = scene.state;
  const held = draft && holderOfDraft(scene, draft);
  return held !== null && scene.catalogue.agencies.get(held.holder.agencyId)?.needsIdentity === true;
}
