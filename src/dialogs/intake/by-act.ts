import { ACTS, type Act } from '../../catalogue/act.ts';
import { actIn, LIKELY_ACT, questionIn, SURE_ACT, shareOf } from '../acts.ts';
import { tellsNumber } from '../asked/agency-words.ts';
import { answerOfReport, isForBody, withQuestionKept } from '../asked/asked-in-general.ts';
import { hasOwnAnswer, unanswered } from '../asked/unanswered.ts';
import { dropDraft } from '../commands.ts';
import type { Draft } from '../conversation.ts';
import { askLeave } from '../leave.ts';
import { meansSomebody, toPerson } from '../person/person.ts';
import { awaiting } from '../questions.ts';
import { type Move, replyOf, type Scene, say, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { wantsAdded } from '../words/asking.ts';
import { plainClauses } from '../words/clauses.ts';
import { saysNothingElse } from '../words/clear-order.ts';
import { agreesBeside, onlyThanks, orderInLastClause, staysSo } from '../words/consent.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { isOfPraise, LEAST_PRAISE } from '../words/praise.ts';
import { declines, isNo, isYes } from '../words/yes-no.ts';
import { touched } from './absorb.ts';
import { isAlreadySo, namedIn, saidAgain, saysNothingNew } from './already-so.ts';
import { withPrivacy } from './aside.ts';
import { namesBody, otherBodyNamed } from './body-names.ts';
import { fileDraft } from './file.ts';
import { askFor, saying, showAdded, showSummary } from './flow.ts';
import { holderOfDraft, sureService } from './guess.ts';
import { asProposed } from './mend-kind.ts';
import { bodyInstead, bodyMeant, saysWhoIsAccused, withoutQuestions } from './named-body.ts';
import { otherMatter } from './other-matter.ts';
import { withPersonal } from './personal.ts';
import { dictatedPlace } from './place/dictated.ts';
import { saysOnlyWhere } from './place/told-where.ts';
import { placeFrom } from './place/where.ts';
import { fearsRevenge, privacySaid, privacyWished, wishesHidden } from './privacy.ts';
import { keptForLater } from './several/kept-for-later.ts';
import { saysOne } from './several/same-matter.ts';
import { summaryChoices } from './summary.ts';
import { isMention } from './supplier.ts';
import { held } from './yes-and-more.ts';

/** What an act makes of a report that was read back; null: the words tell too little for it. */
type Doing = (scene: Scene, draft: Draft) => Move | null;

/** Acts that change nothing of the report, or take it no further: heard before the rules look for fields in the words. */
const BEFORE: Partial<Record<Act, Doing>> = {
  hold: held,
  drop: scene => left(scene),
  solved: scene => left(scene, true),
  talks: listened,
  person: scene => (meansSomebody(scene.burst.text) ? toPerson(scene, 'asked') : null),
  asks: answered,
};

/** Left at once where it is refused outright; else they are asked. */
function left(scene: Scene, isOver = false): Move | null {
  // `Mejor déjelo anónimo` leaves nothing, nor does `no quiero problemas con él`.
  if (privacySaid(scene.burst.text) !== null || fearsRevenge(plainWords(scene.burst.text))) return null;
  // `¿Puede retirar el cheque mi hermana?` asks.
  if (scene.burst.text.includes('?') && !OUTRIGHT.test(plainWords(scene.burst.text))) return null;
  return OUTRIGHT.test(plainWords(scene.burst.text)) ? dropDraft(scene) : askLeave(scene, isOver);
}

/** Words of refusing, of who is heard to refuse: with a reason or the name of the matter they mean the same. */
const OUTRIGHT = anyOf(
  /\bno (?:(?:lo|la|los|las|le|se|me|quiero|hay|que) )*(?:mand|envi|pon|hag|present|registr|report)\w*(?! (?:asi|con|sin|todavia|aun|hasta|al?)\b)/,
  /\b(?:el|la|lo del?|lo de la|ese|esa|eso) (?:\w+ )?(?:dej|olvid|cancel|descart)\w*l[oa]s?\b(?! como)|\bya dej[ea]\b|\b(?:ese|esa|eso) (?:ya )?no(?: lo quiero)?$|\bno (?:lo |la )?quiero (?:ese|esa|eso|nada)\b/,
  /\b(?:do not|don t|dont) (?:send|file|submit|make|report)\b|\b(?:forget|drop|skip) (?:it|that|this)\b/,
);

/** Too little to go by alone, and enough beside words that say the same. */
const LEANS = 0.2;

/** `No, la luz déjela, ya la reportó mi vecino`: words of refusing that may well be meant so; null: they are none. */
export function refusedInWords(scene: Scene): Move | null {
  const isRefused =
    OUTRIGHT.test(plainWords(scene.burst.text)) && shareOf(scene, ['drop', 'solved']) >= LEANS;
  return isRefused ? dropDraft(scene) : null;
}

/** `So MIVIOT can force him?`: asked with its sign, where nothing else was found in it; null: it asks nothing. */
export function askedWithSign(scene: Scene, draft: Draft): Move | null {
  const isAsked = scene.burst.text.includes('?') && shareOf(scene, ['asks', 'follows']) >= LEANS;
  return isAsked ? answered(scene, draft) : null;
}

/** What is left to the act where no rule found a field in the words. */
const BEHIND: Partial<Record<Act, Doing>> = {
  ...BEFORE,
  hold: (scene, draft) => orderedWith(scene, draft) ?? (mayWait(scene) ? held(scene, draft) : null),
  send: (scene, draft) => orderedWith(scene, draft) ?? sent(scene, draft),
  place: orderedWith,
  more: orderedWith,
  wrong: askWhatToFix,
  matter: otherMatter,
  body: otherBody,
  manner: presented,
  further: (scene, draft) => keptForLater(scene, draft),
  words: (scene, draft) => (dictatedPlace(scene.burst.text) === null ? reworded(scene, draft) : null),
};

/** `He says the contract is verbal` may sound like a wait: one that is only likely has a word of it. */
function mayWait(scene: Scene): boolean {
  return actIn(scene, SURE_ACT) === 'hold' || WAITS.test(plainWords(scene.burst.text));
}

const WAITS =
  /\b(?:esper\w*|aguant\w*|todavia|aun|luego|despues|mas tarde|mas adelante|ahorita|ahora|mañana|momento|momentito|rato|ratito|minuto|segundo|chance|deja\w*|dejeme|pens\w*|primero|antes|cuando|hasta|wait|later|hold|not yet|first|moment|minute|think\w*|until|before|tomorrow)\b/;

/** What words to a summary surely do, before its rules are asked. Null: they may do more than one thing. */
export function actBefore(scene: Scene, draft: Draft, least: number): Move | null {
  const act = actIn(scene, least);
  if (act === null) return null;
  const doing = BEFORE[act];
  if (doing === undefined || (!RESTING.includes(act) && isToldAlready(scene, draft))) return null;
  const { text } = scene.burst;
  // A yes beside a wish to wait agrees to nothing: `deme chance, ¿sí?`
  if (act === 'hold' ? orderInLastClause(text) !== null : agreesBeside(text)) return null;
  // `No, que vaya a Tigo primero` waits with nothing, and what is bidden to be the place is no other wording.
  if (act === 'hold' && bodyMeant(scene, text, draft.place) !== null) return null;
  if (act === 'words' && dictatedPlace(text) !== null) return null;
  // A field of it may be told with a refusal.
  const isOfField = scene.facts.reading.places.length > 0 || namedIn(scene) !== null;
  return isOfField && !UNTELLING.includes(act) ? null : doing(scene, draft);
}

/** What they most likely do, where its rules would only add them. */
export function actBehind(
  scene: Scene,
  draft: Draft,
  least: number,
  among: readonly Act[] = ACTS,
): Move | null {
  const act = actIn(scene, least);
  return act !== null && among.includes(act) && !isToldAlready(scene, draft)
    ? (BEHIND[act]?.(scene, draft) ?? null)
    : null;
}

/** Acts that say nothing again, whatever of it they name. */
const RESTING: readonly Act[] = ['hold', 'talks'];
/** Acts that change no field, whatever place or body they name: `apenas baje a Chiriquí Grande seguimos`. */
const UNTELLING: readonly Act[] = [...RESTING, 'asks', 'person'];

/** What the summary says already is said to be so, whatever they do with it. */
function isToldAlready(scene: Scene, draft: Draft): boolean {
  return isAlreadySo(scene, draft) || saysNothingNew(scene, draft) || saysOne(scene.burst.text);
}

/** Which field of the summary is wrong? Its choices, without sending. */
export function askWhatToFix(scene: Scene, draft: Draft): Move {
  const choices = summaryChoices(scene, draft).filter(({ value }) => value !== 'yes');
  return saying(scene, { draft: touched(scene, draft), awaits: awaiting('fix', choices) });
}

/** Heard, and no word of the report; of praise it is more: `fue muy amable con todos`. */
function listened(scene: Scene, draft: Draft): Move {
  const isMore = isOfPraise(draft) && plainWords(scene.burst.text).split(' ').length >= LEAST_PRAISE;
  if (isMore && !onlyThanks(scene.burst.text))
    return showAdded(scene, {
      ...touched(scene, draft),
      description: [...draft.description, ...scene.burst.lines],
    });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'listened'))] };
}

