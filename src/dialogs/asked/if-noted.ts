import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import { addToCase } from '../../cases/steps.ts';
import { stemOf } from '../../nlu/stem.ts';
import type { Sentence } from '../../texts.ts';
import { actIn, questionIn, SURE_ACT } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { changed, wordsOf } from '../filed/case-change.ts';
import { added } from '../filed/case-steps.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { mayBeUnjoined } from '../filed/unjoined-by-act.ts';
import { unseen } from '../filed/unseen.ts';
import { showSummary } from '../intake/flow.ts';
import { contentWords } from '../likeness.ts';
import { led, lines, type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import {
  asksIfNamed,
  asksIfNoted,
  asksIfNotedOutright,
  factAsked,
  isAskingWord,
} from '../words/asks-noted.ts';
import { sentences } from '../words/clauses.ts';
import { excerpt, readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { damageWords, tellsDamage } from './damage-asked.ts';

function isOutright(scene: Scene, parts: readonly string[]): boolean {
  // `Anoche le echaron asfalto. Quedó feo pero quedó` asks nothing.
  const act = actIn(scene, SURE_ACT);
  return parts.some(asksIfNotedOutright) && act !== 'solved' && act !== 'talks';
}

const ASKS_OF_SELF =
  /\bmi (nombre|cedula|telefono|celular|numero|correo|direccion)\b|\bmy (name|phone|number|e ?mail|address)\b/;
/** How to reach them is kept beside the case. */
const OF_REACH = /\b(?:telefonos?|celular(?:es)?|correo|phone|e ?mail)\b/;
const MOST_WORDS = 24;

/** `¿Le puso lo del sector 2?`: what is in the report the desk itself knows, and what is not goes there now. */
export const ifNoted: Topic = scene => {
  const { burst, state } = scene;
  const plain = plainWords(burst.text);
  const isHow = /^(y |oiga |disculpe )*(como|donde|cual|que|q|quien|cuando)\b/.test(plain);
  const parts = [plain, ...sentences(burst.text).map(plainWords)];
  const isNamed = burst.text.includes('?') && asksIfNamed(plain) && holding(scene, plain) !== null;
  const isPut = burst.text.includes('?') || isOutright(scene, parts);
  const isDone = state.draft === null && parts.some(part => IF_DONE.test(part)) && caseMeant(scene) !== null;
  const isIt = isNamed || isDone || (isPut && parts.some(asksIfNoted));
  if (isHow || !isIt || burst.choice !== null || plain.split(' ').length > MOST_WORDS) return null;
  const isOfSelf = ASKS_OF_SELF.test(plain) || questionIn(scene, SURE_ACT) === 'seen';
  // What they told of themselves is no word of the report.
  if (isOfSelf && (state.draft !== null || !OF_REACH.test(plain))) return null;
  // `¿Le puso lo de las chispas? Porque yo dije que hacía ruido`: of what is asked, and not why.
  const [asked = plain] = plain.split(WHY);
  if (state.draft !== null) return ofDraft(scene, state.draft, asked);
  const c = holding(scene, asked) ?? caseMeant(scene);
  if (c) return ofCase(scene, c, asked);
  const isOfUnjoined = mayBeUnjoined(scene) && plain.split(' ').length <= MOST_OF_UNJOINED;
  return isOfUnjoined ? unseen(scene) : null;
};

/** In more words they tell a matter. */
const MOST_OF_UNJOINED = 14;

/** `¿Pero lo agregó usted o no?`, of what they told just before. */
const IF_DONE =
  /^(?:(?:y|pero|ok|entonces|oiga|solo) )*(?:ya )?(?:si )?(?:me )?(?:lo|la|los|eso|esto) (?:agrego|agregaron|agregaste|anoto|anotaron|anotaste|puso|pusieron|pusiste|apunto|apuntaron|apuntaste|guardo|guardaron|incluyo|incluyeron)(?: usted(?:es)?| ya| ahi)*(?: (?:o no|si o no|verdad))?$/;

const WHY = / (?:porque|pq|xq|because) /;

/** The open case that what is asked about was told of. */
function holding({ facts }: Scene, plain: string): Case | null {
  return facts.cases.find(c => isOpen(c) && toldOf(plain, toldIn(c)) !== null) ?? null;
}

function toldIn({ description, place }: Pick<Draft, 'description' | 'place'>): string[] {
  return [...description, place?.text ?? ''];
}

function ofCase(scene: Scene, c: Case, plain: string): Move {
  if (IF_DONE.test(plain))
    return {
      state: scene.state,
      replies: [replyOf(found(scene, scene.added ?? c.description.at(-1) ?? null), { caseNumber: c.number })],
    };
  const contact = OF_REACH.test(plain) ? (c.reporter?.contact ?? null) : null;
  const told = contact ?? toldOf(plain, toldIn(c));
  const fact = told === null ? factToAdd(scene, plain) : null;
  const later = told === null ? ofLater(scene, plain) : null;
  if (later) return later;
  if (fact !== null) {
    const change = addToCase(c, { ...wordsOf(retold(scene, [fact], scene.burst.files)), by: 'citizen' });
    return changed(scene, change, lines(say(scene, 'if_noted.now'), damageWords(scene, c)));
  }
  const more = contact === null ? null : besideReach(scene, c);
  if (more) return more;
  return answeredOf(scene, c, found(scene, told));
}

/** With what the desk knows of damage of theirs, and what they tell of that beside the question. */
function answeredOf(scene: Scene, c: Case, said: Sentence): Move {
  const words = lines(said, damageWords(scene, c));
  const told = sentences(scene.burst.text).filter(part => !part.includes('?') && tellsDamage(part));
  const reply = replyOf(words, { caseNumber: c.number });
  if (told.length === 0) return { state: { ...scene.state, lost: 0 }, replies: [reply] };
  const move = added(retold(scene, told), c);
  return { ...move, replies: move.replies.map((reply, i) => (i === 0 ? led(words, reply) : reply)) };
}

/** `Quiero saber si quedó anotado`, and nothing by name: all that was told; null: something is named, or nothing was told. */
function wholeAsked(scene: Scene, plain: string, description: readonly string[]): Sentence | null {
  const isNamed = asksValue(plain) || wordsAsked(plain).some(word => !OF_ASKING.test(word));
  return isNamed || description.length === 0
    ? null
    : say(scene, 'record.words', { words: readable(description) });
}

const OF_ASKING = /^(?:quiero|saber|solo|favor|algo|todo|osea|nada|want|know|just|please|everything)$/;

/** It stands in a case that was filed before. */
function ofFiled(scene: Scene, plain: string): Move | null {
  const c = holding(scene, plain);
  const told = c && toldOf(plain, toldIn(c));
  if (!c || told === null) return null;
  const words = say(scene, 'if_noted.in_case', { number: c.number, words: excerpt(told, MOST_QUOTED) });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
}

/** It waits as a matter of its own, and is in no report yet. */
function ofLater(scene: Scene, plain: string): Move | null {
  const told = toldOf(plain, [...scene.state.later, ...(scene.state.awaits?.held?.lines ?? [])]);
  if (told === null) return null;
  const words = say(scene, 'if_noted.later', { words: excerpt(told, MOST_QUOTED) });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
}

/** What is not there yet, as a fact; null: a number or the like, which no question tells, and nothing beside it does. */
function factToAdd({ burst }: Scene, plain: string): string | null {
  if (!asksValue(plain)) return factAsked(burst.text);
  const parts = sentences(burst.text);
  const beside = parts.filter(part => !part.includes('?') && new RegExp(NUMBER).test(plainWords(part)));
  const [asked] = parts.filter(part => part.includes('?'));
  return asked === undefined || beside.length === 0 ? null : `${factAsked(asked)}: ${beside.join(' ')}`;
}

/** `¿Puso mi teléfono y que la hospitalizaron?`: what is asked of beside it is added where it does not stand. */
function besideReach(scene: Scene, c: Case): Move | null {
  const [first = '', ...others] = scene.burst.text.split(/\s+(?:y|and)\s+(?=(?:que|q|lo|that)\s)/iu);
  const rest = others.join(' ');
  if (rest === '' || !OF_REACH.test(plainWords(first)) || toldOf(plainWords(rest), c.description))
    return null;
  const fact = retold(scene, [factAsked(rest)], scene.burst.files);
  const change = addToCase(c, { ...wordsOf(fact), by: 'citizen' });
  const words = found(scene, c.reporter?.contact ?? null);
  return changed(scene, change, lines(words, say(scene, 'follow.added', { number: c.number })));
}

/** Told of a report that is still being asked about, the next question follows; of one that was summed up, the summary. */
function ofDraft(scene: Scene, draft: Draft, plain: string): Move {
  const whole = wholeAsked(scene, plain, draft.description);
  if (whole) return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(whole)] };
  const told = toldOf(plain, toldIn(draft));
  const elsewhere = told === null ? (ofLater(scene, plain) ?? ofFiled(scene, plain)) : null;
  if (elsewhere) return elsewhere;
  const fact = told === null ? factToAdd(scene, plain) : null;
  const own = fact === null ? draft : { ...draft, description: [...draft.description, fact] };
  const words = fact === null ? found(scene, told) : say(scene, 'if_noted.now');
  if (draft.summarised) return showSummary(scene, own, words);
  return { state: withState(scene, { draft: own, lost: 0 }).state, replies: [replyOf(words)] };
}

