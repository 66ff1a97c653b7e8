import type { Case } from '../../cases/case.ts';
import { isOpen } from '../../cases/lifecycle.ts';
import type { Sentence } from '../../texts.ts';
import { actIn, LIKELY_ACT, questionIn, SURE_QUESTION } from '../acts.ts';
import type { Draft } from '../conversation.ts';
import { caseNamed } from '../filed/case-named.ts';
import { aboutOneCase, bodyOf } from '../filed/case-steps.ts';
import { caseStatus } from '../filed/case-words.ts';
import { caseMeant, isJustFiled } from '../filed/just-filed-case.ts';
import { unseen } from '../filed/unseen.ts';
import { showSummary } from '../intake/flow.ts';
import { placeText, sureService } from '../intake/guess.ts';
import { isPersonal } from '../intake/personal.ts';
import { privacySaid, wishesHidden } from '../intake/privacy.ts';
import { lines, type Move, replyOf, retold, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksIfTold, beginsAsQuestion } from '../words/asking.ts';
import { asksIfNamed, asksIfNoted } from '../words/asks-noted.ts';
import { asksToSee, asksToShow, REPORT } from '../words/asks-to-see.ts';
import { plainClauses, sentences } from '../words/clauses.ts';
import { agreesBeside, besideYes } from '../words/consent.ts';
import { readable } from '../words/excerpt.ts';
import { plainWords } from '../words/plain-words.ts';
import { SEEN } from '../words/who-learns.ts';
import { isOfAnonymous, whoLearns } from './desk-answer.ts';

/** `¿Puedo retirarlo?` */
const CAN_WITHDRAW =
  /\b(?:puedo|se puede|podria|todavia puedo|aun puedo) (?:retirar|cancelar|anular|quitar)(?:lo|la)?(?: (?:la|el|mi|esa|ese) (?:queja|caso|reporte|denuncia))?(?: todavia| ya| ahora)?$|\bcan i (?:still )?(?:withdraw|cancel) (?:it|the (?:case|report))\b/;

/** `¿Va con mi nombre?`, `¿me pueden ver el nombre?`, `¿qué nombre salió?`, `did it go with my name?` */
const NAMED = anyOf(
  /\b(?:me|nos) (?:\w+ ){0,2}(?:ven|ve|ver|vieron|leen|leer|sabe|saben|saber|tienen) (?:el|la|los|mi|mis) (?:nombre|cedula|datos|telefono|numero)\b/,
  /\b(?:pueden?|podran?|podrian?|van? a) (?:ver|leer|saber|tener) (?:el|mi|mis) (?:nombre|cedula|datos|telefono)\b/,
  /\b(?:que|cual|con que|a que) nombre (?:fue el que )?(?:salio|sale|quedo|queda|fue|va|iba|pusieron|puso|aparece|mandaron)\b/,
  /\b(?:salgo|sali|quede|quedo|aparezco|apareci|voy|fui|estoy|salio|fue|mandaron|mande) (?:\w+ ){0,2}(?:anonim[oa]|con reserva|con mi nombre|sin (?:mi )?nombre)\b/,
  /\b(?:ve|ven|vera|veran|sabe|saben|lee|leen|tiene|tienen|recibe|reciben) (?:mi|mis) (?:nombre|cedula|datos|telefono|numero)\b/,
  /\b(?:va|van|fue|salio|sale|saldra|aparece|quedo|queda|lleva|se ve|se fue|mandaron|enviaron) (?:a salir |a aparecer |con |sin )*(?:mi|ese|el) nombre\b(?! de (?:mi|su|la|el|ella|nuestr[oa]) )/,
  /\b(?:quien|quienes|alguien) (?:mas )?(?:ve|ven|vera|lee|sabe|va a ver|van a ver|puede ver) (?:mi|ese|el|mis) (?:nombre|cedula|numero|datos|telefono)\b/,
  /\b(?:quedo|queda|va|fue|esta) (?:con|en|sin) reserva\b|\bcon reserva (?:verdad|cierto|no)$|\b(?:quedo|va|fue|es) (?:anonim|confidencial)\w* (?:verdad|cierto|no|si o no)$/,
  /\b(?:ven|sabe|saben|sabran|van a saber|va a saber|dan|da|dicen|le dan|le van a dar) (?:\w+ )?(?:quien soy|mi nombre|que fui yo)\b/,
  /\b(?:with|without|get|gets|see|sees|know|knows|have|has|use|give|gives) (?:him |them |her )?my name\b/,
  /\bmi nombre (?:no )?(?:se )?(?:sale|salio|saldra|aparece|va|fue|queda|quedo|ve|vio)\b|\ba nombre de quien\b|\b(?:under )?whose name\b/,
);

