import type { Case } from '../../cases/case.ts';
import type { Question } from '../../catalogue/act.ts';
import { actIn, questionIn, SURE_ACT, SURE_QUESTION } from '../acts.ts';
import { agencyWords, asksForContact, asksToReach } from '../asked/agency-words.ts';
import { answerOfCase } from '../asked/asked-in-general.ts';
import { CHECKS } from '../asked/further-questions.ts';
import { likelyProcedures, ofAgency, SURE } from '../asked/information.ts';
import { saysUnanswered } from '../asked/no-report.ts';
import { asksIfLate, hasOwnAnswer } from '../asked/unanswered.ts';
import { isSuffered } from '../danger/suffered.ts';
import { beginReport } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { goesWrong, opensReport } from '../intake/matter.ts';
import { liesIn } from '../intake/place/namesakes.ts';
import { leftOut } from '../intake/several/left-out.ts';
import { asksOfAnother, isAnotherMatter } from '../likeness.ts';
import { stepOf } from '../questions.ts';
import {
  afterQuestion,
  lines,
  type Move,
  replyOf,
  retold,
  type Scene,
  say,
  type Topic,
  withState,
} from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksIfTold, beginsAsQuestion, putsQuestion } from '../words/asking.ts';
import { plainClauses } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { asksOfPaper } from '../words/question-words.ts';
import { tellsDetail } from '../words/tells-detail.ts';
import { ordersAdding } from './adding-words.ts';
import { answeredWith, questionKept } from './case-answers.ts';
import { added, perhapsAdded } from './case-steps.ts';
import { asksWhen, dueWords } from './due-words.ts';
import { isJustFiled } from './just-filed-case.ts';
import { placeAdded } from './moved.ts';
import { saysSameCase } from './same-case.ts';
import { listed } from './status.ts';
import { mayBeUnjoined } from './unjoined-by-act.ts';

const NUMBER = '(numero|num|nro|codigo)( (de|del) (mi |el |la )?(caso|queja|reporte|denuncia|tramite))?';
const ASKS_NUMBER = new RegExp(
  [
    `\\b(cual|que|como) (es|era|fue) (el |mi |ese )?${NUMBER}$`,
    `\\b(deme|dame|digame|dime|repita\\w*|repite\\w*|mande\\w*|pase\\w*|escriba\\w*)( otra vez| de nuevo)? (el |mi |ese )?${NUMBER}( otra vez| de nuevo| por favor| porfa)*$`,
    `\\bno (me )?(mando|mandaron|dio|dieron|llego|salio|anote|apunte|copie|vi|veo|alcance a (ver|copiar|anotar)) (el |ese |ningun |mi )?${NUMBER}\\b`,
    '\\b(what (is|was) (my|the)|repeat (my|the)|i (did not|didn t) (get|see|write down) (my|the|a)|lost (my|the)) (case |reference )?(number|reference)\\b',
    `^(el |mi |cual es el |my )?(numero|case number) ?(de(l)? (mi |el )?(caso|reporte))?$`,
    '^(por favor |y |me )*(repita|repitame|repite|repitalo|otra vez|puede repetir\\w*|me lo repite|repeat( that)?|say (it|that) again)( por favor| porfa| please)*$',
  ].join('|'),
);
const ASKS_PIN =
  /^(y |no vi |cual (es|era) |deme |repita |(what about|and|what was) )*(el |mi |the |my )?pin( cual (es|era)| por favor| otra vez)*$/;

/** `¿Cuál es el número de cada uno?` */
const OF_EACH =
  /\b(?:numeros?|numbers?) (?:de |del |of )?(?:cada (?:uno|una|caso)|los (?:dos|tres)|las (?:dos|tres)|amb[oa]s|mis casos|each|both)\b|\b(?:cuales son|what are) (?:los|mis|the|my) (?:numeros|case numbers|numbers)\b/;

/** `Lo puse por teléfono y no me dieron número`. */
const BY_PHONE = /\b(por|al) (telefono|llamada)\b|\b(llame|llamando) al 311\b|\b(by|over the) phone\b/;

