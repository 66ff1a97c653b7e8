import { sureService } from '../intake/guess.ts';
import { contentWords } from '../likeness.ts';
import type { Scene } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { beginsAsQuestion } from '../words/asking.ts';
import { sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';

/** `¿Quedó cancelado?`, whatever is asked beside it. */
const IS_GONE =
  /^(entonces |y |ya |ok |pero |si |solo |oiga |quiero saber |(me )?(diga|digame|confirme|confirmeme) )*(si )?((el|mi|la) (caso|queja|reporte|denuncia) )?(ya )?(quedo|esta|fue|se) (ya )?(cancel|anul|retir|borr|elimin)\w+( (el|mi|la) (caso|queja|reporte|denuncia))?( ya)?$|^(so |is |was )*(it|the case|my case) (is |was )?(cancell?ed|withdrawn)( now)?$/;

/** Do they ask whether a case of theirs was taken back? */
export function asksIfGone({ burst, facts }: Scene): boolean {
  const isIt = (part: string): boolean => {
    const plain = plainWords(part);
    return IS_GONE.test(plain) && (part.includes('?') || OF_CASE_GONE.test(plain));
  };
  return facts.cases.length > 0 && sentences(burst.text).some(isIt);
}

/** It says itself that it asks, or of what: `solo dígame si quedó cancelado`. */
const OF_CASE_GONE = /\b(diga|digame|confirme|confirmeme|saber|caso|queja|reporte|denuncia|case)\b/;

/** `Puse una queja hace un mes y nadie me dice nada`, told where none of it is known. */
const EARLIER = anyOf(
  /\b(tengo|puse|hice|meti|interpuse|presente|abri) (un|una|mi|la) (caso|queja|reporte|denuncia) (puest[oa]|abiert[oa]|hace|desde|ayer|anteayer|la semana pasada|el mes pasado|(en|desde) (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)|y (nunca|nadie|no me|no han|todavia no|aun no|nada))\b/,
  /\bmi (caso|queja|reporte|denuncia) (todavia |aun )*(no (me )?(la |lo )?(ha|han|fue|esta|sido)|sigue sin)( sido| han)? (resuel|resolver|atend|contest|respond)\w*/,
  /\bque (paso|pasa|hay|ha pasado) con (el|la|lo) (caso |queja |reporte |denuncia )?que (yo )?(ya )?(puse|hice|meti|presente|reporte|mande|envie)\b/,
  /\b(como|donde) (veo|consulto|reviso|puedo ver) (todas|todos|mis (casos|denuncias|quejas|reportes)|l[ao]s que)\b/,
  /\btengo (\d+|dos|tres|varias|varios) (casos|denuncias|quejas|reportes) (puest|abiert|hech)\w*/,
  /\bl[ao]s que (ya )?puse\b/,
  /\b(i (filed|made|sent)|i have) (a|an|my) (case|complaint|report) (a|last|\d+|two|three|weeks?|months?) /,
);
/** They want no other report made. */
const NO_OTHER =
  /\bno (quiero|deseo|voy a|es para) (poner |hacer |abrir |presentar |meter )?(otr[oa](?! vez)|uno nuevo|una nueva)\b/;

/** The same, whatever matter they name with it: it is of a case, and no new one. */
const OF_EARLIER = anyOf(
  /\bque (paso|pasa|hay|ha pasado) con (el|mi|la) (caso|queja|reporte|denuncia) (de|del|que)\b(?!.*\bno (hay|tienen?|llegan?|funcionan?|sirven?|dan?|atienden?|pasan?)\b)/,
  /\b(llame|escribi) (al 311|aqui|a ustedes)\b.*\bpor (un|una|el|la|mi) (caso|queja|reporte|denuncia)\b.*\b(que paso|saber|decir|estado|en que quedo|como va)\b/,
  /\b(mi (caso|queja|reporte|denuncia) (ya )?(me )?(lo|la) cerraron|(me )?cerraron (el|mi|la) (caso|queja|reporte|denuncia))\b(?!.*\ben )/,
  /\b(quiero|quisiera|necesito|queria|como) (cambiar|cambio|corregir|corrijo|modificar|modifico|actualizar) (mi|la|una|el) (caso|queja|reporte|denuncia)\b(?! (de|del|a) (medidor|cita|aula|plan))/,
  /\bmi (caso|queja|reporte|denuncia) (anterior|viej[oa]|pasad[oa]|antigu[oa]|de (ayer|antes|la semana pasada))\b/,
  /\b(caso|queja|reporte|denuncia)\b.*\bya (yo )?(lo|la) puse\b.*\b(corrij|cambi)/,
);

/** `Solo quiero saber el estado de mi queja`, `no es uno nuevo, es el que ya puse`, `no estoy reportando un hueco, ya lo reporté`, whatever was begun. */
const ONLY_STATE = anyOf(
  /\bno es (?:(?:un[oa]|el|la|otr[oa]) )?(?:nuev[oa]|otr[oa])\b.*\b(?:es|sino) (?:el|la|lo|un[oa]) (?:mism[oa] )?(?:que|q) (?:yo )?ya (?:lo |la )?(?:puse|hice|mande|meti|presente|reporte)\b/,
  // `YA lo hice, lo que quiero es saber por qué lo cerraron`
  /\b(?:por que|x que|why)(?: (?:me|se|fue que|fue|did|they|you))* (?:lo|la|el caso|la queja|el reporte)? ?(?:cerraron|cerro|dieron por (?:cerrad|resuelt)[oa]|closed?)\b/,
  /\bno (?:quiero|deseo|voy a) (?:poner|hacer|abrir|presentar|mandar) (?:otr[oa]|uno nuevo|una nueva)\b.*\bya (?:lo|la) (?:hice|puse|reporte|mande|presente)\b|\bya (?:lo|la) (?:hice|puse|reporte|mande|presente)\b.*\bno (?:quiero|deseo|voy a) (?:poner|hacer|abrir|presentar|mandar) (?:otr[oa]|uno nuevo|una nueva)\b/,
  /\b(busque|busquen|buscar|busca|encuentre|encuentren) (el mio|la mia|mi (caso|queja|reporte|denuncia)|(la|el) (otra|otro|que (ya )?puse))\b/,
  /\breabr\w+ (el |mi |ese |la )?(caso|queja|reporte|denuncia)\b|\bcomo (lo|la) reabr\w+/,
  /^(hola |buenas |buenos dias |buenas tardes |oiga |quiero |quisiera |saber |y )*que (paso|pasa|hay|ha pasado) con mi (queja|caso|denuncia|reporte)\b/,
  /\b(es )?(el|mi) (caso|queja|reporte|denuncia) (de|del|de la|por) .{2,40} que (yo )?(ya )?(puse|hice|mande|meti|presente)\b/,
  /^(hola |buenas |buenos dias |buenas tardes |oiga |y )*como (va|sigue|esta|quedo) (lo de )?mi (queja|caso|denuncia|reporte)\b/,
  /\b(es )?(un|el|mi) (caso|queja|reporte|denuncia) que (yo )?ya (lo |la )?(puse|hice|mande|meti|presente)\b/,
  /\b(quiero|necesito|busco|deme) (saber )?(el )?numero de mi (caso|queja|reporte|denuncia)\b/,
  /\b(quiero|quisiera|necesito|como|para) (saber|averiguar|averiguo|encontrar|encuentro|buscar|busco) (el |mi )?numero( del? (mi )?(caso|queja|reporte|denuncia))?$/,
  /^(hola |buenas |quiero |quisiera |saber |y )*(como va|en que quedo) lo mio\b/,
  /\b(quiero|quisiera|necesito|queria) (saber|ver|consultar|averiguar) (el |en que |como )?(estado|estatus|status|va|quedo|esta) (de |con )?(mi|la) (queja|caso|denuncia|reporte)\b/,
  // `Que me digan si ya contestaron lo del losartan`
  /\b(saber|ver|averiguar|consultar|(me )?diga[ns]?|digame|diganme|dime|know) (si|if|whether) (ya |me |nos |le |lo |la |se |they |you )*((ha|han|have|has) )?(already )?(contestaron|contestado|contesto|respondieron|respondido|respondio|resolvieron|resuelto|answered|replied)\b/,
  /\bno (estoy|vengo a|quiero) (reportando|reportar)\b.*\bya (lo|la) (reporte|puse|denuncie)\b/,
);

/** `La queja que puse por teléfono`, `hice un reporte ayer`: of a case that is theirs. */
const OWN =
  '(?:(?:queja|denuncia|reporte|caso)s? (?:que|q) (?:(?:yo|nosotros|ya|le|les) )*(?:puse|hice|meti|interpuse|presente|mande|pusimos|hicimos|presentamos)|' +
  '(?:puse|hice|meti|interpuse|presente) (?:una?|la|mi|el) (?:queja|denuncia|reporte|caso)|' +
  '(?:complaint|report|case) (?:that )?(?:i|we) (?:filed|made|sent|put)|(?:i|we) (?:filed|made|sent|put) (?:an?|the|my) (?:complaint|report|case))\\b';
const TAKE_BACK =
  '(?:(?:retir|anul|cancel|borr|quit|elimin)(?:o|a|e|en|ar|emos)|ya no quiero(?: seguir con)?|withdraw|cancel|delete)';

/** `Quiero retirar la queja que puse por WhatsApp`: they want a case gone that is none of those known here. */
const WITHDRAWS = anyOf(
  new RegExp(`\\b${TAKE_BACK} (?:una?|el|la|mi|the|my|a) ${OWN}`),
  new RegExp(
    `\\b${OWN}.* (?:(?:la|lo|como|quiero|quisiera|quitarl[ao]|to|i) )+${TAKE_BACK}(?:l[ao]| it)?\\b`,
  ),
);
/** `Quiero saber de una queja que puse`, `hice una queja y se me perdió el número`. */
const ASKS_AFTER = anyOf(
  new RegExp(`\\b(?:saber|averiguar|consultar|revisar|ver|check|know)(?: \\w+){0,3} ${OWN}`),
  new RegExp(
    `\\b${OWN}.*\\b(?:(?:perdi|olvide|se me (?:perdio|olvido)|no (?:tengo|encuentro|recuerdo)|lost)(?: \\w+){0,2} (?:numero|number|pin|papel)|numero\\b.*\\b(?:perdi|perdio|olvido|olvide)|en que (?:va|quedo|esta)|como (?:va|sigue|quedo))\\b`,
  ),
);

/** `El mes pasado puse un reporte del agua y nadie me contestó`. */
const UNANSWERED = new RegExp(
  `\\b${OWN}.*\\b(?:nadie|nunca|nobody|never)(?: (?:me|nos|han?|ha|has|have))* (?:contest|respond|dij|llam|answer|repl|called)\\w*`,
);

/** `Una queja vieja, por teléfono al 311`, `yo la puse por teléfono`. */
const BY_PHONE =
  /\b(?:queja|denuncia|reporte|caso)s?\b(?: \w+){0,6} (?:por|al) (?:telefono|llamada)\b|\b(?:puse|hice|meti|presente|reporte)(?: \w+){0,3} por (?:telefono|llamada)\b|\b(?:complaint|report|case)\b(?: \w+){0,6} (?:by|over the) phone\b/;
/** `No me acuerdo del número`, and of nothing else that has one. */
const LOST =
  '\\b(?:no (?:me )?(?:acuerdo|recuerdo|dieron|tengo|encuentro)|perdi|olvide|se me (?:perdio|olvido)|lost|forgot)(?: \\w+){0,2}? (?:numero|num|number)(?= (?:de(?:l)? (?:mi |el |la )?(?:caso|reporte|queja|denuncia)|y|pero|que|quiero|necesito|como|and|but)\\b|$)';
const NUMBER_LOST = new RegExp(LOST);
/** The same of one they made by another way than this chat. */
const MADE_AND_LOST = new RegExp(
  `\\b(?:puse|hice|meti|presente|mande|denuncie|(?:ya|lo|la|yo) reporte|reported)\\b.*${LOST}|^(?:ya |yo )?reporte (?:un|una|el|la|lo)\\b.*${LOST}`,
);
/** They ask after it, or say that it is no new one. */
const AFTER_IT =
  /\b(?:saber|averiguar|consultar|que paso|resolvi\w*|contest\w*|respond\w*|estado|viej[oa]|en que (?:va|quedo)|no por aqui|no es (?:un[oa] )?nuev[oa]|what happened|status|know)\b/;

/** Is it asked after a report that was made by telephone, which nobody sees here? */
export function asksAfterCall(scene: Scene): boolean {
  const { facts, burst } = scene;
  const plain = plainWords(burst.text);
  if (facts.cases.length > 0 || !BY_PHONE.test(plain)) return false;
  if (NUMBER_LOST.test(plain) && facts.reading.places.length === 0) return true;
  if (!AFTER_IT.test(plain)) return false;
  if (ASKS_AFTER.test(plain)) return false;
  // `La puse por teléfono, y sigue la fuga en Betania` reports it anew.
  const service = sureService(scene, facts.reading.services, null);
  return facts.reading.places.length === 0 && (service === null || service.id === OF_311);
}

const OF_311 = 'case-311';

/** Do they want a case gone that is none of those known here? */
export function withdrawsEarlier({ facts, burst }: Scene): boolean {
  return facts.cases.length === 0 && WITHDRAWS.test(plainWords(burst.text));
}

/** Is a matter told besides that a report was made and nobody answered? */
function tellsBeside(scene: Scene, plain: string): boolean {
  const rest = plain.replace(EARLIER, ' ').replace(NOBODY, ' ').trim();
  const said = rest === plain ? scene.facts.reading : scene.facts.read(rest);
  const isTold = rest === plain || (said.services[0]?.p ?? 0) >= TOLD;
  return isTold && sureService(scene, said.services, null) !== null && contentWords(rest).length > 0;
}

/** Of the few words that are left, no less tells a matter. */
const TOLD = 0.5;

const NOBODY = anyOf(
  /\b(y |pero |que )*(nadie|nunca|no|todavia no|aun no)( me| nos)?( (ha|han|a))? (contest\w+|respond\w+|resuelt\w+|dicho|dicen|dice|llam\w+|atend\w+|hecho|hacen)( nada)?\b/g,
  /\b(ustedes |son |una |unos |pura )+(burla|verguenza|sinverguenzas|inutiles|vagos)\b/g,
);

/** Do they ask after a case that is none of those known here? */
export function asksAfterEarlier(scene: Scene): boolean {
  const { facts, burst, state } = scene;
  const plain = plainWords(burst.text);
  if (facts.cases.length > 0) return false;
  if (ONLY_STATE.test(plain) || ASKS_AFTER.test(plain)) return true;
  if (MADE_AND_LOST.test(plain) && facts.reading.places.length === 0) return true;
  if (UNANSWERED.test(plain) && facts.reading.places.length === 0) return true;
  const tellsMatter = tellsBeside(scene, plain);
  if (state.draft === null) return OF_EARLIER.test(plain) || (!tellsMatter && EARLIER.test(plain));
  // With a report begun it belongs to that, unless they ask, or want no other.
  const asks = NO_OTHER.test(plain) || burst.text.includes('?') || beginsAsQuestion(burst.text);
  return asks && !tellsMatter && (OF_EARLIER.test(plain) || EARLIER.test(plain));
}

/** Is an earlier case, none of those known here, said to be closed with what was wrong still so, and is that told as well? */
export function tellsClosedUnsolved(scene: Scene): boolean {
  const { facts, burst, state } = scene;
  const plain = plainWords(burst.text);
  const isFree = facts.cases.length === 0 && state.draft === null && burst.choice === null;
  if (!isFree || burst.text.includes('?') || !CLOSED.test(plain) || ONLY_STATE.test(plain)) return false;
  const rest = plain.replace(CLOSED_ALL, ' ').trim();
  return contentWords(rest).length > 0 && sureService(scene, facts.read(rest).services, null) !== null;
}

const CLOSED =
  /\b(?:(?:me )?(?:llego|llegaron|mandaron|enviaron|salio) (?:un |una |el )?(?:mensaje|aviso|correo|notificacion|sms) (?:de |diciendo )?(?:que|q) (?:el caso |la queja |ya )*(?:estaba|esta|fue|quedo) (?:cerrad|resuelt)[oa]|(?:el caso|la queja|el reporte|la denuncia) (?:ya )?(?:aparece|sale|esta|estaba|fue|quedo) (?:como )?(?:cerrad|resuelt)[oa])\b|\b(me |lo |la |nos |ya )*(cerraron|dieron por (cerrad|resuelt|terminad)[oa])( (el|la|mi|ese|esa|un|una))?( (caso|queja|reporte|denuncia|otr[oa]|anterior|primer[oa]))\b|\b(el|la|mi) (caso|queja|reporte|denuncia|otr[oa])( anterior)? (ya )?(me |nos )?(lo|la) (cerraron|dieron por \w+)\b|\b(they )?closed (my|the|that) (\w+ )?(case|complaint|report)\b|\b(my|the) (case|complaint|report) was closed\b/;
const CLOSED_ALL = new RegExp(
  `${CLOSED.source}|\\b(y |pero |que )*(dice|dicen|sale|aparece|ponen|says?)( que)?( (como|esta|que|it is))*( (resuelto|resuelta|cerrado|cerrada|solved|closed))?\\b|\\b(sin|not) (resolver|arreglar|solucionar)\\w*( nada)?\\b`,
  'g',
);

/** Do they say outright that they want no other report: `no quiero poner otra queja`? */
export function refusesOther(plain: string): boolean {
  return NO_OTHER.test(plain);
}

/** Do they want no other report made, so that what was begun is left? */
export function wantsNoOther(plain: string): boolean {
  return NO_OTHER.test(plain) || ONLY_STATE.test(plain);
}
