import { isOpen } from '../cases/lifecycle.ts';
import { findNumbers } from '../cases/number.ts';
import { setsRight } from './acts.ts';
import { answeredAlone } from './asked/information.ts';
import { dropDraft } from './commands.ts';
import type { Awaits, Draft, StepName } from './conversation.ts';
import { tellsEnd } from './filed/case-steps.ts';
import { asksAfterEarlier } from './filed/earlier-case.ts';
import { listed } from './filed/status.ts';
import { touched } from './intake/absorb.ts';
import { withPrivacy } from './intake/aside.ts';
import { beginReport, proceed, showSummary } from './intake/flow.ts';
import { sureService } from './intake/guess.ts';
import { matterDropped } from './intake/matter-dropped.ts';
import { besidePrivacy, fearsRevenge, privacySaid, wantsNoTrace } from './intake/privacy.ts';
import { awaiting, stepOf } from './questions.ts';
import {
  afterQuestion,
  interrupting,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  withState,
  yesAndNo,
} from './scene.ts';
import { beginsAsQuestion } from './words/asking.ts';
import { chosenWord } from './words/chosen.ts';
import { clauses, sentences } from './words/clauses.ts';
import { afterLeaving, answerAmong, consentIn, ordersFiling, staysSo } from './words/consent.ts';
import { dictatedAnew } from './words/dictated.ts';
import { meaningOf } from './words/meaning.ts';
import { plainWords } from './words/plain-words.ts';
import { refusesOutright } from './words/refuses-outright.ts';
import { besideRegret, wantsBack, wantsKept } from './words/regret.ts';
import { besideLastOut } from './words/wants-out.ts';

/** The questions of a report. */
const OF_REPORT: readonly StepName[] = [
  'kind',
  'agency',
  'place',
  'description',
  'contact',
  'privacy',
  'confirm',
  'fix',
  'reword',
  'reserve',
  'resume',
];
/** Offers of something further: who leaves it declines them. */
const OFFERS: readonly StepName[] = ['split', 'insist', 'offer', 'also'];

/**
 * Who no longer wants what was begun, at whatever question: a report is dropped, and nothing of it filed; where it may be
 * meant otherwise, they are asked once. Who only wants time is given it.
 */
export const leaving: Topic = scene => {
  const { burst, state, catalogue } = scene;
  const { draft, awaits } = state;
  if (burst.choice !== null || burst.text === '' || burst.files.length > 0) return null;
  if (findNumbers(burst.text, catalogue.centre.prefix).length > 0) return null;
  const meant = consentIn(burst.text);
  // `Sí, no manden nada`, of what was left already, begins nothing.
  const isGone = draft === null && scene.left !== null && awaits === null;
  if (isGone && (isRefusal(burst.text) || saysNoAgain(burst.text)))
    return { state, replies: [replyOf(say(scene, 'fine'))] };
  if (draft === null) return meant === 'drop' ? leaveNothing(scene) : null;
  // `Mejor déjelo anónimo` leaves nothing, nor does `no quiero problemas con él`, or `no quiero que me busquen`.
  if (privacySaid(burst.text) !== null || fearsRevenge(plainWords(burst.text))) return null;
  if (wantsNoTrace(plainWords(burst.text)) || dictatedAnew(burst.text) !== null) return null;
  // `Quite eso`, of what was added last.
  if (draft.summarised && draft.description.length > 1 && besideLastOut(burst.text) !== null) return null;
  const step = awaits === null ? null : stepOf(awaits);
  if (step === 'leave' && saysNoAgain(burst.text)) return dropDraft(scene);
  if (step !== null && (!OF_REPORT.includes(step) || answersSlot(step, burst.text))) return null;
  if (meant === 'no' && saysNoAgain(burst.text)) return dropDraft(scene);
  // `Eso no se manda así, está todo revuelto` leaves nothing.
  if (setsRight(scene, ['wrong', 'words'])) return null;
  if (meant === 'drop' || refusesOutright(burst.text)) return dropDraft(scene);
  // Of what was only announced nothing is dropped yet.
  const isTold = draft.description.length > 0;
  const instead = beganAnother(scene, draft) ?? (isTold ? matterDropped(scene, draft) : null);
  if (instead) return instead;
  // Asked what happens, they tell it: `voy al hospital y no atienden`.
  if (meant === 'doubt' && step === 'description') return null;
  // `Ya la recogieron ayer`, asked where it is.
  const isOver = meant === 'solved' || (step === 'place' && meant === null && tellsOver(scene));
  if (meant === 'doubt' || isOver) return askLeave(scene, isOver);
  const waits = meant === 'hold' && step !== null && !['confirm', 'fix', 'resume'].includes(step);
  return waits ? { state, replies: [replyOf(say(scene, 'waiting'))], quiet: true } : null;
};

