import { addToCase } from '../../cases/steps.ts';
import { changed, wordsOf } from '../filed/case-change.ts';
import { bodyOf } from '../filed/case-steps.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { lines, replyOf, say, type Topic, withState } from '../scene.ts';
import { anyOf } from '../words/any-of.ts';
import { agreesBeside } from '../words/consent.ts';
import { dayText } from '../words/day-text.ts';
import { plainWords } from '../words/plain-words.ts';
import { phonesOf } from './agency-words.ts';
import { daysToAnswer } from './days-to-answer.ts';
import { nextOf } from './information.ts';

const TAKES = '(?:demor\\w*|tard\\w*|dur(?:a|an|ar)|toma|tom(?:ar|an))';
const PAPER =
  '(?:pension\\w*|jubilacion\\w*|subsidio\\w*|licencias?|pasaportes?|cedulas?|permisos?|certificad\\w+|becas?|titulos?|titulacion\\w*|visas?|residencias?|juicios?|demandas?|paz y salvo|registro|herencias?|sucesion\\w*|pension|permit|licen[cs]e|passport|title|trial|claim)';
/** `¿Cuánto suele demorar una pensión?`, `el tiempo de demora`, and not by when it is answered. */
const USUAL = anyOf(
  /\b(?:cuanto|how long)\b.*\b(?:suelen?|normalmente|por lo general|generalmente|usualmente|en promedio|usually|normally|on average|typically)\b/,
  new RegExp(
    `\\bcuanto (?:tiempo )?(?:(?:se|me|puede|va a|en|es que) )*${TAKES} (?:en )?(?:(?:salir|dar|aprobar|resolver|sacar) )?(?:una?|el|la|los|las|mi|su|ese|esa|esos|esas) (?:tramite de (?:la |el )?)?${PAPER}\\b`,
  ),
  /\b(?:cual|saber|digame|dime|cuanto) (?:es )?(?:el |del )?tiempo (?:de demora|que (?:se )?(?:demora|tarda|toma)|promedio|normal)\b/,
  new RegExp(`\\bhow long (?:does|do|will|would) (?:an? |the |my |these |those )${PAPER}\\b`),
);

const MOST_WORDS = 26;

/** Is it asked how long such a matter takes, whoever has to answer this one by when? */
export function asksUsualTime(text: string): boolean {
  const plain = plainWords(text);
  return plain.split(' ').length <= MOST_WORDS && USUAL.test(plain);
}

/**
 * How long such a matter takes is no question of how a case stands: the day is for the answer, the rest only the body knows, and the
 * question goes with the case.
 */
export const usualTime: Topic = scene => {
  const { burst, state } = scene;
  if (burst.choice !== null || burst.files.length > 0 || !asksUsualTime(burst.text)) return null;
  const { draft } = state;
  if (draft !== null) {
    // `Sí. ¿Cuánto suele demorar?` is sent, and answered with it.
    if (!draft.summarised || agreesBeside(burst.text)) return null;
    const words = lines(daysToAnswer(scene, draft), say(scene, 'info.usual'));
    return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(words)] };
  }
  const c = caseMeant(scene);
  if (c === null || c.holder === null) return null;
  // Asked once more, it stands in the case already.
  if (c.description.some(asksUsualTime)) {
    const body = scene.catalogue.agencies.get(c.holder.agencyId);
    const again = lines(say(scene, 'info.usual'), body ? phonesOf(scene, body, true) : null, nextOf(scene));
    return {
      state: withState(scene, { lost: 0 }).state,
      replies: [replyOf(again, { caseNumber: c.number })],
    };
  }
  const words = say(scene, 'follow.usual', {
    ...{ number: c.number, agency: bodyOf(scene, c), day: dayText(c.dueAt, state.language) },
  });
  return changed(scene, addToCase(c, { ...wordsOf(scene), by: 'citizen' }), words);
};
