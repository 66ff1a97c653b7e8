import type { OutboundRow } from './sealed-rows.ts';
import type { Rate } from './store.ts';

/** The class of numbers for danger. */
export const URGENT = 'emergency';
/** What may still be sent to who wants no more messages. */
const ALWAYS_SENT = ['optOut', URGENT];
/**
 * An attempt that began this far in the future began before the clock was set back: what it waits for is over.
 * Longer than a lease, so that a small correction of the clock takes no send away from who makes it.
 */
export const SET_BACK_MS = 120_000;
/** A turn nobody ran this long after its message arrived was forgotten. */
export const FORGOTTEN_MS = 3_000;

/** How a send is claimed, times in ms. */
export interface Claiming {
  now: number;
  leaseMs: number;
  pace?: Rate;
}

/** What decides whether an unfinished outbound may be handed out. */
export type Open = Pick<OutboundRow, 'state' | 'class' | 'attempt' | 'started_at'> & {
  due_at: number | null;
};

/** Was it never tried, and does its citizen want no such message any more? */
export function isUnwanted(row: Pick<Open, 'state' | 'class'>, optedOut: number): boolean {
  return optedOut === 1 && row.state === 'pending' && !ALWAYS_SENT.includes(row.class);
}

/**
 * Do numbers for danger go before it? Only while it waits for its first or next call: one under way, or whose outcome is
 * open, may be with the citizen already.
 */
export function letsPass(row: Pick<Open, 'state' | 'class'>): boolean {
  return row.state === 'pending' && row.class !== URGENT;
}

/** Until when it waits for its lease or its delay to end; null: it is due. */
export function waitOf({ due_at, started_at }: Open, now: number): Date | null {
  const due = due_at ?? 0;
  return due > now && (started_at ?? 0) <= now + SET_BACK_MS ? new Date(due) : null;
}

/** Does how often its citizen was called of late concern it? Not what is only to be read back. */
export function isPaced(row: Pick<Open, 'state'>): boolean {
  return row.state === 'pending';
}

/** Until when it waits for a pace, of which the call that began then (null: none) takes the last place; null: it is due. */
export function paceWait({ perMs }: Rate, startedAt: number | null, now: number): Date | null {
  const isPast = startedAt !== null && startedAt <= now + SET_BACK_MS;
  return isPast && startedAt + perMs > now ? new Date(startedAt + perMs) : null;
}

/**
 * Would asking for a talk's send come to anything now? `open`: all it has unfinished, in order. While the one whose turn it is
 * waits, what stands behind it is not due, however long that has been there.
 */
export function isTalkDue(open: readonly Open[], optedOut: number, now: number): boolean {
  const [first] = open;
  if (!first) return false;
  const urgent = letsPass(first) ? open.find(row => row.class === URGENT) : undefined;
  const next = urgent ?? first;
  // What is unwanted waits for nothing: it is ended when it is asked for.
  return isUnwanted(next, optedOut) || waitOf(next, now) === null;
}

/**
 * What leasing makes of it: as its caller sees it. A row found `sending` belongs to a caller that is gone: its outcome is
 * open.
 */
export function leased<Row extends Open>(row: Row, now: number): Row {
  const open = row.state !== 'pending';
  return {
    ...row,
    state: open ? 'unknown' : 'sending',
    attempt: row.attempt + 1,
    started_at: open ? row.started_at : now,
  };
}