/** It stands there, and how; or it is a number or the like that only they can tell. */
function found(scene: Scene, told: string | null): Sentence {
  return told === null
    ? say(scene, 'if_noted.untold')
    : say(scene, 'if_noted.before', { words: excerpt(told, MOST_QUOTED) });
}

const MOST_QUOTED = 160;

const IS_VALUE = /^(?:numeros?|num|nro|placa|telefonos?|celular|horas?|number|plate|phone)$/;

/** Is it asked for a number or the like, which no question tells? */
function asksValue(plain: string): boolean {
  return plain.split(' ').some(word => IS_VALUE.test(word));
}

/** The sentence of what was told that holds half of the words that are asked about; null: none of it does. */
function toldOf(plain: string, description: readonly string[]): string | null {
  const asked = wordsAsked(plain);
  const parts = description.flatMap(sentences);
  if (asksValue(plain)) {
    const isHour = asked.length === 0 && /\bhoras?\b/.test(plain);
    const part = parts.find(told => (isHour ? AT_HOUR.test(plainWords(told)) : holdsNumber(told, asked)));
    return part === undefined ? null : around(part, plain.split(' ').map(stemOf), true);
  }
  const roots = asked.map(stemOf);
  const held = (text: string): number => {
    const words = new Set(rootsOf(text));
    return roots.filter(root => words.has(root)).length;
  };
  if (asked.length === 0 || held(description.join(' ')) * 2 < asked.length) return null;
  const best = parts.reduce((most, part) => (held(part) > held(most) ? part : most), parts.at(-1) ?? '');
  return around(best, roots);
}

