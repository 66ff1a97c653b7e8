import type { Case, CaseChange } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { addToCase, confirmSolved, rateCase, reopenCase, withdrawCase } from '../../cases/steps.ts';
import type { Choice } from '../../channels/channel.ts';
import type { Awaits, Draft } from '../conversation.ts';
import { beginReport } from '../intake/flow.ts';
import { surePlace } from '../intake/place/namesakes.ts';
import { isAnotherMatter, relation } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import {
  afterQuestion,
  choiceOf,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  type View,
} from '../scene.ts';
import { newDraft } from '../state.ts';
import { chosenWord } from '../words/chosen.ts';
import { plainClauses } from '../words/clauses.ts';
import { answerAmong, besideYes, consentIn, ordersFiling } from '../words/consent.ts';
import { keptInTheEnd } from '../words/last-word.ts';
import { marksIn } from '../words/marks.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { wantsKept } from '../words/regret.ts';
import { declines, isNo } from '../words/yes-no.ts';
import { besideRating } from './beside-rating.ts';
import { caseByPin } from './by-pin.ts';
import { changed, wordsOf } from './case-change.ts';
import { caseNamed } from './case-named.ts';
import { askWithdraw } from './case-steps.ts';
import { caseMeant } from './just-filed-case.ts';
import { ruledHolder } from './moved.ts';
import { saysNo, saysYes } from './solved-or-not.ts';
import { besideSolved, isInPart, otherSince } from './solved-words.ts';

/** The marks a citizen may give. */
function marks(view: View, number: string): Choice[] {
  return ([1, 2, 3, 4, 5] as const).map(mark =>
    choiceOf(view, `choice.mark_${mark}`, `rating:${number}:${mark}`),
  );
}

/** What asks for the marks of a case. */
export function awaitingRating(view: View, { number }: Case): Awaits {
  return awaiting('rating', marks(view, number), { caseNumber: number });
}

function caseOf(scene: Scene, awaits: Awaits): Case | null {
  return scene.facts.cases.find(({ number }) => number === awaits.caseNumber) ?? null;
}

/** Leaves a question unanswered because the citizen wishes it. */
function leftOpen(scene: Scene): Move {
  return { state: afterQuestion(scene).state, replies: [replyOf(say(scene, 'fine'))] };
}

/** Was it solved? Yes closes it and asks for marks; no opens it again, a level higher. */
export function answerSolved(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  if (!c) return null;
  const { text } = scene.burst;
  const pick = chosenWord(awaits.choices, scene.burst);
  if (pick === 'yes') return solved(scene, c);
  if (pick === 'no') return notSolved(scene, c);
  const beside = besideSolved(scene, c);
  if (beside) return beside;
  if (isInPart(text)) return notSolved(scene, c);
  const other = otherSince(scene, c);
  if (other) return solvedAndOther(scene, c, other);
  if (isElsewhere(scene, c) || scene.facts.reading.intent === 'info') return null;
  const meaning = meaningOf(text);
  if (meaning === 'not_solved' || meaning === 'goes_on' || saysNo(text)) return notSolved(scene, c);
  if (/^(si|yes|ya)\b.*\b(pero|aunque|but|falta\w*)\b/.test(plainWords(text))) return yesBut(scene, c);
  return meaning === 'solved' || saysYes(text) ? solved(scene, c) : null;
}

/** Another matter; but "no, …" and "sí, …" answer the question unless they name a place. */
function isElsewhere(scene: Scene, c: Case): boolean {
  const { burst, facts } = scene;
  const answers = /^(si|yes|no|not|ya|todavia|aun|sigue|siguen)\b/.test(plainWords(burst.text));
  return isAnotherMatter(scene, c) && !(answers && surePlace(facts.reading.places) === null);
}

function solved(scene: Scene, c: Case): Move {
  const change = confirmSolved(c, { at: scene.facts.now, by: 'citizen' });
  const isClosed = change.case.status === 'closed';
  const next = isClosed ? awaitingRating(scene, c) : null;
  const key = isClosed ? 'solution.closed' : 'fine';
  return changed(afterQuestion(scene), change, say(scene, key, { number: c.number }), next);
}

/** `Sí, pero ahora hay un hueco`: closed, and the other matter reported where that was. */
function solvedAndOther(scene: Scene, c: Case, other: Scene): Move {
  const closed = solved(scene, c);
  const place = surePlace(other.facts.reading.places) === null ? c.place : null;
  const state = { ...closed.state, awaits: null };
  const [lead] = closed.replies;
  const move = beginReport({ ...other, state }, { place }, lead ?? null);
  return { ...move, cases: closed.cases ?? [] };
}

/** "Sí, pero dejaron los escombros": noted, and asked once more whether it counts as solved. */
function yesBut(scene: Scene, c: Case): Move {
  const awaits = scene.state.awaits as Awaits;
  if (awaits.misses > 0) return notSolved(scene, c);
  const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  const sentence = say(scene, 'follow.added', { number: c.number });
  return changed(afterQuestion(scene), change, sentence, { ...awaits, misses: 1 });
}

