import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { findNumbers } from '../../cases/number.ts';
import { withoutPin } from '../../cases/pin.ts';
import { asksForContact, bodyNamed } from '../asked/agency-words.ts';
import { asksHow } from '../asked/asks-how.ts';
import { asksIfLate } from '../asked/unanswered.ts';
import { beginReport } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { bidsReport, goesWrong, partsOf, saysFurther } from '../intake/matter.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { relation } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import {
  interrupting,
  led,
  lines,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  withState,
  yesAndNo,
} from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksBack, beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { isNo, isYes } from '../words/yes-no.ts';
import { aboutOneCase } from './case-steps.ts';
import { caseLine, caseStatus } from './case-words.ts';
import { untilAnswered } from './due-words.ts';
import {
  asksAfterCall,
  asksAfterEarlier,
  asksIfGone,
  refusesOther,
  tellsClosedUnsolved,
  wantsNoOther,
  withdrawsEarlier,
} from './earlier-case.ts';
import { nthCase } from './nth-case.ts';
import { numberLike, otherSort } from './number-like.ts';
import { withoutNumberForPin } from './pin-asked.ts';
import { answerSolved } from './solution.ts';
import { asksOfAnswer, asksOnward } from './status-words.ts';
import { withToldBeside } from './told-with-question.ts';
import { mayBeUnjoined } from './unjoined-by-act.ts';
import { asksWhichNumber } from './which-number.ts';

const MOST_LISTED = 5;
/** Beyond a number and these, a message says something about the case. */
const ASKING =
  /\b(estado|como va|como esta|status|saber|consultar|ver|caso|numero|mi|el|la|de|del|que|hay|paso|pasa|con|por favor|porfa|quiero|quisiera|hola|buenas|buenos|dias|tardes|noches|nuevo|novedad|novedades|311|reporte|seguimiento|dar|darle|es|gracias|muchas|cual|thank|thanks|you|how|my|case|the|of|what|is|check|please)\b/g;

/** A case named by its number: where it stands, or what is said about it. Somebody else's shows nothing. */
export const namedCase: Topic = heard => {
  const { prefix } = heard.catalogue.centre;
  const bare = withoutPin(heard.burst.text, prefix);
  const scene = bare === heard.burst.text ? heard : retold(heard, [bare], heard.burst.files);
  const found = findNumbers(scene.burst.text, prefix);
  const [first] = found;
  const like = first ? undefined : numberLike(scene.burst.text, prefix);
  if (like !== undefined) return strange(scene, 'status.mistyped', like);
  // Within a report that is begun it is told with that.
  const isFree = first === undefined && scene.state.draft === null;
  const other = isFree ? otherSort(scene.burst.text, prefix) : undefined;
  if (other !== undefined) return strange(scene, 'status.other_sort', other);
  if (!first) return null;
  const own = found.flatMap(({ number }) => scene.facts.cases.find(c => c.number === number) ?? []);
  const [c] = own;
  if (!c) return strange(scene, first.valid ? 'status.not_yours' : 'status.mistyped', first.number);
  const said = withoutNumber(scene.burst.text);
  const answered = answerWithNumber(scene, c, said);
  if (answered) return answered;
  const words = wordsBeyond(said);
  const meaning = meaningOf(said);
  const speaks = words >= 2 || scene.burst.files.length > 0 || (meaning !== null && meaning !== 'goes_on');
  return speaks ? aboutOneCase(scene, c) : told(scene, caseStatus(scene, c), c.number);
};

/** How many words say something besides asking after a case. */
function wordsBeyond(plain: string): number {
  return plain
    .replace(ASKING, ' ')
    .split(' ')
    .filter(word => word.length > 2).length;
}

