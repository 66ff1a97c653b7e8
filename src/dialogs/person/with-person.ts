import type { Sentence } from '../../texts.ts';
import { bodiesAsked } from '../asked/bodies-asked.ts';
import { abroadWords } from '../asked/foreign-paper.ts';
import { ifNoted } from '../asked/if-noted.ts';
import { answeredAlone } from '../asked/information.ts';
import { ofRecord } from '../asked/of-record.ts';
import { lostOwn, onlyAsked } from '../asked/told-beside.ts';
import { tellsMore, toldMeanwhile } from '../asked/told-meanwhile.ts';
import { withBot } from '../danger/after-danger.ts';
import { deniesDanger } from '../danger/denied.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { beginReport, proceed } from '../intake/flow.ts';
import { bidsReport, tellsMatter } from '../intake/matter.ts';
import { privacySaid } from '../intake/privacy.ts';
import { awaiting } from '../questions.ts';
import { wantsErased } from '../rights/wants-erased.ts';
import {
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
import { signedClauses } from '../words/clauses.ts';
import { consentIn } from '../words/consent.ts';
import { DECLINES_PERSON } from '../words/person-words.ts';
import { plainWords } from '../words/plain-words.ts';
import { answerOfWaiting, ofWaiting, spokeOfDying } from './asked-meanwhile.ts';

const GO_ON =
  /^((no )?(mejor )?(quiero |prefiero )?(seguir|sigamos|siga|sigue|sigo|seguimos|continuar|continue|continuemos|go on)( usted| contigo| con usted| aqui| con (el|este|la) (bot|robot|asistente)| with (the bot|you))?|(pero |no |bueno )*(ya (te |le |les )?dije que )?(quiero |prefiero |mejor )*((lo |la )?(hago|hacemos|hacerl[oa]|hacer|sigo|seguir|seguimos|resuelvo|hablo|hablar) (aqui )?(contigo|con usted)|i(?: ll| will| would rather| d rather| prefer to)? (do it|continue|go on|talk) with you)( mejor| no con (la|una) persona| not (with )?(the|a) person)*|(otra vez|vuelvo|volver|quiero|prefiero|back to) (a hablar )?(con |a |al )?(el |la |the )?(bot|robot|asistente|maquina))$/;

/**
 * A person was promised or owns the talk: the bot is silent, but for a word that the first message, and whatever tells more,
 * was noted. While nobody has taken it, the citizen may go back to the bot.
 */
export const withPerson: Topic = heard => {
  const { conversation, burst, facts } = heard;
  if (conversation.mode === 'bot') return null;
  if (conversation.mode === 'person') return { state: heard.state, replies: [], silence: 'person' };
  if (goesBack(burst.text) === '') return backToBot(heard);
  const free = needsNoPerson(heard);
  if (free) return free;
  const scene = withState(heard, { informed: heard.informed });
  const { state } = scene;
  const of = ofWaiting(scene);
  if (of) return { state: { ...state, noted: true }, replies: [replyOf(answerOfWaiting(scene, of))] };
  const bodies = abroadWords(scene) ?? bodiesAsked(scene);
  if (bodies) return { state, replies: [replyOf(lines(bodies, say(scene, 'person.back')))] };
  // What their case holds is known here, whoever is to write.
  const known = [ifNoted, ofRecord]
    .map(topic => topic(withState(scene, { draft: null, awaits: null })))
    .find(move => move !== null && !move.cases?.length);
  if (known && facts.cases.length > 0 && facts.reading.emergency === null)
    return {
      state: { ...state, noted: true },
      replies: [...known.replies, replyOf(say(scene, 'person.back'))],
    };
  const told = toldMeanwhile(scene);
  // Who spoke of dying is never left with a line that only notes it.
  const isNeed = conversation.reason === 'distress' && !deniesDanger(burst.text);
  if (isNeed || spokeOfDying(scene))
    return { state: told, replies: [replyOf(say(scene, 'person.distress_noted'))] };
  // Nor is who is in danger.
  if (conversation.reason === 'danger')
    return { state: told, replies: [replyOf(say(scene, 'person.danger_noted'))] };
  if (state.noted && !tellsMore(scene) && !burst.text.includes('?'))
    return { state: told, replies: [], silence: 'person' };
  return { state: { ...told, noted: true }, replies: [replyOf(say(scene, 'person.noted'))] };
};

const NO_MORE =
  /^(?:(?:no|ok|bueno|gracias|perdon|disculpe|mejor|que|pero|dejelo|olvidelo) )*(?:ya no|ya no (?:hace falta|(?:la |lo )?(?:necesito|quiero)|es necesari[oa]|gracias|importa)|no hace falta|no (?:la |lo )?necesito(?: (?:la|una) persona)?|ya (?:lo )?resolvi|dejelo asi|olvidelo|(?:i )?(?:don t|do not|no longer) need (?:it|anybody|a person)|never ?mind)(?: (?:ya|gracias|la persona|una persona|a nadie|nada|asi|thanks|anymore|muchas))*$/;

/** `Ya no`, `ya no hace falta`: nobody need write; who was in danger or in need is not let go so. */
function needsNoPerson(scene: Scene): Move | null {
  const { conversation, burst } = scene;
  const isGrave = conversation.reason === 'danger' || conversation.reason === 'distress';
  if (isGrave || burst.files.length > 0 || !NO_MORE.test(plainWords(burst.text))) return null;
  const set = { ...withBot(conversation), review: true };
  return { state: scene.state, set, replies: [replyOf(say(scene, 'person.taken_back'))] };
}

/** What is told besides going back to the bot: `seguir. es por un tubo roto`, `yo no quiero una persona, mándelo`; null: they do not go back. */
function goesBack(text: string): string | null {
  if (GO_ON.test(plainWords(text))) return '';
  const [first = '', ...rest] = signedClauses(
    text.replace(/^(?:\s*(?:mm+|ok|bueno|ya|no+|si)[\s.,;!]+)+/iu, ''),
  );
  const declines = DECLINES_PERSON.test(plainWords(first)) || GO_ON.test(plainWords(first).replace(LED, ''));
  const [next = ''] = rest;
  return declines ? (SPEAKS.test(plainWords(next)) ? rest.slice(1) : rest).join('').trim() : null;
}

/** `Yo hablo español también`: why they go back, and no matter. */
const SPEAKS =
  /^(?:(?:que|porque|yo|si|también|tambien|nosotros|i|we|also|can|se|puedo) )*(?:hablo|hablamos|entiendo|entendemos|escribo|hablar|escribir|speak|understand|write)(?: (?:bien|el|en|un poco de|some))* (?:español|espanol|castellano|ingles|spanish|english)(?: (?:tambien|bien|too|also|as well))*$/;

const LED = /^(?:(?:mm+|ok|bueno|no+|ya|mejor|entonces|pues|si|dale) )+/;

/**
 * With the bot again, which is told the rest as if it had been written to it; as is a wish to have everything erased, which
 * waits for nobody. Null: a person still has the talk, or nothing else is said.
 */
export function backWithMore(scene: Scene): Scene | null {
  const { conversation, burst } = scene;
  if (conversation.mode !== 'waiting' || burst.choice !== null) return null;
  const more = goesBack(burst.text) ?? (wantsErased(scene) ? burst.text : null);
  const { later, draft, awaits } = scene.state;
  // What was written meanwhile, by who has a case, is heard as if it came now: it may be of that.
  const isOfCase = more === '' && later.length > 0 && draft === null && awaits === null;
  if (isOfCase && scene.facts.cases.length > 0)
    return {
      ...retold(withState(scene, { later: [] }), later),
      conversation: { ...conversation, ...withBot(conversation) },
    };
  if (more === null || more === '') return null;
  // What was told before waits for nothing but to be gone on with.
  const isFree = draft === null && awaits === null && later.length > 0;
  const isOrder = consentIn(more) === 'yes';
  if (isFree && (isOrder || tellsMatter(more, scene.facts.read(more))))
    return {
      ...retold(withState(scene, { later: [] }), isOrder ? later : [...later, more]),
      conversation: { ...conversation, ...withBot(conversation) },
    };
  return { ...retold(scene, [more]), conversation: { ...conversation, ...withBot(conversation) } };
}

function backToBot(scene: Scene): Move {
  const lead = say(scene, 'person.resumed');
  const { awaits, draft } = scene.state;
  const isFree = awaits === null;
  const set = { ...withBot(scene.conversation), review: true };
  if (isFree && scene.state.later.length > 0) {
    const free = withState(scene, { later: [] });
    // What was told is gone on with, whatever was asked beside it.
    const tells = scene.state.later.filter(line => !isAsked(retold(free, [line])));
    const own = retold(free, tells.length > 0 ? tells : scene.state.later);
    // Who is in distress and bade no report is asked whether they want one, and not where it is.
    const isBidden = tells.some(line => bidsReport(line) || privacySaid(line) !== null);
    if (scene.conversation.reason === 'distress' && !isAsked(own) && !isBidden)
      return { ...asksToReport(own, lead), set };
    return { ...(isAsked(own) ? answeredOnce(own, lead) : beginReport(own, {}, lead)), set };
  }
  // What was told meanwhile may answer what was asked.
  if (draft !== null && awaits !== null && !draft.summarised && awaits.ask !== 'resume')
    return { ...proceed(withState(scene, { awaits: null }), draft, lead), set };
  const [c] = scene.facts.cases.filter(filed => isJustFiled(scene, filed));
  const asked = c ? say(scene, 'person.resumed_case', { number: c.number }) : say(scene, 'ask.description');
  const words = isFree ? lines(lead, asked) : lead;
  return {
    state: scene.state,
    set,
    replies: [replyOf(words, isFree ? { asks: 'description' } : {})],
  };
}

function asksToReport(scene: Scene, lead: Sentence): Move {
  const choices = yesAndNo(scene, 'also', 'choice.report', 'choice.no_report');
  const held = { lines: scene.burst.lines, files: [] };
  return {
    state: withState(scene, { awaits: awaiting('also', choices, { held }) }).state,
    replies: [replyOf(lead)],
  };
}

/** Who writes `seguir` with the bot, and nothing is open, is asked what it is. */
export const alreadyBack: Topic = scene => {
  const { conversation, burst, state } = scene;
  const isFree = state.draft === null && state.awaits === null && scene.left === null;
  const isIt = conversation.mode === 'bot' && burst.choice === null && isFree;
  return isIt && goesBack(burst.text) === '' ? backToBot(scene) : null;
};

/** Only something asked, or how a paper that was lost is got anew. */
function isAsked(scene: Scene): boolean {
  return onlyAsked(scene) || lostOwn(scene.burst.text);
}

/** What was asked meanwhile; an answer that was given before is not given again. */
function answeredOnce(scene: Scene, lead: Sentence): Move {
  const move = answeredAlone(scene);
  const { informed } = scene;
  const before = informed === null ? null : answeredAlone(retold(scene, [informed]));
  const isSame = before !== null && before.replies.at(-1)?.text === move.replies.at(-1)?.text;
  if (!isSame) return leading(lead, move);
  const words = lines(lead, say(scene, 'person.resumed_same'));
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words, { asks: 'description' })] };
}

function leading(lead: Sentence, move: Move): Move {
  const [first, ...rest] = move.replies;
  return { ...move, replies: [first ? led(lead, first) : replyOf(lead), ...rest] };
}
