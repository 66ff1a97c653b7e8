import type { Procedure } from '../../catalogue/catalogue.ts';
import type { Choice } from '../../channels/channel.ts';
import type { Sentence } from '../../texts.ts';
import type { Awaits } from '../conversation.ts';
import { isAfterDanger } from '../danger/after-danger.ts';
import { absorb } from '../intake/absorb.ts';
import { beginReport, proceed } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { goesOnFrom } from '../likeness.ts';
import { askedAgain } from '../lost.ts';
import { awaiting } from '../questions.ts';
import {
  afterQuestion,
  choiceOf,
  interrupting,
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
import { beginsAsQuestion, tellsEachTime } from '../words/asking.ts';
import { chosen, pointedTo } from '../words/chosen.ts';
import { plainWords } from '../words/plain-words.ts';
import { agencyWords, asksForContact, asksForHours, contactAsked } from './agency-words.ts';
import { asksHow, tellsOwnToDo } from './asks-how.ts';
import { bodiesAsked } from './bodies-asked.ts';
import { notOnCard } from './not-on-card.ts';
import { ofAge } from './of-age.ts';
import { BY_ONE_WORD, isAskedOf, isHere, isOfOther, MUNICIPAL, unknownThere } from './of-procedure.ts';
import { costsOfSeveral } from './of-several.ts';
import { hasHours, noTime, procedureWords } from './procedure-words.ts';
import { asksOutright, isForFiling, lostOwn, tellsOther, toldBeside, toldFirst } from './told-beside.ts';
import { unanswered } from './unanswered.ts';
import { areOfNamed, inWay, onlyReplaced } from './way-of-paper.ts';

/** From here on a body is taken as the one asked about. */
const MEANT = 0.5;
/** The same of the matter that is told before the question. */
const TOLD = 0.9;
/** From here on a procedure is, when no other comes near. */
export const SURE = 0.55;
/** One less probable than this share of the best is another matter. */
const NEAR = 0.5;
/** Taken together, so much at least must speak for those that are offered. */
const WORTH_ASKING = 0.28;
const MOST_OFFERED = 3;

/** A question for facts: what is known of it with source and date, or honestly nothing, and a person offered. */
export const information: Topic = scene => {
  const asks = scene.facts.reading.intent === 'info' || asksHow(scene);
  if (scene.burst.text === '' || !asks || tellsEachTime(scene.burst.text)) return null;
  if (isToldAgain(scene) || isForFiling(scene)) return beginReport(scene);
  return tellsOwnToDo(scene.burst.text) ? ofOwnToDo(scene) : answeredAlone(scene);
};

/** A paper that they have yet to see to: the body that sees to such papers knows how, and no other procedure is offered. */
function ofOwnToDo(scene: Scene): Move {
  const { facts, burst, catalogue } = scene;
  const service = sureService(scene, facts.reading.services, null);
  const routing = service && scene.route(service, null, 'queja');
  const holder = routing && 'holder' in routing ? catalogue.agencies.get(routing.holder.agencyId) : undefined;
  const knows =
    ofSureProcedure(scene) ?? (holder && told(scene, agencyWords(scene, holder, plainWords(burst.text))));
  return knows ?? answeredBeside(scene);
}

/** What is known for a question; or which of a few is meant, and a report offered of what it tells besides. */
export function answeredAlone(scene: Scene): Move {
  const contact = contactAsked(scene, scene.burst.text) ?? bodiesAsked(scene);
  if (contact) return told(scene, contact);
  const before = toldFirst(scene);
  return (
    ofProcedures(scene) ??
    told(alsoTelling(scene, before), bodyFor(scene, before.length > 0) ?? unanswered(scene))
  );
}

/** What is known for a question that stands beside something else: nothing is asked back. */
export function answeredBeside(scene: Scene): Move {
  const contact = contactAsked(scene, scene.burst.text) ?? bodiesAsked(scene);
  if (contact) return told(scene, contact);
  return ofSureProcedure(scene) ?? told(scene, bodyFor(scene) ?? unanswered(scene));
}

/** The same long words once more after an answer: it did not help, and they want something done. */
export function isToldAgain({ burst, informed }: Scene): boolean {
  const words = keyOf(burst.text);
  return words.split(' ').length > MOST_WORDS && informed !== null && words.includes(keyOf(informed));
}

function keyOf(text: string): string {
  return plainWords(text).slice(0, LONGEST_KEY);
}

const LONGEST_KEY = 60;
const LONGEST_QUESTION = 600;

/** The question in their words: what they tell next may belong to it. */
function questionOf({ burst }: Scene): string {
  return burst.text.slice(0, LONGEST_QUESTION);
}

/** One of the procedures that were offered, or the question told more fully. Null: that was no answer. */
export function answerProcedure(scene: Scene, awaits: Awaits): Move | null {
  const free = afterQuestion(scene);
  const pick = chosen(awaits.choices, scene.burst)?.value;
  if (pick === OTHER) return ofBody(free, awaits);
  const procedure = pick && scene.catalogue.procedures.get(pick.slice(PREFIX.length));
  if (procedure) return askedBefore(tellProcedure(free, procedure), awaits);
  const meant = pick === undefined ? meantWith(free, awaits) : null;
  if (meant) return askedBefore(tellProcedure(free, meant), awaits);
  if (pick === undefined && asksOn(free))
    return awaits.misses === 0 ? askedAgain(scene) : ofBody(free, awaits);
  const tells = pick === undefined && !scene.burst.text.includes('?');
  if (!tells || plainWords(scene.burst.text).split(' ').length < STORY) return null;
  const { draft } = free.state;
  return draft === null ? beginReport(free) : proceed(free, absorb(draft, free));
}

/** None of those offered: the body that the question spoke of. */
function ofBody(scene: Scene, { held }: Awaits): Move {
  return told(scene, ofAgency(retold(scene, held?.lines ?? [])) ?? say(scene, 'info.unknown'));
}

/** What was asked is the question that was answered, not the words it was chosen with: `esa primera`. */
function askedBefore(move: Move, { held }: Awaits): Move {
  const asked = (held?.lines ?? []).join('\n').slice(0, LONGEST_QUESTION);
  return { ...move, state: { ...move.state, informed: asked || move.state.informed } };
}

/** A further question about what is not told apart yet: `y cuánto cuesta`. */
function asksOn(scene: Scene): boolean {
  const { text } = scene.burst;
  const isQuestion = beginsAsQuestion(text) || text.includes('?');
  return (
    isQuestion &&
    plainWords(text).split(' ').length <= MOST_WORDS &&
    likelyProcedures(scene).procedures.length === 0
  );
}

/** So many words without a question mark tell what happened, and are filed rather than asked about again. */
const STORY = 12;
const PREFIX = 'procedure:';
const OTHER = `${PREFIX}none`;
/** Longer answers are questions of their own. */
const MOST_WORDS = 6;

/** The one of those offered that the question means with the words said now: "el de mi hijo". */
function meantWith(scene: Scene, awaits: Awaits): Procedure | null {
  for (const clause of scene.burst.text.split(/\s*[,;.]+\s*|\s+pero\s+/iu)) {
    const meant = meantBy(scene, awaits, clause);
    if (meant) return meant;
  }
  return null;
}

function meantBy(scene: Scene, { held, choices }: Awaits, text: string): Procedure | null {
  if (text === '' || text.split(/\s+/).length > MOST_WORDS) return null;
  if (['thanks', 'greeting'].includes(scene.facts.read(text).intent)) return null;
  const pointed = pointedTo(choices, text)?.value;
  const procedure = pointed && scene.catalogue.procedures.get(pointed.slice(PREFIX.length));
  if (procedure) return procedure;
  // One sentence, or the words would not be read together.
  const whole = [...(held?.lines ?? []), text].join(' ').replace(/[.?!;\n]+/g, ' ');
  const [meant, ...others] = likelyProcedures(retold(scene, [whole])).procedures;
  const isOffered = choices.some(({ value }) => value === `${PREFIX}${meant?.id}`);
  return meant && others.length === 0 && isOffered ? meant : null;
}

/** What is known of the procedure asked about; or which of a few, with what each costs if that is asked. Null: of none. */
export function ofProcedures(scene: Scene): Move | null {
  const sure = ofSureProcedure(scene);
  if (sure) return sure;
  const costs = costsOfSeveral(scene);
  const { procedures } = likelyProcedures(scene);
  if (procedures.length > 0 && !asksForContact(plainWords(scene.burst.text)))
    return offer(scene, procedures, costs);
  return costs && told(scene, costs);
}

/** What is known of the one procedure that the question surely means; null: it is not sure. */
export function ofSureProcedure(scene: Scene): Move | null {
  const { procedures, p } = likelyProcedures(scene);
  const [first, ...others] = procedures;
  return first && others.length === 0 && p >= SURE ? tellProcedure(scene, first) : null;
}

/** The procedures a question may mean, three at most, as listed in the catalogue, and how sure the best is. */
export function likelyProcedures({ catalogue, facts, burst }: Scene): {
  procedures: Procedure[];
  p: number;
} {
  const { procedures, agencies } = catalogue;
  const isMunicipal = MUNICIPAL.test(plainWords(burst.text));
  const aged = ofAge(facts.reading.procedures, burst.text, procedures);
  const likely = inWay(aged, burst.text, procedures);
  const here = likely.filter(({ id }) => {
    const procedure = procedures.get(id);
    const isTheirs = (agencies.get(procedure?.agency ?? '')?.districts ?? []).length > 0;
    const isAsked = procedure !== undefined && isAskedOf(procedure, burst.text);
    return isAsked && isHere(procedure, agencies, facts) && (isTheirs || !isMunicipal);
  });
  const p = here[0]?.p ?? 0;
  if (p < BY_ONE_WORD && isOfOther({ catalogue, facts }, here)) return { procedures: [], p: 0 };
  const near = here.filter(other => other.p >= p * NEAR);
  // The other ways of a paper speak for it too, though another one is wanted.
  const among = likely.length < aged.length ? here : near;
  const isNamed = areOfNamed(near, procedures, burst.text);
  if (!isNamed && among.reduce((sum, other) => sum + other.p, 0) < WORTH_ASKING) return { procedures: [], p };
  const ids = new Set(near.map(({ id }) => id));
  return { procedures: [...procedures.values()].filter(({ id }) => ids.has(id)).slice(0, MOST_OFFERED), p };
}

/** All that is known of a procedure. */
export function tellProcedure(asking: Scene, procedure: Procedure): Move {
  // Who is told how to get a paper, and told nothing that goes wrong, has nothing to report.
  const isWrong = tellsOther(asking.burst.text);
  const scene = isWrong ? alsoTelling(asking) : asking;
  const words = procedureWords(scene, procedure, nextOf(scene));
  const asksMore = asksForHours(plainWords(scene.burst.text)) && !hasHours(procedure);
  const isPart = onlyReplaced(procedure, scene.burst.text, scene.catalogue.procedures);
  const part = isPart ? say(scene, 'info.only_way') : unknownThere(scene, procedure);
  const before = asksMore ? say(scene, 'info.no_hours') : (part ?? noTime(scene, procedure));
  const move = toldWith(scene, lines(before, words));
  return { ...move, state: { ...move.state, procedure: procedure.id } };
}

/** The number of what was offered tells no problem. */
const LEAST_TELLING = 3;

/** Who tells a problem without asking anything outright may want it filed too, and is asked. */
export function alsoTelling(scene: Scene, before: string[] = []): Scene {
  const { burst, facts, state } = scene;
  const isFree = state.draft === null && state.awaits === null && burst.choice === null;
  const asks = burst.text.includes('?') || asksOutright(burst.text) || lostOwn(burst.text) || asksHow(scene);
  const isSentence = plainWords(burst.text).split(' ').length >= LEAST_TELLING;
  const tells = isFree && !asks && isSentence && sureService(scene, facts.reading.services, null);
  const beside = isFree ? toldBeside(scene) : [];
  const lines = tells ? burst.lines : isFree && beside.length === 0 ? before : beside;
  if (lines.length === 0) return scene;
  const choices = yesAndNo(scene, 'also', 'choice.report', 'choice.no_report');
  return interrupting(scene, awaiting('also', choices, { held: { lines, files: burst.files } }));
}

function offer(scene: Scene, procedures: Procedure[], known: Sentence | null): Move {
  const unsaid = notOnCard(scene, procedures);
  if (unsaid) return told(scene, unsaid);
  const { language } = scene.state;
  const named = procedures.map(
    ({ id, name }): Choice => ({ label: name[language], value: `${PREFIX}${id}` }),
  );
  const choices = [...named, choiceOf(scene, 'choice.other_matter', OTHER)];
  const held = { lines: scene.burst.lines, files: [] };
  const asking = withState(scene, { informed: questionOf(scene) });
  const replies = known ? [replyOf(known)] : [];
  return { state: interrupting(asking, awaiting('procedure', choices, { held })).state, replies };
}

/** Says a sentence, and what can be done next; the question is remembered. */
export function told(scene: Scene, sentence: Sentence): Move {
  return toldWith(scene, lines(sentence, nextOf(scene)));
}

function toldWith(scene: Scene, sentence: Sentence): Move {
  return {
    state: withState(scene, { lost: 0, informed: questionOf(scene) }).state,
    replies: [replyOf(sentence)],
  };
}

/** A person or a case is offered, unless another question follows anyway, or they were in danger just now. */
export function nextOf(scene: Scene): Sentence | null {
  return scene.state.awaits || isAfterDanger(scene) ? null : say(scene, 'info.next');
}

/** The same, of what was asked before where that is only meant: `¿qué llevo para inscribirlo?` */
function bodyFor(scene: Scene, isTold = false): Sentence | null {
  const { informed, burst } = scene;
  const own = ofAgency(scene, isTold);
  const means = informed !== null && goesOnFrom(informed, burst.text);
  return own ?? (means ? ofAgency(retold(scene, [`${informed} ${burst.text}`])) : null);
}

/** The body a question is about, in words; null: none is meant. `isTold`: the matter is told with it, and means its body. */
export function ofAgency(scene: Scene, isTold = false): Sentence | null {
  const { agencies, reasons } = scene.facts.reading;
  const [best] = agencies;
  // A body that no word speaks for is a guess.
  const isMeant = best && best.p >= MEANT && (reasons.length > 0 || (isTold && best.p >= TOLD));
  const agency = isMeant ? scene.catalogue.agencies.get(best.id) : undefined;
  return agency ? agencyWords(scene, agency, plainWords(scene.burst.text)) : null;
}
