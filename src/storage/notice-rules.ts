import type { NewsKind } from '../catalogue/catalogue.ts';
import type { Attempt } from './changes.ts';
import type { LedgerLine } from './queries.ts';
import type { Outbound } from './store.ts';

/** How the last part of the words of a piece of news stands. */
export interface Ending {
  state: Outbound['state'] | null;
  code: string | null;
  maybe: number | null;
}

/** A call that may have been taken once is no sure failure, whatever came after. */
export function isSureFailure({ state, code, maybe }: Ending): boolean {
  return state === 'rejected' && maybe === 0 && code !== 'unknown_outcome';
}

/** One road looked at, with how its words stand where there are some. */
export interface LedgerRow extends Pick<Attempt, 'road' | 'reason' | 'what' | 'code'> {
  noticeId: string;
  kind: NewsKind;
  at: number;
  state: Outbound['state'] | null;
  receipt: LedgerLine['outcome'] | null;
  sentCode: string | null;
  tries: number | null;
  maybe: number | null;
}

/** A line of the ledger as people read it. */
export function toLine(row: LedgerRow): LedgerLine {
  return {
    ...{ noticeId: row.noticeId, what: row.kind, at: new Date(row.at), road: row.road, reason: row.reason },
    ...{ outcome: outcomeOf(row), code: row.code ?? row.sentCode, tries: row.tries ?? 0 },
  };
}

function outcomeOf({ what, state, receipt, sentCode, maybe }: LedgerRow): LedgerLine['outcome'] {
  if (what !== 'taken') return what;
  if (state === 'accepted') return receipt ?? 'accepted';
  if (state === 'unknown') return 'unknown';
  if (state !== 'rejected') return 'sending';
  return isSureFailure({ state, code: sentCode, maybe }) ? 'failed' : 'unknown';
}
