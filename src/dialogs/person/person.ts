import { actIn, questionIn, SURE_ACT, SURE_QUESTION } from '../acts.ts';
import { contactAsked } from '../asked/agency-words.ts';
import { toldMeanwhile } from '../asked/told-meanwhile.ts';
import { dropDraft } from '../commands.ts';
import { opensReport } from '../intake/matter.ts';
import { isPersonal } from '../intake/personal.ts';
import { saysOne, saysSent } from '../intake/several/same-matter.ts';
import { stepOf } from '../questions.ts';
import { lines, type Move, replyOf, retold, type Scene, say, type Topic } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { asksIfTold } from '../words/asking.ts';
import { afterFirst, plainClauses } from '../words/clauses.ts';
import { answerAmong, consentIn, ordersAtEnd } from '../words/consent.ts';
import { DECLINES_PERSON, tellsOfPerson } from '../words/person-words.ts';
import { plainWords } from '../words/plain-words.ts';
import { refusesOutright } from '../words/refuses-outright.ts';
import { whenAnswered } from './when-answered.ts';

/** Why a person is wanted, as people's screens show it. */
export type PersonReason = 'asked' | 'not_understood' | 'distress' | 'upset' | 'language';

/** Hands the talk to a person: the bot says why, and honestly when one answers, and falls silent. */
export function toPerson(
  scene: Scene,
  reason: PersonReason,
  why: Exclude<PersonReason, 'asked'> | 'puzzled' | null = reason === 'asked' ? null : reason,
): Move {
  const { facts, state } = scene;
  const hours = whenAnswered(scene);
  const lead = why && say(scene, `person.${why}`);
  const hasTold = state.draft !== null && state.draft.description.length > 0;
  // `No mande otra, mejor espero a la persona`: what they will not have sent is not offered again.
  const own = state.draft !== null && refusesOutright(scene.burst.text) ? dropDraft(scene).state : state;
  const meanwhile = say(scene, hasTold ? 'person.told' : 'person.tell');
  return {
    // What was answered is not answered again to who goes back to the bot.
    state: { ...own, lost: 0, noted: false, informed: scene.informed },
    set: { mode: 'waiting', reason, since: facts.now },
    replies: [replyOf(lines(lead, hours, meanwhile, say(scene, 'person.back')))],
  };
}

/** Greetings in Ngäbere and Guna: the bot speaks neither. */
const OTHER_TONGUES = /^(nuedi|nuegambi|yer dae|nantoro|ñantoro|ñan toro|kobo kuin|koin deka)\b/;

/** Thanks in Guna and Ngäbere. */
export const OTHER_THANKS = /^(nuedi|nuegambi)( (gracias|muchas gracias|thanks|thank you))?$/;

/** `Nuedi` greets, and thanks once something was done for them. */
function isThanksOfGuna({ facts, state }: Scene, plain: string): boolean {
  const isAlone = OTHER_THANKS.test(plain);
  return isAlone && state.draft === null && (facts.cases.length > 0 || plain.includes(' '));
}

