import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { findNumbers } from '../../cases/number.ts';
import { pinGiven, withoutPin } from '../../cases/pin.ts';
import { addToCase, answerQuestion } from '../../cases/steps.ts';
import { actIn, LIKELY_ACT } from '../acts.ts';
import { isPersonal } from '../intake/personal.ts';
import { privacySaid, wishesHidden } from '../intake/privacy.ts';
import { contentWords } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import {
  afterQuestion,
  lines,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  yesAndNo,
} from '../scene.ts';
import { asksBack, beginsAsQuestion } from '../words/asking.ts';
import { asksToSee } from '../words/asks-to-see.ts';
import { signedClauses } from '../words/clauses.ts';
import { consentIn } from '../words/consent.ts';
import { readable } from '../words/excerpt.ts';
import { meaningOf } from '../words/meaning.ts';
import { plainWords } from '../words/plain-words.ts';
import { ask } from './case-change.ts';
import { caseStatus } from './case-words.ts';
import { toldForPin, withToldForPin } from './pin-asked.ts';

/**
 * `311-483-920-716, PIN 482913`: where that case stands, whoever filed it where; it is not joined to this talk. What is told beside
 * the two is added to it; an anonymous case is taken back so too, after one question, as no talk of its own can. Null: they are
 * not told.
 */
export const byPin: Topic = heard => {
  const { byPin: found } = heard.facts;
  const { prefix } = heard.catalogue.centre;
  const scene = withTold(heard);
  if (found === undefined || pinGiven(scene.burst.text, prefix) === null) return null;
  const url = `${scene.publicUrl}/caso`;
  if (found === null) return wrong(heard, say(scene, 'status.wrong_pin', { url }));
  if ('waitMs' in found) {
    const count = Math.ceil(found.waitMs / 60_000);
    return wrong(heard, say(scene, 'status.pin_wait', { count }));
  }
  const c = found.case;
  const isAnonymous = c.privacy === 'anonymous' && c.conversationId === null;
  const isShown = asksToSee(beside(scene));
  const read = isShown ? say(scene, 'record.words', { words: readable(c.description) }) : null;
  if (!isAnonymous || !isOpen(c)) {
    const key = isOpen(c) ? 'status.by_pin_open' : 'status.by_pin';
    const more = isOpen(c) && !isShown ? addedByPin(retold(scene, [beside(scene)]), c, scene) : null;
    return more ?? told(scene, lines(caseStatus(scene, c), read, say(scene, key, { url })));
  }
  if (read) return told(scene, lines(caseStatus(scene, c), read, say(scene, 'status.by_pin_anonymous')));
  return (
    changedByPin(retold(scene, [beside(scene)]), c, scene) ??
    told(scene, lines(caseStatus(scene, c), say(scene, 'status.by_pin_anonymous')))
  );
};

/** The two as if they had been told in one message, where one was asked for; that question is answered. */
function withTold(scene: Scene): Scene {
  const { awaits } = scene.state;
  if (toldForPin(awaits).length === 0) return scene;
  const { prefix } = scene.catalogue.centre;
  const free = afterQuestion(scene);
  if (pinGiven(scene.burst.text, prefix) !== null) return free;
  return retold(free, [withToldForPin(awaits, scene.burst.text)]);
}

/** A number that was asked its PIN stays told, so that the right one need only be written. */
function wrong(scene: Scene, sentence: ReturnType<typeof say>): Move {
  const { awaits } = scene.state;
  const held = toldForPin(awaits);
  if (awaits === null || held.length === 0) return told(scene, sentence);
  const isNumber = findNumbers(held.join('\n'), scene.catalogue.centre.prefix).length > 0;
  if (!isNumber) return told(afterQuestion(scene), sentence);
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(sentence, { asks: awaits.ask })] };
}

/** Its words are told to who knows number and PIN; no reply names the case beside this talk. */
function told(scene: Scene, sentence: ReturnType<typeof say>): Move {
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(sentence)] };
}

