import type { Case } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Act } from '../../catalogue/act.ts';
import type { Service } from '../../catalogue/catalogue.ts';
import { actIn, LIKELY_ACT, questionIn, SURE_ACT } from '../acts.ts';
import { answerOfCase, isForBody } from '../asked/asked-in-general.ts';
import { asksFacts } from '../asked/facts-asked.ts';
import { likelyProcedures, SURE } from '../asked/information.ts';
import { whoIsHolder } from '../asked/who-is-holder.ts';
import { isCourtesy } from '../courtesy/small-talk.ts';
import { declaredKind } from '../intake/absorb.ts';
import { beginReport } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { goesWrong } from '../intake/matter.ts';
import { isPersonal } from '../intake/personal.ts';
import { samePlace } from '../intake/place/same-place.ts';
import { newReport } from '../intake/report.ts';
import { asksOfAnother, contentWords, isAnotherMatter, sharesRoot } from '../likeness.ts';
import { meansSomebody, toPerson } from '../person/person.ts';
import { type Move, replyOf, type Scene, say, type Topic } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { asksWhether } from '../words/asking.ts';
import { consentIn, onlyThanks, ordersFiling } from '../words/consent.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksOfPaper } from '../words/question-words.ts';
import { isNo } from '../words/yes-no.ts';
import { answeredWith, questionKept } from './case-answers.ts';
import { added, askSolved, askWithdraw, perhapsAdded, tellsEnd } from './case-steps.ts';
import { lookedAt } from './filed-otherwise.ts';
import { tellsNearby } from './follow-up.ts';
import { aboutJustFiled } from './just-filed.ts';
import { isJustFiled } from './just-filed-case.ts';
import { movesPlace, placeAdded } from './moved.ts';

/** What an act makes of a case that was filed just before; null: the words tell too little for it. */
type Doing = (scene: Scene, c: Case) => Move | null;

const DOINGS: Partial<Record<Act, Doing>> = {
  send: (scene, c) => (tellsMore(scene) ? more(scene, c) : saying('follow.listened')(scene, c)),
  talks: saying('follow.listened'),
  hold: saying('follow.sent_already'),
  wrong: saying('follow.what_is_wrong'),
  words: (scene, c) => ({ ...saying('follow.cannot_unsay')(scene, c), set: { review: true } }),
  // `¿Puede retirar el cheque mi hermana?` takes back no case.
  // A bare no takes back nothing.
  drop: (scene, c) => {
    if (isNo(scene.burst.text)) return { state: scene.state, replies: [replyOf(say(scene, 'fine'))] };
    if (isForBody(scene)) return questionKept(scene, c);
    // What is only likely must say so in a word: `mándeme el comprobante` takes nothing back.
    const isMeant = actIn(scene, SURE_ACT) === 'drop' || TAKES_BACK.test(plainWords(scene.burst.text));
    return isMeant ? askWithdraw(scene, c) : null;
  },
  solved: (scene, c) => (tellsEnd(scene.burst.text) ? ended(scene, c) : endless(scene, c)),
  person: scene => (meansSomebody(scene.burst.text) ? toPerson(scene, 'asked') : null),
  asks: answered,
  follows: answered,
  more,
  further,
  place: (scene, c) => placeAdded(scene, c) ?? more(scene, c),
  body: lookedAt,
  matter: (scene, c) => (tellsAnother(scene, c) ? null : lookedAt(scene, c)),
  manner: (scene, c) => (proposesBeside(scene, c) ? null : lookedAt(scene, c)),
};

const TAKES_BACK =
  /\b(?:retir|anul|cancel|borr|quit|elimin|bot[ae]|saqu|olvid|dej[aeo]|arrepent|arrepient|par(?:e|en|ar)(?= |$)|suspend|desist|deten|sin efecto|no (?:sigan?|continu\w+|mand\w+|envi\w+|pas\w+|quiero|hace falta)|ya no|mejor no|para atras|withdraw|cancel|delete|remove|drop|stop|forget|never ?mind|take (?:it|that) (?:back|down))/;

/** `Tengo una idea, que pongan ciclovías`, after a complaint: a matter of its own. */
function proposesBeside({ burst }: Scene, { kind }: Case): boolean {
  const declared = declaredKind(burst.text);
  return declared !== null && isProposal(declared) && !isProposal(kind);
}

