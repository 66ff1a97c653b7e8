import type { Draft } from '../conversation.ts';
import { touched } from '../intake/absorb.ts';
import { toldAs } from '../intake/edited-words.ts';
import { saying, showSummary } from '../intake/flow.ts';
import { whoseName, withoutNameOf } from '../intake/name-out.ts';
import { lines, type Scene, say, type Topic } from '../scene.ts';
import { asksToSee } from '../words/asks-to-see.ts';
import { plainClauses } from '../words/clauses.ts';
import { readable } from '../words/excerpt.ts';
import { keepsNameOut } from '../words/name-unsaid.ts';
import { plainWords } from '../words/plain-words.ts';

/** `El nombre de la fonda`, which is not theirs. */
const OF_ANOTHER =
  /\bnombres? (?:de|d) (?:nadie|ningun\w*)\b|\b(?:no|sin) (?:\w+ ){0,3}(?:nombres|names)\b|\bnombre (?:del|de (?:la|el|los|las|mi|ese|esa|su))\b|\bcomo se llama\b|\b(?:its|the) name\b|\bname of\b/;

/**
 * A name that they would rather not give is no word of the report: nothing is added, and they read what goes. How it is kept they
 * have said already, or it is another wish, which is heard elsewhere.
 */
export const nameUnsaid: Topic = scene => {
  const { burst, state } = scene;
  const { draft, awaits } = state;
  if (draft === null || awaits === null || burst.choice !== null) return null;
  // `¿Es anónimo o no? No quiero dar mi nombre` is answered on that.
  if (burst.text.includes('?') && /\b(?:anonim|reserva|anonymous|confiden)/.test(plainWords(burst.text)))
    return null;
  const wish = plainClauses(burst.text).find(clause => keepsNameOut(clause));
  if (wish === undefined) return null;
  const isHidden = draft.privacy === 'anonymous' || draft.privacy === 'confidential';
  const isOther = OF_ANOTHER.test(wish) && !/\b(?:mi|my) (?:nombre|name)\b/.test(wish);
  if (!isOther && !(isHidden && draft.summarised)) return null;
  const left = isOther ? withoutName(scene, draft, wish) : null;
  if (left === null)
    return draft.summarised ? showSummary(scene, draft, unsaid(scene, draft.description)) : null;
  const lead = say(scene, 'record.edited', { words: readable(left.description) });
  return draft.summarised ? showSummary(scene, left, lead) : saying(scene, { draft: left, awaits }, lead);
};

/** The report without a name of another that was told in it; null: none was. */
function withoutName(scene: Scene, draft: Draft, wish: string): Draft | null {
  const whose = whoseName(wish);
  if (whose === null) return null;
  const left = withoutNameOf(draft.description, whose);
  const where = draft.place ? withoutNameOf([draft.place.text], whose)[0] : undefined;
  const place = draft.place && where !== undefined ? { ...draft.place, text: where } : draft.place;
  const isSame = left.join('\n') === draft.description.join('\n') && place?.text === draft.place?.text;
  return isSame || left.length === 0 ? null : { ...toldAs(touched(scene, draft), left), place };
}

function unsaid(scene: Scene, description: readonly string[]): ReturnType<typeof say> {
  const lead = asksToSee(scene.burst.text) ? null : say(scene, 'record.name_unsaid');
  return lines(lead, say(scene, 'record.words', { words: readable([...description]) }));
}