/** `¿Mi hija puede ver el caso?`, `¿cómo lo ve el profesor?`, `¿le doy el número y el PIN?` */
const OTHER_FOLLOWS = anyOf(
  /\b(?:puede|pueden|podria|podrian|quiere|quieren) (?:entrar a )?(?:ver|revisar|consultar|seguir) (?:\w+ ){0,2}(?:el|ese|este|mi) caso\b/,
  /\bcomo (?:lo|la) (?:(?:puede|pueden|podria) (?:ver|revisar|consultar|seguir)|ve|revisa|consulta) (?:el|ella|ellos|mi|un|una|la|otra)\b/,
  /\b(?:puedo|podria|debo) (?:dar|pasar|mandar|compartir|prestar)(?:le|les|lo)? (?:\w+ ){0,2}(?:numero|pin)\b/,
  /\b(?:can|could|how (?:can|does|do|will)) (?:my \w+|he|she|they|someone|somebody|another \w+|the \w+) (?:also )?(?:see|check|follow|track|look at) (?:it|(?:the|my|this) case)\b|\b(?:can|may|should) i (?:share|give|pass) (?:\w+ ){0,3}(?:number|pin|case)\b/,
);

/** `¿Puedo ver en qué va sin escribir por aquí?`: on the page, with number and PIN. */
const ELSEWHERE = anyOf(
  /\b(?:sin|no) (?:tener que |volver a |necesidad de |estar )*(?:escribir\w*|escribiendo\w*|entrar|usar|preguntar\w*|preguntando|meterme)(?: (?:mas|otra vez|de nuevo|todo el tiempo|siempre))*(?: (?:por |a |en )?(?:aqui|aca|el chat|este chat|whatsapp|ustedes|usted))?\b/,
  /\b(?:otra (?:forma|manera|parte|via)|otro (?:lado|sitio|lugar)|(?:en|por) (?:internet|una pagina|la pagina|la web|linea))\b/,
  /\bwithout (?:writing|asking|messaging|texting|coming back)\b|\b(?:some other way|another way|online|on (?:a|the|your) (?:website|page|web))\b/,
);
const HOW_IT_GOES =
  /\b(?:ver|veo|revisar|reviso|consultar|consulto|seguir|sigo|chequear|saber|mirar|see|check|follow|track|look up)\b.*\b(?:va|anda|caso|queja|reporte|denuncia|estado|status|it|case|report|complaint|eso|esto)\b/;

/** `¿Puede el de la alcaldía ver esto?`: nobody but the body that gets it. */
const OTHERS_SEE =
  /\b(?:puede|pueden|va a|van a|podria|podran) (?:(?:el|la|los|las|mi|un|alguien) ?(?:\w+ ){0,4})(?:ver|leer|enterarse de) (?:esto|eso|mi (?:reporte|queja|denuncia)|lo que)\b/;

/** `¿Me van a llamar?`, `¿cómo me llega la respuesta?` */
const ANSWERED = anyOf(
  /\bcomo (?:me|nos) (?:llega|llegara|van a responder|responden|contestan|van a contestar|avisan|entero|van a avisar)\b/,
  /\b(?:me|nos) (?:llaman|llamaran|van a llamar|escriben|van a escribir)(?: ellos)?(?: o no| a mi| al celular| por telefono)?$/,
  /\bwill (?:they|somebody|someone|anybody|anyone) (?:call|contact|write to|answer) me\b|\bhow (?:will|do) (?:i|they) (?:get|hear|answer|reply)\b/,
);

