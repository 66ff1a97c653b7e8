import type { Backlog } from './queries.ts';

/** What is counted of a channel at a time. `at`: ms since 1970, of the oldest. */
export interface BacklogRow {
  channel: string;
  /** Of talks, of messages put aside, or the state of messages to citizens. */
  what: 'waiting' | 'parked' | keyof Backlog['outbox'];
  n: number;
  at: number | null;
}

/** More of a kind than these are not counted. */
export const MOST_COUNTED = 10_000;

/** Puts together what was counted of each channel. */
export function toBacklog(rows: BacklogRow[]): Backlog[] {
  const found = new Map<string, Backlog>();
  for (const { channel, what, n, at } of rows) {
    const row = found.get(channel) ?? noBacklog(channel);
    found.set(channel, row);
    if (what === 'parked') row.parked = n;
    else if (what === 'waiting') Object.assign(row, { waiting: n, waitingSince: dateOf(at) });
    else {
      row.outbox[what] = n;
      row.outboxSince = earlier(row.outboxSince, dateOf(at));
    }
  }
  return [...found.values()];
}

/** The backlog of a channel on which nothing is to be done. */
export function noBacklog(channel: string): Backlog {
  return {
    ...{ channel, waiting: 0, waitingSince: null, parked: 0, outboxSince: null },
    outbox: { pending: 0, sending: 0, unknown: 0 },
  };
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
