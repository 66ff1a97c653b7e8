import { asksHow } from '../asked/asks-how.ts';
import { answeredBeside, ofAgency, ofSureProcedure } from '../asked/information.ts';
import { asksOutright, isBroken } from '../asked/told-beside.ts';
import type { Draft } from '../conversation.ts';
import { sufferedApart } from '../danger/suffered.ts';
import { contentWords } from '../likeness.ts';
import { awaiting } from '../questions.ts';
import {
  interrupting,
  isSound,
  led,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  withState,
  yesAndNo,
} from '../scene.ts';
import { newDraft } from '../state.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { onlyWishesToPraise } from '../words/praise.ts';
import { absorb } from './absorb.ts';
import { askFor, beginReport } from './flow.ts';
import { sureService, wordsAsPlace } from './guess.ts';
import {
  announcesProposal,
  asksIfHere,
  bidsReport,
  complainedOf,
  opensReport,
  partsOf,
  reportedHow,
  tellsMatter,
} from './matter.ts';
import { LEAST_WORDS, PLAY } from './offers.ts';
import { surePlace } from './place/namesakes.ts';
import { placeFirst } from './place/place-first.ts';
import { placeNearby } from './place/same-place.ts';
import { saysOwnStreet, unknownPlace } from './place/unknown-place.ts';
import { pinWords } from './place/where.ts';
import { wishesHidden } from './privacy.ts';
import { mattersIn } from './several/matters.ts';
import { CLEAR } from './several/matters-apart.ts';
import { tellsNoService } from './too-bare.ts';

/** A new matter, in whatever completeness it comes: with everything, or as "quiero poner una queja". */
export const newReport: Topic = scene => {
  const { facts, burst, state } = scene;
  if (burst.text === '') return wordless(scene);
  const { intent, places } = facts.reading;
  if (asksHow(scene)) return null;
  const there = placeFirst(scene);
  const isOwn = state.draft === null && burst.choice === null && saysOwnStreet(burst.text);
  if (there !== null || isOwn)
    return askFor(scene, { ...newDraft(facts.now), place: isOwn ? null : there }, { ask: 'description' });
  const placesItself = intent === 'greeting' && surePlace(places) !== null;
  if (opensReport(burst.text) && wishesHidden(plainWords(burst.text)))
    return beginReport(scene, {}, say(scene, 'opened_hidden'));
  if (opensReport(burst.text) || placesItself) return beginReport(scene);
  if (onlyWishesToPraise(burst.text) && places.length === 0) return askPraise(scene);
  if (announcesProposal(burst.text)) return askProposal(scene);
  const reportable = ifReportable(scene) ?? reportableHow(scene);
  if (reportable) return reportable;
  const bidden = bidsReport(burst.text) ? questionBefore(scene) : null;
  if (bidden !== null) return beginReport(retold(scene, [bidden, ...burst.lines]));
  // However the whole of it sounds: who asks one thing and tells another is answered, and reports the other.
  if (intent === 'info' && facts.reading.flags.includes('two_matters')) return questionBeside(scene);
  if (intent === 'info') return unknownBeside(scene);
  // Who asks after a case and has none tells of what they told elsewhere.
  const isSure = sureService(scene, facts.reading.services, null) !== null;
  const isNew = intent === 'status' && facts.cases.length === 0 && isSure;
  // Who wants to be called about it was not given to a person.
  const isOurs =
    intent === 'report' ||
    isNew ||
    (intent === 'human' && tellsMatter(burst.text, facts.reading)) ||
    isSurelyOurs(scene);
  if (!isOurs || !/\p{L}{2}/u.test(burst.text)) return null;
  const apart = questionBeside(scene);
  if (apart) return apart;
  const asked = questionBefore(scene);
  if (asked === null && tellsNoService(scene))
    return { state: scene.state, replies: [replyOf(say(scene, 'greeting_again'), { asks: 'description' })] };
  if (asked !== null) return beginReport(retold(scene, [asked, ...burst.lines]));
  const two = facts.reading.emergency === null ? null : sufferedApart(scene);
  const own = two && retold(scene, [two.told]);
  // Whoever sees to the bill does not read who is beaten: that is offered by itself.
  if (two && own && sureService(own, own.facts.reading.services, null) !== null)
    return beginReport(withState(own, { later: [...state.later, ...two.suffered] }));
  const [first, ...others] = mattersIn(scene);
  if (first !== undefined && others.length > 0) return beginFirst(scene, first, others);
  return beginReport(scene, { place: placeNearby(scene) });
};