/** Who asks for the number again is told it; a PIN is shown once. */
export const numberAgain: Topic = scene => {
  const { burst, facts, state } = scene;
  if (burst.choice !== null || burst.files.length > 0 || state.draft !== null) return null;
  const plain = plainWords(burst.text);
  const [last] = facts.cases;
  if (ASKS_PIN.test(plain)) return told(scene, last ? 'pin.once' : 'pin.anonymous', last);
  if (facts.cases.length > 1 && OF_EACH.test(plain)) return listed(scene);
  const asks = [plain, ...plainClauses(burst.text)].some(part => ASKS_NUMBER.test(part));
  if (!asks) return null;
  if (last === undefined && BY_PHONE.test(plain)) return told(scene, 'status.by_phone');
  return told(scene, last ? 'follow.number' : 'pin.anonymous', last);
};

function told(
  scene: Scene,
  key: 'pin.once' | 'pin.anonymous' | 'follow.number' | 'follow.told_here' | 'status.by_phone',
  c?: Case,
): Move {
  const words = say(scene, key, { number: c?.number ?? '', url: `${scene.publicUrl}/caso` });
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words, ofCase(c))] };
}

function ofCase(c: Case | undefined): { caseNumber?: string } {
  return c ? { caseNumber: c.number } : {};
}

/** In so few words it is only said whose it is: `es lo mismo, agréguelo al caso`. */
const MOST_POINTING = 12;

/** A summary that grew out of what belongs to the case filed just before is left for it, and the words added there. */
export const sameAsFiled: Topic = scene => {
  const { burst, facts, state } = scene;
  const { draft } = state;
  const [c] = facts.cases.filter(filed => isJustFiled(scene, filed));
  if (!draft || !c || burst.choice !== null || !saysSameCase(burst.text)) return null;
  const free = withState(scene, { draft: null, awaits: null, lost: 0 });
  // `Es el mismo caso, agregue que se desmayó un niño` tells more with it.
  const [best] = facts.acts(burst.text).acts;
  const isMore = best?.id === 'more' || ordersAdding(burst.text);
  const more = isMore && plainWords(burst.text).split(' ').length > MOST_POINTING ? burst.lines : [];
  const known = plainWords(c.description.join(' '));
  const told = [...draft.description.filter(line => !known.includes(plainWords(line))), ...more];
  return added(retold(free, told, [...draft.attachments, ...burst.files]), c);
};

/** `Es para el mismo caso que puse del alcalde`. */
const OF_FILED = anyOf(
  /\b(mismo|ese|mi|primer|otro) (caso|reporte|queja|denuncia) (que (puse|hice|mande|envie|presente)|de(l)? )/,
  /\bpara el mismo (caso|reporte)\b/,
  /\b(al|en el) (caso|reporte) (anterior|de antes|que (puse|hice|mande|envie))\b/,
  /\b(lo|la) (de(l| la)? .{2,30} )?que acabo de (poner|mandar|hacer|enviar|denunciar|reportar)\b/,
  /\bya (lo|la) (puse|mande|denuncie|reporte)( antes| aqui| ahi| por aqui)*$/,
  /\b(al|el|la) que (ya )?(acabo de )?(puse|mande|poner|mandar)\b/,
);
const MORE = /\b(agreg\w+|añad\w+|pon\w*|falt\w+|mismo|acabo|ya)\b/;

/** `No, solo pregunto por mi denuncia`, `es de la denuncia que puse`. */
const OF_OWN =
  /^((no|ay|oiga|oye|pero|es que|yo|solo|solamente|estoy|le|te) )*(pregunt(o|aba|ando)|quiero saber|queria saber|hablo|hablaba|i am asking|i m asking|asking)( solo)? (por|de|sobre|about) (mi|la|my|the) (denuncia|queja|reporte|caso|complaint|report|case)( (anonim[ao]|que (ya )?(puse|hice|mande|envie)))*( gracias)?$/;

