import type { Draft } from '../../conversation.ts';
import { type Move, retold, type Scene, say, withState } from '../../scene.ts';
import { plainWords } from '../../words/plain-words.ts';
import { touched } from '../absorb.ts';
import { showSummary } from '../flow.ts';
import { behindFurther } from '../matter.ts';
import { detailedPlace, isCloserTold } from '../place/mend-place.ts';
import { saysOnlyWhere } from '../place/told-where.ts';
import { saysApart } from './further.ts';

/** The other matter they tell waits its turn; where the first is, told before it, is taken for the first. */
export function keptForLater(scene: Scene, draft: Draft): Move {
  const { text } = scene.burst;
  const further = behindFurther(text);
  const first = text.slice(0, text.lastIndexOf(further)).trim();
  // `Es en la calle 3, y además hay ratas`: where it is belongs to the matter that is summed up.
  const before = retold(scene, [first]);
  const nearer = first !== '' && isNearer(before, draft) ? detailedPlace(before, draft) : null;
  // A place, or a yes that waits, is no part of the other matter; whatever else stands before it may be.
  const isApart = nearer !== null || WAITS.test(plainWords(first));
  const own = withState(scene, { later: [...scene.state.later, isApart ? further : text] });
  return showSummary(own, touched(scene, nearer ?? draft), say(scene, 'two_matters'));
}

/** `Yes but wait, also …` */
const WAITS = /^(si|yes|ok|bueno)( (pero|but|espere?|wait|y|and|ah|mire))*$/;

function isNearer(scene: Scene, draft: Draft): boolean {
  return isCloserTold(scene, draft) || saysOnlyWhere(scene, scene.burst.text);
}

/** `Es otra queja aparte`, of what was added to the summary: it waits its turn. */
export function takenApart(scene: Scene, draft: Draft): Move | null {
  const last = draft.description.at(-1);
  const isAdded = draft.description.length > (draft.understood?.words ?? draft.description.length);
  if (last === undefined || !isAdded || !saysApart(scene.burst.text)) return null;
  const own = withState(scene, { later: [...scene.state.later, last] });
  const description = draft.description.slice(0, -1);
  return showSummary(own, { ...touched(scene, draft), description }, say(scene, 'two_matters'));
}