/** `¿Puedo quejarme de un bus?`: here, and what happened is asked where only of whom was said. */
function ifReportable(scene: Scene): Move | null {
  const about = complainedOf(scene.burst.text);
  if (about === null || scene.state.draft !== null) return null;
  const own = retold(scene, [about]);
  const words = say(scene, 'can_report');
  return contentWords(about.replace(/^(?:about|against|sobre|contra)\s/iu, '')).length > 1 ||
    surePlace(own.facts.reading.places) !== null
    ? beginReport(own, {}, words)
    : askFor(own, absorb(newDraft(scene.facts.now), own), { ask: 'description' }, words);
}

/** `¿Cómo hago para reportar que no recogen la basura?`: here, and what it is was told. */
function reportableHow(scene: Scene): Move | null {
  const about = reportedHow(scene.burst.text);
  if (about === null || scene.state.draft !== null) return null;
  const own = retold(scene, [about]);
  const isSure = sureService(own, own.facts.reading.services, null) !== null;
  return isSure ? beginReport(own, {}, say(scene, 'report_here')) : null;
}

/** `No hay agua en mi casa, ¿y dónde queda Pasaportes?`: the one is answered, the other reported. Null: only one of them. */
function questionBeside(scene: Scene): Move | null {
  const parts = partsOf(scene.burst.text);
  // In the middle of a sentence it is no question: `un mapa con las quejas y cuánto tardan`.
  const isAtEdge = (part: string): boolean => part === parts[0] || part === parts.at(-1);
  const question = parts.find(
    part => isAtEdge(part) && beginsAsQuestion(part) && scene.facts.read(part).intent === 'info',
  );
  if (question === undefined) return null;
  const told = parts.filter(part => part !== question).join('. ');
  const { intent, services } = scene.facts.read(told);
  if (intent !== 'report' || sureService(scene, services, null) === null) return null;
  return reportedAndAsked(scene, told, question);
}

/** A report of what is told, with the answer to what is asked before it. */
function reportedAndAsked(scene: Scene, told: string, question: string): Move {
  const move = beginReport(retold(scene, [told]));
  const asking = retold(withState(scene, move.state), [question]);
  const [answer] = answeredBeside(asking).replies;
  const [reply, ...rest] = move.replies;
  // What nobody here can answer stays among their words, for the body that reads them.
  const isAnswered = ofSureProcedure(asking) !== null || ofAgency(asking) !== null;
  const state = isAnswered ? move.state : withWords(move.state, question);
  return answer && reply ? { ...move, state, replies: [led(answer, reply), ...rest] } : move;
}

/** `El agua sale chocolate en Chepo y tengo un bebé, ¿se la puedo dar?`: told, and asked what no procedure answers. */
function unknownBeside(scene: Scene): Move | null {
  const parts = clauses(scene.burst.text);
  const question = parts.at(-1) ?? '';
  const told = scene.burst.text.slice(0, scene.burst.text.lastIndexOf(question)).trim();
  if (parts.length < 2 || !/\?\s*$/.test(scene.burst.text) || /[?¿]/.test(told.replace(/¿$/, '')))
    return null;
  const { intent, services } = scene.facts.read(told);
  const tells = intent === 'report' && !beginsAsQuestion(told);
  if (!tells || sureService(scene, services, null) === null) return null;
  const asking = retold(scene, [question]);
  if (ofSureProcedure(asking) !== null || ofSureProcedure(scene) !== null) return null;
  return reportedAndAsked(scene, told.replace(/[\s,;¿]+$/u, ''), `${question.trim()}?`);
}

function withWords(state: Move['state'], words: string): Move['state'] {
  const { draft } = state;
  return draft ? { ...state, draft: { ...draft, description: [...draft.description, words] } } : state;
}

const LEADS_ON = /^(?:ok |bueno |ah |si |gracias )*(y|e|no|pero|es que|porque|ya|si|and|but|because)\b/;
const POINTS_BACK =
  /\b(eso|esa|esos|esas|ese|that|those|(fui|fue|ir|voy|estuve) (a|en) (la|el|las|los) (de|del)|al? (la )?(de|del) \w+|alla|ahi)\b/;
/** As few words that mean no service go on with what was told before. */
const MOST_LEADING_ON = 6;
/** From here on words tell a matter of their own. */
const TOLD = 0.7;

