import type { Topic } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { answerRating, awaitingRating } from './solution.ts';

/** So long after a case was closed its marks may still come. */
const LATE_MS = 3_600_000;
/** Marks, and nothing else that so few words could mean. */
const MARKS =
  /^(?:(?:le|les|doy|pongo|un|una|la|nota|calificacion|atencion|fue|estuvo|i|give|it|a) )*(?:[1-5](?: (?:de|sobre|out of) 5)?|muy (?:buen|mal)[oa]|excelente|pesim[oa]|very (?:good|bad))(?: (?:estrellas?|puntos?|stars?|la atencion|gracias|thanks))*$/;

/** `Muy buena`, after something else was spoken of when marks were asked for: they count all the same. */
export const ratedLate: Topic = scene => {
  const { burst, facts, state } = scene;
  if (state.draft !== null || state.awaits !== null || burst.choice !== null) return null;
  if (!MARKS.test(plainWords(burst.text))) return null;
  const c = facts.cases.find(
    ({ status, rating, closedAt }) =>
      status === 'closed' &&
      rating === null &&
      closedAt !== null &&
      facts.now.getTime() - closedAt.getTime() < LATE_MS,
  );
  return c ? answerRating(scene, awaitingRating(scene, c)) : null;
};
