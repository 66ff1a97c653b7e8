import type { Case, Correction, Holder, Matter } from './case.ts';

/**
 * May its words be learned from? Not those of who wanted reserve; and where the talk is gone that a case was opened in,
 * whoever wrote them is unknown or was erased.
 */
export function mayBeLearned({
  privacy,
  conversationId,
  opening,
}: Pick<Case, 'privacy' | 'conversationId' | 'opening'>): boolean {
  return privacy === 'normal' && (conversationId !== null || opening === null);
}

/** What is learned when a case is given to another body: its words are that body's matter. Null: nothing. */
export function correctionByDesk(c: Case, holder: Holder, by: string): Correction | null {
  const text = c.description.join('\n');
  const same = c.holder?.agencyId === holder.agencyId;
  if (same || !mayBeLearned(c) || text.trim() === '') return null;
  const { serviceId, kind } = c;
  const before: Matter = { serviceId, agencyId: c.holder?.agencyId ?? null, kind };
  // Which of its services it is nobody said.
  return { source: 'desk', by, text, before, after: { serviceId: null, agencyId: holder.agencyId, kind } };
}
