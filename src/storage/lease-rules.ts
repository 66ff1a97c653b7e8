import type { Lease } from './store.ts';

/** The lease after this holder went on or took over; null: it is not as it was seen. */
export function nextLease(found: Lease | null, seen: Lease | null, holder: string | null): Lease | null {
  if (found?.token !== seen?.token || found?.beat !== seen?.beat) return null;
  const goesOn = found !== null && found.holder === holder;
  return goesOn ? { ...found, beat: found.beat + 1 } : { holder, token: (found?.token ?? 0) + 1, beat: 0 };
}