/** The citizen asks for a person, or speaks a language only a person can answer. */
export const wantsPerson: Topic = scene => {
  const { reading } = scene.facts;
  if (scene.burst.choice !== null) return null;
  // `Usted es una persona o qué` asks who answers.
  if (questionIn(scene, SURE_QUESTION) === 'desk' && actIn(scene, SURE_ACT) === 'asks') return null;
  // How to reach them, told for a report or a case: "y que me llamen al 6677-1234".
  const isTaken = scene.state.draft !== null || scene.facts.cases.length > 0;
  if (isTaken && isPersonal(scene.burst.text)) return null;
  // `Yo quiero que me llamen`, of a case that was filed without a number: how they are reached, and no person to write to.
  const isFiled = scene.state.draft === null && scene.facts.cases.length > 0;
  if (isFiled && actIn(scene, SURE_ACT) === 'manner') return null;
  // `¿Alguien me va a llamar?` asks what comes next.
  if (isTaken && scene.burst.text.includes('?') && asksIfTold(plainWords(scene.burst.text))) return null;
  if (tellsOfPerson(scene.burst.text)) return null;
  const plain = plainWords(scene.burst.text);
  const isTold = (reading.services[0]?.p ?? 0) >= TOLD;
  if (isTold && CALLED_AT.test(plain)) return null;
  // `Ya llamé al 911. No, ahora no`, to an offer, wants nobody.
  if (declinesOffer(scene)) return null;
  if (OTHER_TONGUES.test(plain) && !isThanksOfGuna(scene, plain))
    return toPerson(besideGreeting(scene), 'language');
  // Words that leave something, or scold the bot, sound like one who wants a person, and say what they want.
  const { text } = scene.burst;
  const isElse =
    reading.flags.includes('complaint_about_bot') ||
    consentIn(text) !== null ||
    opensReport(text) ||
    saysOne(text) ||
    saysSent(text) ||
    ordersAtEnd(text) ||
    ASKS_TO_SEND.test(plain) ||
    DECLINES_PERSON.test(plain);
  if (contactAsked(scene, text) || DECLINES_PERSON.test(plain) || CALLED_UP.test(plain)) return null;
  if (
    TO_WOMAN.test(plain) ||
    TO_CHIEF.test(plain) ||
    TO_NAMED.test(plain) ||
    plainClauses(text).some(part => NO_ROBOT.test(part))
  )
    return toPerson(scene, 'asked');
  // `No me gusta cómo atienden en la Caja` is of the Caja.
  const isMatter = (reading.services[0]?.p ?? 0) >= MATTER && !SPEAKS_TO_ONE.test(plain);
  const isWished =
    reading.flags.includes('wants_person') ||
    (reading.intent === 'human' && SPEAKS_OF_ONE.test(plain) && !isElse && !isMatter);
  return isWished ? toPerson(withMatter(scene), 'asked') : null;
};

/** What is told with the wish for a person is not told in vain, should they go back to the bot. */
export function withMatter(scene: Scene): Scene {
  const isLong = plainWords(scene.burst.text).split(' ').length >= LEAST_BESIDE;
  return isLong && scene.state.draft === null ? { ...scene, state: toldMeanwhile(scene) } : scene;
}

const LEAST_BESIDE = 8;

/** What is told in Spanish behind a greeting in another tongue is kept too, without the greeting. */
function besideGreeting(scene: Scene): Scene {
  const told = afterFirst(scene.burst.text);
  return told === '' ? scene : { ...scene, state: toldMeanwhile(retold(scene, [told])) };
}

/** Who wants a person speaks of one, or of speaking: `no es Bella Vista, es San Francisco` does not, whatever it sounds like. */
const SPEAKS_OF_ONE =
  /\b(person\w*|human\w*|agentes?|agents?|operador\w*|operator|algui?en|someone|somebody|anybody|anyone|real|robot|bot|maquina|aparato|mujer|hombre|cristiano|soul|supervis\w+|gerente|manager|jef[ea]|encargad\w+|asesor\w*|funcionari\w+|licenciad\w+|representa\w+|secretari\w+|recepcion\w*|muchach\w+|señor\w*|staff|habl\w+|llam\w+|atien\w+|atenc\w+|atend\w+|comuni\w+|conect\w+|contest\w+|respond\w+|pas[ae]\w*|transf\w+|talk|speak|call|connect|voz|voice|vivo|live)\b/;

/** `Please send somebody`: to the place, and not to this talk, as `mándeme una persona` is. */
const ASKS_TO_SEND =
  /^(?!.*\b(persona|human[oa]|agente|operador\w*|operator|person)\b).*(\b(mand|envi)(e|en|a|an|ar)(me|nos|la|lo)? |\bsend\b)/;

/** `¿Me pueden llamar a declarar?`: not to talk. */
const CALLED_UP =
  /\b(llam\w+|cit\w+|called?|summon\w*) (\w+ )?(a|como|to|as) (declarar|testificar|testigos?|juicio|la fiscalia|testify|a witness|court)\b/;

const MATTER = 0.6;
const SPEAKS_TO_ONE =
  /\b(persona|humano|human|agente|operador\w*|operator|alguien|someone|somebody|hablar|talk|speak)\b/;

/** From here on something is told that is wrong. */
const TOLD = 0.3;

/** `… y que me llamen al 6677-1234`, behind what is wrong: how to reach them. */
const CALLED_AT =
  /\b(llam\w+|escrib\w+|contact\w+|call me|reach me)( (me|a|al|por|mi|por favor|celular|telefono|numero|at|on))* \d{3,4} ?\d{4}\b/;

