import { SURE_QUESTION, shareOf } from '../acts.ts';
import { ASKED_BACK } from '../courtesy/small-talk.ts';
import { sureService } from '../intake/guess.ts';
import { announcesProposal, bidsReport, complainedOf, opensReport } from '../intake/matter.ts';
import { stepOf } from '../questions.ts';
import { afterQuestion, retold, type Scene, say, type Topic } from '../scene.ts';
import { beginsAsQuestion, putsQuestion, supposes } from '../words/asking.ts';
import { plainWords } from '../words/plain-words.ts';
import { fieldsAsked } from './field-words.ts';
import { answeredAlone, ofAgency, told } from './information.ts';
import { costsOfSeveral } from './of-several.ts';

/** `No me contestó si está abierta`, `eso no es lo que pregunté`. */
const UNANSWERED =
  /^((ah|ok|pero|si|bueno|gracias|y|eso|oiga|aja|but) )*(no (me |le )?(contest|respond|dij|respuest)(o|a|aste|io|e|iste|isteis)\b|(eso |asi |esa )?no (es|era|fue) (eso )?(lo que|la respuesta|mi pregunta)\b|(yo )?no (le |te )?(pregunte|pregunto|pregunta|estoy preguntando) (eso|por eso)\b|(that s|that is|it s) not what i (asked|meant)|you (did not|didn ?t) answer)/;
/** `Pero ustedes deben saber, o por lo menos el precio`. */
const OUGHT_TO_KNOW =
  /^((ah|ok|pero|bueno|y|oiga|como|no|but|ay) )*((ustedes|usted|alguien|alla|ahi|you|somebody) )?((si )?(deben?|deberian?|tienen?|tendrian?) (que |de )?saber|(como )?(es que |que )?(no|ni) (lo |eso )?(van a |va a |saben|sabe)\b|(you|somebody) (should|must|have to) know|how (can|do) you not know)|^((pero|y|bueno|but|ok) )*((por|al) (lo )?menos|at least) (digame |deme |diga |dime |tell me )?((el|la|cuanto|cuando|donde|the|how|where) )/;
/** Do they say that a question of theirs had no answer? */
export function saysUnanswered(text: string): boolean {
  return UNANSWERED.test(plainWords(text));
}

const MOST_WORDS = 12;

/** Who says that the answer was none is told honestly that no better one is known, and who knows. */
export const notAnswered: Topic = scene => {
  const { informed, burst, state } = scene;
  const plain = plainWords(burst.text);
  const isAnswered = scene.procedure !== null && fieldsAsked(plain).length > 0;
  const isIt = [UNANSWERED, OUGHT_TO_KNOW].some(says => says.test(plain)) && !isAnswered && isShort(plain);
  if (informed === null || state.draft !== null || burst.choice !== null || !isIt) return null;
  const { services, places } = scene.facts.reading;
  if (places.length > 0 || sureService(scene, services, null) !== null) return null;
  const isOffered = state.awaits !== null && ['also', 'procedure'].includes(stepOf(state.awaits));
  const free = isOffered ? afterQuestion(scene) : scene;
  const words = say(free, 'info.unknown');
  const asked = retold(free, [informed]);
  return told(asked, costsOfSeveral(asked) ?? ofAgency(asked) ?? words);
};

function isShort(plain: string): boolean {
  return plain.split(' ').length <= MOST_WORDS;
}

/** What an office could be asked to do or to build. */
const WISHES = /\b(pon|hag|hac|constru|cre|abr|instal|coloc|deber|arregl|mejor|ayud|help|build|make|put)\w*/;
const MEANS = 0.3;

/** A question that tells no matter and no place is answered as far as that goes, and is never made a report. */
export const strayQuestion: Topic = scene => {
  const { burst, state, facts } = scene;
  const { text } = burst;
  const asks = text.includes('?') || beginsAsQuestion(text) || putsQuestion(text) || supposes(text);
  if (
    !asks ||
    ASKED_BACK.test(plainWords(text)) ||
    bidsReport(text) ||
    complainedOf(text) !== null ||
    state.draft !== null ||
    burst.choice !== null ||
    burst.files.length > 0
  )
    return null;
  return (tellsNothing(scene) || supposes(text)) &&
    !opensReport(text) &&
    !announcesProposal(text) &&
    facts.reading.emergency === null
    ? answeredAlone(scene)
    : null;
};

/** `And how long will it take?` may sound faintly like some matter, and asks on of what is not there. */
function isAskedOn(scene: Scene): boolean {
  const isFew = plainWords(scene.burst.text).split(' ').length <= MOST_ASKED_ON;
  const isFaint = (scene.facts.reading.services[0]?.p ?? 0) < CLEAR;
  return isFew && isFaint && shareOf(scene, ['asks', 'follows']) >= SURE_QUESTION;
}

const MOST_ASKED_ON = 8;
const CLEAR = 0.8;

function tellsNothing(scene: Scene): boolean {
  const { reading } = scene.facts;
  const isTold = reading.intent === 'report' || reading.intent === 'out_of_scope';
  const isMatter =
    (reading.services[0]?.p ?? 0) >= MEANS || sureService(scene, reading.services, null) !== null;
  return (
    isTold &&
    (!isMatter || isAskedOn(scene)) &&
    reading.places.length === 0 &&
    !WISHES.test(plainWords(scene.burst.text))
  );
}
