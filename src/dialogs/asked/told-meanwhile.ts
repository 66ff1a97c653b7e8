import type { ConversationState } from '../conversation.ts';
import { absorb } from '../intake/absorb.ts';
import { isPersonal } from '../intake/personal.ts';
import { refusedIn, withoutBodies } from '../intake/refusal.ts';
import type { Scene } from '../scene.ts';
import { plainWords } from '../words/plain-words.ts';
import { onlyAsked } from './told-beside.ts';

/** From here on something is told that is wrong. */
const TOLD = 0.3;

/** A telephone, a photo, more of the matter: who tells it needs to know that it was not told in vain. */
export function tellsMore({ burst, facts }: Scene): boolean {
  const isChatter = ['greeting', 'thanks', 'human'].includes(facts.reading.intent);
  const isLong = plainWords(burst.text).split(' ').length >= LEAST_MORE && !isChatter;
  return burst.files.length > 0 || isPersonal(burst.text) || isLong;
}

const LEAST_MORE = 4;

/** A matter told while nobody has taken the talk yet is not told in vain, should they go back to the bot. */
export function toldMeanwhile(scene: Scene): ConversationState {
  const { facts, burst, state } = scene;
  const refused = state.draft ? refusedIn(scene, state.draft, burst.text) : [];
  if (state.draft && refused.length > 0)
    return { ...state, draft: withoutBodies(scene, absorb(state.draft, scene), refused) };
  const isTold =
    (facts.reading.services[0]?.p ?? 0) >= TOLD ||
    (state.later.length > 0 && tellsMore(scene)) ||
    isQuestion(scene);
  if (['greeting', 'thanks'].includes(facts.reading.intent) || !isTold) return state;
  if (state.draft !== null) return { ...state, draft: absorb(state.draft, scene) };
  return state.later.length < MOST_KEPT ? { ...state, later: [...state.later, ...burst.lines] } : state;
}

/** Asked of an office. */
function isQuestion(scene: Scene): boolean {
  const isInfo = scene.facts.reading.intent === 'info';
  return isInfo && scene.state.draft === null && onlyAsked(scene);
}

const MOST_KEPT = 5;
