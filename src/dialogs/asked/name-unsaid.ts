import { showSummary } from '../intake/flow.ts';
import { lines, type Scene, say, type Topic } from '../scene.ts';
import { asksToSee } from '../words/asks-to-see.ts';
import { plainClauses } from '../words/clauses.ts';
import { readable } from '../words/excerpt.ts';
import { keepsNameOut } from '../words/name-unsaid.ts';

/** `El nombre de la fonda`, which is not theirs. */
const OF_ANOTHER =
  /\bnombre (?:del|de (?:la|el|los|las|mi|ese|esa|su))\b|\bcomo se llama\b|\b(?:its|the) name\b|\bname of\b/;

/**
 * A name that they would rather not give is no word of the report: nothing is added, and they read what goes. How it is kept they
 * have said already, or it is another wish, which is heard elsewhere.
 */
export const nameUnsaid: Topic = scene => {
  const { burst, state } = scene;
  const { draft } = state;
  if (!draft?.summarised || burst.choice !== null) return null;
  const wish = plainClauses(burst.text).find(clause => keepsNameOut(clause));
  if (wish === undefined) return null;
  const isHidden = draft.privacy === 'anonymous' || draft.privacy === 'confidential';
  const isOther = OF_ANOTHER.test(wish) && !/\b(?:mi|my) (?:nombre|name)\b/.test(wish);
  if (!isHidden && !isOther) return null;
  return showSummary(scene, draft, unsaid(scene, draft.description));
};

function unsaid(scene: Scene, description: readonly string[]): ReturnType<typeof say> {
  const lead = asksToSee(scene.burst.text) ? null : say(scene, 'record.name_unsaid');
  return lines(lead, say(scene, 'record.words', { words: readable([...description]) }));
}