/** What they do to the case: take it back, answer what was asked of it, or add to it. Null: they only look. */
function changedByPin(scene: Scene, c: Case, heard: Scene): Move | null {
  const { text } = scene.burst;
  if (wantsGone(scene)) {
    const about = { caseNumber: c.number, held: { lines: heard.burst.lines, files: [] } };
    return ask(heard, awaiting('withdraw', yesAndNo(heard, `withdraw:${c.number}`), about));
  }
  if (!tellsMore(text)) return null;
  const words = { text, attachments: [], at: scene.facts.now };
  const isAnswer = c.status === 'awaiting_citizen';
  const change = isAnswer
    ? answerQuestion(c, words, scene.catalogue.centre)
    : addToCase(c, { ...words, by: 'citizen' });
  const done = say(scene, isAnswer ? 'follow.answered' : 'follow.added', { number: c.number });
  const files = heard.burst.files.length > 0 ? say(scene, 'filed.anonymous_files') : null;
  return { ...told(heard, lines(done, files)), cases: [change] };
}

/** What is told beside the two of a case that has a talk of its own is only added: there it is changed and taken back. Null: nothing is told. */
function addedByPin(scene: Scene, c: Case, heard: Scene): Move | null {
  const text = withoutWay(scene.burst.text);
  const telling = retold(scene, [text]);
  const isChange = wantsGone(telling) || wishesHidden(plainWords(text)) || privacySaid(text) !== null;
  if (isChange || isPersonal(text) || !tellsMore(text) || !tellsNew(c, text)) return null;
  const change = addToCase(c, { text, attachments: [], at: scene.facts.now, by: 'citizen' });
  const files = heard.burst.files.length > 0 ? say(scene, 'status.by_pin_files') : null;
  return { ...told(heard, lines(say(scene, 'follow.added', { number: c.number }), files)), cases: [change] };
}

/** How they come to write from here, and of which case, is no word of it: `cambié de teléfono, lo puse desde el otro`. */
const WAY =
  /^(?:(?:es|que|hola|buenas|oiga|mire|pero|si|porque|y|ay|no|perdon|yo|este|it s|but|hi) )*(?:(?:se me |me )?(?:cambi\w+|perdi|perdio|robaron|daño|dañado|lost|changed)(?: \w+){0,4} (?:telefono|celular|cel|numero|chip|linea|whatsapp|phone|number)\b|(?:ese |el |la |lo |yo )?(?:lo |la |le )?(?:puse|hice|mande|presente|envie|reporte|filed|sent)(?: (?:lo|la|it))? (?:desde|con|por|en|del|from|on) |desde (?:el|mi|la|otro|otra) |(?:ya )?(?:se |te |les )?(?:los?|las?|it|them)? ?(?:di|dije|mande|escribi|puse)$|(?:es )?(?:el|la|lo|the one) (?:de|del|of|about) (?:(?:la|el|los|las|the) )?\w+$|ya (?:se )?(?:los|lo|las|la) (?:di|dije|mande|escribi|puse)\b)/;
const ORDER_LEAD =
  /^(?:pero |y |si |por favor |porfa )*(?:(?:quiero|quisiera|necesito|solo|favor) )*(?:agreg(?:ar|u\w+)|a[nñ]ad\w+|anot\w+|pon(?:er|ga\w*)|add)(?:le)?(?: ah[ií]| tambi[eé]n)? (?:(?:de )?(?:que|q|that) )?|^(?:que|q)\s+/iu;

function withoutWay(text: string): string {
  const parts = signedClauses(text).filter(part => !WAY.test(plainWords(part)));
  return parts
    .join('')
    .replace(/^[\s,.;:]+|[\s,;:]+$/gu, '')
    .replace(ORDER_LEAD, '');
}

/** Is something told that its own words do not say already? */
function tellsNew(c: Case, text: string): boolean {
  const known = new Set(contentWords(c.description.join(' ')));
  const words = contentWords(text).filter(word => !LOOKS.test(word));
  return words.filter(word => !known.has(word)).length >= LEAST_TOLD;
}

