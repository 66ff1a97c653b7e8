import type { Case } from '../../cases/case.ts';
import { addToCase, correctPrivacy } from '../../cases/steps.ts';
import { withoutHiddenWish } from '../intake/hidden-part.ts';
import { lines, type Move, retold, type Scene, say } from '../scene.ts';
import { ordersAdding } from './adding-words.ts';
import { changed, wordsOf } from './case-change.ts';
import { bodyOf } from './case-steps.ts';

/**
 * `Agregue que son 120 niños, y que mi nombre no salga`: kept in reserve from now on, and the rest added without that wish or the
 * reason of it. Null: they do not wish both.
 */
export function hiddenAndAdded(scene: Scene, c: Case): Move | null {
  const { facts, burst } = scene;
  const rest = withoutHiddenWish(burst.text)?.rest ?? '';
  if (rest === '' || !ordersAdding(rest)) return null;
  const { number } = c;
  const told = addToCase(c, { ...wordsOf(retold(scene, [rest], burst.files)), by: 'citizen' });
  const note = say(scene, 'follow.added', { number });
  const names = { number, agency: bodyOf(scene, c) };
  if (c.privacy !== 'normal')
    return changed(scene, told, lines(say(scene, 'follow.hidden_already', names), note));
  const kept = correctPrivacy(told.case, { privacy: 'confidential', at: facts.now });
  const both = { ...kept, expectedVersion: c.version, events: [...told.events, ...kept.events] };
  return changed(scene, both, lines(say(scene, 'follow.hidden', names), note));
}