const AT_HOUR =
  /\b(?:las?|desde|at) \d{1,2}\b|\b\d{1,2}(?: \d\d)? ?[ap] ?m\b|\b(?:mediodia|medianoche|noon|midnight)\b/;

function rootsOf(text: string): string[] {
  return plainWords(text).split(' ').map(stemOf);
}

/** What is asked about: the words that tell something, and the short one behind `lo del`. */
function wordsAsked(plain: string): string[] {
  const named = [
    ...plain.matchAll(/\b(?:l[oa]s? de(?:l| la| los| las)?|the) (?!las|los|una|que|del)(\w{3})\b/g),
  ].map(([, word]) => word ?? '');
  const numbers = plain.split(' ').filter(word => /\d/.test(word));
  const all = new Set([...contentWords(plain), ...named, ...numbers]);
  return [...all].filter(word => !isAskingWord(word) && !IS_VALUE.test(word));
}

/** Where there are many words, those about what is asked: from where most of it stands close together. */
function around(text: string, roots: readonly string[], isOfValue = false): string {
  if (text.length <= MOST_QUOTED) return text;
  const all = text.split(/\s+/);
  const isOf = all.map(
    word => (isOfValue && /\d/.test(word)) || rootsOf(word).some(root => roots.includes(root)),
  );
  const near = (at: number): number =>
    isOf[at] ? isOf.slice(at, at + WORDS_NEAR).filter(Boolean).length : 0;
  const at = all.reduce((best, _, i) => (near(i) > near(best) ? i : best), 0);
  const from = Math.max(0, at - WORDS_BEFORE);
  return from === 0 ? text : `…${all.slice(from).join(' ')}`;
}

const WORDS_NEAR = 10;
const WORDS_BEFORE = 3;

/** `El bus era el 1432`, of the number of the bus; the five of `a las 5` is none. */
function holdsNumber(part: string, asked: readonly string[]): boolean {
  const plain = plainWords(part);
  const numbers = asked.filter(word => new RegExp(NUMBER).test(word));
  // `Es CK4521`: the very one they ask about.
  if (numbers.length > 0) return numbers.every(number => plain.split(' ').includes(number));
  const near = asked.some(word =>
    new RegExp(`\\b${word}\\b.{0,30}${NUMBER}|${NUMBER}.{0,15}\\b${word}\\b`).test(plain),
  );
  return near || (asked.length === 0 && new RegExp(NUMBER).test(plain));
}

const NUMBER = '\\b\\w*\\d\\w*\\d\\w*\\b';