/** `Solo si me aseguran que alguien va mañana`, `¿me lo aseguran, sí o no?` */
const PROMISED =
  /\b(?:solo si|siempre y cuando|solamente si|only if) (?:\w+ ){0,3}(?:asegur|garantiz|promet|jur|promis|guarant)\w*|\b(?:me|nos) (?:lo |la )?(?:asegur|garantiz|promet|jur)\w+(?: que| o no| si o no|$)|\b(?:can|do) you (?:promise|guarantee)\b/;

/** `¿Puedo quejarme siendo extranjero?`, `am I allowed to complain?` */
const ALLOWED =
  /\b(?:am i|are we|is it) (?:even )?allowed to (?:complain|report|file)\b|\b(?:puedo|podemos|tengo derecho a|se me permite|me dejan) (?:quejarme|quejarnos|denunciar|reportar|poner (?:una )?(?:queja|denuncia)) (?:\w+ ){0,2}(?:si (?:soy|no soy|no tengo)|siendo|aunque|sin (?:cedula|papeles|ser))\b|\b(?:can|may) (?:i|a foreigner|foreigners) (?:even |still |also )?(?:complain|report|file)\b(?: (?:if|as|here)| without)?/;

/** `¿Me asegura que no van a decir que fui yo?` asks who is seen. */
const OF_WHO = /\b(fui yo|soy yo|quien soy|mi nombre|enter\w+|it was me|my name)\b/;

/** `¿Puedo ponerlo por ella?` */
const FOR_OTHER =
  /\b(?:puedo|se puede|podria|me dejan) (?:ponerl[oa]|hacerl[oa]|presentarl[oa]|reportarl[oa]|poner(?: la queja)?|escribir) (?:yo )?(?:por|a nombre de|en nombre de) (?:ella|el|ellos|ellas|mi|otra|un|una)\b|\bcan i (?:file|report|do) (?:it |this )?(?:for|on behalf of) (?:her|him|them|my|someone|somebody)\b/;

/** `¿A nombre de quién queda, de mi mamá o mío?` */
const IN_NAME =
  /\ba nombre de quien\b|\ba nombre (?:de ella|de el|de mi \w+|mio) o\b|\ba mi nombre o\b|\b(?:in|under) (?:whose name|my name or)\b/;

/** `¿Necesito un abogado?`, and no word of the lawyer they have. */
const LAWYER =
  /\b(?:necesit[oa]|hace falta|hay que (?:tener|buscar|pagar)|tengo que (?:tener|buscar|pagar|ir con)|do i need|should i get|must i have) (?:(?:un|una|a|de|el) )*(?:abogad[oa]|lawyer|attorney)\b/;

/** In more words something else is told as well. */
const MOST_WORDS = 22;
/** In fewer no other matter is told. */
const MOST_ASKED = 12;

/**
 * What is asked of a report or a case as it stands, and of what the desk does with it: answered from the desk's own record, and
 * never passed on to a body that knows nothing of it.
 */
export const ofRecord: Topic = scene => {
  const { burst, state, facts } = scene;
  const plain = plainWords(burst.text);
  if (burst.choice !== null || burst.files.length > 0 || plain.split(' ').length > MOST_WORDS) return null;
  const filed = facts.cases.find(c => isJustFiled(scene, c));
  // `¿Qué nombre salió?`, when the next report has begun: of the one that was sent.
  const sent = WENT.test(plain) ? filed?.privacy : undefined;
  if (state.draft !== null) return ofDraft(scene, state.draft, plain, sent);
  const named = caseNamed(scene);
  if (named) return ofCase(retold(scene, [named.told]), named.c, plainWords(named.told));
  const c = caseMeant(scene);
  if (c) return ofCase(scene, c, plain);
  return facts.cases.length === 0 && asksToSee(burst.text) && OF_SENT.test(plain) ? unseen(scene) : null;
};

