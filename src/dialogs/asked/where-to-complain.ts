import type { Sentence } from '../../texts.ts';
import { dropDraft } from '../commands.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { bodyOfAppeal } from '../intake/appeal.ts';
import { beginReport } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { clauses } from '../words/clauses.ts';
import { consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { bodyNamed } from './agency-words.ts';
import { likelyProcedures, SURE } from './information.ts';
import { isBroken } from './told-beside.ts';

const WHERE = '\\b(?:a ?donde|donde|a quien|con quien|ante quien|where|who)\\b';
/** `¿Dónde puede ir a poner la queja?`, `¿a dónde va uno a reclamar?` */
const TO_COMPLAIN = anyOf(
  new RegExp(
    `${WHERE}(?: \\w+){0,6}? (?:poner|pongo|pone|presentar|presento|presenta|hacer|hago|hace|meter|meto|file|make|lodge)(?: \\w+){0,2}? (?:queja|denuncia|reclamo|complaint|report)\\b`,
  ),
  new RegExp(
    `${WHERE}(?: \\w+){0,4}? (?:reclamar|reclamo|reclama|quejarme|quejarse|me quejo|denunciar|denuncio|complain)\\b`,
  ),
);
const MOST_WORDS = 24;

/**
 * Where to complain of what was asked about, or of what was summed up: here. A summary that they will not have sent goes with it.
 * Null: that is not asked, or there is a procedure of its own for it.
 */
export const whereToComplain: Topic = scene => {
  const { burst, state, informed, left, facts } = scene;
  const plain = plainWords(burst.text);
  const isAsked = burst.text.includes('?') || clauses(burst.text).some(beginsAsQuestion);
  const isIt = isAsked && TO_COMPLAIN.test(plain) && plain.split(' ').length <= MOST_WORDS;
  if (!isIt || burst.choice !== null || facts.reading.emergency !== null) return null;
  if (state.draft !== null) return state.draft.summarised ? ofSummary(scene) : null;
  const { procedures, p } = likelyProcedures(scene);
  const isKnown = procedures.length > 0 && p >= SURE;
  const isFiled = facts.cases.some(c => isJustFiled(scene, c));
  if (isKnown || isFiled || state.awaits !== null || (informed === null && left === null)) return null;
  return {
    state: withState(scene, { lost: 0, informed: burst.text }).state,
    replies: [replyOf(whereTo(scene), { asks: 'description' })],
  };
};

const COMPLAINT = '(?:denuncia|queja|reclamo|complaint)';
/** `¿Cuál es el número para quejarse de los buses?`, `la denuncia por un perro, ¿eso va dónde?` */
const WAY_IN = anyOf(
  new RegExp(
    `\\b(?:numero|telefono|correo|pagina|number|phone)\\b(?: \\w+){0,2} (?:para|de|to|for) (?:(?:poner|hacer|presentar|file|make) (?:una? |la |a )?${COMPLAINT}|quej\\w+|reclam\\w+|denunci\\w+|complain\\w*)\\b`,
  ),
  new RegExp(
    `\\b${COMPLAINT} (?:por|de|sobre|contra|for|about) .*\\b(?:va|van|se (?:pone|hace|presenta)) (?:a ?)?donde\\b`,
  ),
  new RegExp(
    `\\b(?:a ?)?donde (?:va|se (?:pone|hace|presenta)|pongo|hago|presento) (?:la |una? |mi )?${COMPLAINT} (?:por|de|sobre|contra)\\b`,
  ),
);

/** `… de los buses que no paran`. */
const FAILS = /\b(?:que|who|that) (?:no|don t|doesn t|never|nunca) \w+/;

/** Where and how one complains of a thing, asked first: here; what already fails is taken down at once. Null: that is not asked. */
export const wayIn: Topic = scene => {
  const { burst, state, informed, facts } = scene;
  const plain = plainWords(burst.text);
  const isFree =
    state.draft === null && state.awaits === null && !facts.cases.some(c => isJustFiled(scene, c));
  const isIt = isFree && WAY_IN.test(plain) && plain.split(' ').length <= MOST_WORDS;
  if (!isIt || burst.choice !== null || facts.reading.emergency !== null || informed !== null) return null;
  const fails = isBroken(burst.text) || FAILS.test(plain);
  const isTold = fails && sureService(scene, facts.reading.services, null) !== null;
  if (isTold) return beginReport(scene, { kind: 'queja' }, say(scene, 'report_here'));
  return {
    state: withState(scene, { lost: 0, informed: burst.text }).state,
    replies: [replyOf(say(scene, 'complain_here'), { asks: 'description' })],
  };
};

/** Here; and who decides after the body that was told of, where somebody does. */
function whereTo(scene: Scene): Sentence {
  const { procedures, agencies } = scene.catalogue;
  const told = procedures.get(scene.procedure ?? '');
  const agency = told ? agencies.get(told.agency) : bodyNamed(scene.catalogue, scene.informed ?? '');
  const appeal = agency && bodyOfAppeal(scene, agency.id);
  return appeal
    ? say(scene, 'complain_appeal', { agency: agency.acronym, appeal: appeal.acronym })
    : say(scene, 'complain_here');
}

/** What is summed up is such a complaint, unless they will not have it sent. */
function ofSummary(scene: Scene): Move {
  const isRefused = clauses(scene.burst.text).some(clause => consentIn(clause) === 'drop');
  if (!isRefused)
    return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'report_here'))] };
  const words = lines(say(scene, 'follow.not_sent'), say(scene, 'complain_here'));
  return { state: dropDraft(scene).state, replies: [replyOf(words, { asks: 'description' })] };
}
