import { actIn, SURE_ACT, setsRight } from '../acts.ts';
import { contactAsked } from '../asked/agency-words.ts';
import type { Draft } from '../conversation.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { proceed } from '../intake/flow.ts';
import { samePlace } from '../intake/place/same-place.ts';
import { wishesHidden } from '../intake/privacy.ts';
import { contentWords } from '../likeness.ts';
import { leftOpen } from '../lost.ts';
import { OTHER_THANKS, toPerson } from '../person/person.ts';
import { stepOf } from '../questions.ts';
import { lines, type Move, replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import type { TextKey } from '../text-keys.ts';
import { anyOf } from '../words/any-of.ts';
import { besideYes, consentIn } from '../words/consent.ts';
import { plainWords } from '../words/plain-words.ts';
import { scoldsDesk } from '../words/scolding.ts';
import { isNo, isYes } from '../words/yes-no.ts';

/** Greetings and thanks: one line each, then what can be written here. */
export const smallTalk: Topic = scene => {
  const { burst, facts, state } = scene;
  const { intent } = facts.reading;
  if (burst.files.length > 0 || burst.text === '') return null;
  if (BYE.test(plainWords(burst.text))) return oneLine(scene, 'thanks', false);
  if (ASKED_BACK.test(plainWords(burst.text))) return oneLine(scene, 'greeting_again', true);
  if (intent === 'greeting') return oneLine(scene, state.greeted ? 'greeting_again' : 'greeting', true);
  if (isYes(burst.text) || isNo(burst.text)) return oneLine(scene, 'fine', false);
  if (intent === 'thanks' || OTHER_THANKS.test(plainWords(burst.text)))
    return oneLine(scene, 'thanks', false);
  // One or two odd words are a slip of the finger, not another matter.
  const isWords = plainWords(burst.text).split(' ').length > 2;
  return intent === 'out_of_scope' && isWords ? oneLine(scene, 'out_of_scope', true) : null;
};

/** `Es que no sé si es aquí`, `no sé si esto les toca a ustedes`, before anything is told. */
const UNSURE =
  /^(?:(?:hola|buenas|disculpe|perdon|mire|oiga|es que|la verdad|pero|yo|hi|hello|sorry|well) )*(?:no (?:se|estoy segur[oa])(?: bien)? si (?:esto |eso )?(?:es|sea|va|puedo preguntar|le toca|les toca|se pone|se hace)(?: (?:aqui|con ustedes|a ustedes|por aqui|esto|eso|el lugar))+|i (?:don t|do not|am not|m not) (?:know|sure) (?:if|whether) (?:this|it) is (?:the right place|here|for you))(?: (?:o no|la verdad))*$/;

/** Who does not know whether this is the place is asked what it is about. */
export const unsure: Topic = scene => {
  const { burst, state } = scene;
  const isFree = state.draft === null && burst.choice === null && burst.files.length === 0;
  return isFree && UNSURE.test(plainWords(burst.text)) ? oneLine(scene, 'ask.description', true) : null;
};

/** `Gracias, ya vino el bombero`, of nothing that was reported here: good news, and no matter. */
export const endedWell: Topic = scene => {
  const { state, facts, burst } = scene;
  const isFree = state.draft === null && state.awaits === null && facts.cases.length === 0;
  return isFree && burst.files.length === 0 && consentIn(burst.text) === 'solved'
    ? oneLine(scene, 'fine', false)
    : null;
};

/** `Bien, ¿y usted?`: asked back out of courtesy. */
export const ASKED_BACK =
  /^(todo |muy |hola |gracias |pues |ahi |aqui )*(bien|tranquil[oa]|chevere|luchando)?( gracias)?( a dios| gracias a dios)? ?y (tu|usted|ustedes|vos|a usted|a ti)( (como (esta|estas|estan)|que tal))?$/;

const BYE =
  /^(ok |bueno |listo |gracias |muchas |no |nada )*(adios|chao|chau|bye|bye bye|goodbye|hasta (luego|pronto|mañana|manana)|nos vemos)( (gracias|muchas|amigo|amiga|señor|señora|y|dios|le|bendiga|bendiciones))*$/;

/** Thanks, a goodbye, or a courtesy given back, in words of their own. */
export function isCourtesy(text: string): boolean {
  const plain = plainWords(text);
  return [BYE, ASKED_BACK, OTHER_THANKS].some(pattern => pattern.test(plain));
}

const MISTAKEN =
  /^((hola|alo|buenas|perdon|disculpe|creo que|es|este) )*((me equivoque )?(eso |esto )?no era para (ustedes|usted|ti|aqui|este)|me equivoque de (numero|chat|contacto)|(numero|telefono|chat) equivocado|wrong number|(es|con|hablo con|ahi es|es ahi) (la |el |lo de )?(pizzeria|restaurante|farmacia|ferreteria|panaderia|salon|barberia|taller|casa de|familia|don|doña))\b/;
const MOST_MISTAKEN = 8;

/** Who meant to write to somebody else is told who reads this. */
export const wrongNumber: Topic = scene => {
  const plain = plainWords(scene.burst.text);
  // `Es la casa de la esquina`, from who has a case here, tells something of it.
  const isStranger = scene.facts.cases.length === 0 && scene.state.draft === null;
  const isIt = isStranger && MISTAKEN.test(plain) && plain.split(' ').length <= MOST_MISTAKEN;
  return isIt && scene.burst.files.length === 0 ? oneLine(scene, 'wrong_number', true) : null;
};

/** What anybody may know, and no public body is asked. */
const TRIVIA = [
  'quien (es|fue|era|sera) (el|la) (vice)?president[ea]( (de|del) .*)?',
  'quien (es|fue|era|sera) (el|la|mi) (alcalde|alcaldesa|gobernadora?|ministr[oa]|diputad[oa])( (de|del) .*)?',
  'quien (gano|invento|descubrio|escribio|canta|juega) (?!.*(licitacion|contrato|concurso|beca|subasta)).*',
  '(cual|que) es la capital (de|del) .*',
  'cuanto (es|son) \\d.*',
  '(que|a que) (hora|dia|fecha) (es|estamos|tenemos)( hoy| ahora)?',
  '(como|que tal) (esta|estara|va a estar) el (clima|tiempo)( .*)?',
  '(va a llover|llovera)( .*)?',
  '(como se dice|traduce|traduzca|traduzcame) .*',
  'who (is|was) the (vice )?president( of .*)?',
  '(who won|what is the capital of) .*',
  'what (time|day) is it( .*)?',
].join('|');
const ASKS_TRIVIA = new RegExp(
  `^((hola|buenas|buenos dias|oiga|disculpe|hey|hi|hello|me (puede|puedes) decir|quiero saber|sabes|sabe|digame|dime) )*(${TRIVIA})$`,
);

/** Questions that this desk cannot answer, said honestly, with what it is for; never a list of services. */
export const trivia: Topic = scene => {
  const { burst } = scene;
  const isAlone = burst.files.length === 0 && burst.lines.length <= 2;
  return isAlone && ASKS_TRIVIA.test(plainWords(burst.text)) ? oneLine(scene, 'out_of_scope', true) : null;
};

function oneLine(scene: Scene, key: TextKey, asks: boolean): Move {
  const { state } = withState(scene, { lost: 0, left: scene.left });
  return { state, replies: [replyOf(say(scene, key), asks ? { asks: 'description' } : {})] };
}

/** A service from here on is a matter told in anger, to be heard as such. */
const MATTER = 0.4;
/** So few words of insult, or about the bot, tell no matter, whatever they sound like. */
const SHORT = 5;
const MOODS = ['abuse', 'complaint_about_bot', 'distress'] as const;

/** Anger at the bot or its questions, insults: answered once, calmly; the second time a person is offered. */
export const badMood: Topic = scene => {
  const { flags, services, places } = scene.facts.reading;
  // `Gracias por nada, ¿y el teléfono del IDAAN?` is owed an answer.
  if (contactAsked(scene, scene.burst.text) !== null) return null;
  const scolds = scoldsDesk(scene.burst.text);
  // `Quiero retirarlo, tengo miedo`: that is what they want done.
  const isOfReport = scene.state.draft !== null || scene.facts.cases.length > 0;
  if (!scolds && isOfReport && actIn(scene, SURE_ACT) === 'drop') return null;
  // `Quítele lo de «desesperada»` is no cry.
  if (setsRight(scene, ['words'])) return null;
  const isOfUs = saysOfUs(scene.burst.text);
  const mood = isOfUs ? 'complaint_about_bot' : scolds ? 'abuse' : MOODS.find(known => flags.includes(known));
  if (!mood || scene.burst.choice !== null) return null;
  const isShort = plainWords(scene.burst.text).split(' ').length <= SHORT;
  // `Tengo miedo que me suban el recibo` fears no person, whichever bill it is.
  const isAnyMatter =
    mood === 'distress' &&
    !FEARS_SOMEBODY.test(plainWords(scene.burst.text)) &&
    services.reduce((sum, { p }) => sum + p, 0) >= MATTER;
  const isMatter =
    (isAnyMatter || services.some(({ p }) => p >= MATTER)) &&
    !isOfUs &&
    !scolds &&
    !(isShort && mood !== 'distress');
  // Who is afraid and says of what and where wants it reported.
  const isPlaced = places.length > 0 && (scene.state.awaits !== null || !isShort);
  if (isMatter || isPlaced || saysWhere(scene) || agrees(scene) || hides(scene)) return null;
  if (mood === 'distress') return toPerson(scene, 'distress');
  if (scene.state.warned) return toPerson(scene, 'upset');
  const calm = withState(scene, { warned: true });
  const { draft, awaits } = scene.state;
  if (mood === 'complaint_about_bot' && draft && awaits) return spared(calm, draft);
  const [filed] = scene.facts.cases.filter(c => isJustFiled(scene, c));
  if (awaits === null && filed) {
    // Nothing is asked of who has told it all: the case is on its way.
    const words = lines(
      say(scene, `${mood}_go_on`),
      say(scene, 'person.resumed_case', { number: filed.number }),
    );
    return { state: calm.state, replies: [replyOf(words, { caseNumber: filed.number })] };
  }
  const key = awaits === null ? mood : (`${mood}_go_on` as const);
  return {
    state: calm.state,
    replies: [replyOf(say(scene, key), awaits === null ? { asks: 'description' } : {})],
  };
};

/** `Tengo miedo de un policía`, whichever office he is of. */
const FEARS_SOMEBODY = /\b(miedo|terror|pavor|panico|asustad\w+|aterrad\w+) (a|al|de|del|por) (?!que\b)/;

/** `No sirve de nada escribir aquí, nunca resuelven`, and nothing else: no light company is meant by it. */
const OF_US = anyOf(
  /\b(no sirve( de nada| para nada)?|de nada sirve|(no )?vale la pena|es por gusto|es perder (el )?tiempo|(pa|para) que) (escribir\w*|llamar\w*|reportar\w*|quejarse|quejarme|poner quejas?|denunciar\w*)\b/g,
  /\b(ustedes |aqui |igual |si )?(nunca|no|nadie) (me |nos )?(resuelv\w+|hac\w+|contest\w+|respond\w+|arregl\w+|sirv\w+)( nada| para nada)?\b/g,
);

function saysOfUs(text: string): boolean {
  const plain = plainWords(text);
  const rest = plain.replace(OF_US, ' ');
  return (
    /\b(escribir|llamar|reportar|quejar|poner quejas?|denunciar)/.test(plain) &&
    rest !== plain &&
    contentWords(rest).length === 0
  );
}

/** `Tengo miedo que se enteren`, told of a report: it is kept in reserve. */
function hides({ state, burst }: Scene): boolean {
  return state.draft !== null && wishesHidden(plainWords(burst.text));
}

/** `Sí por favor, tengo miedo que se caiga hoy`, to what is asked: it is done, whoever is afraid. */
function agrees({ state, burst }: Scene): boolean {
  const step = state.awaits && stepOf(state.awaits);
  return (step === 'confirm' || step === 'offer') && besideYes(burst.text) !== null;
}

/** `Ya le dije, en la entrada`, `ahí mismo, ya le dije`: however tired they are of it, that is where it is. */
function saysWhere(scene: Scene): boolean {
  const { state, burst } = scene;
  const step = state.awaits && stepOf(state.awaits);
  const isTold = TOLD_BEFORE.test(plainWords(burst.text));
  return step === 'place' ? isTold || samePlace(scene) !== null : step === 'confirm' && isTold;
}

const TOLD_BEFORE =
  /^(pero |oiga |mire )?ya (te|le|se) (lo )?(dije|he dicho|habia dicho|puse|escribi)( que)?( (es|queda|esta))? (en|por|frente|al|a|cerca|detras|diagonal|entre|la|el|calle|casa|via) \w/;

/** Who is tired of questions is spared the one that is open. */
function spared(scene: Scene, draft: Draft): Move {
  const { awaits } = scene.state;
  const lead = say(scene, 'complaint_about_bot_go_on');
  const step = awaits && stepOf(awaits);
  const mayGo = step === 'place' || step === 'agency' || step === 'kind' || step === 'contact';
  if (!mayGo) return { state: scene.state, replies: [replyOf(lead)] };
  return proceed(scene, leftOpen(scene, draft, step), lead);
}
