import type { Receipt, ReceiptState } from '../../channels/channel.ts';
import type { ReceiptNews } from '../store.ts';
import { all, hashOf, one, type SqliteContext } from './context.ts';
import { wakeNotice } from './notices.ts';
import { conversationAt } from './other-addresses.ts';

const RANK: Record<ReceiptState, number> = {
  accepted: 1,
  delayed: 2,
  sent: 3,
  delivered: 4,
  read: 5,
  failed: 6,
};

interface ReceiptRow {
  key: number;
  id: string;
  conversation_id: string;
  state: string;
  attempt: number;
  receipt: ReceiptState | null;
  receipt_attempt: number | null;
}

/** Applies receipts that tell something new. Runs inside a group. */
export function addReceipts(context: SqliteContext, receipts: Receipt[]): ReceiptNews[] {
  return receipts.flatMap(receipt =>
    rowsOf(context, receipt)
      .filter(row => isNews(row, receipt))
      .map(row => {
        apply(context, row, receipt);
        return {
          conversationId: row.conversation_id,
          outboundId: row.id,
          state: receipt.state,
          code: receipt.code ?? null,
          retryable: receipt.retryable ?? false,
          attempt: row.attempt,
        };
      }),
  );
}

/** The most messages one word about all until a time is put down for: older ones were told of before. */
const MOST_AT_ONCE = 50;

function rowsOf(context: SqliteContext, receipt: Receipt): ReceiptRow[] {
  const { upTo, channel, account } = receipt;
  if (!upTo) return [rowOf(context, receipt)].filter(row => row !== null);
  const talk = conversationAt(context, { channel, account, address: upTo.address });
  if (!talk) return [];
  const query = `${FIND} where o.conversation = ? and o.state = 'accepted' and o.started_at <= ?
    order by o.seq desc limit ?`;
  return all<ReceiptRow>(context.sql(query), talk.key, upTo.at.getTime(), MOST_AT_ONCE).reverse();
}

const FIND = `select o.key, o.id, c.id as conversation_id, o.state, o.attempt, o.receipt, o.receipt_attempt
  from outbound o join conversations c on c.key = o.conversation`;

function rowOf(context: SqliteContext, receipt: Receipt): ReceiptRow | null {
  const hash = sentHash(context, receipt);
  const row = hash && one<ReceiptRow>(context.sql(`${FIND} where o.provider_hash = ?`), hash);
  if (row || receipt.outboundId === undefined) return row;
  return one<ReceiptRow>(context.sql(`${FIND} where o.id = ?`), receipt.outboundId);
}

function sentHash(context: SqliteContext, { channel, account, providerId }: Receipt): Buffer | null {
  return providerId === undefined ? null : hashOf(context, 'sent', channel, account, providerId);
}

/** May this state follow that one in what a platform says of one attempt? */
export function mayFollow(before: ReceiptState | null, after: ReceiptState): boolean {
  if (before === null) return true;
  if (before === 'failed' || before === 'read') return false;
  // A delivered message cannot fail any more.
  if (after === 'failed') return RANK[before] < RANK.delivered;
  return RANK[after] > RANK[before];
}

function isNews(row: ReceiptRow, { state }: Receipt): boolean {
  return mayFollow(row.receipt_attempt === row.attempt ? row.receipt : null, state);
}

function apply(context: SqliteContext, row: ReceiptRow, receipt: Receipt): void {
  const { state, code = null, at } = receipt;
  // The platform speaks of it, so it has it: an unknown outcome is settled.
  const settled = row.state === 'unknown';
  const decided = settled || row.state === 'accepted';
  const next = decided ? (state === 'failed' ? 'rejected' : 'accepted') : row.state;
  context
    .sql(
      `update outbound set receipt = ?, receipt_attempt = attempt, code = coalesce(?, code), state = ?,
         accepts = accepts + ?, provider_hash = coalesce(provider_hash, ?) where key = ?`,
    )
    .run(state, code, next, Number(settled), settled ? sentHash(context, receipt) : null, row.key);
  if (next === 'rejected') wakeNotice(context, row.id, lookAt(row, receipt));
  context
    .sql('insert into receipts (outbound, attempt, state, at) values (?, ?, ?, ?)')
    .run(row.key, row.attempt, state, at.getTime());
}

/** A failure that is tried once more on the same road is looked at when that is over. */
const SECOND_TRY_MS = 5 * 60_000;

function lookAt({ attempt }: ReceiptRow, { retryable, at }: Receipt): number {
  return retryable && attempt <= 1 ? at.getTime() + SECOND_TRY_MS : 0;
}
