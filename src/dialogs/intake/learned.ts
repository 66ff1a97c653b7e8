import type { Case, Correction, Matter } from '../../cases/case.ts';
import { mayBeLearned } from '../../cases/correction.ts';
import type { Draft, Understood } from '../conversation.ts';
import type { Scene, View } from '../scene.ts';
import { holderOfDraft } from './guess.ts';

/** What a summary is about to say of a matter. */
export function understoodIn(view: View, draft: Draft): Understood {
  return { ...matterOf(view, draft), namedId: draft.agencyId, words: draft.description.length };
}

function matterOf(view: View, draft: Draft): Matter {
  const agencyId = holderOfDraft(view, draft)?.holder.agencyId ?? null;
  return { serviceId: draft.serviceId, agencyId, kind: draft.kind ?? 'queja' };
}

/**
 * What is learned from a draft that is filed: the words it was understood by mean what the citizen made of it. Null: they
 * changed nothing of the matter, or want it kept in reserve. Another place alone makes another body, and no other matter.
 */
export function correctionOf(scene: Scene, draft: Draft, filed: Case): Correction | null {
  const { understood } = draft;
  if (understood === null || !mayBeLearned(filed) || !isChanged(draft, understood)) return null;
  const { namedId, words, ...before } = understood;
  const after = matterOf(scene, draft);
  const text = draft.description.slice(0, words).join('\n');
  if (text.trim() === '' || (after.serviceId === null && after.agencyId === null)) return null;
  return { source: 'citizen', by: voiceOf(scene), text, before, after };
}

/** Who can be anybody any number of times has one voice, together with all the others there; so has who may be another. */
function voiceOf({ conversation, facts }: Scene): string {
  return facts.channel.capabilities.anonymous || !facts.sure ? conversation.channel : conversation.id;
}

function isChanged({ serviceId, agencyId, kind }: Draft, understood: Understood): boolean {
  return serviceId !== understood.serviceId || agencyId !== understood.namedId || kind !== understood.kind;
}
