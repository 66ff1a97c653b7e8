import type { Case } from '../../cases/case.ts';
import { isProposal } from '../../cases/lifecycle.ts';
import type { Question } from '../../catalogue/act.ts';
import type { Agency } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { questionIn, SURE_QUESTION } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { adviceOnReport } from '../danger/advice.ts';
import { bodyOf } from '../filed/case-steps.ts';
import { caseStatus } from '../filed/case-words.ts';
import { asksWhen, dueWords, untilAnswered } from '../filed/due-words.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { lines, type Scene, say, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { isOfReportItself } from '../words/question-words.ts';
import { SEEN } from '../words/who-learns.ts';
import { agencyWords, asksForContact, whyBody } from './agency-words.ts';
import { daysToAnswer } from './days-to-answer.ts';
import { isOfAnonymous } from './desk-answer.ts';
import { caseAsItStands } from './of-record.ts';

/**
 * What the desk itself knows to a question about the report that is open. Null: it is to be shown instead, or only the body
 * can tell.
 */
export function answerOfReport(scene: Scene, draft: Draft, asked: Question): Sentence | null {
  const question = timed(scene, asked);
  const service = draft.serviceId === null ? undefined : scene.catalogue.services.get(draft.serviceId);
  const held = holderOfDraft(scene, draft);
  const agency = held ? scene.catalogue.agencies.get(held.holder.agencyId) : undefined;
  const days = service && { days: service.days };
  if (isProposal(draft.kind ?? 'queja') && UNDATED.includes(question))
    return agency ? say(scene, 'filed.proposal', { agency: agency.acronym }) : null;
  // `¿Me van a cobrar esos días?`: only the body knows.
  if (OF_BILL.test(plainWords(scene.burst.text)) && OF_MONEY.includes(question)) return null;
  switch (question) {
    case 'howlong':
      return service || draft.summarised ? daysToAnswer(scene, draft) : null;
    case 'seen':
      return say(scene, SEEN[draft.privacy ?? 'open']);
    case 'next':
      return days ? nextOf(scene, days) : null;
    case 'follow':
      return isOfAnonymous(scene)
        ? say(scene, 'record.answer_page', { url: `${scene.publicUrl}/caso` })
        : say(scene, 'general.follow');
    case 'outcome':
      return days ? say(scene, 'general.outcome', days) : say(scene, 'record.no_promise_open');
    case 'body':
      return agency ? lines(whyBody(scene, agency, held?.because ?? null), reachWords(scene, agency)) : null;
    case 'meanwhile':
      return adviceOnReport(scene);
    default:
      return ofBoth(scene, question);
  }
}

/** What happens once it is sent; of an anonymous report nothing comes to this talk. */
function nextOf(scene: Scene, days: { days: number }): Sentence {
  return isOfAnonymous(scene)
    ? say(scene, 'general.next_anonymous', { ...days, url: `${scene.publicUrl}/caso` })
    : say(scene, 'general.next', days);
}

/** `¿Quién es el MOP y cómo los llamo?` */
function reachWords(scene: Scene, agency: Agency): Sentence | null {
  return asksForContact(plainWords(scene.burst.text)) ? agencyWords(scene, agency, ASKS_ALL) : null;
}

/** The same of a case. */
export function answerOfCase(scene: Scene, c: Case, asked: Question): Sentence | null {
  const question = timed(scene, asked);
  const agency = bodyOf(scene, c);
  if (OF_BILL.test(plainWords(scene.burst.text)) && OF_MONEY.includes(question)) return null;
  if (isProposal(c.kind) && UNDATED.includes(question)) return say(scene, 'filed.proposal', { agency });
  const holder = c.holder ? scene.catalogue.agencies.get(c.holder.agencyId) : undefined;
  // `¿Pueden mandar un tanquero?` asks what they do, and not what can be done here.
  if (question === 'can' && OF_THEM.test(plainWords(scene.burst.text))) return null;
  switch (question) {
    case 'howlong':
    case 'follow':
      return lines(caseStatus(scene, c), untilAnswered(scene, c), say(scene, 'general.news_here'));
    case 'seen':
      return say(scene, SEEN[c.privacy]);
    case 'next':
      return lines(caseStatus(scene, c), say(scene, 'follow.told_here', { number: c.number }));
    case 'outcome':
      // `¿Y si mi jefe me bota por esto?`: a day for the answer says nothing of it.
      if (!OF_ANSWER.test(plainWords(scene.burst.text)) || LIABLE.test(plainWords(scene.burst.text)))
        return null;
      return dueWords(scene, c);
    case 'shown':
      return caseAsItStands(scene, c);
    case 'body':
      return holder ? ofHolder(scene, c, holder) : null;
    default:
      return ofBoth(scene, question);
  }
}

