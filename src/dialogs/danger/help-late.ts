import type { Scene, Topic } from '../scene.ts';
import { signedClauses } from '../words/clauses.ts';
import { isHelpLate } from '../words/help-late.ts';
import { plainWords } from '../words/plain-words.ts';
import { categoryTold, isAfterDanger } from './after-danger.ts';
import { lateReply } from './late-reply.ts';
import { toldOn } from './told.ts';

/** Fewer words of a clause are no fact. */
const LEAST_TOLD = 4;

/**
 * After the numbers for a danger nobody comes, or not soon: that it cannot be seen from here, to call again and say how it is now,
 * and a person. The day of an answer is none of it; what they tell with it stands in the report, or the case.
 */
export const helpLate: Topic = scene => {
  const { burst, facts } = scene;
  if (burst.choice !== null || !isAfterDanger(scene, ['danger']) || !isHelpLate(burst.text)) return null;
  const category = categoryTold(scene);
  if (!category) return null;
  const reply = lateReply(scene, category);
  const move = tellsFact(scene)
    ? toldOn(scene, reply)
    : { state: scene.state, replies: [reply], quiet: true };
  return { ...move, set: { review: true, reason: 'danger', since: facts.now } };
};

function tellsFact({ burst }: Scene): boolean {
  const told = signedClauses(burst.text).filter(part => !part.includes('?'));
  return told.some(part => plainWords(part).split(' ').length >= LEAST_TOLD);
}