/** What the desk itself knows of what is asked of the report that is open; null: it knows nothing of it. */
export function answeredInGeneral(scene: Scene, draft: Draft): Move | null {
  const question = questionIn(scene, LIKELY_ACT);
  if (question === null) return null;
  if (question === 'shown') {
    const words = say(scene, 'record.words', { words: readable(draft.description) });
    return showSummary(scene, touched(scene, draft), words);
  }
  const words = answerOfReport(scene, draft, question);
  return words && { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
}

/** A question that the desk itself can answer, and no procedure is known for: what stands in a report that was summed up. */
export function generallyAsked(scene: Scene, draft: Draft): Move | null {
  const isAsked = actIn(scene, SURE_ACT) === 'asks';
  const isProcedure = (scene.facts.reading.procedures[0]?.p ?? 0) >= LIKELY_ACT;
  return draft.summarised && isAsked && !isProcedure && !agreesBeside(scene.burst.text)
    ? answered(scene, draft)
    : null;
}

/** What is known of a question to the report that was read back, or who knows; null: it wishes something instead. */
export function answered(scene: Scene, draft: Draft): Move | null {
  const plain = plainWords(scene.burst.text);
  // `No se preocupe` asks nothing.
  if (saysNothingElse(scene.burst.text)) return listened(scene, draft);
  // `¿Lo pueden mandar con reserva?`, `¿puede anotar que …?` are wishes.
  const wished = privacyWished(plain);
  if ((wished !== null && wished !== draft.privacy) || wantsAdded(plain)) return null;
  // `¿Quién lo atiende? Póngale Tigo` is answered by what they want.
  if (tellsNumber(scene.burst.text) || bodyInstead(scene, draft) !== null) return null;
  const general = hasOwnAnswer(scene) ? null : answeredInGeneral(scene, draft);
  if (general) return general;
  const isKept = isForBody(scene);
  const own = isKept ? withQuestionKept(scene) : scene;
  return { state: withState(own, { lost: 0 }).state, replies: [replyOf(unanswered(scene, isKept))] };
}

/** An order or a yes stands in words that nothing was found against. */
const ORDERS =
  /\b(s+i+(?! (no|me|el|la|yo|eso|quiere))|m[ae]nd\w+|envi\w+|hagale|echele|metale|proceda\w*|adelante|send it|go ahead)\b|\b(dale+|de(n)?le|listo|perfecto|correcto|exacto|de acuerdo|ok(ay|ey)?|asi (mismo|es)|est?a bien|yes|yeah|sure)( (gracias|pues|entonces|ya|thanks))*$/;
const AGAINST = /\b(no|not|pero|but|espere?\w*|wait|todavia|aun)\b|\?/;

/** Sent where it is said; else asked once more. */
function sent(scene: Scene, draft: Draft): Move | null {
  // `Confidencial` says how, and not yet to.
  if (privacySaid(scene.burst.text) !== null) return null;
  const plain = plainWords(scene.burst.text);
  const isSure = actIn(scene, SURE_ACT) === 'send';
  const isSaid = isSure && ORDERS.test(plain) && !AGAINST.test(plain) && !scene.burst.text.includes('?');
  return isSaid
    ? fileDraft(scene, asProposed(scene, touched(scene, draft)))
    : { state: withState(scene, { lost: 0 }).state, replies: [] };
}

/** `No está grave, todavía está bien. Mándelo`: the order at the end counts, whatever is denied before it; null: there is none. */
function orderedWith(scene: Scene, draft: Draft): Move | null {
  const { text } = scene.burst;
  const order = orderInLastClause(text);
  if (order === null || order === text || text.includes('?') || NOT_THERE.test(plainWords(text))) return null;
  const told = text.slice(0, text.lastIndexOf(order)).replace(/[\s.,;:]+$/u, '');
  return fileDraft(scene, { ...touched(scene, draft), description: [...draft.description, told] });
}

/** `No es Chitré, mándelo`: where it is not, and no more. */
const NOT_THERE = /^(ay |pero |que |si |ok )*no (es|queda) /;

/** `Que sea quien sea, el alcalde no hace nada`: spoken of, and bidden nowhere. */
const SPOKEN_OF = /\bsea quien sea\b.*\b(?:no|nunca|nadie)\b/;

/** The body that is named, where one is; else which matter it is decides it. */
function otherBody(scene: Scene, draft: Draft): Move | null {
  const plain = plainWords(scene.burst.text);
  if (isMention(plain) || SPOKEN_OF.test(plain)) return null;
  const held = holderOfDraft(scene, draft)?.holder.agencyId;
  const stated = withoutQuestions(scene.burst.text);
  const named = NO_BODY.test(plain) ? null : otherBodyNamed(scene, stated, held);
  // `¿El MIVIOT lo puede obligar?` reopens nothing.
  if (stated !== scene.burst.text && (named === null || saysWhoIsAccused(draft, stated)))
    return answered(scene, draft);
  if (named === null && held !== undefined && affirms(scene, stated, held)) return saidAgain(scene, draft);
  const description = [...draft.description, ...scene.burst.lines];
  const told = { ...touched(scene, draft), description };
  // The body they named themselves gives way to none that is only spoken of: `que sea quien sea, el alcalde no hace nada`.
  if (named !== null && draft.agencyId !== null && actIn(scene, SURE_ACT) !== 'body') return null;
  return named === null
    ? askFor(scene, told, { ask: 'agency', among: [] })
    : showSummary(scene, { ...told, agencyId: named, reasons: [] }, say(scene, 'corrected'));
}

/** `Debe ser MINSA`, of what it has already, and nothing denied of it. */
function affirms(scene: Scene, text: string, body: string): boolean {
  return plainClauses(text).some(clause => namesBody(scene, clause, body) && !/\b(no|not)\b/.test(clause));
}

/** `Que no es ACODECO, cámbielo`, without whose it is. */
const NO_BODY = /^(que |pero |ay |no )*no (es|era|va|le toca)\b(?!.*\b(es|sino|va) (de|del|a|al|para)\b)/;

/** Kept in reserve where they wish to be hidden; else they choose how it is presented. */
function presented(scene: Scene, draft: Draft): Move {
  const own = touched(scene, draft);
  const isSeen = draft.privacy === null || draft.privacy === 'normal';
  if (isSeen && wishesHidden(plainWords(scene.burst.text)))
    return showSummary(scene, withPrivacy(scene, own, 'confidential'), say(scene, 'corrected'));
  return askFor(scene, own, { ask: draft.kind === 'denuncia' ? 'privacy' : 'kind' });
}

/** They tell it anew, as they wish it to be read. */
function reworded(scene: Scene, draft: Draft): Move {
  return saying(scene, { draft: touched(scene, draft), awaits: awaiting('reword') });
}

const STAYS = anyOf(
  /^(nada|ninguna?|nothing|none|(ya |mejor )*(dejel[oa]|dejal[oa]) (asi|como esta))( gracias)?$/,
  /\bno (lo |la |me |le )*(cambi(e|en|es|ara)|toque|mueva)\b|\b(dejel[oa]|quede|como) (con .* )?(como )?(estaba|antes)\b/,
);

/** The words they wish to be read, in the stead of those before. */
export function answerReword(scene: Scene, draft: Draft): Move {
  const { text } = scene.burst;
  const isLeft = isYes(text) || isNo(text) || declines(text) || staysSo(text);
  if (isLeft || STAYS.test(plainWords(text))) return showSummary(scene, touched(scene, draft));
  const personal = withPersonal(scene, draft);
  if (personal) return personal;
  // The place alone takes the place of no account: `Samaria, sector 4`.
  const isWhere =
    saysOnlyWhere(scene, text) && sureService(scene, scene.facts.reading.services, null) === null;
  const there = isWhere ? placeFrom(scene, null, text, true) : null;
  if (there !== null && 'place' in there)
    return showSummary(scene, { ...touched(scene, draft), place: there.place }, say(scene, 'corrected'));
  const own = { ...touched(scene, draft), title: null, description: scene.burst.lines };
  return showSummary(scene, own, say(scene, 'record.edited', { words: text }));
}