/** `¿Por qué el MOP?`, of a case: why it went there. Null: that is not asked. */
export function whyHolder(scene: Scene, c: Case): Sentence | null {
  const holder = c.holder ? scene.catalogue.agencies.get(c.holder.agencyId) : undefined;
  const plain = plainWords(scene.burst.text);
  const isNamed = [holder?.acronym ?? '', ...(holder?.aliases ?? [])].some(
    name => name !== '' && ` ${plain} `.includes(` ${plainWords(name)} `),
  );
  return holder && WHY.test(plain) && (isNamed || THEM.test(plain)) ? ofHolder(scene, c, holder) : null;
}

const WHY = /^(?:y |pero |oiga |entonces |and |but )*(?:por que|porque|xq|pq|why)\b/;
const THEM = /\b(?:ellos|esa (?:entidad|institucion|gente)|them|that body)\b/;

/** Why it is that body; how to reach it, where only that is asked. */
function ofHolder(scene: Scene, c: Case, holder: Agency): Sentence {
  if (asksForContact(plainWords(scene.burst.text))) return agencyWords(scene, holder, ASKS_ALL);
  const service = c.serviceId === null ? undefined : scene.catalogue.services.get(c.serviceId);
  const routing = service && scene.route(service, c.place, c.kind);
  const isRuled =
    routing !== undefined && 'holder' in routing && routing.holder.agencyId === c.holder?.agencyId;
  return whyBody(scene, holder, isRuled ? (routing.because?.[scene.state.language] ?? null) : null);
}

/** Is it surely asked what can or must be done elsewhere? Only the body knows: it is passed on, whatever sounds like an answer. */
export function isForBody(scene: Scene): boolean {
  const question = questionIn(scene, SURE_QUESTION);
  return question !== null && !isOfReportItself(question, scene.burst.text);
}

/** A question to who deals with it goes along with what is summed up. */
export function withQuestionKept(scene: Scene): Scene {
  const { draft } = scene.state;
  if (!draft?.summarised) return scene;
  const description = [...draft.description, ...scene.burst.lines];
  return withState(scene, { draft: { ...draft, description } });
}

const OF_THEM = /\b(pueden|podrian|van a|can they|could they|will they|do they)\b/;

/** `¿Cuánto puede durar el trámite?` asks for no price, whatever it was learned to sound like. */
function timed({ burst }: Scene, question: Question): Question {
  return question === 'cost' && asksWhen(burst.text) ? 'howlong' : question;
}

/** Whether anything comes of it at all: `¿van a hacer algo?`, `¿y si lo archivan?` */
const OF_ANSWER =
  /\b(resuelv\w+|resolver\w*|respond\w+|contest\w+|arregl\w+|atiend\w+|atender\w*|investig\w+|archiv\w+|rechaz\w+|ignor\w+|(?<!\bles? )hacen?|haran|van a hacer|va a hacer|hacer (algo|caso|nada)|nadie|sirve|garanti\w+|asegur\w+|promet\w+|solucion\w*|fix|answer|ignore|reject|happens?|do (something|anything|nothing)|will (it|this) (help|work))\b/;

/** `Si se cae, ¿quién responde?`: who pays for it, and not who answers them. */
const LIABLE =
  /\bquien(?:es)? (?:va a |van a )?(?:responde|responder|paga|pagar|se hace|se hacen|se va a hacer|es el responsable|es responsable)(?: (?:por (?:eso|esto|todo|ella|el|mi)|cargo|responsable))?$|\bwho (?:is liable|is responsible|pays)\b/;

/** A proposal is answered when something is decided, and on no day. */
const UNDATED: readonly Question[] = ['howlong', 'next', 'outcome'];

/** Telephone and page, whatever their words ask for. */
const ASKS_ALL = 'telefono pagina';

function ofBoth(scene: Scene, question: Question): Sentence | null {
  if (!isOfReportItself(question, scene.burst.text)) return null;
  switch (question) {
    case 'cost':
      return say(scene, 'free_of_charge');
    case 'desk':
      return say(scene, OF_HOURS.test(plainWords(scene.burst.text)) ? 'always_open' : 'am_automatic');
    case 'duty':
      return say(scene, 'general.duty');
    case 'can':
      return say(scene, 'general.can');
    default:
      return null;
  }
}

/** `¿Respondes los domingos también?` */
const OF_HOURS =
  /\b(feriad\w+|domingos?|sabados?|fin(es)? de semana|noches?|horas?|horario|sundays?|weekends?|holidays?|hours?)\b/;

const OF_MONEY: readonly Question[] = ['cost', 'outcome', 'meanwhile', 'duty', 'next'];
/** What the body charges, and not this desk. */
const OF_BILL =
  /\b(cobr\w+|charge\w*|pag(o|ar|an?|aran?|amos|arles?|uen?)|pays?|abogad\w+|lawyer|recibo|factura|multa|bill|fine)\b/;
