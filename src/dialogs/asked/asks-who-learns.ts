import { actIn, SURE_ACT } from '../acts.ts';
import { categoryTold, isAfterDanger } from '../danger/after-danger.ts';
import { isJustFiled } from '../filed/just-filed-case.ts';
import { beginReport } from '../intake/flow.ts';
import { sureService } from '../intake/guess.ts';
import { withMore } from '../intake/offers.ts';
import { wishesHidden } from '../intake/privacy.ts';
import { contentWords } from '../likeness.ts';
import { lines, type Scene, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { questions, sentences } from '../words/clauses.ts';
import { plainWords } from '../words/plain-words.ts';
import { SEEN, WHO_LEARNS, WHO_READS } from '../words/who-learns.ts';
import { told } from './information.ts';

const MOST_ASKED = 14;

/** `¿No le dicen al chino que fui yo, verdad?`, asked with no report open: what the body sees, and what it does not. */
export const whoLearns: Topic = scene => {
  const { burst, state } = scene;
  const asks = IF_LEARNT.test(plainWords(burst.text))
    ? [burst.text]
    : questions(burst.text).flatMap(withLast);
  const asked = asks.map(plainWords);
  const plain = plainWords(burst.text);
  const isBrief = (words: string): boolean => words.split(' ').length <= MOST_ASKED;
  const isIt =
    asked.some(
      question =>
        isBrief(question) && WHO_LEARNS.test(question) && (OF_ME.test(question) || IF_LEARNT.test(question)),
    ) ||
    (NAMELESS.test(plain) &&
      (asked.length > 0 || IF_NAMELESS.test(plain) || sentences(burst.text).some(asksIfNameless)) &&
      plain.split(' ').length <= MOST_NAMELESS) ||
    asked.some(question => isBrief(question) && WHO_READS.test(question)) ||
    (isBrief(plain) && WHO_READS.test(plain) && OF_PRIVACY.test(plain));
  // `Retírela, ¿ellos ya saben que fui yo?` is answered by the taking back.
  const isDropped = actIn(scene, SURE_ACT) === 'drop';
  if (!isIt || isDropped || state.draft !== null || burst.choice !== null) return null;
  const isOnly = asksOnlyNameless(plain) || asksNamelessApart(scene);
  if (!isOnly && tellsMatterToo(scene)) {
    // `Ahí sale que fui yo` and `que no se enteren` tell how it shall be kept, and ask nothing.
    const isAsked = SEES_ME.test(plain) && state.awaits === null;
    return isAsked ? beginReport(scene, {}, say(scene, 'info.who_learns')) : null;
  }
  const filed = scene.facts.cases.find(c => isJustFiled(scene, c));
  const { awaits } = state;
  // What is wished of a report that is only offered yet is not lost.
  const own =
    awaits?.held && wishesHidden(plain) ? withState(scene, { awaits: withMore(awaits, scene) }) : scene;
  const home = isAfterDanger(scene) && categoryTold(scene)?.personal ? say(scene, 'emergency.unknown') : null;
  return told(own, lines(home, say(scene, filed ? SEEN[filed.privacy] : 'info.who_learns')));
};

/** `¿Quién ve mi nombre?`, `¿él se entera de que fui yo?`, asked with what they would report. */
const SEES_ME =
  /\b(quien(es)? (va a |van a |puede |pueden )?(ve|ven|ver|lee|leen|sabe|saben) (mi|mis|que fui)\b|(se (va a |van a )?(enteran?|enterar)|sabe|saben|va a saber|van a saber) (de )?(que fui yo|quien (soy|fui)|mi nombre)|who (will |can )?(sees?|knows?|reads?) my\b)/;

/** Is the matter told with what they would report: `si denuncio a mi jefe porque no paga, ¿quién ve mi nombre?` */
export function supposesMatter(scene: Scene): boolean {
  const plain = plainWords(scene.burst.text);
  return plain.replace(IF_REPORTED, ' ') !== plain && tellsMatterToo(scene);
}

/** Is something told besides who would see it, and that they would report it: `si pongo una denuncia` alone is no matter? */
function tellsMatterToo(scene: Scene): boolean {
  const { facts, burst } = scene;
  if (sureService(scene, facts.reading.services, null) === null) return false;
  const plain = plainWords(burst.text);
  const rest = plain.replace(SEES_ME, ' ').replace(IF_REPORTED, ' ');
  const isSame = rest === plain;
  return (
    isSame || (contentWords(rest).length > 1 && sureService(scene, facts.read(rest).services, null) !== null)
  );
}

const IF_REPORTED =
  /\b(si|cuando|if|when) (yo |uno |una |alguien |i )?(pongo|hago|presento|mando|envio|denuncio|reporto|me quejo|pone|hace|presenta|manda|denuncia|reporta|se queja|file|make|report|complain)( (una|un|la|a|an|the))?( (denuncia|queja|reporte|caso|complaint|report))?(?= |$)/g;

/** A question, and what it asks behind what is supposed: `si yo denuncio a mi jefe, ¿quién ve mi nombre?` */
function withLast(question: string): string[] {
  const last = question.split(',').at(-1) ?? question;
  return last === question ? [question] : [question, last];
}

/** `Y qué pasa si ellos averiguan que fui yo`. */
const IF_LEARNT = anyOf(
  /^(oiga |y |pero |and |but )*((que|what) (pasa|happens) )?(si|if) (\w+ ){0,3}(averig\w+|se enter\w+|saben?|find out)\b/,
  // `Will my name be shown`, `va a salir mi nombre`, without their sign.
  /^(?:(?:and|but|so) )*(?:will|does|is|would) my name (?:be|get|appear|going|there|shown|visible|known|in it|on it)\b|^(?:(?:y|pero|oiga) )*(?:va a (?:salir|aparecer)|sale|aparece|saldra) mi nombre\b/,
);
/** Asked without its sign: `quién lee lo que escribo`, `pregunto por mi privacidad`. */
const OF_PRIVACY =
  /^(y |pero |es que |oiga |oye |hola |buenas |disculpe |una pregunta )*(quien|es confidencial|pregunto|quiero saber|who|is (this|it))\b/;
/** `¿Puedo hacerlo sin dar mi nombre?`, with the reason before it. */
const NAMELESS =
  /\b(sin (dar|poner|decir|que salga) (mi |el )?nombre|(es|sea|seria|puede ser|puedo ser|hacerl[oa]|quedar|permanecer|mantenerme|de (?:forma|manera)|en) anonim\w+|anonymous(ly)?|(?:no quiero|sin) que (?:salga|aparezca|sepan|vean|se sepa) (?:mi nombre|quien soy)|(?:don t|do not) want (?:my name|them|anyone|anybody|people) to (?:be (?:known|shown|seen|published)|appear|know (?:my name|who i am|it was me)|see my name)|without (?:giving |saying |showing )?my name)\b/;
/** Asked without its sign: `puedo quedar anónima`, `can I remain anonymous`. */
const IF_NAMELESS =
  /^(?:hola |buenas |buenos dias |disculpe |oiga |y |pero |una pregunta |hi |hello )*(?:puedo|podria|podemos|se puede|es posible|(?:no quiero que (?:salga|aparezca|sepan|vean|se sepa) (?:mi nombre|quien soy)|i (?:don t|do not) want (?:my name|them|anyone|anybody|people) to)(?=.*\b(?:puedo|se puede|podria|can i|could i|may i)\b)|can i|could i|may i|can you|is it possible)\b/;
const MOST_NAMELESS = 24;
/** `Pregunto si se puede denunciar sin dar nombre`. */
const WONDERS =
  /^(?:(?:no|pero|y|ok|es que|yo|solo) )*(?:pregunto|preguntaba|queria saber|quiero saber|quisiera saber|digame|dime|i want to know|i am asking)(?: (?:si|if|whether))? /;

function asksIfNameless(sentence: string): boolean {
  const plain = plainWords(sentence);
  return WONDERS.test(plain) && NAMELESS.test(plain);
}

/** `¿Se puede denunciar de forma anónima?`: whatever it is that they would report is not told. */
function asksOnlyNameless(plain: string): boolean {
  const rest = plain
    .replace(WONDERS, ' ')
    .replace(IF_NAMELESS, ' ')
    .replace(NAMELESS, ' ')
    .replace(TO_REPORT, ' ');
  return NAMELESS.test(plain) && contentWords(rest).length === 0;
}

/** The same in a sentence of its own, where no other tells a matter: `esto es anónimo, ¿verdad? Es que me da miedo`. */
function asksNamelessApart(scene: Scene): boolean {
  const all = sentences(scene.burst.text);
  const told = all.filter(sentence => !asksOnlyNameless(plainWords(sentence)));
  const { services } = scene.facts.read(told.join(' '));
  return told.length < all.length && sureService(scene, services, null) === null;
}

const TO_REPORT =
  /\b(?:denunci|report|quej)\w*\b|\b(?:poner|hacer|presentar|file|make|una?|a|algo|alguien|i|someone|somebody|something|anyone|can|puedo|si|se|puede|hola|buenas|buenos|dias|tardes|verdad|cierto|esto|eso|aqui|is|this|it|right)\b/g;
const OF_ME = /\b(yo|mi|mis|me|my|i|quien soy)\b/;
