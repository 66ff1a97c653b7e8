import { isOpen } from '../../cases/lifecycle.ts';
import { caseMeant } from '../filed/just-filed-case.ts';
import { privacyWished } from '../intake/privacy.ts';
import { stepOf } from '../questions.ts';
import { replyOf, type Scene, say, type Topic, withState } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { wantsNoVisit } from '../words/wants-no-visit.ts';

/** In more words something is told besides. */
const MOST_WORDS = 20;

/**
 * Who writes in reserve, or is asked how, and wants nobody at their door is told that nobody knows which door it is: it is no
 * matter of the police, and no word of the report.
 */
export const noVisit: Topic = scene => {
  const { burst } = scene;
  const plain = plainWords(burst.text);
  if (burst.choice !== null || !wantsNoVisit(plain) || plain.split(' ').length > MOST_WORDS) return null;
  if (privacyWished(plain) !== null || !isHidden(scene)) return null;
  return { state: withState(scene, { lost: 0 }).state, replies: [replyOf(say(scene, 'info.no_visit'))] };
};

/** Is it asked how they want to be kept, or is it kept so that the body does not see them, and their house is not the place? */
function isHidden(scene: Scene): boolean {
  const { draft, awaits } = scene.state;
  if (awaits !== null && stepOf(awaits) === 'privacy') return true;
  const c = draft === null ? caseMeant(scene) : null;
  const kept = draft ?? (c && isOpen(c) ? c : null);
  const isKept = kept?.privacy === 'confidential' || kept?.privacy === 'anonymous';
  return isKept && !OWN_HOUSE.test(plainWords(kept.place?.text ?? ''));
}

const OWN_HOUSE = /\b(?:mi|nuestra|my|our) (?:casa|apartamento|apto|house|apartment|home)\b/;