/** What words surely do to the case that was filed a moment ago, before a matter is looked for in them. */
export const surelyOfCase: Topic = scene => byAct(scene, SURE_ACT);

/** What they most likely do, before a report would be begun with them. */
export const likelyOfCase: Topic = scene => {
  const service = sureService(scene, scene.facts.reading.services, null);
  if (service === null) return byAct(scene, LIKELY_ACT);
  const [c, other] = scene.facts.cases.filter(filed => isJustFiled(scene, filed));
  if (c === undefined || other !== undefined || scene.state.draft !== null) return null;
  return actIn(scene, LIKELY_ACT) === 'more' && isOfBody(scene, c, service) ? perhapsAdded(scene, c) : null;
};

/** `Hoy llegó un poquito pero sale chocolate`: another service of the body that has the case, and no other place. */
function isOfBody(scene: Scene, { place, kind, holder }: Case, service: Service): boolean {
  const { places, emergency } = scene.facts.reading;
  const routing = scene.route(service, place, kind);
  const isSame = 'holder' in routing && routing.holder.agencyId === holder?.agencyId;
  return isSame && places.length === 0 && emergency === null;
}

const OPENS =
  /\b(?:quiero|quisiera|necesito|voy a|deseo|i want to|i would like to) (?:poner|hacer|presentar|file|make) (?:una|otra|un|otro|an?|another) (?:queja|denuncia|reclamo|reporte|complaint|report)\b/;

/** `Y ahora quiero poner una queja contra el 311 porque me colgaron`: of another matter, which they say outright. */
function opensOwn(scene: Scene, c: Case): boolean {
  const isOther =
    sureService(scene, scene.facts.reading.services, null) !== null && isAnotherMatter(scene, c);
  return isOther && OPENS.test(plainWords(scene.burst.text));
}

function byAct(scene: Scene, least: number): Move | null {
  const { facts, state } = scene;
  const [c, other] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const act = actIn(scene, least);
  if (c === undefined || act === null || state.draft !== null || facts.quoted !== null) return null;
  if (opensOwn(scene, c)) return null;
  // `Me equivoqué de casa, le ruego anular` moves nothing.
  if (isSaidOutright(scene, act) || (act !== 'drop' && movesPlace(scene, c))) return null;
  // `Tengo un contrato con Tigo y no me dejan cancelarlo` takes back no case of water.
  if (OF_ITS_OWN.includes(act) && isAnotherMatter(scene, c) && !sharesRoot(scene, c)) return null;
  // Of a danger they tell, nothing is known here.
  if (tellsDanger(scene) && !OF_END.includes(act)) return null;
  return other !== undefined && !OF_ANY.includes(act) ? null : (DOINGS[act]?.(scene, c) ?? null);
}

/** What is only guessed, and faintly, is told with many a word. */
function tellsDanger({ facts, catalogue }: Scene): boolean {
  const { emergency } = facts.reading;
  if (emergency === null) return false;
  const isPersonal = catalogue.emergencies.get(emergency.category)?.personal === true;
  return isPersonal || emergency.guessed !== true || emergency.p >= LEAST_DANGER;
}

const LEAST_DANGER = 0.3;
/** From here on a service is told, and not guessed. */
const CLEAR = 0.8;

/** Acts that only words of the case itself do to it. */
const OF_ITS_OWN: readonly Act[] = ['drop', 'solved', 'wrong', 'hold'];
const OF_END: readonly Act[] = ['drop', 'solved'];
/** Acts that are the same of whichever of several cases. */
const OF_ANY: readonly Act[] = ['talks', 'send', 'person'];

/** What the rules know by its very words, and act on with what else is told: thanks, a telephone, `anulen la del MOP`. */
function isSaidOutright({ burst: { text }, facts: { reading } }: Scene, act: Act): boolean {
  const meaning = meaningOf(text);
  // `Todavía no la pase` goes on with nothing.
  const isMoved = meaning === 'moved' && act === 'drop';
  const isMeant = meaning === 'goes_on' ? TELLING.includes(act) : meaning !== null && !isMoved;
  const isCourteous = reading.intent === 'thanks' || reading.intent === 'greeting' || isCourtesy(text);
  // `Ya pasaron, muchas gracias` is news.
  // So are a question and more words than thanks are said with: `gracias, y mientras tanto pongo una rama ahí o q`.
  const isBeside = BESIDE_THANKS.includes(act) && plainWords(text).split(' ').length > 2;
  const isThanks = onlyThanks(text) || (isCourteous && !isBeside);
  return isThanks || isMeant || consentIn(text) === 'drop' || isPersonal(text);
}

