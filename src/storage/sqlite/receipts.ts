import type { Receipt } from '../../channels/channel.ts';
import { sentHash } from '../hashes.ts';
import { isNews, lookAt, MOST_AT_ONCE, newsOf, type Receipted, settle } from '../receipt-rules.ts';
import type { ReceiptNews } from '../store.ts';
import { all, one, type SqliteContext } from './context.ts';
import { wakeNotice } from './notices.ts';
import { conversationAt } from './other-addresses.ts';

interface ReceiptRow extends Receipted {
  key: number;
}

/** Applies receipts that tell something new. Runs inside a group. */
export function addReceipts(context: SqliteContext, receipts: Receipt[]): ReceiptNews[] {
  return receipts.flatMap(receipt =>
    rowsOf(context, receipt)
      .filter(row => isNews(row, receipt, sentHash(context, receipt)))
      .map(row => {
        apply(context, row, receipt);
        return newsOf(row, receipt);
      }),
  );
}

function rowsOf(context: SqliteContext, receipt: Receipt): ReceiptRow[] {
  const { upTo, channel, account } = receipt;
  if (!upTo) return [rowOf(context, receipt)].filter(row => row !== null);
  const talk = conversationAt(context, { channel, account, address: upTo.address });
  if (!talk) return [];
  const query = `${FIND} where o.conversation = ? and o.state = 'accepted' and o.started_at <= ?
    order by o.seq desc limit ?`;
  return all<ReceiptRow>(context.sql(query), talk.key, upTo.at.getTime(), MOST_AT_ONCE).reverse();
}

const FIND = `select o.key, o.id, c.id as conversation_id, o.state, o.attempt, o.receipt, o.receipt_attempt,
    o.provider_hash
  from outbound o join conversations c on c.key = o.conversation`;

function rowOf(context: SqliteContext, receipt: Receipt): ReceiptRow | null {
  const hash = sentHash(context, receipt);
  const row = hash && one<ReceiptRow>(context.sql(`${FIND} where o.provider_hash = ?`), hash);
  if (row || receipt.outboundId === undefined) return row;
  return one<ReceiptRow>(context.sql(`${FIND} where o.id = ?`), receipt.outboundId);
}

function apply(context: SqliteContext, row: ReceiptRow, receipt: Receipt): void {
  const { state, code = null, at } = receipt;
  const { settled, next, names } = settle(row, receipt);
  context
    .sql(
      `update outbound set receipt = ?, receipt_attempt = attempt, code = coalesce(?, code), state = ?,
         accepts = accepts + ?, provider_hash = coalesce(?, provider_hash) where key = ?`,
    )
    .run(state, code, next, Number(settled), names ? sentHash(context, receipt) : null, row.key);
  if (next === 'rejected') wakeNotice(context, row.id, lookAt(row, receipt));
  context
    .sql('insert into receipts (outbound, attempt, state, at) values (?, ?, ?, ?)')
    .run(row.key, row.attempt, state, at.getTime());
}