/** How something was sent, and not how it will be. */
const WENT = /\b(?:salio|sali|aparecio|apareci|fue|mandaron|enviaron|went)\b/;

function ofDraft(scene: Scene, draft: Draft, plain: string, privacy = draft.privacy): Move | null {
  // `Sí. ¿Y me avisan?` is sent, and answered with it.
  const isSent = draft.summarised && agreesBeside(scene.burst.text);
  // `Anónima entonces, ¿y cómo me entero?` has chosen, and is answered as they chose.
  if (!draft.summarised && privacySaid(scene.burst.text) !== null) return null;
  const told = isSent ? null : answered(scene);
  // `Sí, pero ¿a nombre de quién va?` waits for the answer.
  const isAgreed = isSent && besideYes(scene.burst.text) !== null;
  const words = (isAgreed ? null : ofAny(scene, privacy, plain)) ?? told ?? promised(scene, draft, plain);
  if (words) return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
  if (draft.description.length === 0 || !(asksToShow(plain) || isAskedOnly(scene.burst.text))) return null;
  const read = say(scene, 'record.words', { words: readable(draft.description) });
  if (!draft.summarised) return { state: scene.state, replies: [replyOf(read)] };
  return showSummary(scene, draft, read);
}

/** `¿Cómo que ya lo agregó? ¿Qué agregó?`: nothing but questions, one of them how it reads. */
function isAskedOnly(text: string): boolean {
  const parts = sentences(text);
  return parts.every(part => part.includes('?')) && parts.map(plainWords).some(asksToShow);
}

function ofCase(scene: Scene, c: Case, plain: string): Move | null {
  // How its place was written down is told, and asked for, elsewhere.
  const isPlace = /\b(lugar|sitio|direccion|place)\b/.test(plain);
  const isAsked = asksToSee(scene.burst.text) || asksToRead(scene);
  const isShown = isAsked && (!isPlace || plainClauses(scene.burst.text).some(part => SHOWS_CASE.test(part)));
  if (CAN_WITHDRAW.test(plain) && isOpen(c)) return aboutOneCase(retold(scene, ['retirar el caso']), c);
  if (ELSEWHERE.test(plain) && HOW_IT_GOES.test(plain) && isPut(scene.burst.text, plain))
    return {
      state: { ...scene.state, lost: 0 },
      replies: [replyOf(say(scene, 'record.on_page', { url: `${scene.publicUrl}/caso` }))],
    };
  if (OTHER_FOLLOWS.test(plain) && isPut(scene.burst.text, plain))
    return {
      state: { ...scene.state, lost: 0 },
      replies: [replyOf(say(scene, 'record.with_pin', { url: `${scene.publicUrl}/caso` }))],
    };
  const words = ofAny(scene, c.privacy, plain) ?? (isShown ? caseAsItStands(scene, c) : null);
  const isLong = plain.split(' ').length > MOST_ASKED;
  if (words === null || (isLong && sureService(scene, scene.facts.reading.services, null) !== null))
    return null;
  return { state: { ...scene.state, lost: 0 }, replies: [replyOf(words, { caseNumber: c.number })] };
}

/** `¿Ya cambió el lugar? Muéstreme el caso`. */
const SHOWS_CASE = new RegExp(
  `^(?:(?:y|pero|a ver|por favor) )*(?:muestr|enseñ|ensen|show)\\w*(?: me)? (?:el|la|mi|the|my) ${REPORT}$`,
);

/** Of what was sent, and not of a price or a plan. */
const OF_SENT =
  /\b(mand|envi|pus|escrib)(o|io|aron|ieron|aste|istes?)\b|\b(mi|el|la) (reporte|queja|denuncia|caso)\b|\b(sent|my (report|complaint|case))\b/;