function notSolved(scene: Scene, c: Case): Move {
  const { text, choice, files } = scene.burst;
  const cause = choice === null && plainWords(text).split(' ').length > 2 ? text : null;
  const change = withFiles(reopenCase(c, { cause, at: scene.facts.now }, scene.catalogue.centre), files);
  const key = isOpen(c) ? 'solution.still_open' : 'solution.reopened';
  const next = cause === null ? awaiting('missing', [], { caseNumber: c.number }) : null;
  return changed(afterQuestion(scene), change, say(scene, key, { number: c.number }), next);
}

function withFiles(change: CaseChange, files: Case['attachments']): CaseChange {
  if (files.length === 0) return change;
  return { ...change, case: { ...change.case, attachments: [...change.case.attachments, ...files] } };
}

/** What is missing of a reopened case. */
export function answerMissing(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  const { text, files } = scene.burst;
  if (!c || (text === '' && files.length === 0) || isAnotherMatter(scene, c)) return null;
  if (isNo(text) || declines(text)) return leftOpen(scene);
  const change = addToCase(c, { ...wordsOf(scene), by: 'citizen' });
  return changed(afterQuestion(scene), change, say(scene, 'follow.added', { number: c.number }));
}

/** Marks from 1 to 5; low ones are asked for their cause. */
export function answerRating(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  const { burst, facts } = scene;
  const pick = Number(chosenWord(awaits.choices, burst));
  const told = isAnotherMatterThan(scene, c) ? null : marksIn(burst.text);
  const given = pick > 0 ? { rating: pick, cause: null } : told;
  if (!c || !given) return isNo(burst.text) ? leftOpen(scene) : besideRating(scene, awaits);
  const cause = given.cause ?? awaits.held?.lines.join(' ') ?? null;
  const change = rateCase(c, { ...given, cause, at: facts.now });
  const asksWhy = given.rating <= 2 && cause === null;
  const next = asksWhy ? awaiting('cause', [], { caseNumber: c.number }) : null;
  return changed(
    afterQuestion(scene),
    change,
    say(scene, asksWhy ? 'solution.rated_low' : 'solution.rated'),
    next,
  );
}

function isAnotherMatterThan(scene: Scene, c: Case | null): boolean {
  return c !== null && isAnotherMatter(scene, c);
}

/** Why the marks were low. */
export function answerCause(scene: Scene, awaits: Awaits): Move | null {
  const c = caseOf(scene, awaits);
  const { text } = scene.burst;
  if (!c || text === '' || isAnotherMatter(scene, c)) return null;
  if (isNo(text)) return leftOpen(scene);
  const change = rateCase(c, { rating: c.rating ?? 1, cause: text, at: scene.facts.now });
  return changed(afterQuestion(scene), change, say(scene, 'solution.rated'));
}

/** `Retírelo` takes it back; `envíelo` does not, though it agrees to other questions. */
function takenBack({ burst }: Scene, awaits: Awaits): string | null {
  if (burst.choice !== null) return chosenWord(awaits.choices, burst);
  if (wantsKept(burst.text)) return 'no';
  if (ordersFiling(burst.text)) return null;
  if (refuses(burst.text)) return 'no';
  if (consentIn(burst.text) === 'drop' || TAKES_IT.test(plainWords(burst.text))) return 'yes';
  if (plainClauses(burst.text).some(clause => TAKE_IT.test(clause)) || otherToo(burst.text)) return 'yes';
  const beside = besideYes(burst.text);
  if (beside !== null && isReason(beside)) return 'yes';
  return chosenWord(awaits.choices, burst);
}

/** `Mmm no, déjelo mejor`: who begins with a no has taken nothing back, unless they order it all the same. */
function refuses(text: string): boolean {
  const plain = plainWords(text);
  // `Déjelo` leaves a report that is not sent, and keeps a case that was.
  if (LET_BE.test(plain)) return true;
  return (
    REFUSES.test(plain) && !TAKES_BACK.test(plain) && meaningOf(text) !== 'solved' && !text.includes('?')
  );
}

const REFUSES =
  /^(?:(?:m+h?m*|eh+|ay|uy|pues|bueno|ya|oiga|esper[ae]|la verdad|mejor|well|hmm+) )*no+p?(?= |$)(?! (?:(?:lo|la|ya|me|quiero|yo) )*(?:quiero|dejen?|sig(?:a|an|ue)|sirve|atiendan?|hace|necesito|interesa|want|need)\b)/;
const LET_BE =
  /^(?:(?:m+h?m*|ay|pues|bueno|no|ya|mejor|entonces) )*dej(?:el[oa]|al[oa]|enl[oa]|e|en|a)(?: (?:el|mi|ese) (?:caso|reporte))?(?: (?:asi|mejor|ya|tranquil[oa]|quiet[oa]|entonces|abiert[oa]|por favor|porfa|gracias))*$|^(?:(?:no|well|just) )*leave it(?: (?:open|there|as it is|please))*$/;
