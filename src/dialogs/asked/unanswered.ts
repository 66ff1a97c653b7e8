import type { Agency } from '../../catalogue/catalogue.ts';
import type { Sentence } from '../../texts.ts';
import { LIKELY_ACT, questionIn } from '../acts.ts';
import { adviceOnReport } from '../danger/advice.ts';
import { asksRescuers, lineToAsk } from '../danger/after-danger.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { asksHowKept } from '../intake/privacy.ts';
import { lines, type Scene, say } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksIfTold } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { READS_MINE, SEEN, WHO_LEARNS, WHO_READS } from '../words/who-learns.ts';
import { agencyWords, whyBody } from './agency-words.ts';
import { daysToAnswer } from './days-to-answer.ts';
import { deskAnswer, isOfAnonymous, toldHere } from './desk-answer.ts';

/** `¿Van a ser los mismos policías?`, `no confío en ellos`. */
const DISTRUST =
  /\b(l[oa]s? mism[oa]s?|ell[oa]s mism[oa]s|no (les |le )?confio|no me fio|se tapan|se cubren|the same (people|police\w*|officers?)|don t trust|not trust)\b/;

/** `¿Y si no me contestan?` */
const LATE = anyOf(
  /\b(si (el \d+ |ese dia |para entonces |esa fecha )?no (me |nos |le )?(pasa nada|hay respuesta|contest\w+|respond\w+|hacen( nada| caso)?|atiend\w+|cumpl\w+|vien\w+|llam\w+)|y si se (pasa|vence)|(what )?if (they|nobody|no one) (do not|don t|doesn t|never|ignore)?)\b/,
  // `¿Qué hago si Más Móvil no me resuelve?`, `¿y si no lo arreglan?`
  /\bsi (?:\w+ ){0,4}?(?:no|nunca|nadie) (?:(?:me|nos|le|lo|la|los|las|se|quieren?|pueden?|van a|va a) )*(?:resuelv|resolver|solucion|reconoc|arregl|repar|recog|tapan?(?= |$)|limpi|aceptan?(?= |$))\w*/,
  /\bif (?:\w+ ){1,4}?(?:do not|don t|does not|doesn t|won t|will not|refuses? to) (?:solve|resolve|fix|answer)\b/,
);

/** Whoever is silent in it: `y si en un mes no dicen ni pío`. */
const IF_SILENT =
  /^(y |pero |ok |bueno |and |but )*(si|if|what if)\b.*\b(no|nadie|nunca|ni|not|nobody|don t|never)\b/;

/** Is it asked what happens when nobody answers in time? */
export function asksIfLate(scene: Scene): boolean {
  const plain = plainWords(scene.burst.text);
  return LATE.test(plain) || (IF_SILENT.test(plain) && questionIn(scene, LIKELY_ACT) === 'outcome');
}

/** `¿Y quién es el MOP?`, `eso qué es`. */
const WHO_IS =
  /^(?!.*\b(?:reserva|anonim\w*)\b)(\w+ )?(y )?((eso|esa|ese) )?((quien|que) es|what is|who is)( (el|la|eso|esa|ese|lo que|that|the)\b.*)?$/;

/** Not the fare, or whatever else is asked with the same words. */
function isOfBody(plain: string, { acronym, aliases }: Agency): boolean {
  const isBare = plain.split(' ').length <= MOST_BARE;
  return isBare || [acronym, ...aliases].some(name => namesIt(plain, name)) || BODY.test(plain);
}

const MOST_BARE = 4;
const BODY = /\b(entidad|institucion|empresa|oficina|body|agency|institution)\b/;

/** `¿Y por qué ACODECO?`, `por qué lo mandan ahí`. */
const WHY = /^(y |pero |eso |esto |entonces |and |but )*(por que|why)\b/;

/** `¿Seguro que eso le toca al IDAAN?`, `is Miviot the right one?` */
function asksIfTheirs(plain: string, agency: Agency): boolean {
  return IS_THEIRS.test(plain) && [agency.acronym, ...agency.aliases].some(name => namesIt(plain, name));
}

const IS_THEIRS =
  /\b(?:le toca|les toca|toca a|corresponde|le compete|es el que|es la que|son los que|es quien|es el correcto|es la correcta|encarga|ven? eso|ve esas?|atienden? (?:eso|esto|ese)|right (?:one|body|place|agency)|the one (?:for|that|who|in charge)|in charge|deals? with|handles?|responsible)\b/;

function namesIt(plain: string, acronym: string): boolean {
  const named = ` ${plain} `.includes(` ${plainWords(acronym)} `);
  return named || /\b(ahi|alli|ellos|esa entidad|esa institucion|them|there)$/.test(plain);
}

/** Is it asked by who does not trust the body: `van a ser los mismos los que investiguen`? */
function distrustsBody(text: string): boolean {
  return DISTRUST.test(plainWords(text));
}

/** Is something asked that has an answer of its own: who that is and why, what happens if nobody answers, whom to trust? */
export function hasOwnAnswer(scene: Scene): boolean {
  const plain = plainWords(scene.burst.text);
  return (
    asksRescuers(scene) ||
    adviceOnReport(scene) !== null ||
    asksIfLate(scene) ||
    [WHO_LEARNS, WHO_READS, WHY, WHO_IS, DISTRUST].some(pattern => pattern.test(plain))
  );
}

/**
 * What is said to a question nobody here can answer: after a danger, who does so now; of a report, the body that gets it,
 * and what else can be done by who does not trust it; else that nothing is known. `isKept`: the question goes along with it.
 */
export function unanswered(scene: Scene, isKept = false): Sentence {
  if (asksRescuers(scene)) return lines(say(scene, 'emergency.ask_there'), lineToAsk(scene));
  const advice = adviceOnReport(scene);
  if (advice) return lines(advice, isKept ? say(scene, 'info.question_kept') : null);
  const { draft } = scene.state;
  const held = draft && holderOfDraft(scene, draft);
  const agency = held ? scene.catalogue.agencies.get(held.holder.agencyId) : undefined;
  const plain = plainWords(scene.burst.text);
  if (draft && [WHO_LEARNS, WHO_READS, READS_MINE].some(words => words.test(plain)))
    return deskAnswer(scene) ?? say(scene, SEEN[draft.privacy ?? 'open']);
  if (draft && asksHowKept(scene.burst.text))
    return isOfAnonymous(scene)
      ? say(scene, 'record.answer_page', { url: `${scene.publicUrl}/caso` })
      : say(scene, 'plainer.privacy');
  if (draft && asksIfTold(plain)) return toldHere(scene);
  if (draft && asksIfLate(scene)) return lines(daysToAnswer(scene, draft), say(scene, 'info.if_late'));
  if (agency === undefined) return say(scene, 'info.unknown');
  if (WHY.test(plain) && namesIt(plain, agency.acronym)) return whyBody(scene, agency, held?.because ?? null);
  if (asksIfTheirs(plain, agency))
    return lines(say(scene, 'info.theirs'), whyBody(scene, agency, held?.because ?? null));
  if (WHO_IS.test(plain) && isOfBody(plain, agency))
    return say(scene, 'info.who_is', { agency: agency.acronym, name: agency.name });
  if (distrustsBody(plain)) return say(scene, 'info.distrust', { agency: agency.acronym });
  return lines(agencyWords(scene, agency, plain), isKept ? say(scene, 'info.question_kept') : null);
}