/** What belongs to a case that is not joined to the talk, as an anonymous one, cannot be put there: said, and no other case made of it. */
export const ofUnjoined: Topic = scene => {
  const { burst, facts, state } = scene;
  const plain = plainWords(burst.text);
  const isAsked = burst.text.includes('?');
  // `Quiero agregar que fue el viernes`, where nothing of theirs is joined to the talk.
  const isAdded =
    ordersAdding(burst.text) &&
    mayBeUnjoined(scene) &&
    sureService(scene, facts.reading.services, null) === null;
  // `Hay un hueco en la calle 3 de Pacora y ya lo reporté` tells all of it, to who knows of none.
  const { places, services } = facts.reading;
  const isWhole = places.length > 0 && sureService(scene, services, null) !== null && !mayBeUnjoined(scene);
  const isOf = isAdded || (OF_FILED.test(plain) && MORE.test(plain) && !isAsked && !isWhole);
  const asksOf = OF_OWN.test(plain);
  const isIt = facts.cases.length === 0 && burst.choice === null && (isOf || asksOf);
  // Asked how it is to be kept or what it is, they have told it: what begins a report need not be one.
  const isOpen = state.awaits !== null && ['privacy', 'agency'].includes(stepOf(state.awaits));
  const isBegun = state.draft?.summarised === false && !isOpen;
  if (!isIt || isBegun) return null;
  const free = withState(scene, { draft: null, awaits: null, lost: 0, left: asksOf ? state.draft : null });
  if (asksOf) return told(free, 'pin.anonymous');
  return { state: free.state, replies: [replyOf(say(scene, 'pin.unjoined'))] };
};

const PRESSES = /\b(esta noche|hoy|ahora|ahorita|tonight|now)\b/;
/** Whenever it lasts again. */
const WHILE =
  /\b(?:(?:en |a )?(?:ese|el) (?:mismo )?momento|de (?:noche|madrugada)|fin de semana|viernes|sabados?|domingos?|at (?:night|that moment)|weekend)\b/;

/** What the police sees to while it lasts, whoever is the body for it. */
const LOUD =
  /\b(?:bulla|ruido\w*|musica|fiestas?|escandalos?|parrandas?|peleas?|drogas?|tiros|noise|loud|music|part(?:y|ies)|fight\w*)\b/;

const ADDS_NOTHING =
  /^(no |ay |pero |oiga )*no (me |lo |la |le )*(agreg|añad|pong|anot|sum)\w*( nada| eso| esto)?$/;

/** `No agregue nada, le estoy preguntando …`: nothing is; who knows is told. */
export const addsNothing: Topic = scene => {
  const { burst, facts, catalogue } = scene;
  const c = facts.cases.find(filed => isJustFiled(scene, filed));
  const [first = ''] = plainClauses(burst.text);
  const isFree = burst.choice === null && scene.state.draft === null;
  if (!c || !isFree || !ADDS_NOTHING.test(first)) return null;
  const free = afterQuestion(scene);
  const body = c.holder ? catalogue.agencies.get(c.holder.agencyId) : undefined;
  const knows = body ? agencyWords(scene, body, plainWords(burst.text)) : null;
  return {
    state: { ...free.state, lost: 0 },
    replies: [replyOf(lines(say(scene, 'fine'), knows), ofCase(c))],
  };
};

/** What is asked or told just after a case was filed, and is surely no other matter, is about that case. */
export const aboutJustFiled: Topic = scene => {
  const { burst, facts, state } = scene;
  const [c, other] = facts.cases.filter(filed => isJustFiled(scene, filed));
  if (!c || burst.choice !== null || burst.text === '' || state.draft !== null) return null;
  const place = other ? null : placeAdded(scene, c);
  if (place) return place;
  if (isSuffered(scene, burst.text, c.serviceId)) return null;
  const left = leftOut(scene, c.description, c.serviceId);
  if (left.length > 0) return beginReport(retold(scene, left, []), { place: c.place });
  if (opensReport(burst.text) || isOwnMatter(scene, c) || asksOfPaper(burst.text)) return null;
  const act = actIn(scene, SURE_ACT);
  const asks =
    act === 'asks' ||
    act === 'follows' ||
    [beginsAsQuestion, putsQuestion, saysUnanswered].some(isIt => isIt(burst.text)) ||
    asksIfTold(plainWords(burst.text)) ||
    asksWhen(burst.text);
  if (/[?¿]/.test(burst.text) || asks) return asked(scene, c);
  if (other || !isDetail(scene, c)) return null;
  if (tellsDetail(burst.text)) return added(scene, c);
  // What somebody suffers is put beside no case unasked.
  return facts.reading.emergency === null ? perhapsAdded(scene, c) : null;
};

/** Told of another service; of a neighbouring one of the same body, only with a place of its own. */
function isOwnMatter(scene: Scene, c: Case): boolean {
  const { reading } = scene.facts;
  if (reading.intent === 'info' || reading.intent === 'out_of_scope') return false;
  return isAnotherMatter(scene, c) && !tellsDetail(scene.burst.text) && !asksFurther(scene);
}