function withoutNumber(text: string): string {
  return plainWords(text)
    .replace(/\b[0-9][0-9 ]{8,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "311-… sí": the answer to what was asked of this case while something else was being written. */
function answerWithNumber(scene: Scene, c: Case, said: string): Move | null {
  const isBare = isYes(said) || isNo(said);
  if (!isBare) return null;
  if (c.status === 'awaiting_citizen') return aboutOneCase(scene, c);
  if (c.status !== 'resolved') return null;
  const awaits = awaiting('solved', yesAndNo(scene, `solved:${c.number}`), { caseNumber: c.number });
  return answerSolved(retold(interrupting(scene, awaits), [said]), awaits);
}

function strange(
  scene: Scene,
  key: 'status.not_yours' | 'status.mistyped' | 'status.other_sort',
  number: string,
): Move {
  return told(withoutNumberForPin(scene), say(scene, key, { number, url: `${scene.publicUrl}/caso` }));
}

/** One sentence in answer to who asks after a case. */
export function told(scene: Scene, sentence: ReturnType<typeof say>, caseNumber?: string): Move {
  const about = caseNumber === undefined ? {} : { caseNumber };
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(sentence, about)] };
}

const MINE = anyOf(
  // However it is spelt: `mis caso`, `ver mis cassos`.
  /^(?:(?:quiero|quisiera|necesito|deme|ver|consultar|revisar|lista|de|todos) )*(?:mis?|miz|my) (?:[ck]a+[sz]+[oe]?s*)(?: (?:por favor|porfa|please|gracias|thanks))*$/,
  /^(quiero )?(ver |consultar |lista de )?(todos )?(mis casos|mis cases|mis reportes|mis quejas|mis denuncias|casos|my cases|my casos|see my cases)( (por favor|porfa|please|status|estado|gracias|thanks))*$/,
  /^(?:y |oiga |and |what about |pero )+(?:(?:el|la|lo|los|las) mi[oa]s?|mine)(?: (?:como va|que paso|en que quedo|quedo|que))?$/,
  /^(y |oiga |and )*(cuant[oa]s (casos|reportes|quejas|denuncias) (abiert[oa]s )?(tengo|llevo|he puesto|hay mi[oa]s)|how many (cases|reports|complaints) (do i have|have i))( (abiert[oa]s|open|ya|now|en total|aqui))*$/,
);
/** A greeting, where there is no case. */
const GOING =
  /^(thanks |thank you |ok |so |and |gracias |y )*((how is|how s) (it|that|this|everything) (going|doing|coming along)( now| so far)?|any (news|update|updates)( (on|about) (it|that|this))?|como va (eso|esto|todo)( ahora| ya)?)$/;
const HOW =
  /\b((que paso|como va|como sigue|que hay|en que (va|quedo|esta)|estado) (con |de |del |en )?(mi|el) (caso|reporte|queja|denuncia|solicitud)|(que paso|como va|como sigue|que hay|en que va) (con |de )?lo (de|del) |[yi] mi (caso|reporte|queja|denuncia)|estado de mi|(check|see) (the |my )(status|case|complaint)|my case|case status)\b/;

const LOST_NUMBER = anyOf(
  /\b(perdi|olvide|extravie|no (recuerdo|encuentro|tengo|se)|se me (perdio|olvido)|lost) (cual es )?(mi|el|my|the) (numero|pin|number)\b/,
  /\b(buscar|buscarl[oa]|encontrar|encontrarl[oa]|ver|verl[oa])( (mi|el) caso)? (por|con) (el |mi )?(nombre|cedula|telefono|apellido)\b/,
  /^(no |pero )*(no )?tengo otro (numero|pin)$|^no (lo )?tengo (el )?(otro )?(numero|pin)$/,
  /\bno me acuerdo de(l| mi| cual es (mi|el)) (numero|pin)\b/,
  /^((este|ese) es )?(mi |el )?pin (es )?\d{4,8}$/,
);
const WHO_ANSWERS =
  /^(y |pero |entonces )*(quien|cuando|who|when) (me|nos|le|will) (va a |van a |va |van )?(responde\w*|contesta\w*|atiende\w*|atender|llama\w*|avisa\w*|answer|reply|call)( (me|a mi|mi caso|mi queja))?( (y|o|and) (cuando|quien|como|when|who))?$/;
const REOPEN =
  /^(quiero |necesito |pido |favor |por favor )*(que )?(me )?(lo )?(reabr\w+|abran de nuevo|vuelvan a abrir|reopen) (el |mi |la |my )?(caso|queja|reporte|denuncia|case|complaint)$/;

/** "Mis casos", "¿cuál es el estado de mi caso?" and nothing else, in any state. */
export const caseList: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  if (scene.burst.choice !== null) return null;
  if (asksIfGone(scene)) return nearestGone(scene);
  if (asksWhichNumber(scene)) return listed(scene);
  if (asksAfterCall(scene))
    return told(withState(scene, { draft: null, awaits: null }), say(scene, 'status.by_phone'));
  if (withdrawsEarlier(scene)) return told(scene, say(scene, 'status.none_to_withdraw'));
  if (tellsClosedUnsolved(scene))
    return beginReport(scene, {}, say(scene, 'earlier_closed', { url: `${scene.publicUrl}/caso` }));
  // Told that none is here, they say once more that it is one they made: where that is looked for.
  if (scene.state.greeted && scene.state.draft === null && asksAfterEarlier(scene) && refusesOther(plain))
    return told(withState(scene, { draft: null, awaits: null }), say(scene, 'status.by_phone'));
  if (asksAfterEarlier(scene))
    return listed(wantsNoOther(plain) ? withState(scene, { draft: null, awaits: null }) : scene);
  const onlyAsks = HOW.test(plain) && wordsBeyond(plain) <= 1 && plain.split(' ').length <= MOST_OF_LIST;
  const isGoing = GOING.test(plain) && scene.state.draft === null && scene.facts.cases.length > 0;
  const asks = isGoing || MINE.test(plain) || (onlyAsks && !tellsOfCase(scene));
  return asks ? nearestOrAll(scene) : null;
};

