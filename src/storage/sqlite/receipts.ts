import { sentHash } from '../hashes.ts';
import { isNews, lookAt, MOST_AT_ONCE, newsOf, type Receipted, settle } from '../receipt-rules.ts';
import type { ReceiptNews, TakenReceipt } from '../store.ts';
import { all, one, type SqliteContext } from './context.ts';
import { wakeNotice } from './notices.ts';
import { conversationAt } from './other-addresses.ts';

interface ReceiptRow extends Receipted {
  key: number;
}

/** Applies receipts that tell something new. Runs inside a group. */
export function addReceipts(context: SqliteContext, receipts: TakenReceipt[]): ReceiptNews[] {
  return receipts.flatMap(receipt =>
    rowsOf(context, receipt)
      .filter(row => isNews(row, receipt, sentHash(context, receipt)))
      .map(row => {
        apply(context, row, receipt);
        return newsOf(row, receipt);
      }),
  );
}

function rowsOf(context: SqliteContext, receipt: TakenReceipt): ReceiptRow[] {
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

function rowOf(context: SqliteContext, receipt: TakenReceipt): ReceiptRow | null {
  const hash = sentHash(context, receipt);
  const row = hash && one<ReceiptRow>(context.sql(`${FIND} where o.provider_hash = ?`), hash);
  if (row || receipt.outboundId === undefined) return row;
  return one<ReceiptRow>(context.sql(`${FIND} where o.id = ?`), receipt.outboundId);
}

function apply(context: SqliteContext, row: ReceiptRow, receipt: TakenReceipt): void {
  const { state, code = null, at } = receipt;
  const made = settle(row, receipt);
  const { settled, next, names, retryAt } = made;
  context
    .sql(
      `update outbound set receipt = ?1, receipt_attempt = attempt, code = coalesce(?2, code), state = ?3,
         accepts = case when ?4 is null then accepts + ?5 else 0 end, due_at = coalesce(?4, due_at),
         provider_hash = coalesce(?6, provider_hash) where key = ?7`,
    )
    .run(state, code, next, retryAt, Number(settled), names ? sentHash(context, receipt) : null, row.key);
  const look = lookAt(made);
  if (look !== null) wakeNotice(context, row.id, look);
  context
    .sql('insert into receipts (outbound, attempt, state, at) values (?, ?, ?, ?)')
    .run(row.key, row.attempt, state, at.getTime());
}