/** `¿Y me pagan lo atrasado?`: so few words behind an `y` ask on, whatever they sound like. */
function asksFurther({ burst: { text }, facts }: Scene): boolean {
  const plain = plainWords(text);
  const isShort = plain.split(' ').length <= MOST_FURTHER;
  return (
    isShort &&
    /^(y|e|pero|and) /.test(plain) &&
    text.includes('?') &&
    facts.reading.places.length === 0 &&
    !goesWrong(text)
  );
}

const MOST_FURTHER = 6;

/** A fact of the matter that was told, or what is surely no other: nobody is asked which service it is of. */
function isDetail(scene: Scene, c: Case): boolean {
  const { facts, burst } = scene;
  const { reading } = facts;
  if (tellsDetail(burst.text)) return true;
  const isSure = sureService(scene, reading.services, null) !== null;
  const isThere = reading.places.every(({ code }) => liesIn(code, [c.place?.code?.slice(0, 4) ?? '']));
  const isQuiet = reading.intent !== 'greeting' && reading.intent !== 'thanks' && reading.intent !== 'status';
  const words = plainWords(burst.text).split(' ').length;
  return isQuiet && reading.intent === 'report' && words >= 3 && !isSure && isThere && !goesWrong(burst.text);
}

/** `¿Y dónde pregunto la fecha de pago?` */
const ASKS_WHERE = /\b(donde|a quien|con quien) (le |les )?(pregunto|consulto|averiguo|llamo|reclamo)\b/;

const WHOM = /\b(a quien|que numero|que telefono|cual|donde|adonde|who|which|where)\b/;

/** What the desk knows of itself, whatever telephone is named with it. */
const OF_DESK: readonly Question[] = ['cost', 'desk', 'follow'];

/** Answered as far as it is known; else kept with the case for the body that knows. Null: of a procedure. */
function asked(scene: Scene, c: Case): Move | null {
  const { facts, burst, state, catalogue } = scene;
  if (facts.reading.intent === 'report' && sureService(scene, facts.reading.services, null) !== null)
    if (isAnotherMatter(scene, c) && !asksFurther(scene)) return null;
  if (asksOfAnother(scene, c)) return null;
  const plain = plainWords(burst.text);
  const isWhen = asksIfLate(scene) || asksWhen(burst.text);
  const asksOf = isWhen || asksForContact(plain);
  if (!asksOf && ['greeting', 'thanks', 'status', 'human'].includes(facts.reading.intent)) return null;
  const { procedures, p } = likelyProcedures(scene);
  if (!isWhen && procedures.length > 0 && p >= SURE) return null;
  const body = c.holder ? catalogue.agencies.get(c.holder.agencyId) : undefined;
  // `¿Y me van a llamar a mí?` asks for nobody's telephone.
  const isOfThem =
    asksIfTold(plain) && !ASKS_WHERE.test(plain) && !asksToReach(burst.text) && !WHOM.test(plain);
  if (isOfThem && !isWhen) return told(scene, 'follow.told_here', c);
  const question = questionIn(scene, SURE_QUESTION);
  // `Si llamo al 311 por teléfono, ¿me sale gratis?`, `avíseme por WhatsApp a este número`
  const isOfDesk = question !== null && OF_DESK.includes(question);
  const named =
    !isOfDesk && (asksForContact(plain) || ASKS_WHERE.test(plain))
      ? (ofAgency(scene) ?? (body ? agencyWords(scene, body, plain) : null))
      : null;
  if (named) {
    // `¿Y si sigue esta noche, a quién llamo?`: a body without a telephone is no help tonight.
    const isLoud = [plain, ...c.description.map(plainWords)].some(words => LOUD.test(words));
    const isTold = PRESSES.test(plain) || (isLoud && WHILE.test(plain));
    const isNow = isTold && (isLoud || body?.phones.length === 0);
    const words = isNow ? lines(say(scene, 'info.urgent'), named) : named;
    return { state: { ...state, lost: 0 }, replies: [replyOf(words, ofCase(c))] };
  }
  if (isWhen) return { state: { ...state, lost: 0 }, replies: [replyOf(dueWords(scene, c), ofCase(c))] };
  if (asksIfTold(plain) || CHECKS.test(plain)) return told(scene, 'follow.told_here', c);
  const general = question && !hasOwnAnswer(scene) ? answerOfCase(scene, c, question) : null;
  if (general) return answeredWith(scene, c, general);
  return questionKept(scene, c);
}
