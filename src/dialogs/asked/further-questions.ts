import type { Sentence } from '../../texts.ts';
import { asksIfTheirs, questionIn, SURE_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { adviceOnReport } from '../danger/advice.ts';
import { answeredInGeneral } from '../intake/by-act.ts';
import { complainedOf } from '../intake/matter.ts';
import { bodyInstead } from '../intake/named-body.ts';
import { saysWhere } from '../intake/place/told-where.ts';
import { privacySaid } from '../intake/privacy.ts';
import { leftOut } from '../intake/several/left-out.ts';
import { contentWords } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import { type Move, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import {
  asksBack,
  asksWhether,
  BARELY_ASKS,
  beginsAsQuestion,
  holdsQuestion,
  isOfReport,
  putsQuestion,
  wantsAdded,
  wishesKept,
} from '../words/asking.ts';
import { behindYes, besideYes } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { WHO_LEARNS, WHO_READS } from '../words/who-learns.ts';
import { isWished } from '../words/wished.ts';
import { asksForContact, asksToReach, contactAsked, tellsNumber } from './agency-words.ts';
import { answerOfReport, isForBody, withQuestionKept } from './asked-in-general.ts';
import { daysToAnswer } from './days-to-answer.ts';
import { isOfAnonymous } from './desk-answer.ts';
import { answeredAlone, isToldAgain, ofAgency, ofProcedures, ofSureProcedure, told } from './information.ts';
import { hasOwnAnswer, unanswered } from './unanswered.ts';
import { whoBodyIs } from './who-is-body.ts';

const HOW_LONG =
  /\b(cuanto (tiempo )?(se )?((puede|pueden|va a|van a|podria) )?(demor|tard|dur)\w*|cuanto tiempo|en cuanto tiempo|para cuando|how long|cuando (me |nos |lo |la |los |las |le )*(van a|vienen|arregl\w+|respond\w+|contest\w+|tap\w+|repar\w+|recog\w+))\b/;

const BARE_HOW_LONG =
  /^(y |pero |and |so )*(cuanto (tiempo )?(se )?(demora\w*|tarda\w*)( (esto|eso|en (venir|arreglar\w*|responder)))?|how long (will|does) (it|this|that) take|how long)$/;

/** The same question with what was told before: `y cuánto cuesta` of the paper they need. */
function withTold(scene: Scene): Scene {
  const { draft } = scene.state;
  return retold(scene, [[...(draft?.description ?? []), scene.burst.text].join(' ')]);
}

/** A question in the middle of a report; how long it takes is known when its service is. Null: it asks nothing. */
export function askedBetween(scene: Scene): Move | null {
  const { text: whole } = scene.burst;
  // `Está bien, pero cuánto tarda`: what is asked stands behind the yes.
  const text = behindYes(whole) ?? whole;
  const plain = plainWords(text);
  const isInfo = scene.facts.reading.intent === 'info';
  const asks = text.includes('?') ? holdsQuestion(text) || isInfo : BARELY_ASKS.test(plain);
  const isAsked = whole.includes('?') || beginsAsQuestion(text);
  const learns = isAsked && (WHO_READS.test(plain) || (whole.includes('?') && WHO_LEARNS.test(plain)));
  const { draft } = scene.state;
  const whose = draft === null ? null : whoseItIs(scene, draft);
  if (whose) return told(scene, whose);
  // `Páseme el número del municipio`, said to its summary.
  if (draft?.summarised && asksToReach(text) && !OF_CASE.test(plain))
    return told(scene, contactAsked(scene, text) ?? unanswered(scene));
  if (
    !(asks || learns || asksOfSummary(scene) || asksIfSafe(scene) || (putsQuestion(text) && !tells(scene))) ||
    isToldAgain(scene) ||
    wantsAdded(plain) ||
    isWished(whole) ||
    tellsNumber(text) ||
    asksWhoLearns(scene) ||
    answersPrivacy(scene) ||
    asksAfter(scene) ||
    (draft?.summarised === true && (wishesKept(text) || bodyInstead(scene, draft) !== null))
  )
    return null;
  // `Sí, envíelo. ¿Y los niños?` is sent, and answered with what follows.
  if (draft?.summarised && besideYes(whole) !== null) return null;
  if (CHECKS.test(plain)) return told(scene, followed(scene));
  // How long they have themselves, the law says, and no desk.
  if (TIME_LEFT.test(plain)) return told(withQuestionKept(scene), unanswered(scene, draft?.summarised));
  if (learns) return told(scene, unanswered(scene));
  const service = draft?.serviceId ? scene.catalogue.services.get(draft.serviceId) : undefined;
  // Of what is being reported, whatever paper there is for it.
  if (draft && service && (BARE_HOW_LONG.test(plain) || (HOW_LONG.test(plain) && isGeneral(text))))
    return told(scene, daysToAnswer(scene, draft));
  const isNamed = draft?.serviceId == null || !isGeneral(text);
  const offered = isNamed ? ofProcedures(scene) : ofSureProcedure(scene);
  const known = isInfo && !isForBody(scene) ? (offered ?? ofSureProcedure(withTold(scene))) : null;
  if (known) return known;
  if (draft && (service || draft.summarised) && HOW_LONG.test(plain))
    return told(scene, daysToAnswer(scene, draft));
  const body = isInfo && asksForContact(plain) ? ofAgency(scene) : null;
  if (body) return told(scene, body);
  const general = draft?.summarised && !hasOwnAnswer(scene) ? answeredInGeneral(scene, draft) : null;
  return general ?? told(withQuestionKept(scene), unanswered(scene, draft?.summarised));
}

/** `¿Y eso no le toca al municipio? La calle es de la barriada`: answered, and no word of it denies a body or tells a place. */
export function theirsAsked(scene: Scene, draft: Draft): Move | null {
  const who = draft.summarised ? whoBodyIs(scene, draft) : null;
  if (who) return who;
  const { text } = scene.burst;
  const isAsked = draft.summarised && asksIfTheirs(text) && !BIDS_BODY.test(plainWords(text));
  const whose = isAsked ? answerOfReport(scene, draft, 'body') : null;
  return whose && told(scene, whose);
}

/** `¿Eso no lo ve el juez de paz?`, `¿por qué el municipio?`: whose matter it is, whatever can be asked for there. */
function whoseItIs(scene: Scene, draft: Draft): Sentence | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const isAsked = text.includes('?') && !asksForContact(plain) && !BIDS_BODY.test(plain);
  return isAsked && questionIn(scene, SURE_ACT) === 'body' ? answerOfReport(scene, draft, 'body') : null;
}

/** `¿Tigo o ASEP? Ponle Tigo` */
const BIDS_BODY = /\b(?:pon|mand|envi|cambi|pas)\w*(?:le|lo|la)\b/;

/** `Se puede bañar un bebé con eso`, of what is being reported, without a sign. */
function asksIfSafe(scene: Scene): boolean {
  return scene.state.draft !== null && adviceOnReport(scene) !== null;
}

/** The number that belongs to a report is no telephone. */
const OF_CASE = /\b(caso|reporte|queja|denuncia|tramite|pin|case|report|complaint)\b/;

/** `¿Eso sale en la página?`, `y quién es el MOP`, said to a summary: no more of the report. */
function asksOfSummary({ state, burst }: Scene): boolean {
  const { text } = burst;
  const isShort = text.split(/\s+/).length <= MOST_ASKED_BACK;
  const asks = /\?\s*$/.test(text) || asksBack(text);
  return state.draft?.summarised === true && isShort && asks && !isOfReport(text);
}

const MOST_ASKED_BACK = 14;

/** How it is followed once it is sent. */
function followed(scene: Scene): Sentence {
  return isOfAnonymous(scene)
    ? say(scene, 'record.answer_page', { url: `${scene.publicUrl}/caso` })
    : say(scene, 'general.follow');
}

/** `¿Cuánto tiempo tengo para reclamar?` */
const TIME_LEFT =
  /\b(cuant[oa]s? (tiempo|dias|plazo)?|hasta cuando|que plazo|how (long|much time|many days)) ?((me|nos|se) )?(tengo|tenemos|tiene uno|hay|dan|me dan|do i have|have i got|do we have)\b|\b(until when|by when|deadline)\b.*\b(can|could|do|must|to)\b/;

/** Words of every claim: a question that has no others is of the one that is open. */
const GENERAL =
  /^(reclam\w+|tramit\w+|proces\w+|quej\w+|denunci\w+|report\w+|cuant\w+|tiempo|tengo|dias|plazo|puede\w*|dur\w+|demor\w+|tard\w+|hacer\w*|est[oae]|claim\w*|complain\w*|process\w*|long|take\w*|have)$/;

function isGeneral(text: string): boolean {
  return contentWords(text).every(word => GENERAL.test(word));
}

/** `¿Y cómo sé después cómo va?` */
export const CHECKS =
  /\b(como|donde|where|how (do|can|will|could) i) (\w+ ){0,3}(se|sabre|saber|reviso|revisar|veo|ver|consulto|consultar|sigo|seguir|doy seguimiento|check|follow|track|know|see)\b.*\b(va|van|caso|queja|reporte|denuncia|idea|sugerencia|acept\w+|aprob\w+|estado|status|it|case|report|despues|luego|later)\b/;

/** Asked how much of them may be seen, they ask who will know. */
function asksWhoLearns({ state: { awaits }, burst }: Scene): boolean {
  return awaits !== null && stepOf(awaits) === 'privacy' && WHO_LEARNS.test(plainWords(burst.text));
}

/** `¿Y el agua?`, told before with what is summed up. */
function asksAfter(scene: Scene): boolean {
  const { draft, later } = scene.state;
  return draft !== null && leftOut(scene, [...draft.description, ...later], draft.serviceId).length > 0;
}

/** Asked how much of them may be seen, they say it, whatever they ask with it. */
function answersPrivacy({ state: { awaits }, burst }: Scene): boolean {
  return awaits !== null && stepOf(awaits) === 'privacy' && privacySaid(burst.text) !== null;
}

/** Asked which service it is they tell it, and asked where it is they say it, whatever sign stands behind. */
function tells(scene: Scene): boolean {
  const {
    state: { awaits },
    facts,
    burst,
  } = scene;
  const step = awaits && stepOf(awaits);
  if (step === 'agency' || step === 'kind') return true;
  return step === 'place' && (facts.reading.places.length > 0 || saysWhere(scene, burst.text));
}

const FLOOR = anyOf(
  /\b(saber|preguntar|preguntarle|preguntarles|consultar|consultarle) (algo|una cosa|una cosita)$/,
  /^(hola |buenas |buenos dias |buenas tardes |es que |y )*(yo )?((tengo|traigo|quiero hacer|hago) )?(una|otra) (duda|pregunta|consulta)( por favor| porfa)?$/,
  /^(hola |buenas |buenos dias |buenas tardes |buenas noches |oiga |quisiera |quiero |queria |saber |preguntar |si )*(aqui )?(usted |ustedes )?(me )?(puede|puedes|pueden|podria|podrian) (usted |ustedes )?(ayudar|ayudarme|atender|atenderme|orientar|orientarme)( (con|en) (algo|una cosa|un problema))?( por favor| porfa)?$/,
  /^(hi |hello )?can you help( me)?( please)?$/,
  /^(?:(?:hola|buenas|buenos dias|buenas tardes|quiero|quisiera|necesito|busco|pido|deseo|me puede dar|some|i need) )*(?:una? )?(?:informacion|orientacion|informacion por favor|orientacion por favor|information)$/,
);
const REACHING = anyOf(
  /\b(puede|puedes|pueden|podria|podrian) (dar|decir|pasar|facilitar|darme|decirme|pasarme)/,
  /^(hola |buenas |oiga |y )*(a )?(que|cual) (numero|telefono|direccion|horario|pagina) (tienen?|es|usan?|llamo|atienden?)\b/,
  /^(hola |buenas |oiga )*(cual es|deme|denme|digame|necesito|busco|what is|can you give me) (el|la|the) (numero|telefono|direccion|pagina|correo|phone|address)\b/,
);

/** Whether something is so, asked by who has no case, or how a body is reached: what is known of it, or who knows. */
export const whether: Topic = scene => {
  const { state, facts, burst } = scene;
  const isOpen = state.draft !== null || facts.cases.length > 0 || burst.choice !== null;
  if (isOpen) return null;
  const plain = plainWords(burst.text);
  if (FLOOR.test(plain))
    return { state, replies: [replyOf(say(scene, 'greeting_again'), { asks: 'description' })] };
  const reached = REACHING.test(plain) && asksForContact(plain) ? ofAgency(scene) : null;
  const body = contactAsked(scene, burst.text) ?? reached;
  if (body) return told(scene, body);
  const isHere = complainedOf(burst.text) !== null;
  return asksWhether(burst.text) && !isHere ? answeredAlone(scene) : null;
};
