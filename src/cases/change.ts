import type { Case, CaseChange, CaseEvent, Holder } from './case.ts';

/** A changed case with what happened to it, ready to commit against the version that was read. */
export function changeOf(before: Case, after: Case, ...events: CaseEvent[]): CaseChange {
  return { case: after, expectedVersion: before.version, events };
}

/** One step of a case's history. `from` and `to` are statuses, holders or marks, as `what` says. */
export function eventOf(
  what: CaseEvent['what'],
  step: { at: Date; by: string; from?: string | null; to?: string | null; note?: string | null },
): CaseEvent {
  const { at, by, from = null, to = null, note = null } = step;
  return { at, what, from, to, by, note };
}

/** A holder as the history writes it: `idaan`, `mun_otros/0601`. */
export function holderText(holder: Holder | null): string | null {
  return holder && [holder.agencyId, holder.districtCode].filter(part => part !== null).join('/');
}

/** Are these the same body in the same district? */
export function sameHolder(a: Holder | null, b: Holder): boolean {
  return a?.agencyId === b.agencyId && a.districtCode === b.districtCode;
}
