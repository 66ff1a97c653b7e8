import type { Act, Question } from '../catalogue/act.ts';
import { isTime } from './intake/place/no-place.ts';
import type { Scene } from './scene.ts';
import { plainClauses, sentences } from './words/clauses.ts';
import { plainWords } from './words/plain-words.ts';
import { asksWhatIsRight, stands, standsByWords } from './words/question-words.ts';
import { bidsNoChange } from './words/scolding.ts';
import { statesPlainly } from './words/states-plainly.ts';
import { stillLasts } from './words/still-lasts.ts';
import { isThingAlone } from './words/thing-words.ts';

/** Sure enough to go before the rules of the dialog, which know words and not how they are meant. */
export const SURE_ACT = 0.85;
/** Sure enough where those rules would take words for more of the report. */
export const LIKELY_ACT = 0.5;

/** Acts of a question. */
const ASKING: readonly Act[] = ['asks', 'follows'];

/** Acts that tell nothing of a matter. */
const UNTELLING: readonly Act[] = ['send', 'solved', 'drop', 'talks'];

/** Acts that the name of a thing can do. */
const TELLING: readonly Act[] = ['more', 'matter', 'further'];

/** Acts that end a report that is not sent alike: `no, ya deje`. */
const KIN: Partial<Record<Act, Act>> = { drop: 'solved', solved: 'drop' };

/** What the words surely do to the report or the case; null: nothing is that sure, or they are no words. */
export function actIn({ facts, burst, state }: Scene, least: number): Act | null {
  if (
    burst.text === '' ||
    facts.reading.intent === 'greeting' ||
    burst.choice !== null ||
    burst.files.length > 0 ||
    isTime(burst.text)
  )
    return null;
  const learned = facts.acts(burst.text).acts;
  // `Tengo testigos` asks nothing, however many questions begin so; `ya llevamos tres días` ends nothing.
  const isStated = statesPlainly(burst.text);
  const isLasting = stillLasts(burst.text);
  const acts = learned.filter(
    ({ id }) => !(isStated && ASKING.includes(id)) && !(isLasting && UNTELLING.includes(id)),
  );
  const [best] = acts;
  // How a case stands nobody asks of a report that is not sent yet.
  const isMeant = best?.id !== 'follows' || state.draft === null;
  if (best === undefined || !isMeant) return null;
  const kin = state.draft === null ? 0 : (acts.find(({ id }) => id === KIN[best.id])?.p ?? 0);
  if (best.p + kin < least) return null;
  // `Transformador` only tells more, whatever it was learned to sound like.
  return TELLING.includes(best.id) || !isThingAlone(burst.text) ? best.id : null;
}

/** Acts that are of what was filed, and no answer to whether another matter is opened too. */
const OF_FILED: readonly Act[] = ['asks', 'follows', 'talks'];

/** Do words surely ask or speak on of what was filed: `¿alguien de la junta me respondió?` */
export function goesOnWithFiled(scene: Scene): boolean {
  const act = actIn(scene, SURE_ACT);
  return act !== null && OF_FILED.includes(act);
}

/** How likely the words do one of these acts, all together, whichever is the likeliest. */
export function shareOf({ facts, burst }: Scene, among: readonly Act[]): number {
  return facts
    .acts(burst.text)
    .acts.filter(({ id }) => among.includes(id))
    .reduce((sum, { p }) => sum + p, 0);
}

/** Sure enough to be answered in general, where it was asked in whatever words. */
export const SURE_QUESTION = 0.7;

/** Acts that are about one field of a report, and no matter, question or order that their words sound like. */
export const OF_FIELD: readonly Act[] = ['place', 'matter', 'body', 'manner', 'words'];
/** Acts that agree to nothing, whatever yes or order seems to stand in their words. */
const UNAGREED: readonly Act[] = [...OF_FIELD, 'hold', 'drop', 'wrong'];

/** Acts that are answered as such, whatever sign of a question stands behind them: `deme chance, ¿sí?` */
const UNASKING: readonly Act[] = ['hold', 'wrong', 'send', 'talks', 'drop'];

const YES_FIRST = /^\s*(s[ií]+|ok(ay)?|dale|bueno|claro|listo|correcto|yes|yeah|sure)(?!\p{L})/iu;

/** An order that can only mean to send. */
const SENDS = /m[aá]nd|env[ií]|send|submit|proced/iu;