const TELLING: readonly Act[] = ['more', 'place', 'drop', 'solved', 'further'];
const BESIDE_THANKS: readonly Act[] = ['solved', 'asks', 'follows', 'further'];

function saying(
  key: Extract<
    TextKey,
    'follow.listened' | 'follow.sent_already' | 'follow.what_is_wrong' | 'follow.cannot_unsay'
  >,
): (scene: Scene, c: Case) => Move {
  return (scene, { number }) => ({
    state: { ...scene.state, lost: 0 },
    replies: [replyOf(say(scene, key, { number }), { caseNumber: number })],
  });
}

/** What sounds like an end and is none: news of it, or words that say nothing. */
const REPAIRED =
  /\b(?:arregl|repar|solucion|tap|limpi|recog|resolv|fix|repair|solv)\w*(?:aron|ieron|ado|ido|o|ed)\b/;

/** `Está peor que ayer`, and no order or yes alone. */
function tellsMore({ burst: { text } }: Scene): boolean {
  return contentWords(text).length > 0 && consentIn(text) === null && !ordersFiling(plainWords(text));
}

/** Whether it is solved is asked, and what they tell of how is kept: `ahora la soltaron`. */
function ended(scene: Scene, c: Case): Move {
  const isRepair = meaningOf(scene.burst.text) === 'solved' || REPAIRED.test(plainWords(scene.burst.text));
  return !isRepair && tellsMore(scene)
    ? { ...askSolved(scene, c), cases: added(scene, c).cases ?? [] }
    : askSolved(scene, c);
}

function endless(scene: Scene, c: Case): Move {
  const isNews = contentWords(scene.burst.text).length >= LEAST_NEWS;
  return isNews ? added(scene, c) : saying('follow.listened')(scene, c);
}

const LEAST_NEWS = 3;

/** Another service that goes wrong, of the same body perhaps: `se robaron la tapa de la alcantarilla`. */
function tellsAnother(scene: Scene, { serviceId }: Case): boolean {
  const service = sureService(scene, scene.facts.reading.services, null);
  const isClear = (scene.facts.reading.services[0]?.p ?? 0) >= CLEAR || goesWrong(scene.burst.text);
  return service !== null && service.id !== serviceId && isClear;
}

/** Another matter that they tell is put beside no case unasked. */
function more(scene: Scene, c: Case): Move | null {
  const isSure = actIn(scene, SURE_ACT) !== null;
  const isOfIt = isSure && scene.facts.reading.places.length === 0 && sharesRoot(scene, c);
  if (isAnotherMatter(scene, c) && !isOfIt) return null;
  return !isSure ? perhapsAdded(scene, c) : added(scene, c);
}

/** `Y la fonda de la escuela da la comida cruda, ¿eso lo mando aparte?`: a report of its own. */
function further(scene: Scene, { serviceId }: Case): Move | null {
  const { text } = scene.burst;
  const isTold = !asksWhether(text) && !asksFacts(scene) && contentWords(text).length >= LEAST_NEWS;
  // Of the same service it may be the same breakdown, or one more thing of it.
  const isSame = sureService(scene, scene.facts.reading.services, null)?.id === serviceId;
  if (!isTold || isSame || tellsNearby(scene) || actIn(scene, SURE_ACT) === null) return null;
  return newReport(scene) ?? beginReport(scene, { place: samePlace(scene) });
}

/** What is known of the case, or of every case; else kept with it for the body. Null: a procedure is asked about. */
function answered(scene: Scene, c: Case): Move | null {
  const who = whoIsHolder(scene, c);
  if (who) return answeredWith(scene, c, who);
  const own = aboutJustFiled(scene);
  if (own) return own;
  const { procedures, p } = likelyProcedures(scene);
  const isOfOther = asksOfAnother(scene, c) || asksOfPaper(scene.burst.text);
  if ((procedures.length > 0 && p >= SURE) || isOfOther) return null;
  const question = questionIn(scene, LIKELY_ACT);
  const words = question && answerOfCase(scene, c, question);
  if (!words) return isAnotherMatter(scene, c) ? null : questionKept(scene, c);
  return answeredWith(scene, c, words);
}
