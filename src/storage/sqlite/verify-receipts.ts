import type { ReceiptState } from '../../channels/channel.ts';
import { mayFollow } from '../receipt-rules.ts';
import type { SqliteReads } from './context.ts';
import type { Tally } from './tally.ts';

interface LogRow {
  id: string;
  attempt: number;
  state: ReceiptState;
  /** The state its outbound stands at, when that is of the same attempt. */
  present: ReceiptState | null;
}

const LOG = `select o.id, r.attempt, r.state,
    case when o.receipt_attempt = r.attempt then o.receipt end as present
  from receipts r join outbound o on o.key = r.outbound order by r.outbound, r.attempt, r.key`;

/** Checks that what platforms said of each attempt only ever moved on, and that the last word stands. */
export function checkReceipts(reads: SqliteReads, tally: Tally): void {
  tally.count(INVARIANT, 0);
  let before: LogRow | null = null;
  for (const entry of reads.sql(LOG).iterate()) {
    const row = entry as unknown as LogRow;
    const same: boolean = before?.id === row.id && before.attempt === row.attempt;
    if (!same) checkLast(tally, before);
    tally.check(INVARIANT, row.id, mayFollow(same && before ? before.state : null, row.state));
    before = row;
  }
  checkLast(tally, before);
}

const INVARIANT = 'receipts never regress';

function checkLast(tally: Tally, last: LogRow | null): void {
  if (last && last.present !== null && last.present !== last.state) tally.broken(INVARIANT, last.id);
}