/** The case taken back last, else what there is. */
function nearestGone(scene: Scene): Move {
  const gone = scene.facts.cases.find(({ status }) => status === 'withdrawn');
  return gone ? told(scene, caseStatus(scene, gone), gone.number) : listed(scene);
}

/** As many words ask after a case and tell nothing else. */
export const MOST_OF_LIST = 9;

const MOST_ABOUT = 14;

/** "¿Y mi caso?": where it stands. */
export const ownCases: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  if (scene.burst.choice !== null || plain === '' || tellsOfCase(scene) || asksHow(scene)) return null;
  // `¿Y si sigue esta noche, a quién llamo?`, `¿no puede hacer el reporte usted?` ask after no case.
  if (asksForContact(plain) || bidsReport(scene.burst.text)) return null;
  const { intent } = scene.facts.reading;
  const isShort = plain.split(' ').length <= MOST_ABOUT;
  const wantsGone = REOPEN.test(plain) || (isShort && meaningOf(scene.burst.text) === 'withdraw');
  if (scene.facts.cases.length === 0 && wantsGone)
    return REOPEN.test(plain) || !mayBeUnjoined(scene)
      ? listed(scene)
      : told(scene, say(scene, 'pin.untouched'));
  const isOfUnjoined = mayBeUnjoined(scene) && asksOfAnswer(plain) && isAsked(scene.burst.text);
  if (isOfUnjoined) return told(scene, say(scene, 'pin.page_only', { url: `${scene.publicUrl}/caso` }));
  if (scene.facts.cases.length === 0 && tellsNew(scene))
    return intent === 'status' ? beginReport(scene) : null;
  if (ofAnotherBody(scene, plain)) return null;
  const nth = nthCase(scene, plain);
  if (nth) return told(scene, caseStatus(scene, nth), nth.number);
  const presses = asksOnward(plain);
  const asksWhen = presses && scene.facts.cases.some(isOpen);
  // `Todavía no hay`, `ya vinieron y nada`, of a case that is open, is news of it, and asks nothing.
  const isNews = scene.facts.cases.some(isOpen) && !isAsked(scene.burst.text);
  const asks =
    (intent === 'status' && !isNews && !asksIfLate(scene)) ||
    asksWhen ||
    (LOST_NUMBER.test(plain) && !tellsNew(scene)) ||
    HOW.test(plain) ||
    WHO_ANSWERS.test(plain) ||
    /^(mi )?(caso|estado)$/.test(plain);
  return asks ? (withFurther(scene) ?? withToldBeside(scene, withDay(scene, nearestOrAll(scene)))) : null;
};