function tellsOver({ burst: { text }, facts: { reading } }: Scene): boolean {
  return meaningOf(text) === 'solved' && tellsEnd(text) && reading.places.length === 0 && !text.includes('?');
}

/** A refusal, whatever stands with it: `sí, no manden nada`. */
function isRefusal(text: string): boolean {
  return consentIn(text) === 'doubt' && clauses(text).some(clause => consentIn(clause) === 'drop');
}

/** `Ya le dije que no`: the report was refused before, and is gone now. */
function saysNoAgain(text: string): boolean {
  return clauses(text).some(clause => SAID_NO.test(plainWords(clause)));
}

const SAID_NO = /\bdije que no$|\bi (?:already )?(?:said|told you) no$/;

/** `Olvídese de eso, mejor ponga que no hay agua`: the other matter takes the place of the first. */
function beganAnother(scene: Scene, draft: Draft): Move | null {
  const rest = afterLeaving(scene.burst.text);
  if (rest === null) return null;
  const { intent, services } = scene.facts.read(rest);
  const tells = intent === 'report' && !beginsAsQuestion(rest);
  const service = tells ? sureService(scene, services, null) : null;
  if (service === null || service.id === draft.serviceId) return null;
  const free = withState(scene, { draft: null, awaits: null, lost: 0 });
  return beginReport(retold(free, [rest]), {}, say(scene, 'dropped_other'));
}

const ANEW =
  /^(no |ay |bueno |ok |oiga |espere |perdon |pensandolo bien |mejor |siempre |es que |sabe que |aunque )*((si )?(ponl[oa]|ponga(l[oa])?|mandel[oa]|mandal[oa]|hagal[oa]|envi[ae]l[oa]) (otra vez|de nuevo|siempre|entonces|mejor)|(mejor |que |siempre )+si|(me )?arrepent\w+|cambie de (idea|opinion)|i changed my mind|(on second thought|actually) (yes )?|yes send it|send it|(si )?(lo|la) quiero (enviar|mandar|presentar)|(si )?quiero (enviar|mandar|presentar)(lo|la))( (si|yes|quiero|envi\w*|mand\w*|present\w*|hag\w*|it|anyway|after all|gracias|por favor|please|lo|la|el|reporte|queja))*$/;

/** `Bueno sí, ponlo otra vez, que se me explotó la llanta`: the same, with more. */
const AGAIN =
  /^(no |ay |bueno |ok |oiga |aunque |mejor |si |pensandolo bien )*(ponl[oa]|pongal[oa]|mandel[oa]|mandal[oa]|hagal[oa]|enviel[oa]) (otra vez|de nuevo|siempre)\b/;

/** `No espere`, `perdón, me equivoqué`: what they left is wanted after all, if a yes or an order follows. */
const EXCUSE =
  /^(?:(?:no|ay|uy|oiga|pero|es que|esper[ae]\w*|aguante|perdon\w*|disculp\w*|(?:yo )?me (?:equivoque|confundi)|fue (?:un error|sin querer|mi error)|(?:lo )?dije mal|wait|sorry|my mistake|it was a mistake) )+/;
const AFTER_EXCUSE =
  /^(?:si|yes|(?:si )?(?:lo |la )?quiero|i do(?: want (?:it|to))?)(?: (?:si|quiero|lo|la|enviar\w*|mandar\w*|poner\w*|presentar\w*|hacer\w*|que|mand\w+|envi\w+|it|to|send|file|please|por favor|mejor|el|reporte|queja))*$/;