/** Asked in whatever words: `puedo ver lo q escribiste en mi caso`. */
function asksToRead(scene: Scene): boolean {
  const act = actIn(scene, LIKELY_ACT);
  const isShown = (act === 'asks' || act === 'follows') && questionIn(scene, SURE_QUESTION) === 'shown';
  const plain = plainWords(scene.burst.text);
  return isShown && !WHETHER.test(plain) && !asksIfNoted(plain) && !asksIfNamed(plain);
}

/** `¿Le puso lo de las ratas?` asks whether one thing is in it. */
const WHETHER =
  /\b(puso|pusi\w+|anot\w+|apunt\w+|agreg\w+|inclu\w+|estan?|did you|is (it|that)|(quedo|quedaron|salio|fue)( \w+){0,2} (lo|los|la|las) del?)\b/;

/** Is it put as a question: `¿…?`, `… verdad`, `le pregunté si …`? */
function isPut(text: string, plain: string): boolean {
  const isAgain =
    /\bpregunt\w+ (?:que )?(?:si|como|quien|a nombre)\b|\bi asked (?:you )?(?:if|whether|who|how)\b/;
  const isEnded = /\b(o no|verdad|cierto)$/.test(plain);
  return text.includes('?') || beginsAsQuestion(text) || isEnded || isAgain.test(plain);
}

/** What is so of a report and of a case, to one question in plain words; null: none of that is asked. */
export function ofAny(scene: Scene, privacy: Draft['privacy'], plain: string): Sentence | null {
  const { text } = scene.burst;
  const asks = isPut(text, plain);
  if (FOR_OTHER.test(plain)) return say(scene, 'record.for_other');
  if (ALLOWED.test(plain)) return say(scene, 'record.anybody');
  if (asks && OTHERS_SEE.test(plain)) return whoLearns(scene);
  if (asks && LAWYER.test(plain)) return say(scene, 'record.no_lawyer');
  if (IN_NAME.test(plain) && privacy !== 'anonymous')
    return lines(inName(scene), say(scene, SEEN[privacy ?? 'open']));
  return asks && NAMED.test(plain) && !wishesHidden(plain) ? say(scene, SEEN[privacy ?? 'open']) : null;
}

/** With whose details it goes, if any. */
function inName(scene: Scene): Sentence {
  const words = scene.state.draft?.contact ?? caseMeant(scene)?.reporter?.contact ?? null;
  return words === null ? say(scene, 'record.in_no_name') : say(scene, 'record.in_name', { words });
}

function answered(scene: Scene): Sentence | null {
  const { text } = scene.burst;
  const plain = plainWords(text);
  const asks = text.includes('?') || beginsAsQuestion(text) || /\bo no$/.test(plain);
  if (!asks || isPersonal(text) || !(ANSWERED.test(plain) || asksIfTold(plain))) return null;
  return isOfAnonymous(scene)
    ? say(scene, 'record.answer_page', { url: `${scene.publicUrl}/caso` })
    : say(scene, 'record.answer_here');
}

function promised(scene: Scene, draft: Draft, plain: string): Sentence | null {
  if (!PROMISED.test(plain) || OF_WHO.test(plain)) return null;
  const service = draft.serviceId === null ? undefined : scene.catalogue.services.get(draft.serviceId);
  return service
    ? say(scene, 'record.no_promise', { days: service.days })
    : say(scene, 'record.no_promise_open');
}

/** Where a case stands, where it is, what its body reads, and what that sees of the writer. */
export function caseAsItStands(scene: Scene, c: Case): Sentence {
  const place = c.place === null ? null : say(scene, 'summary.place', { place: placeText(scene, c.place) });
  const seen = c.privacy === 'normal' ? null : say(scene, SEEN[c.privacy]);
  const agency = bodyOf(scene, c);
  const words = say(scene, 'record.case_words', { agency, words: readable(c.description) });
  return lines(caseStatus(scene, c), place, words, seen);
}