/** The question that was answered just now, where it told the matter and these words only go on: `ya tengo fallo`. */
function questionBefore(scene: Scene): string | null {
  const { facts, burst, informed } = scene;
  if (informed === null) return null;
  const before = facts.read(informed);
  const plain = plainWords(burst.text);
  const isOpen = sureService(scene, facts.reading.services, null) === null;
  if (bidsReport(burst.text)) return sureService(scene, before.services, null) === null ? null : informed;
  if (isBroken(burst.text)) return null;
  if (LEADS_ON.test(plain) && POINTS_BACK.test(plain)) return tellsMatter(informed, before) ? informed : null;
  // Nothing was told with it that these words could go on with.
  if (asksOnly(informed)) return null;
  if ((facts.reading.services[0]?.p ?? 0) >= TOLD) return null;
  // Words that lead on may sound like something else by themselves: `ya metí todo eso hace ocho meses`.
  const isSame = facts.read(`${informed}\n${burst.text}`).services[0]?.id === before.services[0]?.id;
  const goesOn = LEADS_ON.test(plain)
    ? isOpen || isSame
    : isOpen && plain.split(' ').length <= MOST_LEADING_ON;
  return goesOn && tellsMatter(informed, before) ? informed : null;
}

/** `Cuánto cuesta el pasaporte`: asked outright, and nothing told of what is denied. */
function asksOnly(text: string): boolean {
  return (
    (asksOutright(text) || beginsAsQuestion(text)) &&
    clauses(text).length === 1 &&
    !/\bno\b/.test(plainWords(text))
  );
}

/** What they propose, when only what about was told. */
function askProposal(scene: Scene): Move {
  const isAsked = asksIfHere(scene.burst.text);
  const own = isAsked ? retold(scene, [scene.burst.text.replace(/[,.;\s]*[^,.;?]*\?*\s*$/u, '')]) : scene;
  const draft = absorb(newDraft(scene.facts.now), own);
  const yes = isAsked ? say(scene, 'can_report') : null;
  return askFor(scene, { ...draft, kind: draft.kind ?? 'idea' }, { ask: 'description' }, yes);
}

/** Whom they praise, where and what for, when only the wish was told. */
function askPraise(scene: Scene): Move {
  const draft = newDraft(scene.facts.now);
  const told: Draft = { ...draft, kind: 'sugerencia', description: [...scene.burst.lines] };
  return askFor(scene, told, { ask: 'description' });
}

/** A matter told among jokes: "me muero de la risa … la luz me llegó de 200 dólares". */
function isSurelyOurs({ facts, burst }: Scene): boolean {
  const { intent, services } = facts.reading;
  const isTold = plainWords(burst.text).split(' ').length >= LEAST_WORDS && !PLAY.test(burst.text);
  return intent === 'out_of_scope' && isTold && (services[0]?.p ?? 0) >= CLEAR;
}

/** A photo, a voice note or a pin without a word: kept, and asked what it shows. */
function wordless(scene: Scene): Move | null {
  const { burst, facts } = scene;
  if (burst.files.length === 0 && burst.pin === null) return null;
  const draft = absorb(newDraft(facts.now), scene);
  const where = burst.pin === null ? '' : pinWords(scene, burst.pin);
  const ofFile = isSound(scene) ? 'voice_alone' : 'file_alone';
  const words = burst.files.length === 0 ? say(scene, 'pin_alone', { where }) : say(scene, ofFile);
  const asked: Draft = { ...draft, asked: ['description'] };
  const { state } = withState(scene, { draft: asked, awaits: awaiting('description'), lost: 0 });
  return { state, replies: [replyOf(words, { asks: 'description' })] };
}

/** The first matter now, the others after it. A place said once is meant for all. */
function beginFirst(scene: Scene, first: string, others: string[]): Move {
  const named = unknownPlace(scene, scene.burst.lines);
  const place = surePlace(scene.facts.reading.places) ?? (named === null ? null : wordsAsPlace(named, null));
  const own = withState(retold(scene, [first]), { later: others });
  // Of a mere list, what stands around it is told with each.
  const whole = plainWords(scene.burst.text);
  // A matter of several parts has stops between them that were not written.
  const parts = [first, ...others].flatMap(matter => matter.split('. '));
  const isTold = parts.every(part => whole.includes(plainWords(part)));
  const isOwn = isTold && plainWords(first).split(' ').length > 2;
  const description = isOwn ? [] : scene.burst.lines;
  const move = beginReport(own, { place: surePlace(own.facts.reading.places) ?? place, description });
  const [reply, ...rest] = move.replies;
  return reply ? { ...move, replies: [led(say(scene, 'two_matters'), reply), ...rest] } : move;
}

/** An old draft and new words that do not answer it: which of the two? */
export function askResume(scene: Scene): Move {
  const { lines, files } = scene.burst;
  const choices = yesAndNo(scene, 'resume', 'choice.resume', 'choice.new_report');
  return {
    state: interrupting(scene, awaiting('resume', choices, { held: { lines, files } })).state,
    replies: [],
  };
}