/** Where one case is shown to who asks when it is repaired: the day that stands there is for the answer. */
function withDay(scene: Scene, move: Move): Move {
  const [shown] = move.replies;
  const c = scene.facts.cases.find(({ number }) => number === shown?.caseNumber);
  const words = c && untilAnswered(scene, c);
  if (!shown || !words) return move;
  const { text, short = text } = shown;
  return { ...move, replies: [{ ...shown, ...lines({ text, short }, words) }] };
}

function isAsked(text: string): boolean {
  return text.includes('?') || beginsAsQuestion(text) || putsQuestion(text) || asksBack(text);
}

/** Do these words tell what none of their cases is about? */
function tellsOther(scene: Scene, words: string): boolean {
  const { services, places } = scene.facts.read(words);
  const service = sureService(scene, services, null);
  if (service === null || surePlace(places) !== null) return service !== null || goesWrong(words);
  return scene.facts.cases.every(({ serviceId }) => serviceId !== service.id);
}

/** `Cuánto demoran, además hay un hueco`: where the case stands, and a report of the rest. Null: nothing else is told. */
function withFurther(scene: Scene): Move | null {
  const parts = saysFurther(scene.burst.text) ? partsOf(scene.burst.text) : [];
  const [words, ...later] = parts.filter(part => tellsOther(scene, part));
  if (words === undefined) return null;
  const asked = nearestOrAll(scene);
  const begun = beginReport(retold(withState(scene, { ...asked.state, later }), [words]));
  const [lead] = asked.replies;
  const [first, ...rest] = begun.replies;
  return lead && first ? { ...begun, replies: [led(lead, first), ...rest] } : begun;
}

/** `Quería saber sobre mi beca del IFARHU`: of a body that has none of their cases. */
function ofAnotherBody({ catalogue, burst, facts }: Scene, plain: string): boolean {
  const body = OF_CASE.test(plain) ? null : bodyNamed(catalogue, burst.text);
  return body !== null && facts.cases.length > 0 && facts.cases.every(c => c.holder?.agencyId !== body.id);
}

/** Words that surely tell a matter are not only after a case: "me clonaron el chip, perdí mi número". */
function tellsNew(scene: Scene): boolean {
  const plain = plainWords(scene.burst.text);
  if (wordsBeyond(plain) === 0) return false;
  // `Si van a arreglar la calle en Las Garzas` names no case, but where it is.
  if (!OF_CASE.test(plain) && scene.facts.reading.places.length > 0) return true;
  return sureService(scene, scene.facts.reading.services, null) !== null;
}

const OF_CASE =
  /\b(casos?|reportes?|quejas?|denuncias?|solicitud\w*|tramites?|numero|pin|case|report|complaint)\b/;

/** "Quiero anular mi caso", "mi caso lo cerraron sin resolver": something is wanted of it. */
function tellsOfCase({ burst, facts }: Scene): boolean {
  const meaning = meaningOf(burst.text);
  if (meaning === null || meaning === 'goes_on') return false;
  return meaning === 'withdraw' ? facts.cases.some(isOpen) : facts.cases.length > 0;
}

/** Where the one case stands that the words speak of: `cómo va lo de la luz`; else all of them. */
export function nearestOrAll(scene: Scene): Move {
  const [near, other] = scene.facts.cases.filter(c => relation(scene, c) === 2);
  return near && !other ? told(scene, caseStatus(scene, near), near.number) : listed(scene);
}

/** Where the one case stands, or a line of each; that there is none. */
export function listed(scene: Scene): Move {
  const { cases } = scene.facts;
  return told(scene, listOf(scene, cases), cases.length === 1 ? cases[0]?.number : undefined);
}

function listOf(scene: Scene, cases: Case[]): ReturnType<typeof say> {
  const [only] = cases;
  if (!only) return say(scene, 'status.none', { url: `${scene.publicUrl}/caso` });
  if (cases.length === 1) return caseStatus(scene, only);
  const shown = cases.slice(0, MOST_LISTED).map(c => caseLine(scene, c));
  return lines(say(scene, 'status.list'), ...shown, say(scene, 'status.which'));
}
