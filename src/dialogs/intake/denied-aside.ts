import type { Awaits, Draft } from '../conversation.ts';
import { stepOf } from '../questions.ts';
import { type Move, retold, type Scene } from '../scene.ts';
import { answerAgency } from './answers.ts';
import { deniedMatter, statedInstead } from './denied-matter.ts';
import { noneOffered } from './none-offered.ts';

/** `No es de vivienda, no hay agua en Las Mañanitas`, said while the place is asked; `no es agua, es la luz`, while the matter is. */
export function deniedAside(scene: Scene, draft: Draft, awaits: Awaits): Move | null {
  if (stepOf(awaits) === 'place' && !draft.summarised) return deniedMatter(scene, draft);
  if (stepOf(awaits) !== 'agency') return null;
  const stated = statedInstead(scene.burst.text);
  const none = noneOffered(scene, draft, awaits, stated);
  if (none) return none;
  return stated === null ? null : answerAgency(retold(scene, [stated]), draft, awaits);
}
