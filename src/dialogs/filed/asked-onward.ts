import type { Case } from '../../cases/case.ts';
import { LIKELY_ACT, SURE_ACT, shareOf } from '../acts.ts';
import { goesWrong, opensReport } from '../intake/matter.ts';
import { withoutHowToComplain } from '../intake/several/further.ts';
import { type Move, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { asksWhatMayCome, fearsOwnStanding } from '../words/may-come.ts';
import { plainWords } from '../words/plain-words.ts';
import { questionKept } from './case-answers.ts';
import { bodyOf } from './case-steps.ts';
import { aboutJustFiled } from './just-filed.ts';
import { isJustFiled } from './just-filed-case.ts';

/** `Otra cosa, ¿mandan carro cisterna?`, `one more question, …` */
const ONE_MORE =
  /^\s*(?:(?:ah|ok|bueno|gracias|y|and|thanks|disculpe|perd[oó]n)[\s,]+)*(?:otra (?:cosa|pregunta|consulta|duda)|una (?:pregunta|consulta|duda|cosa)(?: m[aá]s)?|(?:one|another) (?:more )?(?:thing|question)|(?:one )?last question)[\s,:;.]+(?=\S)/iu;

/** Whether money comes back: only who has it knows. */
const MONEY_BACK = anyOf(
  /\b(devuelv|devolv|reembols|reintegr|compens|indemni[zc]|refund|reimburs)\w*/,
  /\b(una |la |mi )devolucion\b|\bdevolucion (de|del) (la |mi |el |lo )?(plata|dinero|pago|cobr\w+)|\bpedir devolucion\b/,
  /\b(money back|credit me|descuent\w+|descont\w+)\b/,
);
/** Of that there are procedures. */
const OF_TAX = /\b(impuestos?|renta|itbms|isr|tax(es)?|dgi)\b/;
const MOST_WORDS = 16;
const MOST_FEARED = 24;
const LIKELY = 0.5;

/**
 * One more question, put just after a case was filed, is of that case however it sounds: it is answered or passed on with it. Null:
 * something is told, or it is for another body.
 */
export const askedOnward: Topic = scene => {
  const { burst, facts, state } = scene;
  const [c, other] = facts.cases.filter(filed => isJustFiled(scene, filed));
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  if (c === undefined || other !== undefined || !isFree) return null;
  const rest = burst.text.replace(ONE_MORE, '');
  const isMore = rest !== burst.text;
  const own = isMore ? retold(scene, [rest]) : scene;
  if (fearsOnly(own)) return fearsOwnStanding(rest) ? notPassed(own, c) : questionKept(own, c);
  // `A mi tía le cobran de más, ¿cómo se reclama?` tells what is complained of.
  const told = withoutHowToComplain(rest);
  if (!onlyAsks(own) || (told !== '' && told !== rest)) return null;
  const plain = plainWords(rest);
  if (MONEY_BACK.test(plain) && !OF_TAX.test(plain)) return questionKept(own, c);
  return isMore && isOfBody(own, c) ? aboutJustFiled(own) : null;
};

/** What may be done to them meanwhile, whatever service its words are of, and nothing told with it. */
function fearsOnly(scene: Scene): boolean {
  const { burst, facts } = scene;
  const isBrief = plainWords(burst.text).split(' ').length <= MOST_FEARED;
  if (!isBrief || facts.reading.places.length > 0 || facts.reading.emergency !== null) return false;
  return asksWhatMayCome(burst.text) && shareOf(scene, ['asks', 'follows']) >= LIKELY_ACT;
}

/** What could harm them there is put before no body. */
function notPassed(scene: Scene, c: Case): Move {
  const words = say(scene, 'follow.not_passed', { agency: bodyOf(scene, c) });
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(words, { caseNumber: c.number })] };
}

function onlyAsks({ burst: { text }, facts }: Scene): boolean {
  const [act] = facts.acts(text).acts;
  const isAsked = text.includes('?') || beginsAsQuestion(text) || putsQuestion(text);
  const isSure = act?.id === 'asks' && act.p >= SURE_ACT;
  const { places, emergency } = facts.reading;
  const tells = places.length > 0 || emergency !== null || goesWrong(text) || opensReport(text);
  return (isAsked || isSure) && !tells && plainWords(text).split(' ').length <= MOST_WORDS;
}

/** Of no likely service, or of one that the body of the case has. */
function isOfBody(scene: Scene, { place, kind, holder }: Case): boolean {
  const [best] = scene.facts.reading.services;
  const service = best !== undefined && best.p >= LIKELY ? scene.catalogue.services.get(best.id) : undefined;
  if (service === undefined) return true;
  const routing = scene.route(service, place, kind);
  return 'holder' in routing && routing.holder.agencyId === holder?.agencyId;
}