/** `Quiero hablar con una mujer`: what she has to say she does not tell a machine. */
const TO_WOMAN =
  /^(?:hola |buenas |mejor |prefiero |no |y |por favor )*(?:(?:quiero|quisiera|necesito|prefiero|puedo|deseo|me gustaria|i want to|i would like to|can i) (?:hablar|que me atienda|talk|speak) (?:con |to |with )?|hay )(?:una|alguna|a) (?:persona )?(?:mujer|psicologa|trabajadora social|señora|muchacha|woman)\b/;

/** `Quiero hablar con el ministro`: nobody here is, and a person hears what they want of him. */
const TO_CHIEF =
  /^(?:hola |buenas |mejor |no |y |por favor )*(?:quiero|quisiera|necesito|exijo|puedo|i want to|i need to) (?:hablar|comunicarme|talk|speak) (?:con|to|with) (?:el|la|su|un|una|the|your) (?:señora? )?(?:ministr\w+|president[ea]|alcald\w+|director\w*|gerente|jef[ea]|encargad\w+|supervisora?|responsable|manager|boss)(?: \w+){0,4}$/;
/** `Necesito hablar con la licenciada Maritza`: a person finds out who that is. */
const TO_NAMED =
  /\b((quiero|quisiera|necesito|deseo|puedo|podria|me (puede|pueden)) (hablar|comunicar(me)?)|pas[ae]me|pongame|ponme|comuniqueme|conecteme) con (el |la |don |doña )?(señora?|licenciad[oa]|lic|ingenier[oa]|doctora?|don|doña|profesora?) \w{3,}/;

/** `No quiero un robot. Humano.` */
const NO_ROBOT = anyOf(
  /^(?:ya |que |yo |pero )*no (?:quiero|deseo|voy a) (?:hablar |seguir |tratar )?(?:con )?(?:un |una |el |la |este |esta |mas )?(?:robot|robots|bot|maquina|maquinas|contestadora)$/,
  /^(?:un |una )?(?:ser )?human[oa](?: por favor| ya)?$/,
  /^(?:(?:quiero |necesito |mejor |entonces |no )*(?:con )?(?:una |otra )?persona(?: real)?(?: por favor| porfa| ya| entonces| mejor| pues)*|operador|operadora)$/,
  /^(?:i )?(?:don t|do not) want (?:a |to talk to a )?(?:robot|bot|machine)$/,
  /^(?:(?:please|ok|no|just|the|a|real|yes|and|but) )*(?:person|human|somebody|someone)(?: (?:please|now))*$/,
  /^(?:(?:no|but|ok|and|just) )*i (?:just |only |still )?(?:want|need) (?:the|that|a|your) (?:real )?person\b(?! (?:who|that|in) )/,
  /\b(?:pero|aparte|tambien) (?:aparte |tambien )?(?:quiero|necesito) (?:a )?(?:la|una|esa) persona(?: tambien)?$/,
  /^(?:please |por favor )?(?:(?:connect|transfer|put) me (?:to|through to|with)|(?:conecte|comunique|pase|transfiera)me con) (?:(?:a|an|the|un|una|el|la|algun) )?(?:real )?(?:human|person|operator|agent|representative|operadora?|agente|persona|human[oa]|representante|funcionari[oa])\b/,
);

function declinesOffer({ state: { awaits }, burst }: Scene): boolean {
  const isOffer = awaits !== null && stepOf(awaits) === 'offer';
  return isOffer && ['no', 'hold', 'drop'].includes(answerAmong(burst.text)?.meant ?? '');
}

const SOMEBODY =
  /\b(person\w*|human\w*|alguien|hablar|hablado|llam\w+|senor\w*|señor\w*|gente|operador\w*|agente|encargad\w+|jef\w+|supervisor\w*|someone|somebody|talk|speak|call)\b/;

/** Is somebody to talk to meant: neither a lawyer they need, nor a driver who was on the phone? */
export function meansSomebody(text: string): boolean {
  const plain = plainWords(text);
  return SOMEBODY.test(plain) && !DECLINES_PERSON.test(plain) && !tellsOfPerson(text);
}