const TAKES_BACK = /(?<!\bno (?:(?:lo|la|me) )?)\b(?:retir|cancel|anul|borr|quit|elimin|withdraw|delete)\w*/;

/** `Sí, canceladito`, `sí, ya pa qué`, `sí, ya lo taparon`: more of the yes, and nothing set against it. */
function isReason(words: string): boolean {
  const plain = plainWords(words);
  return plain.split(' ').length <= MOST_REASON && !words.includes('?') && !AGAINST.test(plain);
}

const MOST_REASON = 10;
const AGAINST =
  /\b(pero|but|esper\w*|wait|mejor|todavia|aun|dej\w+|sig(a|ue|an)|si (no|en|para)|cuando|hasta|no (lo |la |me )*(retir|cancel|anul|borr|quit|cierr)\w*|otr[oa]|ademas|tambien|tal vez|quizas?|creo|maybe|perhaps)\b/;

/** `Sí, retírelo porfa`. */
const TAKES_IT =
  /^(si|yes|ok|claro|dale)( (por favor|porfa|señor\w*))* (cancel|anul|retir|borr|quit|withdr)\w*( it)?( (por favor|porfa|please|gracias|ya))*$/;

/** `Que la retire, mi mamá murió`. */
const TAKE_IT =
  /^(?:(?:si|pues|por favor|yes|please) )*(?:que )?(?:(?:me|nos) )?(?:(?:lo|la) (?:retir|anul|cancel|borr)(?:e|en)|(?:retir|anul|cancel|borr)(?:e|en)l[oa]|(?:withdraw|cancel) it)$/;

/** `Sí. Y el de la pastilla también`: the other they take back besides; null: they name none. */
function otherToo(text: string): string | null {
  const among = answerAmong(text);
  return among?.meant === 'yes' && TOO.test(plainWords(among.rest)) ? among.rest : null;
}

const TOO =
  /^(?:y |and )*(?:el|la|lo|the) (?:otr[oa]|del?|other|one)\b.*\b(?:tambien|igual|too|as well)$|^(?:y |and )*(?:tambien|also) (?:el|la|lo|the) /;

/** What follows once a case was taken back: the other that they named with it is asked about too. */
function withOther(scene: Scene, taken: Case, move: Move): Move {
  const named = otherToo(scene.burst.text);
  if (named === null) return move;
  const own = retold({ ...scene, state: move.state }, [named]);
  const open = scene.facts.cases.filter(c => isOpen(c) && c.number !== taken.number);
  const [other, more] = open.filter(c => open.length === 1 || relation(own, c) === 2);
  if (other === undefined || more !== undefined) return move;
  return { ...askWithdraw(own, other), replies: move.replies, ...(move.cases ? { cases: move.cases } : {}) };
}

/** It goes on, because they do not want it taken back. */
function kept(scene: Scene, { number }: Case): Move {
  const words = say(scene, 'follow.kept', { number });
  return { state: afterQuestion(scene).state, replies: [replyOf(words, { caseNumber: number })] };
}

/** Take the case back? */
export function answerWithdraw(scene: Scene, awaits: Awaits): Move | null {
  const own = caseOf(scene, awaits);
  const c = own ?? caseByPin(scene, awaits.caseNumber);
  const pick = takenBack(scene, awaits);
  if (!c || pick === null) return null;
  if (pick === 'no') return own ? kept(scene, own) : leftOpen(scene);
  const change = withdrawCase(c, { at: scene.facts.now });
  const sentence = say(scene, 'follow.withdrawn', { number: c.number });
  const move = changed(afterQuestion(scene), change, sentence);
  // Nothing joins a case to a talk that is none of its own.
  return own
    ? withOther(scene, own, { ...move, state: { ...move.state, left: reportOf(scene, own) } })
    : { ...move, replies: [replyOf(sentence)] };
}

/** `Retire el caso… no, mejor déjelo`: the last word counts, and nobody is asked. */
export const keptAfterAll: Topic = scene => {
  const { burst, state } = scene;
  const isSaid = state.draft === null && burst.choice === null && keptInTheEnd(burst.text);
  const c = isSaid ? (caseNamed(scene)?.c ?? caseMeant(scene)) : null;
  return c && isOpen(c) ? kept(scene, c) : null;
};

/** What was told of a case, as a report that can be had back: who regrets it tells nothing twice. */
function reportOf(scene: Scene, c: Case): Draft {
  const { kind, serviceId, place, description, privacy, attachments } = c;
  const { reasons } = scene.facts.read(description.join('\n'));
  const told = { kind, serviceId, place, description, privacy, attachments, reasons, summarised: true };
  const isRuled = ruledHolder(scene, c, place)?.agencyId === c.holder?.agencyId;
  const agencyId = isRuled ? null : (c.holder?.agencyId ?? null);
  return { ...newDraft(scene.facts.now), ...told, agencyId, contact: c.reporter?.contact ?? null };
}