/** `Retomemos`, `¿dónde estábamos?` */
const TAKEN_UP =
  /^(?:(?:bueno|ok|y|pero|si|entonces|vamos a|vamos) )*(?:retom(?:emos|o|ar|amos)|seguir|continuar|(?:en )?donde (?:estabamos|ibamos|quedamos|nos quedamos)|let s (?:go on|continue|resume)|where were we)(?: (?:con|el|la|eso|ese|reporte|queja|it|that|por favor))*$/;

/** Do words want back what was just left, by an excuse or by going on? */
function isTakenUp(plain: string): boolean {
  const rest = plain.replace(EXCUSE, '');
  const isExcused = rest !== plain && (AFTER_EXCUSE.test(rest) || ANEW.test(rest) || ordersFiling(rest));
  return isExcused || TAKEN_UP.test(plain);
}

/** `Bueno, mejor sí, envíela`, `pero anónima`: the report that was left just before is shown again, to be agreed to. */
export const broughtBack: Topic = scene => {
  const { left, burst, state } = scene;
  if (left === null || state.draft !== null || burst.choice !== null || left.description.length === 0)
    return null;
  const wished = privacySaid(burst.text);
  const order = wished === null ? burst.text : besidePrivacy(burst.text);
  const plain = plainWords(order);
  const isMore = AGAIN.test(plain);
  const isBack = wantsBack(burst.text);
  const isAnew = ANEW.test(plain) || isTakenUp(plain);
  if (!isAnew && !isMore && !isBack && !ordersBehind(scene, order) && wished === null) return null;
  const more = isMore ? burst.lines : isBack ? besideRegret(burst.text) : [];
  const told = touched(scene, { ...left, description: [...left.description, ...more] });
  const again = wished === null ? told : withPrivacy(scene, told, wished);
  const free = withState(scene, { awaits: null, lost: 0 });
  return left.summarised ? showSummary(free, again) : proceed(free, again);
};

/** `Sabe que, mi hija dice que sí la ponga. Mándela`: ordered in its last sentence, and no other matter is told. */
function ordersBehind(scene: Scene, order: string): boolean {
  const last = sentences(order).at(-1) ?? order;
  const { services, places } = scene.facts.reading;
  const isBare = places.length === 0 && sureService(scene, services, null) === null;
  return ordersFiling(order) || (isBare && ordersFiling(last));
}

/** Words that leave one slot open, or say how it shall be kept, and not the report; "as it is" leaves a summary so. */
function answersSlot(step: StepName, text: string): boolean {
  const plain = plainWords(text);
  if (step === 'fix') return staysSo(text);
  if (step === 'reword') return staysSo(text) || LETS_BE.test(plain);
  if (step === 'privacy' && consentIn(text) === 'doubt') return true;
  if (step === 'reserve' && privacySaid(text) !== null) return true;
  return step !== 'confirm' && step !== 'resume' && SLOT.test(plain);
}

const SLOT =
  /^(no (me |lo |la )?(importa|quiero|deseo|hace falta|es necesario)|nada|it does not matter)( muchas)?( gracias)?$/;

/** Nothing is begun: an offer is declined, or there is nothing to leave. Null: it is about a case, or another question. */
function leaveNothing(scene: Scene): Move | null {
  const { awaits } = scene.state;
  if (awaits !== null && !OFFERS.includes(stepOf(awaits))) return null;
  if (awaits !== null) {
    const { state } = withState(afterQuestion(scene), { later: [] });
    return { state, replies: [replyOf(say(scene, 'fine'))] };
  }
  // Of a case they speak of, or ask about, they are told where it stands.
  const isOfCase = scene.facts.cases.some(isOpen) || meaningOf(scene.burst.text) === 'withdraw';
  if (isOfCase || scene.facts.reading.intent === 'info') return null;
  // `Deja así`, where nothing waits, is no wish to cancel.
  if (LETS_BE.test(plainWords(scene.burst.text)))
    return { state: scene.state, replies: [replyOf(say(scene, 'fine'))] };
  // `No quiero reportar nada`, where nothing was begun, asks for nothing to be undone.
  const words = DECLINES.test(plainWords(scene.burst.text)) ? 'fine' : 'nothing_to_cancel';
  return {
    state: scene.state,
    replies: [replyOf(say(scene, isUndoing(scene) ? 'nothing_to_withdraw' : words))],
  };
}