/** Do words surely agree to nothing: `es más adelante`, `póngalo a nombre de mi abuela`? */
export function agreesToNothing(scene: Scene): boolean {
  const { text } = scene.burst;
  if (YES_FIRST.test(text)) return false;
  const act = actIn(scene, SURE_ACT);
  // `Y hay ratas, ponle eso` bids to add it, and not to send.
  const isMore = actIn(scene, LIKELY_ACT) === 'more' && !SENDS.test(text);
  // `Y el hijo de él con beca. Ajá` sighs.
  const isSigh = act === 'talks' && !SENDS.test(text);
  return isMore || isSigh || (act !== null && UNAGREED.includes(act));
}

/** Do words to a summary surely put it right, whatever they sound like beside: `quítele lo de «desesperada»`? */
export function setsRight(scene: Scene, among: readonly Act[] = [...OF_FIELD, 'wrong']): boolean {
  const act = scene.state.draft?.summarised ? actIn(scene, SURE_ACT) : null;
  return act !== null && among.includes(act);
}

/** Do words to a summary surely do something else than to ask, and is no sentence of them a question by itself? */
export function asksNothing(scene: Scene): boolean {
  const questions = sentences(scene.burst.text).filter(sentence => sentence.includes('?'));
  const isAsked = (sentence: string): boolean => scene.facts.acts(sentence).acts[0]?.id === 'asks';
  return setsRight(scene, UNASKING) && !questions.some(isAsked);
}

/** Sure enough to be believed without a word that such questions are asked with. */
const CERTAIN_QUESTION = 0.97;
/** From here on a question is the one its words are of, where the likelier one has none of its own. */
const SLIGHT_QUESTION = 0.1;

/** `¿A ustedes les toca eso o al IDAAN?` */
const WHOSE =
  /\b(?:a quien|a (?:ustedes|uds|ellos)|al? (?:la )?\w+) (?:le |les )?(?:toca|corresponde|compete)\b(?! (?:pagar|ir|hacer|esperar))|\b(?:le|les) toca (?:eso|esto) (?:a|o)\b/;

/** `¿Y eso no le toca al municipio?`: without its sign it would say so. */
const WHETHER_THEIRS =
  /\b(?:eso|esto|ese|esa|that|this|it) (?:eso )?(?:no )?(?:(?:le |les )?(?:toca|corresponde|compete) (?:al?|a la)|(?:es|seria|lo (?:ve|hace|arregla)) (?:cosa |asunto |trabajo )?(?:del?|de la|el|la)) (?:municipio|alcaldia|junta comunal|ministerio|gobierno|mop|idaan)\b/;

/** `Yo pregunté si es del municipio`, and nothing else. */
const ASKED_IF =
  /^(?:(?:no|pero|y|yo|le|solo|but|i) )*(?:pregunte|pregunto|preguntaba|quiero saber|quisiera saber|asked) (?:si|if|whether) /;

/** Is it asked, in a sentence with its sign or by saying so, whether the matter is another body's? */
export function asksIfTheirs(text: string): boolean {
  const [plain = '', ...others] = plainClauses(text).filter(clause => !bidsNoChange(clause));
  if (others.length === 0 && ASKED_IF.test(plain))
    return WHETHER_THEIRS.test(plain.replace(ASKED_IF, 'eso '));
  return sentences(text).some(one => one.includes('?') && WHETHER_THEIRS.test(plainWords(one)));
}

/**
 * What a question is about that the desk itself can answer; null: it cannot tell, or only the body knows. What was learned must
 * stand by the words of such a question too, or be certain: a neighbouring answer is worse than none.
 */
export function questionIn({ facts, burst }: Scene, least: number): Question | null {
  const { text } = burst;
  if (facts.reading.intent === 'greeting' || statesPlainly(text)) return null;
  if (WHOSE.test(plainWords(text)) || asksIfTheirs(text)) return 'body';
  const { questions } = facts.acts(text);
  const [best] = questions;
  if (best === undefined || best.p < least || best.id === 'other' || asksWhatIsRight(text)) return null;
  if (best.p >= CERTAIN_QUESTION || stands(best.id, text)) return best.id;
  return questions.find(({ id, p }) => p >= SLIGHT_QUESTION && standsByWords(id, text))?.id ?? null;
}