const GONE =
  /\b(?:retir|anul|cancel|elimin|borr|quit|sac|withdraw|delete|remove)\w*\b(?! lo de\b)|\b(?:arrepent\w+|ya no (?:la |lo )?quiero|dej(?:ar|e|en)l[oa] (?:asi|sin efecto))\b/;

function wantsGone(scene: Scene): boolean {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const isBrief = plain.split(' ').length <= MOST_GONE;
  // `Quiero agregar que eran dos policías` wants it to stay.
  if (ADDS.test(plain) && !GONE.test(plain)) return false;
  return (
    meaningOf(text) === 'withdraw' ||
    (isBrief && GONE.test(plain)) ||
    consentIn(text) === 'drop' ||
    actIn(scene, LIKELY_ACT) === 'drop'
  );
}

const MOST_GONE = 14;
const ADDS =
  /\b(?:agreg|añad|anot|apunt|inclu|sum[eo]|poner|pong|falt|olvid|tambien|ademas|add|also|include)\w*/;

/** Words that only look after it. */
const LOOKS =
  /^(?:estado|saber|consultar|seguimiento|status|check|numero|como|quisiera|novedad\w*|noticia\w*|respuesta|respondieron|contestaron|gracias|favor|denuncia|queja|reporte|anonim\w*|puse|mande|hice|tengo|hola|buenas|buenos|dias|tardes|noches|revisar|agregar|agregu\w+|añad\w+)$/;

/** A fact, and no question. */
function tellsMore(text: string): boolean {
  const isAsked = text.includes('?') || beginsAsQuestion(text) || asksBack(text);
  return !isAsked && contentWords(text).filter(word => !LOOKS.test(word)).length >= LEAST_TOLD;
}

const LEAST_TOLD = 2;

/** What is written beside the number and the PIN, without what leads to them. */
function beside({ burst, catalogue }: Scene): string {
  const { prefix } = catalogue.centre;
  const bare = withoutPin(burst.text, prefix);
  const digits = findNumbers(bare, prefix)[0]?.number.slice(prefix.length).replace(/\D/g, '') ?? '';
  const number = new RegExp(`(?:${prefix}\\D{0,3})?${[...digits].join('\\D{0,3}')}`, 'u');
  return bare.replace(number, ' ').replace(LEADS, ' ').replace(SIGNS, '').replace(/\s+/g, ' ').trim();
}

const LEADS =
  /(?:\b(?:mi|el|la|my|the)\s+)?\b(?:caso|n[uú]mero(?:\s+de\s+caso)?|case(?:\s+number)?)\b\s*(?:(?:es|is|el|:|#)\s*)*(?=[\s.,;:]|$)/giu;
const SIGNS = /^[\s.,;:()-]+|[\s,;:(-]+$|\s+(?=[.,;])/gu;

/** The number and PIN that are told now, one of them now and the other before, or both before the question whether the case is taken back. */
export function pinTold(
  awaits: Scene['state']['awaits'],
  text: string,
  prefix: string,
): ReturnType<typeof pinGiven> {
  return pinGiven(text, prefix) ?? pinHeld(awaits, prefix) ?? pinGiven(withToldForPin(awaits, text), prefix);
}

function pinHeld(awaits: Scene['state']['awaits'], prefix: string): ReturnType<typeof pinGiven> {
  const isOfPin = awaits !== null && awaits.step === 'withdraw' && awaits.held !== undefined;
  return isOfPin ? pinGiven(awaits.held?.lines.join('\n') ?? '', prefix) : null;
}

/** The case a question is about, which is none of this talk's: its number and PIN were told with the wish. Null: it is none. */
export function caseByPin({ facts }: Scene, number: string | undefined): Case | null {
  const { byPin: found } = facts;
  return found && 'case' in found && found.case.number === number ? found.case : null;
}