const DECLINES =
  /\b(?:no (?:yo |ya )?(?:quiero|necesito|deseo) (?:mas )?nada|(?:don t|do not) (?:want|need) anything)\b|\b(?:no|not|don t) (?:(?:yo|ya|le|to|quiero|deseo|voy a|es para|want|need) ?)+ ?(?:report|denunci|quej|present|poner|envi|mand|file|send|submit|complain)\w*/;

/** Do they want undone what they may have filed without a name, or are they afraid of it? */
function isUndoing({ burst }: Scene): boolean {
  return /\b(borr|elimin|retir|anul|quit|miedo|asust|arrepent|delet|eras|withdraw|scared|afraid)/.test(
    plainWords(burst.text),
  );
}

/** Asks once whether the report shall be left; `isOver`: the matter seems to be. */
export function askLeave(scene: Scene, isOver = false): Move {
  const { state } = interrupting(scene, awaiting('leave', yesAndNo(scene, 'leave')));
  return { state, replies: isOver ? [replyOf(say(scene, 'glad'))] : [] };
}

/** Leave the report? Null: that was no answer. */
export function answerLeave(scene: Scene, awaits: Awaits): Move | null {
  const { burst } = scene;
  const free = afterQuestion(scene);
  if (burst.choice === null && wantsKept(burst.text)) return { state: free.state, replies: [] };
  const pick = ordersFiling(burst.text) && burst.choice === null ? null : chosenWord(awaits.choices, burst);
  const meant = burst.choice === null ? consentIn(burst.text) : null;
  const isLeft = burst.choice === null && LETS_BE.test(plainWords(burst.text));
  // `Sí, no manden nada`; `me da miedo` alone leaves nothing.
  const isDoubled = burst.choice === null && isRefusal(burst.text);
  const isDropped = meant === 'drop' || meant === 'solved' || isDoubled;
  if (pick === 'yes' || isLeft || isDropped) return dropDraft(scene);
  const behind = burst.choice === null ? behindLeaving(burst.text) : null;
  if (behind !== null) return answeredAfter(scene, behind);
  // `Sí, deje eso. ¿Cómo saco el aviso de operación?`: left, and what they ask is heard by itself.
  const among = burst.choice === null ? answerAmong(burst.text) : null;
  if (among !== null && ['yes', 'drop'].includes(among.meant)) {
    return answeredAfter(scene, among.rest);
  }
  return pick === 'no' ? { state: free.state, replies: [] } : null;
}

/** Left, with the answer to what they ask beside. */
function answeredAfter(scene: Scene, rest: string): Move {
  const left = dropDraft(scene);
  const asking = retold(withState(scene, left.state), [rest]);
  if (asksAfterEarlier(asking)) return listed(asking);
  return scene.facts.read(rest).intent === 'info' ? answeredAlone(asking) : left;
}

/** What is said in the sentences behind one that leaves it: `quiero averiguar el número` of `sí, déjelo. quiero …`; null: none does. */
function behindLeaving(text: string): string | null {
  const [first = '', ...rest] = sentences(text);
  return rest.length > 0 && LETS_BE.test(plainWords(first)) ? rest.join(' ') : null;
}

/** `Sí, ya déjelo`, asked whether it shall be left. */
const LETS_BE =
  /^(si |ya |mejor |por favor |bueno )*(dejel[oa]|dejal[oa]|deje|deja|dejemosl[oa]|dejenl[oa]|asi)( (asi|ya|no mas|quieto|gracias))*$/;

/** The scene of an order to send it, said to the question whether it shall be left: the agreement it is. */
export function sentAfterAll(scene: Scene): Scene {
  const { awaits } = scene.state;
  const isOrder = awaits !== null && stepOf(awaits) === 'leave' && ordersFiling(scene.burst.text);
  const isSummed = awaits?.before !== undefined && stepOf(awaits.before) === 'confirm';
  return isOrder && isSummed ? retold(scene, ['sí']) : scene;
}
