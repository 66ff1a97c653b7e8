import { daysOf } from '../../cases/clock.ts';
import type { Sentence } from '../../texts.ts';
import type { Draft } from '../conversation.ts';
import { holderOfDraft } from '../intake/guess.ts';
import { type Scene, say } from '../scene.ts';

/** How long there is to answer what is being reported: the days of its body, else what the law leaves at most. */
export function daysToAnswer(scene: Scene, draft: Draft): Sentence {
  const held = holderOfDraft(scene, draft);
  if (held === null) return say(scene, 'info.days_open', { days: scene.catalogue.centre.legalDays });
  return say(scene, 'info.days', { days: daysOf(scene.catalogue, draft.serviceId, held.holder) });
}
